"""Cuts the body of a mail into paragraphs and sentences with spans; knows hard wraps, lists and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coach.language import Language
from coach.model import Span

BULLET = re.compile(r"\s*(?:[-*•–·]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
STOP = re.compile(  # it begins with what is looked for, so that other characters are passed over quickly
    r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"'»“”’)\]]*"
    r"(?:[ \t]*(?:[:;]-?[)(DPp]|[\U0001F300-\U0001FAFF☀-➿]️?))*(?=\s|$|\ufffd|ï¿½)"
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
    lines = bullets = first = last = 0  # of the block so far
    for start, end in _lines(text, within.start, within.end):
        line = text[start:end]
        if not line.isspace():
            first = first if lines else start
            lines, last = lines + 1, end
            bullets += BULLET.match(line) is not None
        elif lines:
            found.append(Paragraph(Span(*_trimmed(text, first, last)), lines, bullets))
            lines = bullets = 0
    if lines:
        found.append(Paragraph(Span(*_trimmed(text, first, last)), lines, bullets))
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
    found: list[tuple[int, int]] = []
    for start, end in _unwrapped(paragraph):
        for stop in STOP.finditer(paragraph, start, end):
            if _ends_sentence(paragraph, start, stop, end, ends):
                found.append(_trimmed(paragraph, start, stop.end()))
                start = stop.end()
        found.append(_trimmed(paragraph, start, end))
    return tuple(cut for cut in found if any(map(str.isalnum, paragraph[slice(*cut)])))


_remembered = lru_cache(REMEMBERED)(_sentences)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the lines of text[start:end] stand, each with its newline."""
    found = []
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        found.append((start, stop))
        start = stop
    return found


def _unwrapped(text: str) -> list[tuple[int, int]]:
    """Lines joined again where only the mail client broke them."""
    pieces: list[tuple[int, int]] = []
    above = ""
    for start, end in _lines(text, 0, len(text)):
        written = text[start:end]
        if pieces and end - pieces[-1][0] <= LONGEST and _continues(above, written):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces += _cut(start, end)
        above = written
    return pieces


def _continues(above: str, line: str) -> bool:
    runs_on = len(above.rstrip("\n")) >= WRAP_LINE or line.lstrip()[:1].islower()
    return runs_on and not BULLET.match(line)


def _cut(start: int, end: int) -> list[tuple[int, int]]:
    """A line in pieces of a length that no sentence has: what is longer is no prose."""
    return [(at, min(at + LONGEST, end)) for at in range(start, end, LONGEST)]


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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
