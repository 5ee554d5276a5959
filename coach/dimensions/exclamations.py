"""How loud a mail is: exclamation marks per sentence."""

from __future__ import annotations

import re

from coach.dimension import BOTH, Dimension, Scale, scarce
from coach.document import Document
from coach.model import Reading, Stance

MARKS = re.compile(r"!+")


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    marks = document.matches(MARKS)
    count = sum(mark.end - mark.start for mark in marks)
    return Reading(count / len(document.sentences), len(document.sentences), marks)


DIMENSION = Dimension(
    name="exclamations",
    version=1,
    unit="marks per sentence",
    source="Waseleski 2006 (exclamation marks as friendliness)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=2,
    label={"de": "Ausrufezeichen", "en": "Exclamation marks"},
    habit={"de": "{usual} Ausrufezeichen je Satz", "en": "{usual} exclamation marks per sentence"},
    gap={
        "de": "{who} setzt {usual} Ausrufezeichen je Satz; dieser Entwurf {value}.",
        "en": "{who} uses {usual} exclamation marks per sentence; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} setzt keine Ausrufezeichen; in diesem Entwurf: {count}.",
        "en": "{who} uses no exclamation marks; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (("Super! Das freut uns sehr!", "Gut. Das freut uns sehr."),),
        "en": (("Great! We are so happy!", "Great. We are so happy."),),
    },
)
