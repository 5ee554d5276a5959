"""Cuts a mail's text into segments without gaps: greeting, body, closing and what is not own text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from coach.model import AUTHORED, Part, Segment, Span
from coach.reply.answered import mark_answered
from coach.reply.drafts import mark_draft_ending
from coach.reply.ending import mark_ending
from coach.reply.joints import taken_apart
from coach.reply.lines import Line, lines_of, place_in
from coach.reply.notices import is_placeholder
from coach.reply.quotes import Mark, quote_marks
from coach.reply.repeated import mark_repeated
from coach.reply.salutation import closing_start, greeting_length, is_bare_name, is_closing, is_name

_PART = itemgetter(0)
_BLANK = attrgetter("blank")
Cut = tuple[int, int, Part]  # line, place in the text, part from there to the line's end


def split(text: str, *, draft: bool = False) -> tuple[Segment, ...]:
    """Consecutive segments that cover the whole text, each with its part and quote depth.

    In a `draft`, what stands above the context is kept however unfinished it is: only what the mail client put there
    (signature, quoted mail with its header) is told apart.
    """
    lines = lines_of(text)
    if not draft:
        lines = taken_apart(text, lines)
    marks = quote_marks(lines, draft=draft)
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


def _without_pictures(lines: Sequence[Line], first: int, end: int) -> list[int]:
    """The lines of a run that are no placeholder of a picture, nor the second of two blank ones around such a line."""
    kept: list[int] = []
    for number in range(first, end):
        line = lines[number]
        twice = line.blank and kept and lines[kept[-1]].blank
        if not twice and not (line.words[:1] == "[" and is_placeholder(line)):
            kept.append(number)
    return kept


def _own_runs(lines: Sequence[Line], marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """The ranges of lines that no frame or quote interrupts and that hold any words."""
    runs, start = [], 0
    for part, group in groupby(marks, key=_PART):
        end = start + len(list(group))
        if part is Part.BODY and not all(map(_BLANK, lines[start:end])):
            runs.append((start, end))
        start = end
    return runs


def _give_blanks_to_neighbours(lines: Sequence[Line], marks: list[Mark], cuts: Sequence[Cut] = ()) -> None:
    """Blank lines belong to what stands above them (behind a cut, to its end), leading ones to what follows."""
    ends = {number: part for number, _, part in cuts}
    blank = [number for number, line in enumerate(lines) if line.blank]
    filled = next((number for number, line in enumerate(lines) if not line.blank), None)
    if filled is None:
        return
    marks[:filled] = [marks[filled]] * filled
    for number in blank[filled:]:
        marks[number] = (ends[number - 1], 0) if number - 1 in ends else marks[number - 1]


def _segments(text: str, lines: Sequence[Line], marks: list[Mark]) -> Iterator[Segment]:
    cuts = _salutation_cuts(text, lines, marks)
    pieces = [(line.start, line.end, mark) for line, mark in zip(lines, marks, strict=True)]
    for number, place, after in reversed(cuts):
        start, end, mark = pieces[number]
        pieces[number : number + 1] = [(start, place, mark), (place, end, (after, 0))]
    first, last, one = 0, 0, None  # the segment so far
    for start, end, mark in pieces:
        if mark != one and start < end:
            if one is not None:
                yield Segment(one[0], Span(first, last), one[1])
            first, one = start, mark
        last = end
    if one is not None:
        yield Segment(one[0], Span(first, last), one[1])


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
    if body and (Part.CLOSING, 0) not in marks:
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
