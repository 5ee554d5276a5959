"""Texts of the page on mailboxes."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "navigation": both("Postfächer", "Mailboxes"),
    "title": both("Postfächer", "Mailboxes"),
    "all_well": both("Alle Postfächer werden gelesen.", "All mailboxes are being read."),
    "in_trouble": both(
        ("{n} Postfach braucht Aufmerksamkeit.", "{n} Postfächer brauchen Aufmerksamkeit."),
        ("{n} mailbox needs attention.", "{n} mailboxes need attention."),
    ),
    "none": both(
        "Noch ist kein Postfach verbunden. Verbinden Sie eines mit: einklang mailbox add ADRESSE",
        "No mailbox is connected yet. Connect one with: einklang mailbox add ADDRESS",
    ),
    "is_new": both("wartet auf das erste Lesen", "waits for its first reading"),
    "is_connecting": both("wird verbunden", "is being connected"),
    "is_reading": both("wird gelesen", "is being read"),
    "is_watching": both("auf dem neuesten Stand", "up to date"),
    "is_backing_off": both("wartet auf den nächsten Versuch", "waits for the next try"),
    "is_resting": both("ruht bis morgen", "rests until tomorrow"),
    "is_needs_login": both("Anmeldung abgelehnt", "sign-in refused"),
    "is_paused": both("angehalten", "paused"),
    "is_stopped": both("niemand liest es", "nobody reads it"),
    "to_do": both("Was zu tun ist", "What to do"),
    "do_backing_off": both(
        "Der nächste Versuch kommt von selbst. Sofort versuchen: {resume} – Schritt für Schritt prüfen: {check}",
        "The next try comes by itself. Try at once: {resume} – look step by step: {check}",
    ),
    "do_resting": both(
        "Die Menge für heute ist gelesen (mail.daily_megabytes); morgen geht es von selbst weiter.",
        "Today’s amount has been read (mail.daily_megabytes); tomorrow it goes on by itself.",
    ),
    "do_needs_login": both("Neu anmelden: {sign_in}", "Sign in anew: {sign_in}"),
    "do_paused": both("Weiterlesen: {resume}", "Go on reading: {resume}"),
    "do_stopped": both(
        "Starten Sie den Worker: einklang run (oder einklang worker).",
        "Start the worker: einklang run (or einklang worker).",
    ),
    "do_check": both("Schritt für Schritt prüfen: {check}", "Look step by step: {check}"),
    "problem": both("Letzter Fehler", "Last error"),
    "server_says": both("Der Mailserver bittet, Ihnen zu sagen:", "The mail server asks to tell you:"),
    "seen": both("Gelesen", "I have read it"),
    "lag": both("Zuletzt auf dem Stand", "Last found up to date"),
    "never": both("noch nie", "never yet"),
    "next_try": both("Nächster Versuch", "Next try"),
    "mails": both("Mails", "Mails"),
    "waiting": both("warten auf Auswertung", "wait to be learned"),
    "failed": both("nicht lesbar", "could not be read"),
    "progress": both("{done} von {total} Mails gelesen", "{done} of {total} mails read"),
    "done_in": both("fertig {time}", "done {time}"),
    "server": both("Server", "Server"),
    "by_tls": both("TLS", "TLS"),
    "by_starttls": both("STARTTLS", "STARTTLS"),
    "by_none": both("ohne TLS", "without TLS"),
    "imports": both(
        ("Dazu kommt {n} Importquelle, hinter der kein Server steht.", "Dazu kommen {n} Importquellen ohne Server."),
        ("And {n} import source without a server.", "And {n} import sources without a server."),
    ),
}
