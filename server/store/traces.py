"""What each mail left behind for the relationship: figures and places, kept longer than its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from server.access import Sight
from server.store.database import Database
from server.store.schema import message, trace
from server.store.sent_days import sent_on
from server.store.sight import mail_in_sight
from server.store.statements import upsert
from server.store.values import PERSONAL, Direction


@dataclass(frozen=True, slots=True)
class StoredTrace:
    """What a mail shows, as JSON, and the version of what wrote it."""

    version: int
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """One mail of an exchange, without its text.

    `trace` is None where nobody looked at it yet; `links` is JSON of how it stands to the mails before it, None where
    nobody looked; `has_text` tells whether its text is still kept.
    """

    id: int
    date: datetime
    direction: Direction
    message_id: str | None
    in_reply_to: str | None
    words: int
    language: str | None
    channel: str
    has_text: bool
    trace: StoredTrace | None = None
    links: str | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)


class Traces:
    """What mails left behind, by message."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """What the writers of these mails wrote, as far as it is still kept."""
        query = select(message.c.id, message.c.authored).where(
            message.c.id.in_(sorted(set(ids))), message.c.authored.is_not(None)
        )
        with self._database.reading() as connection:
            return {row.id: row.authored for row in connection.execute(query)}

    def places(self, ids: Iterable[int], *, sight: Sight) -> dict[int, tuple[datetime, str | None, str | None]]:
        """Date, subject and authored text of these mails, the texts as far as they are still kept."""
        one = message.alias("wanted")
        query = (
            select(one.c.id, message.c.date, message.c.subject, message.c.authored)
            .select_from(one)
            .join(message, message.c.id == mail_in_sight(one.c.id, sight))
            .where(one.c.id.in_(sorted(set(ids))))
        )
        with self._database.reading() as connection:
            return {row.id: (row.date, row.subject, row.authored) for row in connection.execute(query)}

    def sent_by_day(self) -> dict[date, int]:
        """How many mails the team sent on each day (UTC), whoever of it and to whomever."""
        with self._database.reading() as connection:
            return sent_on(connection)

    def keep(self, traces: Mapping[int, StoredTrace], links: Mapping[int, str]) -> None:
        """Keeps traces of mails that had none or an older one, and how mails stand to those before them."""
        if traces or links:
            with self._database.writing() as connection:
                keep_found(connection, traces, links)


def keep_found(connection: Connection, traces: Mapping[int, StoredTrace], links: Mapping[int, str]) -> None:
    """Keeps traces and links of mails, as far as the mails are still there."""
    there = _there(connection, sorted(traces)) if traces else ()
    put(connection, {number: traces[number] for number in there})
    if links:
        connection.execute(_LINK, [{"number": number, "said": body} for number, body in links.items()])


# the links were worked out from the trace that is replaced
_PUT = upsert(trace, ["message_id"], lambda fresh: {"version": fresh.version, "body": fresh.body, "links": fresh.links})
_LINK = update(trace).where(trace.c.message_id == bindparam("number")).values(links=bindparam("said"))
TURN = (
    message.c.id,
    message.c.date,
    message.c.direction,
    message.c.header_id,
    message.c.in_reply_to,
    message.c.words,
    message.c.language,
    message.c.channel,
    message.c.authored.is_not(None),
    trace.c.version,
    trace.c.body,
    trace.c.links,
    message.c.address,
)
# Put together once: SQLAlchemy takes longer over making a statement than SQLite over answering it.
_LATEST = (
    select(*TURN)
    .outerjoin(trace, trace.c.message_id == message.c.id)
    .where(
        message.c.correspondent == bindparam("correspondent"),
        message.c.stage == "learned",
        message.c.kind == PERSONAL,
        message.c.direction.is_not(None),
        message.c.is_copy.is_(False),
    )
    .order_by(message.c.date.desc(), message.c.id.desc())
    .limit(bindparam("most"))
)


def latest_turns(connection: Connection, addresses: Sequence[str], limit: int) -> list[StoredTurn]:
    """The latest mails between the person with these addresses and the team, each once, oldest first."""
    # One query an address: with several at once, all their mail would have to be sorted.
    found = [connection.execute(_LATEST, {"correspondent": each, "most": limit}).all() for each in addresses]
    if len(found) == 1:
        return [_turn(row) for row in reversed(found[0])]
    rows = sorted(chain.from_iterable(found), key=lambda row: (row[1], row[0]))
    return [_turn(row) for row in rows[-limit:]]


def _turn(row: Sequence[Any]) -> StoredTurn:
    number, at, direction, header, parent, words, language, channel, has_text, version, body, links, address = row
    kept = StoredTrace(version, body) if body is not None else None
    return StoredTurn(
        number, at, direction, header, parent, words or 0, language, channel, has_text, kept, links, address or ""
    )


def put(connection: Connection, found: Mapping[int, StoredTrace]) -> None:
    """Keeps the traces of mails, by their numbers, in place of those that were there."""
    if found:
        rows = [{"message_id": number, "version": each.version, "body": each.body} for number, each in found.items()]
        connection.execute(_PUT[connection.dialect.name], rows)


def _there(connection: Connection, ids: Sequence[int]) -> Sequence[int]:
    """Those of these mails that are still there."""
    return connection.execute(select(message.c.id).where(message.c.id.in_(ids)).order_by(message.c.id)).scalars().all()
