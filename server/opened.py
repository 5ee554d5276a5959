"""A stored mail opened: parsed, with whose it is, when it was sent and what its sender wrote; not measured yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from coach.reply import authored_text
from server.importing.note import Note
from server.mail import mime
from server.mail.mime import Address, Message
from server.store import PERSONAL, SPOKEN, Direction, PendingMessage
from server.team import Team, kind_for, other_side, writer_of

LONGEST_READ = 200_000  # code points of a mail's text; hostile text of this length takes two seconds to split
LONGEST_AUTHORED = 50_000  # code points that are analysed: 8,000 words show how somebody writes
OLDEST = datetime(1990, 1, 1, tzinfo=UTC)  # what claims to be older was sent by a machine whose clock was never set
CLOCKS_DIFFER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """One mail as far as it can be known without a language model; `other` is the correspondent outside.

    `body` and `authored` are empty for mail that no person wrote to the team or the team to them; `failure` says what
    was left out of a text that is too long. Not `own_words`: the team wrote down what was said. `language` is
    told where somebody knows it.
    """

    id: int
    message: Message = field(repr=False)
    writer: Address | None = field(repr=False)
    other: Address | None = field(repr=False)
    direction: Direction | None
    kind: str
    date: datetime
    body: str = field(default="", repr=False)
    authored: str = field(default="", repr=False)
    failure: str | None = None
    own_words: bool = True
    language: str | None = None


def opened(pending: PendingMessage, team: Team, now: datetime) -> OpenedMail:
    """Opens one stored mail; never raises for what stands in it."""
    if pending.channel != "email":
        return _opened_note(pending, now)
    message = mime.parse(pending.raw)
    direction, other = other_side(message, team, sent=pending.role == "sent")
    kind = kind_for(message, team)
    date = _date(message, pending, now)
    body, authored, failure = _texts(message) if kind == PERSONAL and other is not None else ("", "", None)
    return OpenedMail(
        pending.id, message, writer_of(message), other, direction, str(kind), date, body, authored, failure
    )


def _opened_note(pending: PendingMessage, now: datetime) -> OpenedMail:
    """A contact from a list: whole texts of chats and letters, and for what the team noted no author's text."""
    note = Note.from_bytes(pending.raw)
    message, own_words = note.as_message(), note.channel not in SPOKEN
    other = Address(note.name, note.customer)
    authored = authored_text(note.text)[:LONGEST_AUTHORED] if own_words else ""
    date = min(note.date, now)
    return OpenedMail(
        pending.id,
        message,
        message.from_,
        other,
        note.direction,
        PERSONAL,
        date,
        note.text,
        authored,
        own_words=own_words,
        language=note.language,
    )


def _date(message: Message, pending: PendingMessage, now: datetime) -> datetime:
    """When a mail was sent; a clock in the future would outweigh everything, so the server's is taken then."""
    date = message.date
    if date is None or date > now + CLOCKS_DIFFER or date < OLDEST:
        date = pending.internaldate
    return min(date, now)


def _texts(message: Message) -> tuple[str, str, str | None]:
    """The text and the authored text of a mail, both within bounds, and a word on what was left out."""
    body = message.body
    whole = len(body) <= LONGEST_READ and "text was cut" not in message.problems
    body = body if len(body) <= LONGEST_READ else body[:LONGEST_READ].rpartition("\n")[0] or body[:LONGEST_READ]
    authored = authored_text(body)
    whole = whole and len(authored) <= LONGEST_AUTHORED
    authored = authored[:LONGEST_AUTHORED]
    failure = (
        None if whole else f"read in part: {LONGEST_READ:,} characters of the text, {LONGEST_AUTHORED:,} of the author"
    )
    return body, authored, failure
