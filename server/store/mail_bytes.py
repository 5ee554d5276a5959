"""The bytes of a mail as they lie in a row until it is learned: compressed, or as they came where time counts more."""

from __future__ import annotations

import zlib

FASTEST = 1  # zlib's level; the best one saves a few per cent more and takes several times as long
NEVER_FIRST = b"x\x02"  # in bytes that are stored as they came: zlib's begin with the one, sealed ones with the other


def packed(raw: bytes, *, compress: bool) -> bytes:
    """What is stored of a mail."""
    if compress or not raw or raw[0] in NEVER_FIRST:
        return zlib.compress(raw, FASTEST)
    return raw


def unpacked(stored: bytes) -> bytes:
    """The mail as it came; raises zlib.error where it was compressed and is damaged."""
    return zlib.decompress(stored) if stored.startswith(b"x") else stored
