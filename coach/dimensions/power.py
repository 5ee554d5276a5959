"""How much a mail speaks of power: words of control and rank per 100 words; a weak sign."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = [each for each in felt(document, "power") if not each.negated]
    count = sum(each.strength for each in found)
    return Reading(per_hundred(count, document.words), document.words, tuple(each.span for each in found))


DIMENSION = Dimension(
    name="power",
    version=1,
    unit="per 100 words",
    source="Winter 1973; Schultheiss 2013 (weak, r about .2 to .3)",
    scale=Scale.ROOT,
    stance=Stance.IGNORE,  # motives are read from words too weakly to act on, and power is not to be mirrored
    languages=BOTH,
    least=60,
    label={"de": "Macht (schwaches Zeichen)", "en": "Power (weak sign)"},
    habit={"de": "{usual} Machtwörter auf 100", "en": "{usual} words of power in 100"},
    gap={
        "de": "{who} schreibt {usual} Machtwörter auf 100; dieser Entwurf {value}. Das sagt nur wenig.",
        "en": "{who} writes {usual} words of power in 100; this draft {value}. That says little.",
    },
    measure=measure,
    never={
        "de": "{who} schreibt kaum Machtwörter; in diesem Entwurf: {count}. Das sagt nur wenig.",
        "en": "{who} hardly writes words of power; in this draft: {count}. That says little.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Als Vorstand verlange ich die volle Kontrolle und dulde keinen Widerspruch.",
                "Wir treffen uns am Montag im Lager und zählen die Ware.",
            ),
        ),
        "en": (("I am in charge here and I demand full control.", "We meet on Monday and count the goods."),),
    },
)
