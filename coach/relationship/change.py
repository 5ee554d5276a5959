"""How a habit moves: what the last mails show against those before them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from coach.relationship.exchange import Turn
from coach.relationship.signal import Point, bounded

LEAST_BEFORE = 2  # values that make a habit
LEAST_LATELY = 2
MOST_LATELY = 6


@dataclass(frozen=True, slots=True)
class Change:
    """The mean of the last values and of those before, how many both are, and the turns that are the last ones."""

    lately: float
    before: float
    count: int
    turns: tuple[Turn, ...]

    @property
    def ratio(self) -> float:
        """Doublings from before to lately (negative: halvings); both must be above 0."""
        return math.log2(self.lately / self.before)


def change_in(values: Sequence[tuple[Turn, float]]) -> Change | None:
    """How values of turns, in order of time, moved: the last third (2 to 6) against the rest; None for fewer than 4."""
    if len(values) < LEAST_BEFORE + LEAST_LATELY:
        return None
    cut = min(max(len(values) // 3, LEAST_LATELY), MOST_LATELY)
    lately, before = values[-cut:], values[:-cut]
    return Change(
        lately=sum(value for _, value in lately) / len(lately),
        before=sum(value for _, value in before) / len(before),
        count=len(values),
        turns=tuple(turn for turn, _ in lately),
    )


def evenly(turns: Sequence[Turn], value: float) -> tuple[Point, ...]:
    """Points that share a value evenly among whole mails."""
    return tuple(Point(each.mail, value / len(turns)) for each in turns)


def soft(value: float, half: float) -> float:
    """A count or distance squeezed into -1 to 1; `half` is where it reaches a half."""
    return bounded(value / (abs(value) + half)) if value else 0.0
