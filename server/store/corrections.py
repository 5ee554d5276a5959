"""Grades that people set beside the computed ones, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from server.errors import NotFound
from server.store.database import Database
from server.store.people import person_of
from server.store.schema import grade_correction, relationship


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

    def set(self, address: str, letter: str, reason: str, now: datetime) -> Correction:
        """Puts a correction in force in place of an earlier one; raises NotFound for a customer without mail."""
        with self._database.writing() as connection:
            head = person_of(connection, address).address
            query = select(relationship.c.letter, relationship.c.score).where(relationship.c.address == head)
            row = connection.execute(query).one_or_none()
            if row is None:
                raise NotFound(f"There is no mail from or to {address}.")
            _end(connection, head, now)
            values = {"letter": letter, "reason": reason, "at": now, "computed": row.letter, "score": row.score}
            connection.execute(insert(grade_correction).values(address=head, **values))
        return Correction(head, letter, reason, now, row.letter, row.score)

    def end(self, address: str, now: datetime) -> None:
        """Takes a correction back; raises NotFound where there is none."""
        with self._database.writing() as connection:
            if not _end(connection, person_of(connection, address).address, now):
                raise NotFound(f"The grade of {address} was not corrected.")

    def of(self, address: str) -> Correction | None:
        """The correction in force for a customer."""
        with self._database.reading() as connection:
            head = person_of(connection, address).address
            query = select(grade_correction).where(
                grade_correction.c.address == head, grade_correction.c.ended_at.is_(None)
            )
            row = connection.execute(query).one_or_none()
        return correction_in(row) if row is not None else None

    def list(self, limit: int = 10_000) -> list[Correction]:
        """All corrections, also those taken back, oldest first: what people thought right against what was computed."""
        query = select(grade_correction).order_by(grade_correction.c.id).limit(limit)
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
