"""Texts of the page of one's own account."""

from __future__ import annotations

from server.web.dashboard.sign_in_words import SHARED
from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    **SHARED,
    "title": both("Mein Konto", "My account"),
    "role_rep": both("Mitarbeit", "Rep"),
    "role_lead": both("Teamleitung", "Lead"),
    "role_admin": both("Administration", "Administrator"),
    "demo_has_none": both("In der Demo gibt es keine Konten.", "There are no accounts in the demo."),
    "mailboxes": both("Postfächer, die Sie sehen: {which}", "Mailboxes that you see: {which}"),
    "all_mailboxes": both("Sie sehen alle Postfächer.", "You see all mailboxes."),
    "sessions": both("Wo Sie angemeldet sind", "Where you are signed in"),
    "some_browser": both("Ein Browser", "A browser"),
    "this_one": both("dieser hier", "this one"),
    "since": both("seit {at}", "since {at}"),
    "last_seen": both("zuletzt {ago}", "last seen {ago}"),
    "by_password": both("mit Passwort", "by password"),
    "by_token": both("mit Token", "by token"),
    "by_openid": both("über {provider}", "through {provider}"),
    "end": both("Abmelden", "Sign out"),
    "end_of": both("{agent} abmelden, angemeldet {since}", "Sign out {agent}, signed in {since}"),
    "end_all": both("Überall abmelden", "Sign out everywhere"),
    "end_all_help": both("Auch hier: Danach melden Sie sich neu an.", "Here, too: after that you sign in again."),
    "password": both("Passwort", "Password"),
    "password_none": both(
        "Sie haben noch keines und melden sich mit einem Token an. Mit einem Passwort öffnet das Token diese Seiten "
        "nicht mehr.",
        "You have none yet and sign in with a token. Once you have a password, the token no longer opens these pages.",
    ),
    "by_provider_only": both(
        "Sie melden sich über {provider} an. Passwort und zweiter Faktor werden dort geregelt.",
        "You sign in through {provider}. Password and second factor are settled there.",
    ),
    "current_password": both("Ihr jetziges Passwort", "Your current password"),
    "current_token": both("Ihr Token", "Your token"),
    "change": both("Ändern", "Change"),
    "ends_others": both("Alle anderen Sitzungen enden damit.", "All other sessions end with that."),
    "wrong": both("Das Passwort oder Token stimmt nicht.", "The password or token is wrong."),
    "use_provider": both("Dafür brauchen Sie ein Passwort.", "You need a password for that."),
    "changed": both("Ihr Passwort ist geändert.", "Your password is changed."),
    "is_off": both("Der zweite Faktor ist abgeschaltet.", "The second factor is off."),
    "factor": both("Zweiter Faktor", "Second factor"),
    "factor_off": both(
        "Aus. Mit ihm wird beim Anmelden auch ein Code verlangt, den eine App auf Ihrem Telefon zeigt.",
        "Off. With it, signing in also asks for a code that an app on your phone shows.",
    ),
    "factor_on": both("An seit {day}.", "On since {day}."),
    "recovery_left": both(
        ("Noch ein Ersatzcode ist übrig.", "Noch {n} Ersatzcodes sind übrig."),
        ("One recovery code is left.", "{n} recovery codes are left."),
    ),
    "factor_required": both("Er ist für Ihr Konto vorgeschrieben.", "It is required for your account."),
    "set_up": both("Einrichten", "Set up"),
    "set_up_title": both("Zweiten Faktor einrichten", "Set up a second factor"),
    "renew_recovery": both("Neue Ersatzcodes", "New recovery codes"),
    "renew_help": both("Die bisherigen gelten dann nicht mehr.", "The ones before then open nothing any more."),
    "switch_off": both("Abschalten", "Switch off"),
    "back": both("Zurück zu meinem Konto", "Back to my account"),
}
