"""What a process counts: bounded labels, errors by kind, and sums over all processes of a family."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from prometheus_client.mmap_dict import MmapedDict

from server.metrics.errors import CountsErrors, count_errors
from server.metrics.exposed import Exposition
from server.metrics.family import NOTE, has_ended, memory_of, note_process, processes_of
from server.metrics.folding import AT_LEAST, fold
from server.metrics.instruments import MOST_KINDS, Instruments

ROOT = Path(__file__).parents[3]


@pytest.fixture
def instruments() -> Iterator[Instruments]:
    yield Instruments()
    for handler in [each for each in logging.getLogger().handlers if isinstance(each, CountsErrors)]:
        logging.getLogger().removeHandler(handler)


def value(instruments: Instruments, name: str, **labels: str) -> float | None:
    return instruments.registry.get_sample_value(name, labels)


def test_an_assessment_is_timed_in_whole_and_by_stage(instruments: Instruments):
    instruments.assessed(0.2, {"analysis": 50.0, "score": 100.0}, is_scored=True, hints=2)
    instruments.assessed(0.1, {"analysis": 10.0}, is_scored=False, hints=0)
    assert value(instruments, "einklang_assessment_seconds_count") == 2
    assert value(instruments, "einklang_assessment_seconds_sum") == pytest.approx(0.3)
    assert value(instruments, "einklang_assessment_stage_seconds_sum", stage="analysis") == pytest.approx(0.06)
    assert value(instruments, "einklang_assessment_stage_seconds_sum", stage="store") == pytest.approx(0.14)
    assert value(instruments, "einklang_assessments_total", scored="yes") == 1
    assert value(instruments, "einklang_hints_shown_total") == 2


def test_what_is_logged_as_an_error_is_counted_by_its_kind_and_nothing_else_is(instruments: Instruments):
    count_errors(instruments)
    count_errors(instruments)  # a second time counts no error twice
    log = logging.getLogger("server.somewhere")
    log.error("a sentence")
    log.warning("no error")
    try:
        raise ConnectionResetError("anna@example.com")
    except ConnectionResetError:
        log.exception("broken")
    assert value(instruments, "einklang_errors_total", module="server.somewhere", kind="message") == 1
    assert value(instruments, "einklang_errors_total", module="server.somewhere", kind="ConnectionResetError") == 1
    assert b"anna" not in Exposition(instruments).text(council=False)


def test_kinds_of_errors_are_bounded(instruments: Instruments):
    for number in range(3 * MOST_KINDS):
        instruments.erred("server.somewhere", f"Error{number}")
    text = Exposition(instruments).text(council=False).decode()
    assert text.count("\neinklang_errors_total{") == MOST_KINDS + 1
    assert value(instruments, "einklang_errors_total", module="other", kind="other") == 2 * MOST_KINDS


def test_in_works_council_mode_hints_that_were_shown_are_not_told(instruments: Instruments):
    instruments.assessed(0.1, {}, is_scored=True, hints=3)
    exposition = Exposition(instruments)
    assert b"einklang_hints_shown_total 3.0" in exposition.text(council=False)
    assert b"einklang_hints_shown" not in exposition.text(council=True)


FAMILY = """
import os, sys
from server.metrics.family import begin_family, family_folder, processes_of
folder = begin_family(os.environ)
from server.metrics.exposed import Exposition
from server.metrics.instruments import Instruments
children = []
for number in (1, 2):
    child = os.fork()
    if not child:
        found = Instruments()
        for _ in range(number):
            found.answered("GET", "/health", "free", 200, 0.01)
            found.assessed(0.1, {"score": 1.0}, is_scored=True, hints=2)
        os._exit(0)
    children.append(child)
for child in children:
    os.waitpid(child, 0)
