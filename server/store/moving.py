"""Copies all that a store holds into another database, between any two kinds; killed and begun again it goes on.

As long as a copy is not complete and checked, its revision says so, and nothing but this opens it as a store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Column, Connection, MetaData, String, Table, Text, exists, insert, select, text, update

from server.errors import StoreError
from server.store.database import Database
from server.store.migrating import MOVING, migrate, newest_revision, revision_of
from server.store.moving_rows import (
    Sum,
    as_stored,
    count,
    go_on_above,
    highest_numbers,
    key_as_text,
    key_in,
    key_of,
    pages,
    sum_of,
)
from server.store.schema import mailbox_lease

# How far each table is copied; in the target, in the transactions that copy, and gone when all is done.
_own = MetaData()
_progress = Table(
    "store_move",
    _own,
    Column("table_name", String, primary_key=True),
    Column("source", Text, nullable=False),
    Column("revision", String, nullable=False),
    Column("copied_up_to", Text),  # JSON: the key of the last row
)


@dataclass(frozen=True, slots=True)
class Step:
    """So many rows of a table were just copied, or checked on one of both sides; of `total` in all tables."""

    what: Literal["copy", "check"]
    table: str
    rows: int
    total: int


@dataclass(frozen=True, slots=True)
class MovedTable:
    """A table that both sides hold alike."""

    name: str
    rows: int
    checksum: str


def move(source: Database, target: Database, *, now: datetime, told: Callable[[Step], None]) -> tuple[MovedTable, ...]:
    """Copies the store in `source` into `target`, which is empty or holds a part of this copy, and compares both.

    Nothing writes to the source meanwhile, and it stays as it is. Raises StoreError where the target holds anything
    else, a worker still runs, or the two differ in the end.
    """
    if source.name == target.name:
        raise StoreError(f"Both addresses name the same database: {source.name}.")
    migrate(source)
    with source.writing(unhurried=True) as held:
        _refuse_worker(held, source.name, now)
        _begin(source.name, target)
        tables = as_stored()
        total = sum(count(held, table) for table in tables)
        for table in tables:
            _copy(held, target, table, lambda name, rows: told(Step("copy", name, rows, total)))
        moved = [
            _compared(held, target, table, lambda n, rows: told(Step("check", n, rows, total))) for table in tables
        ]
        _finish(held, target)
    return tuple(moved)


def _refuse_worker(source: Connection, name: str, now: datetime) -> None:
    if source.execute(select(exists().where(mailbox_lease.c.until > now))).scalar_one():
        raise StoreError(
            f"A worker still reads mail into {name}. Stop Einklang first (after a crash, wait a minute) and try again."
        )


def _begin(source: str, target: Database) -> None:
    with target.writing(unhurried=True) as connection:
        if revision_of(connection) == MOVING:
            _refuse_other(connection, source, target.name)
            return
    migrate(target)
    with target.writing(unhurried=True) as connection:
        filled = [
            table.name for table in as_stored() if connection.execute(select(exists(table.select()))).scalar_one()
        ]
        if filled:
            raise StoreError(
                f"{target.name} holds something already ({', '.join(filled[:3])}). Name an empty database."
            )
        _own.create_all(connection)
        rows = [
            {"table_name": table.name, "source": source, "revision": newest_revision(), "copied_up_to": None}
            for table in as_stored()
        ]
        connection.execute(insert(_progress), rows)
        _set_revision(connection, MOVING)


def _refuse_other(target: Connection, source: str, name: str) -> None:
    known = target.execute(select(_progress.c.source, _progress.c.revision).distinct()).one()
    if known.source != source:
        raise StoreError(f"{name} holds a part of {known.source}, not of {source}. Name an empty database.")
    if known.revision != newest_revision():
        raise StoreError(f"The copy in {name} was begun by another version of Einklang. Name an empty database.")


def _copy(source: Connection, target: Database, table: Table, told: Callable[[str, int], None]) -> None:
    here = _progress.c.table_name == table.name
    with target.reading() as connection:
        after = key_in(table, connection.execute(select(_progress.c.copied_up_to).where(here)).scalar_one())
        told(table.name, count(connection, table))
    for page in pages(source, table, after):
        with target.writing(unhurried=True) as connection:
            connection.execute(insert(table), page)
            up_to = key_as_text(key_of(table, page[-1]))
            connection.execute(update(_progress).where(here).values(copied_up_to=up_to))
        told(table.name, len(page))


def _compared(source: Connection, target: Database, table: Table, told: Callable[[str, int], None]) -> MovedTable:
    was = _summed(source, table, told)
    with target.reading() as connection:
        now = _summed(connection, table, told)
    if was != now:
        raise StoreError(
            f"The table {table.name} is another one in {target.name} ({now.rows} rows, {was.rows} in the source): "
            "something was changed since the copy began. Name an empty database and begin anew."
        )
    return MovedTable(table.name, now.rows, now.checksum)


def _summed(connection: Connection, table: Table, told: Callable[[str, int], None]) -> Sum:
    for rows, so_far in sum_of(connection, table):
        told(table.name, rows)
        found = so_far
    return found


def _finish(source: Connection, target: Database) -> None:
    highest = highest_numbers(source)
    with target.writing(unhurried=True) as connection:
        go_on_above(connection, highest)
        _own.drop_all(connection)
        _set_revision(connection, newest_revision())
        if connection.dialect.name != "sqlite":
            connection.execute(text("ANALYZE"))  # without it the first queries are planned for empty tables


def _set_revision(connection: Connection, revision: str) -> None:
    connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
