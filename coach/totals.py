"""Sums over the sentences of a text, made from the sums of the text before: mostly one sentence is another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

A = TypeVar("A")


class Totals(Generic[A]):
    """Sums by name of what `counted` says of each part of a text; remembers the latest text. Safe between threads."""

    def __init__(self, counted: Callable[[A], Mapping[str, int]]) -> None:
        self._counted = counted
        self._latest: tuple[Sequence[A], dict[str, int]] = ((), {})

    def of(self, parts: Sequence[A]) -> Mapping[str, int]:
        """The sums over these parts; what comes to nothing is absent."""
        before, sums = self._latest
        gone, come = _exchanged(before, parts)
        if len(gone) + len(come) < len(parts):
            totals = dict(sums)
            for part in gone:
                for name, count in self._counted(part).items():
                    if left := totals[name] - count:
                        totals[name] = left
                    else:
                        del totals[name]
        else:
            totals, come = {}, parts
        for part in come:
            for name, count in self._counted(part).items():
                totals[name] = totals.get(name, 0) + count
        self._latest = (parts, totals)
        return totals


def _exchanged(before: Sequence[A], after: Sequence[A]) -> tuple[Sequence[A], Sequence[A]]:
    """What has gone and what has come; the very same part at the same place, from either end, has stayed."""
    if len(before) == len(after):
        pairs = [(one, other) for one, other in zip(before, after, strict=True) if one is not other]
        return [one for one, _ in pairs], [other for _, other in pairs]
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] is not after[at]), most)
    last = next((at for at in range(most - first) if before[-1 - at] is not after[-1 - at]), most - first)
    return before[first : len(before) - last], after[first : len(after) - last]
