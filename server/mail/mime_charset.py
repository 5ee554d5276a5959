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
    "iso-2022-jp": "iso2022_jp_ext", "iso-2022-jp-ms": "iso2022_jp_ext", "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext", "big5": "big5hkscs", "koi8": "koi8-r", "utf-16": "utf-16",
    "unicode": "utf-16",
}  # fmt: skip
_UNFIT = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
_ASCII = frozenset({"ascii", "us-ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "default", "x-user-defined"})
_ODD = re.compile("[\x00\ud800-\udfff]")
_JAPANESE = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
_ONE_BYTE = ("cp1252", "iso8859", "cp125", "koi8", "mac", "cp437", "cp850", "cp852", "cp855", "cp858", "cp866", "cp874")
_UTF8 = re.compile(
    rb"(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
_CUT_LETTER = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")


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
    if declared == "utf-8":
        text = _strict(raw, "utf-8")
        return Decoded(_nearly_utf8(raw) if text is None else text, fits=text is not None)
    if declared.startswith(_ONE_BYTE):
        return _of_one_byte(raw, declared)
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


def _of_one_byte(raw: bytes, declared: str) -> Decoded:
    """UTF-8 where the bytes are UTF-8: text of one byte a letter never is by chance, once it has an accent."""
    text = _strict(raw, "utf-8")
    if text is not None:
        return Decoded(text, fits=raw.isascii())
    return Decoded(raw.decode(declared, "replace"), fits=True)


def _nearly_utf8(raw: bytes) -> str:
    """UTF-8 wherever the bytes are UTF-8 and Windows-1252 elsewhere: a Latin footer below a text, a cut letter."""
    whole = raw.decode("utf-8", "replace")
    wrong = whole.count("\ufffd")
    right = len(whole) - wrong - len(whole.encode("ascii", "ignore"))
    if right < min(wrong, 2):
        return raw.decode("cp1252", "replace")
    pieces: list[str] = []
    at = 0
    raw = _CUT_LETTER.sub(b"", raw) if wrong == 1 else raw
    for found in _UTF8.finditer(raw):
        pieces.append(raw[at : found.start()].decode("cp1252", "replace"))
        pieces.append(found.group().decode("utf-8", "replace"))
        at = found.end()
    pieces.append(raw[at:].decode("cp1252", "replace"))
    return "".join(pieces)


def _guessed(raw: bytes) -> str:
    if raw.isascii() and any(each in raw for each in _JAPANESE):
        return raw.decode("iso2022_jp_ext", "replace")
    text = _strict(raw, "utf-8")
    return _nearly_utf8(raw) if text is None else text


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _is_plain(charset: str) -> bool:
    return not charset.strip()


def _codec(charset: str) -> str | None:
    """Python's name for a declared charset that is a text encoding; None for an unknown one."""
    name = "".join(charset.strip().strip("\"'").lower()[:60].split(None, 1)[:1])
    if not name or name in _ASCII or not name.isascii():
        return "ascii" if name in _ASCII else None
    alias = _ALIASES.get(name, name)
    try:
        found = codecs.lookup(alias).name
        b" ".decode(found, "replace")  # LookupError for base64, rot13 and their like
    except (LookupError, ValueError):
        return None
    return None if found.replace("_", "-") in _UNFIT else ("ascii" if found == "ascii" else found)
