"""Calls, chats, letters and other contacts come in from CSV and JSON Lines; each mistake is told where it stands."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.importing.entries import ImportRefused
from server.importing.note import Note
from server.importing.note_files import NoteLines, NoteReading, NoteTable
from server.store import Imported, Refused
from tests.server.importing.archives import ANNA, NOW

READING = NoteReading(ZoneInfo("Europe/Berlin"), NOW, lambda address: address.endswith("@team.example"))
HEAD = "date;channel;direction;customer;name;subject;text;language;id;thread\n"


def notes(folder: Path, content: str, reading: NoteReading = READING) -> list[Note | Refused]:
    path = folder / "list.csv"
    path.write_text(content, encoding="utf-8")
    return opened(NoteTable(path, reading))


def lines(folder: Path, *values: object, reading: NoteReading = READING) -> list[Note | Refused]:
    path = folder / "list.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in values), encoding="utf-8")
    return opened(NoteLines(path, reading))


def opened(file: NoteTable | NoteLines) -> list[Note | Refused]:
    found = [each.found for each in file.entries(0)]
    return [Note.from_bytes(each.raw) if isinstance(each, Imported) else each for each in found]


def test_a_row_is_the_contact_that_it_tells_of(tmp_path: Path):
    row = "2026-05-06 14:30;chat;in;Anna@Kunde.example;Anna Krause;Waage;Hallo!;de;77;t1\n"
    assert notes(tmp_path, HEAD + row) == [
        Note(
            datetime(2026, 5, 6, 12, 30, tzinfo=UTC),
            "chat",
            "in",
            ANNA,
            "Anna Krause",
            "Waage",
            "Hallo!",
            "de",
            "77",
            "t1",
        )
    ]


def test_german_heads_and_words_are_understood(tmp_path: Path):
    (note,) = notes(
        tmp_path,
        "Datum;Uhrzeit;Kontaktart;Richtung;Kunde;E-Mail;Betreff;Gesprächsnotiz\n"
        "06.05.2026;14:30;Telefonat;ausgehend;Anna Krause;anna@kunde.example;Waage;Rückruf erbeten\n",
    )
    assert isinstance(note, Note)
    assert (note.channel, note.direction, note.customer, note.name) == ("call", "out", ANNA, "Anna Krause")
    assert (note.text, note.date) == ("Rückruf erbeten", datetime(2026, 5, 6, 12, 30, tzinfo=UTC))


def test_json_lines_hold_the_same(tmp_path: Path):
    (note,) = lines(
        tmp_path,
        {
            "date": "2026-05-06T14:30:00+02:00",
            "channel": "chat",
            "direction": "in",
            "customer": ANNA,
            "text": "a\nb",
            "id": 7,
        },
    )
    assert isinstance(note, Note)
    assert (note.text, note.id, note.date.hour) == ("a\nb", "7", 12)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (";call;in;anna@kunde.example;;;x;;;", "there is no date"),
        ("2026-05-06;pigeon;in;anna@kunde.example;;;x;;;", "channel is none that is known"),
        ("2026-05-06;;in;anna@kunde.example;;;x;;;", "there is no channel"),
        ("2026-05-06;call;;anna@kunde.example;;;x;;;", "there is no direction"),
        ("2026-05-06;call;sideways;anna@kunde.example;;;x;;;", "direction is none that is known"),
        ("2026-05-06;chat;both;anna@kunde.example;;;x;;;", "a chat goes one way"),
        ("2026-05-06;call;in;;;;x;;;", "there is no customer"),
        ("2026-05-06;call;in;Anna Krause;;;x;;;", "customer is no e-mail address"),
        ("2026-05-06;call;in;max@team.example;;;x;;;", "address of your own team"),
        ("2026-05-06;chat;in;anna@kunde.example;;;;;;", "the text is empty"),
        ("2026-05-06;call;in;anna@kunde.example;;;a;b;c;d;e;f", "has 12 cells where the head has 10"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_loses_only_itself(tmp_path: Path, row: str, said: str):
    good = "2026-05-06;call;in;anna@kunde.example;;;x;;;\n"
    before, mistake, after = notes(tmp_path, HEAD + good + row + "\n" + good)
    assert isinstance(mistake, Refused)
    assert mistake.place == "list.csv:3"
    assert said in mistake.reason
    assert isinstance(before, Note)
    assert isinstance(after, Note)


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        '"text"',
        "[1]",
        "[" * 100_000,
        '{"date": {"of": "Zwetschgenkuchen"}, "channel": "call", "customer": "a@b.example"}',
        '{"date": "2026-05-06", "channel": "call", "direction": "in", "customer": "Zwetschgenkuchen"}',
        '{"date": "Zwetschgenkuchen", "channel": "call", "direction": "in", "customer": "a@b.example"}',
    ],
)
def test_a_line_that_is_no_contact_is_told_without_its_text(tmp_path: Path, line: str):
    good = {"date": "2026-05-06", "channel": "call", "direction": "in", "customer": ANNA}
    first, mistake, last = lines(tmp_path, good, line, good)
    assert isinstance(mistake, Refused)
    assert mistake.place == "list.jsonl:2"
    assert "Zwetschgen" not in mistake.reason
    assert isinstance(first, Note)
    assert isinstance(last, Note)


def test_channel_and_direction_may_be_said_for_the_whole_file(tmp_path: Path):
    reading = NoteReading(UTC, NOW, lambda _: False, "letter", "out")
    (note,) = notes(tmp_path, "date;customer;text\n2026-05-06;anna@kunde.example;x\n", reading)
    assert isinstance(note, Note)
    assert (note.channel, note.direction) == ("letter", "out")


@pytest.mark.parametrize(
    "head", ["date;text;channel\n", "customer;text;channel\n", "date;customer;text\n", "Zwetschgen;b\n"]
)
def test_a_head_without_what_is_needed_is_refused_with_what_to_write(tmp_path: Path, head: str):
    with pytest.raises(
        ImportRefused, match=r"list\.csv:1: the head has no column .*Its first line must name"
    ) as refused:
        notes(tmp_path, head + "1;2;3\n")
    assert "Zwetschgen" not in str(refused.value)


def test_columns_that_are_not_read_are_named(tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_text("date;channel;customer;text;Farbe\n", encoding="utf-8")
    table = NoteTable(path, READING)
    assert list(table.entries(0)) == []
    assert table.notes == ("columns that were not read: Farbe",)


def test_two_contacts_with_the_same_words_are_two(tmp_path: Path):
    row = "24.12.2025;letter;out;{}@kunde.example;;;Frohe Weihnachten!;;;\n"
    found = notes(tmp_path, HEAD + row.format("anna") + row.format("tim") + row.format("anna"))
    keys = [each.key for each in found if isinstance(each, Note)]
    assert keys[0] == keys[2] != keys[1]


def test_an_id_makes_a_contact_known_also_where_its_words_change(tmp_path: Path):
    row = "2026-05-06;call;in;anna@kunde.example;;;{};;{};\n"
    found = notes(tmp_path, HEAD + row.format("a", 1) + row.format("b", 1) + row.format("a", 2))
    keys = [each.key for each in found if isinstance(each, Note)]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_any_position_is_one_to_go_on_from(tmp_path: Path, suffix: str):
    path = tmp_path / f"x.{suffix}"
    if suffix == "csv":
        path.write_text(
            HEAD + "".join(f"2026-05-06;call;in;{n}@kunde.example;;;x;;;\n" for n in range(6)), encoding="utf-8"
        )
    else:
        values = {"date": "2026-05-06", "channel": "call", "direction": "in"}
        path.write_text("".join(json.dumps(values | {"customer": f"{n}@kunde.example"}) + "\n" for n in range(6)))
    file = NoteTable(path, READING) if suffix == "csv" else NoteLines(path, READING)
    entries = list(file.entries(0))
    for passed, entry in enumerate(entries, start=1):
        assert list(file.entries(entry.position)) == entries[passed:]
    assert entries[-1].position == file.size


def test_a_stored_note_is_the_note_again():
    note = Note(NOW, "call", None, ANNA, "Änne\ud800", "s", "t\0", None, None, "t")
    assert Note.from_bytes(note.to_bytes()) == note
