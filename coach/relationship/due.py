"""Until when something is due: the day that words of time mean in a mail of a certain moment.

A week ends on its Friday, "early next week" on the Tuesday; a month has thirds that end on the 10th, the 20th and its
last day; working days are Monday to Friday, holidays not known. "A few days" are a week.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import FR, relativedelta

from coach.model import Span
from coach.promise_words import DueKind, DueWords
from coach.relationship.due_phrases import DuePhrase

END_OF_DAY = time(18)  # of work
NOON = time(12)
FEW = {"minute": 30, "hour": 6, "day": 7, "workday": 5, "week": 4, "month": 6}  # "in the next few ...": own estimates
WEEK_THIRDS = {"start": 1, "middle": 2}  # days after Monday
MONTH_THIRDS = {"start": 10, "middle": 20}  # day of the month
SATURDAY = 5
HALF_DAY = 12  # hours
LATEST_DAY = date(9998, 1, 1)  # nothing is promised for later; what would reach beyond has no date


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which a promise is kept in time, and the hour where one is said, in the writer's time zone.

    `span` and `words` are what says so; `exact` tells a named day ("by Friday", "within ten working days", "end of
    the month") from a stretch or an estimate ("next week", "in 2-3 days").
    """

    day: date
    at: time | None
    span: Span
    words: str = field(repr=False)
    exact: bool

    def ends(self, written: datetime) -> datetime:
        """The moment from which the promise is late, in UTC; `written` gives the writer's time zone."""
        if self.at is not None:
            return datetime.combine(self.day, self.at, written.tzinfo).astimezone(UTC)
        return datetime.combine(self.day + timedelta(days=1), time(), written.tzinfo).astimezone(UTC)


def due(phrase: DuePhrase, text: str, written: datetime, words: DueWords) -> Due | None:
    """What a phrase of this text means in a mail written at this moment (aware, in the writer's time zone).

    None for a day that does not exist ("31 June").
    """
    if written.tzinfo is None:
        raise ValueError("the moment of writing must carry its time zone")
    span = Span(phrase.start, phrase.end)
    try:
        day, at, exact = _READERS[phrase.kind](phrase, _Told(phrase.parts, words), written)
        if phrase.clock is not None:
            at = _hour(phrase.clock, at)
        if phrase.day_before and at is None:
            day -= timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    if day < written.date() or day > LATEST_DAY:
        return None
    return Due(day, at, span, span.of(text), exact)


_Moment = tuple[date, time | None, bool]


@dataclass(frozen=True, slots=True)
class _Told:
    """The parts of a phrase, as numbers and names."""

    parts: Mapping[str, str]
    words: DueWords

    def number(self, name: str, otherwise: float = 1) -> float:
        said = self.parts.get(name, "")
        return float(said) if said.isdecimal() else self.words.numbers.get(said, otherwise)

    @property
    def unit(self) -> str:
        return self.words.units[self.parts["unit"]]

    @property
    def third(self) -> str | None:
        return self.words.thirds.get(self.parts.get("third", ""))

    @property
    def which(self) -> int:
        return self.words.which.get(self.parts.get("which", ""), 0)

    @property
    def weekday(self) -> int | None:
        return self.words.weekdays.get(self.parts.get("weekday", ""))

    @property
    def near(self) -> int:
        return self.words.near.get(self.parts.get("near", ""), 0)

    @property
    def daypart(self) -> time | None:
        return self.words.dayparts.get(self.parts.get("daypart", ""))

    @property
    def month(self) -> int:
        return self.words.months[self.parts["month"]] if "month" in self.parts else int(self.parts["monthnumber"])


