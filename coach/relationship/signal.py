"""What a relationship signal is: one thing that mail tells about how customer and team stand, with what shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from coach.model import Span
from coach.relationship.exchange import Exchange

Words = Mapping[str, str]
"""A text for people, by language code."""


class Point(NamedTuple):
    """Where a signal comes from: a mail, the words in it (None: the whole mail, or its date), and its share.

    The shares of a sign add up to its value, as far as single mails cause it.
    """  # a tuple, for a grade makes thousands of them

    mail: int
    share: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """What a signal says of one exchange: `value` from -1 (bad) over 0 (as usual) to 1 (good), `evidence` how many
    observations it rests on, `say` why, in words for people, and the points behind it."""

    value: float
    evidence: float
    say: Words
    points: tuple[Point, ...] = ()

    def __post_init__(self) -> None:
        if not -1.0 <= self.value <= 1.0:
            raise ValueError(f"a sign lies between -1 and 1, not at {self.value}")


@dataclass(frozen=True, slots=True)
class Example:
    """Mails that move a signal: after `then`, it is higher (`rises`) or lower than after `before` alone.

    One mail a line, in order: `C 0: text` is the customer's on day 0, `T 0.5: text` the team's half a day later, `|`
    starts a new line of the mail, `C 9 new: text` a new conversation, `T 3 fits 80: text` has a score, `N 3: text` is a
    call note; `. 30` is today (without it, or before a later mail, a day after the last one). A time before the first
    mail can be negative.
    """

    language: str
    rises: bool
    before: str
    then: str


@dataclass(frozen=True, slots=True)
class Signal:
    """One relationship signal.

    `weight` is how many points of the index (0-100, from 50) it may add or take, unless the admin says otherwise;
    `steady` the evidence at which it counts by half. `measure` returns None where the exchange says nothing about it.
    `examples` are its tests. `version` rises when a value changes its meaning.
    """

    name: str
    version: int
    source: str
    label: Words
    explain: Words
    weight: float
    steady: float
    measure: Callable[[Exchange], Sign | None]
    examples: tuple[Example, ...] = ()


def bounded(value: float) -> float:
    """The value within -1 and 1."""
    return max(-1.0, min(1.0, value))
