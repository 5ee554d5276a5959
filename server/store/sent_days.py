"""How many mails the team sent on each day, kept up as mail is recorded and removed: nobody ever counts all mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select

from server.store.schema import message, sent_day
from server.store.statements import upsert

OUT = "out"
_DAYS = select(sent_day.c.day, sent_day.c.mails).where(sent_day.c.mails > 0)
_ADD = upsert(sent_day, ["day"], lambda fresh: {"mails": sent_day.c.mails + fresh.mails})
_EMPTY = delete(sent_day).where(sent_day.c.mails <= 0, sent_day.c.day == bindparam("gone"))


def count_sent(connection: Connection, at: datetime) -> None:
    """Counts a mail of the team that is recorded in this transaction."""
    _add(connection, {day_of(at): 1})


def delete_mail(connection: Connection, which: ColumnElement[bool]) -> int:
    """Removes these messages from the store and from the days they were sent on; returns how many.

    The only way to remove messages that may have been recorded, or the counts would no longer be right.
    """
    gone = connection.execute(delete(message).where(which).returning(message.c.direction, message.c.date)).all()
    sent = Counter(day_of(at) for direction, at in gone if direction == OUT and at is not None)
    _add(connection, {day: -mails for day, mails in sorted(sent.items())})
    if sent:
        connection.execute(_EMPTY, [{"gone": day} for day in sent])
    return len(gone)


def sent_on(connection: Connection) -> dict[date, int]:
    """Day (UTC) -> how many mails the team sent on it; days without any are left out."""
    return {day: int(mails) for day, mails in connection.execute(_DAYS).all()}


def day_of(at: datetime) -> date:
    """The day that a mail of this moment counts for."""
    return at.astimezone(UTC).date()


def _add(connection: Connection, mails: Mapping[date, int]) -> None:
    if mails:
        rows = [{"day": day, "mails": more} for day, more in mails.items()]
        connection.execute(_ADD[connection.dialect.name], rows)
