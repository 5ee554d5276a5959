"""Until when something is due: words of time and the day they mean."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coach.languages import _de_dates, _en_dates
from coach.promise_words import DueWords
from coach.relationship.due import Due, due
from coach.relationship.due_phrases import due_phrases

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2026, 3, 10, 9, 30, tzinfo=BERLIN)


def read(text: str, words: DueWords, written: datetime = TUESDAY) -> list[Due]:
    found = (due(each, text.lower(), written, words) for each in due_phrases(text.lower(), words))
    return [each for each in found if each is not None]


def told(text: str, words: DueWords, written: datetime = TUESDAY) -> str:
    (only,) = read(text, words, written)
    return f"{only.day:%Y-%m-%d}" + (f" {only.at:%H:%M}" if only.at else "")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bis Freitag", "2026-03-13"),
        ("bis Freitag, 12 Uhr", "2026-03-13 12:00"),
        ("am Donnerstag um 14:30 Uhr", "2026-03-12 14:30"),
        ("morgen Vormittag", "2026-03-11 12:00"),
        ("übermorgen", "2026-03-12"),
        ("heute Abend", "2026-03-10 21:00"),
        ("nächsten Dienstag", "2026-03-17"),
        ("kommenden Montag", "2026-03-16"),
        ("am Dienstag nächster Woche", "2026-03-17"),
        ("Montag in einer Woche", "2026-03-23"),
        ("bis Do.", "2026-03-12"),
        ("bis zum 15.", "2026-03-15"),
        ("bis zum 5.", "2026-04-05"),
        ("am Freitag, den 13.", "2026-03-13"),
        ("bis zum 3. Januar", "2027-01-03"),
        ("am 04.12.", "2026-12-04"),
        ("am 4.12.2027", "2027-12-04"),
        ("in KW 48", "2026-11-27"),
        ("in 2-3 Werktagen", "2026-03-13"),
        ("innerhalb von 14 Tagen", "2026-03-24"),
        ("in einer halben Stunde", "2026-03-10 10:00"),
        ("in ein paar Tagen", "2026-03-17"),
        ("Ende der Woche", "2026-03-13"),
        ("Mitte nächster Woche", "2026-03-18"),
        ("bis Monatsende", "2026-03-31"),
        ("Mitte April", "2026-04-20"),
        ("zum Quartalsende", "2026-03-31"),
        ("bis Feierabend", "2026-03-10 18:00"),
        ("bis Ostern", "2026-04-05"),
        ("vor Weihnachten", "2026-12-23"),
        ("bis 8 Uhr", "2026-03-11 08:00"),
    ],
)
def test_german_words_of_time(said: str, meant: str) -> None:
    assert told(f"Das geht {said} los.", _de_dates.DUES) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("by Friday", "2026-03-13"),
        ("by EOD", "2026-03-10 18:00"),
        ("by Thursday COB", "2026-03-12 18:00"),
        ("on Tuesday at 9 am", "2026-03-17 09:00"),
        ("by noon tomorrow", "2026-03-11 12:00"),
        ("first thing in the morning", "2026-03-11 10:00"),
        ("tonight", "2026-03-10 21:00"),
        ("next Tuesday", "2026-03-17"),
        ("a week from Friday", "2026-03-20"),
        ("by the 15th", "2026-03-15"),
        ("by Wednesday the 18th", "2026-03-18"),
        ("by January 4", "2027-01-04"),
        ("by Monday, 29 June", "2026-06-29"),
        ("within 48 hours", "2026-03-12 09:30"),
        ("in 3 to 5 business days", "2026-03-17"),
        ("within ten working days", "2026-03-24"),
        ("in a couple of days", "2026-03-12"),
        ("in the next few days", "2026-03-17"),
        ("early next week", "2026-03-17"),
        ("by EOW", "2026-03-13"),
        ("by the end of next week", "2026-03-20"),
        ("by mid-April", "2026-04-20"),
        ("over the weekend", "2026-03-15"),
        ("before Friday", "2026-03-12"),
        ("2026-04-01", "2026-04-01"),
    ],
)
def test_english_words_of_time(said: str, meant: str) -> None:
    assert told(f"It is there {said}.", _en_dates.DUES) == meant


@pytest.mark.parametrize("said", ["seit Montag", "vom 3. März", "nach Ostern", "jeden Freitag", "gestern", "zeitnah"])
def test_german_words_that_are_no_due_date(said: str) -> None:
    assert read(f"Das war {said} so.", _de_dates.DUES) == []


@pytest.mark.parametrize("said", ["since Monday", "after Easter", "every Monday", "last week", "for March", "31 June"])
def test_english_words_that_are_no_due_date(said: str) -> None:
    assert read(f"It was so {said}.", _en_dates.DUES) == []


def test_friday_in_a_mail_of_a_friday_is_the_next_one() -> None:
    assert told("bis Freitag", _de_dates.DUES, TUESDAY + timedelta(days=3)) == "2026-03-20"


def test_hours_pass_on_the_clock_of_the_world_where_summer_time_begins() -> None:
    before = datetime(2026, 3, 27, 14, tzinfo=BERLIN)
    assert told("innerhalb von 48 Stunden", _de_dates.DUES, before) == "2026-03-29 15:00"


def test_next_week_and_calendar_weeks_turn_the_year() -> None:
    december = datetime(2026, 12, 29, 11, tzinfo=BERLIN)
    assert told("nächste Woche", _de_dates.DUES, december) == "2027-01-08"
    assert told("in KW 2", _de_dates.DUES, december) == "2027-01-15"
    assert told("by the 5th", _en_dates.DUES, december) == "2027-01-05"


@pytest.mark.parametrize(
    ("said", "exact"),
    [
        ("by Friday", True),
        ("within two weeks", True),
        ("end of the month", True),
        ("next week", False),
        ("in 2-3 days", False),
        ("in two weeks", False),
        ("in about four days", False),
        ("early in April", False),
    ],
)
def test_a_named_day_is_exact_and_a_stretch_is_not(said: str, exact: bool) -> None:
    (only,) = read(f"It comes {said}.", _en_dates.DUES)
    assert only.exact is exact


def test_it_is_late_when_the_day_is_over_where_the_writer_is() -> None:
    (day,) = read("by Friday", _en_dates.DUES)
    (hour,) = read("by 5 pm on Friday", _en_dates.DUES)
    assert day.ends(TUESDAY) == datetime(2026, 3, 13, 23, tzinfo=UTC)
    assert hour.ends(TUESDAY) == datetime(2026, 3, 13, 16, tzinfo=UTC)


def test_the_moment_of_writing_must_carry_its_time_zone() -> None:
    (phrase,) = due_phrases("by friday", _en_dates.DUES)
    with pytest.raises(ValueError, match="time zone"):
        due(phrase, "by friday", TUESDAY.replace(tzinfo=None), _en_dates.DUES)
