"""Lines that a mail program ran together: own text, then on the same line the announcement of a quote or a footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.reply.attribution import ATTRIBUTION_LINES, BRACKETED_ADDRESS, announces
from coach.reply.frames import frame_at
from coach.reply.lines import Line, line_of, place_in
from coach.reply.phrases import Phrases, phrases
from coach.reply.salutation import PARTICLES
from coach.reply.signs import ADDRESS, CLOCK, DATE, JOINED, opens

LEAST_OWN = 2  # code points before a joint
LEAD_LENGTH = 40  # enough to tell with what an announcement begins
WIDE_GAP = 3  # blanks by which Yahoo indents the announcement that it puts right behind the last word
MOST_TRIED = 12  # words of a line at which an announcement is tried
_WORD = re.compile(r"(?<=\s)[^\s>]")
_DIVIDER = re.compile(r"(?:\s|(?<=[.?!])(?=-))(?=[-_=]{5,}\s?[^\W\d_])|\s(?=_{20,})")
_SENTENCE_END = re.compile(r"[!?…]\s|[^\W\d_]{4}\.\s")
_GLUED_PICTURE = re.compile(
    r"(?<=[^\s!(])\[(?:cid:[^\]\s]{1,200}|image: ?[^\]]{1,200}|image[\w ()-]{0,20}\.(?:jpe?g|png|gif|bmp|heic))\]"
    r"(?:<[^<>]{0,400}>)?$"
)
_ANNOUNCED = re.compile(r"[:：]\s+(?=\S)")


def taken_apart(text: str, lines: list[Line]) -> list[Line]:
    """The lines, each that holds an unmistakable joint cut there into its pieces."""
    cuts = {
        number: places
        for number, line in enumerate(lines)
        if line.signs & JOINED and (places := _joints(lines, number, line))
    }
    if not cuts:
        return lines
    whole: list[Line] = []
    for number, line in enumerate(lines):
        whole += _pieces(text, line, cuts[number]) if number in cuts else (line,)
    return whole


def _joints(lines: Sequence[Line], number: int, line: Line) -> tuple[int, ...]:
    """Where in the words of a line its further pieces begin."""
    behind_text = _divider(line.words) or _glued_picture(line.words, line.folded)
    if behind_text:
        return (behind_text,)
    places = _openings(line.words)
    if not places:
        return ()
    below = lines[number + 1 : number + ATTRIBUTION_LINES]
    quoted = next((each.depth > 0 for each in lines[number + 1 : number + 4] if not each.blank), False)
    for place in places:
        end = _announcement_end(line.words[place:], below, quoted=quoted)
        if end is not None and not _is_framed(lines, number):
            behind = place + end
            return (place, behind) if behind < len(line.words) else (place,)
    return ()


def _is_framed(lines: Sequence[Line], number: int) -> bool:
    """True if the line is the tail of a frame that begins above it."""
    for at in range(max(0, number - ATTRIBUTION_LINES + 1), number):
        frame = frame_at(lines, at)
        if frame is not None and frame.end > number:
            return True
    return False


def _is_own(head: str, words: Phrases) -> bool:
    """True if the words before an announcement are the writer's and no sender's name or date that belongs to it."""
    bare, pieces = head.rstrip(), head.split()
    folded = bare.casefold()
    if opens(folded, words) or ADDRESS.search(bare) or DATE.search(bare) or words.verbs.count_in(folded):
        return False
    if words.leads.length_at(pieces[-1].casefold()) or words.weekdays.count_in(folded):
        return False
    if bare[-1] in "!?…。！？" or len(head) - len(bare) >= WIDE_GAP:
        return True
    if len(pieces) == 1:
        return bare[-1] == "." and not words.titles.length_at(folded)
    if _SENTENCE_END.search(bare):
        return True
    dated = bare[-1] == "," or any(char.isdigit() for char in bare)
    return not dated and any(piece[:1].islower() and piece not in PARTICLES for piece in pieces)


def _divider(words: str) -> int | None:
    """A delimiter of the mail answered or the rule of a list's footer behind own text."""
    found = _DIVIDER.search(words, LEAST_OWN)
    if found is None:
        return None
    tail, known = words[found.end() :].casefold(), phrases()
    bare = tail.lstrip("-_= ")
    named = known.original.length_at(bare) or known.forwarded.length_at(bare)
    told = tail.startswith("_" * 20) and known.list_footers.count_in(tail)
    return found.end() if named or told else None


def _glued_picture(words: str, folded: str) -> int | None:
    """Where the placeholder begins that a program set for a picture right behind the last word of a line."""
    found = _GLUED_PICTURE.search(folded) if folded.endswith(("]", ">")) and len(folded) == len(words) else None
    return found.start() if found else None


def _openings(words: str) -> tuple[int, ...]:
    """Places in the line at which an attribution may begin: a lead word, a weekday or a date, as a line begins."""
    if not CLOCK.search(words):
        return ()
    known, places = phrases(), []
    for found in _WORD.finditer(words, LEAST_OWN):
        start, char = found.start(), found.group()
        if not (char.isupper() or char.isdigit() or not char.isascii()):
            continue
        if opens(words[start : start + LEAD_LENGTH].casefold(), known) and _is_own(words[:start], known):
            places.append(start)
            if len(places) == MOST_TRIED:
                break
    return tuple(places)


def _announcement_end(tail: str, below: Sequence[Line], *, quoted: bool) -> int | None:
    """How much of the tail is an attribution that tells day, time and address (or stands above a quote)."""
    address = BRACKETED_ADDRESS.search(tail)
    colon = _ANNOUNCED.search(tail, address.end()) if address else None
    if colon is not None and announces(tail[: colon.start() + 1], phrases()):
        return colon.end()
    joined = tail
    for line in (None, *below):
        if line is not None:
            if line.depth or line.blank:
                return None
            joined = f"{joined} {line.words}"
        certain = quoted or bool(ADDRESS.search(joined))
        if certain and joined.endswith((":", "：")) and announces(joined, phrases()):
            return len(tail)
    return None


def _pieces(text: str, line: Line, places: Sequence[int]) -> Iterator[Line]:
    bounds = [0, *places, len(line.words)]
    starts = [line.start, *(place_in(text, line, place) for place in places), line.end]
    for number, (first, last) in enumerate(pairwise(bounds)):
        words = line.words[first:last].strip()
        quote = number > 1 and words.startswith(">")
        bare = words.lstrip("> ") if quote else words
        yield line_of(starts[number], starts[number + 1], int(quote), bare)
