"""`einklang outcome` and `einklang webhook`, run as a user runs them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import main

TABLE = """Nummer;Kunde;Art;Datum;Betrag;Wert
D-1;anna@kunde.example;gewonnen;20.11.2026;1.234,50 €;
D-2;bernd@kunde.example;NPS;21.11.2026;;9
D-3;niemand;NPS;21.11.2026;;9
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "outcomes.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def einklang(folder: Path, *arguments: str, settings: str = "") -> Result:
    config = folder / "einklang.toml"
    config.write_text(f"[data]\nfolder = 'data'\n[team]\ndomains = ['team.example']\n{settings}")
    return CliRunner().invoke(main, ["--config", str(config), *arguments])


def test_a_file_is_imported_once_with_a_report_of_what_was_skipped(folder: Path) -> None:
    file = str(folder / "outcomes.csv")
    first = einklang(folder, "outcome", "import", file, "--timezone", "Europe/Berlin")
    assert first.exit_code == 1
    assert "3 rows: 2 new, 0 known already, 1 skipped." in first.stdout
    assert f"{file}:4: the customer is no e-mail address" in first.stderr
    again = einklang(folder, "outcome", "import", file, "--timezone", "Europe/Berlin")
    assert "3 rows: 0 new, 2 known already, 1 skipped." in again.stdout
    told = json.loads(einklang(folder, "outcome", "list", "--json").stdout)
    assert [(each["id"], each["value"], each["amount"], each["currency"]) for each in told] == [
        ("D-2", 9, None, None),
        ("D-1", None, "1234.50", "EUR"),
    ]
    assert told[1]["at"] == "2026-11-20T11:00:00+00:00"


def test_a_sound_file_ends_well_and_a_trial_keeps_nothing(folder: Path) -> None:
    file = folder / "outcomes.csv"
    file.write_text("\n".join(TABLE.splitlines()[:3]), encoding="utf-8")
    trial = einklang(folder, "outcome", "import", str(file), "--dry-run")
    assert (trial.exit_code, trial.stdout) == (
        0,
        "2 rows: 2 would be kept, 0 known already, 0 skipped.\nNothing was kept: it was a trial.\n",
    )
    assert "No outcomes yet" in einklang(folder, "outcome", "list").stdout
    assert einklang(folder, "outcome", "import", str(file)).exit_code == 0


def test_at_most_twenty_skipped_rows_are_shown_and_all_are_in_the_report(folder: Path) -> None:
    file, report = folder / "outcomes.csv", folder / "skipped.csv"
    file.write_text("customer,kind,at\n" + "nobody,won,2026-11-01\n" * 30, encoding="utf-8")
    result = einklang(folder, "outcome", "import", str(file), "--report", str(report))
    assert result.stderr.count("outcomes.csv:") == 20
    assert f"and 10 more: see {report}" in result.stderr
    with report.open(encoding="utf-8", newline="") as written:
        lines = list(csv.DictReader(written))
    assert [each["line"] for each in lines] == [str(n) for n in range(2, 32)]


def test_mistakes_end_in_words(folder: Path) -> None:
    (folder / "letter.csv").write_text("Dear Anna,\n")
    for arguments, said in (
        (("import", str(folder / "letter.csv")), "none is called customer"),
        (("import", str(folder / "outcomes.csv"), "--timezone", "Berlin"), "no time zone of this machine"),
        (("remove", "9"), "There is no outcome 9"),
        (("link", "anna"), "no e-mail address"),
        (("link", "max@team.example"), "the team is nobody's customer"),
    ):
        result = einklang(folder, "outcome", *arguments)
        assert result.exit_code != 0
        assert said in result.output
        assert "Traceback" not in result.output


def test_an_outcome_is_listed_for_people_and_removed_by_its_number(folder: Path) -> None:
    einklang(folder, "outcome", "import", str(folder / "outcomes.csv"))
    shown = einklang(folder, "outcome", "list", "Anna <ANNA@kunde.example>").stdout.splitlines()
    assert len(shown) == 2
    assert "1234.50 EUR" in shown[1]
    assert "is forgotten: won 1234.50 EUR of anna@kunde.example" in einklang(folder, "outcome", "remove", "1").stdout
    assert "bernd" in einklang(folder, "outcome", "list").stdout
    assert "anna" not in einklang(folder, "outcome", "list").stdout


def test_a_link_is_printed_alone_so_that_it_can_be_piped(folder: Path) -> None:
    public = "[web]\npublic_url = 'https://coach.example'"
    result = einklang(folder, "outcome", "link", "anna@kunde.example", "--kind", "nps", "--lang", "de", settings=public)
    assert result.exit_code == 0
    (url,) = result.stdout.splitlines()
    assert url.startswith("https://coach.example/answer/")
    assert "A question (nps, de) to anna@kunde.example, open until" in result.stderr
    assert "only this machine can open the link" not in result.stderr
    assert "only this machine" in einklang(folder, "outcome", "link", "anna@kunde.example").stderr


def test_webhooks_are_listed_by_site_and_never_with_their_path(folder: Path) -> None:
    assert "webhooks.urls in the settings is empty" in einklang(folder, "webhook", "list").stdout
    settings = "[webhooks]\nurls = ['https://crm.example/hook/s3cret']"
    shown = einklang(folder, "webhook", "list", settings=settings).stdout
    assert "https://crm.example" in shown
    assert "s3cret" not in shown
    assert "Nothing was given up" in einklang(folder, "webhook", "retry", settings=settings).stdout
