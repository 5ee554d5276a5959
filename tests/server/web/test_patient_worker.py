"""Who is refused when too much comes in at once, and that a connection that made room is not asked once more."""

from __future__ import annotations

import os
import selectors
import socket
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from typing import Any

import pytest
from gunicorn.config import Config

from server.web.patient_worker import GONE_AFTER, PatientConnection, PatientWorker

SMALL = 10_000  # bytes of all requests, instead of 64 megabytes
HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\n"


class SmallWorker(PatientWorker):
    """With little room; it notes the requests that a thread was to answer."""

    gathered_at_most = SMALL

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.answered: list[Any] = []

    def handle_request(self, req: Any, conn: PatientConnection) -> bool:
        self.answered.append(req)
        return False


class Loop:
    """The loop of a worker on connections within this process; no thread ever takes a request."""

    def __init__(self, stack: ExitStack) -> None:
        self.stack = stack
        self.worker = SmallWorker(0, os.getpid(), [], None, 30, Config(), None)
        stack.callback(self.worker.tmp.close)
        self.worker.poller = stack.enter_context(selectors.DefaultSelector())

    def client(self) -> tuple[socket.socket, PatientConnection]:
        """A client that connected just now, and what the worker has of it."""
        ours, theirs = (self.stack.enter_context(each) for each in socket.socketpair())
        ours.settimeout(60)
        conn = PatientConnection(self.worker, theirs, "", "")
        self.worker.nr_conns += 1
        self.worker.enqueue_req(conn)
        return ours, conn

    def turn(self) -> None:
        """One round of events."""
        self.worker.wait_for_and_dispatch_events(1)


@pytest.fixture
def loop() -> Iterator[Loop]:
    with ExitStack() as stack:
        yield Loop(stack)


def test_where_too_much_comes_in_the_largest_is_refused_and_not_who_came_last(loop: Loop):
    greedy, _ = loop.client()
    greedy.sendall(HEAD + b"x" * (SMALL - len(HEAD)))
    loop.turn()
    small, conn = loop.client()
    small.sendall(b"GET / HTTP/1.1\r\n")
    loop.turn()
    assert conn.gathering is not None
    assert greedy.recv(100).startswith(b"HTTP/1.1 503 ")
    assert loop.worker.nr_conns == 1


def test_what_is_refused_holds_nothing_while_its_client_reads_why(loop: Loop):
    greedy, conn = loop.client()
    greedy.sendall(HEAD + b"x" * SMALL)
    loop.turn()
    assert greedy.recv(100).startswith(b"HTTP/1.1 503 ")
    assert conn in loop.worker._lingering
    assert conn.gathering is None


@pytest.mark.parametrize("greedy_first", [True, False])
def test_who_is_refused_for_another_may_send_in_the_same_round(loop: Loop, greedy_first: bool):
    (greedy, _), (small, conn) = loop.client(), loop.client()
    greedy.sendall(HEAD + b"x" * (SMALL - len(HEAD)))
    loop.turn()
    both = [(greedy, b"x"), (small, b"GET / HTTP/1.1\r\n")]
    for client, data in both if greedy_first else both[::-1]:
        client.sendall(data)
    loop.turn()
    assert conn.gathering is not None
    assert greedy.recv(100).startswith(b"HTTP/1.1 503 ")
    assert loop.worker.nr_conns == 1


def test_who_made_room_in_a_round_is_no_longer_heard_in_it(loop: Loop):
    """Else it is counted as gone twice, and at last there is room for any number."""
    worker = loop.worker
    worker.worker_connections = 17  # one of them beside those that are kept free
    slow, conn = loop.client()
    slow.sendall(b"GET")
    (key, _) = worker.poller.select(1)[0]
    worker._make_room()
    assert worker.nr_conns == 0
    key.data(key.fileobj)
    assert worker.nr_conns == 0
    assert conn not in worker._gathering


def test_a_kept_connection_that_made_room_in_a_round_is_no_longer_heard_in_it(loop: Loop):
    worker = loop.worker
    worker.worker_connections = 17
    client, conn = loop.client()
    worker._forget(conn)
    worker.finish_request(conn, Answered())
    client.sendall(b"GET")
    (key, _) = worker.poller.select(1)[0]
    worker._make_room()
    key.data(key.fileobj)  # was a KeyError, which ends the whole worker
    assert worker.nr_conns == 0
    assert not worker.keepalived_conns


def test_a_request_of_whoever_has_gone_while_it_waited_is_not_worked_at(loop: Loop):
    """Else a server with too much to do works at answers that nobody waits for."""
    for goes, more, answered in ((True, b"", 0), (False, b"", 1), (False, b"GET / HTTP/1.1\r\n", 2)):
        client, conn = loop.client()
        loop.worker._forget(conn)
        conn.parser.unreader.unread(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        client.sendall(more)  # of the next request
        if goes:
            client.close()
        conn.whole_at -= 2 * GONE_AFTER
        assert loop.worker.handle(conn) is False
        assert len(loop.worker.answered) == answered


def test_who_closes_the_sending_side_after_a_request_is_answered(loop: Loop):
    """As programs of a few lines do, which then read until the end."""
    client, conn = loop.client()
    client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    client.shutdown(socket.SHUT_WR)
    loop.worker.tpool = Pool()
    loop.turn()
    assert loop.worker.tpool.given == [conn]
    assert loop.worker.handle(conn) is False
    assert len(loop.worker.answered) == 1


class Pool:
    """Notes what it is given to do, and leaves it to the test."""

    def __init__(self) -> None:
        self.given: list[Any] = []

    def submit(self, _: Any, conn: PatientConnection) -> Future[bool]:
        self.given.append(conn)
        return Future()


class Answered:
    """What a thread hands back whose client may ask again."""

    def cancelled(self) -> bool:
        return False

    def result(self) -> bool:
        return True
