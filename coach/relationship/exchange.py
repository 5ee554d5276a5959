"""What went to and fro between a customer and the team: turns in order of time, and how they answer each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TypeVar

from coach.model import Span, Standing
from coach.relationship.address_ledger import Side
from coach.relationship.trace import Trace

HALF_LIFE = timedelta(
    days=120
)  # what was half a year ago counts a third of what is now: the last impression weighs most
SAME_CONTACT = timedelta(days=3)  # what follows within so long of a contact belongs to it
DAY = timedelta(days=1)
ELSEWHERE = timedelta(days=14)
NOBODY_WAITS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A need of an earlier turn and how this one stands to it: which mail, where the need begins there."""

    mail: int
    start: int
    standing: Standing
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise of an earlier turn that this one keeps: which mail, where it begins there, and the words here."""

    mail: int
    start: int
    span: Span


@dataclass(frozen=True, slots=True)
class Turn:
    """One mail, call or chat: `mail` names it, `thread` the conversation it belongs to.

    `match` is how well a mail of the team fitted the customer then (0-100), `load` how busy its writer's side was that
    day against its usual day (1: as always). `looked` tells whether a mail of the team was held against those before
    it; where its text was gone already, nobody knows what it answered or kept.
    """

    mail: int
    date: datetime
    side: Side
    trace: Trace
    thread: str = ""
    channel: str = "email"
    took_up: tuple[TakenUp, ...] = ()
    kept: tuple[Kept, ...] = ()
    match: float | None = None
    load: float = 1.0
    looked: bool = False

    @property
    def is_customer(self) -> bool:
        return self.side is Side.CUSTOMER


@dataclass(frozen=True, slots=True)
class Exchange:
    """All turns between a customer and the team up to `now`, oldest first.

    `rhythm` is how often customers of this segment want to be heard, where the admin says so. `ticked` are promises
    that a person marked as kept: (mail, where it begins).
    """

    turns: tuple[Turn, ...]
    now: datetime
    rhythm: timedelta | None = None
    ticked: frozenset[tuple[int, int]] = frozenset()
    half_life: timedelta = field(default=HALF_LIFE, kw_only=True)
    # signals ask for these hundreds of times each, so they are worked out once
    _sides: Mapping[Side, tuple[Turn, ...]] = field(init=False, repr=False, compare=False)
    _threads: tuple[tuple[Turn, ...], ...] = field(init=False, repr=False, compare=False)
    _replies: Mapping[Side, tuple[tuple[Turn, Turn], ...]] = field(init=False, repr=False, compare=False)
    _taken: Mapping[int, tuple[tuple[Turn, TakenUp], ...]] = field(init=False, repr=False, compare=False)
    _kept: Mapping[int, tuple[tuple[Turn, Kept], ...]] = field(init=False, repr=False, compare=False)
    _talks: Mapping[str, tuple[Turn, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if any(later.date < earlier.date for earlier, later in pairwise(self.turns)):
            raise ValueError("the turns are not in order of time")
        sides = {side: tuple(each for each in self.turns if each.side is side) for side in Side}
        object.__setattr__(self, "_sides", sides)
        object.__setattr__(self, "_threads", _threads_of(self.turns))
        object.__setattr__(self, "_replies", {side: _replies_in(self._threads, side) for side in Side})
        team = sides[Side.TEAM]
        object.__setattr__(
            self, "_taken", _gathered((each.mail, (turn, each)) for turn in team for each in turn.took_up)
        )
        object.__setattr__(self, "_kept", _gathered((each.mail, (turn, each)) for turn in team for each in turn.kept))
        object.__setattr__(self, "_talks", _gathered((turn.thread, turn) for turn in self.turns))

    def until(self, moment: datetime) -> Exchange:
        """The exchange as it was at `moment`."""
        return replace(self, turns=tuple(each for each in self.turns if each.date <= moment), now=moment)

    def of(self, side: Side) -> tuple[Turn, ...]:
        """The turns of one side."""
        return self._sides[side]

    @property
    def customers(self) -> tuple[Turn, ...]:
        """The turns of the customer."""
        return self.of(Side.CUSTOMER)

    @property
    def teams(self) -> tuple[Turn, ...]:
        """The turns of the team."""
        return self.of(Side.TEAM)

    def weight(self, turn: Turn) -> float:
        """How much a turn counts today, 0 to 1: half after each half-life."""
        return float(0.5 ** max((self.now - turn.date) / self.half_life, 0.0))

    def threads(self) -> tuple[tuple[Turn, ...], ...]:
        """The conversations, each in order of time, in the order in which they began."""
        return self._threads

    def conversation(self, turn: Turn) -> tuple[Turn, ...]:
        """All turns of the conversation that a turn belongs to."""
        return self._talks.get(turn.thread, ())

    def between(self, after: datetime, until: datetime) -> tuple[Turn, ...]:
        """The turns later than `after` and not later than `until`."""
        start, end = (bisect_right(self.turns, moment, key=_date_of) for moment in (after, until))
        return self.turns[start:end]

    def taken_up(self, mail: int) -> tuple[tuple[Turn, TakenUp], ...]:
        """(the team's turn, what it took up) for all that was taken up of a mail, in order of time."""
        return self._taken.get(mail, ())

    def kept(self, mail: int) -> tuple[tuple[Turn, Kept], ...]:
        """(the team's turn, what it kept) for all promises of a mail that were kept, in order of time."""
        return self._kept.get(mail, ())

    def replies(self, side: Side) -> tuple[tuple[Turn, Turn], ...]:
        """(what was answered, the answer) for each answer of `side`: its next turn in the conversation after the
        other's last; in order of the answers."""
        return self._replies[side]

    def unanswered(self) -> tuple[Turn, ...]:
        """The customer's last words of conversations that stand unanswered, oldest first.

        A mail of the team in another conversation within two weeks is taken for the answer; what is older than a
        quarter of a year nobody waits for any more.
        """
        found = []
        for thread in self.threads():
            last = thread[-1]
            if not last.is_customer or self.now - last.date > NOBODY_WAITS:
                continue
            if not any(last.date < each.date <= last.date + ELSEWHERE for each in self.teams):
                found.append(last)
        return tuple(sorted(found, key=lambda turn: (turn.date, turn.mail)))

    def contacts(self, side: Side | None = None) -> tuple[datetime, ...]:
        """When there was contact (by `side`): what comes within three days of the first mail belongs to it."""
        found: list[datetime] = []
        for each in self.turns if side is None else self.of(side):
            if not found or each.date - found[-1] > SAME_CONTACT:
                found.append(each.date)
        return tuple(found)

    def usual_gap(self) -> timedelta | None:
        """The customer's own rhythm: the median time between their contacts, or what the segment asks for; None where
        neither is known (fewer than four contacts)."""
        dates = self.contacts(Side.CUSTOMER)
        gaps = [later - earlier for earlier, later in pairwise(dates)]
        if len(gaps) < LEAST_GAPS:
            return self.rhythm
        return timedelta(seconds=median(each.total_seconds() for each in gaps))


LEAST_GAPS = 3


Item = TypeVar("Item")
Key = TypeVar("Key")


def _gathered(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    found: dict[Key, list[Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}


def _date_of(turn: Turn) -> datetime:
    return turn.date


def _threads_of(turns: Iterable[Turn]) -> tuple[tuple[Turn, ...], ...]:
    return tuple(_gathered((each.thread or str(each.mail), each) for each in turns).values())


def _replies_in(threads: Iterable[tuple[Turn, ...]], side: Side) -> tuple[tuple[Turn, Turn], ...]:
    pairs = [
        (before, turn)
        for thread in threads
        for before, turn in pairwise(thread)
        if turn.side is side and before.side is not side
    ]
    return tuple(sorted(pairs, key=lambda pair: (pair[1].date, pair[1].mail)))


def exchange_of(turns: Iterable[Turn], now: datetime, rhythm: timedelta | None = None) -> Exchange:
    """The exchange of these turns, in whatever order they come, as far as they are not later than `now`."""
    known = sorted((each for each in turns if each.date <= now), key=lambda each: (each.date, each.mail))
    return Exchange(tuple(known), now, rhythm)


def weighted_mean(values: Sequence[tuple[float, float]]) -> float | None:
    """The mean of (value, weight); None without any weight."""
    total = sum(weight for _, weight in values)
    return sum(value * weight for value, weight in values) / total if total else None
