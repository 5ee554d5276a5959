"""Seals anew what was sealed with a former key, or what is to be sealed from now on, in batches that may be killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, Text, or_, select, type_coerce, update

from server.store.database import Database
from server.store.schema import inner_key, metadata
from server.store.schema.sealed import BYTES_MARK, MARK, SealedBytes, SealedText
from server.store.sealing import TEXTS, Keys

TOGETHER = 200  # rows of one transaction

SECRETS: Mapping[str, str] = {
    "mailbox": "sealed_secret",
    "integration_key": "sealed_secret",
    "second_factor": "sealed_secret",
}
"""Table -> its column that the vault itself seals."""

Reseal = Callable[[bytes], bytes | None]
"""What is sealed -> the same sealed with the key in use; None where it is already, or holds nothing."""


class Resealing:
    """All that is sealed in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def secrets(self, reseal: Reseal) -> int:
        """Seals passwords, tokens and keys of webmail servers anew; returns how many."""
        return sum(
            self._rewrite(metadata.tables[name], metadata.tables[name].c[column], lambda _: reseal)
            for name, column in SECRETS.items()
        )

    def inner_keys(self, keys: Keys) -> int:
        """Seals the keys inside the store anew; returns how many."""

        def reseal_for(row: Mapping[str, Any]) -> Reseal:
            sealing = keys.sealing(row["purpose"])
            return lambda old: None if sealing.is_newest(old) else sealing.seal(sealing.open(old))

        return self._rewrite(inner_key, inner_key.c.sealed, reseal_for)

    def texts(self, keys: Keys) -> Iterator[int]:
        """Brings all texts into the form that is wanted now; yields how many rows were changed in each batch."""
        for table in metadata.sorted_tables:
            columns = [column for column in table.c if isinstance(column.type, SealedText | SealedBytes)]
            if columns:
                yield from self._texts_of(table, columns, keys)

    def _texts_of(self, table: Table, columns: list[Column[Any]], keys: Keys) -> Iterator[int]:
        number, sealing, wants = table.c.id, keys.sealing(TEXTS), self._database.seals
        as_stored = [type_coerce(column, _plain_type(column)).label(f"stored_{column.name}") for column in columns]
        after = 0
        while True:
            held = or_(*(column.is_not(None) for column in columns))
            query = select(number, *as_stored, *columns).where(number > after, held).order_by(number).limit(TOGETHER)
            count = 0
            with self._database.writing() as connection:
                rows = connection.execute(query).all()
                for row in rows:
                    values = {
                        column.name: getattr(row, column.name)
                        for column in columns
                        if _differs(
                            getattr(row, f"stored_{column.name}"),
                            wanted=wants.texts or (wants.waiting and isinstance(column.type, SealedBytes)),
                            is_newest=sealing.is_newest,
                        )
                    }
                    if values:
                        connection.execute(update(table).where(number == row.id).values(**values))
                        count += 1
            if not rows:
                return
            after = rows[-1].id
            yield count

    def _rewrite(self, table: Table, column: Column[Any], reseal_for: Callable[[Mapping[str, Any]], Reseal]) -> int:
        count = 0
        with self._database.writing() as connection:
            for row in connection.execute(select(table)).all():
                values = dict(row._mapping)
                old = values[column.name]
                new = reseal_for(values)(old) if old else None
                if new is not None:
                    here = [each == values[each.name] for each in table.primary_key.columns]
                    connection.execute(update(table).where(*here, column == old).values({column.name: new}))
                    count += 1
        return count


def sealed_columns() -> set[tuple[str, str]]:
    """Every column that says by its name that it is sealed: all of them must be known here."""
    return {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.c
        if column.name.startswith("sealed")
    }


def _plain_type(column: Column[Any]) -> Text | LargeBinary:
    return LargeBinary() if isinstance(column.type, SealedBytes) else Text()


def _differs(stored: str | bytes | None, *, wanted: bool, is_newest: Callable[[bytes], bool]) -> bool:
    if not stored:
        return False
    sealed = stored.startswith(MARK) if isinstance(stored, str) else stored.startswith(BYTES_MARK)
    if not sealed or not wanted:
        return sealed != wanted
    octets = stored.removeprefix(MARK).encode() if isinstance(stored, str) else stored.removeprefix(BYTES_MARK)
    return not is_newest(octets)
