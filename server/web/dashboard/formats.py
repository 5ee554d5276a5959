"""Dates and numbers as people of a language write them; as `f` in every template."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from babel.dates import format_date, format_datetime, format_timedelta, get_timezone
from babel.numbers import format_decimal, format_percent

LOCALES = {"de": "de_DE", "en": "en_GB"}
MINUS = "\N{MINUS SIGN}"


class Formats:
    """Writes for one language, by the clock of `zone`; `now` is what "ago" is counted from."""

    def __init__(self, language: str, zone: tzinfo, now: datetime) -> None:
        self._locale = LOCALES[language]
        self._zone = get_timezone(zone)
        self.now = now

    def day_of(self, when: date | datetime) -> date:
        """The day on which something happens here."""
        return when.astimezone(self._zone).date() if isinstance(when, datetime) else when

    def day(self, when: date | datetime) -> str:
        """ "12.03.2026", "12 Mar 2026"."""
        return format_date(self.day_of(when), "medium", locale=self._locale)

    def due_day(self, due: datetime) -> date:
        """The day on which something is due at the latest: by the end of a day is due on that day."""
        return self.day_of(due - timedelta(seconds=1))

    def long_day(self, when: date | datetime) -> str:
        """ "12. März 2026", "12 March 2026"."""
        return format_date(self.day_of(when), "long", locale=self._locale)

    def month(self, when: date | datetime) -> str:
        """ "Mär 26", "Mar 26": for axes."""
        return format_date(self.day_of(when), "MMM yy", locale=self._locale)

    def moment(self, when: datetime) -> str:
        """ "12.03.2026, 14:05"."""
        return format_datetime(when, "medium", tzinfo=self._zone, locale=self._locale).rpartition(":")[0]

    def ago(self, when: datetime) -> str:
        """ "vor 3 Tagen", "in 2 hours": between then and now."""
        return format_timedelta(when - self.now, add_direction=True, threshold=1.2, locale=self._locale)

    def number(self, value: float, digits: int = 0) -> str:
        """ "1.234,5": rounded, with the marks of this language."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return format_decimal(round(value, digits) + 0.0, pattern, locale=self._locale).replace("-", MINUS)

    def signed(self, value: float, digits: int = 1) -> str:
        """ "+3,2", "−0,4": with its sign, but for nought."""
        rounded = round(value, digits) + 0.0
        return ("+" if rounded > 0 else "") + self.number(rounded, digits)

    def percent(self, share: float) -> str:
        """ "12 %", "12%": of a share between 0 and 1."""
        return format_percent(share, locale=self._locale)
