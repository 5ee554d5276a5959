"""Whether a sentence asks for something, by the words it is made of: a second opinion for doubtful patterns."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from coach.model import Token
from coach.need_words import TellingWords

LEAST_ODDS = math.log(0.4 / 0.6)  # without any pattern: a need missed costs a reader more than one too many
LEAST_ODDS_FOUND = math.log(1 / 2)  # a pattern's find is dropped only where the words speak against it
LONG = 25  # tokens
SURE, NONE, POLITE, LONG_MARK = "=sure", "=none", "=polite", "=long"
CLOCK = re.compile(r"\d{1,2}[:.]\d\d.*|\d{1,2}(?:am|pm|a\.m\.|p\.m\.)|[ap]\.?m\.?")
HALVES = frozenset({"am", "pm"})  # of a day
LINK = re.compile(r"@|http|www\.|\$?link$")
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)


def asks_by_its_words(
    tokens: Sequence[Token], found: Iterable[str], telling: TellingWords, *, polite: bool = False
) -> bool:
    """True where the weights of a sentence's marks say that it asks; `found` names the patterns it fits."""
    kinds = [telling.marks.get(name, SURE) for name in found]
    odds = telling.bias + sum(telling.weights.get(mark, 0.0) for mark in marks_of(tokens, kinds, polite=polite))
    return odds > (LEAST_ODDS_FOUND if kinds else LEAST_ODDS)


def marks_of(tokens: Sequence[Token], found: Iterable[str], *, polite: bool = False) -> frozenset[str]:
    """What a sentence shows: words, neighbours ("^" and "$" are its ends), tags ("/VB"), and what patterns found."""
    words = [_general(token.lower) for token in tokens]
    tags = [f"/{token.tag}" for token in tokens]
    return frozenset(
        {
            *words,
            *(tuple(found) or (NONE,)),
            *(f"{a} {b}" for a, b in pairwise(["^", *words, "$"])),
            *(f"{a} {b}" for a, b in pairwise(["^", *tags, "$"])),
            *(f"{a} {b}" for a, b in zip(["^", *words], tags, strict=False)),
            *({LONG_MARK} if len(words) > LONG else ()),
            *({POLITE} if polite else ()),
        }
    )


def _general(word: str) -> str:
    """Days, times, numbers and links count as such, not each for itself."""
    if word in DAYS:
        return "<day>"
    if word.isalpha() and word not in HALVES and "http" not in word and not word.endswith("link"):
        return word  # as most are
    if CLOCK.fullmatch(word):
        return "<time>"
    if LINK.search(word):
        return "<link>"
    return "<number>" if any(char.isdigit() for char in word) else word
