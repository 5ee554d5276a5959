"""Lists with a head: CSV in any of its dialects, read row by row, where a broken row loses only itself."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from server.importing.column_words import plain
from server.importing.encodings import encoding_of
from server.importing.entries import ImportRefused

DELIMITERS = ";,\t|"
LONGEST_LINE = 1_000_000  # characters; what is longer is one mistake
MOST_LINES = 2_000  # of one row: a quotation mark that is never closed would swallow the whole file
MOST_TEXT = 4_000_000  # characters of one row


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of its first line, counted from 1, and its cells by the head; or why it cannot be read."""

    line: int
    cells: Mapping[str, str] = field(repr=False)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a list: its columns as written there, what stands between the cells, where the rows begin."""

    columns: tuple[str, ...]
    delimiter: str
    first_line: int


class Table:
    """A list in a file; `knows` says whether a column's name (as `plain` gives it) is one that is wanted."""

    def __init__(self, path: Path, knows: Callable[[str], bool], encoding: str | None, delimiter: str | None) -> None:
        self.path = path
        self.encoding = encoding or encoding_of(path)
        self._given = delimiter
        self._knows = knows
        with self._open() as file:
            self.head = self._head(file)

    def rows(self) -> Iterator[Row]:
        """Every row behind the head; empty ones are left out."""
        csv.field_size_limit(MOST_TEXT)
        with self._open() as file:
            lines = _Lines(file)
            for _ in range(self.head.first_line - 1):
                lines.take()
            while (row := self._row(lines)) is not None:
                if row.problem or any(cell.strip() for cell in row.cells.values()):
                    yield row

    def _open(self) -> IO[str]:
        return self.path.open(encoding=self.encoding, errors="replace", newline="")

    def _head(self, file: IO[str]) -> Head:
        lines = _Lines(file)
        given = self._given
        while (line := lines.take()) is not None:
            if line.strip().lower().startswith("sep=") and len(line.strip()) == 5:
                given = given or line.strip()[4:]
            elif line.strip(" \t;,|\r\n\ufeff"):
                delimiter = given or max(DELIMITERS, key=lambda each: self._fit(line, each))
                return Head(tuple(_cells(line, delimiter)), delimiter, lines.number + 1)
        raise ImportRefused(f"{self.path}: holds nothing but empty lines.")

    def _fit(self, line: str, delimiter: str) -> tuple[int, int]:
        cells = _cells(line, delimiter)
        return sum(self._knows(plain(cell)) for cell in cells), len(cells)

    def _row(self, lines: _Lines) -> Row | None:
        lines.begin()
        number = lines.number + 1
        try:
            cells = next(csv.reader(lines, delimiter=self.head.delimiter, strict=True))
        except StopIteration:
            return None
        except _TooLongError:
            return self._never_closed(lines, number)
        except csv.Error as error:
            if len(lines.taken) > 1 or "unexpected end" in str(error):
                return self._never_closed(lines, number)
            cells = _cells(lines.taken[0], self.head.delimiter)  # "like" this: quotation marks that are just text
        if len(cells) != len(self.head.columns) and len(lines.taken) > 1:
            return self._never_closed(lines, number)
        return self._told(number, cells, cut=lines.is_cut)

    def _never_closed(self, lines: _Lines, number: int) -> Row:
        """The row is lost and reading goes on with the line behind its first."""
        lines.give_back()
        said = "a quotation mark is opened and not closed: close it, and double those within the text"
        return Row(number, {}, said)

    def _told(self, number: int, cells: list[str], *, cut: bool) -> Row:
        columns = self.head.columns
        if cut:
            return Row(number, {}, f"the line is longer than {LONGEST_LINE:,} characters")
        if not any(cell.strip() for cell in cells):
            return Row(number, {})
        extra = [cell for cell in cells[len(columns) :] if cell.strip()]
        if extra or len(cells) < len(columns) // 2:
            return Row(
                number,
                {},
                f"has {len(cells)} cells where the head has {len(columns)}: put cells with {self.head.delimiter!r}, "
                "quotation marks or line ends between quotation marks, and double those within",
            )
        cells += [""] * (len(columns) - len(cells))
        return Row(number, dict(zip(columns, cells, strict=False)))


class _TooLongError(Exception):
    """A row has taken more lines than any real one."""


class _Lines:
    """The lines of a file, which can be given back; `number` is that of the line taken last."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0
        self.is_cut = False
        self._text = 0

    def begin(self) -> None:
        """A row begins with the next line."""
        self.taken, self._text, self.is_cut = [], 0, False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= MOST_LINES or self._text > MOST_TEXT:
            raise _TooLongError
        line = self.take()
        if line is None:
            raise StopIteration
        self.taken.append(line)
        self._text += len(line)
        return line.replace("\0", "")

    def take(self) -> str | None:
        """The next line; None at the end. Of one that is too long only the beginning is kept."""
        if self._again:
            self.number += 1
            return self._again.popleft()
        line = self._file.readline(LONGEST_LINE)
        if not line:
            return None
        self.number += 1
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            self.is_cut = True
            while (rest := self._file.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                pass
        return line

    def give_back(self) -> None:
        """All lines of the row but its first are taken again."""
        self._again.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([line.lstrip("\ufeff").replace("\0", "")], delimiter=delimiter), [])
    except csv.Error:
        cells = line.split(delimiter)
    return [cell.strip() for cell in cells]
