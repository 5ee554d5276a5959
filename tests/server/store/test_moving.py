"""A store that is copied into another database is the same there: every kind of value, also when it was killed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    insert,
    text,
)

from server.access import EVERYTHING
from server.errors import StoreError
from server.secrets import Vault, new_key
from server.store import NewMailbox, Store
from server.store.database import Database
from server.store.moving import Step, move
from server.store.moving_rows import LONG, as_stored, highest_numbers, pages
from server.store.schema import metadata
from server.store.schema.columns import UtcDateTime
from tests.killing import killed_at
from tests.server.store.mails import NOW
from tests.stores import put_new_store

LATER = NOW + timedelta(days=2)  # no lease of what was filled in below is in force
ROWS = 5
GAP = 7  # between the numbers of rows: some were removed


def value_for(column: Column[Any], row: int) -> Any:
    """A value of the column's type, another one for each row; in the second one NULL where that may be."""
    if column.foreign_keys:
        (key,) = column.foreign_keys
        return value_for(key.column, row)
    if column.nullable and row == 1:
        return None
    kind = column.type
    if isinstance(kind, UtcDateTime | DateTime):
        return datetime(1970 + 9 * row, 6, 30, 23, 59, 59, 999_999 - row, UTC)
    if isinstance(kind, Boolean):
        return row % 2 == 0
    if isinstance(kind, Float):
        return (0.1 + 0.2, -1e300, 5e-324, 0.0, 73.25)[row]
    if isinstance(kind, Date):
        return date(2026, 2, 28) + timedelta(days=row)
    if isinstance(kind, LargeBinary) or "Bytes" in type(kind).__name__:
        return bytes(range(256)) * row
    if column.primary_key and isinstance(kind, Integer):
        return (row + 1) * GAP
    if isinstance(kind, Integer):
        return (0, 1, -1, 2**62 if isinstance(kind, BigInteger) else 2**31 - 1, row)[row]
    return f"{column.name}-{row} Größe 👍 'quoted' \\ \t\n"[: 200 - row]


def fill(url: str) -> None:
    """Puts rows into every table."""
    with closing(Database.open(url)) as database, database.writing() as connection:
        for table in metadata.sorted_tables:
            rows = [{column.name: value_for(column, row) for column in table.columns} for row in range(ROWS)]
            connection.execute(insert(table), rows)


Contents = dict[str, list[dict[str, Any]]]


def contents(url: str) -> tuple[Contents, dict[str, int]]:
    """All rows of all tables, and the highest number that each table has given."""
    with closing(Database.open(url)) as database, database.reading() as connection:
        rows = {table.name: [row for page in pages(connection, table) for row in page] for table in as_stored()}
        return rows, highest_numbers(connection)


def silent(_: Step) -> None:
    pass


def move_all(source: str, target: str, told: Callable[[Step], None] = silent) -> dict[str, int]:
    with closing(Database.open(source)) as old, closing(Database.open(target)) as new:
        return {each.name: each.rows for each in move(old, new, now=LATER, told=told)}


@pytest.fixture
def sqlite(tmp_path: Path) -> Callable[[str], str]:
    """The address of a SQLite file of this name."""
    return lambda name: f"sqlite:///{tmp_path}/{name}.db"


@pytest.fixture
def filled(sqlite: Callable[[str], str]) -> str:
    url = put_new_store(sqlite("filled"))
    fill(url)
    return url


@pytest.fixture
def empty(own_postgresql_url: str) -> str:
    return own_postgresql_url


def test_every_table_and_every_value_goes_to_postgresql_and_back(
    filled: str, empty_postgresql_url: str, sqlite: Callable[[str], str]
):
    empty = empty_postgresql_url
    moved = move_all(filled, empty)
    assert moved == {table.name: ROWS for table in metadata.sorted_tables}
    there = contents(empty)
    assert there == contents(filled)
    assert len(there[0]["message"][0]["body"]) > len("body-0 Gr")  # there is something to lose
    back = sqlite("back")
    move_all(empty, back)
    assert contents(back) == there


def test_new_rows_get_numbers_that_no_row_ever_had(filled: str, empty: str, sqlite: Callable[[str], str]):
    gone = ROWS * GAP
    with closing(Database.open(filled)) as database, database.writing() as connection:
        connection.execute(text("DELETE FROM mailbox WHERE id = :id"), {"id": gone})
    back = put_new_store(sqlite("back"))
    for source, target in pairwise((filled, empty, back)):
        move_all(source, target)
    for url in (empty, back):
        with Store.open(url) as store:
            added = store.mailboxes.add(NewMailbox("new@team.example", "h", 993, "tls", "u"), b"", NOW)
        assert added.id == gone + 1


