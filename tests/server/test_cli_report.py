"""`einklang report`, run as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach import Coach
from server.cli import main
from tests.office import ANNA, SENT, TEAM, mail, open_office

THEN = datetime(2021, 3, 1, 12, tzinfo=UTC)  # past on every clock: the command asks the real one


def einklang(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), env={"EINKLANG_DATA": str(folder)})


@pytest.fixture
def folder(tmp_path: Path, coach: Coach) -> Path:
    """The data of an office whose customer is angry, and that promised something a week ago."""
    with open_office(tmp_path, coach) as office:
        office.now[0] = THEN
        office.connect()
        office.receive(
            *(
                mail(
                    "Guten Tag,\n\nschon wieder ausgefallen, und niemand meldet sich. Ich bin sehr enttäuscht, wir "
                    f"werden den Vertrag kündigen. ({n})\n\nAnna Krause",
                    date=THEN - timedelta(days=20 - n),
                    message_id=f"<{n}@moelder.example>",
                )
                for n in range(5)
            )
        )
        office.receive(
            mail(
                "Guten Tag Frau Krause,\n\nich schicke Ihnen das Ersatzteil bis morgen.\n\nMax Kern",
                sender=f"Max Kern <{TEAM}>",
                to=ANNA,
                date=THEN - timedelta(days=8),
            ),
            folder=SENT,
        )
        office.relate()
    return tmp_path


def test_people_get_tables_with_reasons_and_steps(folder: Path):
    said = einklang(folder, "report", "--lang", "de")
    assert said.exit_code == 0, said.output
    assert "1 customer: 1 C." in said.output
    danger = said.output.partition("In danger:")[2].partition("Ripe for more:")[0]
    assert ANNA in danger
    assert "kündigen" not in danger  # the reason is in our words
    assert "Ripe for more: nobody." in said.output
    assert "ich schicke Ihnen das Ersatzteil bis morgen" in said.output.partition("Overdue promises:")[2]


def test_programs_get_json(folder: Path):
    said = json.loads(einklang(folder, "report", "--json").stdout)
    assert said["grades"] == {"C": 1}
    (found,) = said["danger"]
    assert (found["address"], found["grade"]) == (ANNA, "C")
    assert found["next_step"]
    assert [each["overdue"] for each in said["overdue_promises"]] == [True]


def test_spreadsheets_get_csv(folder: Path):
    said = einklang(folder, "report", "--csv", "--lang", "de").stdout
    rows = list(csv.DictReader(io.StringIO(said), delimiter=";"))
    assert [(each["Liste"], each["Adresse"]) for each in rows] == [("danger", ANNA), ("promise", ANNA)]
    assert float(rows[0]["Index"].replace(",", ".")) < 43
    assert rows[1]["Fällig"].startswith("2021-02-2")


def test_an_empty_installation_says_what_to_do(tmp_path: Path):
    assert "einklang mailbox add" in einklang(tmp_path, "report").output


@pytest.mark.parametrize("command", [("report",), ("customer", "list")])
def test_mail_that_nobody_has_learned_from_yet_is_told_with_what_goes_on_with_it(
    tmp_path: Path, coach: Coach, command: tuple[str, ...]
):
    with open_office(tmp_path, coach) as office:
        office.connect()
        connected = einklang(tmp_path, *command).output
        office.store_mail([mail("Guten Tag,\n\nbitte ein Angebot.\n\nAnna Krause", date=THEN)])
    assert "einklang mailbox status" in connected
    waiting = einklang(tmp_path, *command).output
    assert "1 mails are read" in waiting
    assert "einklang run" in waiting
    assert "mailbox add" not in connected + waiting
