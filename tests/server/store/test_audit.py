"""The audit log tells of every change that was made to it behind Einklang's back."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from server.errors import ServerError
from server.secrets import Vault, new_key
from server.store import Store
from server.store.database import POSTGRESQL
from tests.server.store.conftest import is_postgresql

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
KEY = new_key()


@pytest.fixture
def kept(url: str) -> Iterator[Store]:
    with Store.open(url, keys=lambda: Vault([KEY])) as store:
        yield store


Behind = Callable[..., None]


@pytest.fixture
def behind(url: str) -> Behind:
    """Somebody who can write to the database, and takes the guard off the table first unless told otherwise."""
    off = (
        ["SET session_replication_role = replica"]  # what the owner of a server can do
        if is_postgresql(url)
        else ["DROP TRIGGER audit_entry_no_UPDATE", "DROP TRIGGER audit_entry_no_DELETE"]
    )

    def run(*statements: str, guarded: bool = False) -> None:
        engine = create_engine(make_url(url).set(drivername=POSTGRESQL) if is_postgresql(url) else url)
        with closing_all(engine), engine.begin() as connection:
            for each in (*([] if guarded else off), *statements):
                connection.execute(text(each.replace(":", "\\:")))

    return run


@contextmanager
def closing_all(engine: Engine) -> Iterator[None]:
    try:
        yield
    finally:
        engine.dispose()


def noted(store: Store, count: int = 5) -> list[str]:
    return [store.audit.note("user.added", "cli:root", NOW, name=f"anna{each}") for each in range(count)]


def test_what_was_noted_is_read_in_order_and_fits(kept: Store):
    noted(kept, 3)
    assert [(each.number, each.actor, each.details) for each in kept.audit.entries()] == [
        (number, "cli:root", {"name": f"anna{number - 1}"}) for number in (1, 2, 3)
    ]
    assert kept.audit.check() is None
    assert [each.number for each in kept.audit.entries(after=1)] == [2, 3]
    assert [each.number for each in kept.audit.latest(2)] == [3, 2]
    assert kept.audit.latest(5, action="token.") == []


@pytest.mark.parametrize(
    ("sql", "number", "what"),
    [
        ("UPDATE audit_entry SET actor = 'bo' WHERE number = 3", 3, "was changed"),
        ("UPDATE audit_entry SET at = '2020-01-01 00:00:00.000000' WHERE number = 2", 2, "was changed"),
        ('UPDATE audit_entry SET details = \'{"name":"bo"}\' WHERE number = 5', 5, "was changed"),
        ("DELETE FROM audit_entry WHERE number = 2", 2, "is missing"),
        ("DELETE FROM audit_entry WHERE number = 1", 1, "is missing"),
        (
            "DELETE FROM audit_entry WHERE number = 3; UPDATE audit_entry SET number = 1 - number WHERE number > 3; "
            "UPDATE audit_entry SET number = -number WHERE number < 0",
            3,
            "",
        ),
    ],
)
def test_the_first_entry_that_was_tampered_with_is_named(kept: Store, behind: Behind, sql: str, number: int, what: str):
    noted(kept)
    behind(*sql.split("; "))
    problem = kept.audit.check()
    assert problem is not None
    assert problem.number == number
    assert what in problem.what


def test_an_entry_that_somebody_without_the_key_chains_on_does_not_fit(url: str, kept: Store):
    noted(kept, 2)
    with Store.open(url) as without_key:
        without_key.audit.note("user.added", "cli:root", NOW, name="mallory")
    problem = kept.audit.check()
    assert problem is not None
    assert problem.number == 3


def test_a_log_that_was_cut_off_shows_by_a_head_that_was_written_down(kept: Store, behind: Behind):
    heads = noted(kept)
    assert kept.audit.check(head=heads[2]) is None
    behind("DELETE FROM audit_entry WHERE number > 2")
    assert kept.audit.check() is None
    problem = kept.audit.check(head=heads[4])
    assert problem is not None
    assert problem.number == 3
    kept.audit.note("user.added", "cli:root", NOW, name="other")
    problem = kept.audit.check(head=heads[2])
    assert problem is not None
    assert problem.number == 3


def test_heads_stand_in_the_programs_log_without_the_details(kept: Store, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO, "server.store.audit")
    head = kept.audit.note("mailbox.granted", "root", NOW, mailbox="team@team.example")
    number, _, hash_ = head.partition(":")
    assert caplog.messages == [f"audit {number} {hash_} mailbox.granted by root"]


def test_the_database_itself_refuses_to_change_or_remove_an_entry(kept: Store, behind: Behind):
    noted(kept, 1)
    for sql in ("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(DBAPIError, match="only added to"):
            behind(sql, guarded=True)
    assert kept.audit.check() is None


def test_of_a_customer_only_a_fingerprint_is_kept(kept: Store):
    kept.audit.note("privacy.export", "anna", NOW, person="Krause@Kunde.example")
    (entry,) = kept.audit.entries()
    assert entry.details == {"person": kept.audit.fingerprint("krause@kunde.example")}
    assert re.fullmatch("[0-9a-f]{16}", entry.details["person"])
    with kept._database.reading() as connection:
        row = connection.execute(text("SELECT * FROM audit_entry")).one()
    assert "krause" not in str(tuple(row)).lower()


def test_the_key_can_be_changed_and_the_log_still_fits(url: str, kept: Store):
    noted(kept)
    fresh = new_key()
    with Store.open(url, keys=lambda: Vault([fresh, KEY])) as store:
        store.audit.note("key.rotated", "cli:root", NOW)
        assert store.audit.check() is None


def test_another_master_key_says_so_instead_of_beginning_anew(url: str, kept: Store):
    noted(kept)
    with Store.open(url, keys=lambda: Vault([new_key()])) as store, pytest.raises(ServerError, match="another key"):
        store.audit.note("user.added", "x", NOW)


def test_two_that_write_at_once_make_one_chain(url: str):
    def write(name: str) -> None:
        with Store.open(url, keys=lambda: Vault([KEY])) as store:
            for _ in range(15):
                store.audit.note("user.added", name, NOW)

    Store.open(url).close()
    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with Store.open(url, keys=lambda: Vault([KEY])) as store:
        assert store.audit.check() is None
        assert store.audit.head().startswith("45:")
