"""The grade of a relationship: an index from 0 to 100 that is a sum of named points, its band, trend and letter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from coach.relationship.exchange import Exchange
from coach.relationship.signal import Point, Signal, Words

MIDDLE = 50.0  # where an exchange stands of which nothing is known
SPREAD = 0.6  # standard deviation of a sign that rests on a single observation; own estimate
NINETY = 1.645  # standard deviations on each side of a 90 % band
TREND = timedelta(days=60)  # the index is compared with what it was so long ago
NO_CHANGE = 3.0  # points of the index that are no trend yet


@dataclass(frozen=True, slots=True)
class Grading:
    """What an admin sets: from which index on a customer is an A, below which a C, how many mails of each side and of
    both together a grade needs, and the weights of signals that differ from their own (0: not counted)."""

    a_from: float = 65.0
    c_below: float = 43.0
    least_mails: int = 4
    weights: Mapping[str, float] = field(default_factory=dict)

    def weight(self, signal: Signal) -> float:
        """How many points this signal may add or take."""
        return self.weights.get(signal.name, signal.weight)

    def letter(self, index: float) -> str:
        """The grade of an index."""
        if index >= self.a_from:
            return "A"
        return "C" if index < self.c_below else "B"


@dataclass(frozen=True, slots=True)
class Share:
    """What one signal adds to the index: its points, out of how many, why, and the mails behind it.

    The shares of `causes` are points of the index, too.
    """

    signal: str
    points: float
    most: float
    value: float
    evidence: float
    say: Words
    causes: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """How a relationship stands: `index` is 50 plus the points of all shares, within 0 and 100.

    `letter` is empty where there is too little mail. `band` holds the index in 90 % of cases, as far as it rests on few
    observations; `trend` is by how many points it moved within 60 days (None: there was too little mail then).
    """

    letter: str
    index: float
    band: tuple[float, float]
    trend: float | None
    shares: tuple[Share, ...]
    mails: int

    @property
    def direction(self) -> int:
        """1 where it goes up, -1 where it goes down, 0 where it stays."""
        if self.trend is None or abs(self.trend) < NO_CHANGE:
            return 0
        return 1 if self.trend > 0 else -1


@dataclass(frozen=True, slots=True)
class Before:
    """What the index was when a day of 60 days ago began (None: too little mail), and on how many mails it rested."""

    day: date
    mails: int
    index: float | None

    def holds_for(self, exchange: Exchange, *, latest_only: bool = False) -> bool:
        """Whether it is the one that the trend of this exchange asks for: no mail of that time came to light since.

        `latest_only`: the exchange is cut to its latest mails, so that each new one drives out the oldest, which says
        nothing new about that time.
        """
        start = _began(exchange.now)
        if self.day != start.date():
            return False
        mails = sum(each.date <= start for each in exchange.turns)
        return mails == self.mails or (latest_only and mails < self.mails)


def before(exchange: Exchange, signals: Iterable[Signal], grading: Grading) -> Before:
    """The index that the trend is held against; it stays the same all day, so it is worth keeping."""
    earlier = exchange.until(_began(exchange.now))
    shares = shares_of(earlier, signals, grading, causes=False) if _carries(earlier, grading) else None
    index = index_of(shares) if shares is not None else None
    return Before(earlier.now.date(), len(earlier.turns), index)


def _began(now: datetime) -> datetime:
    return datetime.combine((now - TREND).date(), time(), now.tzinfo)


def graded(exchange: Exchange, signals: Iterable[Signal], grading: Grading, *, was: Before | None = None) -> Grade:
    """The grade of an exchange by these signals; `was` is what `before` told of it, where that is at hand."""
    signals = tuple(signals)
    was = was or before(exchange, signals, grading)
    shares = shares_of(exchange, signals, grading)
    index = index_of(shares)
    spread = math.sqrt(sum((share.most * SPREAD) ** 2 / (1.0 + share.evidence) * _known(share) for share in shares))
    half = NINETY * spread
    return Grade(
        letter=grading.letter(index) if _carries(exchange, grading) else "",
        index=index,
        band=(max(index - half, 0.0), min(index + half, 100.0)),
        trend=index - was.index if was.index is not None else None,
        shares=shares,
        mails=len(exchange.turns),
    )


def shares_of(
    exchange: Exchange, signals: Iterable[Signal], grading: Grading, *, causes: bool = True
) -> tuple[Share, ...]:
    """What each signal that speaks adds, the one that adds or takes most first; on demand without the `causes`."""
    found = []
    for signal in signals:
        most = grading.weight(signal)
        sign = signal.measure(exchange) if most else None
        if sign is None:
            continue
        worth = most * sign.evidence / (sign.evidence + signal.steady)
        points = tuple(
            [Point._make((mail, share * worth, span)) for mail, share, span in sign.points] if causes else ()
        )
        found.append(Share(signal.name, sign.value * worth, most, sign.value, sign.evidence, sign.say, points))
    return tuple(sorted(found, key=lambda share: (-abs(share.points), share.signal)))


def index_of(shares: Iterable[Share]) -> float:
    """The index that shares add up to."""
    return min(100.0, max(0.0, MIDDLE + sum(each.points for each in shares)))


def _known(share: Share) -> float:
    """How far what is measured speaks at all: a signal without evidence adds nothing and leaves nothing open."""
    return share.evidence / (share.evidence + 1.0)


def _carries(exchange: Exchange, grading: Grading) -> bool:
    """Whether there is enough mail for a letter, some of it the customer's own."""
    return len(exchange.turns) >= grading.least_mails and any(each.is_customer for each in exchange.turns)
