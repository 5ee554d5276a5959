"""Dates in ISO and German form, by the clock of a time zone."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from server.importing.dates import read_date
from tests.server.importing.archives import NOW

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-05-06T14:30:15+02:00", (2026, 5, 6, 12, 30, 15)),
        ("2026-05-06 14:30:15 +02:00", (2026, 5, 6, 12, 30, 15)),
        ("2026-05-06T12:30:15Z", (2026, 5, 6, 12, 30, 15)),
        ("2026-05-06T12:30:15.123Z", (2026, 5, 6, 12, 30, 15)),
        ("2026-05-06 14:30", (2026, 5, 6, 12, 30)),
        ("2026-01-06 14:30", (2026, 1, 6, 13, 30)),
        ("20260506T1430", (2026, 5, 6, 12, 30)),
        ("2026-05-06", (2026, 5, 6, 10)),
        ("06.05.2026 14:30", (2026, 5, 6, 12, 30)),
        ("06.05.2026, 14:30:15", (2026, 5, 6, 12, 30, 15)),
        ("6.5.2026 um 14.30 Uhr", (2026, 5, 6, 12, 30)),
        ("6.5.26", (2026, 5, 6, 10)),
        ("Mittwoch, 6. Mai 2026 14:30", (2026, 5, 6, 12, 30)),
        ("Mi., 06.05.2026 14:30", (2026, 5, 6, 12, 30)),
        ("6. März 2026", (2026, 3, 6, 11)),
        ("6 October 2026 09:05", (2026, 10, 6, 7, 5)),
        ("1778070600", (2026, 5, 6, 12, 30)),
        ("1778070600000", (2026, 5, 6, 12, 30)),
    ],
)
def test_a_date_is_read_by_the_clock_where_it_was_noted(written: str, utc: tuple[int, ...]):
    assert read_date(written, BERLIN, NOW).replace(microsecond=0) == datetime(*utc, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "there is no date"),
        ("05/06/2026", "no one meaning"),
        ("5/6/26 14:30", "no one meaning"),
        ("31.02.2026", "cannot be read"),
        ("2026-13-01", "cannot be read"),
        ("06.05.2026 25:30", "cannot be read"),
        ("yesterday", "cannot be read"),
        ("6. Brumaire 2026", "cannot be read"),
        ("06.05.2027", "in the future"),
        ("06.05.1970", "before 1990"),
        ("0001-01-01", "before 1990"),
    ],
)
def test_what_is_no_date_is_told_with_what_to_write(written: str, said: str):
    with pytest.raises(ValueError, match=said):
        read_date(written, BERLIN, NOW)


def test_a_text_in_the_column_of_dates_is_not_repeated():
    with pytest.raises(ValueError, match="the date cannot be read") as refused:
        read_date("Zwetschgenkuchen", BERLIN, NOW)
    assert "Zwetschgen" not in str(refused.value)
