"""What all tests share, and which of them share a process."""

from __future__ import annotations

import os

import pytest

from coach import Coach

pytest_plugins = ("tests.dovecot", "tests.installation", "tests.postgresql", "tests.redis_server")

# A whole installation takes a gigabyte and half a minute to start: all that need one run in one process, or in two
# where there are three. They mostly wait, for timers of mail clients and panels: the third works meanwhile.
INSTALLATION = "live_server"
MAIL_PROGRAMS = {"thunderbird", "roundcube"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests that need the same large programs into one group of pytest-xdist."""
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    for item in items:
        group = _group_of(item, processes)
        if group is not None:
            item.add_marker(pytest.mark.xdist_group(group))


def _group_of(item: pytest.Item, processes: int) -> str | None:
    needed = set(getattr(item, "fixturenames", ()))
    if INSTALLATION in needed:
        return "mail programs" if processes > 2 and needed & MAIL_PROGRAMS else "programs"
    if "chromium" in needed and item.get_closest_marker("xdist_group") is None:
        return f"browser {item.path.name}"  # its browser and its site are made once for a module
    return None


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """What a test had on a PostgreSQL goes with it; see tests.stores."""
    if os.environ.get("EINKLANG_TEST_STORE") == "postgresql":
        from tests.stores import drop_databases_below  # not earlier: pytest has yet to rewrite what is a plug-in

        if (folder := getattr(item, "funcargs", {}).get("tmp_path")) is not None:
            drop_databases_below(folder)


@pytest.fixture(scope="session")
def coach() -> Coach:
    """One coach with the shipped languages, dimensions, rules and figures."""
    return Coach.load()
