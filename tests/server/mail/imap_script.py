"""A scripted IMAP server and a recording proxy: for what no real server does on demand."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable, Iterable
from typing import Self

Reply = bytes | Callable[[bytes, bytes], bytes | None]
"""Bytes to send (%T is the tag), or a function of tag and command; None closes the connection."""

CAPABILITIES = b"IMAP4rev1 AUTH=PLAIN"


class _Listener:
    """Accepts on a free loopback port, each connection in a thread; `stop` ends and joins them all."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept)

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        for each in self._open:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for each in self._open:
            each.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._open.append(connection)
            self._run(self._serve_quietly, connection)

    def _run(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _serve_quietly(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            self.serve(connection)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    def serve(self, connection: socket.socket) -> None:
        raise NotImplementedError


class ScriptedServer(_Listener):
    """Answers each command by the first rule whose pattern matches it, else as a server usually does."""

    def __init__(
        self,
        rules: Iterable[tuple[bytes, Reply]] = (),
        *,
        greeting: bytes = b"* OK ready\r\n",
        capabilities: bytes = CAPABILITIES,
    ) -> None:
        super().__init__()
        self._rules = [*rules, *_usual(capabilities)]
        self._greeting = greeting
        self.received = bytearray()

    def serve(self, connection: socket.socket) -> None:
        connection.sendall(self._greeting)
        with connection.makefile("rb") as lines:
            for line in lines:
                self.received += line
                tag, _, command = line.rstrip(b"\r\n").partition(b" ")
                if not command:  # the base64 of a sign-in
                    tag = self._pending
                    connection.sendall(tag + b" OK signed in\r\n")
                    continue
                self._pending = tag
                answer = self._answer(tag, command)
                if answer is None:
                    return
                connection.sendall(answer.replace(b"%T", tag))
                if command.upper() == b"LOGOUT":
                    return

    def _answer(self, tag: bytes, command: bytes) -> bytes | None:
        for pattern, reply in self._rules:
            if re.match(pattern, command, re.IGNORECASE):
                return reply(tag, command) if callable(reply) else reply
        return b"%T BAD unknown command\r\n"


def _usual(capabilities: bytes) -> list[tuple[bytes, Reply]]:
    return [
        (rb"CAPABILITY", b"* CAPABILITY " + capabilities + b"\r\n%T OK done\r\n"),
        (rb"AUTHENTICATE PLAIN", b"+ \r\n"),
        (rb"LOGOUT", b"* BYE bye\r\n%T OK bye\r\n"),
        (rb"NOOP", b"%T OK done\r\n"),
        (rb"LIST", b'* LIST () "/" INBOX\r\n%T OK done\r\n'),
        (
            rb"EXAMINE",
            b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x\r\n%T OK [READ-ONLY] done\r\n",
        ),
    ]


class RecordingProxy(_Listener):
    """Passes bytes on to a port and back, remembers what the client sent, and can cut the way back."""

    def __init__(self, port: int, *, cut_after: int | None = None, swallow: bool = False) -> None:
        super().__init__()
        self._target = port
        self._left = cut_after
        self._swallow = swallow
        self.from_client = bytearray()

    def serve(self, connection: socket.socket) -> None:
        server = socket.create_connection(("127.0.0.1", self._target))
        self._open.append(server)
        self._run(self._upstream, connection, server)
        while data := server.recv(65536):
            if self._left is not None:
                data, self._left = data[: self._left], max(0, self._left - len(data))
            connection.sendall(data)
            if self._left == 0:
                if self._swallow:
                    continue
                break
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)

    def _upstream(self, connection: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := connection.recv(65536):
                self.from_client += data
                server.sendall(data)
            server.shutdown(socket.SHUT_RDWR)
