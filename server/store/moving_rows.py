"""The rows of a store as they are stored, sealed or not: page by page, and what they come to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Date, LargeBinary, MetaData, Table, Text, func, select, text, tuple_
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from server.store.schema import metadata
from server.store.schema.sealed import SealedBytes, SealedText

LONG, SHORT = 200, 2_000  # rows of one transaction: those that may hold whole mails, and others

Row = dict[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows a table has, and the BLAKE2 of all that they say, in the order of their keys."""

    rows: int
    checksum: str


def as_stored() -> tuple[Table, ...]:
    """All tables, those that others point to first; what is sealed is bytes and texts like others, and stays sealed."""
    plain = MetaData()
    return tuple(Table(table.name, plain, *map(_plain, table.columns)) for table in metadata.sorted_tables)


def _plain(column: Column[Any]) -> Column[Any]:
    kinds: dict[type, TypeEngine[Any]] = {SealedText: Text(), SealedBytes: LargeBinary()}
    return Column(column.name, kinds.get(type(column.type), column.type), primary_key=column.primary_key)


def pages(connection: Connection, table: Table, after: Key | None = None) -> Iterator[list[Row]]:
    """The rows above this key, in the order of their keys."""
    keys = list(table.primary_key.columns)
    most = LONG if any(isinstance(column.type, LargeBinary) for column in table.columns) else SHORT
    while True:
        query = select(table).order_by(*keys).limit(most)
        if after is not None:
            query = query.where(tuple_(*keys) > tuple_(*after) if len(keys) > 1 else keys[0] > after[0])
        rows = [_kept_by_all(row._asdict()) for row in connection.execute(query)]
        if rows:
            yield rows
        if len(rows) < most:
            return
        after = key_of(table, rows[-1])


def _kept_by_all(row: Mapping[str, Any]) -> Row:
    # SQLite keeps a NUL in a text, PostgreSQL does not; see on_postgresql.py
    return {name: value.replace("\0", "") if isinstance(value, str) else value for name, value in row.items()}


def count(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def sum_of(connection: Connection, table: Table) -> Iterator[tuple[int, Sum]]:
    """How many rows were read in each page, and what all so far come to; the last one is of the whole table."""
    digest, rows = hashlib.blake2b(digest_size=16), 0
    yield 0, Sum(0, digest.hexdigest())
    for page in pages(connection, table):
        for row in page:
            digest.update(b"".join(map(_cell, row.values())) + b"\n")
        rows += len(page)
        yield len(page), Sum(rows, digest.hexdigest())


def _cell(value: object) -> bytes:
    """A value as bytes that no other value has, whichever database it comes from."""
    match value:
        case None:
            return b"-"
        case bool():
            return b"t" if value else b"f"
        case int():
            return b"i%d;" % value
        case float():
            return b"d" + value.hex().encode()
        case str():
            octets = value.encode()
            return b"s%d:" % len(octets) + octets
        case bytes():
            return b"b%d:" % len(value) + value
        case datetime() | date():
            return b"T" + value.isoformat().encode()
    raise TypeError(f"no column holds a {type(value).__name__}")


def key_of(table: Table, row: Row) -> Key:
    """What the rows of a table are ordered by."""
    return tuple(row[column.name] for column in table.primary_key.columns)


def key_as_text(key: Key) -> str:
    """A key to be written down."""
    return json.dumps([each.isoformat() if isinstance(each, date) else each for each in key], ensure_ascii=False)


def key_in(table: Table, written: str | None) -> Key | None:
    """The key that was written down."""
    if written is None:
        return None
    columns: Sequence[Column[Any]] = list(table.primary_key.columns)
    pairs = zip(columns, json.loads(written), strict=True)
    return tuple(date.fromisoformat(each) if isinstance(column.type, Date) else each for column, each in pairs)


def highest_numbers(connection: Connection) -> dict[str, int]:
    """Table -> the highest number that one of its rows ever had: rows that are gone must not give theirs to others."""
    found = {}
    for table in _numbered():
        found[table.name] = int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one())
    if connection.dialect.name == "sqlite":
        for name, high in connection.execute(text("SELECT name, seq FROM sqlite_sequence")):
            if name in found:
                found[name] = max(found[name], int(high))
        return found
    for name in found:
        given = connection.execute(_GIVEN, {"table": f'"{name}"'}).scalar_one()
        found[name] = max(found[name], int(given))
    return found


def go_on_above(connection: Connection, highest: Mapping[str, int]) -> None:
    """Gives new rows of these tables higher numbers than these."""
    for name, high in highest.items():
        if connection.dialect.name != "sqlite":
            values = {"table": f'"{name}"', "high": max(high, 1), "is_given": high > 0}
            connection.execute(_GO_ON, values)
        elif high and metadata.tables[name].dialect_options[sqlite.dialect.name]["autoincrement"]:
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": name})
            row = {"name": name, "high": high}
            connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :high)"), row)


_GIVEN = text("SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(:table, 'id')::regclass), 0)")
_GO_ON = text("SELECT setval(pg_get_serial_sequence(:table, 'id')::regclass, :high, :is_given)")


def _numbered() -> list[Table]:
    return [table for table in metadata.sorted_tables if table.autoincrement_column is not None]
