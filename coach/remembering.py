"""Answers kept for texts of a usual length: a cache that is bounded in number alone would keep texts of any size."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

T = TypeVarTuple("T")
R = TypeVar("R")

LONGEST = 600  # characters of all texts of one question together; a longer one is no sentence that somebody types


class _TooLong(Exception):
    """A question whose answer is not to be kept."""


def remembered(many: int, longest: int = LONGEST) -> Callable[[Callable[[*T], R]], Callable[[*T], R]]:
    """Keeps the answers to the last `many` questions whose texts have at most `longest` characters together."""

    def keep(make: Callable[[*T], R]) -> Callable[[*T], R]:
        def make_if_short(*asked: *T) -> R:  # so that the length is asked for once, and not at each time
            if sum([len(each) for each in asked if isinstance(each, str)]) > longest:
                raise _TooLong
            return make(*asked)

        kept = lru_cache(many)(make_if_short)

        @wraps(make)
        def found(*asked: *T) -> R:
            try:
                return kept(*asked)
            except _TooLong:
                pass
            return make(*asked)

        found.cache_info = kept.cache_info  # type: ignore[attr-defined]
        return found

    return keep
