"""Opening a store makes or mends its tables, whoever else does so, and says what stands in the way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text

from server.access import EVERYTHING
from server.errors import StoreError
from server.store import NewMailbox, Store
from server.store.database import POSTGRESQL
from server.store.schema import metadata
from tests.server.store.conftest import is_postgresql, sqlite_url
from tests.server.store.mails import NOW
from tests.stores import file_of


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table, in each kind."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("empty_postgresql_url"))
    return sqlite_url(tmp_path)


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return sqlite_url(tmp_path)


@contextmanager
def beside(url: str) -> Iterator[Connection]:
    """A connection of somebody else."""
    engine = create_engine(make_url(url).set(drivername=POSTGRESQL) if is_postgresql(url) else url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def test_migrations_make_exactly_the_tables_that_the_code_uses(url: str):
    Store.open(url).close()
    with beside(url) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_a_store_opened_again_holds_what_it_held(url: str):
    with Store.open(url) as store:
        added = store.mailboxes.add(NewMailbox("a@team.example", "h", 993, "tls", "u"), b"", NOW)
    with Store.open(url) as store:
        assert store.mailboxes.list(sight=EVERYTHING) == [added]


def test_sqlite_is_set_for_several_processes_and_crashes(file_url: str):
    with Store.open(file_url) as store, store._database.reading() as connection:
        ask = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "secure_delete", "synchronous", "busy_timeout")
        }
    assert ask == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
        "synchronous": 1,
        "busy_timeout": 30_000,
    }


def test_a_new_file_has_large_pages_and_an_older_one_keeps_its_own(file_url: str):
    older = file_of(file_url)
    older.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(older) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("CREATE TABLE one (number INTEGER)")
    connection.close()
    for url, size in ((file_url, 4096), (sqlite_url(older.parent / "new"), 8192)):
        with Store.open(url) as store, store._database.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA page_size").scalar_one() == size


def test_what_a_batch_of_mail_changes_lies_in_no_file_beside_and_all_else_may(file_url: str):
    def place(store: Store, **kind: bool) -> object:
        with store._database.writing(**kind) as connection:
            return connection.exec_driver_sql("PRAGMA temp_store").scalar_one()

    with Store.open(file_url) as store:
        assert [place(store), place(store, bounded=True), place(store), place(store, bounded=True)] == [0, 2, 0, 2]
        store._database.rewrite()  # in memory it would take as much as the store is large
        with store._database.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA temp_store").scalar_one() == 0


def test_a_connection_is_given_its_room_once(file_url: str):
    given = []

    def executed(_: object, __: object, statement: str, *___: object) -> None:
        given.extend([statement] if "cache_size" in statement else [])

    with Store.open(file_url) as store:
        event.listen(Engine, "after_cursor_execute", executed)
        try:
            for bounded in (False, True, False, True, False):
                with store._database.writing(bounded=bounded):
                    pass
        finally:
            event.remove(Engine, "after_cursor_execute", executed)
    assert len(given) == 1


def test_mail_that_waits_takes_no_room_in_indexes_of_what_is_known_later(file_url: str):
    with Store.open(file_url) as store, store._database.reading() as connection:
        found = dict(connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE tbl_name = 'message'").all())
        plans = {
            name: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN SELECT id FROM message WHERE {which}").all()[0][3]
            for name, which in (
                ("header_id", "header_id = 'a'"),
                ("identity", "identity IN ('a', 'b')"),
                ("content_key", "content_key = 'a'"),
                ("server_id", "server_id = 'a'"),
                ("mailbox_id_import_key", "mailbox_id = 1 AND import_key IN ('a', 'b')"),
            )
        }
    for name, plan in plans.items():
        assert found[f"ix_message_{name}"].endswith("IS NOT NULL")
        assert f"ix_message_{name} " in plan, plan


def test_mail_can_be_read_by_its_owner_alone(file_url: str):
    before = os.umask(0)
    try:
        with Store.open(file_url) as store:
            store.mailboxes.add(NewMailbox("a@team.example", "h", 993, "tls", "u"), b"", NOW)
            modes = {stat.S_IMODE(path.stat().st_mode) for path in file_of(file_url).parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {0o600}


def _open_and_add(url: str, number: int) -> int:
    with Store.open(url) as store:
        return store.mailboxes.add(NewMailbox(f"{number}@team.example", "h", 993, "tls", "u"), b"", NOW).id


def test_processes_that_start_at_once_migrate_once(url: str):
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        numbers = pool.starmap(_open_and_add, [(url, n) for n in range(8)], chunksize=1)
    assert len(set(numbers)) == 8
    with Store.open(url) as store:
        assert len(store.mailboxes.list(sight=EVERYTHING)) == 8


KILLED_WHILE_MIGRATING = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from server.store import Store

left = int(sys.argv[2])

@event.listens_for(Engine, "after_cursor_execute")
def count(connection, cursor, statement, *rest):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

Store.open(sys.argv[1]).close()
"""


@pytest.mark.parametrize("statements", [3, 8, 20])
def test_a_process_killed_while_migrating_leaves_nothing_half_made(url: str, statements: int):
    arguments = [sys.executable, "-c", KILLED_WHILE_MIGRATING, url, str(statements)]
    assert subprocess.run(arguments, check=False).returncode == -signal.SIGKILL
    with beside(url) as connection:
        assert inspect(connection).get_table_names() == []
    with Store.open(url) as store:
        assert store.mailboxes.list(sight=EVERYTHING) == []


def test_data_of_a_newer_version_are_refused(url: str):
    Store.open(url).close()
    with beside(url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="written by a newer version of Einklang"):
        Store.open(url)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path):
    (tmp_path / "mail.db").write_text("This is a letter, not a database. " * 100)
    with pytest.raises(StoreError, match=r"mail\.db is damaged or no SQLite file"):
        Store.open(f"sqlite:///{tmp_path}/mail.db")


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"cannot be created: .*/file is no folder\."):
        Store.open(f"sqlite:///{tmp_path}/file/mail.db")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://h/d", "in SQLite or PostgreSQL, not in mysql"),
        ("postgresql://h", "names no database"),
        ("sqlite://", "must be a file"),
        ("sqlite:///:memory:", "must be a file"),
        ("no address", "cannot be read"),
    ],
)
def test_what_this_version_does_not_support_is_said(url: str, said: str):
    with pytest.raises(StoreError, match=said):
        Store.open(url)
