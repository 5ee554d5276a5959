"""Texts of the tables of customers, companies and segments."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "navigation": both("Kunden", "Customers"),
    "title": both("Kunden", "Customers"),
    "found": both(("{n} Kunde gefunden", "{n} Kunden gefunden"), ("{n} customer found", "{n} customers found")),
    "search": both("Name oder Adresse", "Name or address"),
    "search_help": both("Taste / springt hierher", "Press / to get here"),
    "grade": both("Stufe", "Grade"),
    "segment": both("Branche", "Segment"),
    "list": both("Liste", "List"),
    "all": both("alle", "all"),
    "without": both("ohne Stufe", "without a grade"),
    "apply": both("Anzeigen", "Show"),
    "reset": both("Alles zeigen", "Show all"),
    "customer": both("Kunde", "Customer"),
    "trend": both("Verlauf", "Trend"),
    "phase": both("Phase", "Phase"),
    "mails": both("Mails", "Mails"),
    "mails_counted": both(("Mail", "Mails"), ("mail", "mails")),
    "last_mail": both("Letzte Mail", "Last mail"),
    "why": both("Warum auf der Liste", "Why on the list"),
    "none": both("Kein Kunde passt dazu.", "No customer fits that."),
    "company": both("Firma", "Company"),
    "group_lead": both(("{n} Kunde", "{n} Kunden"), ("{n} customer", "{n} customers")),
    "mean": both("Index im Mittel", "Mean index"),
    "mean_none": both(
        "Ein Mittel steht erst ab drei Kunden mit Stufe hier.", "A mean is shown from three customers with a grade on."
    ),
    "mean_withheld": both(
        "Ein Mittel steht hier nur, wo genug Mitarbeiter dahinter stehen, und wechselt einmal in der Woche "
        "(Betriebsrat-Modus).",
        "A mean is shown only where enough people of the team stand behind it, and changes once a week (works-council "
        "mode).",
    ),
    "distribution": both("Verteilung der Stufen", "How the grades are spread"),
    "people": both("Die Menschen dort", "The people there"),
    "members": both("Die Kunden darin", "The customers in it"),
    "table_label": both("Tabelle der Kunden", "Table of customers"),
}
