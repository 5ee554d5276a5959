"""Which tests share a process of pytest-xdist, and which of them begin first.

All tests of a file go to one process, so that what the file sets up is set up once; tests of several files that need
the same large programs are one group. Groups that take minutes begin first: one of them at the end would leave the
other processes idle.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import pytest
from xdist.scheduler import LoadGroupScheduling  # type: ignore[import-untyped]

# A whole installation takes a gigabyte and half a minute to start: all that need one run in one process, or in two
# where there are three. They mostly wait, for timers of mail clients and panels: the third works meanwhile.
INSTALLATION = "live_server"
MAIL_PROGRAMS = {"thunderbird", "roundcube"}
SERVERS = {"chromium", "dovecot", "postgresql", "own_redis", "redis_server"}


def distribute(items: list[pytest.Item]) -> None:
    """Marks the groups, and in a process of several puts those that begin first to the front."""
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    for item in items:
        if INSTALLATION in _needed(item):
            group = "mail programs" if processes > 2 and _needed(item) & MAIL_PROGRAMS else "programs"
            item.add_marker(pytest.mark.xdist_group(group))
    if processes > 1:
        groups: dict[str, list[pytest.Item]] = {}
        for item in items:
            groups.setdefault(_group(item), []).append(item)
        items[:] = [item for group in sorted(groups.values(), key=_turn) for item in group]


class FilesAndGroups(LoadGroupScheduling):  # type: ignore[misc]
    """Hands out whole groups and, of tests without one, whole files, in the order in which they were collected."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        config.option.loadscopereorder = False  # `distribute` has put them in order
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        found = str(super()._split_scope(nodeid))
        return nodeid.partition("::")[0] if found == nodeid else found


class PlainNames:
    """Takes the group, which pytest-xdist puts behind the name of a test, off again.

    A run with `--last-failed` would not find the test by the longer name, and then run all there are.
    """

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name, at, _ = report.nodeid.rpartition("@")
        if at and report.nodeid.rfind("]") < len(name):
            report.nodeid = name


def _needed(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def _group(item: pytest.Item) -> str:
    marked = item.get_closest_marker("xdist_group")
    return str(marked.args[0]) if marked else str(item.path)


def _turn(group: Sequence[pytest.Item]) -> tuple[int, int]:
    """When a group begins: by what it starts, then by how many tests it has."""
    needed = set().union(*map(_needed, group))
    if INSTALLATION in needed:
        turn = 0
    elif group[0].get_closest_marker("xdist_group"):
        turn = 1
    else:
        turn = 2 if needed & SERVERS else 3
    return turn, -len(group)
