"""What is known of a mail's text: language, parts, paragraphs, tagged sentences; counts cost next to nothing.

How a dimension stays cheap while somebody types: only the sentence that changed is new, all others come with what
was made of them before. So ask `count`, `count_pos`, `letters` and `spans` (made from per-sentence counts), use
`find` for a pattern over the body, `sentence.known(function)` for anything else that one sentence settles, and
`document.once(function)` for what several dimensions need of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise
from operator import attrgetter
from typing import Any, TypeVar

from coach.language import Language
from coach.later import Later
from coach.lexicon import Hit
from coach.literals import can_match, lowered
from coach.model import AUTHORED, Part, Segment, Span, Token
from coach.sentences import Paragraph
from coach.totals import Totals

T = TypeVar("T")
L = TypeVar("L")
MISSING: Any = object()  # stands for what was not made yet; None is something that can be made
REMEMBERED_STRETCHES = 3_000  # each with what was searched in it; about a kilobyte
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
        found = self._known.get(make, MISSING)
        if found is MISSING:
            found = self._known[make] = make(self)
        return found  # type: ignore[no-any-return]

    def known_with(self, make: Callable[[Analysis, L], T], words: L) -> T:
        """What `make` makes of this sentence and one of a language's lists; told apart by which list it is, and kept.

        The list is kept with it, so that nothing else gets its number.
        """
        found = self._known.get((make, id(words)))
        if found is None:
            found = self._known[make, id(words)] = (words, make(self, words))
        return found[1]


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
        found = self.analysis._known.get(make, MISSING)
        return self.analysis.known(make) if found is MISSING else found

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
        found = self._made.get(make, MISSING)
        if found is MISSING:
            found = self._made[make] = make(self)
        return found  # type: ignore[no-any-return]

    def count(self, *categories: str) -> int:
        """How many hits the body has on these word lists."""
        totals = self.once(_category_totals)
        return totals.get(categories[0], 0) if len(categories) == 1 else sum(totals.get(each, 0) for each in categories)

    def letters(self) -> int:
        """How many letters the words of the body have."""
        return sum(each.analysis.letters for each in self.sentences)

    def count_pos(self, *parts: str) -> int:
        """How many words of the body are of these universal parts of speech."""
        totals = self.once(_part_of_speech_totals)
        return sum(totals.get(part, 0) for part in parts)

    def spans(self, *categories: str) -> Sequence[Span]:
        """Where the body's hits on these word lists stand, in order."""
        return Later(partial(_hits, categories=frozenset(categories)), self.sentences, self.count(*categories))

    def words_at(self, find: Callable[[Analysis], Sequence[int]]) -> Sequence[Span]:
        """Where the words stand whose places `find` gives in each sentence, in order; see `Analysis.known`."""
        many = sum([len(sentence.known(find)) for sentence in self.sentences])
        return Later(partial(_words_at, find=find), self.sentences, many)

    def find(self, pattern: re.Pattern[str], *, edges: bool = False) -> tuple[Span, ...]:
        """Where the pattern matches in the body, in order; with `edges` in greeting and closing, too.

        A match belongs to the sentence in which it begins; the pattern may look at one character to either side.
        """
        stretches = self.once(_authored_stretches if edges else _body_stretches)
        number, spans = id(pattern), []
        for start, stretch in stretches:  # once for each rule and sentence: as few steps as can be
            known = stretch._found.get(number)
            for first, last in known[1] if known is not None else stretch.matches(pattern):
                spans.append(Span(start + first, start + last))
        return tuple(spans)

    def tokens(self) -> Iterator[Token]:
        """All tokens of the body."""
        for sentence in self.sentences:
            yield from sentence.analysis.tokens


def is_word(token: Token) -> bool:
    """True for what a reader counts as a word: "don't" is one, punctuation, numbers' signs and emoji are none."""
    first = token.text[0]
    return first.isalnum() and not (first in "nN" and token.text.lower().startswith(("n't", "n’t")))


def _hits(sentences: Iterable[Sentence], categories: frozenset[str]) -> Iterator[Span]:
    for sentence in sentences:
        if not categories.isdisjoint(sentence.analysis.counts):
            for hit in sentence.analysis.hits:
                if hit.category in categories:
                    yield sentence.span_of(hit.first, hit.last)


def _words_at(sentences: Iterable[Sentence], find: Callable[[Analysis], Sequence[int]]) -> Iterator[Span]:
    for sentence in sentences:
        for index in sentence.known(find):
            yield sentence.span_of(index, index + 1)


def _category_totals(document: Document) -> Mapping[str, int]:
    return _categories.of(tuple([sentence.analysis for sentence in document.sentences]))


def _part_of_speech_totals(document: Document) -> Mapping[str, int]:
    return _parts_of_speech.of(tuple([sentence.analysis for sentence in document.sentences]))


_categories: Totals[Analysis] = Totals(attrgetter("counts"))
_parts_of_speech: Totals[Analysis] = Totals(attrgetter("parts_of_speech"))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The text from where one sentence begins to where the next one does: `length` characters of `whole` from `shift`
    on, which holds the character before and the one behind it, too; `lower` is what `lowered` makes of it."""

    whole: str = field(repr=False)
    lower: str | None = field(repr=False)
    shift: int
    length: int
    _found: dict[int, tuple[re.Pattern[str], tuple[tuple[int, int], ...]]] = field(default_factory=dict, repr=False)

    def matches(self, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        """Where the pattern matches, searched once; the pattern is kept, so that nothing else gets its number."""
        known = self._found.get(id(pattern))
        if known is None:
            known = self._found[id(pattern)] = (pattern, self._search(pattern))
        return known[1]

    def _search(self, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        if not can_match(pattern, self.lower):
            return ()
        spans, shift = (match.span() for match in pattern.finditer(self.whole, self.shift)), self.shift
        return tuple((start - shift, end - shift) for start, end in spans if start - shift < self.length)


def _body_stretches(document: Document) -> tuple[tuple[int, _Stretch], ...]:
    return _stretches(document, document.body)


def _authored_stretches(document: Document) -> tuple[tuple[int, _Stretch], ...]:
    return _stretches(document, document.authored)


def _stretches(document: Document, within: Iterable[Span]) -> tuple[tuple[int, _Stretch], ...]:
    """The stretches of these parts and where they start."""
    text = document.text
    starts = [sentence.span.start for sentence in document.sentences]
    found = []
    for part in within:
        cuts = [part.start, *(start for start in starts if part.start < start < part.end), part.end]
        for start, end in pairwise(cuts):
            before = text[start - 1] if start > part.start else ""
            make = _stretch if end - start > LONGEST_REMEMBERED else _remembered
            found.append((start, make(before, text[start:end], text[end] if end < part.end else "")))
    return tuple(found)


def _stretch(before: str, text: str, behind: str) -> _Stretch:
    whole = before + text + behind
    return _Stretch(whole, lowered(whole), len(before), len(text))


_remembered = lru_cache(REMEMBERED_STRETCHES)(_stretch)
