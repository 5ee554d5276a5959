"""A fresh database for each test, in SQLite and in PostgreSQL: what the store promises holds in both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.store import Mailbox, NewMailbox, Store
from tests.stores import open_new_store

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def sqlite_url(folder: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite:///{folder}/data/einklang.db"


def is_postgresql(url: str) -> bool:
    """Whether a server keeps the data."""
    return url.startswith("postgresql")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of this test's own that holds nothing, in each kind that can hold a store."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    return sqlite_url(tmp_path)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) if is_postgresql(url) else open_new_store(url) as store:
        yield store


@pytest.fixture
def mailbox(store: Store) -> Mailbox:
    """A connected mailbox."""
    new = NewMailbox("support@team.example", "mail.team.example", 993, "tls", "support")
    return store.mailboxes.add(new, b"sealed", NOW)
