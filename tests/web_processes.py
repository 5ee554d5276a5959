"""`einklang serve` as a real process tree for tests: started, asked, each of its processes asked alone, ended."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.free_ports import free_port

ROOT = Path(__file__).parent.parent
PATIENCE = 180.0  # seconds; only what is broken takes so long
LOOK = 0.05


@dataclass(frozen=True)
class Answered:
    """One answer: its status, its headers in small letters, and its document."""

    status: int
    headers: Mapping[str, str]
    document: Any


@dataclass
class Serving:
    """A web server that listens on this machine; `log` is the file that it writes to."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def ask(self, path: str, token: str = "", body: object = None, *, as_from: str = "") -> Answered:
        """One request on a connection of its own; `as_from` is whom a proxy in front would name."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            return answer_of(connection, path, token, body, as_from)
        finally:
            connection.close()

    def processes(self) -> list[int]:
        """The processes that answer, the oldest first."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return sorted(map(int, children))

    @contextmanager
    def only(self, process: int) -> Iterator[None]:
        """For the length of a `with` all other processes stand still, so that this one answers."""
        others = [each for each in self.processes() if each != process]
        for each in others:
            os.kill(each, signal.SIGSTOP)
        try:
            yield
        finally:
            for each in others:
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGCONT)

    def each(self) -> Iterator[int]:
        """One process after the other, while the others stand still."""
        for each in self.processes():
            with self.only(each):
                yield each

    def wait_for(self, status: int, path: str = "/health") -> None:
        """Until this is what it answers; AssertionError if it ended or never does."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text()
            try:
                if self.ask(path).status == status:
                    return
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(LOOK)
        raise AssertionError(f"it never answered {status}:\n{self.log.read_text()}")

    def wait_for_others(self, than: list[int]) -> list[int]:
        """Until other processes answer, and none of these is left; the new ones."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            now = self.processes()
            if len(now) == len(than) and not set(now) & set(than):
                return now
            time.sleep(LOOK)
        raise AssertionError(f"the processes stayed the same:\n{self.log.read_text()}")


def answer_of(
    connection: http.client.HTTPConnection, path: str, token: str = "", body: object = None, as_from: str = ""
) -> Answered:
    """One request on a connection that is there."""
    headers = {"Content-Type": "application/json"}
    headers |= {"Authorization": f"Bearer {token}"} if token else {}
    headers |= {"X-Forwarded-For": as_from} if as_from else {}
    connection.request("GET" if body is None else "POST", path, None if body is None else json.dumps(body), headers)
    response = connection.getresponse()
    said = response.read()
    is_json = "json" in (response.getheader("Content-Type") or "")
    return Answered(
        response.status,
        {name.lower(): value for name, value in response.getheaders()},
        json.loads(said) if is_json else said.decode(),
    )


@contextmanager
def serving(data: Path, **settings: str) -> Iterator[Serving]:
    """The web server on the data in a folder; `settings` are variables without EINKLANG_, such as WEB_PROCESSES="2"."""
    port = free_port()
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")}
    env = {
        **inherited,
        "EINKLANG_DATA": str(data),
        "EINKLANG_WEB_PORT": str(port),
        "EINKLANG_LOG_LEVEL": "info",
        **{f"EINKLANG_{name}": value for name, value in settings.items()},
    }
    log = data / "serve.log"
    with log.open("ab") as written:
        process = subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", "serve"],
            cwd=ROOT,
            env=env,
            stdout=written,
            stderr=written,
            start_new_session=True,
        )
    try:
        yield Serving(process, port, log)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGCONT)
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
