"""gunicorn's messages about requests: the kind of an error, and nothing of what was asked for."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator

import pytest
from gunicorn.config import Config
from gunicorn.http import RequestParser
from gunicorn.http.errors import ParseException
from gunicorn.workers.base import Worker

from server.errors import StoreError
from server.logging_setup import WithoutTexts
from server.web.server_log import ServerLog

CLIENT = ("127.0.0.1", 1)


class Answering(Worker):  # type: ignore[misc]
    """No process, but what gunicorn does where a request goes wrong."""

    def __init__(self) -> None:
        self.cfg = Config()
        self.log = ServerLog(self.cfg)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """gunicorn sets loggers up for the whole process."""
    found = logging.getLogger("gunicorn.error")
    before = found.level, found.propagate
    yield
    found.level, found.propagate = before


def logged(asked: bytes, caplog: pytest.LogCaptureFixture) -> str:
    """What the log says of a request in which the application, or already gunicorn, raised an error."""
    ours, theirs = socket.socketpair()
    worker, request = Answering(), None
    with ours, theirs:
        try:
            request = next(RequestParser(worker.cfg, iter([asked]), CLIENT))
            raise StoreError("Jane is newer")
        except (StoreError, ParseException) as error:
            worker.handle_error(request, theirs, CLIENT, error)
        assert ours.recv(100).startswith(b"HTTP/1.1 ")
    return "\n".join(map(WithoutTexts().format, caplog.records))


def test_of_a_request_that_failed_neither_path_nor_query_is_told(caplog: pytest.LogCaptureFixture):
    told = logged(b"GET /api/v1/customers/jane@doe.example?q=Jane HTTP/1.1\r\nHost: x\r\n\r\n", caplog)
    assert "Error handling request" in told
    assert "StoreError" in told
    assert "jane" not in told.lower()


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (b"GET /customers/jane@doe.example Jane\r\n\r\n", "InvalidHTTPVersion"),
        (b"GET / HTTP/1.1\r\nSubject Jane: 1\r\n\r\n", "InvalidHeaderName"),
    ],
)
def test_of_a_request_that_cannot_be_read_only_why(asked: bytes, error: str, caplog: pytest.LogCaptureFixture):
    told = logged(asked, caplog)
    assert f"Invalid request: {error}" in told
    assert "jane" not in told.lower()