own = Instruments()
own.answered("GET", "/health", "free", 200, 0.01)
shown = Exposition(own)
sys.stdout.write(shown.text(council=False).decode())
assert "einklang_hints_shown" not in shown.text(council=True).decode()
print("# folder", folder)
"""


def test_processes_of_a_family_are_told_as_one_also_those_that_ended_and_leave_nothing_behind():
    done = subprocess.run([sys.executable, "-c", FAMILY], cwd=ROOT, capture_output=True, text=True, check=True)
    assert 'einklang_http_requests_total{method="GET",route="/health",status="200"} 4.0' in done.stdout
    assert "einklang_assessment_seconds_count 3.0" in done.stdout
    assert 'einklang_assessment_stage_seconds_bucket{le="0.001",stage="score"} 3.0' in done.stdout
    assert "einklang_hints_shown_total 6.0" in done.stdout
    assert "einklang_processes 1.0" in done.stdout  # of three that counted one lives
    folder = Path(done.stdout.rpartition("# folder ")[2].strip())
    assert folder.name.startswith("einklang-metrics-")
    assert not folder.exists()


MANY = """
import os, sys
from server.metrics.family import begin_family, processes_of
folder = begin_family(os.environ)
from server.metrics.exposed import Exposition
from server.metrics.instruments import Instruments
for round in range(3):
    for number in range(30):
        child = os.fork()
        if not child:
            found = Instruments()
            found.answered("GET", "/a", "read", 200, 0.2)
            found.answered("GET", f"/only/{round}", "read", 404, 0.2)
            os._exit(0)
        os.waitpid(child, 0)
    Exposition(Instruments()).text(council=False)
own = Instruments()
own.answered("GET", "/a", "read", 200, 0.2)
sys.stdout.write(Exposition(own).text(council=False).decode())
print("# files", sorted(path.name.partition("_")[0] for path in folder.glob("*.db") if not path.name.endswith("_0.db")))
"""


def test_counts_of_many_processes_that_ended_are_put_together_and_none_is_lost():
    done = subprocess.run([sys.executable, "-c", MANY], cwd=ROOT, capture_output=True, text=True, check=True)
    assert 'einklang_http_requests_total{method="GET",route="/a",status="200"} 91.0' in done.stdout
    for number in range(3):
        assert f'route="/only/{number}",status="404"}} 30.0' in done.stdout
    assert 'einklang_http_request_seconds_bucket{kind="read",le="0.1"} 0.0' in done.stdout
    assert 'einklang_http_request_seconds_bucket{kind="read",le="0.25"} 181.0' in done.stdout
    assert 'einklang_http_request_seconds_count{kind="read"} 181.0' in done.stdout
    assert "# files ['counter', 'histogram']" in done.stdout  # of the one process that lives


def test_memory_is_that_of_processes_that_live(tmp_path: Path):
    (tmp_path / "counter_999999999.db").touch()
    assert processes_of(tmp_path) == (os.getpid(),)
    assert memory_of(999999999) is None
    own = memory_of(os.getpid())
    assert own is not None
    assert own > 10_000_000


@contextmanager
def somebody() -> Iterator[subprocess.Popen[bytes]]:
    """Another program that runs."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as found:
        try:
            yield found
        finally:
            found.communicate(b"\n")


def test_a_program_that_took_the_number_of_an_ended_process_is_not_of_the_family(tmp_path: Path):
    with somebody() as other:
        (tmp_path / f"counter_{other.pid}.db").touch()
        assert processes_of(tmp_path) == tuple(sorted((os.getpid(), other.pid)))  # nothing says when it began
        (tmp_path / f"{NOTE}{other.pid}").write_text("1", "ascii")  # who counted began long before
        assert processes_of(tmp_path) == (os.getpid(),)


def test_its_counts_are_folded_with_those_of_others_that_ended(tmp_path: Path):
    with somebody() as other:
        note_process(tmp_path)
        (tmp_path / f"{NOTE}{other.pid}").write_text("1", "ascii")
        for number in (os.getpid(), other.pid, *(999_000_000 + each for each in range(AT_LEAST - 1))):
            MmapedDict(str(tmp_path / f"counter_{number}.db")).close()
        assert fold(tmp_path) == AT_LEAST
    left = {each.name for each in tmp_path.iterdir()}
    assert left >= {f"counter_{os.getpid()}.db", f"{NOTE}{os.getpid()}", "counter_0.db"}
    assert not {each for each in left if str(other.pid) in each}


def test_without_proc_a_process_that_lives_has_not_ended(tmp_path: Path):
    with somebody() as other:
        assert not has_ended(tmp_path, other.pid, tmp_path / "no proc")
        assert not has_ended(tmp_path, os.getpid(), tmp_path / "no proc")
        note_process(tmp_path, tmp_path / "no proc")
        assert list(tmp_path.iterdir()) == []
    assert has_ended(tmp_path, other.pid, tmp_path / "no proc")


def test_a_process_that_ended_and_was_not_asked_for_its_end_has_ended(tmp_path: Path):
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    try:
        assert has_ended(tmp_path, child)
    finally:
        os.waitpid(child, 0)
