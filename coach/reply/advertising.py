"""What a list or a free mailer advertises at the end of a mail: a few lines with a link below a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.blocks import paragraphs
from coach.reply.lines import Line
from coach.reply.phrases import phrases
from coach.reply.signs import RULED

ADVERTISING_LINES = 8
_LONG_RULE = re.compile(r"[-–—_=*~#+]{40,}[-~>]{0,5}$")  # advertising mailers rule the whole width
_TITLED_RULE = re.compile(r"[-=_*~]{10,}\s?[^\W\d_][^-=_*~]{2,40}[-=_*~]{10,}[-~>]{0,5}$")
_WEB = re.compile(r"https?://|\bwww\.|\b[a-z][\w-]{1,40}\.(?:com|net|org|de|info|eu|at|ch|fr|uk)\b")


def advertising_start(lines: Sequence[Line], end: int) -> int:
    """Where the advertising that ends at `end` begins, of all such blocks in a row; `end` if there is none."""
    while True:
        last = next((number for number in range(end - 1, 0, -1) if not lines[number].blank), 0)
        stop = last if _LONG_RULE.match(lines[last].words) else end
        above = range(stop - 1, max(0, stop - ADVERTISING_LINES), -1)
        start = next((n for n in above if lines[n].signs & RULED and _is_rule(lines[n])), None)
        if start is None or not _advertises(lines[start + 1 : stop]):
            return end
        end = start


def _is_rule(line: Line) -> bool:
    return bool(_LONG_RULE.match(line.words) or _TITLED_RULE.match(line.words))


def _advertises(lines: Sequence[Line]) -> bool:
    """True for one paragraph right below a rule that holds a link and no word of somebody who speaks of himself."""
    told = [line for line in lines if not line.blank]
    if not told or lines[0].blank or len(paragraphs(lines, 0, len(lines))) > 1:
        return False
    joined = " ".join(line.folded for line in told)
    if phrases().first_person.count_in(joined) or any(line.depth for line in told):
        return False
    return bool(_WEB.search(joined)) and len(joined.split()) > len(told)
