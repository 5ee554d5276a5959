"""How polite a text is: politeness strategies in it, weighted by what readers made of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from operator import attrgetter
from types import MappingProxyType

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Document
from coach.later import Later
from coach.model import Reading, Span, Stance
from coach.politeness import tally, uses_in

# What one use in every sentence would add to or take from perceived politeness, in standard deviations of the
# readers' ratings. `bench/registers.py DATA_FOLDER --learn` prints them: a ridge regression on rated requests, drawn to
# what Danescu-Niculescu-Mizil et al. 2013 (table 3) report of the same strategy; where requests hold a strategy fewer
# than 30 times their figure stands, or our estimate where they have none (reassurance, demand, closing). German has no
# ratings: strategies keep their weight.
WEIGHTS: Mapping[str, float] = MappingProxyType({
    # regard for the other: thanks, welcome, praise, agreement, greeting, an apology
    "gratitude": 0.83, "welcome": 0.44, "reassurance": 0.42, "compliment": 0.4, "opens_greeting": 0.29, "smiley": 0.24,
    "agreement": 0.23, "closing": 0.17, "apology": 0.15,
    # a way out for the other: by the way, modals, wishes, hedges, open questions, reasons, one's own part in it
    "indirect": 0.32, "asks_can": 0.22, "perhaps": 0.16, "could_you": 0.14, "wish": 0.14, "disclosure": 0.12,
    "explaining": 0.12, "seeming": 0.12, "existence": 0.1, "asks_openly": 0.09, "please": 0.09, "can_you": 0.08,
    "opinion": 0.07, "suggesting_check": 0.06, "suggests": 0.06, "ask_detail": 0.05, "opens_i": 0.05, "softly": 0.04,
    "understanding": 0.04,
    # directness: please as the first word, what/how questions, bare commands, a question of three words, "And ...", "You ..."
    "your_intention": -0.04, "generalising": -0.07, "please_first": -0.07, "asks_wh": -0.08, "brief_question": -0.08,
    "third_parties": -0.11, "exactly": -0.19, "opens_abruptly": -0.2, "bare_command": -0.25, "opens_you": -0.28,
    "short_question": -0.3,
    # doubt and contradiction: not, no, why, "really", "already", words quoted back, "you seem"
    "negating": -0.09, "insisting": -0.11, "quoted_words": -0.14, "ellipsis": -0.17, "insisting_on_fact": -0.22,
    "presuming": -0.22, "asking_why": -0.23, "refusing": -0.25, "negative_question": -0.27, "asks_why_first": -0.29,
    "opens_no": -0.3,
    # attack: obligation, blame, "why don't you", emphasis, "do it yourself", "???", demands
    "duty": -0.14, "criticism": -0.24, "denial": -0.25, "emphasis": -0.27, "yourself": -0.37, "challenge": -0.39,
    "doubled_marks": -0.41, "demand": -0.46,
})  # fmt: skip
PLACE = attrgetter("start", "end")
# The strategies whose words are pointed at; the others weigh too little.
SHOWN = frozenset(name for name, weight in WEIGHTS.items() if abs(weight) >= 0.1)

STEPS = (
    (-0.2, {"de": "schroff", "en": "blunt"}),
    (0.2, {"de": "sachlich", "en": "matter-of-fact"}),
    (0.7, {"de": "höflich", "en": "polite"}),
    (math.inf, {"de": "sehr höflich", "en": "very polite"}),
)


def features(used: Counter[str], sentences: int) -> dict[str, float]:
    """How densely each strategy is used: the root of its share of sentences, one sentence added; comparable over
    lengths, and a strategy's tenth use adds little to its first."""
    return {name: math.sqrt(count / (sentences + 1)) for name, count in used.items()}


def measure(document: Document) -> Reading | None:
    if document.language is None or not document.sentences:
        return None
    dense = features(tally(document), len(document.sentences))
    value = sum(WEIGHTS.get(name, 0.0) * density for name, density in dense.items())
    return Reading(value, document.words, Later(_shown, document))


def _shown(document: Document) -> list[Span]:
    return sorted({use.span for use in uses_in(document, SHOWN)}, key=PLACE)


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="politeness",
    version=2,
    unit="index, 0 = neutral, higher = more polite",
    source="Danescu-Niculescu-Mizil et al. 2013; Brown & Levinson 1987; German wording our own",
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
            ("Wäre es möglich, den Termin zu verschieben?", "Verschieben Sie den Termin."),
        ),
        "en": (
            ("Could you please send us the quote? Thank you so much.", "Send the quote."),
            ("Thanks, that is excellent work.", "Why is this still wrong? This is unacceptable."),
            ("Perhaps we could move the meeting, if that works for you?", "Move the meeting."),
        ),
    },
)  # fmt: skip
