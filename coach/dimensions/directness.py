"""How directly a mail says what it wants: commands, demands and pressing questions against softened sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from coach.dimension import BOTH, Dimension, Scale
from coach.document import Analysis, Document, Sentence
from coach.later import Later
from coach.meaning_words import MeaningWords
from coach.model import Reading, Span, Stance

STEPS = (
    (-0.35, {"de": "sehr vorsichtig", "en": "very carefully"}),
    (-0.1, {"de": "eher vorsichtig", "en": "rather carefully"}),
    (0.1, {"de": "sachlich", "en": "plainly"}),
    (0.35, {"de": "direkt", "en": "directly"}),
    (math.inf, {"de": "sehr direkt", "en": "very directly"}),
)


def measure(document: Document) -> Reading | None:
    if not document.sentences or document.language is None:
        return None
    words, sentences = document.language.meanings, document.sentences
    pushes = [sentence.analysis.known_with(_push, words) for sentence in sentences]
    found = [(sentence, push) for sentence, push in zip(sentences, pushes, strict=True) if push.by]
    return Reading(sum([push.by for push in pushes]) / len(sentences), len(sentences), Later(_spans, found))


@dataclass(frozen=True, slots=True)
class _Push:
    """Where a sentence stands between softened (-1) and direct (1), and the tokens [first, last) that make it so."""

    by: int
    places: tuple[tuple[int, int], ...]


def _spans(found: Sequence[tuple[Sentence, _Push]]) -> list[Span]:
    return [sentence.span_of(first, last) for sentence, push in found for first, last in push.places]


def _push(sentence: Analysis, words: MeaningWords) -> _Push:
    if soft := _listed(sentence, "softening"):
        return _Push(-1, soft)
    pressing = _pressing(sentence, words)
    return _Push(1 if pressing else 0, pressing)


def _listed(sentence: Analysis, category: str) -> tuple[tuple[int, int], ...]:
    if category not in sentence.counts:
        return ()
    return tuple((hit.first, hit.last) for hit in sentence.hits if hit.category == category)


def _pressing(sentence: Analysis, words: MeaningWords) -> tuple[tuple[int, int], ...]:
    """The words that demand: commands, demands, and what a direct question asks with."""
    commands = [(index, index + 1) for index in sentence.known(words.commands)]
    asks = sentence.text.endswith("?") and sentence.tokens[0].lower in words.question_words
    return (*commands, *_listed(sentence, "pressing"), *([(0, 1)] if asks else []))


def show(value: float | str, language: str) -> str:
    return next(words[language] for limit, words in STEPS if float(value) <= limit)


DIMENSION = Dimension(
    name="directness",
    version=1,
    unit="index per sentence, -1 = all softened, 1 = all direct",
    source="Blum-Kulka, House & Kasper 1989 (directness of requests); Searle 1975",
    scale=Scale.LINEAR,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=3,
    label={"de": "Direktheit", "en": "Directness"},
    habit={"de": "schreibt {usual}", "en": "writes {usual}"},
    gap={
        "de": "{who} schreibt {usual}; dieser Entwurf {value}.",
        "en": "{who} writes {usual}; this draft {value}.",
    },
    measure=measure,
    body_only=True,
    show=show,
    more_than={
        "de": (
            ("Schicken Sie mir die Liste.", "Die Liste fehlt uns noch."),
            ("Geben Sie mir die Liste.", "Vielleicht könnten wir die Liste einmal ansehen."),
            ("Wann kommt die Liste?", "Es wäre schön, wenn die Liste käme."),
        ),
        "en": (
            ("Send me the list today.", "The list is in the office."),
            ("Give me the list.", "Perhaps we could look at the list some day."),
            ("When does the list arrive?", "I was wondering whether the list might arrive."),
        ),
    },
)
