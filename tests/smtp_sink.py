"""A mail server that takes every mail and delivers none: what was sent is there to be looked at."""

from __future__ import annotations

import re
import socketserver
import threading
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Self

ANSWERS = {
    "EHLO": "250-sink\r\n250-8BITMIME\r\n250-SIZE 50000000\r\n250 AUTH PLAIN LOGIN",
    "HELO": "250 sink",
    "MAIL": "250 sender taken",
    "RCPT": "250 recipient taken",
    "RSET": "250 forgotten",
    "NOOP": "250 nothing done",
}


@dataclass(frozen=True, slots=True)
class TakenMail:
    """A mail as it came over the wire."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes = field(repr=False)

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)

    @property
    def text(self) -> str:
        """The plain text as it was written, without white space at its end; lines broken for the wire are whole."""
        part = self.message.get_body(preferencelist=("plain",))
        if part is None:
            return ""
        text = str(part.get_content()).replace("\r\n", "\n")
        is_flowed = part.get_param("format") == "flowed"  # RFC 3676: a space at its end means that a line goes on
        return (re.sub(r"(?<!^--) \n", " ", text, flags=re.MULTILINE) if is_flowed else text).rstrip()


class SmtpSink:
    """Listens on 127.0.0.1 at `port` from `start` to `stop`; any name and password will do."""

    def __init__(self) -> None:
        self._mails: list[TakenMail] = []
        self._lock = threading.Lock()
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _conversation(self), bind_and_activate=True)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def mails(self) -> tuple[TakenMail, ...]:
        """All that was taken, oldest first."""
        with self._lock:
            return tuple(self._mails)

    def take(self, mail: TakenMail) -> None:
        with self._lock:
            self._mails.append(mail)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(60)


def _conversation(sink: SmtpSink) -> type[socketserver.StreamRequestHandler]:
    class Conversation(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            sender, recipients = "", list[str]()
            self._say("220 sink ready")
            while line := self.rfile.readline():
                command, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
                match command.upper():
                    case "QUIT":
                        self._say("221 bye")
                        return
                    case "AUTH":
                        self._sign_in(rest)
                    case "DATA":
                        self._say("354 go on")
                        sink.take(TakenMail(sender, tuple(recipients), self._data()))
                        self._say("250 taken")
                        sender, recipients = "", []
                    case known:
                        if known == "MAIL":
                            sender = _path(rest)
                        elif known == "RCPT":
                            recipients.append(_path(rest))
                        self._say(ANSWERS.get(known, "500 what?"))

        def _say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

        def _sign_in(self, rest: str) -> None:
            kind, _, first = rest.partition(" ")
            missing = {"PLAIN": 1, "LOGIN": 2}.get(kind.upper(), 0) - bool(first)
            for _ in range(missing):
                self._say("334 ")
                self.rfile.readline()
            self._say("235 welcome")

        def _data(self) -> bytes:
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line[1:] if line.startswith(b"..") else line)
            return b"".join(lines)

    return Conversation


def _path(rest: str) -> str:
    return rest.partition("<")[2].partition(">")[0]
