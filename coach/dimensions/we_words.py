"""How much a mail says we: first person plural per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, times
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.spans("we")
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="we_words",
    version=1,
    unit="per 100 words",
    source="Packard, Moore & McFerran 2018",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "„Wir“", "en": "“We”"},
    habit={"de": "{usual}-mal „wir“ auf 100 Wörter", "en": "“we” {usual} times in 100 words"},
    gap={
        "de": "{who} sagt {usual}-mal „wir“ auf 100 Wörter; hier: {value}.",
        "en": "{who} says “we” {usual} times in 100 words; here: {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} sagt nie „wir“; hier: {value}-mal auf 100 Wörter.",
        "en": "{who} never says “we”; here: {value} times in 100 words.",
    },
    show=times,
    more_than={
        "de": (("Wir schicken Ihnen unsere Unterlagen morgen.", "Die Unterlagen kommen morgen."),),
        "en": (("We will send you our papers tomorrow.", "The papers will arrive tomorrow."),),
    },
)
