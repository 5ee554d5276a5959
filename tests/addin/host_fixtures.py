"""The server that the suites of the mail clients work against, and the door in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.addin.faulty_server import FaultyServer
from tests.installation import LiveServer


@pytest.fixture(scope="module")
def asking_server(live_server: LiveServer) -> Iterator[LiveServer]:
    """The demo, told to ask before a mail with a serious hint is sent, as an admin tells it: by its settings file."""
    with live_server.asks_before_sending():
        yield live_server


@pytest.fixture(scope="module")
def doors() -> Iterator[ExitStack]:
    """Closes all doors when the module is done: a page that is just being closed still finds its own open."""
    with ExitStack() as opened:
        yield opened


@pytest.fixture
def door(asking_server: LiveServer, doors: ExitStack) -> Iterator[FaultyServer]:
    """The address to give to a mail client under test: the server behind a door at which faults can be called up."""
    opened = FaultyServer(asking_server.url)
    doors.callback(opened.close)
    yield opened
    opened.recover()
