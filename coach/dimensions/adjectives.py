"""How descriptive a mail is: adjectives per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, tenth
from coach.document import Analysis, Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.words_at(_places)
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


def _places(analysis: Analysis) -> tuple[int, ...]:
    return tuple(index for index, token in enumerate(analysis.tokens) if token.pos == "ADJ")


DIMENSION = Dimension(
    name="adjectives",
    version=1,
    unit="per 100 words",
    source="Biber 1988 (parts of speech by register); Heylighen & Dewaele 2002",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=30,
    label={"de": "Adjektive", "en": "Adjectives"},
    habit={"de": "{usual} Adjektive auf 100 Wörter", "en": "{usual} adjectives in 100 words"},
    gap={
        "de": "{who} schreibt {usual} Adjektive auf 100 Wörter; dieser Entwurf {value}.",
        "en": "{who} writes {usual} adjectives in 100 words; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=tenth,
    more_than={
        "de": (
            (
                "Die kleine grüne Gießkanne ist ein schönes altes Stück.",
                "Der Monteur bringt am Dienstag das Schloss und den Griff.",
            ),
        ),
        "en": (
            (
                "The small green can is a nice old piece.",
                "The fitter brings the lock and the handle on Tuesday.",
            ),
        ),
    },
)
