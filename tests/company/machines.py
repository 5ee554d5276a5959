"""Instances of our own program as processes, to be killed at any place of their tree and started again."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).parent.parent.parent
EINKLANG = (sys.executable, "-c", "from server.cli import main; main()")
LOOK = 0.2
RESTART_AFTER = 1.0  # seconds, as systemd would wait
ANSWER_WITHIN = 3.0
END_WITHIN = 60.0


class Machine:
    """One `einklang serve` or `einklang worker`: whoever ends is started again until `stop`.

    `port` is that of a web server.
    """

    def __init__(self, name: str, arguments: list[str], env: Mapping[str, str], folder: Path, port: int = 0) -> None:
        self.name, self.port = name, port
        self._command, self._env = [*EINKLANG, *arguments], dict(env)
        self._log = folder / f"{name}.log"
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._watch, name=name)
        self._killed_at: float | None = None  # for the first time since it was ready
        self._killed_last = 0.0
        self._disturbed: list[tuple[float, float]] = []

    def start(self) -> None:
        """Starts it, and keeps it running from then on."""
        self._killed_at = self._killed_last = time.monotonic()
        self._thread.start()

    def stop(self) -> bool:
        """Ends it in good order; False if it had to be killed."""
        self._stopping.set()
        self._thread.join()
        process = self._process
        if process is None or process.poll() is not None:
            return True
        process.terminate()
        try:
            process.wait(END_WITHIN)
        except subprocess.TimeoutExpired:
            for each in tree(process.pid):
                _kill(each)
            process.wait()
            return False
        return True

    def kill_one(self, chance: random.Random) -> str:
        """Kills a process of its tree, drawn by chance; says which."""
        with self._lock:
            process = self._process
            if process is None or process.poll() is not None:
                return f"{self.name}: is down already"
            family = tree(process.pid)
            victim = chance.randrange(len(family))
            self._killed_at = self._killed_at or time.monotonic()
            self._killed_last = time.monotonic()
            _kill(family[victim])
        return f"{self.name}: process {victim} of {len(family)}"

    def was_disturbed(self, began: float, ended: float) -> bool:
        """Whether it was killed and not yet ready again at some moment in between."""
        open_end = [(self._killed_at, ended)] if self._killed_at is not None else []
        return any(began < ready + RESTART_AFTER and ended > killed for killed, ready in self._disturbed + open_end)

    @property
    def is_ready(self) -> bool:
        """Whether it answers (a web server), or runs (a worker)."""
        process = self._process
        if process is None or process.poll() is not None:
            return False
        return not self.port or status(self.port) == "ok"

    def _watch(self) -> None:
        while not self._stopping.wait(LOOK):
            with self._lock:
                if self._process is None or self._process.poll() is not None:
                    self._begin()
            looked = time.monotonic()
            if self._killed_at is None or not self.is_ready:
                continue
            with self._lock:
                if looked > self._killed_last + RESTART_AFTER:
                    self._disturbed.append((self._killed_at, time.monotonic()))
                    self._killed_at = None

    def _begin(self) -> None:
        if self._process is not None and self._stopping.wait(RESTART_AFTER):
            return
        with self._log.open("ab") as log:
            self._process = self._spawn(log)

    def _spawn(self, log: BinaryIO) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def status(port: int) -> str:
    """What the web server at this port says of itself; "away" where it says nothing."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=ANSWER_WITHIN) as answer:
            return str(json.load(answer)["status"])
    except (OSError, ValueError):
        return "away"


def tree(process: int) -> list[int]:
    """A process and all that it started, and those started, in turn."""
    found = [process]
    for each in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                found += [int(word) for word in (task / "children").read_text().split()]
    return found


def _kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
