"""How good or bad a mail feels: pleasant against unpleasant words, strengthened and negated as they stand."""

from __future__ import annotations

import math

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance
from coach.negation import felt

# How much a word of each list weighs, by our own estimate; a negated one weighs half and the other way round.
WEIGHTS = {
    "joy": 1.3, "splendid": 1.6, "pleasant": 1.0, "unpleasant": -1.0, "disappointment": -1.2, "dreadful": -1.8, "anger": -1.6,
}  # fmt: skip
ROOM = 0.7  # per sentence: keeps one word in a long mail from deciding alone

STEPS = (
    (-0.45, {"de": "sehr negativ", "en": "very negative"}),
    (-0.12, {"de": "eher negativ", "en": "rather negative"}),
    (0.12, {"de": "neutral", "en": "neutral"}),
    (0.45, {"de": "eher positiv", "en": "rather positive"}),
    (math.inf, {"de": "sehr positiv", "en": "very positive"}),
)


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = felt(document, *WEIGHTS)
    sums = [each.strength * WEIGHTS[each.category] for each in found]
    size = sum(abs(each) for each in sums)
    value = sum(sums) / (size + ROOM * len(document.sentences))
    return Reading(value, document.words, tuple(each.span for each in found))


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="valence",
    version=1,
    unit="index, -1 = very bad, 1 = very good",
    source="Taboada et al. 2011 (lexicon, intensifiers, negation); own lists",
    scale=Scale.LINEAR,
    stance=Stance.IGNORE,  # a bad mood is not to be mirrored, a good one is joy's matter
    languages=BOTH,
    least=15,
    label={"de": "Stimmung", "en": "Mood"},
    habit={"de": "Stimmung: {usual}", "en": "mood: {usual}"},
    gap={
        "de": "{who} klingt meist {usual}; dieser Entwurf {value}.",
        "en": "{who} usually sounds {usual}; this draft {value}.",
    },
    measure=measure,
    show=show,
    more_than={
        "de": (
            ("Das ist hervorragend geworden, wir sind begeistert.", "Das ist heute bei uns angekommen."),
            ("Die Ware kam nicht schlecht an.", "Die Ware kam schlecht an."),
            ("Die Suppe war gut.", "Die Suppe war nicht gut."),
        ),
        "en": (
            ("This is excellent, we are delighted.", "This arrived here today."),
            ("The soup was not bad.", "The soup was bad."),
            ("The service was good.", "The service was not good."),
        ),
    },
)  # fmt: skip
