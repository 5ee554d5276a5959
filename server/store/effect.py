"""What the effect rests on, summed in the database: indexes by segment and mailbox; and the last report on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, delete, func, insert, select

from server.access import Sight
from server.store.database import Database
from server.store.import_sources import IS_CONNECTED
from server.store.schema import customer_mailbox, effect_report, mailbox, message, outcome, relationship
from server.store.sight import lies_in_sight, seen
from server.store.values import PERSONAL

ONLY = 1  # there is one report


@dataclass(frozen=True, slots=True)
class GroupSum:
    """The customers of one group that have a grade: how many, and the sums of their indexes and of the squares."""

    name: str
    customers: int
    total: float
    squares: float


@dataclass(frozen=True, slots=True)
class MailboxSum:
    """A group that is a mailbox; `writers` is how many names its mails went out under."""

    group: GroupSum
    writers: int


@dataclass(frozen=True, slots=True)
class StoredReport:
    """The last report as JSON; `stamp` differs when what it rests on changed since."""

    stamp: str
    computed_at: datetime
    body: str = field(repr=False)


class Effects:
    """Sums over all customers, never a single one; and the report that is made of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stamp(self) -> str:
        """Differs when outcomes came or went, or when other customers have a grade."""
        outcomes = select(func.count(), func.coalesce(func.max(outcome.c.id), 0)).select_from(outcome)
        graded = select(func.count()).select_from(relationship).where(relationship.c.letter != "")
        with self._database.reading() as connection:
            count, last = connection.execute(outcomes).one()
            return f"{count}:{last}:{connection.execute(graded).scalar_one()}"

    def keep(self, report: StoredReport) -> None:
        """Puts a report in place of the last one."""
        row = {"id": ONLY, "stamp": report.stamp, "computed_at": report.computed_at, "body": report.body}
        with self._database.writing() as connection:
            connection.execute(delete(effect_report))
            connection.execute(insert(effect_report).values(**row))

    def latest(self, *, sight: Sight) -> StoredReport | None:
        """The last report; it is about all customers, so None for whoever does not see all mailboxes."""
        if not sight.is_everything:
            return None
        with self._database.reading() as connection:
            row = connection.execute(select(effect_report)).one_or_none()
        return StoredReport(row.stamp, row.computed_at, row.body) if row is not None else None

    def segments(self, *, sight: Sight) -> list[GroupSum]:
        """The segments that customers with a grade belong to, by name; those of none are left out."""
        query = (
            select(relationship.c.segment.label("name"), *_sums())
            .where(relationship.c.score.is_not(None), relationship.c.segment != "", seen(relationship.c.address, sight))
            .group_by(relationship.c.segment)
            .order_by(relationship.c.segment)
        )
        with self._database.reading() as connection:
            return [GroupSum(row.name, row.customers, row.total, row.squares) for row in connection.execute(query)]

    def mailboxes(self, *, sight: Sight) -> list[MailboxSum]:
        """The mailboxes that customers with a grade write with, by address; somebody may belong to several."""
        places = customer_mailbox.c
        query = (
            select(mailbox.c.id, mailbox.c.address.label("name"), *_sums())
            .join(customer_mailbox, places.mailbox_id == mailbox.c.id)
            .join(relationship, relationship.c.address == places.person)
            .where(relationship.c.score.is_not(None), IS_CONNECTED, lies_in_sight(mailbox.c.id, sight))
            .group_by(mailbox.c.id, mailbox.c.address)
            .order_by(mailbox.c.address)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        writers = self._writers()
        return [
            MailboxSum(GroupSum(row.name, row.customers, row.total, row.squares), writers.get(row.id, 0))
            for row in rows
        ]

    def _writers(self) -> Mapping[int, int]:
        """Mailbox -> under how many names its mail went out."""
        named = case((message.c.from_name != "", message.c.from_name), else_=message.c.from_address)
        query = (
            select(message.c.mailbox_id, func.count(func.distinct(func.lower(named))))
            .where(message.c.stage == "learned", message.c.kind == PERSONAL, message.c.direction == "out")
            .group_by(message.c.mailbox_id)
        )
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def _sums() -> tuple[ColumnElement[Any], ...]:
    score = relationship.c.score
    return (
        func.count().label("customers"),
        func.sum(score).label("total"),
        func.sum(score * score).label("squares"),
    )
