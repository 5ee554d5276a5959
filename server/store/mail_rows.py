"""The rows of mirrored mail: a first sync writes tens of thousands of them, and each holds a whole mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Dialect

from server.mail.host import Batch, RawMessage
from server.store.database import insert_missing
from server.store.mail_bytes import packed
from server.store.schema import message
from server.store.schema.columns import sqlite_moment
from server.store.schema.sealed import SealedBytes, seals_of

FEW = 20  # mails; a batch with more is history, and time counts more there than room: the text goes when it is learned
# Mails of one statement: while it runs, the threads that read mail run as well. Few sizes, for the driver keeps what a
# statement was last given; a SQLite of 2019 takes no more than 999 values.
TOGETHER = (64, 16, 4, 1)
OF_BATCH = ("mailbox_id", "folder", "role", "generation", "uidvalidity", "stage", "is_copy")
OF_MAIL = ("uid", "internaldate", "raw", "flags", "whole", "server_id")
COLUMNS = (*OF_BATCH, *OF_MAIL)

_RAW = SealedBytes()


@dataclass(frozen=True, slots=True)
class MailRows:
    """What is stored of the mails of one batch: a value for each of `OF_BATCH`, and for each mail one of `OF_MAIL`."""

    shared: tuple[Any, ...]
    mails: list[tuple[Any, ...]] = field(repr=False)

    def as_columns(self) -> Iterator[dict[str, Any]]:
        """Column -> value, mail by mail."""
        return (dict(zip(COLUMNS, self.shared + mail, strict=True)) for mail in self.mails)


def rows_of(mailbox_id: int, batch: Batch) -> MailRows:
    """What is stored of a batch's mails; to be made before the transaction, for nobody else can write in one."""
    folder, state = batch.folder, batch.state
    shared = (mailbox_id, folder.name, folder.role, state.generation, state.uidvalidity, "stored", False)
    compress = len(batch.messages) <= FEW
    return MailRows(shared, [_row(batch, mail, compress=compress) for mail in batch.messages])


def insert_mails(connection: Connection, rows: MailRows) -> int:
    """Inserts the mails of one batch that are not there yet; returns how many.

    To SQLite they go past SQLAlchemy, whose work on each value and statement took a tenth of a first sync.
    """
    if connection.dialect.name != "sqlite":
        return insert_missing(connection, message, list(rows.as_columns()))
    mails = _bound(rows.mails, connection.dialect)
    cursor = connection.connection.cursor()
    new = done = 0
    while done < len(mails):
        count = next(size for size in TOGETHER if size <= len(mails) - done)
        cursor.execute(_insert(count), tuple(chain(rows.shared, *mails[done : done + count])))
        new += cursor.rowcount
        done += count
    return new


def _bound(mails: list[tuple[Any, ...]], dialect: Dialect) -> list[tuple[Any, ...]]:
    """What SQLite is given for `OF_MAIL`."""
    if seals_of(dialect).of_bytes is not None:
        mails = [(uid, at, _RAW.process_bind_param(raw, dialect), *rest) for uid, at, raw, *rest in mails]
    return [(uid, sqlite_moment(at), raw, flags, whole, server_id) for uid, at, raw, flags, whole, server_id in mails]


@lru_cache
def _insert(count: int) -> str:
    """The statement for so many mails of one batch, whose values come once and first."""
    shared = ", ".join(f"?{number}" for number in range(1, len(OF_BATCH) + 1))
    rows = []
    for first in range(len(OF_BATCH) + 1, len(OF_BATCH) + 1 + count * len(OF_MAIL), len(OF_MAIL)):
        own = ", ".join(f"?{number}" for number in range(first, first + len(OF_MAIL)))
        rows.append(f"({shared}, {own})")
    return (
        f"INSERT INTO message ({', '.join(COLUMNS)}) VALUES {', '.join(rows)} "  # noqa: S608 # nosec B608 - names alone
        "ON CONFLICT DO NOTHING"
    )


def _row(batch: Batch, mail: RawMessage, *, compress: bool) -> tuple[Any, ...]:
    if mail.uidvalidity != batch.state.uidvalidity:
        raise ValueError(f"UID {mail.uid} has UIDVALIDITY {mail.uidvalidity}, its batch {batch.state.uidvalidity}")
    raw = packed(mail.raw, compress=compress)
    return (mail.uid, mail.internaldate, raw, mail.flags, mail.whole, mail.server_id)
