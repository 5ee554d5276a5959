"""Call notes, chats, letters and other contacts in CSV and JSON Lines files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path

from server.importing.column_words import CHANNELS, DIRECTIONS, NOTE_COLUMNS, plain
from server.importing.dates import read_date
from server.importing.encodings import encoding_of
from server.importing.entries import Entry, ImportRefused, file_mark
from server.importing.note import Note
from server.importing.table import Table
from server.store import SPOKEN, Channel, Direction, Refused

LONGEST_RECORD = 4_000_000  # characters of one line of JSON
LONGEST_TEXT = 200_000  # characters of a text, as of a mail
NEEDED = ("date", "customer")
ADDRESS = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,63}")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NoteReading:
    """How notes are read: what is not told in a row is `channel` and `direction`; `is_own` knows the team."""

    zone: tzinfo
    now: datetime
    is_own: Callable[[str], bool] = field(repr=False)
    channel: Channel | None = None
    direction: Direction | None = None

    def note(self, values: Mapping[str, str]) -> Note:
        """The contact that a row tells of, by the names of NOTE_COLUMNS; raises ValueError in words."""
        date = " ".join(values.get(name, "").strip() for name in ("date", "time")).strip()
        channel = self._channel(values.get("channel", ""))
        customer = self._customer(values.get("customer", ""))
        text = values.get("text", "").strip()
        if not text and channel not in SPOKEN:
            raise ValueError("the text is empty")
        return Note(
            date=read_date(date, self.zone, self.now),
            channel=channel,
            direction=self._direction(values.get("direction", ""), channel),
            customer=customer,
            name=values.get("name", "").strip()[:200],
            subject=" ".join(values.get("subject", "").split())[:500],
            text=text[:LONGEST_TEXT],
            language=_language(values.get("language", "")),
            id=values.get("id", "").strip()[:200] or None,
            thread=values.get("thread", "").strip()[:200] or None,
        )

    def _channel(self, written: str) -> Channel:
        if not written.strip() and self.channel is not None:
            return self.channel
        found = CHANNELS.get(plain(written))
        if found is None:
            what = "there is no channel" if not written.strip() else "the channel is none that is known"
            raise ValueError(f"{what}: write call, chat, letter, meeting, note or sms, or name one with --channel")
        return found

    def _direction(self, written: str, channel: Channel) -> Direction | None:
        word = plain(written)
        if not word:
            if self.direction is not None or channel in ("meeting", "note"):
                return self.direction
            raise ValueError("there is no direction: write in or out, or name one with --direction")
        if word not in DIRECTIONS:
            raise ValueError("the direction is none that is known: write in (from the customer) or out (from us)")
        direction = DIRECTIONS[word]
        if direction is None and channel not in SPOKEN:
            raise ValueError(f"a {channel} goes one way: write in or out as its direction")
        return direction

    def _customer(self, written: str) -> str:
        _, opened, rest = written.rpartition("<")
        address = (rest.partition(">")[0] if opened else written).strip().removeprefix("mailto:").lower()
        if not address:
            raise ValueError("there is no customer: write their e-mail address")
        if not ADDRESS.fullmatch(address):
            raise ValueError("the customer is no e-mail address: write it like anna@example.com")
        if self.is_own(address):
            raise ValueError("the customer is an address of your own team: write the other side's")
        return address


@dataclass(slots=True)
class NoteTable:
    """A CSV file of notes; positions count its rows."""

    file: Path
    reading: NoteReading
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return str(self.file)

    @property
    def size(self) -> int:
        return sum(1 for _ in self._table().rows())

    def mark(self, position: int) -> str:
        """The whole file's size and time of change: rows are not found by their bytes."""
        return _state(self.file)

    def entries(self, start: int) -> Iterator[Entry]:
        """Every row behind `start`."""
        table = self._table()
        names = column_names(table.head.columns, NOTE_COLUMNS)
        _refuse_missing(self.file, names, self.reading, table.head.columns)
        self.notes = _left_columns(table.head.columns, names)
        for number, row in enumerate(table.rows(), start=1):
            if number <= start:
                continue
            place = f"{self.file.name}:{row.line}"
            if row.problem:
                yield Entry(number, Refused(place, row.problem))
                continue
            values = {name: row.cells[column] for column, name in names.items()}
            yield _entry(number, place, values, self.reading, self.file.name)

    def _table(self) -> Table:
        return Table(self.file, lambda name: _known(name, NOTE_COLUMNS) is not None, self.encoding, self.delimiter)


