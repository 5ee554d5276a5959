"""`einklang store move` as a person calls it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.access import EVERYTHING
from server.cli import main
from server.store import NewMailbox, Store
from tests.server.store.mails import NOW


def einklang(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"EINKLANG_CONFIG": ""}, catch_exceptions=False)


@pytest.fixture
def old(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/old.db"
    with Store.open(url) as store:
        store.mailboxes.add(NewMailbox("support@team.example", "h", 993, "tls", "u"), b"sealed", NOW)
    return url


def test_a_store_is_moved_and_what_to_do_next_is_said(old: str, empty_postgresql_url: str):
    done = einklang("store", "move", old, empty_postgresql_url)
    assert done.exit_code == 0, done.output
    assert [line.split()[:2] for line in done.output.splitlines()[:2]] == [["TABLE", "ROWS"], ["mailbox", "1"]]
    assert "1 rows are in" in done.output
    assert "Now set data.database" in done.output
    with Store.open(empty_postgresql_url) as store:
        assert [each.address for each in store.mailboxes.list(sight=EVERYTHING)] == ["support@team.example"]


def test_what_cannot_be_moved_is_said_without_a_password(old: str, tmp_path: Path):
    missing = einklang("store", "move", f"sqlite:///{tmp_path}/new.db", old)
    assert missing.exit_code == 2
    assert f"there is no file {tmp_path}/new.db" in missing.output
    wrong = einklang("store", "move", old, "postgresql://u:hid/den@h/d")
    assert wrong.exit_code == 2
    assert "is not the address of a PostgreSQL database" in wrong.output
    assert "hid" not in wrong.output
    same = einklang("store", "move", old, old)
    assert same.exit_code == 1
    assert "the same database" in same.output
    assert not (tmp_path / "new.db").exists()
