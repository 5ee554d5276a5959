"""Which lines are quoted: marked with ">" or below a frame, the tail of a quoted line that a program broke."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.model import Part
from coach.reply.drafts import is_context, is_typed_mark
from coach.reply.fences import closing_fences, fence_end
from coach.reply.frames import frame_at
from coach.reply.lines import Line
from coach.reply.quoting_sign import is_signed_with, quoting_sign
from coach.reply.signs import ADDRESSED, DATED, FENCED, OPENS, STARTS

DEEPEST_FRAME = 50  # header blocks within header blocks that are counted
TORN_LINE = 64  # with its ">" at the width of 72 or so at which programs break lines
WRAPPED_LINE = 55  # a quoted line this long may have been broken by a mail program, which drops the ">"
_TELLING = OPENS | STARTS | FENCED
_TOLD_BELOW = ADDRESSED | DATED
_LEFT_OUT = re.compile(r"(?:[<\[({]{1,2}[^<>\[\](){}]{1,20}[>\])}]{1,2}|[.…]{2,10})$")
_LINK = re.compile(r"<?(?:https?://|www\.)\S{1,800}$")
_CUT_OFF = re.compile(r"\[?[.…]{1,10}\]?$")  # right below a quote: it was cut off here
Mark = tuple[Part, int]


def quote_marks(lines: Sequence[Line], *, draft: bool) -> list[Mark]:
    """Per line BODY, or what of a quote it is; below a frame without ">" everything is quoted."""
    marks: list[Mark] = [(Part.BODY, 0)] * len(lines)
    rest, base, at, answered = Part.BODY, 0, 0, False
    sign: str | None = None
    closing = [] if draft else closing_fences(lines)
    while at < len(lines):
        line = lines[at]
        if line.depth and not (base or draft):
            marks[at], answered = (Part.QUOTE, line.depth), True
            at += 1
            continue
        if line.blank or not (base or sign or draft or _may_matter(lines, marks, at)):
            marks[at] = (rest, base) if base else marks[at]
            at += 1
            continue
        fence = fence_end(lines, at, closing) if not (base or draft) else None
        if fence is not None:
            marks[at] = (Part.ATTRIBUTION, 0)
            marks[at + 1 : fence] = [(Part.QUOTE, 1 + each.depth) for each in lines[at + 1 : fence]]
            if closing and fence <= closing[-1] + 1:
                marks[fence - 1] = (Part.ATTRIBUTION, 0)
            at, answered = fence, True
            continue
        frame = frame_at(lines, at) if line.depth == 0 and base < DEEPEST_FRAME else None
        if frame is not None and draft and not is_context(lines, frame):
            frame = None
        if frame is None:
            if base:
                marks[at] = (rest, base + line.depth)
            elif sign and is_signed_with(line, sign):
                marks[at] = (Part.QUOTE, 1)
            elif (line.depth or _is_torn(lines, at) or (not (draft or sign) and _is_torn_on(lines, marks, at))) and (
                not draft or answered or not is_typed_mark(lines, at)
            ):
                marks[at] = (Part.QUOTE, max(line.depth, 1))
                answered = True
            at += 1
            continue
        answered = True
        marks[frame.first : frame.end] = [(Part.ATTRIBUTION if not base else rest, base)] * (frame.end - frame.first)
        at = frame.end
        if frame.rest is Part.BODY:
            continue
        sign = None if base or draft or frame.rest is Part.FORWARDED else quoting_sign(lines, at)
        if sign:
            continue
        if base or frame.rest is Part.FORWARDED or not _prefixed_below(lines, at):
            base, rest = base + 1, rest if base else frame.rest
    return marks


def _may_matter(lines: Sequence[Line], marks: Sequence[Mark], at: int) -> bool:
    """False for a line that opens no frame or fence and goes on with no quoted line, as most lines do."""
    if lines[at].signs & _TELLING or (at + 1 < len(lines) and lines[at + 1].signs & _TOLD_BELOW):
        return True
    return at > 0 and (lines[at - 1].depth > 0 or marks[at - 1][0] is Part.QUOTE)


def _prefixed_below(lines: Sequence[Line], at: int) -> bool:
    """True if the next lines are quoted; a mark of what was left out ("[...]", "<snip>") may stand above them."""
    below = next(
        (line for line in lines[at : at + 8] if not line.blank and (line.depth or not _LEFT_OUT.match(line.words))),
        None,
    )
    return below is not None and below.depth > 0


def _is_torn(lines: Sequence[Line], at: int) -> bool:
    """True for the tail of a quoted line that a mail program broke and left without its ">"."""
    line = lines[at]
    if line.blank or not at or not lines[at - 1].depth:
        return False
    above, below = lines[at - 1], lines[at + 1] if at + 1 < len(lines) else None
    if (below is None or below.blank) and (_CUT_OFF.match(line.words) or _is_announced_link(lines, at)):
        return True
    if len(above.words) < WRAPPED_LINE:
        return False
    if above.words[-1:] in (".", "?", "!", ":"):
        return False
    if below is None or below.blank:
        goes_on = at > 1 and lines[at - 2].depth == above.depth and above.words[-1:].isalnum()
        return goes_on and line.words[:1].islower() and len(above.words) >= TORN_LINE
    if above.depth != below.depth:
        return False
    runs_on = line.words[:1].islower() and (above.words[-1:] == "," or above.words.count('"') % 2 == 1)
    return runs_on or len(line.words) < len(above.words) // 2


def _is_announced_link(lines: Sequence[Line], at: int) -> bool:
    """True for a link alone on its line, too long for the quote whose last words announce it ("> See here:")."""
    if not _LINK.match(lines[at].words):
        return False
    above = next((line for line in reversed(lines[max(0, at - 4) : at]) if line.words), None)
    return above is not None and above.depth > 0 and above.words.endswith(":")


def _is_torn_on(lines: Sequence[Line], marks: Sequence[Mark], at: int) -> bool:
    """True for each further line of such a tail, and for the first of a tail of two lines or more."""
    line = lines[at]
    if line.depth or line.blank or not at:
        return False
    above = lines[at - 1]
    if len(above.words) < TORN_LINE or not _runs_over(above):
        return False
    if marks[at - 1][0] is Part.QUOTE and not above.depth and not above.blank:
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    ends = below is None or below.blank or below.words[:1].islower()
    ends = ends or (len(line.words) >= TORN_LINE and _runs_over(line))
    return above.depth > 0 and line.words[:1].islower() and ends and not _closes_bracket(lines, at - 1)


def _closes_bracket(lines: Sequence[Line], at: int) -> bool:
    """True for an own line that begins with the ">" of a link broken at its brackets."""
    above = lines[at - 1] if at else None
    return above is not None and not above.depth and bool(_LINK.match(above.words))


def _runs_over(line: Line) -> bool:
    """True if the sentence of this line cannot end with it."""
    return line.words[-1:].isalnum() or line.words[-1:] == ","
