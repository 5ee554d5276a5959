"""Files for spreadsheets and programs: cells that never act, numbers that stay numbers, pieces that fit together."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.export.written import AT_ONCE, DIALECTS, FORMULA, Row, as_csv, as_json, cell

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 89 1", "-5", "@SUM(A1)", "\tx", "\rx", "\n=x", "  =HYPERLINK(1)", "＝1", "\0=1"]
)
def test_a_text_that_would_be_a_formula_begins_with_an_apostrophe(text: str):
    assert cell(text, DIALECTS["en"], UTC).startswith("'")


@pytest.mark.parametrize("text", ["Anna", "a=b", "5-3", "anna@x.example", "", "ä", "'quoted"])
def test_other_texts_stay_as_they_are(text: str):
    assert cell(text, DIALECTS["de"], UTC) == text


@given(st.text())
def test_no_cell_of_any_text_begins_a_formula(text: str):
    (back,) = read("".join(as_csv(["a"], ["a"], [{"a": text}], language="de", zone=UTC)), ";")[1:] or [[""]]
    assert not "".join(back).lstrip(" ").startswith(FORMULA)


def test_numbers_stay_numbers_with_the_readers_mark():
    assert cell(-3.25, DIALECTS["de"], UTC) == "-3,2"
    assert cell(-3.25, DIALECTS["en"], UTC) == "-3.2"
    assert cell(Decimal("1200.5"), DIALECTS["de"], UTC) == "1200,50"
    assert cell(-7, DIALECTS["de"], UTC) == "-7"


def test_yes_no_times_and_nothing():
    german = DIALECTS["de"]
    assert [cell(True, german, UTC), cell(False, german, UTC), cell(None, german, UTC)] == ["ja", "nein", ""]
    assert cell(NOW, german, ZoneInfo("Europe/Berlin")) == "2026-11-21 13:00"


def test_the_mark_of_utf_8_stands_once_at_the_beginning():
    made = "".join(as_csv(["a"], ["Währung"], [{"a": "ß"}], language="de", zone=UTC, with_bom=True))
    assert made == "\ufeffWährung\r\nß\r\n"


def test_cells_with_signs_of_the_file_come_back_whole():
    text = 'one; "two"\nthree, four'
    for language, separator in (("de", ";"), ("en", ",")):
        made = "".join(as_csv(["a", "b"], ["A", "B"], [{"a": text, "b": 1}], language=language, zone=UTC))
        assert read(made, separator) == [["A", "B"], [text, "1"]]


def counted(read_so_far: list[int], rows: int) -> Iterator[Row]:
    for number in range(rows):
        read_so_far[0] = number + 1
        yield {"a": "x" * 100, "n": number}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_large_file_is_sent_while_it_is_read(form: str):
    so_far, rows = [0], 5 * AT_ONCE // 100
    found = counted(so_far, rows)
    pieces = (
        as_csv(["a", "n"], ["A", "N"], found, language="en", zone=UTC)
        if form == "csv"
        else as_json("all", found, made_at=NOW)
    )
    first = [next(pieces), next(pieces)]
    assert so_far[0] < rows / 2
    whole = "".join([*first, *pieces])
    numbers = [int(row[1]) for row in read(whole, ",")[1:]] if form == "csv" else [
        each["n"] for each in json.loads(whole)["all"]
    ]  # fmt: skip
    assert numbers == list(range(rows))


def test_json_keeps_types_and_needs_no_defusing():
    row: Row = {"t": "=1+1", "n": 1.25, "d": Decimal("1.5"), "at": NOW, "none": None, "yes": True}
    said = json.loads("".join(as_json("rows", [row], made_at=NOW)))
    assert said == {
        "made_at": "2026-11-21T12:00:00+00:00",
        "rows": [{"t": "=1+1", "n": 1.25, "d": "1.50", "at": "2026-11-21T12:00:00+00:00", "none": None, "yes": True}],
    }


def test_no_rows_make_a_file_all_the_same():
    assert json.loads("".join(as_json("rows", [], made_at=NOW)))["rows"] == []
    assert "".join(as_csv(["a"], ["A"], [], language="en", zone=UTC)) == "A\r\n"
