"""How often a mailbox is looked into, and how long it is left alone after an error."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.errors import CertificateRefused, ConnectionLost, LoginRefused, MailError
from server.mail.allowance import DayUsedUp

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
LOGIN_AGAIN = timedelta(days=1)  # else a provider's short trouble would end a mailbox for good; more would lock it
JITTER = 0.25  # of a wait, so that all mailboxes of a server that was down do not knock at once


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: between two looks beside IDLE, and until IDLE is begun anew (RFC 2177 says within 29 minutes)."""

    poll: float = 60.0
    renew_idle: float = 300.0
    history_slice: float = 10.0  # of old mail, before new mail has its turn again
    first_wait: float = FIRST_WAIT.total_seconds()

    @property
    def wait(self) -> float:
        """How long one wait for news lasts at most."""
        return min(self.poll, self.renew_idle)

    def retry_at(self, error: Exception, failures: int, now: datetime, chance: random.Random) -> datetime:
        """When to try again after the `failures`-th error in a row."""
        if isinstance(error, DayUsedUp):
            return error.until + timedelta(seconds=chance.uniform(0, 600))
        if isinstance(error, ConnectionLost) and error.retry_after is not None:
            return now + error.retry_after * (1 + chance.uniform(0, JITTER))
        if isinstance(error, LoginRefused):
            return now + LOGIN_AGAIN
        if isinstance(error, CertificateRefused):
            return now + LONGEST_WAIT
        wait = min(self.first_wait * 2 ** min(failures - 1, 10), LONGEST_WAIT.total_seconds())
        return now + timedelta(seconds=wait * chance.uniform(1 - JITTER, 1 + JITTER))


def words_of(error: Exception) -> tuple[str, str]:
    """What went wrong and what to do, without the mailbox's address where the error names it apart."""
    if isinstance(error, MailError):
        return error.what, error.remedy
    return f"{error}", ""
