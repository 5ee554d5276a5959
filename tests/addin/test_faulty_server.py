"""The door in front of a server does as it is told, so that the suites of the mail clients can rely on it."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from tests.addin.faulty_server import FaultyServer


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Length", str(len(said)))
        self.send_header("X-Told", f"{self.path} {self.headers.get('Authorization')}")
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def door() -> Iterator[FaultyServer]:
    behind = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    behind.daemon_threads = False
    thread = threading.Thread(target=behind.serve_forever, args=(0.02,))
    thread.start()
    opened = FaultyServer(f"http://127.0.0.1:{behind.server_address[1]}")
    yield opened
    opened.close()
    behind.shutdown()
    thread.join()
    behind.server_close()


def post(door: FaultyServer, path: str, body: str = "hällo", token: str = "t") -> tuple[int, str, str | None]:
    url = urlsplit(door.url)
    connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=60)
    try:
        connection.request("POST", path, body.encode(), {"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.getheader("X-Told")
    finally:
        connection.close()


def test_without_a_fault_everything_passes_and_is_remembered(door: FaultyServer):
    assert post(door, "/api/v1/assessments?x=1", '{"draft": 1}') == (
        201,
        '{"draft": 1}',
        "/api/v1/assessments?x=1 Bearer t",
    )
    assert door.last_draft() == {"draft": 1}
    (asked,) = door.asked("/api/v1/assessments")
    assert asked.bearer == "t"
    assert "draft" not in repr(asked)
    door.forget()
    assert door.last_draft() is None


def test_a_refused_connection_is_torn_down(door: FaultyServer):
    door.refuse()
    with pytest.raises((ConnectionError, http.client.BadStatusLine)):
        post(door, "/")
    door.recover()
    assert post(door, "/")[0] == 201


def test_an_error_is_answered_under_a_path_and_so_many_times(door: FaultyServer):
    door.answer(500, under="/api/", times=2)
    assert [post(door, path)[0] for path in ("/panel/", "/api/x", "/api/y", "/api/z")] == [201, 500, 500, 201]


def test_who_hangs_is_let_through_when_it_recovers(door: FaultyServer):
    door.hang()
    became: list[int] = []
    asking = threading.Thread(target=lambda: became.append(post(door, "/slow")[0]))
    asking.start()
    while not door.asked("/slow"):
        time.sleep(0.01)
    asking.join(0.2)
    assert became == []
    door.recover()
    asking.join(60)
    assert became == [201]


def test_tokens_seen_so_far_expire_and_others_do_not(door: FaultyServer):
    assert post(door, "/", token="old")[0] == 201
    door.expire_tokens()
    assert post(door, "/", token="old")[0] == 401
    assert post(door, "/", token="new")[0] == 201
    door.recover()
    assert post(door, "/", token="old")[0] == 401
