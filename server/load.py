"""How busy the team was on a day: whoever writes thirty mails answers later and shorter, and that is no cooling."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from statistics import median

from server.store import Store

HOLDS = timedelta(hours=1)  # before the days are read again
LEAST_DAYS = 10  # before that nobody can say what a usual day is


class Loads:
    """The team's mails of each day against its usual day, read anew each hour."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read_at: datetime | None = None
        self._loads: Mapping[date, float] = {}

    def at(self, moment: datetime, now: datetime) -> float:
        """How busy the day of this moment was: 1 as usual, 2 twice as busy; 1 where nobody can tell."""
        if self._read_at is None or now - self._read_at >= HOLDS:
            sent = self._store.traces.sent_by_day()
            usual = median(sent.values()) if len(sent) >= LEAST_DAYS else 0
            self._loads = {day: count / usual for day, count in sent.items()} if usual else {}
            self._read_at = now
        return self._loads.get(moment.date(), 1.0)
