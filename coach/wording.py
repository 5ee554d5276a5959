"""Which words and turns of a list stand in a text, and where: sentence by sentence, each remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from coach.model import Places, Span, Tally
from coach.remembering import remembered
from coach.totals import Totals

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;]")
ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}")  # "e.g.", "z.B."
REMEMBERED = 500  # paragraphs, of each list; some kilobytes each
REMEMBERED_PIECES = 3_000  # sentences with what each list has there; some kilobytes each
REMEMBERED_CUTS = 500  # paragraphs with their pieces, in which several lists are looked for
AHEAD = 3  # words behind a piece that a turn of four may reach; a list of longer turns looks further
REMEMBERED_CHUNKS = 10_000  # what stands between white space, with its words
LONGEST_REMEMBERED = 2_000  # characters of a paragraph or a sentence; longer ones are searched each time
LONGEST_CHUNK = 60  # characters; longer ones are links and codes
PIECE = re.compile(r"\S[^.!?]*(?:[.!?]+(?=\S)[^.!?]*)*[.!?]*")  # up to a stop before white space: about a sentence

Spelled = tuple[str, int, int]
"""A word in lower case with a straight apostrophe, and where it stands."""

Found = Mapping[str, tuple[tuple[int, int], ...]]
"""Cue -> ranges [first, last) in the text that was searched."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of each pair in a text: how often the first was chosen (if ever), how often either, and where the first stands,
    then the second."""

    firsts: Mapping[str, int]
    either: Mapping[str, int]
    places: Found


class Phrases:
    """A list of words and of turns of two to four words, found in one pass; as a cache key it is only itself."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.names = frozenset(phrases)
        self._longest: dict[str, int] = {}  # of those that begin with this word
        for first, *others in map(str.split, self.names):
            self._longest[first] = max(self._longest.get(first, 0), 1 + len(others))
        self._ahead = max(self._longest.values(), default=1) - 1  # words that may belong to a turn begun before them
        self.totals = sums()

    def found(self, text: str) -> Found:
        """Where each phrase stands; words of one stand in others, too ("thank you", "thank")."""
        found: dict[str, list[tuple[int, int]]] = {}
        for start, here in self.in_pieces(text):
            for name, ranges in here.items():
                found.setdefault(name, []).extend((start + first, start + last) for first, last in ranges)
        return {name: tuple(ranges) for name, ranges in found.items()}

    def in_pieces(self, text: str) -> Places:
        """The same by pieces of the text, about a sentence each: while somebody types, only the one that changed is
        gone through."""
        return tuple([(start, piece.found(self)) for start, piece in _pieces(text, max(self._ahead, AHEAD))])

    def begun_in(self, piece: tuple[Spelled, ...], ahead: tuple[Spelled, ...]) -> Found:
        """Where each phrase stands that begins in a piece of text, given the words that follow it."""
        begun = [(index, spelled) for index, spelled in enumerate(piece) if spelled[0] in self._longest]
        if not begun:
            return {}
        words = (*piece, *ahead)
        found: dict[str, list[tuple[int, int]]] = {}
        for index, (word, start, end) in begun:
            if word in self.names:
                found.setdefault(word, []).append((start, end))
            name = word
            for following, _, last in words[index + 1 : index + self._longest[word]]:
                name = f"{name} {following}"
                if name in self.names:
                    found.setdefault(name, []).append((start, last))
        return {name: tuple(ranges) for name, ranges in found.items()}


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """The words of a piece of text, those that stand next behind it, and what each list has there."""

    words: tuple[Spelled, ...]
    ahead: tuple[Spelled, ...]
    _found: dict[Phrases, Found] = field(default_factory=dict)

    def found(self, phrases: Phrases) -> Found:
        """Where each phrase stands that begins here, looked up once."""
        known = self._found.get(phrases)
        if known is None:
            known = self._found[phrases] = phrases.begun_in(self.words, self.ahead)
        return known


def _cut(text: str, most: int) -> tuple[tuple[int, _Piece], ...]:
    """The pieces of a text and where they start, each with up to `most` words of those behind it."""
    made: list[tuple[int, _Piece]] = []
    ahead: tuple[Spelled, ...] = ()  # the next words behind a piece, with their places in the text
    for each in reversed(list(PIECE.finditer(text))):  # from behind: many pieces may stand there without a word
        start, written = each.start(), each.group()
        until = ahead[-1][2] - start if ahead else len(written)
        piece = (_piece if until <= LONGEST_REMEMBERED else _made_piece)(written, _moved(ahead, -start))
        made.append((start, piece))
        ahead = (*_moved(piece.words[:most], start), *ahead)[:most]
    return tuple(reversed(made))


