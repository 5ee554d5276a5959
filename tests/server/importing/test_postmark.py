"""Which "From " lines begin a mail."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from server.importing.postmark import date_of, is_postmark

FIELD = b"Return-Path: <anna@kunde.example>\n"


@pytest.mark.parametrize(
    "line",
    [
        b"From anna@kunde.example Mon Jan  5 10:00:00 2026\n",
        b"From anna@kunde.example  Mon Jan  5 10:00 2026\r\n",
        b"From anna@kunde.example Mon Jan 05 10:00:00 MET 2026\n",
        b"From anna@kunde.example Mon Jan 05 10:00:00 2026 +0100\n",
        b"From 1752345678901234567@xxx Mon Jan 05 10:00:00 +0000 2026\n",
        b"From - Mon Jan 05 10:00:00 2026\n",
        b'From "anna krause"@kunde.example Mon Jan  5 10:00:00 2026 remote from relay\n',
        b"From \n",
        b"From \r\n",
        b"From -\n",
        b"From anna@kunde.example\n",
    ],
)
def test_what_programs_write_between_mails_is_known(line: bytes):
    assert is_postmark(line, True, FIELD)


@pytest.mark.parametrize(
    ("line", "after_blank", "following"),
    [
        (b"From my point of view this is fine.\n", True, b"And from yours?\n"),
        (b"From Monday on we are away.\n", True, FIELD),
        (b"From Mon to Fri\n", True, b"note: not on Sat\n"),
        (b"From \n", True, b"here we go on\n"),
        (b"From anna@kunde.example\n", False, FIELD),
        (b"From anna@kunde.example Mon Jan  5 10:00:00 2026\n", False, b"wrote this.\n"),
        (b">From anna@kunde.example Mon Jan  5 10:00:00 2026\n", True, FIELD),
        (b" From anna@kunde.example Mon Jan  5 10:00:00 2026\n", True, FIELD),
        (b"from anna@kunde.example Mon Jan  5 10:00:00 2026\n", True, FIELD),
    ],
)
def test_what_people_write_is_not_taken_for_it(line: bytes, after_blank: bool, following: bytes):
    assert not is_postmark(line, after_blank, following)


def test_a_missing_empty_line_does_not_hide_a_mail():
    assert is_postmark(b"From anna@kunde.example Mon Jan  5 10:00:00 2026\n", False, FIELD)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        (b"From a@b.example Mon Jan  5 10:02:03 2026\n", datetime(2026, 1, 5, 10, 2, 3, tzinfo=UTC)),
        (b"From a@b.example Mon Jan  5 10:02 2026\n", datetime(2026, 1, 5, 10, 2, tzinfo=UTC)),
        (b"From 17@xxx Mon Jan 05 10:02:03 +0200 2026\n", datetime(2026, 1, 5, 8, 2, 3, tzinfo=UTC)),
        (b"From a@b.example Mon Jan  5 10:02:03 2026 -0330\n", datetime(2026, 1, 5, 13, 32, 3, tzinfo=UTC)),
        (b"From a@b.example Tue Feb 31 10:02:03 2026\n", None),
        (b"From a@b.example Tue Feb  3 10:02:03 2026 +9999\n", None),
        (b"From \n", None),
    ],
)
def test_the_time_of_a_postmark_is_read(line: bytes, at: datetime | None):
    assert date_of(line) == at
