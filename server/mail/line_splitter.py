"""Cutting what an IMAP server sends into lines, pieces of literals and whole mails, with a cap on all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

GREETING = b"* "
MAX_LITERAL = 128 << 20  # bytes; the host never asks for more, so a server that sends more means harm
MAX_LINE = 4 << 20  # bytes; 20,000 numbers of a SEARCH take 0.1 MB
WHOLE = 4 << 20  # bytes of a literal up to which it is gathered here; what is larger goes on in pieces
_LITERAL_AT_END = re.compile(rb"\{(\d+)\}\r\n\Z")
_FETCH_WITH_LITERAL = re.compile(rb"\* (\d+ )FETCH (.*\{\d+\})\r\n\Z", re.DOTALL | re.IGNORECASE)


class NotAGreeting(ValueError):
    """The first bytes are not those of an IMAP server."""


class WholeFetch(bytes):
    """A FETCH answer with one literal, gathered: one step for the parser instead of one for each piece."""

    head: bytes
    literal: bytes
    tail: bytes


class WholeFetches(bytes):
    """Several of them that came together, in their order: one step from thread to thread instead of one for each."""

    answers: list[WholeFetch]


class LineSplitter:
    """Cuts the server's bytes into lines and pieces of literals."""

    def __init__(self, *, expect_greeting: bool) -> None:
        self._line = bytearray()
        self._literal_left = 0
        self._in_response = False
        self._gathered: list[bytes] | None = None
        self._opening: re.Match[bytes] | None = None
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
                if self._gathered is None:
                    yield piece
                else:
                    self._gathered.append(piece)
                continue
            end = data.find(b"\n", position)
            if end < 0:
                self._line += data[position:]
                self._check_length(len(self._line))
                return
            line = data[position : end + 1]
            if self._line:
                line = bytes(self._line) + line
                self._line.clear()
            self._check_length(len(line))
            position = end + 1
            yield from self._complete(line)

    def _check_length(self, length: int) -> None:
        if length > MAX_LINE:
            raise ValueError(f"a line of more than {MAX_LINE} bytes")

    def _complete(self, line: bytes) -> Iterator[bytes]:
        literal = None
        if line.endswith(b"}\r\n") and (self._in_response or line.startswith(b"* ")):
            literal = _LITERAL_AT_END.search(line)
        first, self._in_response = not self._in_response, literal is not None
        if self._gathered is not None:
            if literal is None:
                yield self._whole(line)
                return
            assert self._opening is not None
            yield self._opening.string  # another literal follows: in pieces after all
            yield from self._gathered
            self._gathered = None
        if literal is not None:
            self._literal_left = int(literal[1])
            if self._literal_left > MAX_LITERAL:
                raise ValueError(f"a literal of {self._literal_left} bytes")
            if first and 0 < self._literal_left <= WHOLE and (opening := _FETCH_WITH_LITERAL.match(line)):
                self._opening, self._gathered = opening, []
                return
        yield line

    def _whole(self, tail: bytes) -> WholeFetch:
        found = self._opening
        assert found is not None
        assert self._gathered is not None
        whole = WholeFetch()
        whole.head, whole.literal, whole.tail = found[1] + found[2], b"".join(self._gathered), tail[:-2]
        self._gathered = None
        return whole

    def _check_greeting(self, data: bytes) -> None:
        if self._seen != GREETING:
            self._seen += data[: len(GREETING) - len(self._seen)]
            if not GREETING.startswith(self._seen):
                raise NotAGreeting("the greeting is not IMAP's")
