"""The rows of mirrored mail: a first sync writes tens of thousands of them, and each holds a whole mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from server.mail.host import Batch, RawMessage
from server.store.database import insert_missing
from server.store.mail_bytes import packed
from server.store.schema import message

FEW = 20  # mails; a batch with more is history, and time counts more there than room: the text goes when it is learned
COLUMNS = (
    "mailbox_id",
    "folder",
    "role",
    "generation",
    "uidvalidity",
    "uid",
    "internaldate",
    "stage",
    "raw",
    "is_copy",
    "flags",
    "whole",
    "server_id",
)
INSERT = (
    f"INSERT INTO message ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))}) "  # noqa: S608 # nosec B608 - names alone
    "ON CONFLICT DO NOTHING"
)

Row = tuple[Any, ...]
"""A value for each of `COLUMNS`."""


def rows_of(mailbox_id: int, batch: Batch) -> list[Row]:
    """What is stored of a batch's mails; to be made before the transaction, for nobody else can write in one."""
    compress = len(batch.messages) <= FEW
    return [_row(mailbox_id, batch, each, compress=compress) for each in batch.messages]


def insert_mails(connection: Connection, rows: Sequence[Row]) -> int:
    """Inserts the mails that are not there yet; returns how many.

    To SQLite they go past SQLAlchemy, whose work on each value took a tenth of a first sync.
    """
    if connection.dialect.name != "sqlite" or not rows:
        return insert_missing(connection, message, [dict(zip(COLUMNS, row, strict=True)) for row in rows])
    forms = [message.c[name].type.dialect_impl(connection.dialect) for name in COLUMNS]
    bound = [form.bind_processor(connection.dialect) for form in forms]  # of moments, and of bytes that are sealed
    values = [
        tuple([value if bind is None else bind(value) for bind, value in zip(bound, row, strict=True)]) for row in rows
    ]
    return connection.exec_driver_sql(INSERT, values).rowcount


def _row(mailbox_id: int, batch: Batch, mail: RawMessage, *, compress: bool) -> Row:
    if mail.uidvalidity != batch.state.uidvalidity:
        raise ValueError(f"UID {mail.uid} has UIDVALIDITY {mail.uidvalidity}, its batch {batch.state.uidvalidity}")
    return (
        mailbox_id,
        batch.folder.name,
        batch.folder.role,
        batch.state.generation,
        mail.uidvalidity,
        mail.uid,
        mail.internaldate,
        "stored",
        packed(mail.raw, compress=compress),
        False,
        mail.flags,
        mail.whole,
        mail.server_id,
    )
