"""The "From " lines between the mails of an mbox file, told from sentences that begin with that word.

RFC 4155, appendix A, describes the line; what programs really write is wider: Thunderbird leaves "From - " or
nothing behind the word, Gmail puts a number there, some name a zone before or behind the year.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

_DAYS = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTHS = (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec")
_ZONE = rb"(?:[+-]\d{4}|[A-Z]{2,5})"
_POSTMARK = re.compile(
    rb"From .*?" + _DAYS + rb",? +(?P<month>" + b"|".join(_MONTHS) + rb") +(?P<day>\d{1,2}) +"
    rb"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    rb"(?: +(?P<zone>" + _ZONE + rb"))? +(?P<year>\d{4})(?: +(?P<late>" + _ZONE + rb"))?(?: remote from .*)?\s*$"
)
_BARE = re.compile(rb"From (?:-|\S+@\S+)?\s*$")
_FIELD = re.compile(rb">?[!-9;-~]{1,76}:")


def is_postmark(line: bytes, after_blank: bool, following: bytes) -> bool:
    """Whether a line begins a mail; `following` is the next line, `after_blank` whether an empty one stands before."""
    if not line.startswith(b"From "):
        return False
    opens = _FIELD.match(following) is not None
    if _POSTMARK.match(line):
        return after_blank or opens
    return after_blank and opens and _BARE.match(line) is not None


def date_of(line: bytes) -> datetime | None:
    """When the mail came, by its postmark, which is UTC where it names no zone; None where it tells no time."""
    found = _POSTMARK.match(line)
    if found is None:
        return None
    year, day, hour, minute = (int(found[name]) for name in ("year", "day", "hour", "minute"))
    month = _MONTHS.index(found["month"]) + 1
    try:
        return datetime(
            year,
            month,
            day,
            hour,
            minute,
            min(int(found["second"] or 0), 59),
            tzinfo=_zone(found["zone"] or found["late"]),
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(written: bytes | None) -> timezone:
    if written is None or written[:1] not in b"+-":
        return UTC  # names of zones are not unique, and a few hours hardly matter here
    sign = -1 if written[:1] == b"-" else 1
    return timezone(sign * timedelta(hours=int(written[1:3]), minutes=int(written[3:5])))
