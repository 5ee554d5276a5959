"""Many words in one pattern, their common beginnings written once: so a search tries few of them at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable

GROUPED = re.compile(r"\\.|\[[^\]]*\]|\([^()]*\)")  # in which a bar divides no whole alternatives


def one_of(alternatives: Iterable[str]) -> str:
    """A pattern for any of these, as if they were joined by "|", but sooner.

    Each is a pattern that begins with letters, of which the first has to be there. Where several fit, one that goes on
    with more letters wins, then the first. Raises ValueError for one that begins with no such letter or is two.
    """
    each_once = list(dict.fromkeys(alternatives))
    for each in each_once:
        if not _begins_with_letter(each):
            raise ValueError(f"{each!r} begins with no letter that has to be there")
        if "|" in _without_groups(each):
            raise ValueError(f"{each!r} is two alternatives: name each by itself")
    return _joined(each_once)


def _joined(alternatives: Iterable[str]) -> str:
    """Those with the same first letter become one; what begins otherwise stays what it is, at its place behind them."""
    by_letter: dict[str, list[str]] = {}
    others = []
    for each in alternatives:
        if _begins_with_letter(each):
            by_letter.setdefault(each[0], []).append(each[1:])
        else:
            others.append(each)
    parts = [letter + _joined(rests) for letter, rests in by_letter.items()] + others
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _without_groups(pattern: str) -> str:
    while (less := GROUPED.sub("", pattern)) != pattern:
        pattern = less
    return pattern


def _begins_with_letter(pattern: str) -> bool:
    return pattern[:1].isalpha() and pattern[1:2] not in ("?", "*", "+", "{")
