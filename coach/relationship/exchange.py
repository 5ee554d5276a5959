"""What went to and fro between a customer and the team: turns in order of time, and how they answer each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Any, TypeVar

from coach.model import Span, Standing
from coach.relationship import turns_in
from coach.relationship.address_ledger import Side
from coach.relationship.trace import Trace

T = TypeVar("T")
MISSING: Any = object()  # stands for what was not worked out yet; None is something that can be
HALF_LIFE = timedelta(days=120)  # half a year ago counts a third of now: the last impression weighs most
SAME_CONTACT = timedelta(days=3)  # what follows within so long of a contact belongs to it
DAY = timedelta(days=1)


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
    # signals ask for much of it hundreds of times each, so it is worked out once, where anybody asks
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _noted: dict[Any, dict[int, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if any(later.date < earlier.date for earlier, later in pairwise(self.turns)):
            raise ValueError("the turns are not in order of time")

    def until(self, moment: datetime) -> Exchange:
        """The exchange as it was at `moment`."""
        return self.cut(0, bisect_right(self.turns, moment, key=turns_in.date_of), moment)

    def since(self, moment: datetime) -> Exchange:
        """The exchange without what is older than `moment`."""
        return self.cut(bisect_left(self.turns, moment, key=turns_in.date_of), len(self.turns), self.now)

    def cut(self, first: int, end: int, now: datetime) -> Exchange:
        """The turns [first, end) of it, as seen at `now`; what was noted of single turns stays noted."""
        if (first, end, now) == (0, len(self.turns), self.now):
            return self
        part = replace(self, turns=self.turns[first:end], now=now)
        object.__setattr__(part, "_noted", self._noted)
        return part

    def once(self, make: Callable[[Exchange], T]) -> T:
        """What `make` makes of this exchange, made at the first call and kept as long as the exchange.

        `make` must be a function that depends on its argument only.
        """
        found = self._made.get(make, MISSING)
        if found is MISSING:
            found = self._made[make] = make(self)
        return found  # type: ignore[no-any-return]

    def note(self, read: Callable[[Turn], T], turn: Turn) -> T:
        """What `read` reads in one of the turns, read once for this exchange and all that is cut from it.

        `read` must be a function of a module (not a lambda: each is another one) that depends on its argument only.
        """
        noted = self._noted.get(read)
        if noted is None:
            noted = self._noted[read] = {}
        found = noted.get(turn.mail, MISSING)
        if found is MISSING:
            found = noted[turn.mail] = read(turn)
        return found  # type: ignore[no-any-return]

    def marked(self, *names: str) -> tuple[Turn, ...]:
        """The turns with any of these marks, in order of time."""
        by_mark, turns = self.once(turns_in.by_mark), self.turns
        places = {at for name in names for at in by_mark.get(name, ())}
        return tuple([turns[at] for at in sorted(places)])

    def of(self, side: Side) -> tuple[Turn, ...]:
        """The turns of one side."""
        return self.once(turns_in.sides)[side]

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
        return self.once(turns_in.weights)[turn.mail]

    def threads(self) -> tuple[tuple[Turn, ...], ...]:
        """The conversations, each in order of time, in the order in which they began."""
        return self.once(turns_in.threads)

    def conversation(self, turn: Turn) -> tuple[Turn, ...]:
        """All turns of the conversation that a turn belongs to."""
        return self.once(turns_in.talks).get(turn.thread, ())

    def between(self, after: datetime, until: datetime, side: Side | None = None) -> tuple[Turn, ...]:
        """The turns (of `side`) later than `after` and not later than `until`."""
        dates, turns = self.once(turns_in.DATED[side])
        return turns[bisect_right(dates, after) : bisect_right(dates, until)]

    def taken_up(self, mail: int) -> tuple[tuple[Turn, TakenUp], ...]:
        """(the team's turn, what it took up) for all that was taken up of a mail, in order of time."""
        return self.once(turns_in.taken).get(mail, ())

    def kept(self, mail: int) -> tuple[tuple[Turn, Kept], ...]:
        """(the team's turn, what it kept) for all promises of a mail that were kept, in order of time."""
        return self.once(turns_in.kept).get(mail, ())

    def replies(self, side: Side) -> tuple[tuple[Turn, Turn], ...]:
        """(what was answered, the answer) for each answer of `side`: its next turn in the conversation after the
        other's last; in order of the answers."""
        return self.once(turns_in.replies)[side]

    def unanswered(self) -> tuple[Turn, ...]:
        """The customer's last words of conversations that stand unanswered, oldest first.

        A mail of the team in another conversation within two weeks is taken for the answer; what is older than a
        quarter of a year nobody waits for any more.
        """
        return self.once(turns_in.unanswered)

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


def exchange_of(
    turns: Iterable[Turn],
    now: datetime,
    rhythm: timedelta | None = None,
    ticked: frozenset[tuple[int, int]] = frozenset(),
) -> Exchange:
    """The exchange of these turns, in whatever order they come, as far as they are not later than `now`."""
    known = sorted((each for each in turns if each.date <= now), key=lambda each: (each.date, each.mail))
    return Exchange(tuple(known), now, rhythm, ticked)


def weighted_mean(values: Sequence[tuple[float, float]]) -> float | None:
    """The mean of (value, weight); None without any weight."""
    total = sum(weight for _, weight in values)
    return sum(value * weight for value, weight in values) / total if total else None
