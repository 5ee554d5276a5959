"""Which workers watch mailboxes: each says every few seconds that it lives, so that all can take their share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, or_, select, update

from server.store.database import Database
from server.store.mailbox_states import Leases, renew
from server.store.schema import mailbox_lease, worker


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many workers live, whether the one that asked was there before without a gap, and on which of the mailboxes
    that it named it has a lease."""

    workers: int
    was_here: bool
    held: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LiveWorker:
    """A worker that lives, and how many mailboxes it holds."""

    holder: str
    since: datetime
    mailboxes: int


class Workers:
    """The register of workers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def attend(
        self,
        holder: str,
        now: datetime,
        until: datetime,
        is_dead: Callable[[str], bool],
        *,
        leases: Leases | None = None,
    ) -> Attendance:
        """Says that `holder` lives until then, and prolongs its leases; those whose time is over, or who are known to
        be dead, are forgotten. All of it in one turn to write, for every worker does so every few seconds."""
        with self._database.writing() as connection:
            known = connection.execute(select(worker.c.holder)).scalars()
            dead = [each for each in known if is_dead(each)]
            connection.execute(delete(worker).where(or_(worker.c.until <= now, worker.c.holder.in_(dead))))
            values = {"holder": holder, "until": until}
            mine = worker.c.holder == holder
            was_here = connection.execute(update(worker).where(mine).values(until=until)).rowcount == 1
            if not was_here:
                connection.execute(insert(worker).values(**values, since=now))
            count = connection.execute(select(func.count()).select_from(worker)).scalar_one()
            held = renew(connection, holder, leases) if leases is not None else frozenset()
        return Attendance(int(count), was_here, held)

    def leave(self, holder: str) -> None:
        """Says that `holder` works no more."""
        with self._database.writing() as connection:
            connection.execute(delete(worker).where(worker.c.holder == holder))

    def alive(self, now: datetime) -> list[LiveWorker]:
        """The workers that live, the oldest first."""
        count = func.count(mailbox_lease.c.mailbox_id)
        query = (
            select(worker.c.holder, worker.c.since, count)
            .outerjoin(mailbox_lease, mailbox_lease.c.holder == worker.c.holder)
            .where(worker.c.until > now)
            .group_by(worker.c.holder, worker.c.since)
            .order_by(worker.c.since, worker.c.holder)
        )
        with self._database.reading() as connection:
            return [LiveWorker(*row) for row in connection.execute(query)]
