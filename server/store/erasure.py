"""Takes a person out of the tables: all rows about them, and their name and words in the rows of others."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, false, func, select, tuple_, union, update

from server.errors import StoreError
from server.store.customers import recount
from server.store.database import Database
from server.store.import_values import Channel
from server.store.leaving_out import note_left_out
from server.store.people import person_of
from server.store.persons import own_rows, tables_of_persons, worded_columns
from server.store.schema import alias, contact, customer, effect_report, message, outgoing_event, webhook_delivery
from server.store.sent_days import delete_mail

TOGETHER = 500  # rows that are looked through in one transaction, so that mail can be stored meanwhile
LONG_LINE = 30  # characters; shorter lines are also written by others
EMPTY_WITHIN = 30.0  # seconds until every reader has let go of the log
BESIDE_NAME = re.compile(r"[|(/\[<]")  # what begins here is a company or a task
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a person can be told by: addresses in lower case, full names, and long lines that they wrote."""

    addresses: tuple[str, ...] = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    lines: frozenset[str] = field(repr=False)
    message_ids: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a person wrote in mail that was not learned: the names they bore there, texts, and the mails' ids."""

    names: frozenset[str] = field(default=frozenset(), repr=False)
    texts: tuple[str, ...] = field(default=(), repr=False)
    message_ids: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True)
class RawMail:
    """Mail that waits to be learned or could not be: its bytes tell whose it is."""

    id: int
    stage: str
    folder: str
    role: str
    channel: Channel
    raw: bytes = field(repr=False)


