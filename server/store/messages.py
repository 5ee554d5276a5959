"""Messages on their way: mirrored, analysed once, counted once, and in the end without their text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, exists, func, or_, select, update

from server.access import Sight
from server.store import left_out
from server.store.analysed_mail import analysed, counted, stored
from server.store.customers import count_mail
from server.store.database import Database, insert_new
from server.store.import_sources import SHOWN_MAILBOX
from server.store.mail_bytes import unpacked
from server.store.people import person_of
from server.store.places import note_place
from server.store.profiles import fold_in
from server.store.quarantine import Place
from server.store.schema import mailbox, message, sample
from server.store.schema.mail import WAITS
from server.store.sent_days import OUT, count_sent
from server.store.sight import lies_in_sight
from server.store.traces import StoredTrace, put
from server.store.values import (
    CONTACT,
    PERSONAL,
    Fold,
    Learned,
    MessageCounts,
    ParsedMessage,
    PendingMessage,
    StoredMessage,
)
from server.store.wanting import want_again

TEXTS = ("subject", "body", "authored")


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
        with self._database.writing() as connection:
            columns = (message.c.stage, message.c.internaldate, message.c.mailbox_id, message.c.server_id)
            query = select(*columns).where(message.c.id == message_id)
            row = connection.execute(query.with_for_update()).one_or_none()
            if row is None or row.stage != "stored":
                return False
            date = parsed.date or row.internaldate
            identity = _identity(parsed, date)
            twin = _has_twin(connection, message_id, row.mailbox_id, row.server_id)
            is_copy = twin or _is_counted(connection, identity)
            values = _values(parsed, date, identity, is_copy, learned)
            if not keep_text:
                values |= dict.fromkeys(TEXTS)
            connection.execute(update(message).where(message.c.id == message_id).values(**values))
            if learned is not None and fold is not None:
                _learn(connection, message_id, learned, fold, now)
            if trace is not None:
                put(connection, message_id, trace)
            if parsed.direction == OUT:
                count_sent(connection, date)
            if not is_copy:
                _count(connection, parsed, date)
            _place(connection, parsed, row.mailbox_id)
        return True

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
            query = counted(connection, correspondent, sight).limit(limit)
            return [stored(row) for row in connection.execute(query)]

    def last_incoming(self, correspondent: str, *, sight: Sight) -> StoredMessage | None:
        """The customer's latest mail, or None."""
        with self._database.reading() as connection:
            is_in = func.coalesce(message.c.direction, "") == "in"  # as below
            query = counted(connection, correspondent, sight).where(is_in).limit(1)
            row = connection.execute(query).one_or_none()
        return stored(row) if row is not None else None

    def last_outgoing(self, correspondent: str, *, sight: Sight) -> StoredMessage | None:
        """The team's latest mail to the customer, or None."""
        with self._database.reading() as connection:
            # not by the index of direction and date, which holds the mail to all customers
            is_out = func.coalesce(message.c.direction, "") == "out"
            query = counted(connection, correspondent, sight).where(is_out).limit(1)
            row = connection.execute(query).one_or_none()
        return stored(row) if row is not None else None

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


def read_waiting(connection: Connection, numbers: Sequence[int]) -> list[PendingMessage]:
    """Those of these messages that wait to be analysed, in the order of the numbers."""
    rows = connection.execute(_WAITING.where(WAITS, message.c.id.in_(numbers))) if numbers else ()
    found = {row.id: _waiting(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def _waiting(row: Any) -> PendingMessage:
    return PendingMessage(**(row._asdict() | {"raw": unpacked(row.raw)}))


def _identity(parsed: ParsedMessage, date: datetime) -> str:
    """Equal for two copies of a mail: by its Message-ID, or without one by all that it says."""
    if parsed.message_id:
        parts = ["id", parsed.from_address.lower(), parsed.message_id]
    else:
        parts = ["text", parsed.from_address.lower(), date.isoformat(), parsed.subject, parsed.body]
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def _is_counted(connection: Connection, identity: str) -> bool:
    query = select(exists().where(message.c.identity == identity, message.c.is_copy.is_(False)))
    return bool(connection.execute(query).scalar_one())


def _has_twin(connection: Connection, message_id: int, mailbox_id: int, server_id: str | None) -> bool:
    """Whether the server says that this mail lies in another folder of its mailbox, too, and that one is counted."""
    if server_id is None:
        return False
    here = (message.c.mailbox_id == mailbox_id, message.c.server_id == server_id)
    counted = (message.c.id != message_id, message.c.identity.is_not(None), message.c.is_copy.is_(False))
    return bool(connection.execute(select(exists().where(*here, *counted))).scalar_one())


def _values(
    parsed: ParsedMessage, date: datetime, identity: str, is_copy: bool, learned: Learned | None
) -> dict[str, object]:
    values = asdict(parsed) | {
        "header_id": parsed.message_id,
        "correspondent": parsed.correspondent.lower() if parsed.correspondent else None,
        "date": date,
        "stage": "learned" if parsed.kind == PERSONAL else "skipped",
        "raw": None,
        "content_key": learned.content_key if learned is not None else None,
        "identity": identity,
        "is_copy": is_copy,
    }
    del values["message_id"], values["correspondent_name"]
    return {name: _storable(value) if isinstance(value, str) else value for name, value in values.items()}


def _storable(text: str) -> str:
    # what databases refuse in a text: NUL, and halves of surrogate pairs from mail with broken encodings
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _learn(connection: Connection, message_id: int, learned: Learned, fold: Fold, now: datetime) -> None:
    key = learned.correspondent.lower()
    row = asdict(learned) | {"message_id": message_id, "correspondent": key}
    if insert_new(connection, sample, [row], sample.c.id):
        fold_in(connection, CONTACT, key, learned.language, fold, now)


def _count(connection: Connection, parsed: ParsedMessage, date: datetime) -> None:
    if parsed.kind != PERSONAL or not parsed.correspondent or parsed.direction is None:
        return
    sender = parsed.from_name if parsed.direction == "in" else ""
    name = _storable(parsed.correspondent_name or sender)
    address = _storable(parsed.correspondent.lower())
    want_again(connection, person_of(connection, address).address)
    count_mail(
        connection,
        address,
        name=name,
        direction=parsed.direction,
        date=date,
        language=parsed.language,
    )


def _place(connection: Connection, parsed: ParsedMessage, mailbox_id: int) -> None:
    """Notes where the mail lies; a copy lies there, too."""
    if parsed.kind == PERSONAL and parsed.correspondent and parsed.direction is not None:
        address = _storable(parsed.correspondent.lower())
        note_place(connection, person_of(connection, address).address, mailbox_id)
