"""What is open between customers and the team: needs of the one, promises of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, delete, select, true, update

from server.access import Sight
from server.errors import NotFound
from server.store.database import Database
from server.store.events import promise_due, put_event
from server.store.people import person_of
from server.store.schema import customer, matter, message
from server.store.sight import mail_in_sight, seen
from server.store.statements import upsert
from server.store.wanting import want_again

PROMISE = "promise"
NEEDS = ("question", "request", "complaint", "wish")


@dataclass(frozen=True, slots=True)
class StoredMatter:
    """One need or promise: the mail and the stretch of its authored text that says it, and what became of it.

    `kind` is "promise" or the kind of a need. `closed_by` is the mail that answered or kept it.
    """

    message_id: int
    kind: str
    start: int
    end: int
    at: datetime
    due: datetime | None = None
    exact: bool = False
    closed_at: datetime | None = None
    closed_by: int | None = None


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A matter with whom it is about and its words, None where the text is no longer kept."""

    id: int
    address: str
    name: str
    matter: StoredMatter
    ticked_at: datetime | None
    text: str | None


class Matters:
    """Needs and promises of all customers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, address: str, *, open_only: bool = False, limit: int = 200, sight: Sight) -> list[OpenMatter]:
        """The matters of a customer, the latest first."""
        with self._database.reading() as connection:
            person = person_of(connection, address)
            query = _matters(sight).where(matter.c.address == person.address)
            if open_only:
                query = query.where(is_open())
            rows = connection.execute(query.order_by(matter.c.at.desc(), matter.c.start).limit(limit)).all()
        return [_open(row) for row in rows]

    def open(
        self,
        kinds: Iterable[str],
        *,
        due_before: datetime | None = None,
        limit: int = 200,
        offset: int = 0,
        sight: Sight,
    ) -> list[OpenMatter]:
        """What is open at all customers, what is due first (what has no date counts from when it was said)."""
        query = _matters(sight).where(matter.c.kind.in_(list(kinds)), is_open())
        if due_before is not None:
            query = query.where(matter.c.due < due_before)
        query = query.order_by(matter.c.due.asc().nulls_last(), matter.c.at.desc(), matter.c.id)
        with self._database.reading() as connection:
            return [_open(row) for row in connection.execute(query.limit(limit).offset(offset))]

    def tell_due(self, until: datetime, now: datetime, limit: int = 100) -> int:
        """Puts an event into the outbox for each open promise that falls due before `until`, once; returns how many."""
        query = (
            select(matter.c.id, matter.c.address, matter.c.due)
            .where(matter.c.kind == PROMISE, is_open(), matter.c.due < until, matter.c.told_at.is_(None))
            .order_by(matter.c.due)
            .limit(limit)
        )
        with self._database.writing() as connection:
            rows = connection.execute(query).all()
            for row in rows:
                event = promise_due(row.address, promise_id=row.id, due=row.due.date(), overdue=row.due < now)
                put_event(connection, event, now)
                connection.execute(update(matter).where(matter.c.id == row.id).values(told_at=now))
        return len(rows)

    def tick(self, number: int, at: datetime | None, *, sight: Sight) -> OpenMatter:
        """Marks a matter as done by a person (None: not done after all); it may change the grade. Raises NotFound."""
        with self._database.writing() as connection:
            row = connection.execute(_matters(sight).where(matter.c.id == number)).one_or_none()
            if row is not None:
                connection.execute(update(matter).where(matter.c.id == number).values(ticked_at=at))
                row = connection.execute(_matters(sight).where(matter.c.id == number)).one()
                want_again(connection, row.address)
        if row is None:
            raise NotFound(f"There is no matter {number}: its mail may have been deleted.")
        return _open(row)


def replace_matters(connection: Connection, address: str, found: Iterable[StoredMatter]) -> None:
    """Brings the matters of a customer in line with what was found; what a person ticked stays ticked."""
    rows = connection.execute(_KNOWN, {"head": address}).all()
    old = {(mail, kind, start): (number, values) for number, mail, kind, start, *values in rows}
    seen, fresh, changed = set(), [], []
    for each in found:
        key = (each.message_id, each.kind, each.start)
        seen.add(key)
        values = [each.end, each.at, each.due, each.exact, each.closed_at, each.closed_by]
        known = old.get(key)
        if known is None:
            fresh.append({name: getattr(each, name) for name in NAMES} | {"address": address})
        elif known[1] != values:
            changed.append(dict(zip(FATE, values, strict=True)) | {"number": known[0]})
    if changed:
        connection.execute(_CHANGE, changed)
    if fresh:
        connection.execute(_NEW[connection.dialect.name], fresh)
    gone = [number for key, (number, _) in old.items() if key not in seen]
    if gone:
        connection.execute(delete(matter).where(matter.c.id.in_(gone)))


NAMES = tuple(each.name for each in fields(StoredMatter))
FATE = ("end", "at", "due", "exact", "closed_at", "closed_by")
# Put together once: making a statement takes longer than running it.
_CHANGE = update(matter).where(matter.c.id == bindparam("number"))
# what stands there is of an address that belongs to another person now: nothing of that holds
_NEW = upsert(
    matter,
    ["message_id", "kind", "start"],
    lambda fresh: {name: fresh[name] for name in ("address", *FATE)} | {"ticked_at": None, "told_at": None},
)
_KNOWN = select(
    matter.c.id, matter.c.message_id, matter.c.kind, matter.c.start, *(matter.c[name] for name in FATE)
).where(matter.c.address == bindparam("head"))


def matters_by_number(connection: Connection, numbers: Sequence[int], sight: Sight) -> list[OpenMatter]:
    """These matters, in this order; without those that are gone or out of sight."""
    rows = {row.id: row for row in connection.execute(_matters(sight).where(matter.c.id.in_(numbers)))}
    return [_open(rows[number]) for number in numbers if number in rows]


def is_open() -> ColumnElement[bool]:
    """Whether neither mail nor a person closed a matter."""
    return and_(matter.c.closed_at.is_(None), matter.c.ticked_at.is_(None))


def matter_seen(sight: Sight) -> ColumnElement[bool]:
    """Whether the mail that a matter stands in, or a copy of it, lies in a mailbox in sight."""
    if sight.is_everything:
        return true()
    # the customer first: that is found in a small table, and leaves little mail to be looked at
    return and_(seen(matter.c.address, sight), mail_in_sight(matter.c.message_id, sight).is_not(None))


def _matters(sight: Sight) -> Select[tuple[object, ...]]:
    return (
        select(matter, customer.c.name, message.c.authored)
        .select_from(matter)
        .join(message, message.c.id == mail_in_sight(matter.c.message_id, sight))
        .outerjoin(customer, customer.c.address == matter.c.address)
        .where(seen(matter.c.address, sight))
    )


def _open(row: Row[tuple[object, ...]]) -> OpenMatter:
    said = StoredMatter(
        row.message_id, row.kind, row.start, row.end, row.at, row.due, row.exact, row.closed_at, row.closed_by
    )
    text = " ".join(row.authored[row.start : row.end].split()) if row.authored is not None else None
    return OpenMatter(row.id, row.address, row.name or "", said, row.ticked_at, text)
