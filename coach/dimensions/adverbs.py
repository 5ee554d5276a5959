"""How much a mail shades what it says: adverbs per 100 words."""

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
    return tuple(index for index, token in enumerate(analysis.tokens) if token.pos == "ADV")


DIMENSION = Dimension(
    name="adverbs",
    version=1,
    unit="per 100 words",
    source="Biber 1988 (parts of speech by register); Heylighen & Dewaele 2002",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=30,
    label={"de": "Adverbien", "en": "Adverbs"},
    habit={"de": "{usual} Adverbien auf 100 Wörter", "en": "{usual} adverbs in 100 words"},
    gap={
        "de": "{who} schreibt {usual} Adverbien auf 100 Wörter; dieser Entwurf {value}.",
        "en": "{who} writes {usual} adverbs in 100 words; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=tenth,
    more_than={
        "de": (
            (
                "Wir kommen dann morgen auch noch einmal gern vorbei.",
                "Der Monteur bringt das Schloss am Dienstag in das Büro.",
            ),
        ),
        "en": (
            (
                "We already wrote here yesterday and then sadly never again.",
                "The fitter brings the lock to the office on Tuesday.",
            ),
        ),
    },
)
