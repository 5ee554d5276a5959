"""The mail that the team sent, each with the mail it answered, for trying rules on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, func, select

from server.access import Sight
from server.store.database import Database
from server.store.import_sources import SHOWN_MAILBOX
from server.store.schema import mailbox, message
from server.store.sight import lies_in_sight


@dataclass(frozen=True, slots=True)
class SentMessage:
    """One mail of the team; `reply_to` is what the mail that it answered said, empty where that is not kept.

    `before` is when the last mail before it went between the two, None for their first.
    """

    id: int
    mailbox: str
    correspondent: str
    date: datetime
    language: str | None
    subject: str = field(repr=False)
    text: str = field(repr=False)
    reply_to: str = field(repr=False)
    before: datetime | None


class SentMail:
    """Mail from the team to customers whose text is still kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def latest(self, limit: int, *, sight: Sight) -> list[SentMessage]:
        """The latest `limit` personal mails to customers, each once; by customer, and for each the oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(_latest(limit, sight)).all()
        found = [SentMessage(**row._asdict()) for row in rows]
        return sorted(found, key=lambda each: (each.correspondent, each.date, each.id))


def _latest(limit: int, sight: Sight) -> Select[tuple[object, ...]]:
    columns, other = message.c, message.alias("other")
    before = func.lag(columns.date, type_=columns.date.type).over(
        partition_by=columns.correspondent, order_by=(columns.date, columns.id)
    )
    counted = (
        select(columns.id, before.label("before"))
        .where(columns.stage == "learned", columns.is_copy.is_(False), columns.correspondent.is_not(None))
        .subquery()
    )
    reply_to = (
        select(func.max(other.c.authored))
        .where(
            other.c.header_id == columns.in_reply_to,
            other.c.correspondent == columns.correspondent,
            # not by the indexes of directions and stages, which lead through the mail of all
            func.coalesce(other.c.direction, "") == "in",
            func.coalesce(other.c.stage, "") == "learned",
        )
        .correlate(message)
        .scalar_subquery()
    )
    return (
        select(
            columns.id,
            SHOWN_MAILBOX.label("mailbox"),
            columns.correspondent,
            columns.date,
            columns.language,
            func.coalesce(columns.subject, "").label("subject"),
            columns.authored.label("text"),
            func.coalesce(reply_to, "").label("reply_to"),
            counted.c.before,
        )
        .join(counted, counted.c.id == columns.id)
        .join(mailbox, mailbox.c.id == columns.mailbox_id)
        .where(
            columns.direction == "out",
            columns.authored.is_not(None),
            columns.authored != "",
            lies_in_sight(columns.mailbox_id, sight),
        )
        .order_by(columns.date.desc(), columns.id.desc())
        .limit(limit)
    )
