"""How nested a mail is: commas per sentence."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, scarce
from coach.document import Analysis, Document
from coach.model import Reading, Stance


def measure(document: Document) -> Reading | None:
    if not document.words:
        return None
    counts = document.known(_commas)
    count = sum(counts)
    most = document.sentences[counts.index(max(counts))]
    return Reading(count / len(document.sentences), len(document.sentences), (most.span,))


def _commas(sentence: Analysis) -> int:
    return sum(token.text == "," for token in sentence.tokens)


DIMENSION = Dimension(
    name="commas",
    version=1,
    unit="commas per sentence",
    source="punctuation habit; Burrows-style stylometry",
    scale=Scale.ROOT,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=2,
    label={"de": "Kommas", "en": "Commas"},
    habit={"de": "{usual} Kommas je Satz", "en": "{usual} commas per sentence"},
    gap={
        "de": "{who} setzt {usual} Kommas je Satz; dieser Entwurf {value}.",
        "en": "{who} uses {usual} commas per sentence; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    never={
        "de": "{who} setzt kaum Kommas; in diesem Entwurf: {count}.",
        "en": "{who} hardly uses commas; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (("Wenn das geht, was ich hoffe, kommen wir, wie besprochen.", "Wir kommen wie besprochen."),),
        "en": (("If that works, which I hope, we will, as agreed, come.", "We will come as agreed."),),
    },
)
