"""How much a mail speaks of achieving: words of performance and success per 100 words; a weak sign."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = [each for each in felt(document, "achievement") if not each.negated]
    count = sum(each.strength for each in found)
    return Reading(per_hundred(count, document.words), document.words, tuple(each.span for each in found))


DIMENSION = Dimension(
    name="achievement",
    version=1,
    unit="per 100 words",
    source="McClelland 1985; Schultheiss 2013 (weak, r about .2 to .3)",
    scale=Scale.ROOT,
    stance=Stance.IGNORE,  # motives are read from words too weakly to act on
    languages=BOTH,
    least=60,
    label={"de": "Leistung (schwaches Zeichen)", "en": "Achievement (weak sign)"},
    habit={"de": "{usual} Leistungswörter auf 100", "en": "{usual} words of achievement in 100"},
    gap={
        "de": "{who} schreibt {usual} Leistungswörter auf 100; dieser Entwurf {value}. Das sagt nur wenig.",
        "en": "{who} writes {usual} words of achievement in 100; this draft {value}. That says little.",
    },
    measure=measure,
    never={
        "de": "{who} schreibt kaum Leistungswörter; in diesem Entwurf: {count}. Das sagt nur wenig.",
        "en": "{who} hardly writes words of achievement; in this draft: {count}. That says little.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Die Lehrlinge haben hart trainiert und den Wettbewerb gewonnen.",
                "Die Lehrlinge sind heute im Lager und holen Ware.",
            ),
        ),
        "en": (
            (
                "We worked hard, beat our target and won the award.",
                "We are in the warehouse today and collect the goods.",
            ),
        ),
    },
)
