"""Texts of the overview."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "navigation": both("Überblick", "Overview"),
    "title": both("Überblick", "Overview"),
    "lead": both(
        ("{n} Kunde, Stand {day}", "{n} Kunden, Stand {day}"),
        ("{n} customer, as of {day}", "{n} customers, as of {day}"),
    ),
    "grades": both("Wie die Kunden stehen", "How customers stand"),
    "grades_said": both(
        "Ein Index aus der Post selbst, von 0 bis 100: A ab {a}, C unter {c}.",
        "An index taken from the mail itself, from 0 to 100: A from {a}, C below {c}.",
    ),
    "too_little": both("zu wenig Post", "too little mail"),
    "rising": both("gestiegen in 60 Tagen", "risen within 60 days"),
    "falling": both("gesunken in 60 Tagen", "fallen within 60 days"),
    "danger_said": both("Hier droht ein Bruch. Zuerst ansehen.", "At risk of breaking off. Look here first."),
    "ripe_said": both("Zeichen, dass der Kunde mehr möchte.", "Signs that the customer wants more."),
    "forgotten_said": both("Nichts ist vorgefallen, nur schreibt niemand mehr.", "Nothing happened; nobody writes."),
    "none_danger": both("Zurzeit ist niemand in Gefahr.", "Nobody is in danger at the moment."),
    "none_ripe": both("Zurzeit zeigt niemand Bedarf an mehr.", "Nobody shows a wish for more at the moment."),
    "none_forgotten": both("Niemand ist vergessen.", "Nobody is forgotten."),
    "all_of": both("Alle {n} ansehen", "See all {n}"),
    "promises": both("Zusagen", "Promises"),
    "promises_counts": both("{overdue} überfällig, heute fällig: {today}", "{overdue} overdue, due today: {today}"),
    "promises_none": both("Heute ist keine Zusage fällig.", "No promise is due today."),
    "needs": both("Offene Anliegen, älteste zuerst", "Open needs, oldest first"),
    "needs_none": both("Kein Anliegen ist offen.", "No need is open."),
    "all_promises": both("Alle Zusagen", "All promises"),
    "all_needs": both("Alle Anliegen", "All needs"),
    "alerts": both("Warnungen", "Alerts"),
    "mailboxes": both("Postfächer mit Störung", "Mailboxes in trouble"),
    "seen": both("Gesehen", "Seen"),
    "seen_of": both("Warnung zu {who} als gesehen abhaken", "Mark the alert about {who} as seen"),
    "step": both("Nächster Schritt", "Next step"),
    "nothing_yet": both("Noch ist keine Post gelesen.", "No mail has been read yet."),
    "nothing_yet_said": both(
        "Sobald ein Postfach verbunden und gelesen ist, steht hier, wie die Kunden stehen.",
        "Once a mailbox is connected and read, this page says how customers stand.",
    ),
    "open_title_promise": both("Offene Zusagen", "Open promises"),
    "open_title_need": both("Offene Anliegen", "Open needs"),
    "open_lead_promise": both(
        "Was das Team zugesagt hat, die nächste Frist zuerst.", "What the team promised, the next due date first."
    ),
    "open_lead_need": both(
        "Was Kunden gefragt, gebeten oder beklagt haben und keine Mail beantwortet, das älteste zuerst.",
        "What customers asked, requested or complained of and no mail has answered, the oldest first.",
    ),
    "open_none": both("Nichts ist offen.", "Nothing is open."),
}
