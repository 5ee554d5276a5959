"""How much stands between blank lines: mean words per paragraph."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, whole
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    longest = max(document.paragraphs, key=lambda paragraph: paragraph.span.end - paragraph.span.start)
    return Reading(document.words / len(document.paragraphs), len(document.paragraphs), (longest.span,))


DIMENSION = Dimension(
    name="paragraph_length",
    version=1,
    unit="words per paragraph",
    source="layout habit; own definition",
    scale=Scale.LOG,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=1,
    label={"de": "Absatzlänge", "en": "Paragraph length"},
    habit={"de": "Absätze mit rund {usual} Wörtern", "en": "paragraphs of about {usual} words"},
    gap={
        "de": "{who} macht nach rund {usual} Wörtern einen Absatz; dieser Entwurf nach {value}.",
        "en": "{who} breaks paragraphs after about {usual} words; this draft after {value}.",
    },
    measure=measure,
    body_only=True,
    show=whole,
    more_than={
        "de": (
            (
                "Die Waage startet nicht. Das ist seit gestern so. Wir brauchen einen Termin.",
                "Die Waage startet nicht.\n\nDas ist seit gestern so.\n\nWir brauchen einen Termin.",
            ),
        ),
        "en": (
            (
                "The scale does not start. It began yesterday. We need an appointment.",
                "The scale does not start.\n\nIt began yesterday.\n\nWe need an appointment.",
            ),
        ),
    },
)
