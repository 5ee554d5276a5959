"""What the columns of an export are called in a spreadsheet; in JSON they keep their own names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

GERMAN: Mapping[str, str] = {
    "address": "Adresse",
    "amount": "Betrag",
    "at": "Zeitpunkt",
    "computed_grade": "Berechnete Stufe",
    "corrected": "Von Hand gesetzt",
    "currency": "Währung",
    "customer": "Kunde",
    "danger": "In Gefahr (0-100)",
    "due": "Fällig",
    "due_is_exact": "Termin genau",
    "forgotten": "Vergessen (0-100)",
    "grade": "Stufe",
    "id": "Nummer in der Quelle",
    "index": "Index",
    "index_high": "Index bis",
    "index_low": "Index von",
    "kind": "Art",
    "language": "Sprache",
    "last_from_customer": "Letzte Mail vom Kunden",
    "last_mail": "Letzte Mail",
    "mails": "Mails",
    "list": "Liste",
    "name": "Name",
    "next_step": "Nächster Schritt",
    "noted_at": "Erfasst",
    "number": "Nummer",
    "overdue": "Überfällig",
    "phase": "Phase",
    "reason": "Wichtigster Grund",
    "ripe": "Reif für mehr (0-100)",
    "said_at": "Gesagt",
    "segment": "Branche",
    "source": "Herkunft",
    "strength": "Stärke (0-100)",
    "trend": "Verlauf in 60 Tagen",
    "value": "Wert",
    "words": "Wortlaut",
}
ENGLISH: Mapping[str, str] = {
    "danger": "In danger (0-100)",
    "forgotten": "Forgotten (0-100)",
    "id": "Number at the source",
    "index_high": "Index to",
    "index_low": "Index from",
    "reason": "Strongest reason",
    "ripe": "Ripe for more (0-100)",
    "strength": "Strength (0-100)",
    "trend": "Trend in 60 days",
}


def heads_of(columns: Sequence[str], language: str) -> tuple[str, ...]:
    """The heads of these columns in this language."""
    if language == "de":
        return tuple(GERMAN[each] for each in columns)
    return tuple(ENGLISH.get(each) or each.replace("_", " ").capitalize() for each in columns)
