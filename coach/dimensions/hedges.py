"""How careful a mail is: hedging words per 100 words."""

from __future__ import annotations

import re

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Span, Stance

# "about ten", but not "talk about" or "worry about": these hedge only before a number.
BEFORE_NUMBERS = frozenset({"about", "around"})
NUMBER = re.compile(
    r"\s+(?:[$€£]?\d|(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|noon|midnight|midday)\b)",
    re.IGNORECASE,
)


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = tuple([span for span in document.spans("hedge") if _hedges(document.text, span)])
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


def _hedges(text: str, span: Span) -> bool:
    return span.of(text).lower() not in BEFORE_NUMBERS or NUMBER.match(text, span.end) is not None


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
    never={
        "de": "{who} schreibt ohne vorsichtige Wörter; in diesem Entwurf: {count}.",
        "en": "{who} writes without hedging words; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (("Vielleicht könnte das eventuell morgen klappen.", "Das klappt morgen um zehn."),),
        "en": (("Perhaps this could possibly work tomorrow.", "This works tomorrow at ten."),),
    },
)
