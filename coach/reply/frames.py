"""Where quoted and forwarded mail begins: attribution lines, header blocks and delimiters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.model import Part
from coach.reply.attribution import attribution_at, is_attribution, may_start, next_filled
from coach.reply.lines import Line
from coach.reply.notes import bare_headers_end, is_dated_below, notes_end
from coach.reply.phrases import Phrases, phrases
from coach.reply.signs import (
    ADDRESS,
    CLOCK,
    DATE,
    DELIMITER_DASHES,
    LABEL_LENGTH,
    LONG_RULE,
    NUMBERED,
    OPENS,
    SHORT_RULE,
    is_marker,
    label_of,
)

__all__ = ["Frame", "frame_at", "is_attribution"]

HEADER_LINES = 24  # a header block with long recipient lists

_DASHES = " -‐‑–—―─━_=*:<>"


@dataclass(frozen=True, slots=True)
class Frame:
    """A run of lines [first, end) that announces quoted text; `rest` is what follows it."""

    first: int
    end: int
    rest: Part


def frame_at(lines: Sequence[Line], at: int) -> Frame | None:
    """The frame that begins at this line, if one does."""
    line = lines[at]
    # The signs of a quoted line do not tell whether it opens; hardly one is asked.
    if line.blank or not (line.depth or line.signs & OPENS or may_start(lines, at) or is_dated_below(lines, at)):
        return None
    return _looked_for(lines, at)


def _looked_for(lines: Sequence[Line], at: int) -> Frame | None:
    words = phrases()
    found = _delimiter(lines, at, words) or _headers(lines, at, words, announced=False)
    if found:
        return found
    found = _numbered(lines, at, words)
    if found:
        return found
    for end in (attribution_at(lines, at, words), notes_end(lines, at, words), bare_headers_end(lines, at, words)):
        if end is not None:
            return Frame(at, end, Part.QUOTE)
    return _reply_marker(lines, at, words)


def _reply_marker(lines: Sequence[Line], at: int, words: Phrases) -> Frame | None:
    """A ticket system's "please reply above this line"; on top of a mail only the line itself is not text."""
    if not is_marker(lines[at].folded, words):
        return None
    on_top = at < 3 and all(line.blank for line in lines[:at])
    return Frame(at, at + 1, Part.BODY if on_top else Part.QUOTE)


def _numbered(lines: Sequence[Line], at: int, words: Phrases) -> Frame | None:
    """ "Message: 5" right above the headers of a mail, quoted or not, as digests of lists number theirs."""
    if not NUMBERED.match(lines[at].words) or at + 1 >= len(lines) or lines[at + 1].blank:
        return None
    if lines[at + 1].depth > lines[at].depth:
        return Frame(at, at + 1, Part.QUOTE) if label_of(lines[at + 1].folded, words) else None
    block = _headers(lines, at + 1, words, announced=False)
    return Frame(at, block.end, block.rest) if block else None


def _delimiter(lines: Sequence[Line], at: int, words: Phrases) -> Frame | None:
    folded = lines[at].folded
    if SHORT_RULE.match(folded) or LONG_RULE.match(folded):
        below = next_filled(lines, at + 1)
        if below is None or below - at > 3:
            return None
        block = _headers(lines, below, words, announced=bool(LONG_RULE.match(folded)))
        return Frame(at, block.end, block.rest) if block else None
    dashes = DELIMITER_DASHES.match(folded)
    start = dashes.end() if dashes else 0
    part = _announced(folded, start, words)
    if part is None:
        return None
    below = next_filled(lines, at + 1)
    block = _headers(lines, below, words, announced=True) if below is not None else None
    fenced = bool(dashes) or folded.endswith(":")
    if not block and not fenced and not _is_bare_forward(lines, at, part):
        return None
    if not block and part is Part.QUOTE and DATE.search(folded) and not ADDRESS.search(folded):
        return None  # "Message du 3 mars" is a heading as well
    if block is None and below == at + 1 and (end := attribution_at(lines, below, words)) is not None:
        return Frame(at, end, part)
    return Frame(at, block.end if block else at + 1, part)


def _announced(folded: str, start: int, words: Phrases) -> Part | None:
    """What the delimiter line announces: nothing but its phrase, dashes and perhaps a name stand in it."""
    for part, known in ((Part.FORWARDED, words.forwarded), (Part.QUOTE, words.original)):
        length = known.length_at(folded, start)
        tail = folded[start + length :].strip(_DASHES) if length else ""
        if length and (not tail or (len(tail) < 120 and bool(DATE.search(tail)))):
            return part
        if (
            length
            and start
            and tail.partition(":")[0].strip() in words.labels
            and (ADDRESS.search(tail) or tail.count(":") > 2 or words.labels[tail.partition(":")[0].strip()] == "from")
        ):
            return part  # rule and first header run together
    return None


