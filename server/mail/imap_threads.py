"""imaplib2's threads in our words: what the server says is taken apart and handed over in the thread that reads it.

imaplib2 hands each line to a second thread, which begins with a sleep of 0.1 s so that nobody answers a greeting that
is not yet waited for. Here the reader itself waits for that moment, and the second thread only tells everybody who
waits that the connection has ended.
"""

from __future__ import annotations

import contextlib
import queue
import select
import threading
import time
from collections.abc import Iterator
from typing import Any

import imaplib2

from server.mail.line_splitter import LineSplitter, NotAGreeting

Refused = imaplib2.IMAP4.error
"""The server said NO or BAD, or a command does not fit the state."""
Aborted = imaplib2.IMAP4.abort
"""The connection is of no use any more (a subclass of Refused)."""

READ_BYTES = 256 << 10
POLL_SECONDS = 5.0  # after which a reader looks whether it is still wanted
LEAVING_SECONDS = 0.05  # the same after LOGOUT
ENDED = "connection terminated"


class NotImap(imaplib2.IMAP4.abort):  # type: ignore[misc]
    """The first bytes are no IMAP greeting."""


class Silent(imaplib2.IMAP4.abort):  # type: ignore[misc]
    """A deadline passed; `greeted` in the connection says whether the server ever spoke."""


class _Broken(Exception):
    """The connection cannot be read any more, in words of the system or of our own."""


@contextlib.contextmanager
def _told_as_broken() -> Iterator[None]:
    """Around what fails where the connection does, and around nothing else: other mistakes are ours."""
    try:
        yield
    except NotAGreeting:
        raise
    except (OSError, ValueError) as broken:
        raise _Broken(f"{type(broken).__name__}: {broken}") from broken


def _pieces(splitter: LineSplitter, data: bytes) -> Iterator[bytes]:
    with _told_as_broken():
        yield from splitter.feed(data)


class ImapThreads(imaplib2.IMAP4):  # type: ignore[misc]
    """The reading half of a connection; who derives from it says how bytes are read and answers are put away."""

    expired: bool
    greeted: bool
    command_seconds: float

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._greeting_awaited = threading.Event()
        self._heard_at = time.monotonic()
        super().__init__(*arguments, **named)

    def _request_push(self, tag: Any = None, name: Any = None, **named: Any) -> Any:
        self._heard_at = time.monotonic()  # a question begins the time in which an answer must come
        request = super()._request_push(tag, name, **named)
        if name == "welcome":
            self._greeting_awaited.set()
        return request

    def _end_idle(self) -> None:
        self._heard_at = time.monotonic()  # DONE asks for an answer, and comes after a long silence
        super()._end_idle()

    def _reader(self) -> None:
        """Reads and puts away what the server says; ends with the connection, or for STARTTLS."""
        end: tuple[Any, str] = (Aborted, ENDED)
        try:
            self._greeting_awaited.wait()
            if self._read_until_tls():
                return
        except NotAGreeting as strange:
            end = (NotImap, str(strange))
        except _Broken as broken:
            end = (Silent if self.expired else Aborted, str(broken))
        except Exception as mistake:  # noqa: BLE001 - the top of a thread: else those who wait would wait for ever
            # without its words, which may be the server's, and so a piece of somebody's mail
            end = (Refused, f"program error: {type(mistake).__name__}")
        self.inq.put(end)

    def _read_until_tls(self) -> bool:
        """Whether it was STARTTLS that ended the reading."""
        poll = select.poll()
        splitter = LineSplitter(expect_greeting=not self.greeted)
        with _told_as_broken():
            poll.register(self.read_fd, select.POLLIN)
        while not self.Terminate:
            seconds = LEAVING_SECONDS if self.state == imaplib2.imaplib2.LOGOUT else POLL_SECONDS
            if not poll.poll(round(1000 * seconds)):
                continue
            with _told_as_broken():
                data = self.read(READ_BYTES)
                if data is None:
                    continue
                if not data:
                    raise OSError("the server closed the connection")
            self._heard_at = time.monotonic()
            if self._pass_on(splitter, data):
                return True
        return False

    def _pass_on(self, splitter: LineSplitter, data: bytes) -> bool:
        """Puts the pieces away; True after the answer to STARTTLS, which ends this reader."""
        for piece in _pieces(splitter, data):
            # asked before it is put away: afterwards the main thread may have sent STARTTLS already
            last = self.TerminateReader and piece.startswith(self.tagpre)
            self._put_response(piece)
            if last:
                return True
        self.greeted = self.greeted or splitter.looks_like_imap()
        return False

    def _handler(self) -> None:
        """Waits for the end of the connection and tells it to all who wait for answers."""
        kind, words = self._awaited_end()
        self.Terminate = True
        with contextlib.suppress(queue.Empty):
            while True:
                unsent = self.ouq.get_nowait()
                if unsent is not None:
                    unsent.abort(kind, words)
        self.ouq.put(None)
        with self.commands_lock:
            waiting = list(self.tagged_commands.values())
            self.tagged_commands.clear()
            for request in waiting:
                request.abort(kind, words)
            self.state_change_free.set()

    def _wait_on(self, name: str, waiting: Any) -> None:
        """Puts a request back among those that wait, unless these were told meanwhile that the connection has ended."""
        with self.commands_lock:
            if not self.Terminate:
                self.tagged_commands[name] = waiting
                return
        waiting.abort(Aborted, ENDED)

    def _awaited_end(self) -> tuple[Any, str]:
        """What ended the connection: an error of the reader's or the writer's, or silence."""
        while True:
            try:
                end: tuple[Any, str] = self.inq.get(True, self.command_seconds)
            except queue.Empty:
                if self._is_silent():
                    return Aborted, f"no response after {self.command_seconds} secs"
                self._end_idle_in_time()
            else:
                return end

    def _is_silent(self) -> bool:
        """Whether an answer is due and nothing at all came for too long; who idles expects nothing."""
        if self.idle_rqb is not None or not self.tagged_commands:
            return False
        return time.monotonic() - self._heard_at >= self.command_seconds

    def _end_idle_in_time(self) -> None:
        with self.idle_lock:
            over = self.idle_timeout is not None and self.idle_timeout <= time.time()
        if over:
            self._end_idle()
