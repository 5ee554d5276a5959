"""The threads of a connection: none waits for what will not come, and none is left."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from server.mail.hardened import Aborted, HardenedImap, Refused
from server.mail.line_splitter import MAX_LINE
from tests.server.mail.imap_script import CAPABILITIES, Reply, ScriptedServer

SOON = 20.0  # seconds that a deadline of the tests allows; nothing here comes near it


class StumblingImap(HardenedImap):
    """Fails over one answer, as a mistake in our own code would."""

    mistake: Exception

    def _put_response(self, answer: bytes) -> None:
        if b"STUMBLE" in answer:
            raise self.mistake
        super()._put_response(answer)


class EndingMeanwhile(HardenedImap):
    """Is told that its connection has ended while news is put away, and before the next line is looked at."""

    def _append_untagged(self, kind: str, data: object) -> None:
        super()._append_untagged(kind, data)
        if data == b"news":
            self.inq.put((Aborted, "cut off"))
            until(lambda: self.Terminate and not self.tagged_commands)


class HesitatingServer(ScriptedServer):
    """Answers DONE only when it is told to."""

    def __init__(self) -> None:
        super().__init__([(rb"IDLE", b"+ idling\r\n")])
        self.go_on = threading.Event()

    def serve(self, connection: socket.socket) -> None:
        connection.sendall(self._greeting)
        idle = b""
        with connection.makefile("rb") as lines:
            for line in lines:
                tag, _, command = line.rstrip(b"\r\n").partition(b" ")
                if tag == b"DONE":
                    assert self.go_on.wait(SOON)
                    connection.sendall(idle + b" OK done\r\n")
                    continue
                idle = tag
                connection.sendall((self._answer(tag, command) or b"").replace(b"%T", tag))


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


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


@pytest.mark.parametrize(
    "mistake",
    [
        KeyError("words"),
        ValueError("invalid literal: 'words'"),
        OSError("words"),
        UnicodeDecodeError("ascii", b"words\xff", 5, 6, "x"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_a_mistake_of_ours_over_an_answer_ends_the_connection_instead_of_hanging(mistake: Exception) -> None:
    class Stumbling(StumblingImap):
        pass

    Stumbling.mistake = mistake
    with ScriptedServer([(rb"NOOP", b"* STUMBLE\r\n%T OK done\r\n")]) as server:
        imap = connected(server, Stumbling)
        with pytest.raises(Refused, match=f"program error: {type(mistake).__name__}") as told:
            imap.noop()
        assert not isinstance(told.value, Aborted), "the server did nothing wrong"
        assert "words" not in str(told.value), "they may be those of somebody's mail"
        with pytest.raises(Aborted):
            imap.noop()
        imap.shutdown()


def test_a_line_beyond_all_bounds_is_told_as_a_broken_connection() -> None:
    with ScriptedServer([(rb"NOOP", b"* " + b"x" * (MAX_LINE + 1) + b"\r\n%T OK done\r\n")]) as server:
        imap = connected(server)
        with pytest.raises(Aborted, match="a line of more than"):
            imap.noop()
        imap.shutdown()


def test_the_answer_to_done_has_as_long_as_any_other_however_long_was_idled() -> None:
    with HesitatingServer() as server:
        imap = connected(server)
        imap.state = "SELECTED"
        imap.start_idling(600, lambda _: None)
        imap._heard_at -= 10 * SOON  # nothing came all night
        imap._end_idle()
        assert not imap._is_silent()
        server.go_on.set()
        assert imap.noop()[0] == "OK"
        ended(imap)


def test_who_waits_to_send_a_literal_is_told_of_an_end_that_comes_with_other_news() -> None:
    told: list[BaseException] = []

    def send() -> None:
        try:
            imap.append_as_it_is('"INBOX"', '"22-Nov-2026 21:00:00 +0000"', b"Subject: x\r\n\r\nx\r\n")
        except Aborted as error:
            told.append(error)

    with ScriptedServer([(rb"APPEND", b"* OK news\r\n")]) as server:
        imap = connected(server, EndingMeanwhile)
        imap.state = "AUTH"
        sending = threading.Thread(target=send, daemon=True)
        sending.start()
        sending.join(SOON)
        assert told, "it waits for ever"
        imap.shutdown()