def test_what_is_sealed_is_copied_without_its_key(sqlite: Callable[[str], str], empty: str):
    vault = Vault([new_key()])
    source = put_new_store(sqlite("sealed"))
    with Store.open(source, keys=lambda: vault) as store:
        store.seal(texts=True, waiting=True)
        fill_with = metadata.tables["message"]
        with store._database.writing() as connection:
            for name in ("mailbox", "message"):
                table = metadata.tables[name]
                connection.execute(insert(table), [{c.name: value_for(c, 0) for c in table.columns}])
    move_all(source, empty)
    with Store.open(empty) as store, store._database.reading() as connection:
        raw = connection.execute(text("SELECT body FROM message")).scalar_one()
        assert "Größe" not in raw
    with Store.open(empty, keys=lambda: vault) as store, store._database.reading() as connection:
        assert connection.execute(fill_with.select()).one().body == value_for(fill_with.c.body, 0)


@pytest.mark.parametrize("way", ["to postgresql", "to sqlite"])
def test_a_copy_killed_anywhere_goes_on_where_it_was(way: str, filled: str, empty: str, sqlite: Callable[[str], str]):
    target = empty
    if way == "to sqlite":
        move_all(filled, empty)
        filled, target = empty, put_new_store(sqlite("killed"))
    wanted, kills = contents(filled), 0
    while killed_at(90 + 110 * kills, move_all, filled, target):
        kills += 1
        if kills > 1:
            assert_is_no_store(target)
    assert kills > 3
    assert contents(target) == wanted
    Store.open(target).close()


def assert_is_no_store(url: str) -> None:
    with pytest.raises(StoreError, match="holds a part of another store"):
        Store.open(url)


def test_a_database_that_holds_anything_is_refused(filled: str, empty: str, sqlite: Callable[[str], str]):
    with Store.open(empty) as store:
        store.mailboxes.add(NewMailbox("a@team.example", "h", 993, "tls", "u"), b"", NOW)
    with pytest.raises(StoreError, match=r"holds something already \(mailbox\)"):
        move_all(filled, empty)
    with pytest.raises(StoreError, match="the same database"):
        move_all(filled, filled)
    with Store.open(empty) as store:
        assert len(store.mailboxes.list(sight=EVERYTHING)) == 1


class Stopped(Exception):
    """Somebody pressed Ctrl-C."""


def begin_and_stop(source: str, target: str, at: str) -> None:
    def told(step: Step) -> None:
        if (step.what, step.table) == ("copy", at) and step.rows:
            raise Stopped

    with pytest.raises(Stopped):
        move_all(source, target, told)


def test_a_part_of_another_store_is_refused(filled: str, empty: str, sqlite: Callable[[str], str]):
    other = put_new_store(sqlite("other"))
    begin_and_stop(filled, empty, "message")
    with pytest.raises(StoreError, match=r"holds a part of .*filled\.db, not of .*other\.db"):
        move_all(other, empty)
    move_all(filled, empty)


def test_what_changed_while_the_copy_lay_half_done_is_noticed(filled: str, empty: str):
    begin_and_stop(filled, empty, "message")
    with closing(Database.open(filled)) as database, database.writing() as connection:
        connection.execute(text("UPDATE account SET role = 'admin' WHERE id = :id"), {"id": GAP})
    with pytest.raises(StoreError, match="The table account is another one"):
        move_all(filled, empty)
    assert_is_no_store(empty)


def test_a_table_of_many_pages_goes_on_after_the_page_that_it_was_stopped_at(filled: str, empty: str):
    with closing(Database.open(filled)) as database, database.writing() as connection:
        table = metadata.tables["message"]
        mail = {column.name: value_for(column, 0) for column in table.columns}
        many = [mail | {"id": 1000 + n, "uid": 1000 + n, "import_key": str(n)} for n in range(2 * LONG + 1)]
        connection.execute(insert(table), many)
    begin_and_stop(filled, empty, "message")
    seen: list[Step] = []
    move_all(filled, empty, seen.append)
    assert [step.rows for step in seen if (step.what, step.table) == ("copy", "message")] == [LONG, LONG, ROWS + 1]
    assert contents(empty) == contents(filled)


def test_nothing_is_copied_from_under_a_worker(filled: str, empty: str):
    with closing(Database.open(filled)) as database, database.writing() as connection:
        connection.execute(metadata.tables["mailbox_lease"].update().values(until=LATER + timedelta(seconds=30)))
    with pytest.raises(StoreError, match="A worker still reads mail"):
        move_all(filled, empty)


def test_each_row_is_told_once_for_copying_and_twice_for_comparing(filled: str, empty: str):
    seen: list[Step] = []
    move_all(filled, empty, seen.append)
    total = ROWS * len(metadata.tables)
    assert {step.total for step in seen} == {total}
    assert sum(step.rows for step in seen if step.what == "copy") == total
    assert sum(step.rows for step in seen if step.what == "check") == 2 * total
