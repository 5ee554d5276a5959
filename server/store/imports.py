"""Imported mail and notes, their sources, and how far each file was read: a batch and its position together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from server.access import Sight
from server.errors import Conflict, NotFound
from server.store import forgetting
from server.store.contacts import forget_contacts
from server.store.database import Database, insert_missing, insert_new
from server.store.import_sources import PREFIX
from server.store.import_values import Imported, ImportSource, Position, Refused, Tally
from server.store.left_out import SieveHolder, Sifted
from server.store.mail_bytes import packed
from server.store.schema import contact, import_position, import_problem, import_source, mailbox, message
from server.store.sight import lies_in_sight
from server.store.values import Forgotten


class Imports:
    """Import sources by name, without regard to case."""

    def __init__(self, database: Database, sieves: SieveHolder | None = None) -> None:
        self._database, self._sieves = database, sieves or SieveHolder()

    def open(self, name: str, tied_to: str | None, now: datetime) -> ImportSource:
        """The source of this name, made where there is none; raises Conflict if it is tied to another mailbox."""
        row = {
            "address": PREFIX + name.lower(),
            **dict.fromkeys(("host", "username"), ""),
            "port": 0,
            "security": "none",
            "sealed_secret": b"",
            "created_at": now,
        }
        tied = tied_to.lower() if tied_to else None
        with self._database.writing() as connection:
            insert_new(connection, mailbox, [row], mailbox.c.id)
            number = connection.execute(select(mailbox.c.id).where(mailbox.c.address == row["address"])).scalar_one()
            fresh = {"mailbox_id": number, "name": name, "tied_to": tied, "imported_at": now}
            insert_new(connection, import_source, [fresh], import_source.c.mailbox_id)
            known = _source(connection, number)
            if tied is not None and known.tied_to != tied:
                belongs = f"belongs to {known.tied_to}" if known.tied_to else "belongs to no mailbox"
                raise Conflict(
                    f"The import source {known.name} {belongs}. Choose another name with --source, or forget it "
                    f"first: einklang import remove {known.name!r}"
                )
            here = import_source.c.mailbox_id == number
            connection.execute(update(import_source).where(here).values(imported_at=now))
        return replace(known, imported_at=now)

    def find(self, name: str) -> ImportSource | None:
        """The source of this name, or None."""
        with self._database.reading() as connection:
            number = connection.execute(_number_of(name)).scalar_one_or_none()
            return _source(connection, number) if number is not None else None

    def list(self, *, sight: Sight) -> list[ImportSource]:
        """All sources by name."""
        query = (
            select(import_source)
            .where(lies_in_sight(import_source.c.mailbox_id, sight))
            .order_by(func.lower(import_source.c.name))
        )
        with self._database.reading() as connection:
            return [ImportSource(*row) for row in connection.execute(query)]

    def contact_counts(self) -> dict[int, int]:
        """How many addresses of contacts each source holds, by its number."""
        query = select(contact.c.source_id, func.count()).group_by(contact.c.source_id)
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def position(self, source_id: int, path: str) -> Position | None:
        """How far an interrupted import of this file came, or None."""
        query = select(import_position).where(import_position.c.source_id == source_id, import_position.c.path == path)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return (
            Position(row.id, row.path, row.mark, row.position, Tally(**json.loads(row.tally)))
            if row is not None
            else None
        )

    def begin(self, source_id: int, path: str, mark: str) -> Position:
        """A file is read from its beginning; what was noted of it is forgotten. Raises NotFound without the source."""
        with self._database.writing() as connection:
            _source(connection, source_id)
            newest = connection.execute(select(func.coalesce(func.max(message.c.id), 0))).scalar_one()
            known = (import_position.c.source_id == source_id, import_position.c.path == path)
            connection.execute(delete(import_position).where(*known))
            row = {
                "source_id": source_id,
                "path": path,
                "mark": mark,
                "position": 0,
                "tally": json.dumps(asdict(Tally())),
                "first_id": newest,
            }
            number = insert_new(connection, import_position, [row], import_position.c.id)[0]
        return Position(number, path, mark, 0, Tally())

    def save(
        self, at: Position, items: Sequence[Imported], refused: Sequence[Refused], position: int, mark: str
    ) -> Position:
        """Stores a batch together with how far the file is read now; what is known already is left alone.

        Raises NotFound if the source was removed meanwhile.
        """
        excluded = self._sieves.sieve.reasons([Sifted(e.raw, e.folder, e.role, e.channel) for e in items])
        items = [each for place, each in enumerate(items) if place not in excluded]
        with self._database.writing() as connection:
            query = select(import_position).where(import_position.c.id == at.id).with_for_update()
            row = connection.execute(query).one_or_none()
            if row is None:
                raise NotFound(f"{at.path}: its import source was removed, or another import of this file began.")
            tally = Tally(**json.loads(row.tally)) + _store(connection, row.source_id, row.first_id, items)
            tally += _counted(refused) + Tally(read=len(excluded), left_out=len(excluded))
            problems = [{"position_id": at.id, **asdict(each)} for each in refused]
            if problems:
                connection.execute(insert(import_problem), problems)
            here = update(import_position).where(import_position.c.id == at.id)
            connection.execute(here.values(position=position, mark=mark, tally=json.dumps(asdict(tally))))
        return Position(at.id, at.path, mark, position, tally)

    def problems(self, at: Position) -> Iterator[Refused]:
        """What was refused of a file so far, in order."""
        columns = import_problem.c
        query = select(columns.place, columns.reason, columns.is_mistake).where(columns.position_id == at.id)
        with self._database.reading() as connection:
            for row in connection.execute(query.order_by(columns.id)):
                yield Refused(*row)

    def finish(self, at: Position) -> None:
        """A file is read to its end: nothing of its reading needs to be kept."""
        with self._database.writing() as connection:
            connection.execute(delete(import_position).where(import_position.c.id == at.id))

    def unknown(self, source_id: int | None, items: Sequence[Imported]) -> Tally:
        """What `save` would count, with nothing stored."""
        with self._database.reading() as connection:
            keys = [each.key for each in items]
            known = _known(connection, source_id, keys) if source_id is not None else {}
            fresh = [each for each in items if each.key not in known]
            elsewhere = _elsewhere(connection, source_id or 0, fresh)
        return Tally(read=len(items), new=len(fresh), known=len(items) - len(fresh), elsewhere=elsewhere)

    def remove(self, name: str) -> Forgotten:
        """Forgets a source, its mail, notes and contacts and what was learned from them alone; raises NotFound."""
        with self._database.writing() as connection:
            number = connection.execute(_number_of(name)).scalar_one_or_none()
            if number is None:
                raise NotFound(f"There is no import source {name}. See: einklang import list")
            forget_contacts(connection, number)
            forgotten = forgetting.forget_mail_of(connection, number)
            connection.execute(delete(mailbox).where(mailbox.c.id == number))
        self._database.empty_log()
        return forgotten


def _number_of(name: str) -> Any:
    joined = select(import_source.c.mailbox_id).join(mailbox, mailbox.c.id == import_source.c.mailbox_id)
    return joined.where(mailbox.c.address == PREFIX + name.lower())


def _source(connection: Connection, number: int) -> ImportSource:
    query = select(import_source).where(import_source.c.mailbox_id == number)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFound("The import source was removed meanwhile. Import again.")
    return ImportSource(*row)


def _store(connection: Connection, source_id: int, first_id: int, items: Sequence[Imported]) -> Tally:
    first = {each.key: each for each in reversed(items)}
    known = _known(connection, source_id, list(first))
    fresh = [each for each in first.values() if each.key not in known]
    fresh.reverse()
    highest = select(func.coalesce(func.max(message.c.uid), 0)).where(message.c.mailbox_id == source_id)
    number = connection.execute(highest).scalar_one()
    rows = [_row(source_id, number + place, each) for place, each in enumerate(fresh, start=1)]
    elsewhere = _elsewhere(connection, source_id, fresh)
    new = insert_missing(connection, message, rows)
    twice = len(items) - len(first) + sum(number > first_id for number in known.values())
    return Tally(len(items), new, len(items) - new - twice, twice, elsewhere=elsewhere)


def _row(source_id: int, uid: int, item: Imported) -> dict[str, Any]:
    return {
        "mailbox_id": source_id,
        "folder": item.folder,
        "role": item.role,
        "generation": 1,
        "uidvalidity": 1,
        "uid": uid,
        "internaldate": item.date,
        "stage": "stored",
        "raw": packed(item.raw, compress=True),
        "is_copy": False,
        "whole": item.whole,
        "channel": item.channel,
        "import_key": item.key,
    }


def _known(connection: Connection, source_id: int, keys: Sequence[str]) -> dict[str, int]:
    here = (message.c.mailbox_id == source_id, message.c.import_key.in_(keys))
    query = select(message.c.import_key, message.c.id).where(*here)
    return {row.import_key: row.id for row in connection.execute(query)}


def _elsewhere(connection: Connection, source_id: int, items: Sequence[Imported]) -> int:
    ids = {each.message_id for each in items if each.message_id is not None}
    here = (message.c.header_id.in_(ids), message.c.mailbox_id != source_id)
    query = select(func.count(message.c.header_id.distinct())).where(*here)
    return int(connection.execute(query).scalar_one())


def _counted(refused: Sequence[Refused]) -> Tally:
    mistakes = sum(each.is_mistake for each in refused)
    return Tally(read=len(refused), left_out=len(refused) - mistakes, mistakes=mistakes)
