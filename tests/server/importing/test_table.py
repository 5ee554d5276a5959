"""CSV of any dialect, row by row; a broken row loses only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.importing.column_words import NOTE_COLUMNS
from server.importing.encodings import encoding_of
from server.importing.entries import ImportRefused
from server.importing.table import LONGEST_LINE, MOST_LINES, Row, Table

WORDS = frozenset(word for words in NOTE_COLUMNS.values() for word in words)


def table(folder: Path, content: bytes | str, encoding: str | None = None, delimiter: str | None = None) -> Table:
    path = folder / "list.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Table(path, WORDS.__contains__, encoding, delimiter)


def cells(found: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in found.rows()]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_known_columns(tmp_path: Path, delimiter: str):
    head, row = ["date", "channel", "text, or; note"], ["2026-01-05", "call", "a, b; c | d"]
    quoted = delimiter.join(f'"{each}"' for each in row)
    found = table(tmp_path, delimiter.join(f'"{each}"' for each in head) + "\n" + quoted + "\n")
    assert found.head.delimiter == delimiter
    assert cells(found) == [row]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str):
    text = "Datum;Kunde;Text\r\n2026-01-05;anna@kunde.example;Grüße aus Köln – für 5 €\r\n"
    assert cells(table(tmp_path, text.encode(encoding))) == [
        ["2026-01-05", "anna@kunde.example", "Grüße aus Köln – für 5 €"]
    ]


def test_a_letter_far_down_tells_the_encoding_too(tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"date;text\n" + b"2026-01-05;a\n" * 200_000 + "2026-01-05;Grüße\n".encode("cp1252"))
    assert encoding_of(path) == "cp1252"


@pytest.mark.parametrize("content", [b"", b" \n\n", b"PK\x03\x04", b"\x7fELF\x00\x00\x00\x00date"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes):
    with pytest.raises(ImportRefused):
        table(tmp_path, content)


def test_excel_says_its_delimiter_in_a_line_of_its_own(tmp_path: Path):
    found = table(tmp_path, "sep=|\ndate|text\n2026-01-05|a,b;c\n")
    assert cells(found) == [["2026-01-05", "a,b;c"]]
    assert [row.line for row in found.rows()] == [3]


def test_cells_hold_line_ends_and_doubled_quotation_marks(tmp_path: Path):
    found = table(tmp_path, 'date;text\n1;"eins\nzwei ""drei"""\n2;vier\n')
    assert [(row.line, *row.cells.values()) for row in found.rows()] == [
        (2, "1", 'eins\nzwei "drei"'),
        (4, "2", "vier"),
    ]


def test_empty_lines_are_no_rows(tmp_path: Path):
    assert cells(table(tmp_path, "\n;;\ndate;text\n\n;\n1;a\n\n")) == [["1", "a"]]


def test_missing_cells_at_the_end_are_empty(tmp_path: Path):
    assert cells(table(tmp_path, "date;text;subject\n1;a\n")) == [["1", "a", ""]]


BROKEN = {
    "unclosed at once": '2;"never closed\n',
    "unclosed with a quote further down": '2;"never "" closed\n',
    "too many cells": "2;a;b;c\n",
    "unclosed and then rows with quotes": '2;"open\n',
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_row_loses_only_itself(tmp_path: Path, broken: str):
    rows = list(table(tmp_path, f'date;text\n1;vor\n{broken}3;"nach ""allem"""\n4;ende\n').rows())
    assert [(row.line, bool(row.problem)) for row in rows] == [(2, False), (3, True), (4, False), (5, False)]
    assert [row.cells["text"] for row in rows if not row.problem] == ["vor", 'nach "allem"', "ende"]


def test_a_quotation_mark_within_a_text_is_part_of_it(tmp_path: Path):
    assert cells(table(tmp_path, 'date;text\n1;5" Rohr\n2;"ja" sagt er\n3;ok\n')) == [
        ["1", '5" Rohr'],
        ["2", "ja sagt er"],
        ["3", "ok"],
    ]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_a_long_file(tmp_path: Path):
    rows = list(table(tmp_path, 'date;text\n1;"open\n' + "2;a\n" * (MOST_LINES + 50)).rows())
    assert [bool(row.problem) for row in rows] == [True] + [False] * (MOST_LINES + 50)


def test_a_line_without_end_loses_only_itself(tmp_path: Path):
    rows = list(table(tmp_path, "date;text\n1;" + "x" * (3 * LONGEST_LINE) + "\n2;a\n").rows())
    assert [bool(row.problem) for row in rows] == [True, False]
    assert len(rows[0].problem) < 100


def test_rows_show_none_of_their_text():
    assert "Zwetschgen" not in repr(Row(1, {"text": "Zwetschgenkuchen"}))