def _moved(words: Iterable[Spelled], by: int) -> tuple[Spelled, ...]:
    return tuple([(word, first + by, last + by) for word, first, last in words])


def _made_piece(piece: str, ahead: tuple[Spelled, ...]) -> _Piece:
    return _Piece(_spelled(piece), ahead)


_piece = lru_cache(REMEMBERED_PIECES)(_made_piece)
_pieces = remembered(REMEMBERED_CUTS, LONGEST_REMEMBERED)(_cut)


@remembered(REMEMBERED_PIECES, LONGEST_REMEMBERED)
def _spelled(text: str) -> tuple[Spelled, ...]:
    """The words of a text, in which several lists are looked for, one after the other; none of the words reaches over
    white space, so what stands between is known from before."""
    found: list[Spelled] = []
    start = 0
    for letters in text.split():
        start = text.find(letters, start)
        words = _words_of_chunk(letters) if len(letters) <= LONGEST_CHUNK else _words(letters)
        for word, first, last in words:
            found.append((word, start + first, start + last))
        start += len(letters)
    return tuple(found)


def _words(text: str) -> tuple[Spelled, ...]:
    matches = list(WORD.finditer(text))
    if shortened := list(ABBREVIATION.finditer(text)):
        inside = {at for each in shortened for at in range(each.start(), each.end())}
        plain = [each for each in matches if each.start() not in inside]
        matches = sorted([*shortened, *plain], key=lambda each: each.start())
    return tuple((each.group().lower().replace("’", "'"), each.start(), each.end()) for each in matches)


_words_of_chunk = lru_cache(REMEMBERED_CHUNKS)(_words)


@lru_cache(REMEMBERED)
def _found_before(phrases: Phrases, text: str) -> Places:
    return phrases.in_pieces(text)


def _found_in(phrases: Phrases, text: str) -> Places:
    return _found_before(phrases, text) if len(text) <= LONGEST_REMEMBERED else phrases.in_pieces(text)


def places(phrases: Phrases, text: str, stretches: Iterable[Span]) -> Places:
    """Where the phrases stand in these stretches of the text; a stretch seen before is not searched again."""
    return tuple(
        (stretch.start + start, found) for stretch in stretches for start, found in _found_in(phrases, stretch.of(text))
    )


def tally(found: Places, chances: Mapping[str, int], totals: Totals[Found] | None = None) -> Tally:
    """How often each cue stands there; `totals` are those of texts like it, found by the same list."""
    return Tally((totals or sums()).of([ranges for _, ranges in found]), chances, found)


def sums() -> Totals[Found]:
    """What sums how often each cue stands in a text, from one text to the next one like it."""
    return Totals(_how_often)


def _how_often(found: Found) -> Mapping[str, int]:
    return {cue: len(ranges) for cue, ranges in found.items()}


class Choices:
    """Pairs of which either would do; in one pass: where either stands, and how often it was the first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.pairs = tuple(pairs)
        self._phrases = Phrases({each for pair in self.pairs for each in pair})
        self._places: dict[str, list[int]] = {}  # of each word, in the row of pairs
        for place, pair in enumerate(self.pairs):
            for each in set(pair):
                self._places.setdefault(each, []).append(place)

    def measured(self, text: str, stretches: Iterable[Span]) -> Tally:
        """Per pair ("ok/okay") how often the first was chosen, out of how often either was, and where either stands."""
        counts: dict[str, int] = {}
        chances: dict[str, int] = {}
        where = []
        for stretch in stretches:
            chosen = _chosen_in(self, stretch.of(text))
            for name, first in chosen.firsts.items():
                counts[name] = counts.get(name, 0) + first
            for name, either in chosen.either.items():
                chances[name] = chances.get(name, 0) + either
            where.append((stretch.start, chosen.places))
        return Tally(counts, chances, tuple(where))

    def chosen_in(self, text: str) -> Chosen:
        """What was chosen of each pair that stands there."""
        found, firsts, here = self._phrases.found(text), {}, {}
        for place in sorted({place for name in found for place in self._places[name]}):
            first, second = self.pairs[place]
            chosen, name = found.get(first, ()), f"{first}/{second}"
            if chosen:
                firsts[name] = len(chosen)
            here[name] = (*chosen, *found.get(second, ()))
        return Chosen(firsts, _how_often(here), here)


@remembered(REMEMBERED, LONGEST_REMEMBERED)
def _chosen_in(choices: Choices, text: str) -> Chosen:
    return choices.chosen_in(text)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a language offers to tell people apart by: words, turns, choices between two, first words of sentences,
    and the words (but names) that are to be expected in greetings and closings."""

    words: Phrases
    turns: Phrases
    choices: Choices
    openers: frozenset[str]
    salutation: frozenset[str]
