"""The threads of a connection: none waits for what will not come, and none is left."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from server.mail.hardened import Aborted, HardenedImap, Refused
from tests.server.mail.imap_script import CAPABILITIES, Reply, ScriptedServer

SOON = 20.0  # seconds that a deadline of the tests allows; nothing here comes near it


class StumblingImap(HardenedImap):
    """Fails over one answer, as a mistake in our own code would."""

    def _put_response(self, answer: bytes) -> None:
        if b"STUMBLE" in answer:
            raise KeyError("a mistake")
        super()._put_response(answer)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(SOON)
    assert set(threading.enumerate()) <= before


def connected(
    server: ScriptedServer, kind: type[HardenedImap] = HardenedImap, command_seconds: float = SOON
) -> HardenedImap:
    return kind(
        "127.0.0.1",
        server.port,
        tls=None,
        tls_at_once=False,
        connect_seconds=SOON,
        command_seconds=command_seconds,
    )


def ended(imap: HardenedImap) -> None:
    with imap.deadline(SOON):
        imap.logout()
    imap.shutdown()


def test_a_greeting_that_is_there_at_once_is_heard_every_time() -> None:
    with ScriptedServer() as server:
        for _ in range(50):  # each once more lets reader and main thread race for who is first
            imap = connected(server)
            assert imap.state == "NONAUTH"
            assert set(CAPABILITIES.decode().upper().split()) <= set(imap.capabilities)
            ended(imap)


def test_answers_in_one_packet_come_in_their_order() -> None:
    lines = b"".join(b"* %d FETCH (UID %d)\r\n* %d EXISTS\r\n" % (n, n, n) for n in range(1, 40))
    with ScriptedServer([(rb"NOOP", lines + b"%T OK done\r\n")]) as server:
        imap = connected(server)
        assert imap.noop()[0] == "OK"
        assert imap.response("FETCH")[1] == [b"%d (UID %d)" % (n, n) for n in range(1, 40)]
        assert imap.response("EXISTS")[1] == [b"%d" % n for n in range(1, 40)]
        ended(imap)


def test_who_waits_for_a_silent_server_is_told_without_any_deadline() -> None:
    with ScriptedServer([(rb"NOOP", b"")]) as server:
        imap = connected(server, command_seconds=0.2)
        with pytest.raises(Aborted, match=r"no response after 0\.2 secs"):
            imap.noop()
        ended(imap)


def test_who_asks_nothing_is_not_cut_off_for_the_silence() -> None:
    with ScriptedServer() as server:
        imap = connected(server, command_seconds=0.1)
        assert not threading.Event().wait(0.5)
        assert imap.noop()[0] == "OK"
        ended(imap)


@pytest.mark.parametrize("reply", [b"* BYE over\r\n", None])
def test_the_end_of_the_connection_is_told_to_who_waits(reply: Reply | None) -> None:
    rule: Reply = (lambda _tag, _command: None) if reply is None else reply
    with ScriptedServer([(rb"NOOP", rule)]) as server:
        imap = connected(server)
        with pytest.raises(Aborted):
            imap.noop()
        with pytest.raises(Aborted):
            imap.noop()
        imap.shutdown()


def test_a_mistake_of_ours_over_an_answer_ends_the_connection_instead_of_hanging() -> None:
    with ScriptedServer([(rb"NOOP", b"* STUMBLE\r\n%T OK done\r\n")]) as server:
        imap = connected(server, StumblingImap)
        with pytest.raises(Refused, match="program error: KeyError"):
            imap.noop()
        with pytest.raises(Aborted):
            imap.noop()
        imap.shutdown()
