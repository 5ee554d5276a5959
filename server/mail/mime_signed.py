"""The message inside an opaque S/MIME signature (RFC 8551, smime-type=signed-data): CMS read as far as its content."""

from __future__ import annotations

from dataclasses import dataclass

_SEQUENCE, _OCTETS, _NAME, _CONTEXT_0, _END = 0x30, 0x04, 0x06, 0xA0, 0x00
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")  # 1.2.840.113549.1.7.2
_DATA = bytes.fromhex("2a864886f70d010701")  # 1.2.840.113549.1.7.1
_DEEPEST = 16


class _Unreadable(Exception):
    """The bytes are not BER, or not signed data."""


@dataclass(frozen=True, slots=True)
class _Value:
    """One BER value: its tag, where its content starts, and where that ends (None: at a mark, X.690 8.1.3.6)."""

    tag: int
    start: int
    end: int | None


def signed_content(der: bytes) -> bytes | None:
    """The signed message; None if these bytes are no signature or do not hold what they sign."""
    try:
        return _content(der)
    except (_Unreadable, IndexError):
        return None


def _content(der: bytes) -> bytes | None:
    outer = _expect(der, 0, _SEQUENCE)
    kind = _expect(der, outer.start, _NAME)
    if der[kind.start : kind.end] != _SIGNED_DATA:
        return None
    signed = _expect(der, _expect(der, _end(der, kind), _CONTEXT_0).start, _SEQUENCE)
    digests = _value(der, _end(der, _value(der, signed.start)))
    held = _expect(der, _end(der, digests), _SEQUENCE)
    name = _expect(der, held.start, _NAME)
    after = _end(der, name)
    if der[name.start : name.end] != _DATA or (held.end is not None and after >= held.end) or der[after] == _END:
        return None  # a detached signature: the text stands elsewhere
    return b"".join(_octets(der, _expect(der, after, _CONTEXT_0).start, 0))


def _octets(der: bytes, at: int, depth: int) -> list[bytes]:
    """The pieces of an octet string, which may be written in many."""
    found = _value(der, at)
    if found.tag == _OCTETS and found.end is not None:
        return [der[found.start : found.end]]
    if found.tag != _OCTETS | 0x20 or depth > _DEEPEST:
        raise _Unreadable
    pieces: list[bytes] = []
    at = found.start
    while at < (len(der) if found.end is None else found.end):
        if found.end is None and der[at] == _END:
            break
        pieces.extend(_octets(der, at, depth + 1))
        at = _end(der, _value(der, at))
    return pieces


def _expect(der: bytes, at: int, tag: int) -> _Value:
    found = _value(der, at)
    if found.tag != tag:
        raise _Unreadable
    return found


def _value(der: bytes, at: int) -> _Value:
    tag, first = der[at], der[at + 1]
    if first < 0x80:
        start, size = at + 2, first
    elif first == 0x80:
        return _Value(tag, at + 2, None)
    else:
        start = at + 2 + (first & 0x7F)
        size = int.from_bytes(der[at + 2 : start][:9], "big")
    if start + size > len(der):
        raise _Unreadable
    return _Value(tag, start, start + size)


def _end(der: bytes, value: _Value, depth: int = 0) -> int:
    """Where the next value starts."""
    if value.end is not None:
        return value.end
    if depth > _DEEPEST:
        raise _Unreadable
    at = value.start
    while der[at] != _END:
        at = _end(der, _value(der, at), depth + 1)
    return at + 2
