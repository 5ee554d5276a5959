"""Transfer encodings undone, also where a body is not what it says it is."""

from __future__ import annotations

import binascii
import re

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_STRANGE = re.compile(rb"[^A-Za-z0-9+/=\s]|[^\s][ \t]+[^\s]")
_UU_BEGIN = re.compile(rb"(?m)^begin(?:-base64)? [0-7]{3,4} [^\r\n]*\r?\n")
_UU_NAMES = frozenset({"x-uuencode", "uuencode", "x-uue", "uue", "x-uu"})
_PLAIN_NAMES = frozenset({"", "7bit", "8bit", "binary", "none", "7-bit", "8-bit", "text", "plain"})


def without_encoding(body: bytes, encoding: str) -> tuple[bytes, str]:
    """The bytes with their transfer encoding undone, and a word on what was wrong with it."""
    if encoding in ("base64", "b"):
        return from_base64(body)
    if encoding in ("quoted-printable", "quotedprintable", "q"):
        return from_quoted_printable(body), ""
    if encoding in _UU_NAMES:
        return from_uuencode(body), ""
    return body, "" if encoding in _PLAIN_NAMES else "unknown transfer encoding"


def from_quoted_printable(body: bytes) -> bytes:
    """Quoted-printable undone; what is no such code stays as it is."""
    return binascii.a2b_qp(body)


def from_base64(body: bytes) -> tuple[bytes, str]:
    """Base64 undone; text that was never encoded, such as a list's footer, is kept as text."""
    strange = _STRANGE.search(body)
    if strange is None or not _is_text(body[strange.start() :]):
        return _letters_decoded(body)
    start = body.rfind(b"\n", 0, strange.start() + 1) + 1
    if not body[:start].strip():
        return body, "text is not in base64"
    return _letters_decoded(body[:start])[0] + b"\n" + body[start:], "text behind base64"


def _is_text(tail: bytes) -> bool:
    """True for words, false for base64 with a stray character here and there."""
    sample = tail[:2000]
    return len(_STRANGE.findall(sample)) * 25 > len(sample)


def _letters_decoded(body: bytes) -> tuple[bytes, str]:
    letters = _NOT_BASE64.sub(b"", body)
    spare = len(letters) % 4
    if spare == 1:
        letters = letters[:-1]
    padded = letters + b"=" * (-len(letters) % 4)
    return binascii.a2b_base64(padded), "broken base64" if spare == 1 else ""


def from_uuencode(body: bytes) -> bytes:
    """The first file of a uuencoded body; the body as it is if there is none."""
    begin = _UU_BEGIN.search(body)
    if begin is None:
        return body
    pieces: list[bytes] = []
    for line in body[begin.end() :].split(b"\n"):
        bare = line.rstrip(b"\r")
        if bare in (b"end", b"`", b""):
            break
        try:
            pieces.append(binascii.a2b_uu(bare))
        except binascii.Error:  # a line that was cut or filled up on its way
            size = (((bare[0] - 32) & 63) * 4 + 5) // 3
            pieces.append(_uu_line(bare[:size]))
    return b"".join(pieces)


def _uu_line(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        return b""
