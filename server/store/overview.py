"""How all customers stand together: grades counted as they are shown, groups of customers, what moved, what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from server.store.corrections import Correction, correction_in
from server.store.database import Database
from server.store.matters import NEEDS, PROMISE, OpenMatter, is_open, matters_by_number
from server.store.people import is_by, person_of
from server.store.relationships import MOVED
from server.store.schema import customer, grade_correction, matter, message, relationship
from server.store.values import PERSONAL, Direction

LEAST_GRADED = 3  # customers with a grade; the mean of fewer would say too much of each


@dataclass(frozen=True, slots=True)
class Group:
    """Customers of one company or segment: how many have which grade ("": too little mail), as it is shown, and the
    mean of their computed indexes, None where fewer than three have one."""

    name: str
    letters: Mapping[str, int]
    mean: float | None

    @property
    def customers(self) -> int:
        """How many there are."""
        return sum(self.letters.values())


@dataclass(frozen=True, slots=True)
class PromiseCounts:
    """How many open promises of the team are overdue, and how many fall due on the day asked for."""

    overdue: int
    today: int


@dataclass(frozen=True, slots=True)
class MailDay:
    """When a mail of an exchange was written, and by which side."""

    date: datetime
    direction: Direction


class Overview:
    """What is asked about many customers at once; no query reads what is said of each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def letters(self) -> dict[str, int]:
        """How many customers have which grade, as it is shown: a person's, where one corrected it."""
        with self._database.reading() as connection:
            rows = connection.execute(select(relationship.c.letter, func.count()).group_by(relationship.c.letter))
            counts = Counter({row[0]: row[1] for row in rows})
            _correct(counts, connection.execute(_corrected()).all())
        return {letter: count for letter, count in counts.items() if count}

    def moved(self) -> tuple[int, int]:
        """How many customers rose and how many fell lately, by `MOVED` points or more."""
        rising = select(func.count()).where(relationship.c.trend >= MOVED)
        falling = select(func.count()).where(relationship.c.trend <= -MOVED)
        with self._database.reading() as connection:
            return connection.execute(rising).scalar_one(), connection.execute(falling).scalar_one()

    def segments(self) -> list[Group]:
        """All segments that customers are in, by name; "" holds those without one."""
        return self._groups(relationship.c.segment, _figures(relationship.c.segment))

    def segment(self, name: str) -> Group:
        """The customers of one segment."""
        wanted = relationship.c.segment == name
        return self._one(name, _figures(relationship.c.segment).where(wanted), _corrected().where(wanted))

    def company(self, domain: str) -> Group:
        """The customers at one mail domain."""
        here = customer.c.domain == domain
        joined = customer.c.address == relationship.c.address
        return self._one(
            domain,
            _figures(customer.c.domain).join(customer, joined).where(here),
            _corrected().join(customer, joined).where(here),
        )

    def oldest_needs(self, *, limit: int, offset: int = 0) -> list[OpenMatter]:
        """What customers have been waiting for the longest."""
        return self._matters(_oldest(NEEDS), limit, offset)

    def count_open(self, kinds: Sequence[str]) -> int:
        """How many matters of these kinds are open."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).where(*_is_open_of(kinds))).scalar_one()

    def promises(self, now: datetime, until: datetime) -> PromiseCounts:
        """The open promises that fell due by `now`, and those that fall due from then until before `until`."""
        late = func.sum(case((matter.c.due <= now, 1), else_=0))
        query = select(func.count(), late).where(*_is_open_of((PROMISE,)), matter.c.due < until)
        with self._database.reading() as connection:
            due, overdue = connection.execute(query).one()
        return PromiseCounts(overdue=overdue or 0, today=due - (overdue or 0))

    def corrections(self, addresses: Iterable[str]) -> dict[str, Correction]:
        """The corrections in force of those customers."""
        query = select(grade_correction).where(
            grade_correction.c.address.in_(list(addresses)), grade_correction.c.ended_at.is_(None)
        )
        with self._database.reading() as connection:
            return {row.address: correction_in(row) for row in connection.execute(query)}

    def corrections_of(self, address: str) -> list[Correction]:
        """All corrections of one customer, also those taken back, oldest first."""
        with self._database.reading() as connection:
            head = person_of(connection, address).address
            query = select(grade_correction).where(grade_correction.c.address == head).order_by(grade_correction.c.id)
            return [correction_in(row) for row in connection.execute(query)]

    def names(self, addresses: Iterable[str]) -> dict[str, str]:
        """The names of customers by address, as far as they are known."""
        query = select(customer.c.address, customer.c.name).where(customer.c.address.in_(list(addresses)))
        with self._database.reading() as connection:
            return {row.address: row.name for row in connection.execute(query)}

    def mail_days(self, address: str, limit: int) -> list[MailDay]:
        """When the latest mails to and from a customer were written, oldest first."""
        with self._database.reading() as connection:
            query = (
                select(message.c.date, message.c.direction)
                .where(
                    is_by(connection, message.c.correspondent, address),
                    message.c.stage == "learned",
                    message.c.kind == PERSONAL,
                    message.c.direction.is_not(None),
                    message.c.is_copy.is_(False),
                )
                .order_by(message.c.date.desc(), message.c.id.desc())
                .limit(limit)
            )
            rows = connection.execute(query).all()
        return [MailDay(row.date, row.direction) for row in reversed(rows)]

    def _matters(self, numbers: Select[Any], limit: int, offset: int) -> list[OpenMatter]:
        with self._database.reading() as connection:
            return matters_by_number(
                connection, connection.execute(numbers.limit(limit).offset(offset)).scalars().all()
            )

    def _one(self, name: str, figures: Select[Any], corrected: Select[Any]) -> Group:
        with self._database.reading() as connection:
            rows = connection.execute(figures).all()
            fixed = connection.execute(corrected).all()
        return _group(name, rows, fixed)

    def _groups(self, column: ColumnElement[str], figures: Select[Any]) -> list[Group]:
        rows: dict[str, list[Any]] = {}
        fixed: dict[str, list[Any]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(figures):
                rows.setdefault(row.name, []).append(row)
            for row in connection.execute(_corrected().add_columns(column.label("name")).group_by(column)):
                fixed.setdefault(row.name, []).append(row)
        return [_group(name, rows[name], fixed.get(name, [])) for name in sorted(rows)]


def _figures(column: ColumnElement[str]) -> Select[Any]:
    scores = (func.count(relationship.c.score).label("graded"), func.sum(relationship.c.score).label("total"))
    columns = (column.label("name"), relationship.c.letter, func.count().label("customers"), *scores)
    return select(*columns).select_from(relationship).group_by(column, relationship.c.letter)


def _corrected() -> Select[Any]:
    """(computed, corrected, how many) of all corrections in force."""
    columns = (relationship.c.letter.label("computed"), grade_correction.c.letter.label("corrected"))
    here = and_(grade_correction.c.address == relationship.c.address, grade_correction.c.ended_at.is_(None))
    return (
        select(*columns, func.count().label("customers"))
        .select_from(relationship)
        .join(grade_correction, here)
        .group_by(relationship.c.letter, grade_correction.c.letter)
    )


def _correct(counts: Counter[str], corrected: Sequence[Any]) -> None:
    for row in corrected:
        counts[row.computed] -= row.customers
        counts[row.corrected] += row.customers


def _group(name: str, rows: Sequence[Any], corrected: Sequence[Any]) -> Group:
    counts = Counter({row.letter: row.customers for row in rows})
    _correct(counts, corrected)
    graded = sum(row.graded for row in rows)
    mean = sum(row.total or 0.0 for row in rows) / graded if graded >= LEAST_GRADED else None
    return Group(name, {letter: count for letter, count in counts.items() if count}, mean)


def _is_open_of(kinds: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    return (matter.c.kind.in_(list(kinds)), is_open())


def _oldest(kinds: Sequence[str]) -> Select[Any]:
    return select(matter.c.id).where(*_is_open_of(kinds)).order_by(matter.c.at, matter.c.id)
