"""Slow, silent, stubborn and greedy clients: the others are answered meanwhile, and memory stays flat."""

from __future__ import annotations

import os
import select
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from server.web.body_limit import LARGEST
from server.web.patient_worker import GATHERED_AT_MOST
from tests.attacks.listening import GET, Listening, listening, read_answer

MANY = 60  # slow clients; the server has four threads
HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{"
CLOSING = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listening]:
    with listening(tmp_path_factory.mktemp("plain")) as found:
        yield found


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listening]:
    with listening(tmp_path_factory.mktemp("tls"), tls=True) as found:
        yield found


@pytest.fixture(params=["plain", "tls"])
def server(request: pytest.FixtureRequest) -> Listening:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Listening)
    return found


@pytest.mark.parametrize("begun", [HEAD, BODY, CLOSING, b""], ids=["slow head", "slow body", "never closed", "silent"])
def test_slowloris_others_are_answered_while_many_clients_send_a_byte_now_and_then(server: Listening, begun: bytes):
    with ExitStack() as stack:
        slow = [stack.enter_context(server.connect()) for _ in range(MANY)]
        for each in slow:
            each.sendall(begun)
        for _ in range(3):
            for each in slow:
                if begun in (HEAD, BODY):
                    each.sendall(b"a")
            assert server.ask().startswith(b"HTTP/1.1 200")


def test_half_a_handshake_keeps_nobody_waiting(tls: Listening):
    with ExitStack() as stack:
        for _ in range(MANY):
            stack.enter_context(tls.connect_bare()).sendall(b"\x16\x03\x01\x02\x00\x01")
        assert tls.ask().startswith(b"HTTP/1.1 200")


def test_a_client_that_never_reads_keeps_its_own_thread_only_and_not_the_loop(plain: Listening):
    with plain.connect() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.sendall(GET.replace(b"GET / ", b"GET /long "))
        for _ in range(20):
            assert plain.ask().startswith(b"HTTP/1.1 200")


def test_more_connections_than_there_are_room_for_put_out_whoever_waits_the_longest(plain: Listening):
    with ExitStack() as stack:
        flood = [stack.enter_context(plain.connect()) for _ in range(560)]
        assert plain.ask().startswith(b"HTTP/1.1 200")
        flood[0].settimeout(10)
        assert flood[0].recv(1) == b""


def test_bodies_that_fill_all_the_memory_there_is_for_them_keep_nobody_else_out(plain: Listening):
    """32 clients whose two megabytes lack one byte: one of them is refused for each that comes, and none of those."""
    head = f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {LARGEST}\r\n\r\n".encode()
    body = head + b"x" * (LARGEST - len(head))
    with ExitStack() as stack:
        greedy = [stack.enter_context(plain.connect()) for _ in range(GATHERED_AT_MOST // LARGEST)]
        for each in greedy:
            each.sendall(body)
        for _ in range(200):
            assert plain.ask().startswith(b"HTTP/1.1 200")
            refused, _, _ = select.select(greedy, [], [], 0)
            if refused:
                break
        assert [each.recv(12) for each in refused] == [b"HTTP/1.1 503"]


def test_200_megabytes_are_refused_at_once_and_take_no_memory(server: Listening):
    before = server.memory()
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 209715200\r\n\r\n"
    sent, piece, answer = 0, os.urandom(1 << 20), b""
    with server.connect() as client:
        client.sendall(head)
        try:
            while sent < 200 << 20:
                client.sendall(piece)
                sent += len(piece)
        except OSError:
            pass  # it was not read to its end
    with server.connect() as client:
        client.sendall(head)
        answer = read_answer(client)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"problem+json" in answer
    assert server.memory() - before < 16 << 20
    assert server.ask().startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nabcd", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -4\r\n\r\nabcd", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4,4\r\n\r\nabcd", 400),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 80_000, 431),
        (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 300 + b"\r\n", 400),
    ],
    ids=["chunks", "smuggling", "two lengths", "negative", "listed", "long head", "long line", "many fields"],
)
def test_request_smuggling_and_what_cannot_be_measured_is_refused(plain: Listening, request_: bytes, status: int):
    assert plain.ask(request_).startswith((f"HTTP/1.1 {status} ".encode(), b"HTTP/1.1 431 "))


def test_requests_one_behind_the_other_are_all_answered(server: Listening):
    request = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"
    with server.connect() as client:
        client.sendall(request * 3 + GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        got = b""
        while piece := client.recv(65536):
            got += piece
    assert got.count(b"HTTP/1.1 200") == 4
    assert got.count(b"\r\n3 http") + got.count(b"\r\n3 https") >= 3


def test_a_connection_serves_one_request_after_another(server: Listening):
    with server.connect() as client:
        for _ in range(3):
            client.sendall(GET)
            assert read_answer(client).startswith(b"HTTP/1.1 200")


def test_who_waits_for_leave_to_send_a_body_gets_it(server: Listening):
    with server.connect() as client:
        client.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 100 ")
        client.sendall(b"abcde")
        assert b"5 http" in read_answer(client)


def test_a_body_of_two_megabytes_arrives_whole_by_tls(tls: Listening):
    size = 2 << 20
    head = f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n".encode()
    assert f"{size} https".encode() in tls.ask(head + b"x" * size)


def test_old_versions_of_tls_are_not_spoken(tls: Listening):
    assert tls.trusted is not None
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            old.minimum_version = old.maximum_version = version
        old.set_ciphers("ALL:@SECLEVEL=0")
        with tls.connect_bare() as client, pytest.raises((ssl.SSLError, OSError)):
            old.wrap_socket(client)


def test_what_is_late_is_told_so_and_ends(plain: Listening):
    """Ten seconds for a head: the only test here that waits, and it waits for all its clients at once."""
    said: list[bytes] = []

    def dribble() -> None:
        with plain.connect() as client:
            client.sendall(HEAD)
            until = time.monotonic() + 14
            while time.monotonic() < until:
                try:
                    client.sendall(b"a")
                except OSError:
                    break
                time.sleep(0.5)
                client.settimeout(0.01)
                try:
                    said.append(client.recv(1000))
                    break
                except TimeoutError:
                    client.settimeout(5)

    clients = [threading.Thread(target=dribble) for _ in range(3)]
    for each in clients:
        each.start()
    for each in clients:
        each.join(20)
    assert [each[:12] for each in said] == [b"HTTP/1.1 408"] * 3