def _is_bare_forward(lines: Sequence[Line], at: int, part: Part) -> bool:
    below = next_filled(lines, at + 1)
    return part is Part.FORWARDED and below is not None and label_of(lines[below].folded, phrases()) is not None


def _headers(lines: Sequence[Line], at: int, words: Phrases, *, announced: bool) -> Frame | None:
    """A block of header lines in any order; wrapped values and single blank lines may stand between."""
    first = label_of(lines[at].folded, words)
    if first is None:
        return _unknown_headers(lines, at, announced=announced)
    if not announced and first not in ("from", "sent", "to", "subject"):
        return None
    if not announced and at and label_of(lines[at - 1].folded, words) is not None:
        return None  # tried with the label above
    kinds, end, address, plain = {first}, at + 1, _has_address(lines[at]), 0
    kinds |= _more_labels(lines[at], words)
    depth = lines[at].depth
    for number in range(at + 1, min(at + HEADER_LINES, len(lines))):
        line = lines[number]
        if line.blank:
            if number + 1 >= len(lines) or label_of(lines[number + 1].folded, words) is None or lines[number - 1].blank:
                break
            continue
        kind = label_of(line.folded, words) if line.depth == depth else None
        if kind is None:
            plain += 1
            if plain > 3 or not _is_wrapped_value(lines, number, words):
                break
            address = address or _has_address(line)
            continue
        kinds.add(kind)
        address = address or _has_address(line)
        plain, end = 0, number + 1
    if announced and end < len(lines) and lines[end].depth > depth:
        return Frame(at, end, Part.QUOTE)
    lonely = first == "from" and end == at + 1 and _stands_alone(lines, at)
    if not lonely and not _is_header_block(kinds, address=address, announced=announced):
        return None
    end = _after_value(lines, end)
    return Frame(at, end, Part.QUOTE)


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """True for "From: Name <address>" between blank lines, what is left of a header that was thinned out."""
    if at == 0 or not lines[at - 1].blank or (at + 1 < len(lines) and not lines[at + 1].blank):
        return False
    value = lines[at].words.partition(":")[2].strip()
    return bool(ADDRESS.search(value)) and "<" in value and not value.startswith("<")


def _is_header_block(kinds: set[str], *, address: bool, announced: bool) -> bool:
    if announced and len(kinds) >= 2:
        return True
    if "from" not in kinds:
        return {"sent", "to", "subject"} <= kinds and address
    if "subject" in kinds and kinds & {"sent", "to"}:
        return True
    return "sent" in kinds and address


def _is_wrapped_value(lines: Sequence[Line], number: int, words: Phrases) -> bool:
    """True if this unlabelled line continues a header: a label follows it within the next lines."""
    for below in lines[number : number + 4]:
        if below.blank:
            return False
        if label_of(below.folded, words) is not None:
            return True
    return False


def _after_value(lines: Sequence[Line], end: int) -> int:
    """The end of the block when the last header's value is wrapped (an address or "; name" follows)."""
    while end < len(lines) and not lines[end].blank and lines[end].words.startswith(("<", ";", "(")):
        if not _has_address(lines[end]):
            break
        end += 1
    return end


def _more_labels(line: Line, words: Phrases) -> set[str]:
    """Further labels within one line, as broken HTML-to-text leaves them ("Von: X Gesendet: Y An: Z")."""
    found: set[str] = set()
    for piece in line.folded.split(":")[1:-1]:
        tail = piece.split()
        for count in (1, 2):
            kind = words.labels.get(" ".join(tail[-count:]).strip("*_")) if len(tail) > count else None
            if kind:
                found.add(kind)
    return found


def _unknown_headers(lines: Sequence[Line], at: int, *, announced: bool) -> Frame | None:
    """A block in a language without a file: three labelled lines, one with an address.

    Without a rule above, the address has to stand in the first line and day and time in the second.
    """
    if not announced and ((at and not lines[at - 1].blank) or at + 1 >= len(lines) or not _has_address(lines[at])):
        return None
    if not announced and not (DATE.search(lines[at + 1].words) and CLOCK.search(lines[at + 1].words)):
        return None
    end, address = at, False
    while end < len(lines) and end - at < HEADER_LINES:
        head = lines[end].words[:LABEL_LENGTH]
        if ":" not in head and "：" not in head:
            break
        address = address or _has_address(lines[end])
        end += 1
    return Frame(at, end, Part.QUOTE) if end - at >= 3 + (not announced) and address else None


def _has_address(line: Line) -> bool:
    return bool(ADDRESS.search(line.words))
