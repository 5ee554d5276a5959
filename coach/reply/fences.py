"""Quotes fenced in words or tags: "--begin quote--" or "[quote=Ann]" above, "--end quote--" or "[/quote]" below."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from coach.reply.lines import Line
from coach.reply.phrases import PhraseSet, phrases
from coach.reply.signs import FENCED

FENCE_LENGTH = 100
NESTED = 20  # closing fences among which that of an opening one is looked for
_DRESSED = re.compile(r"(?:[-–—=_*~<#]{2,}|\[) ?(/?[^\W\d_][^\[\]<>=#~]{2,40}?) ?(?:[-–—=_*~>#]{2,}|\])$")
_TAG = re.compile(r"[\[<](/?[^\W\d_]{3,20})(?:[ =:][^\[\]<>]{1,80})?[\]>]$")  # with whom it quotes, as forums write it


def closing_fences(lines: Sequence[Line]) -> list[int]:
    """The lines that are the lower fence of such a quote."""
    words = phrases()
    return [number for number, line in enumerate(lines) if _is_fence(line, words.quote_closes)]


def fence_end(lines: Sequence[Line], at: int, closing: Sequence[int]) -> int | None:
    """The end of the quote that a line fenced in words opens: behind its closing fence, else the end of the mail.

    A single word ("--- Quote ---") may be a heading, and a tag part of a text about tags; both open a quote only where
    one is closed below.
    """
    if not _is_fence(lines[at], phrases().quote_opens):
        return None
    place = bisect_right(closing, at)
    if place < len(closing):
        return _closed_at(lines, at, closing[place : place + NESTED]) + 1
    if _TAG.match(lines[at].folded):
        return None
    return len(lines) if len(lines[at].words.strip("-–—=_*~<>#[] ").split()) > 1 else None


def _closed_at(lines: Sequence[Line], at: int, closing: Sequence[int]) -> int:
    """The closing fence that belongs to the opening one, past quotes within the quote; the next one if none does."""
    opened, known, below = 0, phrases().quote_opens, at + 1
    for number in closing:
        opened += sum(_is_fence(line, known) for line in lines[below:number])
        if not opened:
            return number
        opened, below = opened - 1, number + 1
    return closing[0]


def _is_fence(line: Line, known: PhraseSet) -> bool:
    if line.depth or not line.signs & FENCED or len(line.words) > FENCE_LENGTH:
        return False
    found = _TAG.match(line.folded) or _DRESSED.match(line.folded)
    return found is not None and known.length_at(found.group(1)) == len(found.group(1))
