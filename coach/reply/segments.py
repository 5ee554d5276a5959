"""Cuts a mail's text into segments without gaps: greeting, body, closing and what is not own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from coach.model import AUTHORED, Part, Segment, Span
from coach.reply.answered import mark_answered
from coach.reply.drafts import is_context, is_typed_mark, mark_draft_ending
from coach.reply.ending import mark_ending
from coach.reply.fences import closing_fences, fence_end
from coach.reply.frames import frame_at
from coach.reply.joints import taken_apart
from coach.reply.lines import Line, lines_of, place_in
from coach.reply.notices import is_placeholder
from coach.reply.quoting_sign import is_signed_with, quoting_sign
from coach.reply.repeated import mark_repeated
from coach.reply.salutation import closing_start, greeting_length, is_bare_name, is_closing, is_name

DEEPEST_FRAME = 50  # header blocks within header blocks that are counted
TORN_LINE = 64  # with its ">" at the width of 72 or so at which programs break lines
WRAPPED_LINE = 55  # a quoted line this long may have been broken by a mail program, which drops the ">"
_LEFT_OUT = re.compile(r"(?:[<\[({]{1,2}[^<>\[\](){}]{1,20}[>\])}]{1,2}|[.…]{2,10})$")
_LINK = re.compile(r"<?(?:https?://|www\.)\S{1,800}$")
_CUT_OFF = re.compile(r"\[?[.…]{1,10}\]?$")  # right below a quote: it was cut off here
Mark = tuple[Part, int]
Cut = tuple[int, int, Part]  # line, place in the text, part from there to the line's end


def split(text: str, *, draft: bool = False) -> tuple[Segment, ...]:
    """Consecutive segments that cover the whole text, each with its part and quote depth.

    In a `draft`, what stands above the context is kept however unfinished it is: only what the mail client put there
    (signature, quoted mail with its header) is told apart.
    """
    lines = lines_of(text)
    if not draft:
        lines = taken_apart(text, lines)
    marks = _quote_marks(lines, draft=draft)
    if not draft:
        mark_repeated(lines, marks)
        mark_answered(lines, marks)
    for number, (first, end) in enumerate(_own_runs(lines, marks)):
        typed = range(first, end) if draft else _without_pictures(lines, first, end)
        own = [lines[each] for each in typed]
        parts = [Part.BODY] * len(own)
        if draft:
            mark_draft_ending(own, parts)
        elif own:
            mark_ending(own, parts, first=number == 0)
        marks[first:end] = [(Part.SIGNATURE, 0)] * (end - first)
        for each, part in zip(typed, parts, strict=True):
            marks[each] = (part, int(part is Part.QUOTE))
    _give_blanks_to_neighbours(lines, marks)
    return tuple(_segments(text, lines, marks))


def authored(text: str, *, draft: bool = False) -> tuple[Segment, ...]:
    """The segments that the sender wrote now: greeting, body and closing, in order."""
    return tuple(segment for segment in split(text, draft=draft) if segment.part in AUTHORED)


def authored_text(text: str, *, draft: bool = False) -> str:
    """What the sender wrote now; where something was taken out between, a blank line stands."""
    stretches: list[str] = []
    last = -1
    for segment in authored(text, draft=draft):
        piece = segment.span.of(text)
        if segment.span.start == last and stretches:
            stretches[-1] += piece
        else:
            stretches.append(piece)
        last = segment.span.end
    tidy = (_without_outer_blanks(stretch.replace("\r\n", "\n")) for stretch in stretches)
    return "\n\n".join(stretch for stretch in tidy if stretch)


def greeting_of(text: str, *, draft: bool = False) -> Span | None:
    """Where the greeting stands, without blanks around it; None if the sender did not greet."""
    found = [segment for segment in split(text, draft=draft) if segment.part is Part.GREETING]
    return _tight(text, found[0].span) if found else None


def closing_of(text: str, *, draft: bool = False) -> Span | None:
    """Where the closing with the signing name stands; None if the sender did not close.

    Of a closing whose name stands apart, below a delimiter, this is the phrase.
    """
    segments = split(text, draft=draft)
    found = [number for number, segment in enumerate(segments) if segment.part is Part.CLOSING]
    if not found:
        return None
    apart = found[-2:] == [found[-1] - 2, found[-1]] and segments[found[-1] - 1].part is Part.SIGNATURE
    apart = apart and not is_closing(lines_of(_tight(text, segments[found[-1]].span).of(text))[0])
    return _tight(text, segments[found[-2] if apart else found[-1]].span)


def _quote_marks(lines: Sequence[Line], *, draft: bool) -> list[Mark]:
    """Per line BODY, or what of a quote it is; below a frame without ">" everything is quoted."""
    marks: list[Mark] = [(Part.BODY, 0)] * len(lines)
    rest, base, at, answered = Part.BODY, 0, 0, False
    sign: str | None = None
    closing = [] if draft else closing_fences(lines)
    while at < len(lines):
        line = lines[at]
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


def _without_pictures(lines: Sequence[Line], first: int, end: int) -> list[int]:
    """The lines of a run that are no placeholder of a picture, nor the second of two blank ones around such a line."""
    kept: list[int] = []
    for number in range(first, end):
        twice = lines[number].blank and kept and lines[kept[-1]].blank
        if not twice and not is_placeholder(lines[number]):
            kept.append(number)
    return kept


def _own_runs(lines: Sequence[Line], marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """The ranges of lines that no frame or quote interrupts and that hold any words."""
    runs, start = [], 0
    for own, group in groupby(marks, key=lambda mark: mark[0] is Part.BODY):
        end = start + len(list(group))
        if own and any(not line.blank for line in lines[start:end]):
            runs.append((start, end))
        start = end
    return runs


def _give_blanks_to_neighbours(lines: Sequence[Line], marks: list[Mark], cuts: Sequence[Cut] = ()) -> None:
    """Blank lines belong to what stands above them (behind a cut, to its end), leading ones to what follows."""
    ends = {number: part for number, _, part in cuts}
    filled = next((number for number, line in enumerate(lines) if not line.blank), None)
    if filled is None:
        return
    marks[:filled] = [marks[filled]] * filled
    for number in range(filled + 1, len(lines)):
        if lines[number].blank:
            marks[number] = (ends[number - 1], 0) if number - 1 in ends else marks[number - 1]


def _segments(text: str, lines: Sequence[Line], marks: list[Mark]) -> Iterator[Segment]:
    cuts = _salutation_cuts(text, lines, marks)
    pieces = [(line.start, line.end, mark) for line, mark in zip(lines, marks, strict=True)]
    for number, place, after in reversed(cuts):
        start, end, mark = pieces[number]
        pieces[number : number + 1] = [(start, place, mark), (place, end, (after, 0))]
    filled = (piece for piece in pieces if piece[0] < piece[1])
    for (part, depth), group in groupby(filled, key=lambda piece: piece[2]):
        run = list(group)
        yield Segment(part, Span(run[0][0], run[-1][1]), depth)


def _salutation_cuts(text: str, lines: Sequence[Line], marks: list[Mark]) -> list[Cut]:
    """Marks greeting and closing lines; returns, in order, where a line has to be cut."""
    own = [number for number, mark in enumerate(marks) if mark[0] is Part.BODY and not lines[number].blank]
    cuts: list[Cut] = []
    for number in own[:3]:
        length = greeting_length(lines[number])
        if not length and number == own[0] and len(own) > 1 and is_bare_name(lines[number]):
            length = len(lines[number].words)
        if not length:
            break
        marks[number] = (Part.GREETING, 0)
        if length < len(lines[number].words):
            cuts.append((number, place_in(text, lines[number], 0) + length, Part.BODY))
            break
    body = [number for number in own if marks[number][0] is Part.BODY or any(number == cut[0] for cut in cuts)]
    if body and not any(mark[0] is Part.CLOSING for mark in marks):
        cuts += _closing_cut(text, lines, marks, body)
    _give_blanks_to_neighbours(lines, marks, cuts)
    return sorted(cuts, key=lambda cut: (cut[0], cut[1]))


def _closing_cut(text: str, lines: Sequence[Line], marks: list[Mark], body: Sequence[int]) -> list[Cut]:
    """A closing within the last line of the text, with or without the name on a line of its own."""
    last = body[-1]
    named = len(body) > 1 and is_name(lines[last])
    for number in [last, body[-2]] if named else [last]:
        start = closing_start(lines[number].words)
        if start is None:
            continue
        if number != last:
            marks[last] = (Part.CLOSING, 0)
        return [(number, place_in(text, lines[number], start), Part.CLOSING)]
    return []


def _without_outer_blanks(text: str) -> str:
    return text.strip("\n\r\t ").strip()


def _tight(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
