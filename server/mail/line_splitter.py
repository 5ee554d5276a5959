"""Cutting what an IMAP server sends into lines and pieces of literals, with a cap on both."""

from __future__ import annotations

import re
from collections.abc import Iterator

GREETING = b"* "
MAX_LITERAL = 128 << 20  # bytes; the host never asks for more, so a server that sends more means harm
MAX_LINE = 4 << 20  # bytes; 20,000 numbers of a SEARCH take 0.1 MB
_LITERAL_AT_END = re.compile(rb"\{(\d+)\}\r\n\Z")


class NotAGreeting(ValueError):
    """The first bytes are not those of an IMAP server."""


class LineSplitter:
    """Cuts the server's bytes into lines and pieces of literals."""

    def __init__(self, *, expect_greeting: bool) -> None:
        self._line = bytearray()
        self._literal_left = 0
        self._in_response = False
        self._seen = b"" if expect_greeting else GREETING

    def looks_like_imap(self) -> bool:
        return self._seen == GREETING

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._check_greeting(data)
        position = 0
        while position < len(data):
            if self._literal_left:
                piece = data[position : position + self._literal_left]
                self._literal_left -= len(piece)
                position += len(piece)
                yield piece
                continue
            end = data.find(b"\n", position)
            self._line += data[position : end + 1] if end >= 0 else data[position:]
            if len(self._line) > MAX_LINE:
                raise ValueError(f"a line of more than {MAX_LINE} bytes")
            if end < 0:
                return
            position = end + 1
            yield self._complete()

    def _complete(self) -> bytes:
        line = bytes(self._line)
        self._line.clear()
        literal = None
        if self._in_response or line.startswith(b"* "):
            literal = _LITERAL_AT_END.search(line)
        self._in_response = literal is not None
        if literal is not None:
            self._literal_left = int(literal[1])
            if self._literal_left > MAX_LITERAL:
                raise ValueError(f"a literal of {self._literal_left} bytes")
        return line

    def _check_greeting(self, data: bytes) -> None:
        if self._seen != GREETING:
            self._seen += data[: len(GREETING) - len(self._seen)]
            if not GREETING.startswith(self._seen):
                raise NotAGreeting("the greeting is not IMAP's")
