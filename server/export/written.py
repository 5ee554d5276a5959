"""Rows as CSV and as JSON, written while they are read; nothing in a cell can act as a formula."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal
from io import StringIO

Value = str | float | int | bool | Decimal | datetime | None
Row = Mapping[str, Value]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), also in full width."""

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # tells Excel that the file is UTF-8
AT_ONCE = 64 << 10  # characters that are handed on together


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a spreadsheet of one language reads a file: the sign between cells, the decimal mark, yes and no."""

    separator: str
    decimal: str
    yes: str
    no: str


DIALECTS: Mapping[str, Dialect] = {"de": Dialect(";", ",", "ja", "nein"), "en": Dialect(",", ".", "yes", "no")}


def as_csv(
    columns: Sequence[str],
    heads: Sequence[str],
    rows: Iterable[Row],
    *,
    language: str,
    zone: tzinfo,
    with_bom: bool = False,
) -> Iterator[str]:
    """The rows under their heads in pieces of a file; a text that would be a formula begins with an apostrophe."""
    dialect = DIALECTS[language]
    buffer = StringIO(BOM if with_bom else "")
    buffer.seek(0, 2)
    writer = csv.writer(buffer, delimiter=dialect.separator, lineterminator="\r\n")  # as RFC 4180 wants
    writer.writerow(heads)
    for row in rows:
        writer.writerow([cell(row[column], dialect, zone) for column in columns])
        if buffer.tell() >= AT_ONCE:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def as_json(name: str, rows: Iterable[Row], *, made_at: datetime) -> Iterator[str]:
    """The rows as the list `name` of one JSON object, in pieces of a file."""
    yield f'{{"made_at": {json.dumps(made_at.isoformat())}, {json.dumps(name)}: ['
    piece: list[str] = []
    size, before = 0, "\n"
    for row in rows:
        piece.append(before + json.dumps(dict(row), ensure_ascii=False, default=_plain))
        size, before = size + len(piece[-1]), ",\n"
        if size >= AT_ONCE:
            yield "".join(piece)
            piece, size = [], 0
    yield "".join(piece) + "\n]}\n"


def cell(value: Value, dialect: Dialect, zone: tzinfo) -> str:
    """A value as a cell of a spreadsheet of this language: numbers stay numbers, texts never act."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return dialect.yes if value else dialect.no
    if isinstance(value, datetime):
        return value.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, float):
        return f"{round(value, 1) + 0.0:.1f}".replace(".", dialect.decimal)
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", dialect.decimal)
    if isinstance(value, int):
        return str(value)
    return harmless(value)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before it where one would."""
    text = text.replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    raise TypeError(f"{type(value).__name__} has no form in JSON")