@dataclass(slots=True)
class NoteLines:
    """A JSON Lines file of notes, one object a line; positions count its bytes."""

    file: Path
    reading: NoteReading
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    _line: int = 0

    @property
    def path(self) -> str:
        return str(self.file)

    @property
    def size(self) -> int:
        return self.file.stat().st_size

    def mark(self, position: int) -> str:
        return file_mark(self.file, position)

    def entries(self, start: int) -> Iterator[Entry]:
        """Every line behind `start`."""
        encoding = self.encoding or encoding_of(self.file)
        if encoding not in ("utf-8", "utf-8-sig", "cp1252"):
            raise ImportRefused(f"{self.file}: JSON Lines are UTF-8, and this is {encoding}. Save it as UTF-8.")
        position = 0
        with self.file.open("rb") as file:
            number = 0
            while piece := file.readline(LONGEST_RECORD):
                number += 1
                is_cut = not piece.endswith(b"\n") and len(piece) == LONGEST_RECORD
                position += len(piece)
                while is_cut and (rest := file.readline(LONGEST_RECORD)):
                    position += len(rest)
                    if rest.endswith(b"\n"):
                        break
                if position > start and piece.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield self._read(piece, position, number, encoding, is_cut=is_cut)

    def _read(self, piece: bytes, position: int, number: int, encoding: str, *, is_cut: bool) -> Entry:
        place = f"{self.file.name}:{number}"
        if is_cut:
            return Entry(position, Refused(place, f"the line is longer than {LONGEST_RECORD:,} bytes"))
        try:
            found = json.loads(piece.decode(encoding, "replace").lstrip("\ufeff"))
        except (json.JSONDecodeError, RecursionError):
            return Entry(position, Refused(place, 'is no JSON: write one object a line, like {"date": "2026-05-06"}'))
        if not isinstance(found, dict):
            return Entry(position, Refused(place, "is no JSON object with names and values"))
        names = column_names(tuple(found), NOTE_COLUMNS)
        try:
            values = {name: _text(found[key]) for key, name in names.items()}
        except ValueError as error:
            return Entry(position, Refused(place, str(error)))
        return _entry(position, place, values, self.reading, self.file.name)


def column_names(columns: tuple[str, ...], known: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Column as written -> what it holds; of several that may hold the same, the one named by its first word counts."""
    found: dict[str, str] = {}
    for column in sorted(columns, key=lambda each: ("mail" not in plain(each), plain(each) not in known)):
        name = _known(plain(column), known)
        if name == "customer" and name in found.values():
            name = "name"  # "Kunde" beside "E-Mail"
        if name is not None and name not in found.values():
            found[column] = name
    return found


def _known(word: str, known: Mapping[str, frozenset[str]]) -> str | None:
    return next((name for name, words in known.items() if word in words), None)


def _refuse_missing(path: Path, names: Mapping[str, str], reading: NoteReading, columns: tuple[str, ...]) -> None:
    needed = [*NEEDED, *(["channel"] if reading.channel is None else [])]
    missing = [name for name in needed if name not in names.values()]
    if not missing:
        return
    raise ImportRefused(
        f"{path}:1: the head has no column {' and no column '.join(missing)}. Its first line must name the columns, "
        f"such as date;channel;direction;customer;name;subject;text or Datum;Kanal;Richtung;Kunde;Text. "
        f"{len(columns)} columns were found; docs/import.md lists the names, and --delimiter says what stands between."
    )


def _left_columns(columns: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    left = [each for each in columns if each and each not in names]
    return (f"columns that were not read: {', '.join(left)}",) if left else ()


def _entry(position: int, place: str, values: Mapping[str, str], reading: NoteReading, folder: str) -> Entry:
    try:
        note = reading.note(values)
    except ValueError as error:
        return Entry(position, Refused(place, str(error)))
    return Entry(position, note.as_imported(folder))


def _text(value: object) -> str:
    if isinstance(value, dict | list):
        raise ValueError("holds a list or object where a text belongs")
    return "" if value is None else str(value)


def _language(written: str) -> str | None:
    found = written.strip()
    return found[:2].lower() if _LANGUAGE.fullmatch(found) else None


def _state(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"
