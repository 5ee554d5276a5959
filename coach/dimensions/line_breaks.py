"""How a mail breaks its lines: share of its sentences that begin on a line of their own, list items aside."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, percent
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    counted = document.sentences[1:]
    if not document.words or not counted or any(paragraph.bullets for paragraph in document.paragraphs):
        return None
    text = document.text
    broken = tuple(
        each.span
        for before, each in zip(document.sentences, counted, strict=False)
        if "\n" in text[before.span.end : each.span.start]
    )
    return Reading(len(broken) / len(counted), len(counted), broken)


DIMENSION = Dimension(
    name="line_breaks",
    version=1,
    unit="share of sentences",
    source="layout habit; own definition",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=3,
    label={"de": "Neue Zeilen", "en": "New lines"},
    habit={
        "de": "{usual} der Sätze beginnen in einer neuen Zeile",
        "en": "{usual} of the sentences begin on a new line",
    },
    gap={
        "de": "{who}: {usual} der Sätze beginnen in einer neuen Zeile; in diesem Entwurf {value}.",
        "en": "{who}: {usual} of the sentences begin on a new line; in this draft {value}.",
    },
    measure=measure,
    show=percent,
    more_than={
        "de": (
            (
                "Die Waage startet nicht.\nDas ist seit gestern so.\nWir brauchen einen Termin.",
                "Die Waage startet nicht. Das ist seit gestern so. Wir brauchen einen Termin.",
            ),
        ),
        "en": (
            (
                "The scale does not start.\nIt began yesterday.\nWe need an appointment.",
                "The scale does not start. It began yesterday. We need an appointment.",
            ),
        ),
    },
)
