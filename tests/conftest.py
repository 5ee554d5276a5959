"""What all tests share, and which of them share a process."""

from __future__ import annotations

import pytest

from coach import Coach

pytest_plugins = ("tests.dovecot", "tests.installation")

# A whole installation takes a gigabyte and half a minute to start: all that need it, or a browser, run in one process.
HEAVY = {"live_server", "chromium"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests that need the same large programs into one group of pytest-xdist."""
    for item in items:
        if HEAVY & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("programs"))


@pytest.fixture(scope="session")
def coach() -> Coach:
    """One coach with the shipped languages, dimensions, rules and figures."""
    return Coach.load()
