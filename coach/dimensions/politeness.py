"""How polite a text is: politeness strategies in it, weighted by what readers made of them."""

from __future__ import annotations

import math

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.model import Reading, Stance

# Mean perceived politeness of requests with the strategy (Danescu-Niculescu-Mizil et al. 2013, table 3), and
# our own estimate where the paper has no such strategy (blunt, booster).
WEIGHTS = {
    "gratitude": 0.87, "deference": 0.78, "apology": 0.36, "softener": 0.5, "please": 0.3, "hedge": 0.15, "blunt": -0.7,
}  # fmt: skip
GREETING = 0.43
PLEASE_FIRST = -0.3
DIRECT_QUESTION = -0.27
DIRECT_START = -0.43

STEPS = (
    (-0.2, {"de": "schroff", "en": "blunt"}),
    (0.2, {"de": "sachlich", "en": "matter-of-fact"}),
    (0.7, {"de": "höflich", "en": "polite"}),
    (math.inf, {"de": "sehr höflich", "en": "very polite"}),
)


def measure(document: Document) -> Reading | None:
    if document.language is None or not document.sentences:
        return None
    language = document.language
    value = sum(weight * math.sqrt(document.count(name)) for name, weight in WEIGHTS.items())
    value += GREETING * (document.greeting is not None)
    for sentence in document.sentences:
        first = sentence.tokens[0].text.lower() if sentence.tokens else ""
        if first in ("bitte", "please"):
            value += PLEASE_FIRST
        elif first in language.question_words and sentence.span.of(document.text).rstrip().endswith("?"):
            value += DIRECT_QUESTION
        elif first in language.abrupt_starts:
            value += DIRECT_START
    # Long texts hold more of everything; the square root keeps lengths comparable.
    return Reading(value / math.sqrt(len(document.sentences)), document.words, document.spans(*WEIGHTS))


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="politeness",
    version=1,
    unit="index, 0 = neutral, higher = more polite",
    source="Danescu-Niculescu-Mizil et al. 2013; German wording our own",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=8,
    label={"de": "Höflichkeit", "en": "Politeness"},
    habit={"de": "Umgang: {usual}", "en": "manner: {usual}"},
    gap={
        "de": "{who} schreibt {usual}; dieser Entwurf klingt {value}.",
        "en": "{who} writes in a {usual} way; this draft sounds {value}.",
    },
    measure=measure,
    show=show,
    more_than={
        "de": (
            ("Könnten Sie uns bitte das Angebot schicken? Vielen Dank im Voraus!", "Schicken Sie das Angebot."),
            ("Danke, das ist großartig geworden.", "Was soll das? Das ist inakzeptabel."),
        ),
        "en": (
            ("Could you please send us the quote? Thank you so much.", "Send the quote."),
            ("Thanks, that is excellent work.", "Why is this still wrong? This is unacceptable."),
        ),
    },
)  # fmt: skip
