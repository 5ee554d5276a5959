"""Quotes fenced in words: "--begin quote--" above, "--end quote--" below, no mark on the lines between."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from coach.reply.lines import Line
from coach.reply.phrases import PhraseSet, phrases

FENCE_LENGTH = 60
_DRESS = "-–—=_*~<#["
_DRESSED = re.compile(r"(?:[-–—=_*~<#]{2,}|\[) ?(/?[^\W\d_][^\[\]<>=#~]{2,40}?) ?(?:[-–—=_*~>#]{2,}|\])$")


def closing_fences(lines: Sequence[Line]) -> list[int]:
    """The lines that are the lower fence of such a quote."""
    words = phrases()
    return [number for number, line in enumerate(lines) if _is_fence(line, words.quote_closes)]


def fence_end(lines: Sequence[Line], at: int, closing: Sequence[int]) -> int | None:
    """The end of the quote that a line fenced in words opens: behind its closing fence, else the end of the mail.

    A single word ("--- Quote ---") may be a heading; it opens a quote only where one is closed below.
    """
    if not _is_fence(lines[at], phrases().quote_opens):
        return None
    place = bisect_right(closing, at)
    if place < len(closing):
        return closing[place] + 1
    return len(lines) if len(lines[at].words.strip("-–—=_*~<>#[] ").split()) > 1 else None


def _is_fence(line: Line, known: PhraseSet) -> bool:
    if line.depth or line.words[:1] not in _DRESS or not 0 < len(line.words) <= FENCE_LENGTH:
        return False
    found = _DRESSED.match(line.folded)
    return found is not None and known.length_at(found.group(1)) == len(found.group(1))
