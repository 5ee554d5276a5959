"""Messages on their way: mirrored, analysed once, counted once, and in the end without their text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from server.access import Sight
from server.store import left_out
from server.store.analysed_mail import analysed, asked_of, counted, stored
from server.store.database import Database
from server.store.import_sources import SHOWN_MAILBOX
from server.store.mail_bytes import unpacked
from server.store.quarantine import Place
from server.store.recording import TEXTS, Finding, look_ahead, write
from server.store.schema import mailbox, message
from server.store.schema.mail import WAITS
from server.store.sight import Form, asked_for, lies_in_sight
from server.store.traces import StoredTrace
from server.store.values import (
    PERSONAL,
    Direction,
    Fold,
    Learned,
    MessageCounts,
    ParsedMessage,
    PendingMessage,
    StoredMessage,
)


class Messages:
    """All mail of all mailboxes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self, limit: int, after_id: int = 0) -> list[PendingMessage]:
        """Mirrored messages that wait to be analysed, above the number `after_id`, in the order they came."""
        query = _WAITING.where(message.c.stage == "stored", message.c.id > after_id).order_by(message.c.id)
        with self._database.reading() as connection:
            return [_waiting(row) for row in connection.execute(query.limit(limit))]

    def record(
        self,
        message_id: int,
        parsed: ParsedMessage,
        learned: Learned | None,
        fold: Fold | None,
        *,
        now: datetime,
        keep_text: bool = True,
        trace: StoredTrace | None = None,
    ) -> bool:
        """Stores what was found in a message and what is learned from it, all in one transaction.

        Without `keep_text` subject and text are used to recognise copies and then left out.

        Returns False, and changes nothing, if the message was recorded before or is gone. A mail that says
        the same as one learned before (`content_key`) leaves the profile alone; a copy is not counted again.
        """
        if learned is not None and (fold is None or parsed.kind != PERSONAL):
            raise ValueError("only personal mail is learned from, and that needs a fold")
        finding = Finding(message_id, parsed, learned, fold, now, keep_text, trace)
        ahead = look_ahead(self._database, finding)
        if ahead is None:
            return False
        with self._database.writing() as connection:
            return write(connection, finding, ahead)

    def leave_out(self, message_id: int, reason: str) -> bool:
        """Removes a message that waits and is not to be stored; only that it is there is kept. False if it is gone."""
        columns = (message.c.mailbox_id, message.c.folder, message.c.generation, message.c.uid)
        here = (message.c.id == message_id, message.c.stage == "stored")
        with self._database.writing() as connection:
            row = connection.execute(select(*columns).where(*here)).one_or_none()
            if row is None:
                return False
            connection.execute(delete(message).where(*here))
            left_out.put(connection, Place(row.mailbox_id, row.folder, row.generation), {row.uid: reason})
        return True

    def fail(self, message_id: int, reason: str) -> bool:
        """Sets a message aside that cannot be analysed, with its raw bytes; False if it no longer waits."""
        with self._database.writing() as connection:
            changed = connection.execute(
                update(message)
                .where(message.c.id == message_id, message.c.stage == "stored")
                .values(stage="failed", failure=reason)
            )
            return changed.rowcount == 1

    def recent(self, correspondent: str, limit: int, *, sight: Sight) -> list[StoredMessage]:
        """The latest personal mails from and to a customer, newest first, each once."""
        with self._database.reading() as connection:
            return [stored(row) for row in _latest(connection, correspondent, None, limit, sight)]

    def last_incoming(self, correspondent: str, *, sight: Sight) -> StoredMessage | None:
        """The customer's latest mail, or None."""
        with self._database.reading() as connection:
            row = next(iter(_latest(connection, correspondent, "in", 1, sight)), None)
        return stored(row) if row is not None else None

    def last_outgoing(self, correspondent: str, *, sight: Sight) -> StoredMessage | None:
        """The team's latest mail to the customer, or None."""
        with self._database.reading() as connection:
            row = next(iter(_latest(connection, correspondent, "out", 1, sight)), None)
        return stored(row) if row is not None else None

    def last_words_to(self, correspondent: str, *, sight: Sight) -> str:
        """What the team wrote in its latest mail to the customer; empty without one, or where its text is gone."""
        with self._database.reading() as connection:
            row = next(iter(_latest(connection, correspondent, "out", 1, sight, words_only=True)), None)
        return row.authored or "" if row is not None else ""

    def find_by_header(self, message_id: str, *, sight: Sight) -> StoredMessage | None:
        """The analysed message with this Message-ID (as `record` was given it), or None."""
        here = (message.c.header_id == message_id, lies_in_sight(message.c.mailbox_id, sight))
        query = analysed().where(*here).order_by(message.c.id).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return stored(row) if row is not None else None

    def latest_arrivals(self, limit: int) -> list[datetime]:
        """When the mails that were mirrored last came to their servers, by the servers' clocks."""
        query = select(message.c.internaldate).order_by(message.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return list(connection.execute(query).scalars())

    def counts(self, *, sight: Sight) -> dict[int, MessageCounts]:
        """How far the mail of each mailbox (by its number) is analysed; copies are counted, too."""
        query = (
            select(message.c.mailbox_id, message.c.stage, func.count())
            .where(lies_in_sight(message.c.mailbox_id, sight))
            .group_by(message.c.mailbox_id, message.c.stage)
        )
        numbers = select(mailbox.c.id).where(lies_in_sight(mailbox.c.id, sight))
        stages: dict[int, dict[str, int]] = {}
        with self._database.reading() as connection:
            stages = {number: {} for number in connection.execute(numbers).scalars()}
            for number, stage, count in connection.execute(query):
                stages[number][stage] = count
        return {number: MessageCounts(**counted) for number, counted in stages.items()}

    def drop_texts(self, before: datetime) -> int:
        """Deletes the text of analysed mail and all of failed mail older than `before`; returns how many."""
        with self._database.writing() as connection:
            changed = connection.execute(
                update(message)
                .where(
                    or_(
                        and_(message.c.date < before, message.c.body.is_not(None)),
                        and_(
                            message.c.stage == "failed",
                            message.c.internaldate < before,
                            message.c.raw.is_not(None),
                        ),
                    )
                )
                .values(**dict.fromkeys((*TEXTS, "raw")))
            )
            return changed.rowcount


_WAITING = select(
    message.c.id,
    message.c.mailbox_id,
    SHOWN_MAILBOX.label("mailbox"),
    message.c.folder,
    message.c.role,
    message.c.internaldate,
    message.c.raw,
    message.c.channel,
).join(mailbox, mailbox.c.id == message.c.mailbox_id)


def _latest(
    connection: Connection,
    correspondent: str,
    direction: Direction | None,
    most: int,
    sight: Sight,
    *,
    words_only: bool = False,
) -> Sequence[Any]:
    asked = asked_of(connection, correspondent, most)
    query = counted(Form.of(sight), direction, of_several=isinstance(asked["whose"], list), words_only=words_only)
    return connection.execute(query, asked | asked_for(sight)).all()


def read_waiting(connection: Connection, numbers: Sequence[int]) -> list[PendingMessage]:
    """Those of these messages that wait to be analysed, in the order of the numbers."""
    rows = connection.execute(_WAITING.where(WAITS, message.c.id.in_(numbers))) if numbers else ()
    found = {row.id: _waiting(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def _waiting(row: Any) -> PendingMessage:
    return PendingMessage(**(row._asdict() | {"raw": unpacked(row.raw)}))
