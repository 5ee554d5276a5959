"""What is known of a mail's text: language, parts, paragraphs, tagged sentences; counts cost next to nothing.

How a dimension stays cheap while somebody types: only the sentence that changed is new, all others come with what
was made of them before. So ask `count`, `count_pos`, `letters` and `spans` (made from per-sentence counts), use
`matches` for a pattern over the body, `known(function)` for anything else that one sentence settles, and
`once(function)` for what several dimensions need of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from coach.language import Language
from coach.later import Later
from coach.lexicon import Hit
from coach.literals import Likely, can_match, lowered
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

    def is_known(self, make: Callable[[Analysis], object]) -> bool:
        """Whether `known` has no more to do."""
        return make in self._known

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
        return self.once(_body)

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

    def known(self, make: Callable[[Analysis], T]) -> list[T]:
        """What `make` makes of each sentence of the body, in order; see `Analysis.known`."""
        kept = self.once(_kept)
        try:
            return [each[make] for each in kept]
        except KeyError:  # a sentence is new
            for sentence, each in zip(self.sentences, kept, strict=True):
                if make not in each:
                    sentence.analysis.known(make)
            return [each[make] for each in kept]

    def counts(self) -> Mapping[str, int]:
        """How many hits the body has on each word list; lists without one are absent."""
        return self.once(_category_totals)

    def count(self, *categories: str) -> int:
        """How many hits the body has on these word lists."""
        totals = self.once(_category_totals)
        return (
            totals.get(categories[0], 0) if len(categories) == 1 else sum([totals.get(each, 0) for each in categories])
        )

    def letters(self) -> int:
        """How many letters the words of the body have."""
        return self.once(_letters)

    def count_pos(self, *parts: str) -> int:
        """How many words of the body are of these universal parts of speech."""
        totals = self.once(_part_of_speech_totals)
        return totals.get(parts[0], 0) if len(parts) == 1 else sum([totals.get(part, 0) for part in parts])

    def spans(self, *categories: str) -> Sequence[Span]:
        """Where the body's hits on these word lists stand, in order."""
        many = self.count(*categories)
        return Later(partial(_hits, categories=frozenset(categories)), self.sentences, many) if many else ()

    def words_at(self, find: Callable[[Analysis], Sequence[int]]) -> Sequence[Span]:
        """Where the words stand whose places `find` gives in each sentence, in order; see `Analysis.known`."""
        many = sum(map(len, self.known(find)))
        return Later(partial(_words_at, find=find), self.sentences, many) if many else ()

    def matches(self, pattern: re.Pattern[str], *, edges: bool = False) -> Sequence[Span]:
        """What `find` finds, for those who mostly ask how many they are."""
        stretches, number = self.once(_authored_stretches if edges else _body_stretches), id(pattern)
        every = [
            stretch._found[number][1] if number in stretch._found else stretch.matches(pattern)
            for _, stretch in stretches
        ]
        many = sum(map(len, every))
        return Later(partial(_matched, pattern=pattern), stretches, many) if many else ()

    def find(self, pattern: re.Pattern[str], *, edges: bool = False) -> tuple[Span, ...]:
        """Where the pattern matches in the body, in order; with `edges` in greeting and closing, too.

        A match belongs to the sentence in which it begins; the pattern may look at one character to either side.
        """
        return _matched(self.once(_authored_stretches if edges else _body_stretches), pattern)

    def tokens(self) -> Iterator[Token]:
        """All tokens of the body."""
        for sentence in self.sentences:
            yield from sentence.analysis.tokens

    def find_each(self, patterns: Likely[re.Pattern[str]]) -> Mapping[int, Sequence[Span]]:
        """What `find` with `edges` says of each of these patterns, by the pattern's number; absent where it says
        nothing."""
        found: dict[int, list[Span]] = {}
        for start, stretch in self.once(_authored_stretches):
            for number, matches in stretch.matches_of(patterns).items():
                found.setdefault(number, []).extend([Span(start + first, start + last) for first, last in matches])
        return found

    def known_with(self, make: Callable[[Analysis, L], T], words: L) -> list[T]:
        """What `Analysis.known_with` says of each sentence, in order."""
        key, every = (make, id(words)), [each.analysis for each in self.sentences]
        found = [each._known.get(key) for each in every]
        return [
            each.known_with(make, words) if made is None else made[1] for each, made in zip(every, found, strict=True)
        ]


def is_word(token: Token) -> bool:
    """True for what a reader counts as a word: "don't" is one, punctuation, numbers' signs and emoji are none."""
    first = token.text[0]
    return first.isalnum() and not (first in "nN" and token.text.lower().startswith(("n't", "n’t")))


