"""Finds the words and phrases of a language's lists in a sentence, all lists in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

REMEMBERED = 20_000  # words, with the beginnings that they have; most have none


class Hit(NamedTuple):
    """Tokens [first, last) of a sentence that stand on the list `category`; a tuple, because there are so many."""

    category: str
    first: int
    last: int


class _Entry(NamedTuple):
    """A word or phrase of a list; among those that begin alike, the one with the lower rank comes first."""

    rank: int
    words: tuple[str, ...]
    category: str
    sure: bool
    """True if it stands wherever its first word does and, in a phrase, the second behind it."""


class _Group:
    """What begins with the same word: single words, phrases by their second word, and what is looked at closely."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        always: list[_Entry] = []
        phrases: dict[str, list[_Entry]] = {}
        for entry in entries:
            second = _second_word(entry.words)
            (always if second is None else phrases.setdefault(second, [])).append(entry)
        self._always = tuple(always)
        self._before = {
            second: tuple(sorted([*always, *those], key=lambda entry: entry.rank)) for second, those in phrases.items()
        }

    def likely(self, following: str | None) -> tuple[_Entry, ...]:
        """What may stand where this word is followed by that one, in order of rank."""
        return self._always if following is None else self._before.get(following, self._always)


def _second_word(words: Sequence[str]) -> str | None:
    """The second word of a phrase, where that is one word in any case."""
    if words[0].startswith("=") or len(words) == 1 or words[1].startswith("=") or words[1].endswith("*"):
        return None
    return words[1]


class Lexicon:
    """Word lists by category; an entry is a word, a phrase, or a beginning marked with `*` ("gewinn*").

    Matching is by lower-case token; where entries of one category overlap, the longest wins. An entry that
    starts with `=` must match the case as written ("=Sie").
    """

    def __init__(self, categories: Mapping[str, Iterable[str]]) -> None:
        exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._beginnings: dict[str, list[tuple[str, str]]] = {}
        self.categories = tuple(categories)
        for category, entries in categories.items():
            for entry in entries:
                self._add(category, entry, exact)
        self._groups = {first: _grouped(patterns) for first, patterns in exact.items()}
        self._begun = lru_cache(REMEMBERED)(self._lists_begun)

    def _add(self, category: str, entry: str, exact: dict[str, list[tuple[tuple[str, ...], str]]]) -> None:
        words = tuple(word if word.startswith("=") else word.lower() for word in entry.split())
        first = words[0]
        if first.endswith("*") and len(words) == 1:
            stem = first[:-1]
            self._beginnings.setdefault(stem[:3], []).append((stem, category))
        else:
            exact.setdefault(first.removeprefix("=").lower(), []).append((words, category))

    def hits(self, tokens: Sequence[str]) -> tuple[Hit, ...]:
        """All hits in the tokens of one sentence, in order; linear in the number of tokens."""
        lower = [token.lower().replace("’", "'") for token in tokens]
        found: list[Hit] = []
        covered: dict[str, int] = {}
        last, groups, begun = len(lower) - 1, self._groups, self._begun
        for index, word in enumerate(lower):
            if group := groups.get(word):
                for entry in group.likely(lower[index + 1] if index < last else None):
                    category = entry.category
                    if covered.get(category, 0) > index:
                        continue
                    if entry.sure or _stands_at(entry.words, tokens, lower, index):
                        covered[category] = index + len(entry.words)
                        found.append(Hit(category, index, covered[category]))
            for category in begun(word):
                if covered.get(category, 0) <= index:
                    covered[category] = index + 1
                    found.append(Hit(category, index, index + 1))
        return tuple(found)

    def _lists_begun(self, word: str) -> tuple[str, ...]:
        """The lists that hold a beginning of this word."""
        return tuple(category for stem, category in self._beginnings.get(word[:3], ()) if word.startswith(stem))


def _grouped(patterns: Iterable[tuple[tuple[str, ...], str]]) -> _Group:
    ranked = sorted(patterns, key=lambda pattern: -len(pattern[0]))
    return _Group(_Entry(rank, words, category, _is_sure(words)) for rank, (words, category) in enumerate(ranked))


def _is_sure(words: Sequence[str]) -> bool:
    return not words[0].startswith("=") and (len(words) == 1 or (len(words) == 2 and _second_word(words) is not None))


def _stands_at(pattern: tuple[str, ...], tokens: Sequence[str], lower: Sequence[str], index: int) -> bool:
    if index + len(pattern) > len(lower):
        return False
    for offset, word in enumerate(pattern):
        if word.startswith("="):
            if tokens[index + offset] != word[1:]:
                return False
        elif word.endswith("*"):
            if not lower[index + offset].startswith(word[:-1]):
                return False
        elif lower[index + offset] != word:
            return False
    return True
