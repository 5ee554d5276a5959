"""How much is contracted or clipped: short forms per 100 words (I'm, don't; hab, gibt's, nix)."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = document.matches(document.language.short_forms)
    return Reading(per_hundred(len(found), document.words), document.words, found)


DIMENSION = Dimension(
    name="short_forms",
    version=1,
    unit="per 100 words",
    source="Heylighen & Dewaele 2002 (formality); own lists",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "Kurzformen", "en": "Short forms"},
    habit={"de": "{usual} Kurzformen auf 100 Wörter", "en": "{usual} short forms in 100 words"},
    gap={
        "de": "{who} schreibt {usual} Kurzformen auf 100 Wörter; dieser Entwurf {value}.",
        "en": "{who} writes {usual} short forms in 100 words; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} schreibt ohne Kurzformen; in diesem Entwurf: {count}.",
        "en": "{who} writes without short forms; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Hab ich gesehen, gibt's morgen. Ist 'ne gute Idee.",
                "Ich habe es gesehen, es kommt morgen. Gute Idee.",
            ),
        ),
        "en": (
            (
                "I'm sure it's fine, don't worry, we'll fix it.",
                "I am sure it is fine, do not worry, we will fix it.",
            ),
        ),
    },
)
