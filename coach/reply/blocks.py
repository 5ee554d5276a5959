"""What a paragraph is by its looks: sentences, a company block, a legal notice, a phone's signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.lines import Line
from coach.reply.phrases import phrases

PROSE_WORDS = 6  # a line of a company block is shorter, or carries a number or an address
PROSE_LINES = 40  # enough to tell sentences from data
CONTACT_WORDS = 10
_EVIDENCE = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.|https?://|\bwww\.|\+\d|\b\d[\d ()/.–-]{6,20}\d\b"
    r"|\b[A-Z]{1,2}-?\d{4,5}\b|\b\d{5}\s[A-Z]"
)
_URL = re.compile(r"<[^<>]{0,400}>|https?://\S{0,400}")
_DEVICE = re.compile(
    r"\b(?:i-?(?:phone|pad|pod|os)|android|samsung|galaxy|black\s?berry|outlook|mail|handy|smartphone"
    r"|mobile|mobil|phone|windows|nokia|htc|huawei|xiaomi|pixel|tablet|mac|yahoo|gmx|web\.de|gmail|app"
    r"|thunderbird|proton\w*)\b|iphone|ipad|android|outlook|手机"
)


def paragraphs(lines: Sequence[Line], first: int, end: int) -> list[tuple[int, int]]:
    """The half-open ranges of lines without a blank one between them."""
    found: list[tuple[int, int]] = []
    start = None
    for number in range(first, end):
        if lines[number].blank:
            if start is not None:
                found.append((start, number))
            start = None
        elif start is None:
            start = number
    if start is not None:
        found.append((start, end))
    return found


def is_contact(line: Line) -> bool:
    """True for a line of a company block: a number, an address, a legal form or a job title."""
    if _EVIDENCE.search(line.words):
        return len(line.words.split()) <= CONTACT_WORDS + 4
    return len(line.words.split()) <= CONTACT_WORDS and phrases().contact.count_in(line.folded) > 0


def is_prose(lines: Sequence[Line]) -> bool:
    """True if a paragraph reads as sentences and not as a block of data."""
    if not lines or any(is_contact(line) for line in lines[:8]):
        return False
    count = sum(len(line.words.split()) for line in lines[:PROSE_LINES])
    cjk = sum(len(line.words) for line in lines[:PROSE_LINES] if _is_unspaced(line))
    closes = lines[-1].words.endswith((".", "?", "!", "…", ":", ")", "。", "？", "！"))
    return (count >= PROSE_WORDS and closes) or count >= 2 * PROSE_WORDS or cjk >= 12


def _is_unspaced(line: Line) -> bool:
    return not line.words.isascii() and " " not in line.words


def is_mobile(line: Line) -> bool:
    """True for the line that a phone or an app adds ("Von meinem iPhone gesendet")."""
    found = phrases().mobile.length_at(line.folded.lstrip("[(<_~- "))
    if not found:
        return False
    text = _URL.sub("", line.folded).strip("[]()_~- ")
    head = " ".join(text.split()[:7])
    if _DEVICE.search(head):
        return len(text) < 120
    return len(text.split()) <= 8 and not text.endswith((".", "?", "!", ":")) and "," not in text


def is_notice(lines: Sequence[Line]) -> bool:
    """True for a paragraph that a legal department or a scanner wrote."""
    known = phrases()
    folded = lines[0].folded.lstrip("*_#-[( ")
    if known.banners.length_at(folded):
        return True
    joined = " ".join(line.folded for line in lines[:12])
    cues = known.notice_cues.count_in(joined)
    if known.disclaimers.length_at(folded) and cues:
        return True
    return cues >= 3 and known.notice_subjects.count_in(joined) > 0 and len(joined.split()) > 20
