"""The rows of mirrored mail: a first sync writes tens of thousands of them, and each holds a whole mail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Dialect

from server.mail.host import Batch, RawMessage
from server.store.database import insert_missing
from server.store.mail_bytes import packed
from server.store.schema import message
from server.store.schema.columns import sqlite_moment
from server.store.schema.sealed import SealedBytes

FEW = 20  # mails; a batch with more is history, and time counts more there than room: the text goes when it is learned
# Mails of one statement: while it runs, the threads that read mail run as well. Few sizes, for the driver keeps what a
# statement was last given; a SQLite of 2019 takes no more than 999 values.
TOGETHER = (64, 16, 1)
OF_BATCH = ("mailbox_id", "folder", "role", "generation", "uidvalidity", "stage", "is_copy")
OF_MAIL = ("uid", "internaldate", "raw", "flags", "whole", "server_id")
COLUMNS = (*OF_BATCH, *OF_MAIL)

_RAW = SealedBytes()

Row = tuple[Any, ...]
"""A value for each of `COLUMNS`."""


def rows_of(mailbox_id: int, batch: Batch) -> list[Row]:
    """What is stored of a batch's mails; to be made before the transaction, for nobody else can write in one."""
    compress = len(batch.messages) <= FEW
    return [_row(mailbox_id, batch, each, compress=compress) for each in batch.messages]


def insert_mails(connection: Connection, rows: Sequence[Row]) -> int:
    """Inserts the mails of one batch that are not there yet; returns how many.

    To SQLite they go past SQLAlchemy, whose work on each value took a tenth of a first sync.
    """
    if connection.dialect.name != "sqlite" or not rows:
        return insert_missing(connection, message, [dict(zip(COLUMNS, row, strict=True)) for row in rows])
    rest = [_bound(row, connection.dialect) for row in rows]
    shared = rows[0][: len(OF_BATCH)]
    new = 0
    while rest:
        count = next(size for size in TOGETHER if size <= len(rest))
        new += connection.exec_driver_sql(_insert(count), tuple(chain(shared, *rest[:count]))).rowcount
        del rest[:count]
    return new


def _bound(row: Row, dialect: Dialect) -> Row:
    """What SQLite is given for `OF_MAIL`."""
    uid, moment, raw, *others = row[len(OF_BATCH) :]
    return (uid, sqlite_moment(moment), _RAW.process_bind_param(raw, dialect), *others)


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


def _row(mailbox_id: int, batch: Batch, mail: RawMessage, *, compress: bool) -> Row:
    if mail.uidvalidity != batch.state.uidvalidity:
        raise ValueError(f"UID {mail.uid} has UIDVALIDITY {mail.uidvalidity}, its batch {batch.state.uidvalidity}")
    return (
        mailbox_id,
        batch.folder.name,
        batch.folder.role,
        batch.state.generation,
        mail.uidvalidity,
        "stored",
        False,
        mail.uid,
        mail.internaldate,
        packed(mail.raw, compress=compress),
        mail.flags,
        mail.whole,
        mail.server_id,
    )
