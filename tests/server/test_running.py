"""`einklang run` as a user starts, stops and loses it; each time nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.free_ports import free_port

pytestmark = pytest.mark.xdist_group("running")

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 120.0  # seconds; only a broken installation takes so long


@dataclass
class Run:
    """One `einklang run` and what it printed."""

    process: subprocess.Popen[str]
    url: str
    printed: list[str] = field(default_factory=list)
    _reader: threading.Thread | None = None

    def read_until(self, words: str) -> None:
        """Returns when a line with these words was printed; fails the test if it ends before."""
        assert self.process.stdout is not None
        watchdog = threading.Timer(PATIENCE, self.process.kill)
        watchdog.start()
        for line in self.process.stdout:
            self.printed.append(line)
            if words in line:
                break
        else:
            pytest.fail(f"it ended before it printed {words!r}:\n" + "".join(self.printed))
        watchdog.cancel()

    def wait(self) -> int:
        """Its exit code, when it has ended; what it still printed is in `printed`."""
        rest, _ = self.process.communicate(timeout=PATIENCE)
        self.printed.append(rest)
        return self.process.returncode

    def ask(self, path: str, token: str | None = None, body: object = None) -> Any:
        request = urllib.request.Request(self.url + path, data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def session(self) -> str:
        return self.ask("/api/v1/session", body={})["token"]


@pytest.fixture
def data() -> Iterator[Path]:
    # Not pytest's tmp_path: Dovecot's mail process may not look into a folder that is closed to others.
    with tempfile.TemporaryDirectory(prefix="einklang-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
        left = wait_until_gone(Path(name))
        for number in left:
            os.kill(number, signal.SIGKILL)
        assert left == {}


@pytest.fixture
def run(data: Path) -> Iterator[Callable[..., Run]]:
    started: list[Run] = []

    def run(port: int | None = None, **env: str) -> Run:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")}
        port = port or free_port()
        process = subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", "run"],
            cwd=ROOT,
            env={
                **inherited,
                "EINKLANG_DATA": str(data),
                "EINKLANG_WEB_PORT": str(port),
                "PYTHONUNBUFFERED": "1",
                **env,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(Run(process, f"http://127.0.0.1:{port}"))
        return started[-1]

    yield run
    for each in started:
        each.process.kill()
        each.process.wait()
        if each.process.stdout:
            each.process.stdout.close()


def processes(data: Path) -> dict[int, str]:
    """The living processes that work for this installation: it stands in their environment or command."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().replace(b"\0", b" ")
            if str(data).encode() in (entry / "environ").read_bytes() + words:
                found[int(entry.name)] = words.decode(errors="replace")
        except OSError:
            continue
    return found


def web_processes(data: Path) -> set[int]:
    """Those of the web server: the one above, and those that answer."""
    return {number for number, words in processes(data).items() if " serve " in words}


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def wait_until_gone(data: Path) -> dict[int, str]:
    """Waits until no process of this installation is left; those that stay."""
    until = time.monotonic() + PATIENCE / 4
    while (left := processes(data)) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def test_a_taken_port_is_said_and_nothing_is_started(run: Callable[..., Run], data: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        started = run(port)
        assert started.wait() == 1
    told = "".join(started.printed)
    assert told.startswith(f"Error: 127.0.0.1:{port} cannot be used (Address already in use).")
    assert f"EINKLANG_WEB_PORT={port + 1}" in told
    assert "Traceback" not in told
    assert processes(data) == {}


def test_a_demo_is_not_shown_to_other_machines(run: Callable[..., Run]):
    started = run(EINKLANG_WEB_HOST="0.0.0.0")
    assert started.wait() == 1
    assert "listens on this machine only" in "".join(started.printed)


def test_what_the_settings_get_wrong_is_said_without_a_traceback(run: Callable[..., Run]):
    started = run(EINKLANG_COACH_LANGUAGES="de, fr")
    assert started.wait() == 1
    told = "".join(started.printed)
    assert "'fr' is not supported; supported are de, en" in told
    assert "Traceback" not in told


def test_stopping_while_it_starts_leaves_nothing(run: Callable[..., Run], data: Path):
    started = run()
    started.read_until("Demo:")
    started.process.terminate()
    assert started.wait() == 0
    assert "".join(started.printed).count("Traceback") == 0
    assert processes(data) == {}


def test_a_killed_run_takes_its_processes_along(run: Callable[..., Run], data: Path):
    started = run()
    started.read_until("Demo:")
    while not any("worker" in words for words in processes(data).values()):
        time.sleep(0.05)
    assert len(processes(data)) >= 4  # it, the web server, the worker, the IMAP server
    started.process.kill()
    assert wait_until_gone(data) == {}


def test_a_worker_that_ends_is_said_and_a_new_start_has_everything_again(run: Callable[..., Run], data: Path):
    first = run()
    first.read_until("Einklang is ready")
    token = first.session()
    customers = first.ask("/api/v1/customers?limit=500", token)
    cards = [first.ask(f"/api/v1/customers/{each['address']}", token) for each in customers["customers"]]
    assert len(cards) >= 10
    (worker,) = [number for number, words in processes(data).items() if " worker " in words]
    os.kill(worker, signal.SIGKILL)
    assert first.wait() == 1
    told = "".join(first.printed)
    assert "The worker ended unexpectedly (killed by SIGKILL)" in told
    assert "einklang run" in told
    assert wait_until_gone(data) == {}

    second = run()
    second.read_until("Einklang is ready")
    token = second.session()
    assert second.ask("/api/v1/customers?limit=500", token) == customers
    again = [second.ask(f"/api/v1/customers/{each['address']}", token) for each in customers["customers"]]
    assert again == cards
    assert [each["error"] for each in second.ask("/api/v1/mailboxes", token)["mailboxes"]] == [None, None]
    web = web_processes(data)
    (above,) = [each for each in web if parent_of(each) == second.process.pid]
    second.process.send_signal(signal.SIGHUP)  # takes the settings over, and ends nothing
    until = time.monotonic() + PATIENCE
    while web & web_processes(data) != {above} or len(web_processes(data)) != len(web):
        assert second.process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
    second.process.send_signal(signal.SIGINT)
    assert second.wait() == 0
    assert processes(data) == {}
