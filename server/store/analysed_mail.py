"""The queries that tell analysed mail: all of it, and what counts of one customer."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from server.store.import_sources import SHOWN_MAILBOX
from server.store.import_values import SPOKEN
from server.store.people import person_of
from server.store.schema import mailbox, message
from server.store.sight import Form, is_one_mail
from server.store.values import Direction, StoredMessage


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


@cache
def counted(form: Form, direction: Direction | None, *, of_several: bool, words_only: bool = False) -> Select[Any]:
    """The latest personal mails from and to a customer, newest first, each once; without what was spoken.

    To be executed with `whose`, their address (a list `of_several`), `most`, how many, and what `asked_for` gives.
    `words_only`: what their writers wrote, and no more of them.
    """
    query = select(message.c.authored) if words_only else analysed()
    asked: Any = bindparam("whose", expanding=of_several)
    whose = message.c.correspondent.in_(asked) if of_several else message.c.correspondent == asked
    here = [whose, message.c.stage == "learned", is_one_mail(form), message.c.channel.not_in(SPOKEN)]
    if direction is not None:
        # not by the index of direction and date, which holds the mail of all customers
        here.append(func.coalesce(message.c.direction, "") == direction)
    return query.where(*here).order_by(message.c.date.desc(), message.c.id.desc()).limit(bindparam("most"))


def asked_of(connection: Connection, correspondent: str, most: int) -> dict[str, Any]:
    """What `counted` is executed with: of several addresses where `whose` is a list."""
    addresses = person_of(connection, correspondent).addresses
    return {"whose": addresses[0] if len(addresses) == 1 else list(addresses), "most": most}


def stored(row: Row[tuple[object, ...]]) -> StoredMessage:
    """The message that a row of these queries holds."""
    return StoredMessage(**row._asdict())
