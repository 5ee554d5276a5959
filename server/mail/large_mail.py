"""A large mail without its attachments: its text parts, put back into the frame that it came in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from server.mail.fetch_response import Token, number

LONGEST_TEXT = 1 << 20  # bytes of one text part; 200,000 characters of a mail are read
LONGEST_SIGNED = 8 << 20  # a text within an opaque signature (S/MIME) can only be read whole
LONGEST_HEADER = 256 << 10
MOST_PARTS = 60
_SIGNED = frozenset({b"application/pkcs7-mime", b"application/x-pkcs7-mime"})
DEEPEST = 20

FetchItems = Callable[[str], Mapping[bytes, Token] | None]
"""Fetches items of the one mail in question; None where the server does not hand them out."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part without parts: its number, media type in lower case and encoded size in bytes."""

    section: str
    media_type: bytes
    size: int

    @property
    def wanted(self) -> int:
        """How many of its bytes are fetched; 0 for an attachment."""
        if self.media_type in _SIGNED:
            return self.size if self.size <= LONGEST_SIGNED else 0
        return min(self.size, LONGEST_TEXT) if self.media_type.startswith(b"text/") else 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A multipart: its boundary and what lies in it."""

    section: str
    boundary: bytes
    parts: tuple[Leaf | Frame, ...]


def structure_of(token: Token, section: str = "", depth: int = 0) -> Leaf | Frame | None:
    """A BODYSTRUCTURE as parts with numbers; None where it cannot be understood."""
    if not isinstance(token, list) or not token or depth > DEEPEST:
        return None
    if not isinstance(token[0], list):
        return _leaf(token, section or "1")
    children = [each for each in token if isinstance(each, list)]
    inner = []
    for position, child in enumerate(_leading_lists(token), start=1):
        part = structure_of(child, f"{section}.{position}" if section else str(position), depth + 1)
        if part is None:
            return None
        inner.append(part)
    rest = children[len(inner) :]
    boundary = _parameter(rest[0], b"boundary") if rest else None
    return Frame(section, boundary, tuple(inner)) if boundary else None


def text_only(structure: Leaf | Frame, fetch: FetchItems) -> bytes | None:
    """The mail with its header and text parts as they are and its attachments empty; None where it cannot be had."""
    header = _bytes(fetch(f"BODY.PEEK[HEADER]<0.{LONGEST_HEADER}>"), b"BODY[HEADER]")
    if header is None:
        return None
    if not header.endswith(b"\r\n\r\n"):
        header = header[: header.rfind(b"\r\n") + 2] + b"\r\n"
    budget = [MOST_PARTS]
    body = _content(structure, fetch, budget)
    return None if body is None else header + body


def _content(part: Leaf | Frame, fetch: FetchItems, budget: list[int]) -> bytes | None:
    if isinstance(part, Leaf):
        if not part.wanted:
            return b""
        return _bytes(fetch(f"BODY.PEEK[{part.section}]<0.{part.wanted}>"), b"BODY[")
    written: list[bytes] = []
    for each in part.parts:
        budget[0] -= 1
        if budget[0] < 0:
            break
        head = _part_head(each, fetch)
        inner = _content(each, fetch, budget)
        if head is None or inner is None:
            return None
        written.append(b"--" + part.boundary + b"\r\n" + head + inner + b"\r\n")
    return b"".join(written) + b"--" + part.boundary + b"--\r\n"


def _part_head(part: Leaf | Frame, fetch: FetchItems) -> bytes | None:
    head = _bytes(fetch(f"BODY.PEEK[{part.section}.MIME]"), b"BODY[")
    if head is None:
        return None
    return head if head.endswith(b"\r\n\r\n") else head.rstrip(b"\r\n") + b"\r\n\r\n"


def _bytes(items: Mapping[bytes, Token] | None, name: bytes) -> bytes | None:
    found = (value for key, value in (items or {}).items() if key.startswith(name))
    value = next(found, None)
    return value if isinstance(value, bytes) else None


def _leaf(token: list[Token], section: str) -> Leaf | None:
    kind, subtype = token[0], token[1] if len(token) > 1 else None
    if not isinstance(kind, bytes) or not isinstance(subtype, bytes):
        return None
    size = number(token[6]) if len(token) > 6 else None
    return Leaf(section, (kind + b"/" + subtype).lower(), size or 0)


def _leading_lists(token: list[Token]) -> Iterator[list[Token]]:
    for each in token:
        if not isinstance(each, list):
            return
        yield each


def _parameter(pairs: list[Token], name: bytes) -> bytes | None:
    for key, value in zip(pairs[::2], pairs[1::2], strict=False):
        if isinstance(key, bytes) and key.lower() == name and isinstance(value, bytes):
            return value
    return None
