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
# readers' ratings. `bench/registers.py DATA_FOLDER --learn` prints them: a ridge regression on the 4,164 rated requests
# whose ratings belong to their texts, drawn to what Danescu-Niculescu-Mizil et al. 2013 (table 3) report of the same
# strategy, or to our estimate where requests hardly use it (reassurance, demand, closing). What many requests use weighs
# what these ratings say. German has no ratings: strategies keep their weight.
WEIGHTS: Mapping[str, float] = MappingProxyType({
    # regard for the other: thanks, welcome, praise, greeting, an apology, agreement
    "gratitude": 1.15, "welcome": 0.54, "smiley": 0.52, "apology": 0.46, "compliment": 0.39, "opens_greeting": 0.37,
    "agreement": 0.27, "reassurance": 0.26, "closing": 0.13,
    # a way out for the other: by the way, modals, please, hedges, wishes, open questions, a choice, reasons, one's own part
    "indirect": 0.34, "asks_can": 0.34, "please_first": 0.3, "perhaps": 0.29, "please": 0.27, "disclosure": 0.25,
    "seeming": 0.19, "explaining": 0.17, "could_you": 0.15, "can_you": 0.15, "asks_openly": 0.14, "wish": 0.14,
    "existence": 0.13, "suggests": 0.13, "suggesting_check": 0.12, "exclamation": 0.1, "choosing": 0.09,
    "full_question": 0.09, "tentative": 0.08, "ask_detail": 0.07, "opinion": 0.05, "asks_wh": 0.05, "opens_i": 0.04,
    # directness: bare commands, a question of a few words, one that ends with "what?", "And ...", "You ..."
    "help": -0.04, "merely": -0.09, "your_intention": -0.09, "opens_abruptly": -0.12, "brief_question": -0.13,
    "bare_command": -0.15, "third_parties": -0.15, "exactly": -0.22, "flung_back": -0.27, "opens_you": -0.34,
    "short_question": -0.39,
    # doubt and contradiction: not, no, why, "really", "already", words quoted back, "you seem"
    "ellipsis": -0.12, "presuming": -0.12, "asks_why_first": -0.15, "insisting": -0.16, "quoted_words": -0.2,
    "negating": -0.21, "negative_question": -0.25, "opens_no": -0.27, "refusing": -0.33, "asking_why": -0.36,
    "insisting_on_fact": -0.44,
    # attack: obligation, blame, "why don't you", capitals and other emphasis, "do it yourself", "???", demands
    "duty": -0.11, "denial": -0.17, "criticism": -0.19, "yourself": -0.27, "challenge": -0.35, "emphasis": -0.43,
    "demand": -0.45, "doubled_marks": -0.46,
})  # fmt: skip
PLACE = attrgetter("start", "end")
# The strategies whose words are pointed at; the others weigh too little.
SHOWN = frozenset(name for name, weight in WEIGHTS.items() if abs(weight) >= 0.1)

# Of 383 support-list mails 7 % are called blunt, 44 % matter-of-fact, 42 % polite.
STEPS = (
    (-0.15, {"de": "schroff", "en": "blunt"}),
    (0.3, {"de": "sachlich", "en": "matter-of-fact"}),
    (0.95, {"de": "höflich", "en": "polite"}),
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
    value = sum([WEIGHTS[name] * density for name, density in dense.items() if name in WEIGHTS])
    return Reading(value, document.words, Later(_shown, document))


def _shown(document: Document) -> list[Span]:
    return sorted({use.span for use in uses_in(document, SHOWN)}, key=PLACE)


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="politeness",
    version=3,
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
