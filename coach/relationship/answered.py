"""Which of a mail's needs a draft answers, promises to see to, or leaves open: by meaning, and by what fits."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from coach.answer_words import AnswerWords
from coach.document import Analysis, Document
from coach.encoder import Encoder
from coach.language import Language
from coach.literals import lowered, occurs
from coach.model import Answer, Need, NeedKind, Span, Standing
from coach.relationship.clauses import plain
from coach.remembering import remembered

OPEN_UNTIL = 0.35  # probability of being taken up below which a need is called open: few false alarms before few misses
REMEMBERED = 4_000  # needs with lines of drafts, and what the line has for the need; some 200 bytes each
STEM = 5  # letters; "Rechnung" and "Rechnungen", "extend" and "extended" begin alike
CONTENT = re.compile(r"[^\W\d_]{4,}|\d[\d.,:/-]*\d|\d")

# Log odds that a need is taken up, by what the draft shows; learned by bench/learn_answers.py from the seen half of
# tests/coach/answers.toml. `cosine` counts per unit, all others are there or not.
BIAS = -1.1
WEIGHTS: Mapping[str, float] = {
    "cosine": 5.9,
    "shared_word": 0.8,
    "fits": 0.6,
    "lacks": -0.6,
    "yes_or_no": 1.2,
    "attached": 0.3,
    "regret": 0.2,
    "repair": 0.4,
    "promise": 0.9,
}

SHOWN = (
    "promise", "asks_back", "yes_or_no", "attached", "regret", "repair",
    "names_time", "names_price", "names_amount", "names_place",
)  # fmt: skip
# What a question wants, and what a sentence has that gives it.
SLOTS = (
    ("when_question", "names_time"),
    ("price_question", "names_price"),
    ("how_many_question", "names_amount"),
    ("where_question", "names_place"),
)


class _Cues(NamedTuple):
    """What in a sentence of the draft could take up a need, and the log odds that this adds."""

    found: frozenset[str]
    odds: float


def answers(draft: Document, asked: Sequence[Need], asked_in: Language, encoder: Encoder) -> tuple[Answer, ...]:
    """How each need stands in the draft, in order; `asked_in` is the language of the mail that asks.

    Cosine similarity of sentence embeddings (Yang et al. 2020) and cues, weighed by a logistic regression.
    """
    if draft.language is None or not asked:
        return ()
    read, cues_of = _line_reader(draft.language.answers), _cue_reader(asked_in.answers)
    lines = [(sentence, sentence.known(read)) for sentence in draft.sentences]
    telling = [(sentence, line) for sentence, line in lines if not line.says_nothing]
    if not telling:
        return tuple(Answer(need, Standing.OPEN) for need in asked)
    near = encoder.encode([need.text for need in asked]) @ encoder.encode([each.text for each, _ in telling]).T
    spans = [sentence.span for sentence, _ in telling]
    return tuple(
        _answer(
            need, spans, row.tolist(), [cues_of(need.kind, need.text, each.words, each.shown) for _, each in telling]
        )
        for need, row in zip(asked, near, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence of the draft in lower case, with what it shows and whether it is a mere courtesy or a rebuff."""

    words: str = field(repr=False)
    shown: frozenset[str]
    says_nothing: bool


@lru_cache
def _line_reader(words: AnswerWords) -> Callable[[Analysis], _Line]:
    """What reads sentences of one language; always the same function, so that a sentence remembers what it showed."""

    def read(sentence: Analysis) -> _Line:
        line = plain(sentence.text)
        return _Line(line, shows(line, words), bool(words.only_polite.search(line) or words.dismisses.search(line)))

    return read


def shows(line: str, words: AnswerWords) -> frozenset[str]:
    """Which of the language's patterns for answers a sentence (in lower case) fits."""
    lower = lowered(line)
    return frozenset([name for name in SHOWN if occurs(getattr(words, name), line, lower)])


def cues(need: Need, wanted: AnswerWords, line: str, shown: frozenset[str]) -> frozenset[str]:
    """What in a sentence of the draft could take up the need; `shown` is what `shows` says of it."""
    return _cues(need.kind, need.text, line, shown, wanted)


@lru_cache
def _cue_reader(wanted: AnswerWords) -> Callable[[NeedKind, str, str, frozenset[str]], _Cues]:
    """What `cues` says of needs in one language; most lines of a draft were compared with the same need before."""

    def read(kind: NeedKind, text: str, line: str, shown: frozenset[str]) -> _Cues:
        found = _cues(kind, text, line, shown, wanted)
        return _Cues(found, sum(WEIGHTS.get(cue, 0.0) for cue in found))

    return remembered(REMEMBERED)(read)


def _cues(kind: NeedKind, text: str, line: str, shown: frozenset[str], wanted: AnswerWords) -> frozenset[str]:
    asked = plain(text)
    found = set(shown & {"promise", "asks_back"})
    slots = {has for wants, has in SLOTS if getattr(wanted, wants).search(asked)}
    if slots:
        found.add("fits" if slots & shown else "lacks")
    elif "yes_or_no" in shown and (kind is NeedKind.REQUEST or wanted.yes_no_question.search(asked)):
        found.add("yes_or_no")
    if "attached" in shown and wanted.asks_for_thing.search(asked):
        found.add("attached")
    if kind is NeedKind.COMPLAINT:
        found |= shown & {"regret", "repair"}
    if _shares_word(asked, line):
        found.add("shared_word")
    return frozenset(found)


def _shares_word(asked: str, line: str) -> bool:
    """Whether the sentence takes up a content word or number of the need; parts of compounds count."""
    said = CONTENT.findall(line)
    stems = {word[:STEM] if word[0].isalpha() else word for word in CONTENT.findall(asked)}
    return any(stem in word for stem in stems if len(stem) > 1 for word in said)


def _answer(need: Need, spans: Sequence[Span], cosines: Sequence[float], cues: Sequence[_Cues]) -> Answer:
    """How a need stands by each sentence's place, its nearness to the need and its cues."""
    odds = [WEIGHTS["cosine"] * cosine + each.odds for cosine, each in zip(cosines, cues, strict=True)]
    best = odds.index(max(odds))
    if 1 / (1 + math.exp(-BIAS - odds[best])) < OPEN_UNTIL:
        return Answer(need, Standing.OPEN)
    if "asks_back" in cues[best].found:
        # A question back promises nothing, but "... Then I can tell you." behind it does.
        end = spans[best].end
        behind = next((at for at, span in enumerate(spans) if span.start >= end), best)
        best = behind if "promise" in cues[behind].found else best
    promised = "promise" in cues[best].found and not cues[best].found & {"attached", "regret"}
    return Answer(need, Standing.PROMISED if promised else Standing.ANSWERED, spans[best])
