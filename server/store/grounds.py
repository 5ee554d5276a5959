"""What a relationship is worked out from, read in one go: whoever is graded again waits for few queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from server.store.matters import PROMISE
from server.store.schema import matter, relationship, relationship_history
from server.store.traces import StoredTurn, latest_turns
from server.store.values import Customer


@dataclass(frozen=True, slots=True)
class Grounds:
    """All of one moment: the latest mails, oldest first, and the promises that a person marked as kept (mail, where it
    begins); what was worked out last ("" where nothing was) and the first day in the history (None: no day yet)."""

    turns: list[StoredTurn]
    ticked: frozenset[tuple[int, int]]
    body: str = field(repr=False)
    first_day: date | None


_TICKED = select(matter.c.message_id, matter.c.start).where(
    matter.c.address == bindparam("head"), matter.c.kind == PROMISE, matter.c.ticked_at.is_not(None)
)
_BEFORE = select(
    relationship.c.body,
    select(func.min(relationship_history.c.day))
    .where(relationship_history.c.address == bindparam("head"))
    .scalar_subquery()
    .label("first_day"),
).where(relationship.c.address == bindparam("head"))


def grounds_of(connection: Connection, customer: Customer, limit: int) -> Grounds:
    """What the relationship with a customer is worked out from, at most so many mails of it."""
    turns = latest_turns(connection, (customer.address, *customer.joined), limit)
    ticked = frozenset((row[0], row[1]) for row in connection.execute(_TICKED, {"head": customer.address}))
    before = connection.execute(_BEFORE, {"head": customer.address}).one_or_none()
    return Grounds(turns, ticked, before.body if before else "", before.first_day if before else None)