class Erasure:
    """What is known of a person, and the end of it."""

    def __init__(self, database: Database, unpack: Callable[[bytes], bytes]) -> None:
        """`unpack` opens what `message.raw` holds."""
        self._database, self._unpack = database, unpack

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the database that are there now; those of a server are out of reach."""
        if self._database.path is None:
            return ()
        found = (Path(f"{self._database.path}{ending}") for ending in ("", "-wal", "-shm", "-journal"))
        return tuple(path for path in found if path.is_file())

    def addresses_of(self, address: str) -> tuple[str, ...]:
        """All addresses of the person with this one, in lower case."""
        with self._database.reading() as connection:
            return person_of(connection, address).addresses

    def everybody(self) -> list[str]:
        """Every address that a person outside is known by, in lower case."""
        known = union(
            select(func.lower(customer.c.address)),
            select(func.lower(contact.c.address)),
            select(func.lower(alias.c.address)),
            select(func.lower(message.c.correspondent)).where(message.c.correspondent.is_not(None)),
        )
        with self._database.reading() as connection:
            return sorted(connection.execute(known).scalars())

    def further_addresses(self, addresses: Sequence[str]) -> tuple[str, ...]:
        """Addresses that a list of contacts names for the same person and that nobody has joined with these."""
        mine = select(contact.c.source_id, contact.c.person).where(contact.c.address.in_(addresses)).subquery()
        same = (contact.c.source_id == mine.c.source_id) & (contact.c.person == mine.c.person)
        query = select(contact.c.address).join(mine, same).where(contact.c.address.not_in(addresses)).distinct()
        with self._database.reading() as connection:
            return tuple(sorted(connection.execute(query).scalars()))

    def known(self, addresses: Sequence[str], own: OwnWords | None = None) -> Known:
        """What is to be searched for, with what they wrote elsewhere (`own`); names that others bear are left out."""
        own = own or OwnWords()
        with self._database.reading() as connection:
            names = _names(connection, addresses, own.names)
            lines = {line for text in own.texts for line in _long_lines(text)}
            ids = set(own.message_ids)
            query = select(message.c.direction, message.c.header_id, message.c.authored).where(_own(message, addresses))
            for direction, header_id, authored in connection.execute(query):
                if header_id:
                    ids.add(header_id)
                if authored and direction == "in":
                    lines.update(_long_lines(authored))
        return Known(tuple(addresses), names, frozenset(lines), frozenset(ids))

    def rows(self, addresses: Sequence[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Each table with the rows about the person, as they are."""
        with self._database.reading() as connection:
            for table in reversed(tables_of_persons()):
                query = select(table).where(_own(table, addresses)).order_by(*table.primary_key.columns)
                yield table.name, [dict(row._mapping) for row in connection.execute(query)]
            events = _events(connection, addresses)
            query = select(outgoing_event).where(outgoing_event.c.id.in_(events))
            yield outgoing_event.name, [dict(row._mapping) for row in connection.execute(query)]
            query = select(webhook_delivery).where(webhook_delivery.c.event_id.in_(events))
            yield webhook_delivery.name, [dict(row._mapping) for row in connection.execute(query)]

    def waiting(self) -> Iterator[RawMail]:
        """All mail of which the original bytes are kept."""
        after = 0
        columns = (message.c.id, message.c.stage, message.c.folder, message.c.role, message.c.channel, message.c.raw)
        while True:
            query = select(*columns).where(message.c.raw.is_not(None), message.c.id > after)
            with self._database.reading() as connection:
                rows = connection.execute(query.order_by(message.c.id).limit(TOGETHER // 10)).all()
            for row in rows:
                yield RawMail(row.id, row.stage, row.folder, row.role, row.channel, self._unpack(row.raw))
            if not rows:
                return
            after = rows[-1].id

    def delete(
        self, addresses: Sequence[str], waiting: Sequence[int] = (), *, reason: str | None = None
    ) -> dict[str, int]:
        """Removes every row about the person, and the mails with these numbers, in one transaction.

        With `reason` their mail is noted as left out for that, so that it is not fetched again. Returns how many rows
        went from each table.
        """
        gone: dict[str, int] = {}
        with self._database.writing() as connection:
            beside = _others_in(connection, addresses, waiting)
            if reason is not None:
                note_left_out(connection, _own(message, addresses) | message.c.id.in_(list(waiting)), reason)
            events = _events(connection, addresses)
            told = delete(webhook_delivery).where(webhook_delivery.c.event_id.in_(events))
            gone[webhook_delivery.name] = connection.execute(told).rowcount
            events_gone = delete(outgoing_event).where(outgoing_event.c.id.in_(events))
            gone[outgoing_event.name] = connection.execute(events_gone).rowcount
            for table in tables_of_persons():
                theirs = _own(table, addresses)
                if table is message:
                    gone[table.name] = delete_mail(connection, theirs)
                else:
                    gone[table.name] = connection.execute(delete(table).where(theirs)).rowcount
            for number in waiting:
                gone[message.name] += delete_mail(connection, message.c.id == number)
            for address in beside:
                recount(connection, address)
            if any(gone.values()):
                connection.execute(delete(effect_report))
        return gone

    def redact(
        self, addresses: Sequence[str], changes: Callable[[Table, Mapping[str, Any]], dict[str, Any]]
    ) -> dict[str, int]:
        """Runs all rows with words that are not the person's own through `changes`; returns how many it changed.

        Before `delete`: what the person is known by is read from their own rows, also when this was killed.
        """
        changed: dict[str, int] = {}
        for table, names in worded_columns():
            count = self._redact_table(table, names, own_rows(table, addresses), changes)
            if count:
                changed[table.name] = count
        return changed

    def empty(self) -> None:
        """Writes the database anew without what was deleted; raises StoreError where others read for too long.

        After it no file of the database holds any of that: neither free pages nor the log.
        """
        self._database.rewrite()
        deadline = time.monotonic() + EMPTY_WITHIN
        while not self._database.empty_log():
            if time.monotonic() > deadline:
                raise StoreError(
                    "The log of the database could not be emptied: another process goes on reading. What was erased "
                    "may still stand in it. Run the command again, or stop the server and the worker first."
                )
            time.sleep(0.1)

    def _redact_table(
        self,
        table: Table,
        names: Sequence[str],
        own: ColumnElement[bool] | None,
        changes: Callable[[Table, Mapping[str, Any]], dict[str, Any]],
    ) -> int:
        keys = list(table.primary_key.columns)
        shown = list(dict.fromkeys([*keys, *(table.c[name] for name in names)]))
        count, last = 0, None
        while True:
            query = select(*shown).order_by(*keys).limit(TOGETHER)
            if own is not None:
                query = query.where(func.coalesce(own, false()).is_(False))
            if last is not None:
                query = query.where(tuple_(*keys) > tuple_(*last) if len(keys) > 1 else keys[0] > last[0])
            with self._database.reading() as connection:
                rows = [dict(row._mapping) for row in connection.execute(query)]
            count += self._write(table, [(row, changes(table, row)) for row in rows])
            if len(rows) < TOGETHER:
                return count
            last = [rows[-1][key.name] for key in keys]

    def _write(self, table: Table, found: Sequence[tuple[Mapping[str, Any], dict[str, Any]]]) -> int:
        changes = [(row, values) for row, values in found if values]
        if not changes:
            return 0
        with self._database.writing() as connection:
            for row, values in changes:
                here = [column == row[column.name] for column in table.primary_key.columns]
                connection.execute(update(table).where(*here).values(**values))
        return len(changes)


def bare(line: str) -> str:
    """A line without marks of quotation and the space around it, to be compared with others."""
    return " ".join(line.lstrip("> |\t").split())


def _long_lines(text: str) -> list[str]:
    return [line for line in map(bare, text.splitlines()) if len(line) >= LONG_LINE]


def _own(table: Table, addresses: Sequence[str]) -> Any:
    found = own_rows(table, addresses)
    assert found is not None, table.name
    return found


def _events(connection: Connection, addresses: Sequence[str]) -> list[str]:
    """The events about the person; there are few, for they go after some weeks."""
    found = []
    for number, payload in connection.execute(select(outgoing_event.c.id, outgoing_event.c.payload)):
        about = json.loads(payload).get("data", {}).get("customer")
        if isinstance(about, str) and about.lower() in addresses:
            found.append(number)
    return found


def _others_in(connection: Connection, addresses: Sequence[str], waiting: Sequence[int]) -> list[str]:
    """Further customers whose mail goes with it, such as mail that they sent under the person's address."""
    query = select(message.c.correspondent).where(
        _own(message, addresses) | message.c.id.in_(list(waiting)),
        message.c.correspondent.is_not(None),
        message.c.correspondent.not_in(addresses),
    )
    return list(connection.execute(query.distinct()).scalars())


def _names(connection: Connection, addresses: Sequence[str], shown: Iterable[str]) -> tuple[str, ...]:
    """The person's full names, as they stand and without what stands beside them; none that somebody else bears."""
    said: set[str] = set(shown)
    for column, here in (
        (customer.c.name, customer.c.address),
        (contact.c.name, contact.c.address),
        (message.c.from_name, func.lower(message.c.from_address)),
    ):
        query = select(column).where(here.in_(addresses), column.is_not(None)).distinct()
        said.update(connection.execute(query).scalars())
    forms = {form for name in said for form in _forms(name)}
    full = {name for name in forms if len(WORD.findall(name)) >= 2 and len(name) >= 6 and "@" not in name}
    others = select(customer.c.name).where(customer.c.address.not_in(addresses), customer.c.name.is_not(None))
    taken = {_words(form) for name in connection.execute(others).scalars() for form in _forms(name)}
    return tuple(sorted(name for name in full if _words(name) not in taken))


def _forms(name: str) -> tuple[str, str]:
    """A name as it is shown, and without the company beside it: "Anna Krause (Mölder)", "Anna Krause"."""
    return " ".join(name.split()), " ".join(BESIDE_NAME.split(name, maxsplit=1)[0].split())


def _words(name: str) -> frozenset[str]:
    """By what two names are one: "Krause, Anna" and "anna krause"."""
    return frozenset(WORD.findall(name.casefold()))
