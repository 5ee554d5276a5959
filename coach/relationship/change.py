"""How a habit moves: what the last mails show against those before them, and what a run of mails leaves behind."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from coach.relationship.exchange import Exchange, Turn
from coach.relationship.signal import Point, bounded

LEAST_BEFORE = 2  # values that make a habit
LEAST_LATELY = 2
MOST_LATELY = 6
ENOUGH = 6  # values for windows
LATE, HABIT = 0.5, 0.1  # pull of each value
FURTHEST = 0.6  # of a lasting step is as far as the two ever come apart


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


def of_late(values: Sequence[float]) -> tuple[float, float]:
    """How it is of late and what is the habit: both begin with the first value, and each later one pulls the first by
    a half and the second by a tenth. So three of the same kind, one after the other, move them ever further apart;
    only then the new begins to be the habit."""
    late = habit = values[0]
    for value in values[1:]:
        late += LATE * (value - late)
        habit += HABIT * (value - habit)
    return late, habit


def drift_in(values: Sequence[tuple[Turn, float]]) -> Change | None:
    """How values of turns, in order of time, moved; None for fewer than 2.

    The mean of the last third (2 to 6) stands against the median of those before, which a single odd one does not
    shift; of fewer than 6, the last one against the habit.
    """
    if len(values) < 2:
        return None
    cut = min(len(values) // 3, MOST_LATELY) if len(values) >= ENOUGH else 1
    lately, before = values[-cut:], [value for _, value in values[:-cut]]
    return Change(
        lately=fmean(value for _, value in lately),
        before=median(before) if len(values) >= ENOUGH else of_late(before)[1],
        count=len(values),
        turns=tuple(turn for turn, _ in lately),
    )


def parts_of_late(count: int) -> tuple[list[float], list[float]]:
    """How much each of so many values has in what `of_late` makes of them; each list adds up to 1."""
    return _parts(count, LATE), _parts(count, HABIT)


def _parts(count: int, pull: float) -> list[float]:
    return [(pull if at else 1.0) * (1.0 - pull) ** (count - 1 - at) for at in range(count)]


def moved(values: Sequence[tuple[Turn, float]]) -> float:
    """By how much values of turns, in order of time, have left their habit (see `drift_in`); 0 for fewer than 2.

    Few values make no windows: there, what is of late stands against the habit, and a step shows by two thirds after
    one mail, in full after three. Where the last one is on the other side of the habit, nothing has moved.
    """
    change = drift_in(values)
    if change is None:
        return 0.0
    if len(values) >= ENOUGH:
        return change.lately - change.before
    late, habit = of_late([value for _, value in values])
    return (late - habit) / FURTHEST if (late - habit) * (change.lately - change.before) > 0 else 0.0


def carried(
    values: Sequence[tuple[Turn, float]], exchange: Exchange, step: Callable[[float, float], float]
) -> tuple[Point, ...]:
    """What values of turns, in order of time, leave of a state that begins at 0: `step` of the state so far and the
    next value is what that turn adds, and half of everything is forgotten with each half-life.

    The shares add up to the state as it is now.
    """
    state, found = 0.0, []
    for at, (turn, value) in enumerate(values):
        if at:
            state *= float(0.5 ** ((turn.date - values[at - 1][0].date) / exchange.half_life))
        added = step(state, value)
        state += added
        found.append(Point(turn.mail, added * exchange.weight(turn)))
    return tuple(found)


def evenly(turns: Sequence[Turn], value: float) -> tuple[Point, ...]:
    """Points that share a value evenly among whole mails."""
    return tuple(Point(each.mail, value / len(turns)) for each in turns)


def soft(value: float, half: float) -> float:
    """A count or distance squeezed into -1 to 1; `half` is where it reaches a half."""
    return bounded(value / (abs(value) + half)) if value else 0.0
