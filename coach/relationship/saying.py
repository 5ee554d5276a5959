"""Spans of time and counts in words, in the languages that people read here."""

from __future__ import annotations

from datetime import timedelta

from coach.dimension import number
from coach.relationship.signal import Words

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
UNITS = {
    "de": {
        "minute": ("Minute", "Minuten"),
        "hour": ("Stunde", "Stunden"),
        "day": ("Tag", "Tage"),
        "week": ("Woche", "Wochen"),
    },
    "en": {
        "minute": ("minute", "minutes"),
        "hour": ("hour", "hours"),
        "day": ("day", "days"),
        "week": ("week", "weeks"),
    },
}
AFTER_PREPOSITION = {"Tage": "Tagen"}


def lasting(time: timedelta, language: str, *, dative: bool = False) -> str:
    """ "3 Tage", "5 hours", "4 Wochen"; in German with `dative` as after "seit" and "nach": "3 Tagen"."""
    count, unit = _rounded(time)
    one, many = UNITS[language][unit]
    word = one if count == 1 else many
    return f"{count} {AFTER_PREPOSITION.get(word, word) if dative and language == 'de' else word}"


def _rounded(time: timedelta) -> tuple[int, str]:
    if time < HOUR:
        return max(round(time.total_seconds() / 60), 1), "minute"
    if time < 2 * DAY:
        return round(time / HOUR), "hour"
    if time < 5 * WEEK:
        return round(time / DAY), "day"
    return round(time / WEEK), "week"


def counted(count: int, language: str, de: tuple[str, str], en: tuple[str, str]) -> str:
    """ "1 Mail", "3 Mails": a count with the word for one or for many."""
    one, many = de if language == "de" else en
    return f"{count} {one if count == 1 else many}"


def mails(count: int, language: str) -> str:
    """ "1 Mail", "3 mails"."""
    return counted(count, language, ("Mail", "Mails"), ("mail", "mails"))


def both(de: str, en: str) -> Words:
    """A text in both languages."""
    return {"de": de, "en": en}


def shown(value: float, language: str, digits: int = 0) -> str:
    """A number as people of this language write it."""
    return number(value, language, digits=digits)
