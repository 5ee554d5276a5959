"""How much a mail says I: first person singular per 100 words."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, times
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    spans = document.spans("i")
    return Reading(per_hundred(len(spans), document.words), document.words, spans)


DIMENSION = Dimension(
    name="first_person",
    version=1,
    unit="per 100 words",
    source="Packard, Moore & McFerran 2018",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "„Ich“", "en": "“I”"},
    habit={"de": "{usual}-mal „ich“ auf 100 Wörter", "en": "“I” {usual} times in 100 words"},
    gap={
        "de": "{who} sagt {usual}-mal „ich“ auf 100 Wörter; hier: {value}.",
        "en": "{who} says “I” {usual} times in 100 words; here: {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} sagt nie „ich“; hier: {value}-mal auf 100 Wörter.",
        "en": "{who} never says “I”; here: {value} times in 100 words.",
    },
    show=times,
    more_than={
        "de": (("Ich schicke Ihnen meine Unterlagen morgen.", "Die Unterlagen kommen morgen."),),
        "en": (("I will send you my papers tomorrow.", "The papers will arrive tomorrow."),),
    },
)
