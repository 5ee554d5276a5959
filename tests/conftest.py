"""What all tests share, and which of them share a process."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, Any

import pytest

from server.one_thread import calculate_in_one_thread
from tests.distribution import FilesAndGroups, PlainNames, distribute

if TYPE_CHECKING:
    from coach import Coach

# As the program's own processes do: else numpy's threads wait for work in a loop, more than two fifths of the processor
# time of tests that read mail. Not later: what is imported from here on, the plug-ins to begin with, imports numpy.
calculate_in_one_thread(os.environ)

pytest_plugins = ("tests.dovecot", "tests.installation", "tests.postgresql", "tests.redis_server")


def pytest_configure(config: pytest.Config) -> None:
    """In the process that gathers what the others tell."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(PlainNames())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need the same large programs share a process of pytest-xdist."""
    distribute(items)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: no search for garbage has to look through it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FilesAndGroups | None:
    """So do the tests of a file."""
    return FilesAndGroups(config, log) if config.getvalue("dist") == "loadgroup" else None


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
    from coach import Coach  # not earlier: it imports numpy

    return Coach.load()
