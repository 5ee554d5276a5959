"""One part to text: transfer encoding, charset, HTML and other marks undone, within a bound on its length."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coach.html import html_to_text
from server.mail.mime_charset import to_text, without_oddities
from server.mail.mime_encoding import without_encoding
from server.mail.mime_inline import is_html_source, unflowed, without_armour, without_enrichment, without_files
from server.mail.mime_tree import MimePart

READABLE = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext", "application/xhtml+xml"})
LONGEST_TEXT = 1_000_000  # bytes of one part, pictures within it left out; a thread of a hundred mails has half
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_EMBEDDED = re.compile(rb"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/=\s]*")


@dataclass(frozen=True, slots=True)
class PartText:
    """A part's text, its HTML source if it is HTML, the files encoded in it, and what was odd."""

    text: str = field(repr=False)
    source: str | None = field(default=None, repr=False)
    files: tuple[tuple[str, int], ...] = ()
    problems: tuple[str, ...] = ()


def part_text(part: MimePart) -> PartText:
    """The part as text; what is longer than LONGEST_TEXT is cut, and that is said."""
    problems: list[str] = []
    raw, problem = without_encoding(part.body, part.encoding)
    problems.extend(filter(None, [problem]))
    html = part.content_type in _HTML_TYPES
    raw = _EMBEDDED.sub(b"data:", raw) if b"data:image/" in raw else raw
    if len(raw) > LONGEST_TEXT:
        raw = raw[:LONGEST_TEXT]
        problems.append("text was cut")
    decoded = to_text(raw, _charset(part, raw, html=html))
    if not decoded.fits:
        problems.append("wrong charset")
    text = without_oddities(decoded.text).replace("\r\n", "\n").replace("\r", "\n")
    if html or is_html_source(text):
        return PartText(html_to_text(text), text, problems=tuple(problems))
    return _plain(part, text, problems)


def _plain(part: MimePart, text: str, problems: list[str]) -> PartText:
    given = part.type_parameters
    if part.content_type in ("text/enriched", "text/richtext"):
        text = without_enrichment(text)
    text, files = without_files(text)
    if given.get("format", "").lower() == "flowed":
        text = unflowed(text, delsp=given.get("delsp", "").lower() == "yes")
    text, encrypted = without_armour(text)
    if encrypted:
        problems.append("encrypted")
    return PartText(text, files=tuple(files), problems=tuple(problems))


def _charset(part: MimePart, raw: bytes, *, html: bool) -> str:
    declared = part.type_parameters.get("charset", "")
    if declared or not html:
        return declared
    found = _META_CHARSET.search(raw[:4096])
    return found.group(1).decode("ascii", "replace") if found else ""
