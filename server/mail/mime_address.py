"""The addresses of a header, as people and programs write them: comments, groups, routes, lost commas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.mail.mime_words import LONGEST, decoded

MOST_ADDRESSES = 2_000
LONGEST_ADDRESS = 320  # code points: 64 before the @ and 255 behind it (RFC 5321)
LONGEST_NAME = 500  # code points; what is longer is no name
_QUOTED_PAIR = re.compile(r"\\(.)")
_UNSEEN = re.compile("[\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff]")
"""Characters without a shape, which turn or split what stands beside them; joiners (Persian needs them) may stay."""
_BLANKS_AROUND = re.compile(r"\s*([.@])\s*")


@dataclass(frozen=True, slots=True)
class Address:
    """Who: the display name (may be empty) and the address, as written but without blanks around it."""

    name: str
    address: str


def addresses(value: str) -> tuple[Address, ...]:
    """All addresses of a header in order; groups are opened, what holds no address is left out."""
    found: list[Address] = []
    before = ""
    for chunk in _chunks(value[:LONGEST]):
        each = _address(f"{before}, {chunk}" if before and "<" in chunk else chunk)
        before = ""
        if each is None:
            before = chunk if _is_half_name(chunk) else ""
        elif len(found) < MOST_ADDRESSES:
            found.append(each)
    return tuple(found)


def unquoted(text: str) -> str:
    """The text of a quoted string; other text as it is."""
    if not text.startswith('"'):
        return text
    return _QUOTED_PAIR.sub(r"\1", text[1:].removesuffix('"'))


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
        name, inside = chunk[:opening].rstrip("< \t").strip(), chunk[opening + 1 :]
        inside, _, behind = inside.partition(">")
        address = _bare(_without_comments(inside)[0])
        name = name or _without_comments(behind)[0].strip()
    else:
        plain, comment = _without_comments(chunk)
        name, address = _name_before(plain)
        address = _bare(address)
        name = name or comment
    if not address or ("@" not in address and opening < 0) or len(address) > LONGEST_ADDRESS:
        return None
    return Address(shown_name(decoded(unquoted(name))), address)


def shown_name(text: str) -> str:
    """A name as it may be shown: on one line, without characters that nobody sees, and not longer than a name."""
    words = "".join(each if each.isprintable() or each in "\u200c\u200d" else " " for each in _UNSEEN.sub("", text))
    return " ".join(words.split()).strip("'\" ")[:LONGEST_NAME]


def _bare(text: str) -> str:
    """The address alone, without the blanks, routes and prefixes that may stand with it; empty if it is none."""
    address = _BLANKS_AROUND.sub(r"\1", " ".join(text.split())).removeprefix("mailto:")
    if address.startswith("@") and ":" in address:
        address = address.rpartition(":")[2]  # the route of RFC 822: <@relay,@other:anna@kunde.example>
    if not (address.startswith('"') and '"@' in address):
        address = address.strip("'\"")
        address = "" if " " in address else address
    return "" if address.endswith((";", ":")) or ":@" in address else address


def _name_before(text: str) -> tuple[str, str]:
    """The name and the address of "Anna Krause anna@kunde.example", whose brackets were lost."""
    joined = _BLANKS_AROUND.sub(r"\1", " ".join(text.split()))
    words = joined.split()
    if len(words) < 2 or joined.startswith('"'):
        return "", joined
    at = next((index for index, word in enumerate(words) if "@" in word), 0)
    return " ".join(words[:at]), words[at]


def _without_comments(text: str) -> tuple[str, str]:
    """The text outside of parentheses, and what stood in the first of them."""
    if "(" not in text:
        return text, ""
    outside: list[str] = []
    comments: list[str] = []
    depth, quoted, at = 0, False, 0
    while at < len(text):
        char = text[at]
        if char == "\\":
            (comments if depth else outside).append(text[at : at + 2] if not depth else text[at + 1 : at + 2])
            at += 2
            continue
        if char == '"' and not depth:
            quoted = not quoted
        if char == "(" and not quoted:
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif depth:
            comments.append(char)
        else:
            outside.append(char)
        at += 1
    return "".join(outside), "".join(comments).strip()
