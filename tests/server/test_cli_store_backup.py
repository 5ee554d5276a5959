"""`einklang store backup`, `restore` and `erase-again` as an admin calls them: after a disaster, after an erasure."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach import Coach
from server.access import EVERYTHING
from server.cli import main
from server.store import Store
from tests.office import ANNA, TEAM, mail, mails_of_anna
from tests.server.privacy.test_sieve import office_with, on_disk

TIM = "tim@gips.example"


@pytest.fixture
def data(tmp_path: Path, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of an office with mail of Anna, and of Tim, who writes about her."""
    folder = tmp_path / "data"
    with office_with(folder, coach, works_council="false") as office:
        office.receive(*mails_of_anna(3))
        told = f"Hallo,\n\nAnna Krause ({ANNA}) hat bestellt, ich zahle das.\n\nTim"
        office.receive(mail(told, sender=f"Tim <{TIM}>", message_id="<t@gips.example>"))
        office.relate()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EINKLANG_DATA", str(folder))
    return folder


def einklang(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == code, result.output + str(result.exception)
    return result


def customers(data: Path) -> set[str]:
    with Store.open(f"sqlite:///{data}/einklang.db") as store:
        return {each for each in (ANNA, TIM) if store.customers.get(each, sight=EVERYTHING)}


def move_away(data: Path) -> Path:
    away = data.parent / "away"
    away.mkdir()
    for path in data.glob("einklang.db*"):
        shutil.move(path, away)
    return away / "einklang.db"


def test_after_a_disaster_the_copy_is_the_store_again(data: Path):
    said = einklang("store", "backup", "copy.db").output
    assert "was checked" in said
    assert "The key is not in it" in said
    before = customers(data)
    refused = einklang("store", "restore", "copy.db", code=1)
    assert "holds something already" in refused.output
    move_away(data)
    said = einklang("store", "restore", "copy.db").output
    assert "Start Einklang" in said
    assert customers(data) == before == {ANNA, TIM}
    assert "The log fits" in einklang("audit", "check").output
    actions = [each["action"] for each in json.loads(einklang("audit", "list", "--json").stdout)]
    assert "store.restore" in actions
    assert "store.backup" not in actions  # that entry came after the copy


def test_a_copy_is_noted_in_the_audit_log(data: Path):
    einklang("store", "backup", "copy.db")
    (entry,) = json.loads(einklang("audit", "list", "--action", "store.", "--json").stdout)
    assert entry["action"] == "store.backup"
    assert entry["details"]["rows"] > 0


@pytest.mark.parametrize("proof", ["report", "audit log", "former database"])
def test_who_was_erased_since_the_copy_is_erased_again(data: Path, proof: str):
    einklang("user", "add", "olga", "--all-mailboxes")  # the first entry makes the key of fingerprints
    einklang("store", "backup", "copy.db")
    einklang("privacy", "erase", ANNA, "--yes", "--report", "proof.json")
    einklang("audit", "export", "--to", "audit.jsonl")
    former = move_away(data)
    einklang("store", "restore", "copy.db")
    assert ANNA in customers(data)
    file = {"report": "proof.json", "audit log": "audit.jsonl", "former database": str(former)}[proof]
    said = einklang("store", "erase-again", file, "--yes").output
    assert "1 erasures are known; 1 addresses of these persons are in the database" in said
    assert customers(data) == {TIM}
    assert ANNA.encode() not in on_disk(data)
    again = einklang("store", "erase-again", file, "--yes").output
    assert "0 addresses of these persons are in the database" in again
    with Store.open(f"sqlite:///{data}/einklang.db") as store:
        assert len(store.kept_away.marks()) == 1
        assert [each.address for each in store.mailboxes.list(sight=EVERYTHING)] == [TEAM]


def test_a_file_that_proves_nothing_is_refused(data: Path):
    Path("list.txt").write_text("anna@moelder.example\n")
    assert "no report of an erasure" in einklang("store", "erase-again", "list.txt", code=1).output
    Path("other.json").write_text('{"customer": 1}')
    assert "no report of an erasure" in einklang("store", "erase-again", "other.json", code=1).output


def test_of_a_server_the_way_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("EINKLANG_DATA", str(tmp_path))
    monkeypatch.setenv("EINKLANG_DATA_DATABASE", "postgresql://u@127.0.0.1:1/d")
    for verb, program in (("backup", "pg_dump"), ("restore", "pg_restore")):
        assert program in einklang("store", verb, str(tmp_path / "copy.db"), code=1).output
    assert list(tmp_path.iterdir()) == []
