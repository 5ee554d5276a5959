"""Jobs that failed for good: which, when and how often, and the kind of error; never a text or an address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, func, insert, select, update

from server.store.database import Database
from server.store.schema import dead_letter


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A job that is not tried again by itself; `error` is the name of the kind of error."""

    id: int
    name: str
    arguments: tuple[int, ...]
    error: str
    times: int
    first_at: datetime
    last_at: datetime


class DeadLetters:
    """What waits for a person to look at it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, name: str, arguments: Sequence[int], error: str, now: datetime) -> None:
        """Keeps that a job failed for good; the same failure again only counts."""
        body = json.dumps([int(each) for each in arguments])
        c = dead_letter.c
        same = (c.name == name, c.arguments == body, c.error == error)
        with self._database.writing() as connection:
            again = update(dead_letter).where(*same).values(times=c.times + 1, last_at=now)
            if not connection.execute(again).rowcount:
                first = {"name": name, "arguments": body, "error": error}
                connection.execute(insert(dead_letter).values(**first, times=1, first_at=now, last_at=now))

    def list(self) -> list[DeadLetter]:
        """All, the latest first."""
        query = select(dead_letter).order_by(dead_letter.c.last_at.desc(), dead_letter.c.id.desc())
        with self._database.reading() as connection:
            return [_letter(row) for row in connection.execute(query)]

    def count(self) -> int:
        """How many there are."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(dead_letter)).scalar_one())

    def drop(self, number: int) -> bool:
        """Forgets one; False where there is none with this number."""
        with self._database.writing() as connection:
            return connection.execute(delete(dead_letter).where(dead_letter.c.id == number)).rowcount == 1


def _letter(row: Row[tuple[object, ...]]) -> DeadLetter:
    values = row._asdict()
    return DeadLetter(**(values | {"arguments": tuple(json.loads(values["arguments"]))}))
