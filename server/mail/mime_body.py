"""The text of a message: which parts are its text, in which order, and what only hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coach.html import html_to_text
from server.mail.mime_charset import to_text, without_oddities
from server.mail.mime_kind import is_encrypted
from server.mail.mime_tree import MimePart, decoded_body

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_PGP_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_PGP_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_PKCS7 = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that hangs on a message: its file name (may be empty), media type and size in bytes."""

    name: str
    content_type: str
    size: int


@dataclass(slots=True)
class Content:
    """What was gathered from a message's parts: texts in order, the first HTML, attachments, oddities."""

    texts: list[str] = field(default_factory=list, repr=False)
    html: str | None = field(default=None, repr=False)
    attachments: list[Attachment] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def body(self) -> str:
        return "\n\n".join(text for text in self.texts if text.strip())


def content_of(root: MimePart) -> Content:
    """The texts a mail program would show, with attachments named but not read."""
    content = Content()
    for part in root.walk():
        content.problems.extend(part.problems)
    if is_encrypted(root):
        content.problems.append("encrypted")
        content.attachments.extend(_attachment(part) for part in root.walk() if not part.parts and part is not root)
        return content
    for part in _shown(root, content):
        _add(part, content)
    return content


def _shown(part: MimePart, content: Content) -> Iterator[MimePart]:
    """The leaves that count, alternatives decided; the nesting is bounded by the reader."""
    if not part.parts:
        yield part
        return
    if part.content_type == "multipart/alternative":
        yield from _best(part, content)
        return
    for child in part.parts:
        yield from _shown(child, content)


def _best(part: MimePart, content: Content) -> Iterator[MimePart]:
    """The alternative whose HTML holds text, else the first with plain text; the others are dropped."""
    leaves = [(child, [leaf for leaf in child.walk() if not leaf.parts]) for child in part.parts]
    for wanted in ("text/html", "text/plain"):
        for child, within in leaves:
            found = [leaf for leaf in within if leaf.content_type == wanted and not _is_attached(leaf)]
            if found and any(_text(leaf, [])[0].strip() for leaf in found[:1]):
                yield from _shown(child, content)
                yield from _hanging(leaves, child)
                return
    for child in part.parts:
        yield from _shown(child, content)


def _hanging(leaves: list[tuple[MimePart, list[MimePart]]], chosen: MimePart) -> Iterator[MimePart]:
    """Attachments and invitations that some programs put among the alternatives."""
    for child, within in leaves:
        if child is not chosen:
            yield from (leaf for leaf in within if not leaf.content_type.startswith("text/") or _is_attached(leaf))


def _is_attached(part: MimePart) -> bool:
    return part.disposition == "attachment" or bool(part.filename)


def _add(part: MimePart, content: Content) -> None:
    kind = part.content_type
    if kind in _SIGNATURES:
        return
    if kind in _TNEF or part.filename.lower() == "winmail.dat":
        content.problems.append("winmail.dat")
    if kind in _PKCS7 and not content.texts:
        content.problems.append("signed text cannot be read")
    if kind not in ("text/plain", "text/html", "text/enriched") or _is_attached(part):
        content.attachments.append(_attachment(part))
        return
    text, source = _text(part, content.problems)
    content.texts.append(text)
    if source is not None and content.html is None:
        content.html = source


def _attachment(part: MimePart) -> Attachment:
    encoded = part.header("content-transfer-encoding").strip().lower() == "base64"
    size = len(part.body) * 3 // 4 if encoded else len(part.body)
    return Attachment(part.filename, part.content_type, size)


def _text(part: MimePart, problems: list[str]) -> tuple[str, str | None]:
    """The part as text and, if it is HTML, its source."""
    raw, problem = decoded_body(part)
    charset = part.type_parameters.get("charset", "")
    html = part.content_type == "text/html"
    if html and not charset:
        found = _META_CHARSET.search(raw[:4096])
        charset = found.group(1).decode("ascii", "replace") if found else ""
    decoded = to_text(raw, charset)
    if problem:
        problems.append(problem)
    if not decoded.fits:
        problems.append("wrong charset")
    text = without_oddities(decoded.text).replace("\r\n", "\n").replace("\r", "\n")
    if html:
        return html_to_text(text), text
    if part.type_parameters.get("format", "").lower() == "flowed":
        text = unflowed(text, delsp=part.type_parameters.get("delsp", "").lower() == "yes")
    return _without_pgp(text), None


def unflowed(text: str, *, delsp: bool) -> str:
    """Joins the soft line breaks of format=flowed (RFC 3676), quote level by quote level."""
    done: list[str] = []
    pieces: list[str] = []
    level = 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        if pieces and depth != level:
            done.append(_requoted(pieces, level))
            pieces = []
        level = depth
        soft = bare.endswith(" ") and bare != "-- "
        pieces.append(bare[:-1] if soft and delsp else bare)
        if not soft:
            done.append(_requoted(pieces, level))
            pieces = []
    if pieces:
        done.append(_requoted(pieces, level))
    return "\n".join(done)


def _requoted(pieces: list[str], level: int) -> str:
    text = "".join(pieces)
    return f"{'>' * level} {text}".rstrip() if level else text


def _without_pgp(text: str) -> str:
    """The text of a clear-signed PGP message without its armour."""
    if not text.lstrip().startswith(_PGP_SIGNED):
        return text
    inner = text.partition("\n\n")[2].partition(_PGP_SIGNATURE)[0]
    return "\n".join(line.removeprefix("- ") for line in inner.split("\n"))
