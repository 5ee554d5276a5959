"""Which encoding a text file has: by its mark, by the zeros of UTF-16, as UTF-8 if all of it is, else Windows-1252."""

from __future__ import annotations

import codecs
from pathlib import Path

from server.importing.entries import ImportRefused, open_file, refuse_packed

PIECE = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MANY_ZEROS = 0.2  # of the bytes at even or odd places: text of Western languages has nearly half, UTF-8 none


def encoding_of(path: Path) -> str:
    """The encoding as Python calls it; the whole file is looked through. Raises ImportRefused for what is no text."""
    with open_file(path) as file:
        start = file.read(PIECE)
        refuse_packed(path, start)
        if not start.strip():
            raise ImportRefused(f"{path}: is empty.")
        for mark, name in MARKS:
            if start.startswith(mark):
                return name
        if (wide := _without_mark(start)) is not None:
            return wide
        if b"\0" in start:
            raise ImportRefused(f"{path}: is no text file. Save the list as CSV (UTF-8) and import that.")
        decoder = codecs.getincrementaldecoder("utf-8")()
        piece = start
        try:
            while piece:
                decoder.decode(piece)
                piece = file.read(PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _without_mark(start: bytes) -> str | None:
    """UTF-16 that does not say so: every second byte of it is mostly zero."""
    half = max(len(start) // 2, 1)
    if start[1::2].count(0) / half > MANY_ZEROS and start[0::2].count(0) / half < MANY_ZEROS / 10:
        return "utf-16-le"
    if start[0::2].count(0) / half > MANY_ZEROS and start[1::2].count(0) / half < MANY_ZEROS / 10:
        return "utf-16-be"
    return None
