"""A mail server on loopback that speaks TLS and can be told to refuse, hang up or fall silent after taking a mail."""

from __future__ import annotations

import base64
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast


@dataclass
class FaultySmtp:
    """`refusals` are what it answers to a command instead, such as {"RCPT": "550 nobody"}."""

    context: ssl.SSLContext | None = None
    implicit: bool = False
    password: str = ""
    refusals: dict[str, str] = field(default_factory=dict)
    hangs_up_after: str = ""
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    logins: list[tuple[str, bool]] = field(default_factory=list)  # who, and whether under TLS
    port: int = 0

    @contextmanager
    def running(self) -> Iterator[FaultySmtp]:
        smtp = self

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """A client that goes away is what some tests want."""

        class Conversation(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with suppress(OSError):
                    _Talk(smtp, self.request).run()

        with Server(("127.0.0.1", 0), Conversation) as server:
            self.port = int(server.server_address[1])
            thread = threading.Thread(target=server.serve_forever, args=(0.02,))
            thread.start()
            try:
                yield self
            finally:
                server.shutdown()
                thread.join()


class _Talk:
    def __init__(self, smtp: FaultySmtp, connection: socket.socket) -> None:
        self._smtp, self._is_safe = smtp, smtp.implicit
        if smtp.implicit and smtp.context:
            connection = smtp.context.wrap_socket(connection, server_side=True)
        self._open(connection)

    def _open(self, connection: socket.socket) -> None:
        self._connection, self._lines = connection, connection.makefile("rb")

    def run(self) -> None:
        try:
            self._answer_all()
        finally:
            self._lines.close()
            self._connection.close()

    def _answer_all(self) -> None:
        recipient = ""
        self._say("220 here")
        while line := self._lines.readline().decode().strip():
            command, _, rest = line.partition(" ")
            command = command.upper()
            if command in self._smtp.refusals:
                self._say(self._smtp.refusals[command])
            elif command == "EHLO":
                offers = ["AUTH PLAIN"] + (["STARTTLS"] if self._smtp.context and not self._is_safe else [])
                self._say("\r\n".join(["250-here", *(f"250-{each}" for each in offers), "250 OK"]))
            elif command == "STARTTLS":
                self._say("220 go")
                assert self._smtp.context
                self._open(self._smtp.context.wrap_socket(self._connection, server_side=True))
                self._is_safe = True
            elif command == "AUTH":
                self._sign_in(rest)
            elif command == "RCPT":
                recipient = rest.partition("<")[2].partition(">")[0]
                self._say("250 ok")
            elif command == "DATA":
                self._say("354 go on")
                self._take(recipient)
            else:
                self._say("221 bye" if command == "QUIT" else "250 ok")
            if command in ("QUIT", self._smtp.hangs_up_after):
                return

    def _sign_in(self, rest: str) -> None:
        _, user, password = base64.b64decode(rest.partition(" ")[2]).decode().split("\0")
        self._smtp.logins.append((user, self._is_safe))
        self._say("235 welcome" if password == self._smtp.password else "535 no")

    def _take(self, recipient: str) -> None:
        lines = []
        while (line := self._lines.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        mail = cast(EmailMessage, message_from_bytes(b"".join(lines), policy=policy.default))
        self._smtp.taken.append((recipient, mail))
        if self._smtp.hangs_up_after != "DATA":
            self._say("250 taken")

    def _say(self, line: str) -> None:
        self._connection.sendall(f"{line}\r\n".encode())
