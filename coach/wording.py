"""Which words and turns of a list stand in a text, and where: paragraph by paragraph, each remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from coach.model import Places, Span, Tally

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;]")
ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}")  # "e.g.", "z.B."
REMEMBERED = 4_000  # paragraphs

Found = Mapping[str, tuple[tuple[int, int], ...]]
"""Cue -> ranges [first, last) in the text that was searched."""


class Phrases:
    """A list of words and of turns of two to four words, found in one pass; as a cache key it is only itself."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.names = frozenset(phrases)
        self.longest = max((len(each.split()) for each in self.names), default=0)
        self._starts = frozenset(each.split()[0] for each in self.names)

    def found(self, text: str) -> Found:
        """Where each phrase stands; words of one stand in others, too ("thank you", "thank")."""
        words = [(match.group().lower().replace("’", "'"), match.start(), match.end()) for match in _words(text)]
        found: dict[str, list[tuple[int, int]]] = {}
        for index, (word, start, _) in enumerate(words):
            if word not in self._starts:
                continue
            name = word
            for length in range(1, self.longest + 1):
                if name in self.names:
                    found.setdefault(name, []).append((start, words[index + length - 1][2]))
                if index + length >= len(words):
                    break
                name = f"{name} {words[index + length][0]}"
        return {name: tuple(ranges) for name, ranges in found.items()}


def _words(text: str) -> list[re.Match[str]]:
    shortened = list(ABBREVIATION.finditer(text))
    if not shortened:
        return list(WORD.finditer(text))
    inside = {at for each in shortened for at in range(each.start(), each.end())}
    plain = [each for each in WORD.finditer(text) if each.start() not in inside]
    return sorted([*shortened, *plain], key=lambda each: each.start())


@lru_cache(REMEMBERED)
def _remembered(phrases: Phrases, text: str) -> Found:
    return phrases.found(text)


def places(phrases: Phrases, text: str, stretches: Iterable[Span]) -> Places:
    """Where the phrases stand in these stretches of the text; a stretch seen before is not searched again."""
    return tuple((each.start, _remembered(phrases, each.of(text))) for each in stretches)


def tally(found: Places, chances: Mapping[str, int]) -> Tally:
    """How often each cue stands there."""
    counts: dict[str, int] = {}
    for _, ranges in found:
        for cue, each in ranges.items():
            counts[cue] = counts.get(cue, 0) + len(each)
    return Tally(counts, chances, found)


class Choices:
    """Pairs of which either would do; in one pass: where either stands, and how often it was the first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.pairs = tuple(pairs)
        self._phrases = Phrases({each for pair in self.pairs for each in pair})

    def measured(self, text: str, stretches: Iterable[Span]) -> Tally:
        """Per pair ("ok/okay") how often the first was chosen, out of how often either was, and where either stands."""
        counts: dict[str, int] = {}
        chances: dict[str, int] = {}
        where = []
        for stretch in stretches:
            found = _remembered(self._phrases, stretch.of(text))
            here: dict[str, tuple[tuple[int, int], ...]] = {}
            for first, second in self.pairs:
                chosen, other = found.get(first, ()), found.get(second, ())
                if not (chosen or other):
                    continue
                name = f"{first}/{second}"
                counts[name] = counts.get(name, 0) + len(chosen)
                chances[name] = chances.get(name, 0) + len(chosen) + len(other)
                here[name] = (*chosen, *other)
            where.append((stretch.start, here))
        return Tally({name: count for name, count in counts.items() if count}, chances, tuple(where))


@dataclass(frozen=True, slots=True)
class Habits:
    """What a language offers to tell people apart by: words, turns, choices between two, first words of sentences,
    and the words (but names) that are to be expected in greetings and closings."""

    words: Phrases
    turns: Phrases
    choices: Choices
    openers: frozenset[str]
    salutation: frozenset[str]
