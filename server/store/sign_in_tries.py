"""How often signing in went wrong, by name, by address and by browser, and until when the next try has to wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from server.store.database import Database, insert_new
from server.store.schema import sign_in_try

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=24)  # without a further failure
MOST_DOUBLINGS = 16  # the longest wait is reached long before


@dataclass(frozen=True, slots=True)
class Counted:
    """What tries are counted for: a keyed hash, and how many may fail before the next one waits."""

    key: str
    free: int


@dataclass(frozen=True, slots=True)
class Begun:
    """How a try began: it has to wait until then, or it may go on; if it fails, `now_waiting` wait from here on."""

    wait_until: datetime | None = None
    now_waiting: frozenset[str] = frozenset()


class SignInTries:
    """Each failure above the free ones doubles the wait, from five seconds up to fifteen minutes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, counted: Sequence[Counted], now: datetime) -> Begun:
        """Counts a try as failed beforehand, so that tries side by side are no way around; `undo` what went well.

        Where one of them has to wait nothing is counted.
        """
        now_waiting = set()
        with self._database.writing() as connection:
            connection.execute(delete(sign_in_try).where(sign_in_try.c.last_at <= now - FORGOTTEN_AFTER))
            known = _known(connection, counted)
            waits = [until for _, until in known.values() if until > now]
            if waits:
                return Begun(max(waits))
            for each in counted:
                failures = known[each.key][0] + 1 if each.key in known else 1
                _store(connection, each.key, failures, now, now + wait_after(failures - each.free))
                if failures == each.free:
                    now_waiting.add(each.key)
        return Begun(now_waiting=frozenset(now_waiting))

    def undo(self, forgotten: Sequence[Counted], lessened: Sequence[Counted], now: datetime) -> None:
        """The try went well: what is `forgotten` begins anew, for what is `lessened` this one try does not count."""
        with self._database.writing() as connection:
            keys = [each.key for each in forgotten]
            connection.execute(delete(sign_in_try).where(sign_in_try.c.key.in_(keys)))
            for each in lessened:
                column = sign_in_try.c.failures
                query = update(sign_in_try).where(sign_in_try.c.key == each.key, column > 0)
                connection.execute(query.values(failures=column - 1, wait_until=now))

    def failures(self, key: str) -> int:
        """How many tries failed lately."""
        query = select(sign_in_try.c.failures).where(sign_in_try.c.key == key)
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one_or_none() or 0


def wait_after(surplus: int) -> timedelta:
    """How long the next try waits after so many failures above the free ones."""
    if surplus < 0:
        return timedelta(0)
    doubled: int = 2 ** min(surplus, MOST_DOUBLINGS)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def _known(connection: Connection, counted: Sequence[Counted]) -> dict[str, tuple[int, datetime]]:
    query = select(sign_in_try).where(sign_in_try.c.key.in_([each.key for each in counted]))
    return {row.key: (row.failures, row.wait_until) for row in connection.execute(query)}


def _store(connection: Connection, key: str, failures: int, now: datetime, until: datetime) -> None:
    row = {"key": key, "failures": failures, "last_at": now, "wait_until": until}
    if not insert_new(connection, sign_in_try, [row], sign_in_try.c.key):
        connection.execute(update(sign_in_try).where(sign_in_try.c.key == key).values(row))
