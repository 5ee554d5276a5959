"""How much joy a mail shows: joyful words per 100 words, strengthened and negated as they stand."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = [each for each in felt(document, "joy") if not each.negated]
    count = sum(each.strength for each in found)
    return Reading(per_hundred(count, document.words), document.words, tuple(each.span for each in found))


DIMENSION = Dimension(
    name="joy",
    version=1,
    unit="per 100 words",
    source="Pennebaker & Francis 1996 (counting emotion words); Hatfield et al. 1994 (moods are shared)",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=20,
    label={"de": "Freude", "en": "Joy"},
    habit={"de": "{usual} frohe Wörter auf 100", "en": "{usual} joyful words in 100"},
    gap={
        "de": "{who} schreibt {usual} frohe Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} joyful words in 100; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} schreibt ohne frohe Wörter; in diesem Entwurf: {count}.",
        "en": "{who} writes without joyful words; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (
            ("Juhu, wir sind überglücklich und freuen uns riesig!", "Gut, wir haben das geprüft und bestellen es."),
            ("Das freut mich.", "Das freut mich nicht."),
        ),
        "en": (
            ("Hooray, we are thrilled and so excited!", "Fine, we checked it and will order."),
            ("We are happy.", "We are not happy."),
        ),
    },
)
