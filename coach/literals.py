"""What a text must have for a pattern to match in it: one of a few strings that are found a hundred times quicker.

Hundreds of patterns are asked about each new sentence, and hardly one has anything to say; so the strings that none of
its matches can do without are read off a pattern once, as Google's RE2 does for sets of patterns (`FilteredRE2`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Generic, TypeVar

PARSER = "re._parser"  # with what the standard library itself reads patterns; nobody promises that it stays

KNOWN_PATTERNS = 10_000  # with their strings; word lists and rules have about a tenth of that
KNOWN_PREPARED = 5_000  # lists of patterns, prepared for searching; languages and rules have about two hundred
MOST = 60  # strings of one pattern; with more, searching is as quick
LONG_ENOUGH = 5  # letters; of two sets of strings that long, the one with fewer is better
# Letters whose small and capital forms are not simply one to one, or of which patterns see more pairs than `lower`.
_ODD = (
    "\u00b5\u0100-\u1fff\u2100-\u214f\u2160-\u218f\u24b6-\u24e9\u2c00-\u2dff\ua640-\uabff\ufb00-\ufb06\uff21-\uff5a"
    "\U00010400-\U0001e943"
)
ODD = re.compile(f"[{_ODD}]")

T = TypeVar("T")
R = TypeVar("R")

_prepared: dict[tuple[Any, int], tuple[Any, Any]] = {}
_known: dict[int, tuple[re.Pattern[str], tuple[str, ...]]] = {}


def once_for(things: T, make: Callable[[T], R]) -> R:
    """What `make`, a function of a module, makes of a list or table, made once; told apart by which one it is.

    It is kept with it, so that nothing else gets its number.
    """
    known = _prepared.get((make, id(things)))
    if known is None:
        if len(_prepared) >= KNOWN_PREPARED:
            _prepared.clear()
        known = _prepared[make, id(things)] = (things, make(things))
    return known[1]


class Likely(Generic[T]):
    """Things that a pattern each finds in a text, asked all at once which of them may be there."""

    def __init__(self, things: Iterable[T], says: Callable[[T], re.Pattern[str]]) -> None:
        self._things = [(strings_of(says(each)), each) for each in things]

    def within(self, lower: str | None) -> list[T]:
        """Those of the things, in their order, whose pattern `can_match` in this text (see `lowered`)."""
        if lower is None:
            return [each for _, each in self._things]
        found = []
        for strings, each in self._things:  # spelled out: hundreds for each new sentence
            if not strings:
                found.append(each)
                continue
            for one in strings:
                if one in lower:
                    found.append(each)
                    break
        return found


def lowered(text: str) -> str | None:
    """The text in lower case, to be asked with `can_match`; None for one with letters that patterns see otherwise."""
    return None if not text.isascii() and ODD.search(text) else text.lower()


def can_match(pattern: re.Pattern[str], lower: str | None) -> bool:
    """False where the pattern surely matches nowhere in this text (see `lowered`); True says nothing."""
    if lower is None:
        return True
    strings = strings_of(pattern)
    for each in strings:
        if each in lower:
            return True
    return not strings


def occurs(pattern: re.Pattern[str], text: str, lower: str | None) -> bool:
    """Whether the pattern matches somewhere in this text; `lower` is what `lowered` makes of it."""
    return can_match(pattern, lower) and pattern.search(text) is not None


def strings_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """What `needed` says of the pattern, read off once."""
    known = _known.get(id(pattern))
    if known is not None:
        return known[1]
    if len(_known) >= KNOWN_PATTERNS:
        _known.clear()
    strings = needed(pattern)
    _known[id(pattern)] = (pattern, strings)  # the pattern is kept, so that nothing else gets its number
    return strings


def needed(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Strings in lower case of which each text has one where the pattern matches; empty where that cannot be told."""
    try:
        best = _of_row(import_module(PARSER).parse(pattern.pattern, pattern.flags))
    except Exception:  # noqa: BLE001 - private to the library: without it every text is searched, as ever
        return ()
    return tuple(sorted(best)) if _worth(best) > NO_WORTH else ()


_Strings = frozenset[str]
_NOTHING: _Strings = frozenset()
NO_WORTH = (0, 0)


def _of_row(row: Iterable[tuple[Any, Any]]) -> _Strings:
    """The best of what the parts of a pattern, one behind the other, cannot do without."""
    offered, run = [], ""
    for kind, what in row:
        letter = _letter(str(kind), what)
        if letter:
            run += letter
            continue
        offered += [frozenset([run]) if run else _NOTHING, _of_part(str(kind), what)]
        run = ""
    offered.append(frozenset([run]) if run else _NOTHING)
    return max(offered, key=_worth)


def _worth(strings: _Strings) -> tuple[int, int]:
    if not 0 < len(strings) <= MOST:
        return NO_WORTH
    return min(LONG_ENOUGH, *map(len, strings)), -len(strings)


def _letter(kind: str, what: Any) -> str:
    """The letter that stands here whatever its case; empty where several could."""
    if kind == "LITERAL":
        letters = {chr(what).lower()}
    elif kind == "IN" and all(str(inner) == "LITERAL" for inner, _ in what):
        letters = {chr(each).lower() for _, each in what}
    else:
        return ""
    letter = letters.pop()
    return letter if not letters and len(letter) == 1 and not ODD.search(letter) else ""


def _of_part(kind: str, what: Any) -> _Strings:
    match kind:
        case "SUBPATTERN":
            return _of_row(what[3])
        case "ATOMIC_GROUP":
            return _of_row(what)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if what[0] > 0:
            return _of_row(what[2])
        case "BRANCH":
            every = [_of_row(each) for each in what[1]]
            return frozenset().union(*every) if all(every) else _NOTHING
    return _NOTHING
