"""A fresh database for each test; a further engine joins by its address here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.store import Mailbox, NewMailbox, Store

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    return {"sqlite": f"sqlite:///{tmp_path}/data/einklang.db"}[request.param]


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as store:
        yield store


@pytest.fixture
def mailbox(store: Store) -> Mailbox:
    """A connected mailbox."""
    new = NewMailbox("support@team.example", "mail.team.example", 993, "tls", "support")
    return store.mailboxes.add(new, b"sealed", NOW)
