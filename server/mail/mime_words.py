"""Encoded text in headers: RFC 2047 words and RFC 2231 parameters, as they should be and as they come."""

from __future__ import annotations

import binascii
import re
from urllib.parse import unquote_to_bytes

from server.mail.mime_charset import to_text, without_oddities

LONGEST = 65_536  # code points of a header value that are looked at
_ENCODED = re.compile(r"=\?([^?\s]{0,60})\?([bBqQ])\?((?:[^?=]|\?(?!=)|=(?!\?(?!=)))*)(?:\?=|\?\Z|\Z)")
_PARAMETER = re.compile(r";\s*([\w!#$%&'*+.^`{|}~-]{1,80})\s*=\s*(\"(?:[^\"\\]|\\.)*\"?|[^;]*)")
_QUOTED_PAIR = re.compile(r"\\(.)")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def header_text(raw: bytes, charset: str = "") -> str:
    """A header's raw bytes as text: UTF-8 where they are, else the body's charset, else Windows-1252."""
    cut = raw[:LONGEST]
    if not charset or cut.isascii():
        return without_oddities(to_text(cut, "").text)
    guess = to_text(cut, "utf-8")
    return without_oddities(guess.text if guess.fits else to_text(cut, charset).text)


def decoded(value: str) -> str:
    """The value with its RFC 2047 words decoded, also those that a gateway encoded twice."""
    once = _decoded_once(value)
    return _decoded_once(once) if "=?" in once and _ENCODED.search(once) else once


def _decoded_once(value: str) -> str:
    # neighbours of one charset are joined before decoding: letters may be split between them
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
    letters = _NOT_BASE64.sub(b"", raw)
    letters = letters[:-1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def parameters(value: str) -> dict[str, str]:
    """The parameters of a header such as Content-Type, RFC 2231 pieces joined and decoded."""
    simple: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, given in _PARAMETER.findall(_with_first_semicolon(value[:LONGEST])):
        key, text = name.lower(), _parameter_text(given.strip())
        base, star, tail = key.partition("*")
        if not star:
            simple.setdefault(base, decoded(text))
            continue
        number = tail.rstrip("*")
        index = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        pieces.setdefault(base, {})[index] = (text, key.endswith("*"))
    return simple | {base: _joined(found) for base, found in pieces.items()}


def _with_first_semicolon(value: str) -> str:
    """The value of "text/html charset=utf-8" as it was meant."""
    first, _, rest = value.strip().partition(" ")
    return f"{first};{rest}" if "=" in rest and ";" not in first and not rest.lstrip().startswith((";", "(")) else value


def _joined(found: dict[int, tuple[str, bool]]) -> str:
    charset, data = "", b""
    for index in sorted(found):
        text, extended = found[index]
        if index == 0 and extended and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data += unquote_to_bytes(text) if extended else text.encode("utf-8", "replace")
    return without_oddities(to_text(data, charset).text)


def _parameter_text(text: str) -> str:
    if not text.startswith('"'):
        return text.partition(" (")[0].rstrip() if text.endswith(")") else text
    return _QUOTED_PAIR.sub(r"\1", text[1:].removesuffix('"'))
