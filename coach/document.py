"""What is known of a mail's text: language, parts, paragraphs, tagged sentences; counts cost next to nothing.

How a dimension stays cheap while somebody types: only the sentence that changed is new, all others come with what
was made of them before. So ask `count`, `count_pos`, `letters` and `spans` (made from per-sentence counts), use
`find` for a pattern over the body, `sentence.known(function)` for anything else that one sentence settles, and
`document.once(function)` for what several dimensions need of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar, cast

from coach.language import Language
from coach.lexicon import Hit
from coach.model import AUTHORED, Part, Segment, Span, Token
from coach.sentences import Paragraph

T = TypeVar("T")
REMEMBERED_SEARCHES = 10_000  # of a pattern in a stretch; about a third of a kilobyte each
LONGEST_REMEMBERED = 600  # characters; a longer stretch is no sentence that somebody types


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of one sentence, wherever it stands; offsets count from its start."""

    text: str = field(repr=False)
    tokens: tuple[Token, ...] = field(repr=False)
    hits: tuple[Hit, ...]
    words: int
    letters: int
    counts: Mapping[str, int]
    parts_of_speech: Mapping[str, int]
    _known: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def known(self, make: Callable[[Analysis], T]) -> T:
        """What `make` makes of this sentence, made once and kept as long as the sentence.

        `make` must be a function of a module (not a lambda: each is another one) that depends on its argument only.
        """
        if make not in self._known:
            self._known[make] = make(self)
        return cast(T, self._known[make])


@dataclass(frozen=True, slots=True)
class Sentence:
    """One analysed sentence at its place in the document."""

    span: Span
    analysis: Analysis = field(repr=False)

    @property
    def text(self) -> str:
        return self.analysis.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.analysis.tokens

    @property
    def words(self) -> int:
        return self.analysis.words

    def known(self, make: Callable[[Analysis], T]) -> T:
        """What `make` makes of this sentence's analysis; see `Analysis.known`."""
        return self.analysis.known(make)

    def span_of(self, first: int, last: int) -> Span:
        """The place of tokens [first, last) in the document."""
        tokens = self.analysis.tokens
        return Span(self.span.start + tokens[first].start, self.span.start + tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class Document:
    """An analysed mail. `told` is the language as told ("mixed" and "other" included), `language` the one analysed.

    `sentences` and `paragraphs` are those of the body: greeting, closing, signature and quotes are not in them.
    """

    text: str = field(repr=False)
    told: str | None
    language: Language | None = field(repr=False)
    segments: tuple[Segment, ...]
    greeting: Span | None
    closing: Span | None
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    words: int
    _made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def body(self) -> tuple[Span, ...]:
        return tuple(segment.span for segment in self.segments if segment.part is Part.BODY)

    @property
    def authored(self) -> tuple[Span, ...]:
        return tuple(segment.span for segment in self.segments if segment.part in AUTHORED)

    def once(self, make: Callable[[Document], T]) -> T:
        """What `make` makes of this document, made at the first call and kept as long as the document.

        `make` must be a function that depends on its argument only.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    def count(self, *categories: str) -> int:
        """How many hits the body has on these word lists."""
        totals = self.once(_category_totals)
        return sum(totals.get(category, 0) for category in categories)

    def letters(self) -> int:
        """How many letters the words of the body have."""
        return sum(each.analysis.letters for each in self.sentences)

    def count_pos(self, *parts: str) -> int:
        """How many words of the body are of these universal parts of speech."""
        totals = self.once(_part_of_speech_totals)
        return sum(totals.get(part, 0) for part in parts)

    def spans(self, *categories: str) -> tuple[Span, ...]:
        """Where the body's hits on these word lists stand, in order."""
        wanted = frozenset(categories)
        return tuple(
            sentence.span_of(hit.first, hit.last)
            for sentence in self.sentences
            if not wanted.isdisjoint(sentence.analysis.counts)
            for hit in sentence.analysis.hits
            if hit.category in wanted
        )

    def find(self, pattern: re.Pattern[str], *, edges: bool = False) -> tuple[Span, ...]:
        """Where the pattern matches in the body, in order; with `edges` in greeting and closing, too.

        A match belongs to the sentence in which it begins; the pattern may look at one character to either side.
        """
        return tuple(
            Span(start + first, start + last)
            for start, stretch in self.once(_authored_stretches if edges else _body_stretches)
            for first, last in _matches(pattern, stretch)
        )

    def tokens(self) -> Iterator[Token]:
        """All tokens of the body."""
        for sentence in self.sentences:
            yield from sentence.analysis.tokens


def is_word(token: Token) -> bool:
    """True for what a reader counts as a word: "don't" is one, punctuation, numbers' signs and emoji are none."""
    return token.text[0].isalnum() and not token.text.lower().startswith(("n't", "n’t"))


def _category_totals(document: Document) -> Mapping[str, int]:
    return _summed(sentence.analysis.counts for sentence in document.sentences)


def _part_of_speech_totals(document: Document) -> Mapping[str, int]:
    return _summed(sentence.analysis.parts_of_speech for sentence in document.sentences)


def _summed(every: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    totals: dict[str, int] = {}
    for counts in every:
        for name, count in counts.items():
            totals[name] = totals.get(name, 0) + count
    return totals


Stretch = tuple[str, str, str]
"""The text from where one sentence begins to where the next one does, with the character before and behind it."""


def _body_stretches(document: Document) -> tuple[tuple[int, Stretch], ...]:
    return _stretches(document, document.body)


def _authored_stretches(document: Document) -> tuple[tuple[int, Stretch], ...]:
    return _stretches(document, document.authored)


def _stretches(document: Document, within: Iterable[Span]) -> tuple[tuple[int, Stretch], ...]:
    """The stretches of these parts and where they start."""
    text = document.text
    starts = [sentence.span.start for sentence in document.sentences]
    found = []
    for part in within:
        cuts = [part.start, *(start for start in starts if part.start < start < part.end), part.end]
        for start, end in pairwise(cuts):
            before = text[start - 1] if start > part.start else ""
            found.append((start, (before, text[start:end], text[end] if end < part.end else "")))
    return tuple(found)


def _matches(pattern: re.Pattern[str], stretch: Stretch) -> tuple[tuple[int, int], ...]:
    return (_searched if len(stretch[1]) > LONGEST_REMEMBERED else _remembered)(pattern, stretch)


def _searched(pattern: re.Pattern[str], stretch: Stretch) -> tuple[tuple[int, int], ...]:
    before, text, behind = stretch
    shift = len(before)
    spans = (match.span() for match in pattern.finditer(before + text + behind, shift))
    return tuple((start - shift, end - shift) for start, end in spans if start - shift < len(text))


_remembered = lru_cache(REMEMBERED_SEARCHES)(_searched)
