"""How all customers stand together: grades counted as they are shown, groups of customers, what moved, what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from server.access import Sight
from server.store.corrections import Correction, correction_in
from server.store.database import Database
from server.store.matters import NEEDS, PROMISE, OpenMatter, is_open, matter_seen, matters_by_number
from server.store.people import is_by, person_of
from server.store.relationships import MOVED
from server.store.schema import customer, grade_correction, matter, message, relationship
from server.store.sight import is_one_mail, seen, seen_under
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

    def letters(self, *, sight: Sight) -> dict[str, int]:
        """How many customers have which grade, as it is shown: a person's, where one corrected it."""
        with self._database.reading() as connection:
            query = select(relationship.c.letter, func.count()).where(seen(relationship.c.address, sight))
            rows = connection.execute(query.group_by(relationship.c.letter))
            counts = Counter({row[0]: row[1] for row in rows})
            _correct(counts, connection.execute(_corrected(sight)).all())
        return {letter: count for letter, count in counts.items() if count}

    def moved(self, *, sight: Sight) -> tuple[int, int]:
        """How many customers rose and how many fell lately, by `MOVED` points or more."""
        here = seen(relationship.c.address, sight)
        rising = select(func.count()).where(relationship.c.trend >= MOVED, here)
        falling = select(func.count()).where(relationship.c.trend <= -MOVED, here)
        with self._database.reading() as connection:
            return connection.execute(rising).scalar_one(), connection.execute(falling).scalar_one()

    def segments(self, *, sight: Sight) -> list[Group]:
        """All segments that customers are in, by name; "" holds those without one."""
        return self._groups(relationship.c.segment, sight)

    def segment(self, name: str, *, sight: Sight) -> Group:
        """The customers of one segment."""
        wanted = relationship.c.segment == name
        return self._one(name, _figures(relationship.c.segment, sight).where(wanted), _corrected(sight).where(wanted))

    def company(self, domain: str, *, sight: Sight) -> Group:
        """The customers at one mail domain."""
        here = customer.c.domain == domain
        joined = customer.c.address == relationship.c.address
        return self._one(
            domain,
            _figures(customer.c.domain, sight).join(customer, joined).where(here),
            _corrected(sight).join(customer, joined).where(here),
        )

    def oldest_needs(self, *, limit: int, offset: int = 0, sight: Sight) -> list[OpenMatter]:
        """What customers have been waiting for the longest."""
        numbers = select(matter.c.id).where(*_is_open_of(NEEDS, sight)).order_by(matter.c.at, matter.c.id)
        with self._database.reading() as connection:
            found = connection.execute(numbers.limit(limit).offset(offset)).scalars().all()
            return matters_by_number(connection, found, sight)

    def count_open(self, kinds: Sequence[str], *, sight: Sight) -> int:
        """How many matters of these kinds are open."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).where(*_is_open_of(kinds, sight))).scalar_one()

    def promises(self, now: datetime, until: datetime, *, sight: Sight) -> PromiseCounts:
        """The open promises that fell due by `now`, and those that fall due from then until before `until`."""
        late = func.sum(case((matter.c.due <= now, 1), else_=0))
        query = select(func.count(), late).where(*_is_open_of((PROMISE,), sight), matter.c.due < until)
        with self._database.reading() as connection:
            due, overdue = connection.execute(query).one()
        return PromiseCounts(overdue=overdue or 0, today=due - (overdue or 0))

    def corrections(self, addresses: Iterable[str], *, sight: Sight) -> dict[str, Correction]:
        """The corrections in force of those customers."""
        theirs = (grade_correction.c.address.in_(list(addresses)), seen(grade_correction.c.address, sight))
        query = select(grade_correction).where(*theirs, grade_correction.c.ended_at.is_(None))
        with self._database.reading() as connection:
            return {row.address: correction_in(row) for row in connection.execute(query)}

    def corrections_of(self, address: str, *, sight: Sight) -> list[Correction]:
        """All corrections of one customer, also those taken back, oldest first."""
        with self._database.reading() as connection:
            head = person_of(connection, address).address
            theirs = (grade_correction.c.address == head, seen(grade_correction.c.address, sight))
            query = select(grade_correction).where(*theirs).order_by(grade_correction.c.id)
            return [correction_in(row) for row in connection.execute(query)]

    def names(self, addresses: Iterable[str], *, sight: Sight) -> dict[str, str]:
        """The names of customers by address, as far as they are known."""
        theirs = (customer.c.address.in_(list(addresses)), seen_under(customer.c.address, sight))
        query = select(customer.c.address, customer.c.name).where(*theirs)
        with self._database.reading() as connection:
            return {row.address: row.name for row in connection.execute(query)}

    def mail_days(self, address: str, limit: int, *, sight: Sight) -> list[MailDay]:
        """When the latest mails to and from a customer were written, oldest first."""
        with self._database.reading() as connection:
            query = (
                select(message.c.date, message.c.direction)
                .where(
                    is_by(connection, message.c.correspondent, address),
                    message.c.stage == "learned",
                    message.c.kind == PERSONAL,
                    message.c.direction.is_not(None),
                    is_one_mail(sight),
                )
                .order_by(message.c.date.desc(), message.c.id.desc())
                .limit(limit)
            )
            rows = connection.execute(query).all()
        return [MailDay(row.date, row.direction) for row in reversed(rows)]

    def _one(self, name: str, figures: Select[Any], corrected: Select[Any]) -> Group:
        with self._database.reading() as connection:
            rows = connection.execute(figures).all()
            fixed = connection.execute(corrected).all()
        return _group(name, rows, fixed)

    def _groups(self, column: ColumnElement[str], sight: Sight) -> list[Group]:
        rows: dict[str, list[Any]] = {}
        fixed: dict[str, list[Any]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(_figures(column, sight)):
                rows.setdefault(row.name, []).append(row)
            corrected = _corrected(sight).add_columns(column.label("name")).group_by(column)
            for row in connection.execute(corrected):
                fixed.setdefault(row.name, []).append(row)
        return [_group(name, rows[name], fixed.get(name, [])) for name in sorted(rows)]


def _figures(column: ColumnElement[str], sight: Sight) -> Select[Any]:
    scores = (func.count(relationship.c.score).label("graded"), func.sum(relationship.c.score).label("total"))
    columns = (column.label("name"), relationship.c.letter, func.count().label("customers"), *scores)
    query = select(*columns).select_from(relationship).where(seen(relationship.c.address, sight))
    return query.group_by(column, relationship.c.letter)


def _corrected(sight: Sight) -> Select[Any]:
    """(computed, corrected, how many) of all corrections in force."""
    columns = (relationship.c.letter.label("computed"), grade_correction.c.letter.label("corrected"))
    here = and_(grade_correction.c.address == relationship.c.address, grade_correction.c.ended_at.is_(None))
    return (
        select(*columns, func.count().label("customers"))
        .select_from(relationship)
        .join(grade_correction, here)
        .where(seen(relationship.c.address, sight))
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


def _is_open_of(kinds: Sequence[str], sight: Sight) -> tuple[ColumnElement[bool], ...]:
    return (matter.c.kind.in_(list(kinds)), is_open(), matter_seen(sight))
