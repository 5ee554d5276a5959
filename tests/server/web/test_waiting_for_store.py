"""A web process whose database was away when it started: told as such, and there as soon as the database is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from server.errors import ServerError, StoreAway
from server.web.waiting_for_store import WaitingForStore


class Start:
    """A start that fails until the database is there, on a clock that is set."""

    def __init__(self) -> None:
        self.now, self.tries, self.is_there = 100.0, 0, False
        self.waiting = WaitingForStore(self.make, "It is away.", seconds=lambda: self.now)

    def make(self) -> Any:
        self.tries += 1
        if not self.is_there:
            raise StoreAway(f"It is away, said {self.tries} times.")
        return hello

    def ask(self) -> TestResponse:
        return Client(self.waiting).get("/health")


def hello(_: Any, start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


def test_it_says_that_the_database_is_away_and_when_to_ask_again():
    answer = Start().ask()
    assert answer.status_code == 503
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["title"] == "Database away"
    assert answer.get_json()["detail"] == "It is away."
    assert int(answer.headers["Retry-After"]) >= 1


def test_it_tries_once_a_second_however_often_it_is_asked():
    """Else those who ask again and again would put each try off."""
    start = Start()
    for _ in range(30):
        start.now += 0.1
        start.ask()
    assert 2 <= start.tries <= 3
    assert start.ask().get_json()["detail"] == f"It is away, said {start.tries} times."


def test_it_is_the_application_once_the_database_is_there():
    start = Start()
    start.is_there = True
    start.now += 2
    assert start.ask().text == "hello"
    assert start.ask().text == "hello"
    assert start.tries == 1


def test_what_keeps_it_from_beginning_is_told_in_the_log_and_not_to_whoever_asks(caplog: pytest.LogCaptureFixture):
    """Else the error goes to gunicorn, which would write the address that was asked for beside it."""
    now = [0.0]

    def make() -> Any:
        raise ServerError("The key /somewhere/secret.key cannot be read.")

    waiting = WaitingForStore(make, "It is away.", seconds=lambda: now[0])
    now[0] += 2
    answer = Client(waiting).get("/api/v1/customers/jane@doe.example")
    assert answer.status_code == 503
    assert answer.get_json()["title"] == "Cannot begin"
    assert "secret.key" not in answer.text
    assert "secret.key cannot be read" in caplog.text
    assert "jane" not in caplog.text
