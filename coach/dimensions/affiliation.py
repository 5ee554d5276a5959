"""How much a mail speaks of belonging: words of friendship and togetherness per 100 words; a weak sign."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = [each for each in felt(document, "affiliation") if not each.negated]
    count = sum(each.strength for each in found)
    return Reading(per_hundred(count, document.words), document.words, tuple(each.span for each in found))


DIMENSION = Dimension(
    name="affiliation",
    version=1,
    unit="per 100 words",
    source="McAdams 1982; Schultheiss 2013 (weak, r about .2 to .3)",
    scale=Scale.ROOT,
    stance=Stance.IGNORE,  # motives are read from words too weakly to act on
    languages=BOTH,
    least=60,
    label={"de": "Zugehörigkeit (schwaches Zeichen)", "en": "Affiliation (weak sign)"},
    habit={"de": "{usual} Wörter der Nähe auf 100", "en": "{usual} words of belonging in 100"},
    gap={
        "de": "{who} schreibt {usual} Wörter der Nähe auf 100; dieser Entwurf {value}. Das sagt nur wenig.",
        "en": "{who} writes {usual} words of belonging in 100; this draft {value}. That says little.",
    },
    measure=measure,
    never={
        "de": "{who} schreibt kaum Wörter der Nähe; in diesem Entwurf: {count}. Das sagt nur wenig.",
        "en": "{who} hardly writes words of belonging; in this draft: {count}. That says little.",
    },
    show=scarce,
    more_than={
        "de": (
            (
                "Wir sind wie eine Familie und feiern gemeinsam mit Freunden.",
                "Der Lieferschein liegt im Lager und wird geprüft.",
            ),
        ),
        "en": (
            ("We are like a family and celebrate together with friends.", "The delivery note lies in the warehouse."),
        ),
    },
)
