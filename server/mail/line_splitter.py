"""Cutting what an IMAP server sends into lines, pieces of literals and whole mails, with a cap on all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

GREETING = b"* "
MAX_LITERAL = 128 << 20  # bytes; the host never asks for more, so a server that sends more means harm
MAX_LINE = 4 << 20  # bytes; 20,000 numbers of a SEARCH take 0.1 MB
WHOLE = 4 << 20  # bytes of a literal up to which it is gathered here; what is larger goes on in pieces
_LITERAL_AT_END = re.compile(rb"\{(\d+)\}\r\n\Z")
_FETCH_WITH_LITERAL = re.compile(rb"\* (\d+ )FETCH (.*\{\d+\})\r\n\Z", re.DOTALL | re.IGNORECASE)
_FETCH_LINE = re.compile(rb"\* (\d+ )FETCH ([^\r\n]*\{(\d+)\}|[^\r\n]*\))\r\n")
_END = b")\r\n"  # of an answer, below its literal

Part = bytes | tuple[bytes, bytes]
"""As imaplib2 keeps an answer: a line, or a line that ends in a literal together with that literal."""


class NotAGreeting(ValueError):
    """The first bytes are not those of an IMAP server."""


class FetchAnswers(bytes):
    """Whole FETCH answers that came together, in their order: one step from thread to thread for all of them."""

    parts: list[Part]


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
        """Lines and pieces of literals; FETCH answers as `FetchAnswers`, but what is too large or has two literals."""
        self._check_greeting(data)
        answers: list[Part] = []
        position = 0
        while position < len(data):
            if not (self._literal_left or self._line or self._in_response):
                position = _take_answers(data, position, answers)
                if position == len(data):
                    break
            position, pieces = self._step(data, position)
            for piece in pieces:
                if isinstance(piece, FetchAnswers):
                    answers += piece.parts
                    continue
                if answers:
                    yield _together(answers)
                    answers = []
                yield piece
        if answers:
            yield _together(answers)

    def _step(self, data: bytes, position: int) -> tuple[int, Iterable[bytes]]:
        """Takes the rest of a literal, or a line; where it ends, and what is to be handed on."""
        if self._literal_left:
            piece = data[position : position + self._literal_left]
            self._literal_left -= len(piece)
            if self._gathered is None:
                return position + len(piece), (piece,)
            self._gathered.append(piece)
            return position + len(piece), ()
        end = data.find(b"\n", position)
        if end < 0:
            self._line += data[position:]
            self._check_length(len(self._line))
            return len(data), ()
        line = data[position : end + 1]
        if self._line:
            line = bytes(self._line) + line
            self._line.clear()
        self._check_length(len(line))
        return end + 1, self._complete(line)

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

    def _whole(self, tail: bytes) -> FetchAnswers:
        found = self._opening
        assert found is not None
        assert self._gathered is not None
        literal, self._gathered = b"".join(self._gathered), None
        return _together([(found[1] + found[2], literal), tail[:-2]])

    def _check_greeting(self, data: bytes) -> None:
        if self._seen != GREETING:
            self._seen += data[: len(GREETING) - len(self._seen)]
            if not GREETING.startswith(self._seen):
                raise NotAGreeting("the greeting is not IMAP's")


def _take_answers(data: bytes, position: int, answers: list[Part]) -> int:
    """Adds the FETCH answers that lie whole in `data` from `position` on to `answers`; returns where the last one ends.

    What looks unusual in any way is left to the slower steps.
    """
    while (line := _FETCH_LINE.match(data, position)) is not None:
        begin = line.end()
        if line[3] is None:
            answers.append(line[1] + line[2])
            position = begin
            continue
        end = begin + int(line[3])
        if not begin < end <= begin + WHOLE or data[end : end + len(_END)] != _END:
            break
        answers += ((line[1] + line[2], data[begin:end]), b")")
        position = end + len(_END)
    return position


def _together(parts: list[Part]) -> FetchAnswers:
    answers = FetchAnswers()
    answers.parts = parts
    return answers
