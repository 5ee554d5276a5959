"""Processes that are kept going: started again when they end, with pauses that grow, and gone with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from server.supervising import LIVED, MOST_PAUSE, Part, part, supervise

ROOT = Path(__file__).parent.parent.parent
STAYS = "import sys; open(sys.argv[1], 'a').write(f'{__import__(\"os\").getpid()}\\n'); sys.stdin.read()"
PATIENCE = 60.0


def stays(folder: Path, name: str) -> Part:
    """A process that writes down its number and stays until its parent ends."""
    return Part(name, [sys.executable, "-c", STAYS, str(folder / name)])


def numbers(folder: Path, name: str) -> list[int]:
    file = folder / name
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def is_there(number: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_is_killed_is_started_again_and_the_rest_stays(tmp_path: Path) -> None:
    stopped = threading.Event()
    parts = [stays(tmp_path, "one"), stays(tmp_path, "other")]
    thread = threading.Thread(target=supervise, args=(parts, dict(os.environ), stopped.wait))
    thread.start()
    until(lambda: bool(numbers(tmp_path, "one")) and bool(numbers(tmp_path, "other")))
    os.kill(numbers(tmp_path, "one")[0], signal.SIGKILL)
    until(lambda: len(numbers(tmp_path, "one")) == 2)
    assert is_there(numbers(tmp_path, "other")[0])
    stopped.set()
    thread.join(PATIENCE)
    assert len(numbers(tmp_path, "other")) == 1
    assert not any(is_there(each) for name in ("one", "other") for each in numbers(tmp_path, name))


class Ended:
    """A process that has ended with a code."""

    def __init__(self, code: int | None) -> None:
        self._code, self.stdin = code, None

    def poll(self) -> int | None:
        return self._code


def test_what_ends_again_and_again_is_started_after_pauses_that_grow() -> None:
    found, pauses, now = Part("x", []), [], 0.0
    for _ in range(9):
        found.process, found.started = Ended(1), now  # type: ignore[assignment]
        assert found.note_end(now) == "exit code 1"
        pauses.append(found.start_at - now)
        now = found.start_at
    assert pauses == [1, 2, 4, 8, 16, 32, MOST_PAUSE, MOST_PAUSE, MOST_PAUSE]


def test_what_lived_for_a_while_is_started_again_at_once() -> None:
    found = Part("x", [], process=Ended(-9), started=100.0, failures=5)  # type: ignore[arg-type]
    assert found.note_end(100.0 + LIVED) == "killed by SIGKILL"
    assert (found.start_at, found.failures) == (100.0 + LIVED, 0)
    assert found.note_end(200.0) is None, "told once"


def test_a_signal_without_a_name_is_told_by_its_number() -> None:
    found = Part("x", [], process=Ended(-(signal.SIGRTMIN + 3)), started=0.0)  # type: ignore[arg-type]
    assert found.note_end(1.0) == f"killed by signal {signal.SIGRTMIN + 3}"


def test_a_part_is_the_same_program_with_the_same_settings(tmp_path: Path) -> None:
    made = part("x", ["worker", "--part", "jobs"], tmp_path / "e.toml")
    assert made.command[0] == sys.executable
    assert list(made.command[-5:]) == ["--config", str(tmp_path / "e.toml"), "worker", "--part", "jobs"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_all_end_with_their_parent_however_it_ends(tmp_path: Path, how: signal.Signals) -> None:
    program = textwrap.dedent(
        f"""
        import os, signal, sys, threading
        from pathlib import Path
        from server.supervising import Part, supervise
        stopped = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: stopped.set())
        supervise([Part("x", [sys.executable, "-c", {STAYS!r}, sys.argv[1]])], os.environ, stopped.wait)
        """
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "one")], cwd=ROOT)
    until(lambda: bool(numbers(tmp_path, "one")))
    parent.send_signal(how)
    parent.wait(PATIENCE)
    until(lambda: not is_there(numbers(tmp_path, "one")[0]))
