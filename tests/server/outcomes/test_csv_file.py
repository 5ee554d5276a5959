"""Files of outcomes: found encoding and delimiter, each row alone, nothing twice, killed in the middle and complete."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.access import EVERYTHING
from server.errors import ServerError
from server.outcomes.csv_file import Reading, Row, rows_in
from server.outcomes.importing import ImportReport, import_outcomes
from server.store import Store
from tests.stores import open_new_store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ENGLISH = "id,customer,kind,at,value,amount,currency\n"


def rows(folder: Path, text: str | bytes, encoding: str = "utf-8") -> list[Row]:
    file = folder / "outcomes.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return list(rows_in(file, Reading(UTC, NOW, lambda address: address.endswith("@team.example"))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_table_from_any_office_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = ["Kunde;Art;Datum;Währung;Betrag;Bemerkung", 'Jörg@Müller.example;gewonnen;01.11.2026;EUR;"1.200,50";süß']
    text = "\r\n".join(line.replace(";", delimiter) for line in lines)
    (row,) = rows(tmp_path, text, encoding)
    assert row.outcome is not None, row.problem
    assert row.outcome.customer == "jörg@müller.example"
    assert (row.outcome.kind, row.outcome.amount, row.outcome.currency) == ("won", Decimal("1200.50"), "EUR")
    assert row.outcome.at == datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_every_bad_row_is_told_with_its_line_and_all_others_are_read(tmp_path: Path) -> None:
    text = ENGLISH + (
        "1,a@b.example,csat,2026-11-01,5,,\n"
        "2,nobody,csat,2026-11-01,5,,\n"
        "\n"
        "3,a@b.example,csat,2026-11-01,6,,\n"
        "4,a@b.example,won,2026-11-01,5,,\n"
        "5,x@team.example,won,2026-11-01,,,\n"
        "6,a@b.example,nps,2027-11-01,5,,\n"
        "7,a@b.example\n"
        '8,"a@b.example",nps,"2026-11-01",0,,EUR\n'
    )
    found = rows(tmp_path, text)
    assert [each.line for each in found if each.outcome] == [2, 10]
    problems = {each.line: each.problem for each in found if not each.outcome}
    assert list(problems) == [3, 5, 6, 7, 8, 9]
    assert problems[3] == "the customer is no e-mail address"
    assert problems[5] == "6 is no csat: it goes from 1 to 5"
    assert problems[6] == "won has no value: write what it was worth as its amount"
    assert "address of the team" in problems[7]
    assert problems[8] == "the date '2027-11-01' lies in the future"
    assert "has 2 cells where the head has 7" in problems[9]


def test_a_quote_that_is_never_closed_costs_its_row_alone(tmp_path: Path) -> None:
    text = ENGLISH + '1,"a@b.example,csat,2026-11-01,5,,\n' + "2,a@b.example,csat,2026-11-01,5,,\n" * 3
    found = rows(tmp_path, text)
    assert [each.line for each in found if each.problem] == [2]
    assert [each.line for each in found if each.outcome] == [3, 4, 5]


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026-11-02", datetime(2026, 11, 2, 11, tzinfo=UTC)),
        ("2.11.2026 14:30", datetime(2026, 11, 2, 13, 30, tzinfo=UTC)),
        ("2026-07-01T14:30", datetime(2026, 7, 1, 12, 30, tzinfo=UTC)),
        ("2026-11-02T14:30:00Z", datetime(2026, 11, 2, 14, 30, tzinfo=UTC)),
    ],
)
def test_times_without_a_zone_are_those_of_the_zone_that_was_named(tmp_path: Path, written: str, at: datetime) -> None:
    (tmp_path / "outcomes.csv").write_text(f"customer;kind;at\na@b.example;won;{written}\n")
    reading = Reading(ZoneInfo("Europe/Berlin"), NOW, lambda address: False)
    (row,) = rows_in(tmp_path / "outcomes.csv", reading)
    assert row.outcome is not None, row.problem
    assert row.outcome.at == at


def test_a_day_of_which_nobody_can_tell_the_month_is_refused(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "customer;kind;at\na@b.example;won;03/04/2026\n")
    assert "has no one meaning" in row.problem


def test_the_column_of_addresses_goes_before_that_of_names(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "Kunde;E-Mail;Art;Datum\nAnna Krause;Anna Krause <A@b.example>;verloren;1.11.2026\n")
    assert row.outcome is not None, row.problem
    assert row.outcome.customer == "a@b.example"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("Dear Anna,\nhow are you?\n", "none is called customer"),
        ("customer,kind\na@b.example,won\n", "none is called at"),
        (b"PK\x03\x04\0\0\0\0", "outcomes.csv"),
    ],
)
def test_a_file_that_is_no_table_of_outcomes_is_refused(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(ServerError, match=said):
        rows(tmp_path, text)


def imported(store: Store, found: list[Row], *, dry_run: bool = False) -> tuple[ImportReport, list[tuple[int, str]]]:
    skipped: list[tuple[int, str]] = []
    done = import_outcomes(
        found, store, NOW, skipped=lambda *each: skipped.append(each), progress=lambda _: None, dry_run=dry_run
    )
    return done, skipped


@pytest.fixture
def store(tmp_path: Path):
    with open_new_store(f"sqlite:///{tmp_path}/data/einklang.db") as store:
        yield store


def test_a_file_read_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    found = rows(tmp_path, ENGLISH + "".join(f",a{n}@b.example,csat,2026-11-01,5,,\n" for n in range(1200)))
    assert imported(store, found)[0] == ImportReport(1200, 1200, 0, 0)
    assert imported(store, found)[0] == ImportReport(1200, 0, 1200, 0)
    assert store.outcomes.count(sight=EVERYTHING) == 1200


def test_an_id_with_other_facts_is_skipped_with_its_line(store: Store, tmp_path: Path) -> None:
    first = rows(tmp_path, ENGLISH + "7,a@b.example,csat,2026-11-01,5,,\n")
    imported(store, first)
    done, skipped = imported(store, rows(tmp_path, ENGLISH + "\n7,a@b.example,csat,2026-11-01,4,,\n"))
    assert done == ImportReport(1, 0, 0, 1)
    assert skipped == [(3, "its id belongs to outcome 1, which says something else")]


def test_a_trial_keeps_nothing(store: Store, tmp_path: Path) -> None:
    found = rows(tmp_path, ENGLISH + "7,a@b.example,csat,2026-11-01,5,,\n,b,csat,2026-11-01,5,,\n")
    assert imported(store, found, dry_run=True)[0] == ImportReport(2, 1, 0, 1)
    assert store.outcomes.count(sight=EVERYTHING) == 0


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from server.outcomes.csv_file import Reading, rows_in
from server.outcomes.importing import import_outcomes
from server.store import Store

def progress(done):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

left = 2
now = datetime(2026, 11, 22, 12, tzinfo=UTC)
rows = rows_in(Path(sys.argv[2]), Reading(UTC, now, lambda address: False))
import_outcomes(rows, Store.open(sys.argv[1]), now, skipped=print, progress=progress)
"""


def test_killed_in_the_middle_and_run_again_nothing_is_lost_and_nothing_twice(store: Store, tmp_path: Path) -> None:
    found = rows(tmp_path, ENGLISH + "".join(f"{n},a@b.example,csat,2026-11-01,5,,\n" for n in range(1700)))
    arguments = [sys.executable, "-c", KILLED, f"sqlite:///{tmp_path}/data/einklang.db", str(tmp_path / "outcomes.csv")]
    killed = subprocess.run(arguments, check=False, cwd=Path(__file__).parents[3])
    assert killed.returncode == -signal.SIGKILL
    assert store.outcomes.count(sight=EVERYTHING) == 1000
    assert imported(store, found)[0] == ImportReport(1700, 700, 1000, 0)
    assert store.outcomes.count(sight=EVERYTHING) == 1700
