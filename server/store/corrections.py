"""Grades that people set beside the computed ones, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from server.access import Sight
from server.errors import NotFound
from server.store.database import Database
from server.store.people import person_of
from server.store.schema import grade_correction, relationship
from server.store.sight import is_seen, seen, seen_under


@dataclass(frozen=True, slots=True)
class Correction:
    """A grade that a person thinks right, why, and what was computed then; who it was is not kept."""

    address: str
    letter: str
    reason: str = field(repr=False)
    at: datetime
    computed: str
    score: float | None


class Corrections:
    """One correction in force a customer; those before it are kept to check the weights."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, address: str, letter: str, reason: str, now: datetime, *, sight: Sight) -> Correction:
        """Puts a correction in force in place of an earlier one; raises NotFound for a customer without mail."""
        with self._database.writing() as connection:
            head = person_of(connection, address).address
            here = (relationship.c.address == head, seen(relationship.c.address, sight))
            query = select(relationship.c.letter, relationship.c.score).where(*here)
            row = connection.execute(query).one_or_none()
            if row is None:
                raise NotFound(f"There is no mail from or to {address}.")
            _end(connection, head, now)
            values = {"letter": letter, "reason": reason, "at": now, "computed": row.letter, "score": row.score}
            connection.execute(insert(grade_correction).values(address=head, **values))
        return Correction(head, letter, reason, now, row.letter, row.score)

    def end(self, address: str, now: datetime, *, sight: Sight) -> None:
        """Takes a correction back; raises NotFound where there is none."""
        with self._database.writing() as connection:
            head = person_of(connection, address).address
            if not is_seen(connection, head, sight) or not _end(connection, head, now):
                raise NotFound(f"The grade of {address} was not corrected.")

    def of(self, address: str, *, sight: Sight) -> Correction | None:
        """The correction in force for a customer."""
        with self._database.reading() as connection:
            head = person_of(connection, address).address
            here = (grade_correction.c.address == head, seen(grade_correction.c.address, sight))
            query = select(grade_correction).where(*here, grade_correction.c.ended_at.is_(None))
            row = connection.execute(query).one_or_none()
        return correction_in(row) if row is not None else None

    def list(self, limit: int = 10_000, *, sight: Sight) -> list[Correction]:
        """All corrections, also those taken back, oldest first: what people thought right against what was computed."""
        query = select(grade_correction).where(seen_under(grade_correction.c.address, sight))
        query = query.order_by(grade_correction.c.id).limit(limit)
        with self._database.reading() as connection:
            return [correction_in(row) for row in connection.execute(query)]


def _end(connection: Connection, head: str, now: datetime) -> int:
    statement = (
        update(grade_correction)
        .where(grade_correction.c.address == head, grade_correction.c.ended_at.is_(None))
        .values(ended_at=now)
    )
    return connection.execute(statement).rowcount


def correction_in(row: Row[tuple[object, ...]]) -> Correction:
    """The correction that a row holds."""
    return Correction(row.address, row.letter, row.reason, row.at, row.computed, row.score)
