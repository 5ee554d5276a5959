"""The small application behind a real gunicorn with our worker, for attacks on the connection itself."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from server.demo.certificates import CertificateKind, provide_certificates
from tests.free_ports import free_port

HERE = Path(__file__).parent
WORKER = "server.web.patient_worker.PatientWorker"
START_WITHIN = 60.0
GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


@dataclass(frozen=True)
class Listening:
    """A server that listens; `trusted` is what clients trust where it speaks TLS."""

    port: int
    process: subprocess.Popen[bytes]
    trusted: ssl.SSLContext | None = None
    certificate: Path | None = None

    def connect(self) -> socket.socket:
        """A connection, encrypted where the server wants that."""
        found = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        return self.trusted.wrap_socket(found, server_hostname="localhost") if self.trusted else found

    def connect_bare(self) -> socket.socket:
        """A connection on which nothing has been said."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def ask(self, request: bytes = GET) -> bytes:
        """What comes back until the answer is whole or the connection ends."""
        with self.connect() as client:
            client.sendall(request)
            return read_answer(client)

    def memory(self) -> int:
        """Bytes that the worker process holds."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        pages = int(Path(f"/proc/{children[0]}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


def read_answer(client: socket.socket) -> bytes:
    """One answer of the small application: with its last chunk, or to the end of the connection."""
    got = b""
    while not got.endswith((b"0\r\n\r\n", b"}")):
        try:
            piece = client.recv(65536)
        except (ConnectionError, ssl.SSLError):
            break
        if not piece:
            break
        got += piece
    return got


@contextmanager
def listening(folder: Path, *, tls: bool = False, worker: str = WORKER) -> Iterator[Listening]:
    """The server, started and stopped."""
    cert = key = ""
    trusted = None
    if tls:
        files = provide_certificates(folder / "certificates", CertificateKind.VALID, datetime.now(UTC))
        cert, key = str(shutil.copy(files.certificate, folder)), str(shutil.copy(files.key, folder))
        trusted = ssl.create_default_context(cafile=str(files.ca))
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, str(HERE / "plain_server.py"), str(port), worker, cert, key],
        env={**os.environ, "PYTHONPATH": str(HERE.parent.parent)},
        start_new_session=True,
    )
    try:
        until = time.monotonic() + START_WITHIN
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert process.poll() is None, "the server ended"
                time.sleep(0.05)
        yield Listening(port, process, trusted, Path(cert) if cert else None)
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # master and worker; that they stop gently is tested elsewhere
        process.wait()
