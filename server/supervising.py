"""Keeps the processes of one worker going: whichever ends is started again, and all end together."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from server.one_thread import ONE_THREAD

log = logging.getLogger(__name__)

# and each pool of memory keeps what it once had
FRUGAL = {**ONE_THREAD, "MALLOC_ARENA_MAX": "2"}
EINKLANG = (sys.executable, "-c", "from server.cli import main; main()")
LOOK = 0.2  # seconds between two looks whether all are there
LIVED = 60.0  # seconds; what lived so long and ended is started again at once
MOST_PAUSE = 60.0  # seconds between two starts of what ends again and again
STOP_WITHIN = 30.0  # seconds until a process that does not end is ended by force; nothing is lost by that


@dataclass
class Part:
    """One kind of process: what people call it, how it is started, and how it fares."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    start_at: float = field(default=0.0)

    def start(self, env: Mapping[str, str], now: float) -> None:
        """Starts it; it ends when this process does, however this ends."""
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [*self.command, "--with-parent"],
            env=dict(env),
            stdin=subprocess.PIPE,  # never written to: it ends when this process does
            start_new_session=True,  # Ctrl+C reaches the parent alone, which then stops its children in order
        )
        self.started = now

    def note_end(self, now: float) -> str | None:
        """How it ended, if it did since the last look; it is then started again after a pause that grows."""
        if self.process is None or (code := self.process.poll()) is None:
            return None
        _close(self.process)
        self.process = None
        self.failures = 0 if now - self.started >= LIVED else self.failures + 1
        self.start_at = now + (min(2.0 ** (self.failures - 1), MOST_PAUSE) if self.failures else 0.0)
        return f"exit code {code}" if code >= 0 else f"killed by {_signal(-code)}"


def part(name: str, arguments: Sequence[str], config: Path | None) -> Part:
    """The process `einklang ARGUMENTS`, with the same settings file."""
    given = ["--config", str(config)] if config else []
    return Part(name, [*EINKLANG, *given, *arguments])


def supervise(
    parts: Sequence[Part],
    env: Mapping[str, str],
    stopped: Callable[[float], bool],
    *,
    seconds: Callable[[], float] = time.monotonic,
) -> None:
    """Keeps all parts going until `stopped`, which waits so many seconds and says whether to end."""
    env = {**FRUGAL, **env}
    try:
        while True:
            for each in parts:
                if how := each.note_end(seconds()):
                    pause = max(each.start_at - seconds(), 0.0)
                    log.warning("the %s ended (%s); it is started again in %.0f s", each.name, how, pause)
                if each.process is None and seconds() >= each.start_at:
                    each.start(env, seconds())
            if stopped(LOOK):
                return
    finally:
        _stop([each for each in parts if each.process is not None])


def _signal(number: int) -> str:
    """A signal's name; those for real time have none but the first and the last."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _stop(parts: Sequence[Part]) -> None:
    for each in parts:
        assert each.process is not None
        each.process.terminate()
    until = time.monotonic() + STOP_WITHIN
    for each in parts:
        assert each.process is not None
        try:
            each.process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            log.warning("the %s does not end and is ended by force; what it did is done again", each.name)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(each.process.pid, signal.SIGKILL)
            each.process.wait()
        _close(each.process)


def _close(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        process.stdin.close()
