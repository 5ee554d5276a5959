"""How a customer stood before anybody graded them: the index at moments of the last year, worked out afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from coach.relationship.exchange import Exchange
from coach.relationship.grade import Grading, graded
from coach.relationship.signal import Signal
from server.store import HistoryPoint

EVERY = timedelta(days=30)
BACK = timedelta(days=360)


def lacks_past(exchange: Exchange, first: date | None, grading: Grading) -> bool:
    """Whether mail tells of earlier days than the first one on record; old mail may come after the newest."""
    begin = gradable_from(exchange, grading)
    if begin is None:
        return False
    return first is None or first > max(begin, exchange.now - BACK).date() + EVERY


def past_of(exchange: Exchange, signals: Iterable[Signal], grading: Grading) -> list[HistoryPoint]:
    """The index every 30 days before today, oldest first, by the mail until then and today's weights.

    Moments at which there was too little mail are left out.
    """
    signals, begin = tuple(signals), gradable_from(exchange, grading)
    points = []
    for moment in _moments(exchange.now, begin) if begin else ():
        grade = graded(exchange.until(moment), signals, grading)
        if grade.letter and moment.date() < exchange.now.date():
            points.append(HistoryPoint(moment.date(), grade.index, grade.letter))
    return points


def gradable_from(exchange: Exchange, grading: Grading) -> datetime | None:
    """Since when there is enough mail for a grade, some of it the customer's own."""
    own = next((each.date for each in exchange.turns if each.is_customer), None)
    if own is None or len(exchange.turns) < grading.least_mails:
        return None
    return max(own, exchange.turns[max(grading.least_mails - 1, 0)].date)


def _moments(now: datetime, begin: datetime) -> Sequence[datetime]:
    """Every 30 days back from `now`, and `begin` itself where nothing came before it."""
    moments = [now - EVERY * step for step in range(1, BACK // EVERY + 1)]
    inside = [each for each in moments if each > begin]
    return [begin, *reversed(inside)] if begin >= now - BACK else list(reversed(inside))
