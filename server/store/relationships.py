"""How customers stand: grades worked out from their mail, what is due again, lists by what matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, delete, func, insert, or_, select, update

from server.access import Sight
from server.store.database import Database, insert_new
from server.store.grounds import Grounds, grounds_of
from server.store.matters import StoredMatter
from server.store.people import person_of
from server.store.relationship_records import (
    DueRelationship,
    HistoryPoint,
    RelationshipFigures,
    note_past,
    record_figures,
)
from server.store.schema import customer, grade_correction, profile_basis, relationship, relationship_history
from server.store.sight import Form, asked_for, seen
from server.store.traces import StoredTrace, keep_found
from server.store.wanting import EPOCH, NEW, forget_relationship

Order = Literal["score", "-score", "danger", "ripe", "forgotten", "trend", "-trend", "last_mail", "-last_mail", "name"]
List = Literal["", "danger", "ripe", "forgotten", "rising", "falling"]
NO_TRACES: Mapping[int, StoredTrace] = MappingProxyType({})
NO_LINKS: Mapping[int, str] = MappingProxyType({})
MOVED = 3.0  # points of the index within 60 days; less is no trend


@dataclass(frozen=True, slots=True)
class StoredRelationship:
    """What was worked out for a customer, and when."""

    address: str
    name: str
    last_mail: datetime
    last_in: datetime | None
    language: str | None
    figures: RelationshipFigures
    computed_at: datetime | None


@dataclass(frozen=True, slots=True)
class BriefStanding:
    """The grade that counts (a person's, where one set it), the computed index and the phase."""

    letter: str
    score: float | None
    phase: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which relationships to list: words of name or address, grades, a segment, a domain; in which order."""

    q: str = ""
    letters: tuple[str, ...] = ()
    segment: str | None = None
    domain: str = ""
    order: Order = "score"
    only: List = ""


class Relationships:
    """Relationships by the address that a customer is known by."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, now: datetime, limit: int) -> list[DueRelationship]:
        """Those to be worked out by now, the longest waiting first."""
        with self._database.reading() as connection:
            found = connection.execute(_DUE, {"now": now, "most": limit})
            return [DueRelationship(row.address, row.wanted) for row in found]

    def rest_on(self, basis: str) -> int:
        """Notes how relationships are graded; if that is new, all are worked out again. Returns how many."""
        with self._database.writing() as connection:
            known = select(profile_basis.c.value).where(profile_basis.c.name == "relationships")
            if connection.execute(known).scalar_one_or_none() == basis:
                return 0
            connection.execute(delete(profile_basis).where(profile_basis.c.name == "relationships"))
            connection.execute(insert(profile_basis).values(name="relationships", value=basis))
            values = {"wanted": relationship.c.wanted + 1, "next_at": EPOCH}
            return connection.execute(update(relationship).values(**values)).rowcount

    def want_missing(self) -> int:
        """Asks for the relationships of customers whose mail was learned by a version that knew none."""
        with self._database.writing() as connection:
            known = select(relationship.c.address)
            query = select(customer.c.address).where(customer.c.address.not_in(known))
            people = {person_of(connection, address).address for address in connection.execute(query).scalars()}
            rows = [NEW | {"address": address} for address in sorted(people)]
            return len(insert_new(connection, relationship, rows, relationship.c.address))

    def record(
        self,
        due: DueRelationship,
        figures: RelationshipFigures,
        matters: Iterable[StoredMatter],
        *,
        now: datetime,
        next_at: datetime,
        sour: Mapping[str, str] | None = None,
        traces: Mapping[int, StoredTrace] = NO_TRACES,
        links: Mapping[int, str] = NO_LINKS,
    ) -> bool:
        """Stores what was worked out; asked for again meanwhile it stays due. False if the customer is gone.

        Another grade than before is an event; a C, where new mail brought it about (`sour` says why), an alert, too.
        `traces` and `links` are kept beside it as `Traces.keep` keeps them.
        """
        with self._database.writing() as connection:
            done = record_figures(connection, due, figures, matters, now=now, next_at=next_at, sour=sour)
            if done:
                keep_found(connection, traces, links)
            return done

    def postpone(self, due: DueRelationship, until: datetime) -> None:
        """Has a relationship that could not be worked out wait; a change meanwhile makes it due at once."""
        with self._database.writing() as connection:
            here = (relationship.c.address == due.address, relationship.c.wanted == due.wanted)
            connection.execute(update(relationship).where(*here).values(next_at=until))

    def drop(self, address: str) -> None:
        """Removes what was worked out for an address without mail of its own; not if such mail came meanwhile."""
        with self._database.writing() as connection:
            known = select(customer.c.address).where(customer.c.address == address)
            if connection.execute(known).one_or_none() is None or person_of(connection, address).address != address:
                forget_relationship(connection, address)

    def get(self, address: str, *, sight: Sight) -> StoredRelationship | None:
        """How the customer with this address among theirs stands; None where nothing was worked out yet."""
        with self._database.reading() as connection:
            person = person_of(connection, address)
            here = (relationship.c.address == person.address, seen(relationship.c.address, sight))
            query = _listed().where(*here)
            row = connection.execute(query).one_or_none()
        return _stored(row) if row is not None and row.computed_at is not None else None

    def grounds(self, address: str, limit: int, *, since: datetime) -> Grounds | None:
        """What the relationship with the customer with this address among theirs is worked out from, at most so many
        mails of it, and who of the team wrote to them since then; None where they have no mail here."""
        with self._database.reading() as connection:
            return grounds_of(connection, address, limit, since)

    def brief(self, head: str, *, sight: Sight) -> BriefStanding | None:
        """What a draft needs to know, in one query; `head` is the address that the customer is known by."""
        with self._database.reading() as connection:
            row = connection.execute(_brief(Form.of(sight)), {"head": head} | asked_for(sight)).first()
        return BriefStanding(row.set_by_hand or row.letter, row.score, row.phase) if row is not None else None

    def page(self, wanted: Wanted, *, limit: int, offset: int = 0, sight: Sight) -> list[StoredRelationship]:
        """A page of the relationships asked for."""
        # The addresses first: sorting must not carry along all that is behind each grade.
        found = _filtered(_joined(relationship.c.address), wanted, sight).order_by(*_order(wanted))
        found = found.limit(limit).offset(offset)
        with self._database.reading() as connection:
            addresses = connection.execute(found).scalars().all()
            query = _listed().where(relationship.c.address.in_(addresses))
            rows = {row.address: row for row in connection.execute(query)}
        return [_stored(rows[address]) for address in addresses if address in rows]

    def count(self, wanted: Wanted, *, sight: Sight) -> int:
        """How many relationships are asked for, on all pages."""
        with self._database.reading() as connection:
            return int(connection.execute(_filtered(_joined(func.count()), wanted, sight)).scalar_one())

    def look_back(self, address: str, points: Iterable[HistoryPoint]) -> None:
        """Notes how things stood before anybody looked, in place of what was thought of that before."""
        with self._database.writing() as connection:
            note_past(connection, address, points)

    def history(self, address: str, *, sight: Sight) -> list[HistoryPoint]:
        """How index and grade moved, a point for each day on which they did."""
        with self._database.reading() as connection:
            person = person_of(connection, address)
            query = (
                select(relationship_history)
                .where(relationship_history.c.address == person.address)
                .where(seen(relationship_history.c.address, sight))
                .order_by(relationship_history.c.day)
            )
            return [HistoryPoint(row.day, row.score, row.letter) for row in connection.execute(query)]


_DUE = (
    select(relationship.c.address, relationship.c.wanted)
    .where(relationship.c.next_at <= bindparam("now"))
    .order_by(relationship.c.next_at, relationship.c.address)
    .limit(bindparam("most"))
)


@cache
def _brief(form: Form) -> Select[Any]:
    corrected = and_(grade_correction.c.address == relationship.c.address, grade_correction.c.ended_at.is_(None))
    return (
        select(
            relationship.c.letter,
            relationship.c.score,
            relationship.c.phase,
            grade_correction.c.letter.label("set_by_hand"),
        )
        .outerjoin(grade_correction, corrected)
        .where(relationship.c.address == bindparam("head"), relationship.c.computed_at.is_not(None))
        .where(seen(relationship.c.address, form))
    )


COLUMNS = (
    "address", "letter", "score", "low", "high", "trend", "phase", "danger", "ripe", "forgotten", "mails", "segment",
    "body", "computed_at",
)  # fmt: skip


def _listed() -> Select[tuple[object, ...]]:
    columns = [relationship.c[name] for name in COLUMNS]
    known = (customer.c.name, customer.c.last_mail, customer.c.last_in, customer.c.language)
    return select(*columns, *known).join(customer, customer.c.address == relationship.c.address)


def _joined(column: ColumnElement[Any]) -> Select[Any]:
    here = customer.c.address == relationship.c.address
    return select(column).select_from(relationship.join(customer, here))


def _is_shown_as(letters: Sequence[str]) -> ColumnElement[bool]:
    """Whether a customer is shown with one of these grades: a person's, where one corrected it."""
    in_force = grade_correction.c.ended_at.is_(None)
    corrected = select(grade_correction.c.address).where(in_force)
    return or_(
        and_(relationship.c.letter.in_(letters), relationship.c.address.not_in(corrected)),
        relationship.c.address.in_(corrected.where(grade_correction.c.letter.in_(letters))),
    )


def _filtered(query: Select[Any], wanted: Wanted, sight: Sight) -> Select[Any]:
    query = query.where(seen(relationship.c.address, sight))
    for word in wanted.q.casefold().split():
        query = query.where(customer.c.search_text.contains(word, autoescape=True))
    if wanted.letters:
        query = query.where(_is_shown_as(wanted.letters))
    if wanted.segment is not None:
        query = query.where(relationship.c.segment == wanted.segment)
    if wanted.domain:
        query = query.where(customer.c.domain == wanted.domain)
    if wanted.only == "rising":
        query = query.where(relationship.c.trend >= MOVED)
    elif wanted.only == "falling":
        query = query.where(relationship.c.trend <= -MOVED)
    elif wanted.only:
        query = query.where(relationship.c[wanted.only] > 0)
    return query


def _order(wanted: Wanted) -> tuple[ColumnElement[object], ...]:
    orders: dict[Order, ColumnElement[object]] = {
        "score": relationship.c.score.desc().nulls_last(),
        "-score": relationship.c.score.asc().nulls_last(),
        "danger": relationship.c.danger.desc(),
        "ripe": relationship.c.ripe.desc(),
        "forgotten": relationship.c.forgotten.desc(),
        "trend": relationship.c.trend.asc().nulls_last(),
        "-trend": relationship.c.trend.desc().nulls_last(),
        "last_mail": customer.c.last_mail.desc(),
        "-last_mail": customer.c.last_mail.asc(),
        "name": func.lower(customer.c.name).asc(),
    }
    return (orders[wanted.order], relationship.c.address.asc())


def _stored(row: Row[tuple[object, ...]]) -> StoredRelationship:
    figures = RelationshipFigures(**{name: getattr(row, name) for name in RelationshipFigures.__slots__})
    return StoredRelationship(row.address, row.name, row.last_mail, row.last_in, row.language, figures, row.computed_at)
