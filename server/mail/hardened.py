"""imaplib2 3.6 made safe: verified TLS, deadlines, commands that release their locks."""

from __future__ import annotations

import binascii
import contextlib
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

import imaplib2

from server.mail.imap_threads import Aborted, ImapThreads, NotImap, Refused, Silent
from server.mail.line_splitter import FetchAnswers

__all__ = ["Aborted", "HardenedImap", "NotImap", "Refused", "Silent"]

ALERTS = 20  # of one connection that are kept
STATUS_WORDS = frozenset({"OK", "NO", "BAD", "BYE", "PREAUTH"})


class HardenedImap(ImapThreads):
    """One IMAP connection; the traps of imaplib2 3.6 are cured here and nowhere else."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        tls: ssl.SSLContext | None,
        tls_at_once: bool,
        connect_seconds: float,
        command_seconds: float,
    ) -> None:
        self._tls = tls
        self._tls_at_once = tls_at_once
        self._connect_seconds = connect_seconds
        self.command_seconds = command_seconds
        self._io = threading.Lock()
        self.literal: Any = None
        self.untagged_responses: list[list[Any]] = []
        self.alerts: list[bytes] = []
        self.expired = False
        self.greeted = False
        self.sock: socket.socket | None = None
        with self.deadline(connect_seconds * 2):
            super().__init__(host, port, identifier=f"imap {host}", timeout=command_seconds)

    @contextlib.contextmanager
    def deadline(self, seconds: float) -> Iterator[None]:
        """Cut the connection when the block takes longer; what waits in it then raises Aborted."""
        watch = threading.Timer(seconds, self.expire)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()
            watch.join()

    def expire(self) -> None:
        """The deadline passed: everything that waits on this connection fails now."""
        self.expired = True
        self.cut()

    def cut(self) -> None:
        """Take the network away; every waiting thread wakes up with an error."""
        if self.sock is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)  # past a TLS object in use

    def open(self, host: str | None = None, port: int | None = None) -> None:
        self.host, self.port = host, port
        try:
            self.sock = self.open_socket()
            if self._tls_at_once:
                self.ssl_wrap_socket()
            self.sock.setblocking(False)
            self.read_fd = self.sock.fileno()
        except BaseException:
            if self.sock is not None:
                self.sock.close()
            raise

    def open_socket(self) -> socket.socket:
        connection = socket.create_connection((self.host, self.port), self._connect_seconds)
        if self.expired:
            connection.close()
            raise TimeoutError("timed out")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 20), ("TCP_KEEPCNT", 3)):
            if hasattr(socket, name):
                connection.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
        return connection

    def ssl_wrap_socket(self) -> None:
        if self._tls is None or self.sock is None:
            raise Aborted("no TLS context")
        self.sock.settimeout(self._connect_seconds)
        wrapped = self._tls.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
        self.sock = wrapped
        try:
            wrapped.do_handshake()
        except (OSError, ValueError):
            self.Terminate = True  # the reader must not come back on this socket
            raise
        wrapped.setblocking(False)
        self.read_fd = wrapped.fileno()

    def read(self, size: int) -> bytes | None:
        """Bytes, b"" at the end, None when nothing is there yet."""
        if self.sock is None:
            return b""
        with self._io:  # an OpenSSL object must not be used by two threads at once
            try:
                return self.sock.recv(size)
            except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
                return None

    def send(self, data: bytes) -> None:
        if self.sock is None:
            raise OSError("not connected")
        rest = memoryview(data)
        end = time.monotonic() + self.command_seconds
        while rest:
            with self._io:
                try:
                    rest = rest[self.sock.send(rest) :]
                    continue
                except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
                    descriptor = self.sock.fileno()
            if time.monotonic() > end:
                raise TimeoutError("the server takes no data")
            writable = select.poll()
            writable.register(descriptor, select.POLLOUT)
            writable.poll(500)

    def shutdown(self) -> None:
        if self.sock is None:
            return
        self.cut()
        with self._io:
            self.sock.close()

    def starttls(self, **_: object) -> Any:
        """Go over to TLS; a server that is signed in already or says anything in between is refused."""
        if self.state != imaplib2.imaplib2.NONAUTH:
            raise Aborted("the server says that we are signed in before encryption began")
        answer = super().starttls()
        self.untagged_responses = []  # nothing said in the clear counts any longer
        self.refresh_capabilities()
        return answer

    def authenticate_plain(self, user: bytes, password: bytes) -> Any:
        """AUTHENTICATE PLAIN: any bytes but NUL are safe, for they travel as base64."""
        self.literal = _PlainAnswer(user, password).process
        return self._sign_in("AUTHENTICATE", "PLAIN")

    def authenticate_with(self, mechanism: str, dialogue: Dialogue) -> Any:
        """AUTHENTICATE by any mechanism whose client's side `dialogue` speaks."""
        self.literal = dialogue.process
        return self._sign_in("AUTHENTICATE", mechanism)

    def login_with_literal(self, quoted_user: str, password: bytes) -> Any:
        """LOGIN with the password as a literal, which needs no quoting."""
        self.literal = password
        return self._sign_in("LOGIN", quoted_user)

    def _sign_in(self, *command: str) -> Any:
        try:
            kind, data = self._simple_command(*command)
            if kind != "OK":
                raise Refused(data[-1])
            self.state = imaplib2.imaplib2.AUTH
        finally:
            self.literal = None
            self._release_state_change()
        return kind, data

    def append_as_it_is(self, quoted_folder: str, internaldate: str, raw: bytes) -> Any:
        """APPEND that leaves every byte alone; imaplib2's own rewrites line ends."""
        self.literal = raw
        try:
            return self._simple_command("APPEND", quoted_folder, internaldate)
        finally:
            self.literal = None
            self._release_state_change()

    def start_idling(self, seconds: float, on_news: Callable[[object], None]) -> None:
        """IDLE; `on_news` is called, once, in another thread when anything happens. The next command ends it."""
        self.idle(max(1, round(seconds)), callback=on_news)  # imaplib2 takes whole seconds only

    def enable(self, capability: str) -> Any:
        try:
            return super().enable(capability)
        finally:
            self._release_state_change()

    def _print_log(self) -> None:
        """imaplib2 would write its last commands, and mail, to standard error."""

    def start_compressing(self) -> None:
        raise Refused("compression is not used")

    def list_with(self, command: str, reference: str, pattern: str) -> Any:
        """LIST, or its old Gmail twin XLIST."""
        if command == "LIST":
            return self._simple_command("LIST", reference, pattern, untagged_response="LIST")
        self.xatom("XLIST", reference, pattern)
        return self._untagged_response("OK", [None], "XLIST")

    def refresh_capabilities(self) -> None:
        """Ask what the server can do."""
        _, data = self.capability()
        if not data or data[-1] is None:
            raise NotImap("no answer to CAPABILITY")
        self.capabilities = tuple(data[-1].decode("ascii", "replace").upper().split())

    _get_capabilities = refresh_capabilities

    # The next three do what imaplib2's do, without writing a whole mail's repr into a log that nobody reads.

    def _put_response(self, answer: bytes) -> None:
        if isinstance(answer, FetchAnswers):
            self._extend_untagged("FETCH", answer.parts)
            self._end_idle()
        elif answer.startswith(b"* ") and self._is_waiting_for_continuation():
            waiting = self.tagged_commands.pop("continuation")  # imaplib2 would take any news for a refusal
            super()._put_response(answer)
            self._wait_on("continuation", waiting)
        else:
            super()._put_response(answer)

    def _is_waiting_for_continuation(self) -> bool:
        waiting = self.tagged_commands.get("continuation")
        return waiting is not None and waiting.name != "welcome" and self._literal_expected is None

    def _request_pop(self, name: Any, data: Any) -> None:
        if isinstance(data[0], str):
            self._note_alert(data[1][-1])
        super()._request_pop(name, data)

    def _note_alert(self, words: Any) -> None:
        if isinstance(words, bytes) and words.upper().startswith(b"[ALERT]") and len(self.alerts) < ALERTS:
            self.alerts.append(words[len(b"[ALERT]") :].strip())

    def _append_untagged(self, kind: str, data: Any) -> None:
        if kind in STATUS_WORDS:
            self._note_alert(data)
        self._extend_untagged(kind, (b"" if data is None else data,))

    def _extend_untagged(self, kind: str, data: Iterable[Any]) -> None:
        with self.commands_lock:
            if not self.untagged_responses or self.untagged_responses[-1][0] != kind:
                self.untagged_responses.append([kind, []])
            self.untagged_responses[-1][1].extend(data)

    def _get_untagged_response(self, name: str, leave: bool = False) -> Any:
        with self.commands_lock:
            for index, (kind, data) in enumerate(self.untagged_responses):
                if kind == name:
                    if not leave:
                        del self.untagged_responses[index]
                    return data
        return None

    def _untagged_response(self, kind: str, data: Any, name: str) -> Any:
        if kind == "NO":
            return kind, data
        collected: list[Any] = []
        while found := self._get_untagged_response(name):
            collected += found
        return kind, collected or [None]


class Dialogue(Protocol):
    """The client's side of a SASL mechanism; `process` is a bound method because imaplib2 tests for one."""

    def process(self, challenge: bytes, request: object) -> bytes:
        """The answer to a challenge; both are base64."""


class _PlainAnswer:
    """The client's side of SASL PLAIN; imaplib2 wants a bound method that gives the next line."""

    def __init__(self, user: bytes, password: bytes) -> None:
        self._line: bytes | None = binascii.b2a_base64(b"\0" + user + b"\0" + password, newline=False)

    def process(self, _challenge: bytes, _request: object) -> bytes:
        line, self._line = self._line, None
        return line if line is not None else b"*"  # a second challenge can only be an error
