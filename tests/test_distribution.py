"""Which tests go to which process, and by which names what failed is found again."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.distribution import FilesAndGroups, PlainNames


@pytest.mark.parametrize(
    ("name", "goes_to"),
    [
        ("tests/test_a.py::test_one", "tests/test_a.py"),
        ("tests/test_a.py::TestPanel::test_one[anna@kunde.example]", "tests/test_a.py"),
        ("tests/test_a.py::test_one@programs", "programs"),
        ("tests/test_a.py::test_one[a@b]@mail programs", "mail programs"),
    ],
)
def test_a_file_stays_together_and_so_does_a_group_of_several(name: str, goes_to: str):
    option = SimpleNamespace(loadscopereorder=True, tx=["popen"], maxprocesses=None, numprocesses=1)
    config = SimpleNamespace(option=option, getvalue=lambda name: getattr(option, name))
    assert FilesAndGroups(config)._split_scope(name) == goes_to


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("tests/test_a.py::test_one@programs", "tests/test_a.py::test_one"),
        ("tests/test_a.py::test_one[a@b]@mail programs", "tests/test_a.py::test_one[a@b]"),
        ("tests/test_a.py::test_one[anna@kunde.example]", "tests/test_a.py::test_one[anna@kunde.example]"),
        ("tests/test_a.py::test_one[x@y]]", "tests/test_a.py::test_one[x@y]]"),
        ("tests/test_a.py::test_one", "tests/test_a.py::test_one"),
    ],
)
def test_what_failed_is_kept_by_the_name_that_a_later_run_knows(told: str, plain: str):
    report = SimpleNamespace(nodeid=told)
    PlainNames().pytest_runtest_logreport(report)
    assert report.nodeid == plain
