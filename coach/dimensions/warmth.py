"""How warm a mail is: warm words per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.spans("warm")
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="warmth",
    version=1,
    unit="per 100 words",
    source="Li, Packard & Berger 2024",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "Warme Wörter", "en": "Warm words"},
    habit={"de": "{usual} warme Wörter auf 100", "en": "{usual} warm words in 100"},
    gap={
        "de": "{who} schreibt {usual} warme Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} warm words in 100; this draft {value}.",
    },
    measure=measure,
    show=scarce,
    more_than={
        "de": (
            (
                "Wir freuen uns sehr und wünschen ein schönes Wochenende.",
                "Die Ware wird am Montag geliefert und montiert.",
            ),
        ),
        "en": (
            (
                "We are happy and hope you enjoy the weekend.",
                "The goods will be delivered and fitted on Monday.",
            ),
        ),
    },
)
