"""A raw message to its values: who, when, what about, the text, and what kind of message it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from server.mail.mime_address import Address, addresses
from server.mail.mime_body import Attachment, content_of
from server.mail.mime_headers import message_ids, moment
from server.mail.mime_kind import Kind, kind_of
from server.mail.mime_list import MailingList, mailing_list
from server.mail.mime_notice import Notable
from server.mail.mime_tree import MimePart, read_tree
from server.mail.mime_words import decoded

__all__ = ["Address", "Attachment", "Kind", "MailingList", "Message", "parse"]


@dataclass(frozen=True, slots=True)
class Message:
    """A decoded message.

    Message ids stand without angle brackets. `date` is what the sender's clock said, in UTC, None where
    the message does not tell. `body` is the text, quotes as ">" lines or below header blocks; it may be
    empty. `html` is the source of the HTML that `body` was made of, if it was.
    `came_by` is the list or group that passed it on. `problems` are short words on what was odd.
    """

    message_id: str | None
    in_reply_to: str | None
    references: tuple[str, ...]
    from_: Address | None
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None
    subject: str = field(repr=False)
    body: str = field(repr=False)
    html: str | None = field(repr=False)
    kind: Kind
    attachments: tuple[Attachment, ...]
    problems: tuple[str, ...]
    came_by: MailingList | None = None


def parse(raw: bytes) -> Message:
    """Reads any bytes as a message and never raises; what cannot be read is told in `problems`."""
    root = read_tree(raw)
    sender = _sender(root)
    content = content_of(root)
    date = moment(root.header("date"))
    subject = decoded(root.header("subject"))
    ids, replied = message_ids(root.header("message-id")), message_ids(root.header("in-reply-to"))
    missing = [word for word, there in (("no date", date), ("no sender", sender)) if there is None]
    return Message(
        message_id=ids[0] if ids else None,
        in_reply_to=replied[0] if replied else None,
        references=message_ids(" ".join(root.headers.get("references", ()))),
        from_=sender,
        reply_to=_all(root, "reply-to"),
        to=_all(root, "to"),
        cc=_all(root, "cc"),
        date=date,
        subject=subject,
        body=content.body,
        html=content.html,
        kind=kind_of(root, Notable(sender, subject, content.body, content.html)),
        attachments=tuple(content.attachments),
        problems=tuple(dict.fromkeys([*content.problems, *missing])),
        came_by=mailing_list(root, sender),
    )


def _sender(root: MimePart) -> Address | None:
    found = _all(root, "from") or _all(root, "sender")
    return found[0] if found else None


def _all(root: MimePart, name: str) -> tuple[Address, ...]:
    return tuple(each for value in root.headers.get(name, ()) for each in addresses(value))
