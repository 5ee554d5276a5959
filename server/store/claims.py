"""Who has which mail and which customers in hand, so that no two workers do the same work at the same time.

A claim ends by itself when its holder does not prolong it. What is recorded twice changes nothing, so a claim that
ended too early costs work and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, exists, insert, or_, select, text, update

from server.store.database import Database
from server.store.messages import read_waiting
from server.store.relationship_records import DueRelationship
from server.store.schema import message, message_claim, relationship, relationship_claim
from server.store.schema.mail import WAITS
from server.store.values import PendingMessage

IsDead = Callable[[str], bool]
"""Whether a holder is known to have ended."""

LOST_TOGETHER = 4  # of what was lost for the first time: after a machine that died a batch is soon done
LIKELY_WAITS = text("likely(stage = 'stored')")
UNSORTED = text("SET LOCAL enable_sort = off")
"""So that SQLite and PostgreSQL go along the index of what waits, also where their statistics are old or missing: else
they would sort all that waits, for each batch of a first reading anew."""


@dataclass(frozen=True, slots=True)
class ClaimedMail:
    """Mail that is to be learned by one holder alone; `deaths` is how many holders before ended while they had it."""

    mails: Sequence[PendingMessage] = ()
    deaths: int = 0

    def __bool__(self) -> bool:
        return bool(self.mails)


@dataclass(frozen=True, slots=True)
class ClaimedRelationships:
    """Relationships that one holder alone works out, and how many holders before ended while they had them."""

    due: Sequence[DueRelationship] = ()
    deaths: int = 0

    def __bool__(self) -> bool:
        return bool(self.due)


class _Claims:
    """The claims of one kind: what is claimed stands in `key` of their table."""

    _table: Table
    _key: ColumnElement[Any]

    def __init__(self, database: Database) -> None:
        self._database = database

    def prolong(self, holder: str, until: datetime) -> None:
        """All that `holder` has is theirs until then."""
        with self._database.writing() as connection:
            mine = self._table.c.holder == holder
            connection.execute(update(self._table).where(mine).values(until=until))

    def give_back(self, holder: str) -> None:
        """Others may have what `holder` had."""
        with self._database.writing() as connection:
            connection.execute(delete(self._table).where(self._table.c.holder == holder))

    def _claim(
        self,
        connection: Connection,
        waiting: Select[Any],
        holder: str,
        now: datetime,
        until: datetime,
        is_dead: IsDead,
    ) -> tuple[list[Any], int]:
        """Takes the rows of `waiting`; what was lost before is taken in fours, then alone: it may be what ends workers.

        Returns them, and how many holders before lost them.
        """
        claim = self._table.c
        known = connection.execute(select(claim.holder).where(claim.until > now).distinct()).scalars()
        dead = [each for each in known if each != holder and is_dead(each)]
        free = or_(claim.holder.is_(None), claim.until <= now, claim.holder.in_(dead))
        rows = connection.execute(waiting.add_columns(claim.tries).where(free)).all()
        lost = _lost_alike([row for row in rows if row.tries is not None])
        if lost:
            deaths = lost[0].tries + 1
            values = {"holder": holder, "until": until, "tries": deaths}
            connection.execute(update(self._table).where(self._key.in_([row[0] for row in lost])).values(**values))
            return lost, deaths
        if rows:
            values = {"holder": holder, "until": until, "tries": 0}
            connection.execute(insert(self._table), [values | {str(self._key.key): row[0]} for row in rows])
        return list(rows), 0


def _lost_alike(lost: list[Any]) -> list[Any]:
    """Those of the lost rows that are taken together: the first, and more where it was lost only once."""
    if not lost or lost[0].tries:
        return lost[:1]
    return [row for row in lost if not row.tries][:LOST_TOGETHER]


class MailClaims(_Claims):
    """Which worker learns which mail."""

    _table, _key = message_claim, message_claim.c.message_id

    def take(self, holder: str, now: datetime, until: datetime, limit: int, is_dead: IsDead) -> ClaimedMail:
        """Up to `limit` mails that wait and nobody has, the newest first, for `holder` until then.

        What the holder had before and is learned is given back, as is what others had whose time is over.
        """
        with self._database.reading() as connection:
            if connection.execute(select(message.c.id).where(WAITS).limit(1)).first() is None:
                return ClaimedMail()
        newest = (message.c.internaldate.desc(), message.c.id.desc())
        found = message.outerjoin(message_claim, message_claim.c.message_id == message.c.id)
        waiting = select(message.c.id).select_from(found).order_by(*newest).limit(limit)
        with self._database.writing() as connection:
            waits = exists(message.c.id).where(message.c.id == message_claim.c.message_id, WAITS)
            mine_or_over = or_(message_claim.c.holder == holder, message_claim.c.until <= now)
            connection.execute(delete(message_claim).where(mine_or_over, ~waits))
            if connection.dialect.name == "sqlite":
                waiting = waiting.where(LIKELY_WAITS)
            else:
                connection.execute(UNSORTED)
                waiting = waiting.where(WAITS)
            rows, deaths = self._claim(connection, waiting, holder, now, until, is_dead)
            # in the same transaction: where it cannot be read, nobody has lost it
            return ClaimedMail(read_waiting(connection, [row[0] for row in rows]), deaths)


class RelationshipClaims(_Claims):
    """Which worker works out which relationship."""

    _table, _key = relationship_claim, relationship_claim.c.address

    def take(self, holder: str, now: datetime, until: datetime, limit: int, is_dead: IsDead) -> ClaimedRelationships:
        """Up to `limit` relationships that are due and nobody has, the longest waiting first, for `holder` until then.

        What the holder had before is given back.
        """
        due = relationship.c.next_at <= now
        with self._database.reading() as connection:
            if connection.execute(select(relationship.c.address).where(due).limit(1)).first() is None:
                return ClaimedRelationships()
        found = relationship.outerjoin(relationship_claim, relationship_claim.c.address == relationship.c.address)
        waiting = select(relationship.c.address, relationship.c.wanted).select_from(found).where(due)
        waiting = waiting.order_by(relationship.c.next_at, relationship.c.address).limit(limit)
        with self._database.writing() as connection:
            connection.execute(delete(relationship_claim).where(relationship_claim.c.holder == holder))
            rows, deaths = self._claim(connection, waiting, holder, now, until, is_dead)
        return ClaimedRelationships([DueRelationship(row.address, row.wanted, holder) for row in rows], deaths)
