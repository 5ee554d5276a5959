"""What a relationship is worked out from, read in one go: whoever is graded again waits for few queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, select

from server.store.contacts import segment_in
from server.store.matters import PROMISE
from server.store.people import Person, person_of
from server.store.schema import customer, matter, relationship, relationship_history
from server.store.team_people import Sender, latest_senders
from server.store.traces import StoredTurn, latest_turns


@dataclass(frozen=True, slots=True)
class Grounds:
    """All of one moment about a person with mail: the latest mails, oldest first, and the promises that somebody marked
    as kept (mail, where it begins); the segment that lists of contacts name ("" for none); under which senders the team
    wrote lately; what was worked out last ("" where nothing was) and the first day in the history (None: no day yet).
    """

    person: Person
    turns: list[StoredTurn]
    ticked: frozenset[tuple[int, int]]
    listed_segment: str
    senders: list[Sender]
    body: str = field(repr=False)
    first_day: date | None


# Put together once: SQLAlchemy takes longer over making a statement than SQLite over answering it.
_HAS_MAIL = select(customer.c.address).where(customer.c.address.in_(bindparam("addresses", expanding=True))).limit(1)
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


def grounds_of(connection: Connection, address: str, limit: int, since: datetime) -> Grounds | None:
    """What the relationship with the person with this address is worked out from, at most so many mails of it, and who
    wrote to them `since` then; None where nobody of that address has mail here."""
    person = person_of(connection, address)
    if connection.execute(_HAS_MAIL, {"addresses": list(person.addresses)}).one_or_none() is None:
        return None
    before = connection.execute(_BEFORE, {"head": person.address}).one_or_none()
    return Grounds(
        person,
        latest_turns(connection, person.addresses, limit),
        frozenset([(mail, start) for mail, start in connection.execute(_TICKED, {"head": person.address})]),
        segment_in(connection, person.addresses),
        latest_senders(connection, person.addresses, since),
        before.body if before else "",
        before.first_day if before else None,
    )
