"""Fixtures: a real Redis on loopback, one for each test process, emptied for each test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.demo.certificates import CertificateFiles
from tests.free_ports import free_port

START_WITHIN = 60.0
STOP_WITHIN = 60.0
MISSING = "Redis is not installed; install it with: apt-get install redis-server"


def require_redis() -> str:
    """Where Redis' program is; skips where it is missing, but fails in CI, where it must not be."""
    found = shutil.which("redis-server")
    if found is not None:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


class RedisServer:
    """A server that keeps nothing on a disk; ends with its `with`."""

    def __init__(self, program: str, *, password: str = "", tls: CertificateFiles | None = None) -> None:
        self._program, self._password, self._tls = program, password, tls
        self._folder = Path(tempfile.mkdtemp(prefix="einklang-redis-"))
        self._process: subprocess.Popen[bytes] | None = None
        self.port = self.tls_port = 0

    def __enter__(self) -> RedisServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def url(self) -> str:
        """Its address as the settings name it, without the password."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Starts it, on the port that it had before or a free one, and waits until it answers."""
        self.port = self.port or free_port()
        options = {
            "port": str(self.port),
            "bind": "127.0.0.1",
            "save": "",
            "appendonly": "no",
            "dir": str(self._folder),
        }
        if self._password:
            options["requirepass"] = self._password
        if self._tls:
            self.tls_port = self.tls_port or free_port()
            options |= {
                "tls-port": str(self.tls_port),
                "tls-cert-file": str(self._tls.certificate),
                "tls-key-file": str(self._tls.key),
                "tls-ca-cert-file": str(self._tls.ca),
                "tls-auth-clients": "no",
            }
        arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._program, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        deadline = time.monotonic() + START_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Redis did not start:\n{(self._folder / 'log').read_text()}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Ends it, and all that it kept is gone."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def ask(self, *words: str) -> bytes:
        """What it answers to a command."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            if self._password:
                _say(connection, "AUTH", self._password)
            return _say(connection, *words)

    def _answers(self) -> bool:
        try:
            return self.ask("PING").startswith(b"+PONG")
        except OSError:
            return False


def _say(connection: socket.socket, *words: str) -> bytes:
    parts = "".join(f"${len(word.encode())}\r\n{word}\r\n" for word in words)
    connection.sendall(f"*{len(words)}\r\n{parts}".encode())
    return connection.recv(65536)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """The shared server. Do not stop it."""
    with RedisServer(require_redis()) as server:
        yield server


@pytest.fixture
def redis(redis_server: RedisServer) -> RedisServer:
    """The shared server with nothing in it."""
    redis_server.ask("FLUSHALL")
    return redis_server


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    """A server of this test's own, which it may stop and start."""
    with RedisServer(require_redis()) as server:
        yield server
