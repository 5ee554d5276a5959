"""One HTTP request while its bytes come in: when it is whole, and why it is refused before it ever is.

Nothing is interpreted here but the end of the head and the length of the body; the web server parses the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from server.web.body_limit import TOO_LARGE
from server.web.refusal import Refusal

HEAD_END = b"\r\n\r\n"
LONGEST_HEAD = 64 << 10  # bytes; the web server itself takes 100 fields of 8 KB at most, and nobody sends that
HEAD_WITHIN = 10.0  # seconds from the first byte to the end of the head
BODY_WITHIN = 30.0  # seconds from there to the end of the body: two megabytes at 70 kB/s

# What stands around a value is taken off afterwards: an expression that did so would try each way to share out blanks.
LENGTH = re.compile(rb"^content-length[ \t]*:([^\n]*)$", re.IGNORECASE | re.MULTILINE)
AROUND = b" \t\r"
CODED = re.compile(rb"^transfer-encoding[ \t]*:", re.IGNORECASE | re.MULTILINE)
EXPECTS = re.compile(rb"^expect[ \t]*:[ \t]*100-continue[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"

TOO_SLOW = Refusal(408, "Request Timeout", "The request did not arrive in time.")
LONG_HEAD = Refusal(431, "Request Header Fields Too Large", "The head of the request is too long.")
NO_LENGTH = Refusal(411, "Length Required", "Send the length of the body (Content-Length), not chunks.")
CROWDED = Refusal(503, "Service Unavailable", "Too many requests come in at once. Try again soon.")


@dataclass(slots=True)
class Gathering:
    """A request that comes in; `began` and the moments given are seconds of one clock."""

    began: float
    largest_body: int
    data: bytearray = field(default_factory=bytearray, repr=False)
    goes_on: bytes = b""
    """What is to be said to a client that waits for leave to send its body; taken once."""
    _body_at: int | None = None
    _whole_at: int | None = None
    _until: float = 0.0

    def __post_init__(self) -> None:
        self._until = self.began + HEAD_WITHIN

    def add(self, data: bytes, now: float) -> Refusal | None:
        """Takes the next bytes; a Refusal ends it."""
        start = max(0, len(self.data) - len(HEAD_END) + 1)
        self.data += data
        if self._body_at is not None:
            return None
        end = self.data.find(HEAD_END, start)
        if end > LONGEST_HEAD or (end < 0 and len(self.data) > LONGEST_HEAD):
            return LONG_HEAD
        if end < 0:
            return None
        self._body_at, self._until = end + len(HEAD_END), now + BODY_WITHIN
        return self._measure(bytes(self.data[: end + 2]))

    def _measure(self, head: bytes) -> Refusal | None:
        if CODED.search(head):
            return NO_LENGTH
        lengths = [each.strip(AROUND) for each in LENGTH.findall(head)]
        # What is no number, or told twice, the web server refuses by itself: it must not wait for a body.
        is_plain = len(lengths) == 1 and lengths[0].isascii() and lengths[0].isdigit() and len(lengths[0]) < 20
        length = int(lengths[0]) if is_plain else 0
        if length > self.largest_body:
            return TOO_LARGE
        assert self._body_at is not None
        self._whole_at = self._body_at + length
        if length and EXPECTS.search(head) and len(self.data) < self._whole_at:
            self.goes_on = GO_ON
        return None

    @property
    def is_whole(self) -> bool:
        """Whether head and body are here."""
        return self._whole_at is not None and len(self.data) >= self._whole_at

    @property
    def is_empty(self) -> bool:
        """Whether nothing came yet."""
        return not self.data

    def is_late(self, now: float) -> bool:
        """Whether it should have been here by now."""
        return now >= self._until
