"""A copy of a store at work, and a store made of a copy: whole or not there, checked, closed to others."""

from __future__ import annotations

import base64
import multiprocessing
import os
import shutil
import signal
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from server.errors import StoreError
from server.mail.host import Batch, RawMessage, SyncState
from server.store import NewMailbox, Store
from server.store.backup import OF_ONE_MOMENT, PAGES, back_up, restore
from tests.server.store.mails import INBOX, NOW, at, batch
from tests.stores import put_new_store

LARGE = 400
"""Mails of a store with more pages than are copied in one step."""


def mails(uids: range) -> Batch:
    """Mails that no packing makes small."""
    messages = tuple(
        RawMessage("support@team.example", INBOX.name, 7, uid, at(uid), base64.b64encode(os.urandom(24_000)))
        for uid in uids
    )
    return Batch(INBOX, messages, SyncState(1, 7, uids.stop), len(messages))


def filled(path: Path, count: int = 3) -> Path:
    with Store.open(put_new_store(f"sqlite:///{path}")) as store:
        number = store.mailboxes.add(NewMailbox("support@team.example", "h", 993, "tls", "u"), b"sealed", NOW).id
        store.mirror.save_batch(number, mails(range(1, count + 1)))
    return path


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("large") / "einklang.db", LARGE)


def test_a_copy_has_every_row_is_one_file_and_private(tmp_path: Path):
    store, copy = filled(tmp_path / "einklang.db"), tmp_path / "copies" / "monday.db"
    copy.parent.mkdir()
    done = back_up(store, copy)
    assert rows(copy) == rows(store)
    assert names_in(copy.parent) == {"monday.db"}
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert done.bytes == copy.stat().st_size
    assert done.rows == sum(len(each) for name, each in rows(store).items() if name[:8] not in ("alembic_", "sqlite_s"))


def test_what_is_still_in_the_log_of_an_open_store_is_in_the_copy(tmp_path: Path):
    file = filled(tmp_path / "einklang.db")
    with Store.open(f"sqlite:///{file}") as store:
        number = store.mailboxes.get("support@team.example").id
        store.mirror.save_batch(number, batch([1000]))
        assert file.with_name("einklang.db-wal").stat().st_size > 0
        back_up(file, tmp_path / "copy.db")
    assert len(rows(tmp_path / "copy.db")["message"]) == 4


def test_others_write_while_it_copies_and_the_copy_is_of_one_moment(tmp_path: Path, large: Path):
    file = tmp_path / "einklang.db"
    shutil.copy(large, file)
    steps = []
    with Store.open(f"sqlite:///{file}") as store:
        number = store.mailboxes.get("support@team.example").id

        def write_meanwhile(done: int, total: int) -> None:
            steps.append((done, total))
            store.mirror.save_batch(number, batch([LARGE + len(steps)]))

        back_up(file, tmp_path / "copy.db", write_meanwhile)
    assert len(steps) > 1
    assert steps[-1][0] == steps[-1][1] > PAGES
    assert len(rows(file)["message"]) == LARGE + len(steps)
    assert len(rows(tmp_path / "copy.db")["message"]) == LARGE


def test_what_is_there_already_is_never_written_over(tmp_path: Path):
    store, other = filled(tmp_path / "einklang.db"), tmp_path / "taxes.txt"
    other.write_text("mine")
    with pytest.raises(StoreError, match="there already"):
        back_up(store, other)
    assert other.read_text() == "mine"


def test_what_is_no_store_of_einklang_is_neither_copied_nor_restored(tmp_path: Path):
    text, foreign = tmp_path / "text", tmp_path / "foreign.db"
    text.write_text("no database " * 500)
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE recipe (id INTEGER)")
    for wrong in (text, foreign, tmp_path / "missing"):
        for work in (back_up, restore):
            with pytest.raises(StoreError):
                work(wrong, tmp_path / "made.db")
    assert names_in(tmp_path) == {"text", "foreign.db"}


