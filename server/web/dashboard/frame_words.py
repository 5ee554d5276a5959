"""Texts of the frame of all pages."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "skip": both("Zum Inhalt", "Skip to the content"),
    "navigation_label": both("Bereiche", "Sections"),
    "language_label": both("Sprache", "Language"),
    "account": both("Mein Konto", "My account"),
    "sign_out": both("Abmelden", "Sign out"),
    "demo": both("Demo mit erfundener Post", "Demo with invented mail"),
    "of_pages": both("Seite {page} von {pages}", "Page {page} of {pages}"),
    "paging": both("Seiten", "Pages"),
    "previous": both("Zurück", "Previous"),
    "next": both("Weiter", "Next"),
    "sorted_by": both("sortiert", "sorted"),
    "sort_by": both("Nach {what} sortieren", "Sort by {what}"),
    "grade_none": both("zu wenig Post", "too little mail"),
    "grade_corrected": both("von Hand gesetzt", "set by hand"),
    "grade_spoken": both("Stufe {letter}", "Grade {letter}"),
    "index": both("Index", "Index"),
    "data": both("Die Zahlen als Tabelle", "The figures as a table"),
    "day": both("Tag", "Day"),
    "name_address": both("Name und Adresse", "Name and address"),
    "text_gone": both("Der Text dieser Mail wird nicht mehr aufbewahrt.", "The text of this mail is no longer kept."),
    "not_found_title": both("Hier ist nichts", "Nothing here"),
    "not_found": both(
        "Diese Seite gibt es nicht, oder von diesem Kunden liegt keine Post vor.",
        "There is no such page, or there is no mail from this customer.",
    ),
    "refused_title": both("Das geht so nicht", "That does not work"),
    "refused": both(
        "Die Anfrage wurde abgelehnt. Gehen Sie zurück und versuchen Sie es noch einmal.",
        "The request was refused. Go back and try again.",
    ),
    "not_allowed_title": both("Das ist anderen vorbehalten", "This is for others"),
    "not_allowed": both(
        "Ihre Rolle erlaubt das nicht. Brauchen Sie es für Ihre Arbeit, so fragen Sie den Administrator von Einklang.",
        "Your role does not allow this. If you need it for your work, ask the administrator of Einklang.",
    ),
    "no_mailbox_title": both("Noch ist kein Postfach für Sie freigegeben", "No mailbox is yours to see yet"),
    "no_mailbox": both(
        "Bitten Sie den Administrator von Einklang um die Postfächer, mit denen Sie arbeiten. Der Befehl dafür ist: "
        "einklang user grant {user} --mailbox ADRESSE",
        "Ask the administrator of Einklang for the mailboxes that you work with. The command for it is: "
        "einklang user grant {user} --mailbox ADDRESS",
    ),
    "stale_form_title": both("Bitte noch einmal", "Once more, please"),
    "stale_form": both(
        "Das Formular war zu alt oder kam nicht von dieser Seite, darum wurde nichts geändert. Laden Sie die Seite "
        "neu und senden Sie es noch einmal; Cookies müssen erlaubt sein.",
        "The form was too old or did not come from this page, so nothing was changed. Reload the page and send it "
        "again; cookies must be allowed.",
    ),
    "to_start": both("Zum Überblick", "To the overview"),
    "phase_opportunity": both("Gelegenheit", "Opportunity"),
    "phase_acquaintance": both("Kennenlernen", "Acquaintance"),
    "phase_deepening": both("Vertiefung", "Deepening"),
    "phase_trust": both("Vertrauen", "Trust"),
    "phase_close": both("Enge Bindung", "Close"),
    "kind_question": both("Frage", "Question"),
    "kind_request": both("Bitte", "Request"),
    "kind_complaint": both("Beschwerde", "Complaint"),
    "kind_wish": both("Wunsch", "Wish"),
    "kind_promise": both("Zusage", "Promise"),
    "list_danger": both("In Gefahr", "In danger"),
    "list_ripe": both("Reif für mehr", "Ripe for more"),
    "list_forgotten": both("Vergessen", "Forgotten"),
    "list_rising": both("Aufgestiegen", "Rising"),
    "list_falling": both("Abgestiegen", "Falling"),
    "trend_up": both("steigt", "rising"),
    "trend_down": both("sinkt", "falling"),
    "trend_flat": both("gleichbleibend", "steady"),
    "trend_unknown": both("noch kein Verlauf", "no trend yet"),
    "points_60_days": both("{points} Punkte in 60 Tagen", "{points} points in 60 days"),
    "overdue_since": both("überfällig, war am {day} fällig", "overdue, was due on {day}"),
    "due_today": both("heute fällig", "due today"),
    "due_on": both("fällig am {day}", "due on {day}"),
    "council_off": both(
        "Der Betriebsrat-Modus ist seit {day} aus: {reason}",
        "The works-council mode has been off since {day}: {reason}",
    ),
    "done": both("Erledigt", "Done"),
    "done_of": both("{kind} von {who} als erledigt abhaken", "Mark as done: {kind}, {who}"),
    "undo": both("Doch offen", "Still open"),
    "undo_of": both("{kind} von {who} wieder öffnen", "Open again: {kind}, {who}"),
}
