"""Things and ideas in a sentence: nouns for what can be seen or touched, nouns for what cannot."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from coach.document import Analysis

NUMBER = 0.5  # a number or a name makes a sentence concrete, but less than a thing does (own estimate)
BEFORE_HEAD = 3  # letters that a compound has before its last part, at least
SHORTEST_HEAD = 4  # letters of that last part, at least
REMEMBERED = 30_000  # words


@dataclass(frozen=True, slots=True, eq=False)
class ThingWords:
    """Nouns for things, nouns for ideas, and the endings that ideas have.

    `heads` True: a compound is what its last part is ("Kaffeefleck" is a "fleck").
    """

    concrete: frozenset[str]
    abstract: frozenset[str]
    abstract_endings: tuple[str, ...]
    heads: bool


@dataclass(frozen=True, slots=True)
class Things:
    """How much of either a sentence has, and which tokens are things."""

    concrete: float
    abstract: float
    places: tuple[int, ...]


def things_in(analysis: Analysis, words: ThingWords) -> Things:
    """The things and ideas of one sentence; numbers and names count half."""
    concrete = abstract = 0.0
    places = []
    for index, token in enumerate(analysis.tokens):
        if token.pos == "NUM":
            concrete += NUMBER
        elif token.pos in ("NOUN", "PROPN"):
            kind = _kind(token.lower, token.lemma.lower(), words)
            if kind > 0:
                places.append(index)
            concrete += 1.0 if kind > 0 else NUMBER if token.pos == "PROPN" and not kind else 0.0
            abstract += kind < 0
    return Things(concrete, abstract, tuple(places))


@functools.lru_cache(REMEMBERED)
def _kind(word: str, lemma: str, words: ThingWords) -> int:
    """1 for a thing, -1 for an idea, 0 for a noun that is neither or unknown."""
    for form in (lemma, word):
        starts = range(BEFORE_HEAD, len(form) - SHORTEST_HEAD + 1) if words.heads else ()
        for part in (form, *(form[start:] for start in starts)):
            if part in words.concrete or part in words.abstract:
                return 1 if part in words.concrete else -1
    return -1 if lemma.endswith(words.abstract_endings) else 0