def test_a_damaged_copy_is_refused_and_nothing_changes(tmp_path: Path, large: Path):
    copy, target = tmp_path / "copy.db", tmp_path / "data" / "einklang.db"
    shutil.copy(large, copy)
    with copy.open("r+b") as file:
        file.seek(copy.stat().st_size // 2)
        file.write(os.urandom(20_000))
    with pytest.raises(StoreError):
        restore(copy, target)
    assert not target.exists()


def test_a_copy_of_a_newer_version_is_refused(tmp_path: Path):
    copy = filled(tmp_path / "copy.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreError, match="newer version"):
        restore(copy, tmp_path / "einklang.db")
    assert not (tmp_path / "einklang.db").exists()


def test_a_restored_store_is_what_was_copied_and_nobody_is_signed_in(tmp_path: Path):
    store, copy, target = filled(tmp_path / "old.db"), tmp_path / "copy.db", tmp_path / "data" / "einklang.db"
    with Store.open(f"sqlite:///{store}") as opened:
        number = opened.mailboxes.get("support@team.example").id
        assert opened.mailbox_states.take_lease(number, "host:1", NOW, NOW.replace(year=2100)) is None
    back_up(store, copy)
    assert len(rows(copy)["mailbox_lease"]) == 1
    restore(copy, target)
    assert rows(target) == rows(copy) | {name: [] for name in OF_ONE_MOMENT}
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with Store.open(f"sqlite:///{target}") as opened:
        assert opened.messages.pending(10)


def test_a_store_with_something_in_it_is_never_replaced(tmp_path: Path):
    copy, target = tmp_path / "copy.db", filled(tmp_path / "einklang.db", 1)
    back_up(filled(tmp_path / "other.db", 2), copy)
    before = rows(target)
    with pytest.raises(StoreError, match="holds something already"):
        restore(copy, target)
    assert rows(target) == before


def test_a_store_that_somebody_has_open_is_not_replaced(tmp_path: Path):
    copy, target = tmp_path / "copy.db", tmp_path / "einklang.db"
    back_up(filled(tmp_path / "other.db"), copy)
    with Store.open(put_new_store(f"sqlite:///{target}")) as opened:
        opened.figures.answers()
        with pytest.raises(StoreError, match="in use"):
            restore(copy, target)
    restore(copy, target)
    assert len(rows(target)["message"]) == 3


def test_the_log_of_a_database_that_is_gone_is_not_taken_for_that_of_the_copy(tmp_path: Path):
    copy, target = tmp_path / "copy.db", tmp_path / "einklang.db"
    back_up(filled(tmp_path / "other.db"), copy)
    target.with_name("einklang.db-wal").write_bytes(b"left over")
    with pytest.raises(StoreError, match="left of another database"):
        restore(copy, target)


def _killed_while(work: str, source: Path, target: Path, step: int) -> int | None:
    def die(done: int, total: int) -> None:
        nonlocal step
        step -= 1
        if step == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    {"back_up": back_up, "restore": restore}[work](source, target, die)
    return None


@pytest.mark.parametrize("work", ["back_up", "restore"])
def test_killed_in_between_there_is_nothing_and_the_next_try_goes_well(tmp_path: Path, large: Path, work: str):
    target = tmp_path / "made.db"
    killed = 0
    for step in range(1, 50):
        process = multiprocessing.get_context("spawn").Process(target=_killed_while, args=(work, large, target, step))
        process.start()
        process.join()
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        assert not target.exists()
        killed += 1
    assert killed >= 2
    assert {name for name in names_in(tmp_path) if "partial" in name} == set()
    assert len(rows(target)["message"]) == LARGE


def test_two_at_once_do_not_write_the_same_file(tmp_path: Path, large: Path):
    target = tmp_path / "copy.db"

    def second(done: int, total: int) -> None:
        with pytest.raises(StoreError, match="Another process"):
            back_up(large, target)

    back_up(large, target, second)
    assert len(rows(target)["message"]) == LARGE
