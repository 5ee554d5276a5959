"""How careful a mail is: hedging words per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.spans("hedge")
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="hedges",
    version=1,
    unit="per 100 words",
    source="Hyland 2005 (hedges and boosters)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "Vorsichtige Wörter", "en": "Hedging words"},
    habit={"de": "{usual} vorsichtige Wörter auf 100", "en": "{usual} hedging words in 100"},
    gap={
        "de": "{who} schreibt {usual} vorsichtige Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} hedging words in 100; this draft {value}.",
    },
    measure=measure,
    show=scarce,
    more_than={
        "de": (("Vielleicht könnte das eventuell morgen klappen.", "Das klappt morgen um zehn."),),
        "en": (("Perhaps this could possibly work tomorrow.", "This works tomorrow at ten."),),
    },
)
