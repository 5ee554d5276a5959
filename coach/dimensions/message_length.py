"""How long a mail is: the words of its body."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, whole
from coach.document import Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    return Reading(float(document.words), document.words, document.body)


DIMENSION = Dimension(
    name="message_length",
    version=1,
    unit="words",
    source="Boomerang 2016 (reply odds by length); rhythm of correspondents, arXiv 1504.00704",
    scale=Scale.LOG,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=3,
    label={"de": "Länge der Mail", "en": "Length of the mail"},
    habit={"de": "rund {usual} Wörter", "en": "about {usual} words"},
    gap={
        "de": "{who} schreibt rund {usual} Wörter; dieser Entwurf hat {value}.",
        "en": "{who} writes about {usual} words; this draft has {value}.",
    },
    measure=measure,
    body_only=True,
    show=whole,
    more_than={
        "de": (
            (
                "Anbei die Rechnung. Wir bitten um Zahlung bis Monatsende und danken für die gute Zusammenarbeit.",
                "Anbei die Rechnung.",
            ),
        ),
        "en": (
            (
                "Here is the invoice. Please pay it by the end of the month, and thank you for your business.",
                "Here is the invoice.",
            ),
        ),
    },
)
