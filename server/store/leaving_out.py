"""Mail that was stored and must not be: taken out with all that was learned from it, and noted as left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, func, insert, literal, or_, select, update

from server.store import left_out
from server.store.customers import recount
from server.store.database import Database
from server.store.import_values import Channel
from server.store.quarantine import Place
from server.store.schema import (
    alias,
    contact,
    customer,
    import_source,
    message,
    profile,
    profile_basis,
    sample,
)
from server.store.schema import left_out as left_out_table
from server.store.sent_days import delete_mail
from server.store.values import CONTACT

TOGETHER = 500
KEPT_LONG_ENOUGH = "time"


@dataclass(frozen=True, slots=True)
class StoredWords:
    """What is known of a stored mail that may say that it must not be there."""

    id: int
    folder: str
    channel: Channel
    from_address: str | None
    correspondent: str | None
    subject: str | None = field(repr=False)
    authored: str | None = field(repr=False)
    body: str | None = field(repr=False)


class LeavingOut:
    """What is taken out because lists or times changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stored(self) -> Iterator[StoredWords]:
        """All analysed mail, as far as it can be looked at."""
        after = 0
        columns = message.c
        shown = (
            columns.id, columns.folder, columns.channel, columns.from_address, columns.correspondent, columns.subject,
            columns.authored, columns.body,
        )  # fmt: skip
        while True:
            query = select(*shown).where(columns.stage.in_(("learned", "skipped")), columns.id > after)
            with self._database.reading() as connection:
                rows = connection.execute(query.order_by(columns.id).limit(TOGETHER)).all()
            yield from (StoredWords(*row) for row in rows)
            if len(rows) < TOGETHER:
                return
            after = rows[-1].id

    def take_out(self, reasons: Mapping[int, str]) -> int:
        """Removes these mails (number -> why) and what they taught, and notes that they are there; returns how many.

        Profiles that lose a sample become stale, to be rebuilt; who has no other mail is gone.
        """
        numbers, done = sorted(reasons), 0
        for start in range(0, len(numbers), TOGETHER):
            some = numbers[start : start + TOGETHER]
            with self._database.writing() as connection:
                done += _take_out(connection, some, reasons)
        return done

    def silent_since(self, moment: datetime, limit: int = TOGETHER) -> list[str]:
        """The persons with whom there was no mail since `moment` under any of their addresses."""
        head = func.coalesce(alias.c.person, customer.c.address)
        query = (
            select(head)
            .select_from(customer.outerjoin(alias, alias.c.address == customer.c.address))
            .group_by(head)
            .having(func.max(customer.c.last_mail) < moment)
            .order_by(head)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return list(connection.execute(query).scalars())

    def drop_nobodys(self, before: datetime) -> int:
        """Removes mail older than `before` that is no customer's, such as newsletters, and old unused contacts."""
        columns = message.c
        known = exists().where(customer.c.address == columns.correspondent)
        old = and_(columns.date < before, columns.stage == "skipped", or_(columns.correspondent.is_(None), ~known))
        with self._database.writing() as connection:
            note_left_out(connection, old, KEPT_LONG_ENOUGH)
            count = delete_mail(connection, old)
            used = exists().where(customer.c.address == contact.c.address)
            connection.execute(delete(contact).where(contact.c.imported_at < before, ~used))
        return count

    def basis(self, name: str) -> str:
        """What was noted under this name; empty for nothing."""
        query = select(profile_basis.c.value).where(profile_basis.c.name == name)
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one_or_none() or ""

    def rest_on(self, name: str, value: str) -> None:
        """Notes by which settings the stored mail was looked through last."""
        with self._database.writing() as connection:
            connection.execute(delete(profile_basis).where(profile_basis.c.name == name))
            connection.execute(insert(profile_basis).values(name=name, value=value))


def note_left_out(connection: Connection, which: ColumnElement[bool], reason: str) -> None:
    """Notes messages that are about to be removed, so that they are not fetched from their server again."""
    columns = message.c
    served = columns.mailbox_id.not_in(select(import_source.c.mailbox_id))
    names = ["mailbox_id", "folder", "generation", "uid", "reason"]
    known = exists().where(*(left_out_table.c[name] == columns[name] for name in names[:4]))
    rows = select(*(columns[name] for name in names[:4]), literal(reason)).where(which, served, ~known)
    connection.execute(insert(left_out_table).from_select(names, rows))


def _take_out(connection: Connection, numbers: Sequence[int], reasons: Mapping[int, str]) -> int:
    columns = message.c
    rows = connection.execute(select(message).where(columns.id.in_(numbers))).all()
    for row in rows:
        _count_copy_instead(connection, row, numbers)
    _lose_samples(connection, numbers)
    imports = set(connection.execute(select(import_source.c.mailbox_id)).scalars())
    for row in rows:
        if row.mailbox_id not in imports:
            place = Place(row.mailbox_id, row.folder, row.generation)
            left_out.put(connection, place, {row.uid: reasons[row.id]})
    delete_mail(connection, columns.id.in_(numbers))
    for address in sorted({row.correspondent for row in rows if row.correspondent}):
        recount(connection, address)
    return len(rows)


def _count_copy_instead(connection: Connection, row: Row[Any], going: Sequence[int]) -> None:
    if row.is_copy or row.identity is None:
        return
    same = (message.c.identity == row.identity, message.c.is_copy.is_(True), message.c.id.not_in(going))
    heir = connection.execute(select(func.min(message.c.id)).where(*same)).scalar_one()
    if heir is not None:
        connection.execute(update(message).where(message.c.id == heir).values(is_copy=False))


def _lose_samples(connection: Connection, going: Sequence[int]) -> None:
    mine = sample.c.message_id.in_(going)
    for row in connection.execute(select(sample).where(mine)).all():
        same = (message.c.content_key == row.content_key, message.c.id.not_in(going))
        heir = connection.execute(select(func.min(message.c.id)).where(*same)).scalar_one()
        here = sample.c.id == row.id
        if heir is not None:
            connection.execute(update(sample).where(here).values(message_id=heir))
            continue
        connection.execute(delete(sample).where(here))
        left = exists().where(sample.c.correspondent == row.correspondent, sample.c.language == row.language)
        theirs = and_(profile.c.kind == CONTACT, profile.c.key == row.correspondent, profile.c.language == row.language)
        connection.execute(delete(profile).where(theirs, ~left))
        connection.execute(update(profile).where(theirs).values(stale=True))
