"""Dashes, brackets, colons and semicolons per 100 words."""

from __future__ import annotations

import re

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance

MARKS = re.compile(r"(?<=\s)[-–—]+(?=\s)|—|[(;]|:(?=\s)|\.\.\.|…")


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    marks = document.matches(MARKS)
    return Reading(per_hundred(len(marks), document.words), document.words, marks)


DIMENSION = Dimension(
    name="asides",
    version=1,
    unit="per 100 words",
    source="punctuation habit; Burrows-style stylometry",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=15,
    label={"de": "Gedankenstriche, Klammern", "en": "Dashes and brackets"},
    habit={
        "de": "{usual} Striche, Klammern oder Doppelpunkte auf 100 Wörter",
        "en": "{usual} dashes, brackets or colons in 100 words",
    },
    gap={
        "de": "{who} setzt {usual} Striche, Klammern oder Doppelpunkte auf 100 Wörter; dieser Entwurf {value}.",
        "en": "{who} uses {usual} dashes, brackets or colons in 100 words; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} schreibt ohne Striche, Klammern und Doppelpunkte; in diesem Entwurf: {count}.",
        "en": "{who} writes without dashes, brackets or colons; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Die Waage (Typ 3) steht – noch immer; Ursache: Sensor.",
                "Die Waage vom Typ 3 steht noch immer wegen des Sensors.",
            ),
        ),
        "en": (
            (
                "The scale (type 3) is down - still; cause: sensor.",
                "The type 3 scale is still down because of the sensor.",
            ),
        ),
    },
)
