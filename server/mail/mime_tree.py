"""The tree of a message's MIME parts, read from any bytes in linear time and without raising."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from server.mail.mime_encoding import from_base64, from_quoted_printable
from server.mail.mime_fields import opens_with_field, read_fields
from server.mail.mime_signed import signed_content
from server.mail.mime_words import parameters

DEEPEST = 40  # real mail nests to ten or so; deeper parts are left alone
MOST_PARTS = 2_000
PKCS7 = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)")
_GUESSED_BOUNDARY = re.compile(rb"(?mi)^--([^\s][^\r\n]{0,200}?)[ \t]*\r?\n(?=content-)")
_NOTE_FOR_OLD_PROGRAMS = re.compile(rb"\bmime\b|multi-?part", re.IGNORECASE)


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
        found = _TYPE.match(self.header("content-type"))
        return found.group(1).lower() if found else self.default_type

    @property
    def type_parameters(self) -> dict[str, str]:
        return parameters(self.header("content-type"))

    @property
    def disposition(self) -> str:
        return self.header("content-disposition").split(";", 1)[0].strip().lower()

    @property
    def encoding(self) -> str:
        """The transfer encoding in lower case, as declared; empty for none."""
        return self.header("content-transfer-encoding").split(";", 1)[0].strip().strip('"').lower()

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
    data = (raw if b"\n" in raw else raw.replace(b"\r", b"\n")).removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"From ", b">From ")):
        data = data.partition(b"\n")[2]
    if data[:1] in (b"\r", b"\n") and opens_with_field(data.lstrip(b"\r\n")):
        data = data.lstrip(b"\r\n")
    return _Reader().read(data, "text/plain", 0)


class _Reader:
    """Reads nested parts and counts them, so that a hostile message cannot grow without bound."""

    def __init__(self) -> None:
        self.count = 0

    def read(self, data: bytes, default_type: str, depth: int) -> MimePart:
        self.count += 1
        fields = read_fields(data)
        leaf = MimePart(fields.values, data[fields.end :], default_type=default_type, problems=fields.problems)
        if leaf.content_type in PKCS7:
            return self._signed(leaf, depth)
        mark = _boundary(leaf)
        if not leaf.content_type.startswith("multipart/") and not (mark and _lines_of(mark).search(leaf.body)):
            return leaf
        if depth >= DEEPEST:
            return replace(leaf, problems=(*leaf.problems, "nested too deeply"))
        return self._multipart(leaf, mark, depth)

    def _signed(self, leaf: MimePart, depth: int) -> MimePart:
        """An opaque S/MIME signature: the message inside it is its one part."""
        inner = signed_content(from_base64(leaf.body)[0] if leaf.encoding == "base64" else leaf.body)
        if inner is None or depth >= DEEPEST:
            return leaf
        return replace(leaf, parts=(self.read(inner, "text/plain", depth + 1),))

    def _multipart(self, leaf: MimePart, mark: bytes, depth: int) -> MimePart:
        body, problems = leaf.body, [*leaf.problems]
        if mark and not _lines_of(mark).search(body):
            body = _undone(leaf) or body
        if not mark or not _lines_of(mark).search(body):
            problems.append("boundary not found" if mark else "multipart without a boundary")
            guessed = _GUESSED_BOUNDARY.search(body)
            if not guessed:
                return replace(leaf, parts=_as_text(body), problems=tuple(problems))
            mark = guessed.group(1)
        pieces, closed = _pieces(body, mark)
        if not closed:
            problems.append("multipart is cut off")
        within = "message/rfc822" if leaf.content_type == "multipart/digest" else "text/plain"
        parts = self._parts(pieces, mark, within, depth)
        if len(parts) < len(pieces) and self.count >= MOST_PARTS:
            problems.append("too many parts")
        return replace(leaf, parts=parts, problems=tuple(problems))

    def _parts(self, pieces: Sequence[bytes], mark: bytes, default_type: str, depth: int) -> tuple[MimePart, ...]:
        parts: list[MimePart] = []
        for index, piece in enumerate(pieces):
            if self.count >= MOST_PARTS:
                break
            part = self.read(piece, default_type, depth + 1)
            if "boundary not found" in part.problems and _boundary(part) == mark and depth < DEEPEST:
                # one boundary for two levels: what follows belongs to the inner one
                within = self._parts(pieces[index + 1 :], mark, default_type, depth + 1)
                parts.append(replace(part, parts=within, problems=("one boundary for two levels",)))
                break
            parts.append(part)
        return tuple(parts)


def _boundary(part: MimePart) -> bytes:
    return part.type_parameters.get("boundary", "").rstrip().encode("utf-8", "replace")


def _lines_of(mark: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^--" + re.escape(mark) + rb"(--)?[ \t]*\r?$")


def _pieces(body: bytes, mark: bytes) -> tuple[list[bytes], bool]:
    """The bytes between the boundary lines of a multipart body, and whether the last line closes it."""
    pieces: list[bytes] = []
    start = None
    for found in _lines_of(mark).finditer(body):
        if start is not None:
            pieces.append(body[start : found.start()].removesuffix(b"\n").removesuffix(b"\r"))
        start = min(found.end() + 1, len(body))
        if found.group(1):
            return pieces, True
    if start is not None:
        pieces.append(body[start:])
    return pieces, False


def _undone(leaf: MimePart) -> bytes:
    """The body of a multipart that some gateway encoded as a whole, against RFC 2045; empty if it did not."""
    if leaf.encoding == "base64":
        return from_base64(leaf.body)[0]
    return from_quoted_printable(leaf.body) if leaf.encoding == "quoted-printable" else b""


def _as_text(body: bytes) -> tuple[MimePart, ...]:
    """What a multipart without parts holds, as text; nothing if that is only a note for old mail programs."""
    if not body.strip() or _NOTE_FOR_OLD_PROGRAMS.search(body[:500]):
        return ()
    return (MimePart({}, body),)
