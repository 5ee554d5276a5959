"""The log tells of an error what and where, never the words that caused it."""

from __future__ import annotations

import logging
import sys
import traceback

import pytest

from server.errors import StoreError
from server.logging_setup import WithoutTexts
from server.store.database import Database

SECRET = "Zwetschgenkuchenrezept"


def logged(error: BaseException) -> str:
    record = logging.LogRecord("einklang", logging.ERROR, __file__, 1, "mail %d failed", (7,), None)
    record.exc_info = (type(error), error, error.__traceback__)
    return WithoutTexts().format(record)


def fail() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"cannot read {SECRET}") from error


def test_an_error_is_told_with_its_cause_and_place_and_without_its_words():
    with pytest.raises(ValueError, match=SECRET) as caught:
        fail()
    told = logged(caught.value)
    assert "mail 7 failed\nbuiltins.KeyError at\n" in told
    assert "builtins.ValueError at\n" in told
    assert "test_logging.py:" in told
    assert SECRET not in told


def test_what_another_formatter_wrote_is_not_taken_over():
    try:
        fail()
    except ValueError:
        record = logging.LogRecord("einklang", logging.ERROR, __file__, 1, "failed", (), sys.exc_info())
    assert SECRET in logging.Formatter().format(record)
    assert SECRET not in WithoutTexts().format(record)


def test_an_error_of_the_database_does_not_repeat_what_was_to_be_written(tmp_path):
    database = Database.open(f"sqlite:///{tmp_path}/x.db")
    with pytest.raises(StoreError) as caught, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO none VALUES (?)", (SECRET,))
    database.close()
    assert "no such table" in str(caught.value)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
