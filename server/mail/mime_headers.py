"""Header values: encoded words, parameters, addresses, dates and message ids, read without raising."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from server.mail.mime_charset import to_text, without_oddities

LONGEST = 65_536  # code points of a header value that are looked at
MOST_ADDRESSES = 2_000
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_PARAMETER = re.compile(r";\s*([\w!#$%&'*+.^`{|}~-]{1,80})\s*=\s*(\"(?:[^\"\\]|\\.)*\"?|[^;]*)")
_MESSAGE_ID = re.compile(r"<([^<>]{1,998})>")
_QUOTED_PAIR = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Address:
    """Who: the display name (may be empty) and the address, as written but without blanks around it."""

    name: str
    address: str


def bytes_to_text(raw: bytes) -> str:
    """A header's raw bytes as text: UTF-8 where they are, else Windows-1252."""
    return without_oddities(to_text(raw[:LONGEST], "").text)


def decoded(value: str) -> str:
    """The value with its RFC 2047 words decoded; neighbours of one charset are joined before decoding."""
    pieces: list[str] = []
    held: tuple[str, bytes] | None = None
    at = 0
    for found in _ENCODED.finditer(value):
        between = value[at : found.start()]
        charset = found.group(1).split("*", 1)[0].lower()
        data = _encoded_bytes(found.group(2), found.group(3))
        if held and held[0] == charset and not between.strip():
            held = (charset, held[1] + data)
        else:
            if held:
                pieces.append(to_text(held[1], held[0]).text)
            if between.strip() or not held:
                pieces.append(between)
            held = (charset, data)
        at = found.end()
    if held:
        pieces.append(to_text(held[1], held[0]).text)
    pieces.append(value[at:])
    return without_oddities(" ".join("".join(pieces).split()))


def _encoded_bytes(how: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if how in "qQ":
        return binascii.a2b_qp(raw, header=True)
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    letters = letters[:-1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def parameters(value: str) -> dict[str, str]:
    """The parameters of a header such as Content-Type, RFC 2231 pieces joined and decoded."""
    simple: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, given in _PARAMETER.findall(value[:LONGEST]):
        key, text = name.lower(), _unquoted(given.strip())
        base, star, tail = key.partition("*")
        if not star:
            simple.setdefault(base, decoded(text))
            continue
        number = tail.rstrip("*")
        index = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        pieces.setdefault(base, {})[index] = (text, key.endswith("*"))
    return simple | {base: _joined(found) for base, found in pieces.items()}


def _joined(found: dict[int, tuple[str, bool]]) -> str:
    charset, data = "", b""
    for index in sorted(found):
        text, extended = found[index]
        if index == 0 and extended and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data += unquote_to_bytes(text) if extended else text.encode("utf-8", "replace")
    return without_oddities(to_text(data, charset).text)


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    return _QUOTED_PAIR.sub(r"\1", text[1:].removesuffix('"'))


def addresses(value: str) -> tuple[Address, ...]:
    """All addresses of a header in order; groups are opened, what holds no address is left out."""
    found: list[Address] = []
    before = ""
    for chunk in _chunks(value[:LONGEST]):
        each = _address(f"{before}, {chunk}" if before else chunk)
        before = ""
        if each is None:
            before = chunk if _is_half_name(chunk) else ""
        elif len(found) < MOST_ADDRESSES:
            found.append(each)
    return tuple(found)


def _is_half_name(chunk: str) -> bool:
    """True for "Müller" of the unquoted "Müller, Max <max@...>"."""
    return bool(chunk) and len(chunk) < 80 and "<" not in chunk and "@" not in chunk


def _chunks(value: str) -> list[str]:
    """The value cut at commas and semicolons that no quotes, brackets or comments enclose."""
    chunks, start, quoted, angle, comment, at = list[str](), 0, False, False, 0, 0
    while at < len(value):
        char = value[at]
        if char == "\\" and (quoted or comment):
            at += 1
        elif char == '"' and not comment:
            quoted = not quoted
        elif quoted:
            pass
        elif char in "()":
            comment = max(0, comment + (1 if char == "(" else -1))
        elif char in "<>" and not comment:
            angle = char == "<"
        elif char in ",;" and not angle and not comment:
            chunks.append(value[start:at])
            start = at + 1
        elif char == ":" and not angle and not comment and "@" not in value[start:at]:
            start = at + 1  # the name of a group
        at += 1
    chunks.append(value[start:])
    return [chunk.strip() for chunk in chunks]


def _address(chunk: str) -> Address | None:
    opening = chunk.rfind("<")
    if opening >= 0:
        address = chunk[opening + 1 :].partition(">")[0].strip()
        name = chunk[:opening].strip()
    else:
        name, address = "", chunk
        if "(" in chunk:
            address, _, comment = chunk.partition("(")
            name = comment.rpartition(")")[0] or comment
    address = address.strip().strip("'\"").removeprefix("mailto:")
    if not address or " " in address.strip() or ("@" not in address and opening < 0):
        return None
    return Address(decoded(_unquoted(name.strip())).strip("'\" "), address)


def moment(value: str) -> datetime | None:
    """The instant that a Date header names, in UTC; None if it names none."""
    try:
        found = parsedate_to_datetime(value[:200])
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def message_ids(value: str) -> tuple[str, ...]:
    """The message ids of a header, without their angle brackets, each once, in order."""
    found = ("".join(each.split()) for each in _MESSAGE_ID.findall(value[:LONGEST]))
    ids = tuple(dict.fromkeys(each for each in found if each))
    if ids or not value.strip():
        return ids
    bare = value.split()[0].strip("<>,;")
    return (bare,) if "@" in bare else ()
