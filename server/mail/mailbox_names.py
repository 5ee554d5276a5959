"""Folder names on the wire: modified UTF-7 (RFC 3501, 5.1.3), and quoting that lets no command in."""

from __future__ import annotations

import binascii


class NotAName(ValueError):
    """Text that cannot stand in an IMAP command, or bytes that are no folder name."""


def encode(name: str) -> str:
    """A folder name as IMAP writes it: printable ASCII stays, the rest goes into modified base64."""
    written: list[str] = []
    shifted: list[str] = []

    def flush() -> None:
        if shifted:
            octets = _utf16("".join(shifted))
            base64 = binascii.b2a_base64(octets, newline=False).rstrip(b"=").decode("ascii")
            written.append("&" + base64.replace("/", ",") + "-")
            shifted.clear()

    for character in name:
        if " " <= character <= "~":
            flush()
            written.append("&-" if character == "&" else character)
        else:
            shifted.append(character)
    flush()
    return "".join(written)


def _utf16(text: str) -> bytes:
    try:
        return text.encode("utf-16-be")
    except UnicodeEncodeError as lone_surrogate:
        raise NotAName(f"{text!r} is no text that a folder name could hold") from lone_surrogate


def decode(written: bytes) -> str:
    """The folder name that these bytes stand for; a server's raw UTF-8 is taken as it is."""
    if not written.isascii():
        return written.decode("utf-8", "replace")
    text = written.decode("ascii")
    name: list[str] = []
    position = 0
    while position < len(text):
        if text[position] != "&":
            name.append(text[position])
            position += 1
            continue
        end = text.find("-", position)
        if end < 0:
            raise NotAName(f"folder name {text!r} opens a base64 run that never ends")
        name.append(_unshift(text, text[position + 1 : end]))
        position = end + 1
    return "".join(name)


def _unshift(text: str, run: str) -> str:
    if not run:
        return "&"
    padded = run.replace(",", "/") + "=" * (-len(run) % 4)
    try:
        return binascii.a2b_base64(padded, strict_mode=True).decode("utf-16-be")
    except ValueError as broken:  # binascii.Error and UnicodeDecodeError are both ValueErrors
        raise NotAName(f"folder name {text!r} holds broken base64") from broken


def quote(text: str) -> str:
    """`text` as a quoted string; anything that could end the line or leave ASCII is refused."""
    if not text.isascii() or any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise NotAName(f"{text!r} cannot stand in an IMAP command")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quote_folder(name: str) -> str:
    """A folder name, encoded and quoted for a command."""
    if any(ord(character) < 32 or ord(character) == 127 for character in name):
        raise NotAName(f"{name!r} cannot be a folder name: it holds a control character")
    return quote(encode(name))
