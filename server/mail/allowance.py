"""How many bytes a mailbox may cost in a day: providers lock out who fetches too much (Gmail: 2.5 GB)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from server.errors import MailError

DAILY_BYTES = 2_000_000_000
FOR_HISTORY = 0.8  # of the day's bytes; the rest is kept for mail that is new


class DayUsedUp(MailError):
    """The bytes of this day are used up; reading goes on at `until`."""

    def __init__(self, mailbox: str, until: datetime, octets: int) -> None:
        what = f"{octets // 1_000_000} MB were read today, which is all that mail.daily_megabytes allows."
        super().__init__(mailbox, what, f"Reading goes on by itself at {until:%Y-%m-%d %H:%M} UTC.")
        self.until = until


class Allowance:
    """Counts the bytes of one mailbox and day (UTC); `limit` None: as many as there are."""

    def __init__(
        self, mailbox: str, limit: int | None, clock: Callable[[], datetime], *, day: date | None = None, used: int = 0
    ) -> None:
        self._mailbox, self._limit, self._clock = mailbox, limit, clock
        self._day, self._used = day, used

    def spend(self, octets: int) -> None:
        """These bytes came over the network."""
        self._used = self.used + octets

    @property
    def day(self) -> date:
        """The day that is being counted."""
        return self._clock().date()

    @property
    def used(self) -> int:
        """Bytes of this day."""
        if self._day != self.day:
            self._day, self._used = self.day, 0
        return self._used

    def history_may_go_on(self) -> bool:
        """Whether old mail may be read, too."""
        return self._limit is None or self.used < self._limit * FOR_HISTORY

    def refuse_if_used_up(self) -> None:
        """Raises DayUsedUp when nothing may be read any more."""
        if self._limit is not None and self.used >= self._limit:
            raise self.used_up()

    def used_up(self) -> DayUsedUp:
        """The word on a day whose bytes are used up, and when the next one begins."""
        now = self._clock()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        return DayUsedUp(self._mailbox, tomorrow, self.used)
