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
        "articles": 0.91, "abstract_words": 0.88, "long_words": 0.77, "formal": 0.67, "sentence_length": 0.48,
        "adjectives": 0.43, "closing_form": 0.42, "greeting_form": 0.42, "office": 0.41, "written": 0.36,
        "prepositions": 0.33, "figures": 0.31, "nouns": 0.27, "sie": 0.24, "letters": 0.11, "closes": 0.06,
        "greets": 0.06, "signature": 0.06, "dash": -0.05, "small_i": -0.12, "booster": -0.16, "adverbs": -0.2,
        "clipped": -0.21, "verbless": -0.22, "small_closing": -0.24, "question": -0.25, "hedge": -0.29, "du": -0.3,
        "plain": -0.32, "small_start": -0.34, "short_form": -0.48, "personal": -0.56, "shouting": -0.58, "i": -0.59,
        "no_stop": -0.59, "ellipsis": -0.69, "doubled_marks": -0.8, "interjection": -0.83, "informal": -0.9,
        "exclamation": -1.14, "smiley": -1.31, "slang": -1.69,
    },
    "en": {
        "names": 2.08, "office": 1.92, "articles": 1.43, "formal": 1.42, "prepositions": 1.18, "closing_form": 0.84,
        "greeting_form": 0.76, "semicolon": 0.67, "brackets": 0.54, "figures": 0.39, "greets": 0.25,
        "sentence_length": 0.23, "closes": 0.19, "signature": 0.19, "verbless": -0.16, "no_stop": -0.18,
        "shouting": -0.29, "question": -0.37, "small_closing": -0.42, "personal": -0.43, "hedge": -0.72,
        "short_form": -0.82, "informal": -1.26, "dash": -1.29, "small_i": -1.6, "clipped": -1.65, "booster": -1.87,
        "adverbs": -2.06, "small_start": -2.1, "doubled_marks": -2.41, "smiley": -2.59, "ellipsis": -3.54,
        "exclamation": -4.41, "slang": -4.93, "interjection": -5.94,
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
    version=2,
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
