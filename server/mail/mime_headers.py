"""Header values read without raising: when a message was sent, and the ids of messages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from server.mail.mime_words import LONGEST

LONGEST_ID = 998  # bytes, the longest line that RFC 5322 allows
_MESSAGE_ID = re.compile(r"<([^<>]{1,998})>")
_COMMENT = re.compile(r"\([^()]{0,200}\)")
_BLANKS_AROUND_COLON = re.compile(r"\s*:\s*")
_ZONE_NAME = re.compile(r"\b(?:GMT|UTC|UT|Z)\s*([+-]\d)", re.IGNORECASE)
_ZONE_COLON = re.compile(r"([+-]\d\d):(\d\d)\s*$")
_AFTER_TIME = re.compile(r"(\d{1,2}:\d\d(?::\d\d)?)(?=[+-]\d{4}\b)")


def moment(value: str) -> datetime | None:
    """The instant that a Date header names, in UTC; None if it names none."""
    given = value[:200].strip()
    return _rfc5322(_tidied(given)) or _rfc5322(given) or _iso(given)


def _rfc5322(value: str) -> datetime | None:
    try:
        return _in_utc(parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso(value: str) -> datetime | None:
    if not value[:4].isdigit():
        return None
    try:
        return _in_utc(datetime.fromisoformat(re.sub(r"\s+([+-]\d)", r"\1", value)))
    except (ValueError, OverflowError):
        return None


def _in_utc(found: datetime) -> datetime:
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def _tidied(value: str) -> str:
    """The date of odd programs as RFC 5322 would write it: no comments, no blanks in the time, +0100 for GMT+01:00."""
    bare = _BLANKS_AROUND_COLON.sub(":", _COMMENT.sub("", value))
    return _AFTER_TIME.sub(r"\1 ", _ZONE_COLON.sub(r"\1\2", _ZONE_NAME.sub(r"\1", bare)))


def message_ids(value: str) -> tuple[str, ...]:
    """The message ids of a header, without their angle brackets, each once, in order."""
    found = ("".join(each.split()) for each in _MESSAGE_ID.findall(value[:LONGEST]))
    ids = tuple(dict.fromkeys(each for each in found if each and len(each.encode("utf-8", "replace")) <= LONGEST_ID))
    if ids or not value.strip():
        return ids
    bare = value.split()[0].strip("<>,;")
    return (bare,) if "@" in bare and not set(bare) & set("<>") and len(bare) <= LONGEST_ID // 4 else ()
