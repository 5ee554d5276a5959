"""What the effect rests on, summed in the database: indexes by segment and mailbox; and the last report on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select

from server.access import Sight
from server.store.database import Database
from server.store.import_sources import IS_CONNECTED
from server.store.schema import customer_mailbox, effect_report, mailbox, outcome, relationship
from server.store.sight import lies_in_sight, seen

ONLY = 1  # there is one report


@dataclass(frozen=True, slots=True)
class GroupSum:
    """The customers of one group that have a grade: how many, and the sums of their indexes and of the squares."""

    name: str
    customers: int
    total: float
    squares: float


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

    def mailboxes(self, *, sight: Sight) -> list[GroupSum]:
        """The mailboxes that customers with a grade write with, by address; somebody may belong to several."""
        places = customer_mailbox.c
        query = (
            select(mailbox.c.address.label("name"), *_sums())
            .join(customer_mailbox, places.mailbox_id == mailbox.c.id)
            .join(relationship, relationship.c.address == places.person)
            .where(relationship.c.score.is_not(None), IS_CONNECTED, lies_in_sight(mailbox.c.id, sight))
            .group_by(mailbox.c.address)
            .order_by(mailbox.c.address)
        )
        with self._database.reading() as connection:
            return [GroupSum(row.name, row.customers, row.total, row.squares) for row in connection.execute(query)]


def _sums() -> tuple[ColumnElement[Any], ...]:
    score = relationship.c.score
    return (
        func.count().label("customers"),
        func.sum(score).label("total"),
        func.sum(score * score).label("squares"),
    )
