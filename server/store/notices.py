"""Which digest and which alert was sent to whom, so that nobody gets one twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, delete, select, update

from server.store.database import Database, insert_new
from server.store.schema import notice


@dataclass(frozen=True, slots=True)
class Notice:
    """One mail of Einklang's own to one person: `kind` and `key` say which, such as digest and its day."""

    kind: str
    key: str
    recipient: str
    day: date


class Notices:
    """What was sent, what waits for its next try, and why."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, wanted: Notice, now: datetime, next_at: datetime) -> int | None:
        """Takes a notice to send it now: returns which try this is, from 1; None if it was sent or is not due.

        Nobody else gets it before `next_at`: the time of the next try, should this process be killed.
        """
        row = {
            "kind": wanted.kind,
            "key": wanted.key,
            "recipient": wanted.recipient,
            "day": wanted.day,
            "tries": 0,
            "next_at": now,
        }
        here = _is(wanted)
        with self._database.writing() as connection:
            insert_new(connection, notice, [row], notice.c.kind)
            due = (here, notice.c.sent_at.is_(None), notice.c.next_at <= now)
            tries = connection.execute(select(notice.c.tries).where(*due).with_for_update()).scalar_one_or_none()
            if tries is None:
                return None
            connection.execute(update(notice).where(here).values(tries=tries + 1, next_at=next_at))
        return int(tries) + 1

    def is_open(self, wanted: Notice, now: datetime) -> bool:
        """Whether `take` would give it: nobody has sent it and no later try is set."""
        query = select(notice.c.sent_at, notice.c.next_at).where(_is(wanted))
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return row is None or (row.sent_at is None and row.next_at <= now)

    def sent(self, done: Notice, now: datetime) -> None:
        """It is with the mail server."""
        with self._database.writing() as connection:
            connection.execute(update(notice).where(_is(done)).values(sent_at=now, problem=None))

    def failed(self, tried: Notice, problem: str, next_at: datetime) -> None:
        """It could not be sent; it is tried again at `next_at`."""
        with self._database.writing() as connection:
            connection.execute(update(notice).where(_is(tried)).values(problem=problem, next_at=next_at))

    def problems(self, since: date) -> list[tuple[Notice, str]]:
        """What could not be sent since that day, and why."""
        query = select(notice).where(notice.c.day >= since, notice.c.sent_at.is_(None), notice.c.problem.is_not(None))
        with self._database.reading() as connection:
            return [
                (Notice(row.kind, row.key, row.recipient, row.day), row.problem) for row in connection.execute(query)
            ]

    def drop(self, before: date) -> int:
        """Forgets what is older; returns how many."""
        with self._database.writing() as connection:
            return connection.execute(delete(notice).where(notice.c.day < before)).rowcount


def _is(one: Notice) -> ColumnElement[bool]:
    return and_(notice.c.kind == one.kind, notice.c.key == one.key, notice.c.recipient == one.recipient)
