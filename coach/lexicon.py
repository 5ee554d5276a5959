"""Finds the words and phrases of a language's lists in a sentence, all lists in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

REMEMBERED = 20_000  # words, with the beginnings that they have; most have none


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens [first, last) of a sentence that stand on the list `category`."""

    category: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word or phrase of a list; among those that begin alike, the one with the lower rank comes first."""

    rank: int
    words: tuple[str, ...]
    category: str


@dataclass(slots=True)
class _Group:
    """What begins with the same word: single words, phrases by their second word, and what is looked at closely."""

    single: list[_Entry] = field(default_factory=list)
    phrases: dict[str, list[_Entry]] = field(default_factory=dict)
    special: list[_Entry] = field(default_factory=list)

    def add(self, entry: _Entry) -> None:
        first, second = entry.words[0], entry.words[1] if len(entry.words) > 1 else None
        if first.startswith("=") or (second is not None and (second.startswith("=") or second.endswith("*"))):
            self.special.append(entry)
        elif second is None:
            self.single.append(entry)
        else:
            self.phrases.setdefault(second, []).append(entry)

    def likely(self, following: str | None) -> list[_Entry]:
        """What may stand where this word is followed by that one, in order of rank."""
        phrases = self.phrases.get(following) if following is not None else None
        if phrases is None and not self.special:
            return self.single
        return sorted([*self.single, *(phrases or ()), *self.special], key=lambda entry: entry.rank)


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
        for index, (word, following) in enumerate(zip(lower, [*lower[1:], None], strict=True)):
            group = self._groups.get(word)
            for entry in group.likely(following) if group else ():
                size, category = len(entry.words), entry.category
                if covered.get(category, 0) > index:
                    continue
                if _stands_at(entry.words, tokens, lower, index):
                    found.append(Hit(category, index, index + size))
                    covered[category] = index + size
            for category in self._begun(word):
                if covered.get(category, 0) <= index:
                    found.append(Hit(category, index, index + 1))
                    covered[category] = index + 1
        return tuple(found)

    def _lists_begun(self, word: str) -> tuple[str, ...]:
        """The lists that hold a beginning of this word."""
        return tuple(category for stem, category in self._beginnings.get(word[:3], ()) if word.startswith(stem))


def _grouped(patterns: Iterable[tuple[tuple[str, ...], str]]) -> _Group:
    group = _Group()
    for rank, (words, category) in enumerate(sorted(patterns, key=lambda pattern: -len(pattern[0]))):
        group.add(_Entry(rank, words, category))
    return group


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
