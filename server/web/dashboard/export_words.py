"""Texts of the page on exports."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "navigation": both("Export", "Export"),
    "title": both("Export", "Export"),
    "lead": both(
        "Dateien für Tabellenprogramme (CSV) und andere Programme (JSON).",
        "Files for spreadsheets (CSV) and for other programs (JSON).",
    ),
    "customers": both("Kunden mit Stufen", "Customers with grades"),
    "customers_what": both(
        "Stufe, Index mit Bereich, Verlauf, Phase, Listen mit Grund und nächstem Schritt.",
        "Grade, index with band, trend, phase, lists with reason and next step.",
    ),
    "matters": both("Offenes", "What is open"),
    "matters_what": both(
        "Offene Zusagen des Teams und offene Anliegen der Kunden mit Termin.",
        "Open promises of the team and open needs of customers, with when they are due.",
    ),
    "outcomes": both("Ergebnisse", "Outcomes"),
    "outcomes_what": both("CSAT, CES, NPS, gewonnen, verloren, verlängert.", "CSAT, CES, NPS, won, lost, renewed."),
    "format": both("Format", "Format"),
    "with_bom": both("für Excel (mit UTF-8-Kennung)", "for Excel (with the UTF-8 mark)"),
    "with_words": both("mit dem Wortlaut aus den Mails", "with the words of the mails"),
    "only": both("Nur diese", "Only these"),
    "all": both("alle", "all"),
    "download": both("Herunterladen", "Download"),
    "care": both(
        "Die Dateien enthalten Daten über Menschen: Geben Sie sie nur weiter, wo das erlaubt ist, und löschen Sie sie, "
        "wenn sie gebraucht sind. Texte, die ein Tabellenprogramm als Formel läse, beginnen mit einem Apostroph.",
        "The files hold data about people: pass them on only where that is allowed, and delete them once used. Texts "
        "that a spreadsheet would take for a formula begin with an apostrophe.",
    ),
}
