"""The queries that tell analysed mail: all of it, and what counts of one customer."""

from __future__ import annotations

from sqlalchemy import Connection, Row, Select, select

from server.access import Sight
from server.store.import_sources import SHOWN_MAILBOX
from server.store.import_values import SPOKEN
from server.store.people import is_by
from server.store.schema import mailbox, message
from server.store.sight import is_one_mail
from server.store.values import StoredMessage


def analysed() -> Select[tuple[object, ...]]:
    """All mail that was analysed, personal or not."""
    columns = message.c
    return (
        select(
            columns.id,
            SHOWN_MAILBOX.label("mailbox"),
            columns.folder,
            columns.header_id.label("message_id"),
            columns.in_reply_to,
            columns.from_address,
            columns.from_name,
            columns.correspondent,
            columns.direction,
            columns.kind,
            columns.stage,
            columns.date,
            columns.language,
            columns.words,
            columns.subject,
            columns.body,
            columns.authored,
            columns.channel,
        )
        .join(mailbox, mailbox.c.id == columns.mailbox_id)
        .where(columns.stage.in_(("learned", "skipped")))
    )


def counted(connection: Connection, correspondent: str, sight: Sight) -> Select[tuple[object, ...]]:
    """Personal mails from and to a customer, newest first, each once; without what was spoken."""
    return (
        analysed()
        .where(
            is_by(connection, message.c.correspondent, correspondent),
            message.c.stage == "learned",
            is_one_mail(sight),
            message.c.channel.not_in(SPOKEN),
        )
        .order_by(message.c.date.desc(), message.c.id.desc())
    )


def stored(row: Row[tuple[object, ...]]) -> StoredMessage:
    """The message that a row of these queries holds."""
    return StoredMessage(**row._asdict())