def _near(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    return written.date() + timedelta(days=told.near), told.daypart, True


def _weekday(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today = written.date()
    assert told.weekday is not None
    if "which" in told.parts:
        return _monday(today) + timedelta(weeks=told.which, days=told.weekday), told.daypart, True
    return _first(told.weekday, today), told.daypart, True


def _weeks_on(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today = written.date()
    start = today + timedelta(days=told.near) if told.weekday is None else _first(told.weekday, today)
    return start + timedelta(weeks=told.number("number")), None, True


def _date(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today, day, said = written.date(), int(told.parts["day"]), told.parts.get("year")
    if said is not None:
        return date(int(said) % 100 + 2000, told.month, day), told.daypart, True
    this_year = date(today.year, told.month, day)
    return (this_year if this_year >= today else date(today.year + 1, told.month, day)), told.daypart, True


def _day_of_month(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today, day = written.date(), int(told.parts["day"])
    month = today.replace(day=1)
    if day < today.day:
        month += relativedelta(months=1)
    return month.replace(day=day), None, True


def _calendar_week(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today, week = written.date(), int(told.parts["week"])
    day = date.fromisocalendar(today.isocalendar().year, week, 5)
    return (day if day >= today else date.fromisocalendar(today.isocalendar().year + 1, week, 5)), None, False


def _count(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    number, unit, today = told.number("high"), told.unit, written.date()
    guessed = bool(told.parts.get("about")) or "low" in told.parts
    day, at = _later(today, written, number, unit)
    counted = unit in ("minute", "hour", "day", "workday")
    return day, at, not guessed and (counted or told.words.firm.search(told.parts.get("within", "")) is not None)


def _few(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    day, at = _later(written.date(), written, FEW[told.unit], told.unit)
    return day, at, False


def _later(today: date, written: datetime, number: float, unit: str) -> tuple[date, time | None]:
    """So many units on; hours pass on the clock of the world, not on the wall's where summer time begins."""
    if unit in ("minute", "hour"):
        moment = (written.astimezone(UTC) + timedelta(**{f"{unit}s": number})).astimezone(written.tzinfo)
        return moment.date(), moment.time().replace(second=0, microsecond=0)
    many = int(number)
    if unit == "workday":
        return _workdays_on(today, many), None
    if unit == "fortnight":
        return today + timedelta(weeks=2 * many), None
    steps: Mapping[str, Callable[[], relativedelta]] = {
        "day": lambda: relativedelta(days=many),
        "week": lambda: relativedelta(weeks=many),
        "month": lambda: relativedelta(months=many),
        "quarter": lambda: relativedelta(months=3 * many),
        "year": lambda: relativedelta(years=many),
    }
    return today + steps[unit](), None


def _stretch(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today, third = written.date(), told.third
    exact = third == "end"
    if told.unit == "week":
        friday = _week_end(today, told.which, third)
        return (friday if friday >= today else friday + timedelta(weeks=1)), None, exact
    if told.unit == "weekend":
        return _monday(today) + timedelta(weeks=told.which, days=6), None, False
    if told.unit == "month":
        return _month_third(today.replace(day=1) + relativedelta(months=told.which), third), None, exact
    if told.unit == "quarter":
        first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) + relativedelta(months=3 * told.which)
        return first + relativedelta(months=+2, day=31), None, exact
    if told.unit == "day":
        return today, END_OF_DAY, True
    return date(today.year + told.which, 12, 31), None, exact


def _week_end(today: date, which: int, third: str | None) -> date:
    monday = _monday(today) + timedelta(weeks=which)
    return monday + timedelta(days=WEEK_THIRDS[third]) if third in WEEK_THIRDS else monday + relativedelta(weekday=FR)


def _month(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today, said = written.date(), told.parts.get("year")
    day = _month_third(date(int(said) if said else today.year, told.month, 1), told.third)
    if said is None and day < today:
        day = _month_third(date(today.year + 1, told.month, 1), told.third)
    return day, None, told.third == "end"


def _month_third(first: date, third: str | None) -> date:
    return first.replace(day=MONTH_THIRDS[third]) if third in MONTH_THIRDS else first + relativedelta(day=31)


def _day_end(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today = written.date()
    day = today + timedelta(days=told.near) if told.weekday is None else _first(told.weekday, today)
    return day, END_OF_DAY, True


def _clock(phrase: DuePhrase, _: _Told, written: datetime) -> _Moment:
    """Today at this hour; tomorrow where it is past."""
    at = _hour(phrase.parts, None)
    day = written.date() if at > written.time() else written.date() + timedelta(days=1)
    return day, at, True


def _holiday(_: DuePhrase, told: _Told, written: datetime) -> _Moment:
    today, name = written.date(), told.words.holidays[told.parts["holiday"]]
    reads: Mapping[str, Callable[[int], date]] = {
        "christmas": lambda year: date(year, 12, 24),
        "new_year": lambda year: date(year, 12, 31),
        "easter": easter,
    }
    day = reads[name](today.year)
    return (day if day >= today else reads[name](today.year + 1)), None, True


_READERS: Mapping[DueKind, Callable[[DuePhrase, _Told, datetime], _Moment]] = {
    DueKind.NEAR: _near,
    DueKind.WEEKDAY: _weekday,
    DueKind.WEEKS_ON: _weeks_on,
    DueKind.DATE: _date,
    DueKind.DAY_OF_MONTH: _day_of_month,
    DueKind.CALENDAR_WEEK: _calendar_week,
    DueKind.COUNT: _count,
    DueKind.FEW: _few,
    DueKind.STRETCH: _stretch,
    DueKind.MONTH: _month,
    DueKind.DAY_END: _day_end,
    DueKind.CLOCK: _clock,
    DueKind.HOLIDAY: _holiday,
}


def _hour(clock: Mapping[str, str], otherwise: time | None) -> time:
    if "noon" in clock:
        return NOON
    hour, half = int(clock["hour"]), clock.get("half", "")
    if half:
        hour = hour % HALF_DAY + (HALF_DAY if half.startswith("p") else 0)
    return time(hour % 24, int(clock.get("minute", 0))) if hour <= 24 else otherwise or END_OF_DAY


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first(weekday: int, today: date) -> date:
    """The first such weekday behind today; "by Friday" in a mail of a Friday is a week away."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _workdays_on(today: date, many: int) -> date:
    day = today
    while many > 0:
        day += timedelta(days=1)
        many -= day.weekday() < SATURDAY
    return day
