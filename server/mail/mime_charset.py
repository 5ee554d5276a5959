"""Bytes to text: the charset that was declared where it fits, else the one that does."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949", "euc-kr": "cp949", "x-sjis": "cp932", "shift_jis": "cp932",
    "shift-jis": "cp932", "windows-31j": "cp932", "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8", "ansi": "cp1252", "windows1252": "cp1252", "x-ansi": "cp1252",
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "iso_8859-1": "cp1252", "iso-8859-9": "cp1254", "tis-620": "cp874", "iso-8859-11": "cp874",
    "windows-874": "cp874", "unicode-1-1-utf-7": "utf-7", "utf8": "utf-8", "utf-8mb4": "utf-8",
    "cp-850": "cp850", "x-mac-roman": "mac-roman", "macintosh": "mac-roman",
    "iso-2022-jp": "iso2022_jp_ext", "big5": "big5hkscs", "koi8": "koi8-r", "utf-16": "utf-16",
    "unicode": "utf-16",
}  # fmt: skip
_UNFIT = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
_ASCII = frozenset({"ascii", "us-ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "default", "x-user-defined"})
_ODD = re.compile("[\x00\ud800-\udfff]")
_JAPANESE = (b"\x1b$B", b"\x1b$@", b"\x1b(J")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and whether its declared charset was right (missing counts as right)."""

    text: str = field(repr=False)
    fits: bool


def to_text(raw: bytes, charset: str) -> Decoded:
    """The bytes as text; never raises, and replaces what no charset explains."""
    declared = _codec(charset)
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return Decoded(raw.decode(codec, "replace"), fits=True)
    if declared in (None, "ascii"):
        return Decoded(_guessed(raw), fits=_is_plain(charset) or raw.isascii())
    if declared in ("cp1252", "utf-8"):
        return _western(raw, declared)
    if declared.startswith(("utf-16", "utf-32")) and b"\x00" not in raw:
        return Decoded(_guessed(raw), fits=False)
    text = _strict(raw, declared)
    if text is not None:
        return Decoded(text, fits=True)
    text = _strict(raw, "utf-8")
    return Decoded(raw.decode(declared, "replace") if text is None else text, fits=False)


def without_oddities(text: str) -> str:
    """The text without NULs and lone surrogates, which no database or wire takes."""
    return _ODD.sub("", text)


def _western(raw: bytes, declared: str) -> Decoded:
    """UTF-8 where the bytes are UTF-8: real Latin text never is by chance, once it has an accent."""
    text = _strict(raw, "utf-8")
    if text is not None:
        return Decoded(text, fits=declared == "utf-8" or raw.isascii())
    return Decoded(raw.decode("cp1252", "replace"), fits=declared == "cp1252")


def _guessed(raw: bytes) -> str:
    if raw.isascii() and any(each in raw for each in _JAPANESE):
        return raw.decode("iso2022_jp_ext", "replace")
    text = _strict(raw, "utf-8")
    return raw.decode("cp1252", "replace") if text is None else text


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _is_plain(charset: str) -> bool:
    return not charset.strip()


def _codec(charset: str) -> str | None:
    """Python's name for a declared charset that is a text encoding; None for an unknown one."""
    name = charset.strip().strip("\"'").lower()[:60]
    if not name or name in _ASCII or not name.isascii():
        return "ascii" if name in _ASCII else None
    alias = _ALIASES.get(name, name)
    try:
        found = codecs.lookup(alias).name
        b" ".decode(found, "replace")  # LookupError for base64, rot13 and their like
    except (LookupError, ValueError):
        return None
    return None if found.replace("_", "-") in _UNFIT else ("ascii" if found == "ascii" else found)
