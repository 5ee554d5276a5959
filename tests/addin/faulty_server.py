"""A door in front of a running server that can be told to refuse, to hang or to answer with errors.

The product knows nothing of it: a mail client under test is given the door's address instead of the server's.
"""

from __future__ import annotations

import http.client
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "proxy-connection"}
KEPT = 400  # requests remembered; a suite asks for the last few
ANSWER_WITHIN = 60.0  # seconds that the server behind may take


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came to the door, whatever became of it."""

    method: str
    path: str
    body: bytes = field(repr=False, default=b"")
    bearer: str = field(repr=False, default="")

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong, and for which paths: `kind` is refuse, hang or an HTTP status; `left` counts down to its end."""

    kind: str | int
    under: str = "/"
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server behind has answered."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)


class FaultyServer:
    """The door: `url` to be given to the mail client. Nothing is wrong until one of its methods says so."""

    def __init__(self, behind: str) -> None:
        self._behind = urlsplit(behind)
        self._lock = threading.Lock()
        self._fault: Fault | None = None
        self._passing = threading.Event()  # set: nobody hangs
        self._passing.set()
        self._asked: list[Asked] = []
        self._stale: set[str] = set()
        self._bearers: set[str] = set()
        self._open: set[socket.socket] = set()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = False  # so that `close` waits for the last answer
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def refuse(self, under: str = "/") -> None:
        """From now on every connection is torn down, as by a server that is not there."""
        self._set(Fault("refuse", under))

    def hang(self, under: str = "/") -> None:
        """From now on requests are taken and never answered, until `recover`."""
        with self._lock:
            self._fault = Fault("hang", under)
            self._passing.clear()

    def answer(self, status: int, under: str = "/api/", times: int | None = None) -> None:
        """From now on (or the next `times`) requests get this HTTP status and a problem document."""
        self._set(Fault(status, under, times))

    def expire_tokens(self) -> None:
        """Tokens seen so far are refused (401) from now on, whatever `recover` says; those of a new session are not."""
        with self._lock:
            self._stale |= self._bearers

    def recover(self) -> None:
        """Nothing is wrong any more; whoever hangs is let through."""
        self._set(None)

    @contextmanager
    def faulty(self, fault: Callable[[FaultyServer], None]) -> Iterator[None]:
        """The fault for the length of a `with`."""
        fault(self)
        try:
            yield
        finally:
            self.recover()

    def asked(self, path: str, method: str = "POST") -> list[Asked]:
        """What was asked at exactly this path, oldest first."""
        with self._lock:
            return [each for each in self._asked if each.path == path and each.method == method]

    def last_draft(self) -> dict[str, Any] | None:
        """What the panel asked last about a draft: the body of the newest POST to /api/v1/assessments."""
        found = self.asked("/api/v1/assessments")
        return found[-1].json() if found else None

    def forget(self) -> None:
        """Empties what `asked` tells."""
        with self._lock:
            self._asked.clear()

    def close(self) -> None:
        """Stops; who still hangs is let through."""
        self.recover()
        self._http.shutdown()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self._http.server_close()
        self._thread.join(60)

    def _set(self, fault: Fault | None) -> None:
        with self._lock:
            self._fault = fault
            self._passing.set()

    def note(self, asked: Asked) -> Fault | None:
        """Remembers a request; what is wrong for it, if anything."""
        with self._lock:
            self._asked = [*self._asked[-KEPT:], asked]
            if asked.bearer in self._stale and asked.bearer:
                return Fault(401)
            if asked.bearer:
                self._bearers.add(asked.bearer)
            fault = self._fault
            if fault is None or not asked.path.startswith(fault.under):
                return None
            if fault.left is not None:
                self._fault = Fault(fault.kind, fault.under, fault.left - 1) if fault.left > 1 else None
            return fault

    def wait_to_pass(self) -> None:
        """Returns when nobody hangs any more."""
        self._passing.wait()

    def forward(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        """The answer of the server behind."""
        connection = http.client.HTTPConnection(self._behind.hostname or "", self._behind.port, timeout=ANSWER_WITHIN)
        with closing(connection):
            connection.request(method, target, body=body, headers=headers)
            found = connection.getresponse()
            return Answer(found.status, tuple(found.getheaders()), found.read())

    def opened(self, connection: socket.socket) -> None:
        """Remembers a connection of a client, to end it with `close`."""
        with self._lock:
            self._open.add(connection)

    def closed(self, connection: socket.socket) -> None:
        """Forgets a connection that has ended."""
        with self._lock:
            self._open.discard(connection)


def _handler(door: FaultyServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else each body waits 40 ms for the receipt of its head

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
            fault = door.note(Asked(self.command, urlsplit(self.path).path, body, bearer))
            if fault is not None and fault.kind == "hang":
                door.wait_to_pass()
            elif fault is not None and fault.kind == "refuse":
                self._tear_down()
                return
            elif fault is not None:
                self._answer_problem(int(fault.kind))
                return
            self._pass_on(body)

        do_POST = do_HEAD = do_PUT = do_DELETE = do_OPTIONS = do_GET

        def _pass_on(self, body: bytes) -> None:
            kept = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
            try:
                answer = door.forward(self.command, self.path, kept, body)
            except (OSError, http.client.HTTPException):
                self._tear_down()
                return
            self.send_response(answer.status)
            for name, value in answer.headers:
                if name.lower() not in {*HOP_BY_HOP, "date", "server"}:
                    self.send_header(name, value)
            if not any(name.lower() == "content-length" for name, _ in answer.headers) and answer.body:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def _answer_problem(self, status: int) -> None:
            told = {"type": "about:blank", "title": "Faulty", "status": status, "detail": "as a test wants it"}
            data = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/problem+json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _tear_down(self) -> None:
            # a reset instead of an orderly end: what a client sees where nobody listens
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True

        def setup(self) -> None:
            super().setup()
            door.opened(self.connection)

        def handle(self) -> None:
            with suppress(OSError, ValueError):  # the client went away, or its connection was torn down
                super().handle()

        def finish(self) -> None:
            door.closed(self.connection)
            with suppress(OSError, ValueError):
                super().finish()

        def log_message(self, format: str, *args: object) -> None:
            return  # mail text stays out of what tests print

    return Handler