def word_tokens(analysis: Analysis) -> tuple[Token, ...]:
    """Its tokens that are words, to be asked for with `known`."""
    return tuple([token for token in analysis.tokens if is_word(token)])


def _hits(sentences: Iterable[Sentence], categories: frozenset[str]) -> list[Span]:
    spans = []
    for sentence in sentences:
        analysis = sentence.analysis
        if not categories.isdisjoint(analysis.counts):
            start, tokens = sentence.span.start, analysis.tokens
            for hit in analysis.hits:
                if hit.category in categories:
                    spans.append(Span(start + tokens[hit.first].start, start + tokens[hit.last - 1].end))
    return spans


def _words_at(sentences: Iterable[Sentence], find: Callable[[Analysis], Sequence[int]]) -> list[Span]:
    spans = []
    for sentence in sentences:
        analysis = sentence.analysis
        places = analysis._known.get(find, MISSING)  # known as soon as they were counted
        if places is MISSING:
            places = analysis.known(find)
        if places:
            start, tokens = sentence.span.start, analysis.tokens
            for index in places:
                token = tokens[index]
                spans.append(Span(start + token.start, start + token.end))
    return spans


def _body(document: Document) -> tuple[Span, ...]:
    return tuple([segment.span for segment in document.segments if segment.part is Part.BODY])


def _kept(document: Document) -> list[dict[Any, Any]]:
    return [sentence.analysis._known for sentence in document.sentences]


def _letters(document: Document) -> int:
    return sum([sentence.analysis.letters for sentence in document.sentences])


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
    # One list and what it finds: where another list is asked, it takes this one's place.
    _together: list[tuple[Likely[re.Pattern[str]], Mapping[int, tuple[tuple[int, int], ...]]]] = field(
        default_factory=list, repr=False
    )

    def matches(self, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        """Where the pattern matches, searched once; the pattern is kept, so that nothing else gets its number."""
        known = self._found.get(id(pattern))
        if known is None:
            known = self._found[id(pattern)] = (pattern, self._search(pattern))
        return known[1]

    def matches_of(self, patterns: Likely[re.Pattern[str]]) -> Mapping[int, tuple[tuple[int, int], ...]]:
        """Where each of the patterns matches, by its number, all searched at once; kept until others are asked for."""
        for known, matches in self._together:
            if known is patterns:
                return matches
        found = {id(each): self._search(each) for each in patterns.within(self.lower)}
        there = {number: matches for number, matches in found.items() if matches}
        self._together[:] = [(patterns, there)]
        return there

    def _search(self, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        if not can_match(pattern, self.lower):
            return ()
        spans, shift = (match.span() for match in pattern.finditer(self.whole, self.shift)), self.shift
        return tuple((start - shift, end - shift) for start, end in spans if start - shift < self.length)


def _matched(stretches: Iterable[tuple[int, _Stretch]], pattern: re.Pattern[str]) -> tuple[Span, ...]:
    number, spans = id(pattern), []
    for start, stretch in stretches:  # once for each rule and sentence: as few steps as can be
        known = stretch._found.get(number)
        for first, last in known[1] if known is not None else stretch.matches(pattern):
            spans.append(Span(start + first, start + last))
    return tuple(spans)


_Stretches = tuple[tuple[int, _Stretch], ...]
"""Stretches and where they start."""


def _body_stretches(document: Document) -> _Stretches:
    return _stretches(document, document.body)


def _authored_stretches(document: Document) -> _Stretches:
    """The stretches of the body again, with those of greeting and closing where they stand."""
    body = set(document.body)
    edges = _stretches(document, [part for part in document.authored if part not in body])
    return tuple(sorted([*document.once(_body_stretches), *edges], key=START))


def _stretches(document: Document, within: Iterable[Span]) -> _Stretches:
    """The stretches of these parts."""
    text = document.text
    starts = [sentence.span.start for sentence in document.sentences]
    found = []
    for part in within:
        cuts = [part.start, *[start for start in starts if part.start < start < part.end], part.end]
        for start, end in pairwise(cuts):
            before = text[start - 1] if start > part.start else ""
            make = _stretch if end - start > LONGEST_REMEMBERED else _remembered
            found.append((start, make(before, text[start:end], text[end] if end < part.end else "")))
    return tuple(found)


def _stretch(before: str, text: str, behind: str) -> _Stretch:
    whole = before + text + behind
    return _Stretch(whole, lowered(whole), len(before), len(text))


START = itemgetter(0)
_remembered = lru_cache(REMEMBERED_STRETCHES)(_stretch)
