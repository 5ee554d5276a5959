"""Cuts the body of a mail into paragraphs and sentences with spans; knows hard wraps, lists and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coach.language import Language
from coach.model import Span

LINE = re.compile(r"[^\n]*\n?")
BULLET = re.compile(r"\s*(?:[-*•–·]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'»“”’)\]]*(?:[ \t]*(?:[:;]-?[)(DPp]|[\U0001F300-\U0001FAFF☀-➿]️?))*(?=\s|$|\ufffd|ï¿½)"
)
# "usw. Ich mag ...": behind an enumeration cut short, words like these begin a sentence
ANEW = re.compile(
    r"\s+(?:Ich|Wir|Sie|Es|Das|Dies|Die|Der|Ein|Eine|Wenn|Aber|Auch|I|We|You|It|The|This|That|They|If|But)\b"
)
SHORTENED = frozenset({"usw", "etc", "uvm", "u.v.m", "usf"})
DAY = re.compile(r"\d{1,2}(?:\.\d{1,2})?")  # "am 12. März", "bis 25.11. schicken"
LONGEST = 4_000  # characters of one sentence
REMEMBERED = 500  # paragraphs with their cuts, about a kilobyte each
LONGEST_REMEMBERED = 2_000  # characters
WRAP_LINE = 56  # a line at least this long that ends without a stop was broken by the mail client


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block between blank lines; `lines` counts its written lines, `bullets` those that are list items."""

    span: Span
    lines: int
    bullets: int


def paragraphs(text: str, within: Span) -> list[Paragraph]:
    """The blocks of `text[within]` that hold anything but white space."""
    found: list[Paragraph] = []
    block: list[Span] = []
    for line in [*_lines(text, within), None]:
        if line is not None and line.of(text).strip():
            block.append(line)
        elif block:
            bullets = sum(BULLET.match(each.of(text)) is not None for each in block)
            found.append(Paragraph(_trimmed(text, block[0].start, block[-1].end), len(block), bullets))
            block = []
    return found


def sentences(text: str, paragraph: Paragraph, language: Language | None) -> list[Span]:
    """The sentences of one paragraph, without the white space around them; a paragraph seen before is not cut again."""
    start, written = paragraph.span.start, paragraph.span.of(text)
    ends = Endings(language.abbreviations, language.ordinal_dot) if language else None
    cut = _remembered if len(written) <= LONGEST_REMEMBERED else _sentences
    return [Span(start + first, start + last) for first, last in cut(written, ends)]


@dataclass(frozen=True, slots=True)
class Endings:
    """What a full stop may stand behind without ending a sentence."""

    abbreviations: frozenset[str]
    ordinal_dot: bool


def _sentences(paragraph: str, ends: Endings | None) -> tuple[tuple[int, int], ...]:
    found: list[Span] = []
    for piece in _unwrapped(paragraph, Span(0, len(paragraph))):
        start = piece.start
        for stop in STOP.finditer(paragraph, piece.start, piece.end):
            if not _ends_sentence(paragraph, start, stop, piece.end, ends):
                continue
            found.append(_trimmed(paragraph, start, stop.end()))
            start = stop.end()
        found.append(_trimmed(paragraph, start, piece.end))
    return tuple((span.start, span.end) for span in found if any(char.isalnum() for char in span.of(paragraph)))


_remembered = lru_cache(REMEMBERED)(_sentences)


def _lines(text: str, within: Span) -> list[Span]:
    found = (Span(line.start(), line.end()) for line in LINE.finditer(text, within.start, within.end))
    return [line for line in found if line.end > line.start]


def _unwrapped(text: str, within: Span) -> list[Span]:
    """Lines joined again where only the mail client broke them."""
    pieces: list[Span] = []
    above = ""
    for line in _lines(text, within):
        written = line.of(text)
        if pieces and _continues(above, written) and line.end - pieces[-1].start <= LONGEST:
            pieces[-1] = Span(pieces[-1].start, line.end)
        else:
            pieces += _cut(line)
        above = written
    return pieces


def _continues(above: str, line: str) -> bool:
    if BULLET.match(line):
        return False
    return len(above.rstrip("\n")) >= WRAP_LINE or line.lstrip()[:1].islower()


def _cut(line: Span) -> list[Span]:
    """A line in pieces of a length that no sentence has: what is longer is no prose."""
    return [Span(at, min(at + LONGEST, line.end)) for at in range(line.start, line.end, LONGEST)]


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, ends: Endings | None) -> bool:
    if stop.group()[0] != "." or stop.end() >= end or ends is None:
        return True
    before = re.search(r"[\w.]*$", text[max(start, stop.start() - 24) : stop.start()])
    word = before.group().lower() if before else ""
    if word in SHORTENED and ANEW.match(text, stop.end()):
        return True
    if word in ends.abbreviations or word.rsplit(".", 1)[-1] in ends.abbreviations:
        return False
    if len(word) == 1 and word.isalpha():
        return False  # an initial
    return not (ends.ordinal_dot and DAY.fullmatch(word))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
