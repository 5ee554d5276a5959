"""Dovecot, Cyrus and Courier, each started once; a program that is missing skips its tests, in CI it fails them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from server.demo.imap_process import ServerNotUsable
from server.store import Store
from tests.servers.courier import Courier
from tests.servers.cyrus import Cyrus
from tests.servers.dovecot import Dovecot
from tests.servers.mirrored import Connect, Mirrored, connect, opened_store
from tests.servers.running import USERS, Running

KINDS: dict[str, Callable[[], Running]] = {"Dovecot": Dovecot, "Cyrus": Cyrus, "Courier": Courier}
Start = Callable[[str], Running]


@pytest.fixture(scope="session")
def start() -> Iterator[Start]:
    """Starts a server by its name, or hands out the one that runs; skips where it cannot run here."""
    started: dict[str, Running] = {}
    with ExitStack() as stack:

        def started_once(name: str) -> Running:
            if name not in started:
                try:
                    started[name] = stack.enter_context(KINDS[name]())
                except ServerNotUsable as why:
                    if os.environ.get("CI") == "true":
                        pytest.fail(str(why))
                    pytest.skip(str(why))
            return started[name]

        yield started_once


@pytest.fixture(params=list(KINDS))
def server(request: pytest.FixtureRequest, start: Start) -> Running:
    """Each of the servers in turn."""
    return start(request.param)


@pytest.fixture(scope="session")
def _users() -> Iterator[str]:
    return iter(USERS[:-2])  # the last two have tests of their own


@pytest.fixture
def user(_users: Iterator[str]) -> str:
    """A user of whom no other test has made anything."""
    return next(_users)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with opened_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def mirrored(store: Store) -> Connect:
    """A new mirror of a user's mailbox."""

    def begin(server: Running, user: str) -> Mirrored:
        return connect(server, user, store)

    return begin
