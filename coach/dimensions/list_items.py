"""How much of a mail is a list: share of its lines that are list items."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, percent
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    lines = sum(paragraph.lines for paragraph in document.paragraphs)
    bullets = sum(paragraph.bullets for paragraph in document.paragraphs)
    return Reading(bullets / lines, lines, tuple(each.span for each in document.paragraphs if each.bullets))


DIMENSION = Dimension(
    name="list_items",
    version=1,
    unit="share of lines",
    source="layout habit; own definition",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=1,
    label={"de": "Listen", "en": "Lists"},
    habit={"de": "{usual} der Zeilen sind Listenpunkte", "en": "{usual} of the lines are list items"},
    gap={
        "de": "{who}: {usual} der Zeilen sind Listenpunkte; in diesem Entwurf {value}.",
        "en": "{who}: {usual} of the lines are list items; in this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} schreibt keine Listen; dieser Entwurf hat welche.",
        "en": "{who} writes no lists; this draft has some.",
    },
    show=percent,
    more_than={
        "de": (("Offen sind:\n1. die Rechnung\n2. der Termin\n", "Offen sind die Rechnung und der Termin."),),
        "en": (("Still open:\n- the invoice\n- the date\n", "The invoice and the date are still open."),),
    },
)
