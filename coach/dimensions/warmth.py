"""How warm a mail is: warm words per 100 words, cold phrases counted off."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt

# A phrase that cares for somebody says more than a friendly word; a cold one undoes two (own estimate).
WEIGHTS = {"warm": 1.0, "caring": 2.0, "cold": -2.0}


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    found = [each for each in felt(document, *WEIGHTS) if not each.negated]
    value = sum(each.strength * WEIGHTS[each.category] for each in found)
    return Reading(per_hundred(value, document.words), document.words, tuple(each.span for each in found))


DIMENSION = Dimension(
    name="warmth",
    version=2,
    unit="per 100 words",
    source="Li, Packard & Berger 2024; own lists",
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
    body_only=True,
    never={
        "de": "{who} schreibt ohne warme Wörter; in diesem Entwurf: {count}.",
        "en": "{who} writes without warm words; in this draft: {count}.",
    },
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
