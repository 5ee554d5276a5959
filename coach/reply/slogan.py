"""Slogans below a damaged delimiter of one dash, or below a rule under the writer's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.blocks import (
    PROSE_WORDS,
    RULE,
    UNDERLINE,
    is_footnote,
    is_output,
    paragraphs,
    tells_versions,
)
from coach.reply.lines import Line
from coach.reply.phrases import phrases
from coach.reply.salutation import NAME_WORDS, is_closing, is_name, is_thanks
from coach.reply.scanning import is_scan_note

SLOGAN_LINES = 3
SLOGAN_WORDS = 8  # of a line of a slogan
THANKING_WORDS = 4  # "Great. Thanks a lot!"
_NEAR = 8  # lines above a rule among which name and thanks stand, and lines that may follow it
_DASH = re.compile(r"[-–―]$")  # what is left of a delimiter that was typed or cut


def opens_slogan(lines: Sequence[Line], number: int, first: int, end: int) -> bool:
    """True for a single dash, or a rule below the writer's name, over a slogan with which the mail ends."""
    dash = _DASH.match(lines[number].words)
    if number == first or not 1 < end - number <= _NEAR or not (dash or RULE.match(lines[number].words)):
        return False
    blocks = paragraphs(lines, number + 1, end)
    if dash:
        alone = not any(_DASH.match(lines[each].words) for each in range(first, end) if each != number)
        introduced = _ends_with_colon(lines, number)
        return alone and lines[number - 1].blank and not introduced and _is_slogan(lines, blocks, beside=True)
    return _is_below_name(lines, number, first) and _is_slogan(lines, blocks, beside=False)


def _ends_with_colon(lines: Sequence[Line], number: int) -> bool:
    above = next((line for line in reversed(lines[max(0, number - 3) : number]) if not line.blank), None)
    return above is not None and above.words.endswith(":")


def _is_slogan(lines: Sequence[Line], blocks: Sequence[tuple[int, int]], *, beside: bool) -> bool:
    """True for one paragraph of a few short lines in which nobody speaks and nothing was printed; no name alone.

    `beside` says that nothing else tells a signature: then no sentence may stand there.
    """
    if len(blocks) != 1 or blocks[0][1] - blocks[0][0] > SLOGAN_LINES:
        return False
    block = lines[blocks[0][0] : blocks[0][1]]
    joined = " ".join(line.folded for line in block)
    if any(len(line.words.split()) > SLOGAN_WORDS or is_output(line) or is_footnote(line) for line in block):
        return False
    if (
        tells_versions(block)
        or is_scan_note(block, expected=True)
        or "?" in joined
        or phrases().first_person.count_in(joined)
    ):
        return False
    if not beside:
        return True
    told = len(joined.split()) >= PROSE_WORDS and block[-1].words.endswith((".", "!", ":"))
    return not told and block[0].words[:1].isupper() and not (len(block) == 1 and is_name(block[0]))


def _is_below_name(lines: Sequence[Line], number: int, first: int) -> bool:
    """True for a rule below a name under thanks or a closing; a long one of underscores below a blank needs neither."""
    above = [line for line in lines[max(first, number - _NEAR) : number] if not line.blank][-SLOGAN_LINES:]
    if len(above) < 2 or not _is_signing(above[-1]):
        return False
    if UNDERLINE.match(lines[number].words) and lines[number - 1].blank:
        return True
    return any(is_closing(line) or is_thanks(line) or _is_brief_thanks(line) for line in above[:-1])


def _is_brief_thanks(line: Line) -> bool:
    """True for "Great. Thanks."."""
    return len(line.words.split()) <= THANKING_WORDS and phrases().thanks.count_in(line.folded) > 0


def _is_signing(line: Line) -> bool:
    """True for a name of few capitalised words, a call sign among them or none: "Ann K1ABC"."""
    pieces = line.words.split()
    capital = all(piece[:1].isupper() and piece.replace("-", "").isalnum() for piece in pieces)
    return len(pieces) <= NAME_WORDS - 1 and capital and pieces[0].isalpha() and not is_output(line)
