"""Du or Sie: which form of address the text uses (German only; English has no such thing)."""

from __future__ import annotations

from datetime import timedelta

from coach.address import forms_used
from coach.dimension import Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

NAMES = {
    "du": {"de": "Du", "en": "du (familiar)"},
    "sie": {"de": "Sie", "en": "Sie (formal)"},
    "mixed": {"de": "Du und Sie gemischt", "en": "du and Sie mixed"},
}


def measure(document: Document) -> Reading | None:
    used = document.once(forms_used)
    if used.form is None:
        return None
    return Reading(used.form, len(used.spans), used.spans)


def show(value: float | str, language: str) -> str:
    return NAMES[str(value)][language]


DIMENSION = Dimension(
    name="address_form",
    version=2,
    unit="form",
    source="Brown & Gilman 1960 (T/V forms); Forsa survey on Du and Sie",
    scale=Scale.FORM,
    stance=Stance.MIRROR,
    languages=frozenset({"de"}),
    least=1,
    label={"de": "Anrede Du/Sie", "en": "Address form (du/Sie)"},
    habit={"de": "Anrede: {usual}", "en": "address form: {usual}"},
    gap={
        "de": "{who} ist gewohnt: {usual}. Dieser Entwurf schreibt: {value}.",
        "en": "{who} is used to {usual}. This draft uses {value}.",
    },
    measure=measure,
    show=show,
    shifts=timedelta(days=45),
    forms={
        "de": (
            ("Könnten Sie uns bitte ein Angebot schicken?", "sie"),
            ("Kannst du mir das bitte schicken?", "du"),
            ("Hast du Zeit? Dann schicke ich Ihnen das Angebot.", "mixed"),
        )
    },
)
