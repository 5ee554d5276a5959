"""New settings with which no process can begin: the web server goes on as it was. And a start without a database."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.database_wait import once_there
from server.errors import StoreAway
from tests.web_processes import PATIENCE, Serving, serving

pytestmark = pytest.mark.xdist_group("running")

WEBHOOKS = '[webhooks]\nurls = ["https://hooks.example/einklang"]\n'
NOT_TAKEN_OVER = "the settings are not taken over"
REFUSED = "no process can begin with the new settings"
UNFIT_LATER = """
import os, pathlib, sys, types
from gunicorn.app.base import BaseApplication
from server.reloading import Master
from server.logging_setup import set_up

broken = pathlib.Path(sys.argv[1])

class Small(BaseApplication):
    server = types.SimpleNamespace(look_again=lambda: lambda: None)

    def load_config(self):
        self.cfg.set("bind", "127.0.0.1:0")
        self.cfg.set("workers", 2)
        self.cfg.set("control_socket_disable", True)
        self.cfg.set("post_worker_init", lambda worker: os.ftruncate(worker.tmp.fileno(), 1))

    def load(self):
        if broken.exists():
            raise ValueError("broken")
        return lambda environ, start: []

set_up("info")
Master(Small()).run()
"""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reloading") / "einklang.toml"
    path.write_text("", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def server(config: Path) -> Iterator[Serving]:
    """One process on SQLite, whose models are loaded."""
    with serving(config.parent, CONFIG=str(config)) as started:
        started.wait_for(200, "/health/ready")
        yield started


def reload(server: Serving, config: Path, text: str, until: str) -> None:
    """Reloads with these settings; returns when these words were logged."""
    seen = len(server.log.read_text())
    config.write_text(text, encoding="utf-8")
    server.process.send_signal(signal.SIGHUP)
    wait_until(server, lambda: until in server.log.read_text()[seen:])


def test_a_secret_that_is_missing_is_told_and_changes_nothing(server: Serving, config: Path):
    """It is none of the settings, and asked for when a process begins."""
    before = server.processes()
    reload(server, config, WEBHOOKS, NOT_TAKEN_OVER)
    assert server.processes() == before
    assert server.ask("/health/ready").status == 200


def test_models_that_do_not_load_leave_the_process_that_has_some(server: Serving, config: Path, tmp_path: Path):
    before = server.processes()
    reload(server, config, f"[coach]\nencoder = '{tmp_path}'\n", REFUSED)
    assert server.processes() == before
    assert server.ask("/health/ready").status == 200
    assert server.process.poll() is None


def test_figures_stay_told_to_whom_the_start_said(server: Serving, config: Path):
    before = server.processes()
    reload(server, config, '[metrics]\nopen_to = "loopback"\n', "are taken over by a restart")
    server.wait_for_others(before)
    server.wait_for(200, "/health/ready")
    assert server.ask("/metrics").status == 404


def test_a_process_that_cannot_begin_ends_none_of_those_that_answer(tmp_path: Path):
    """gunicorn ends them all, for it takes each start for the first."""
    broken, said = tmp_path / "broken", tmp_path / "log"
    with said.open("wb") as written:
        master = subprocess.Popen([sys.executable, "-c", UNFIT_LATER, str(broken)], stderr=written)
    try:
        server = Serving(master, 0, said)
        wait_until(server, lambda: len(server.processes()) == 2)
        gone, stays = server.processes()
        broken.touch()
        os.kill(gone, signal.SIGKILL)
        wait_until(server, lambda: "it is tried again" in said.read_text())
        assert stays in server.processes()
        reload_began = len(said.read_text())
        master.send_signal(signal.SIGHUP)
        wait_until(server, lambda: REFUSED in said.read_text()[reload_began:])
        assert stays in server.processes()
        broken.unlink()
        wait_until(server, lambda: len(server.processes()) == 2)
        assert stays in server.processes()
    finally:
        master.terminate()
        assert master.wait(PATIENCE) == 0


def wait_until(server: Serving, is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert server.process.poll() is None, server.log.read_text()
        assert time.monotonic() < end, server.log.read_text()
        time.sleep(0.05)


def test_a_web_server_that_starts_before_its_database_waits_for_it_and_says_so(tmp_path: Path):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and never listens
        url = f"postgresql://einklang@127.0.0.1:{nobody.getsockname()[1]}/einklang"
        with serving(tmp_path, DATA_DATABASE=url) as started:
            started.wait_for(503)
            assert started.ask("/health").document["title"] == "Database away"
            assert started.ask("/health/live").status == 200


@pytest.mark.parametrize("command", ["worker", "run"])
def test_what_starts_before_its_database_waits_for_it_until_it_is_stopped(command: str, tmp_path: Path):
    said = tmp_path / "log"
    with socket.socket() as nobody, said.open("wb") as written:
        nobody.bind(("127.0.0.1", 0))
        url = f"postgresql://einklang@127.0.0.1:{nobody.getsockname()[1]}/einklang"
        started = subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", command],
            env={**os.environ, "EINKLANG_DATA": str(tmp_path), "EINKLANG_DATA_DATABASE": url},
            stderr=written,
        )
        try:
            wait_until(Serving(started, 0, said), lambda: "It is tried again" in said.read_text())
        finally:
            started.terminate()
            assert started.wait(PATIENCE) == 0
    assert "Traceback" not in said.read_text()


def test_what_waits_for_its_database_tries_again_and_again_and_tells_it_once(caplog: pytest.LogCaptureFixture):
    tries: list[float] = []

    def make() -> str:
        if len(tries) < 3:
            raise StoreAway("It is away.")
        return "made"

    def not_stopped(seconds: float) -> bool:
        tries.append(seconds)
        return False

    assert once_there(make, not_stopped) == "made"
    assert len(tries) == 3
    assert caplog.text.count("It is away.") == 1


def test_what_waits_for_its_database_can_be_stopped():
    stopped = threading.Event()
    stopped.set()

    def make() -> str:
        raise StoreAway("It is away.")

    assert once_there(make, stopped.wait) is None
