"""The tree of a message's MIME parts, read from any bytes in linear time and without raising."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from server.mail.mime_headers import bytes_to_text, parameters

DEEPEST = 40  # real mail nests to ten or so; deeper parts are left alone
MOST_PARTS = 2_000
_HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


@dataclass(frozen=True, slots=True)
class MimePart:
    """One part: its headers (lower-case name -> values in order), undecoded body and parts within it."""

    headers: Mapping[str, Sequence[str]] = field(repr=False)
    body: bytes = field(repr=False)
    parts: tuple[MimePart, ...] = ()
    default_type: str = "text/plain"
    problems: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """The first value of a header, unfolded and still encoded; empty if there is none."""
        values = self.headers.get(name, ())
        return values[0] if values else ""

    @property
    def content_type(self) -> str:
        """The media type in lower case, without parameters; what is unreadable counts as the default."""
        value = self.header("content-type").split(";", 1)[0].strip().lower()
        return value if re.fullmatch(r"[\w.+-]+/[\w.+-]+", value) else self.default_type

    @property
    def type_parameters(self) -> dict[str, str]:
        return parameters(self.header("content-type"))

    @property
    def disposition(self) -> str:
        return self.header("content-disposition").split(";", 1)[0].strip().lower()

    @property
    def filename(self) -> str:
        """The file name that the sender gave, from either header that may carry it; empty for none."""
        given = parameters(self.header("content-disposition")).get("filename", "")
        return given or self.type_parameters.get("name", "")

    def walk(self) -> Iterator[MimePart]:
        """This part and all parts within it, in order."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.parts))


def read_tree(raw: bytes) -> MimePart:
    """The message's parts; what is broken is told in the parts' `problems`."""
    data = raw if b"\n" in raw else raw.replace(b"\r", b"\n")
    if data.startswith((b"From ", b">From ")):
        data = data.partition(b"\n")[2]
    return _Reader().read(data, "text/plain", 0)


class _Reader:
    """Reads nested parts and counts them, so that a hostile message cannot grow without bound."""

    def __init__(self) -> None:
        self.count = 0

    def read(self, data: bytes, default_type: str, depth: int) -> MimePart:
        self.count += 1
        headers, body, problems = _headers_and_body(data)
        leaf = MimePart(headers, body, default_type=default_type, problems=problems)
        if not leaf.content_type.startswith("multipart/"):
            return leaf
        if depth >= DEEPEST:
            return MimePart(headers, body, default_type=default_type, problems=(*problems, "nested too deeply"))
        pieces, more = _pieces(body, leaf.type_parameters.get("boundary", ""))
        within = "message/rfc822" if leaf.content_type == "multipart/digest" else "text/plain"
        parts = []
        for piece in pieces:
            if self.count >= MOST_PARTS:
                more = (*more, "too many parts")
                break
            parts.append(self.read(piece, within, depth + 1))
        return MimePart(headers, body, tuple(parts), default_type, (*problems, *more))


def _headers_and_body(data: bytes) -> tuple[dict[str, list[str]], bytes, tuple[str, ...]]:
    headers: dict[str, list[str]] = {}
    name, value = "", list[bytes]()
    at = 0
    problems: tuple[str, ...] = ()
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        line = data[at:end].rstrip(b"\r")
        if not line.strip():
            at = end + 1
            break
        if line[:1] in b" \t" and name:
            value.append(line.strip())
        else:
            found = _HEADER.match(line)
            if not found:
                problems = ("headers end without a blank line",) if name else ("no headers",)
                break
            _keep(headers, name, value)
            name, value = found.group(1).decode("ascii").lower(), [line[found.end() :].strip()]
        at = end + 1
    _keep(headers, name, value)
    return headers, data[at:], problems


def _keep(headers: dict[str, list[str]], name: str, value: list[bytes]) -> None:
    if name:
        headers.setdefault(name, []).append(bytes_to_text(b" ".join(value)))


def _pieces(body: bytes, boundary: str) -> tuple[list[bytes], tuple[str, ...]]:
    """The bytes between the boundary lines of a multipart body."""
    mark = boundary.encode("utf-8", "replace")
    problems: tuple[str, ...] = ()
    if not mark:
        guessed = re.search(rb"(?m)^--([^\s-][^\r\n]{0,100}?)[ \t]*\r?$", body)
        if not guessed:
            return [], ("multipart without a boundary",)
        mark, problems = guessed.group(1), ("multipart without a boundary",)
    pieces: list[bytes] = []
    start = None
    for found in re.finditer(rb"(?m)^--" + re.escape(mark) + rb"(--)?[ \t]*\r?$", body):
        if start is not None:
            pieces.append(_without_last_newline(body[start : found.start()]))
        start = min(found.end() + 1, len(body))
        if found.group(1):
            return pieces, problems
    if start is None:
        return [], (*problems, "boundary not found")
    pieces.append(body[start:])
    return pieces, (*problems, "multipart is cut off")


def _without_last_newline(piece: bytes) -> bytes:
    return piece.removesuffix(b"\n").removesuffix(b"\r")


def decoded_body(part: MimePart) -> tuple[bytes, str]:
    """The part's bytes with their transfer encoding undone, and a word on what was wrong with it."""
    encoding = part.header("content-transfer-encoding").split(";", 1)[0].strip().strip('"').lower()
    if encoding in ("base64", "b"):
        return _from_base64(part.body)
    if encoding in ("quoted-printable", "quotedprintable", "q"):
        return binascii.a2b_qp(part.body), ""
    known = encoding in ("", "7bit", "8bit", "binary", "none", "7-bit", "8-bit")
    return part.body, "" if known else "unknown transfer encoding"


def _from_base64(body: bytes) -> tuple[bytes, str]:
    letters = _NOT_BASE64.sub(b"", body)
    spare = len(letters) % 4
    if spare == 1:
        letters = letters[:-1]
    padded = letters + b"=" * (-len(letters) % 4)
    return binascii.a2b_base64(padded), "broken base64" if spare == 1 else ""
