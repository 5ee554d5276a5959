"""How formal a text is: wording, sentences and parts of speech, marks and capitals, greeting and closing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.formality import cues, spans_of
from coach.later import Later
from coach.model import Reading, Stance

# What each cue of `coach/formality.py` adds per unit of its strength. `bench/registers.py DATA_FOLDER --learn` prints
# them: ridge regressions on rated German sentences and on rated English mails, in which a cue keeps its direction or
# counts nothing; the English ones are drawn towards the German ones. Greeting, closing and du or Sie have no German
# ratings: our estimate. The unit is scaled so that ordinary mail spreads about 1 around 0.
WEIGHTS: Mapping[str, Mapping[str, float]] = MappingProxyType({
    "de": {
        "articles": 0.91, "abstract_words": 0.88, "long_words": 0.76, "formal": 0.67, "sentence_length": 0.48,
        "adjectives": 0.43, "closing_form": 0.42, "greeting_form": 0.42, "office": 0.41, "written": 0.36,
        "prepositions": 0.34, "figures": 0.32, "nouns": 0.25, "sie": 0.24, "letters": 0.11, "closes": 0.06,
        "greets": 0.06, "signature": 0.06, "dash": -0.05, "small_i": -0.12, "booster": -0.16, "adverbs": -0.2,
        "clipped": -0.22, "verbless": -0.23, "small_closing": -0.24, "question": -0.25, "du": -0.3, "hedge": -0.3,
        "plain": -0.31, "small_start": -0.35, "short_form": -0.49, "no_stop": -0.57, "personal": -0.57, "i": -0.58,
        "shouting": -0.59, "ellipsis": -0.66, "subjectless": -0.66, "doubled_marks": -0.78, "informal": -0.86,
        "interjection": -0.87, "exclamation": -1.14, "smiley": -1.25, "slang": -1.65,
    },
    "en": {
        "names": 2.18, "office": 1.7, "articles": 1.6, "formal": 1.42, "prepositions": 1.06, "closing_form": 0.79,
        "greeting_form": 0.69, "semicolon": 0.69, "figures": 0.61, "brackets": 0.48, "signature": 0.34,
        "sentence_length": 0.28, "greets": 0.26, "closes": 0.2, "no_stop": -0.16, "verbless": -0.2, "shouting": -0.29,
        "question": -0.37, "small_closing": -0.48, "hedge": -0.55, "personal": -0.62, "short_form": -0.66,
        "informal": -1.09, "dash": -1.42, "booster": -1.52, "adverbs": -1.58, "clipped": -1.64, "small_start": -1.74,
        "small_i": -2.37, "smiley": -2.38, "doubled_marks": -2.89, "ellipsis": -3.6, "slang": -4.4,
        "subjectless": -4.51, "exclamation": -5.33, "interjection": -5.77,
    },
})  # fmt: skip

STEPS = (
    (-1.5, {"de": "sehr locker", "en": "very casual"}),
    (-0.5, {"de": "locker", "en": "casual"}),
    (0.5, {"de": "neutral", "en": "neutral"}),
    (1.5, {"de": "förmlich", "en": "formal"}),
    (math.inf, {"de": "sehr förmlich", "en": "very formal"}),
)


def measure(document: Document) -> Reading | None:
    if document.language is None or not document.words or document.language.code not in WEIGHTS:
        return None
    weights = WEIGHTS[document.language.code]
    value = sum([weights[name] * strength for name, strength in cues(document).items() if name in weights])
    return Reading(value, document.words, Later(spans_of, document))


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="formality",
    version=3,
    unit="index, 0 = neutral, higher = more formal",
    source="Peterson, Hohensee & Xia 2011; Pavlick & Tetreault 2016; Heylighen & Dewaele 2002; own lists",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=8,
    label={"de": "Förmlichkeit", "en": "Formality"},
    habit={"de": "Ton: {usual}", "en": "tone: {usual}"},
    gap={
        "de": "{who} schreibt {usual}; dieser Entwurf ist {value}.",
        "en": "{who} writes in a {usual} way; this draft is {value}.",
    },
    measure=measure,
    show=show,
    more_than={
        "de": (
            ("Hiermit bitten wir Sie um Rückmeldung bezüglich der beigefügten Unterlagen.", "Hey, check mal bitte die Sachen, ok?"),
            ("Sehr geehrte Frau Wolf,\n\nwir danken Ihnen.\n\nMit freundlichen Grüßen\n", "Hi Eva,\n\nwir danken dir.\n\nLG\n"),
        ),
        "en": (
            ("We would appreciate receiving confirmation regarding the enclosed documentation.", "Hey, can you check the stuff, ok? Thx!"),
            ("Dear Ms Wolf,\n\nwe thank you.\n\nYours sincerely,\n", "Hey Eva,\n\nthank you.\n\nCheers\n"),
        ),
    },
)  # fmt: skip
