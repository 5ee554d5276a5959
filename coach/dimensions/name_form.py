"""Whom the greeting names: title and surname, first name, a group, or nobody."""

from __future__ import annotations

from coach.address import name_used
from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

NAMES = {
    "title": {"de": "Herr/Frau + Nachname", "en": "title and surname"},
    "first_name": {"de": "Vorname", "en": "first name"},
    "group": {"de": "alle zusammen", "en": "the whole group"},
    "nobody": {"de": "kein Name", "en": "no name"},
}


def measure(document: Document) -> Reading | None:
    used = document.once(name_used)
    if used is None:
        return None
    return Reading("first_name" if used.form == "full_name" else used.form, 1, used.spans)


def show(value: float | str, language: str) -> str:
    return NAMES[str(value)][language]


DIMENSION = Dimension(
    name="name_form",
    version=2,
    unit="form",
    source="Brown & Ford 1961 (address in American English)",
    scale=Scale.FORM,
    stance=Stance.IGNORE,  # how they call the team tells little of how they want to be called
    languages=BOTH,
    least=1,
    label={"de": "Name in der Begrüßung", "en": "Name in the greeting"},
    habit={"de": "nennt: {usual}", "en": "names: {usual}"},
    gap={
        "de": "{who} nennt in der Begrüßung: {usual}. Dieser Entwurf: {value}.",
        "en": "{who} greets by {usual}. This draft: {value}.",
    },
    measure=measure,
    show=show,
    forms={
        "de": (
            ("Sehr geehrter Herr Wolf,\n\nanbei die Rechnung.\n", "title"),
            ("Hallo Jonas,\n\nanbei die Rechnung.\n", "first_name"),
            ("Hallo zusammen,\n\nanbei die Rechnung.\n", "group"),
            ("Moin,\n\nanbei die Rechnung.\n", "nobody"),
        ),
        "en": (
            ("Dear Mr Wolf,\n\nhere is the invoice.\n", "title"),
            ("Hi Jonas,\n\nhere is the invoice.\n", "first_name"),
        ),
    },
)
