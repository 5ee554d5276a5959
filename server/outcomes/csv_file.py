"""Outcomes in a CSV file in any dialect: each row stands or falls alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from server.errors import ServerError
from server.importing.column_words import plain
from server.importing.dates import read_date
from server.importing.table import Table
from server.outcomes.cells import BadCell, amount_in, currency_in, kind_in, value_in
from server.outcomes.column_names import COLUMNS, NEEDED
from server.outcomes.kinds import problem_with
from server.store import NewOutcome

LONGEST_KEY = 200
BLOCK = 1 << 20
ADDRESS = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,255}")


class FileRefused(ServerError):
    """A table in which outcomes cannot be found."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file: an outcome, or what is wrong with it; `line` is where it begins."""

    line: int
    outcome: NewOutcome | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells are understood: `zone` is that of times that name none, `is_team` says who is nobody's customer."""

    zone: tzinfo
    now: datetime
    is_team: Callable[[str], bool]


def rows_in(path: Path, reading: Reading) -> Iterator[Row]:
    """The rows of a file, read while they are asked for; raises ServerError if it is no table of outcomes."""
    table = Table(path, lambda name: name in COLUMNS, None, None)
    columns = _columns(path, table.head.columns)
    for row in table.rows():
        if row.problem:
            yield Row(row.line, None, row.problem)
            continue
        try:
            found = _outcome({name: row.cells[column] for name, column in columns.items()}, reading)
        except BadCell as error:
            yield Row(row.line, None, str(error))
        else:
            yield Row(row.line, found)


def lines_of(path: Path) -> int:
    """About how many lines a file has, for a bar."""
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b"")) + 1


def _columns(path: Path, heads: tuple[str, ...]) -> dict[str, str]:
    """What a column holds -> its head; "E-Mail" goes before "Kunde", which may hold the name."""
    columns: dict[str, str] = {}
    for head in sorted(heads, key=lambda each: "mail" not in plain(each)):
        if plain(head) in COLUMNS:
            columns.setdefault(COLUMNS[plain(head)], head)
    if missing := [name for name in NEEDED if name not in columns]:
        raise FileRefused(
            f"{path}:1: the first line must name the columns, and none is called {' or '.join(missing)}. Known are "
            "id, customer, kind, at, value, amount, currency (Nummer, Kunde, Art, Datum, Wert, Betrag, Währung)."
        )
    return columns


def _outcome(cells: Mapping[str, str], reading: Reading) -> NewOutcome:
    customer = _customer(cells["customer"], reading)
    at, kind, value = _moment(cells["at"], reading), kind_in(cells["kind"]), value_in(cells.get("value", ""))
    amount, sign = amount_in(cells.get("amount", ""))
    currency = currency_in(cells.get("currency", "")) or sign
    if amount is None:
        currency = None  # many tables fill it in every row
    if problem := problem_with(kind, value, amount, currency, at, reading.now):
        raise BadCell(problem)
    key = cells.get("id", "").strip() or None
    if key is not None and len(key) > LONGEST_KEY:
        raise BadCell(f"its id has over {LONGEST_KEY} characters")
    return NewOutcome(customer, kind, at, "import", value, amount, currency, key)


def _customer(cell: str, reading: Reading) -> str:
    address = cell.strip().lower().rpartition("<")[2].rstrip(">").strip()
    if not ADDRESS.fullmatch(address):
        raise BadCell("the customer is no e-mail address")
    if reading.is_team(address):
        raise BadCell(f"{address} is an address of the team, and the team is nobody's customer")
    return address


def _moment(cell: str, reading: Reading) -> datetime:
    try:
        return read_date(cell, reading.zone, reading.now)
    except ValueError as error:
        raise BadCell(str(error)) from error
