"""How much a mail asks: share of its sentences that end in a question mark."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, percent
from coach.document import Analysis, Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    asks = document.known(_asks)
    asking = tuple([each.span for each, asked in zip(document.sentences, asks, strict=True) if asked])
    return Reading(len(asking) / len(document.sentences), len(document.sentences), asking)


def _asks(sentence: Analysis) -> bool:
    return "?" in sentence.text[-4:]


DIMENSION = Dimension(
    name="questions",
    version=1,
    unit="share of sentences",
    source="own definition; Boomerang 2016 (questions and reply odds)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=2,
    label={"de": "Fragen", "en": "Questions"},
    habit={"de": "{usual} der Sätze sind Fragen", "en": "{usual} of the sentences are questions"},
    gap={
        "de": "{who}: {usual} der Sätze sind Fragen; in diesem Entwurf {value}.",
        "en": "{who}: {usual} of the sentences are questions; in this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} stellt kaum Fragen; in diesem Entwurf: {count}.",
        "en": "{who} hardly asks questions; in this draft: {count}.",
    },
    show=percent,
    more_than={
        "de": (("Wann kommt die Ware? Reicht das bis Freitag?", "Die Ware kommt am Freitag. Das reicht."),),
        "en": (("When will it ship? Is Friday fine?", "It ships on Friday. That is fine."),),
    },
)
