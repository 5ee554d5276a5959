"""Dates as lists hold them: ISO 8601, the German form, and the time in seconds or milliseconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo

OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
CLOCKS_DIFFER = timedelta(days=1)
NOON = time(12)  # of a day without a time, so that it is the same day everywhere in Europe

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar jaenner jänner january", "feb februar february", "mar mär mrz märz maerz march", "apr april",
            "mai may", "jun juni june", "jul juli july", "aug august", "sep sept september", "okt oktober oct october",
            "nov november", "dez dezember dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?(?:[ \t]*Uhr)?"
_TIME = rf"(?:,?[ \t]+(?:um[ \t]+)?{_CLOCK})?"
_GERMAN = re.compile(
    rf"(?P<day>\d{{1,2}})\.[ \t]*(?P<month>\d{{1,2}})\.[ \t]*(?P<year>\d{{4}}|\d\d){_TIME}", re.IGNORECASE
)
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})\.?[ \t]+(?P<month>[^\W\d]+)\.?,?[ \t]+(?P<year>\d{{4}}){_TIME}", re.IGNORECASE
)
_SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}\b.*")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_FIGURES = re.compile(r"[\d.:/+TZ, -]{1,35}")
WRITE = "write it like 2026-05-06 14:30 or 06.05.2026 14:30"
_DAY = re.compile(r"(?:[a-zäöü]{2,10}\.?,[ \t]*)", re.IGNORECASE)


def read_date(text: str, zone: tzinfo, now: datetime) -> datetime:
    """The moment that is written there, in UTC; `zone` is where its clock stood if it names none.

    Raises ValueError in words, which repeat what is written only where that is figures.
    """
    written = text.strip()
    if not written:
        raise ValueError("there is no date")
    shown = f"the date {written!r}" if _FIGURES.fullmatch(written) else "the date"
    if _SLASHES.fullmatch(written):
        raise ValueError(f"{shown} has no one meaning: {WRITE}")
    found = _iso(written) or _german(written)
    if found is None:
        raise ValueError(f"{shown} cannot be read: {WRITE}")
    moment = (found if found.tzinfo is not None else found.replace(tzinfo=zone)).astimezone(UTC)
    if moment > now + CLOCKS_DIFFER:
        raise ValueError(f"{shown} lies in the future")
    if moment < OLDEST:
        raise ValueError(f"{shown} lies before 1990")
    return moment


def _iso(written: str) -> datetime | None:
    if _SECONDS.fullmatch(written):
        number = float(written)
        return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
    if not re.match(r"\d{4}-?\d\d-?\d\d", written):
        return None
    try:
        found = datetime.fromisoformat(re.sub(r"^(\S{8,10})[ \t]+", r"\1T", written).replace(" ", ""))
    except ValueError:
        return None
    return found if len(written) > 10 else datetime.combine(found, NOON)


def _german(written: str) -> datetime | None:
    day = _DAY.match(written)
    rest = written[day.end() :] if day else written
    found = _GERMAN.fullmatch(rest) or _NAMED.fullmatch(rest)
    if found is None:
        return None
    month = int(found["month"]) if found["month"].isdigit() else _MONTHS.get(found["month"].casefold(), 0)
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    clock = (found["hour"], found["minute"], found["second"])
    try:
        hour, minute, second = (int(each or 0) for each in clock)
        at = time(hour, minute, second) if found["hour"] else NOON
        return datetime(year, month, int(found["day"]), at.hour, at.minute, at.second)
    except ValueError:
        return None
