"""Finds the words and phrases of a language's lists in a sentence, all lists in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens [first, last) of a sentence that stand on the list `category`."""

    category: str
    first: int
    last: int


class Lexicon:
    """Word lists by category; an entry is a word, a phrase, or a beginning marked with `*` ("gewinn*").

    Matching is by lower-case token; where entries of one category overlap, the longest wins. An entry that
    starts with `=` must match the case as written ("=Sie").
    """

    def __init__(self, categories: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._prefixes: dict[str, list[tuple[str, str]]] = {}
        self.categories = tuple(categories)
        for category, entries in categories.items():
            for entry in entries:
                self._add(category, entry)
        for patterns in self._exact.values():
            patterns.sort(key=lambda pattern: -len(pattern[0]))

    def _add(self, category: str, entry: str) -> None:
        words = tuple(word if word.startswith("=") else word.lower() for word in entry.split())
        first = words[0]
        if first.endswith("*") and len(words) == 1:
            stem = first[:-1]
            self._prefixes.setdefault(stem[:3], []).append((stem, category))
        else:
            self._exact.setdefault(first.removeprefix("=").lower(), []).append((words, category))

    def hits(self, tokens: Sequence[str]) -> tuple[Hit, ...]:
        """All hits in the tokens of one sentence, in order; linear in the number of tokens."""
        lower = [token.lower().replace("’", "'") for token in tokens]
        found: list[Hit] = []
        covered: dict[str, int] = {}
        for index, word in enumerate(lower):
            for pattern, category in self._exact.get(word, ()):
                if covered.get(category, 0) <= index and _stands_at(pattern, tokens, lower, index):
                    found.append(Hit(category, index, index + len(pattern)))
                    covered[category] = index + len(pattern)
            for stem, category in self._prefixes.get(word[:3], ()):
                if covered.get(category, 0) <= index and word.startswith(stem):
                    found.append(Hit(category, index, index + 1))
                    covered[category] = index + 1
        return tuple(found)


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
