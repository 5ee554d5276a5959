"""One mail of a file: what its header says of where it lay, and by what it is known again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from server.importing.entries import key_of
from server.importing.folder_words import DRAFTS, JUNK, TRASH
from server.mail.mime_address import addresses
from server.mail.mime_fields import Fields, read_fields
from server.mail.mime_headers import message_ids
from server.mail.mime_words import decoded
from server.mail.sent_names import RANK as SENT_NAMES
from server.mail.sent_names import folded
from server.store import Imported, Refused

LONGEST_KEPT = 8 << 20  # bytes of a mail; its text stands at the beginning, what is cut off are attachments
LONGEST_HEAD = 256 << 10
MOZILLA_DELETED = 0x0008  # of X-Mozilla-Status: deleted, and there until the folder is compacted
_LABELS = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class MailPlace:
    """Where a mail lies: the folder it counts as, the place as shown in reports, whether that holds sent mail."""

    folder: str
    shown: str
    sent: bool


def mail_entry(raw: bytes, place: MailPlace, arrived: datetime, *, whole: bool = True) -> Imported | Refused:
    """What is stored of a mail, or why it is not; `arrived` counts where the mail itself tells no date."""
    fields = read_fields(raw[:LONGEST_HEAD])
    if not fields.values:
        return Refused(place.shown, "is no mail: it has no header")
    if (reason := _reason_to_leave(fields)) is not None:
        return Refused(place.shown, reason, is_mistake=False)
    message_id = next(iter(message_ids(_first(fields, "message-id"))), None)
    sender = next(iter(addresses(_first(fields, "from"))), None)
    sent = place.sent or bool(_labels(fields) & SENT_NAMES.keys())
    return Imported(
        key=_key(raw, fields, message_id, sender.address.lower() if sender else ""),
        channel="email",
        folder=place.folder,
        role="sent" if sent else "inbox",
        date=arrived,
        raw=raw,
        message_id=message_id,
        whole=whole,
    )


def is_sent_folder(name: str) -> bool:
    """Whether a folder or file of this name holds sent mail."""
    return folded(name) in SENT_NAMES


def folder_left_out(name: str) -> str | None:
    """Why mail in a folder of this name is not read; None where it is."""
    return _left_out({folded(name)})


def _left_out(names: set[str]) -> str | None:
    for found, words in (("junk mail", JUNK), ("deleted mail", TRASH), ("a draft", DRAFTS)):
        if names & words:
            return f"{found}, by its folder or label"
    return None


def _reason_to_leave(fields: Fields) -> str | None:
    status = _first(fields, "x-mozilla-status").strip()
    if re.fullmatch(r"[0-9a-fA-F]{4}", status) and int(status, 16) & MOZILLA_DELETED:
        return "deleted in Thunderbird, and only not yet compacted"
    if "x-imap" in fields.values or "folder internal data" in _first(fields, "subject").lower():
        return "a note of the mail server to itself, no mail"
    return _left_out(_labels(fields))


def _labels(fields: Fields) -> set[str]:
    return {folded(each) for each in _LABELS.split(decoded(_first(fields, "x-gmail-labels"))) if each}


def _first(fields: Fields, name: str) -> str:
    values = fields.values.get(name, ())
    return values[0] if values else ""


def _key(raw: bytes, fields: Fields, message_id: str | None, sender: str) -> str:
    """By the Message-ID, or without one by what was said: programs change the other header fields in their files."""
    if message_id is not None:
        return key_of("mail", sender, message_id)
    said = [_first(fields, name) for name in ("date", "subject", "to")]
    body = hashlib.sha256(raw[fields.end :].replace(b"\r\n", b"\n").strip()).hexdigest()
    return key_of("text", sender, *said, body)
