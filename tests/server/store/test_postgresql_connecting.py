"""A PostgreSQL that is silent: nobody waits for it long, and not everybody anew."""

from __future__ import annotations

import os
import signal
import socket
import time
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from server.errors import StoreAway
from server.store import Store
from server.store.postgresql_connecting import AFTER_FAILURE, CONNECT_SECONDS, Doorstep, client_settings, holds
from tests.postgresql import PostgreSql


class Server:
    """A driver whose server takes so many seconds to fail, or answers."""

    loaded_dbapi = psycopg

    def __init__(self) -> None:
        self.now, self.takes, self.tries = 100.0, 0.0, 0
        self.is_there = False
        self.doorstep = Doorstep("einklang on db", seconds=lambda: self.now)

    def connect(self, *_: Any, **__: Any) -> str:
        self.tries += 1
        self.now += self.takes
        if not self.is_there:
            raise psycopg.OperationalError("timeout expired")
        return "a connection"

    def ask(self) -> object:
        return self.doorstep.connect(self, None, (), {})


def test_a_server_that_fails_slowly_is_not_waited_for_by_everybody_anew():
    server = Server()
    server.takes = 5.0
    for _ in range(4):
        with pytest.raises(psycopg.OperationalError, match="timeout expired"):
            server.ask()
    assert server.tries == 1
    server.now += AFTER_FAILURE
    server.is_there = True
    assert server.ask() == "a connection"
    assert server.ask() == "a connection"


def test_a_server_that_refuses_at_once_is_asked_each_time():
    server = Server()
    with pytest.raises(psycopg.OperationalError):
        server.ask()
    server.is_there = True
    assert server.ask() == "a connection"


def test_that_a_server_went_and_came_back_is_told_once(caplog: pytest.LogCaptureFixture):
    server = Server()
    for is_there in (False, False, False, True, True):
        server.is_there = is_there
        if is_there:
            server.ask()
        else:
            with pytest.raises(psycopg.OperationalError):
                server.ask()
    told = [each.getMessage() for each in caplog.records]
    assert len(told) == 2
    assert "cannot be reached" in told[0]
    assert told[1] == "the database einklang on db is back"


def test_a_place_where_nobody_answers_is_given_up_in_time():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://einklang@127.0.0.1:{silent.getsockname()[1]}/einklang?connect_timeout=2"
        began = time.monotonic()
        with pytest.raises(StoreAway, match="its server does not answer"):
            Store.open(url)
        assert 1.5 < time.monotonic() - began < 60  # without a limit it would be for ever


def test_what_the_address_says_of_a_connection_counts():
    address = make_url("postgresql://db/einklang?connect_timeout=20&application_name=coach")
    assert client_settings(address).keys().isdisjoint({"connect_timeout", "application_name"})
    assert client_settings(make_url("postgresql://db/einklang"))["connect_timeout"] == CONNECT_SECONDS


def test_a_connection_holds_until_its_server_is_frozen_or_gone(postgresql: PostgreSql):
    with psycopg.connect(postgresql.url("postgres"), autocommit=True) as connection:
        (process,) = connection.execute("SELECT pg_backend_pid()").fetchone() or (0,)
        assert holds(connection.pgconn, 5)
        assert connection.execute("SELECT 1").fetchone() == (1,)
        os.kill(process, signal.SIGSTOP)
        try:
            assert not holds(connection.pgconn, 0.2)
        finally:
            os.kill(process, signal.SIGCONT)
            postgresql.ask(f"SELECT pg_terminate_backend({process})")
        connection.close()
        assert not holds(connection.pgconn, 0.2)
