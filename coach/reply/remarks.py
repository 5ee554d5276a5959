"""Sentences of the writer's own below closing and name that no "PS" announces: "Below is the whole log"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.blocks import is_motto, is_output, is_reach
from coach.reply.lines import Line
from coach.reply.notices import is_notice
from coach.reply.phrases import phrases
from coach.reply.signers import is_titled_name

REMARK_WORDS = 4  # "The log is attached"
REMARK_LINES = 6
ADVERTISING_WORDS = 8  # "Please visit our new showroom in Bremen" has seven
_MOST_CUES = 1  # words of a company block that may stand in a sentence
_TITLED = 0.7  # share of capitalised words from which a line is a heading or a name
_LINKED = re.compile(r"https?://|\bwww\.|[<\[|]")
_SIGNED = ("-", "–", "—", "~")  # who said it


def is_remark(lines: Sequence[Line]) -> bool:
    """True for a clause that points at something in this mail or asks; no slogan, no notice and no company data."""
    if not 0 < len(lines) <= REMARK_LINES or lines[-1].words.startswith(_SIGNED) or is_motto(lines):
        return False
    if any(is_reach(line) or is_output(line) or is_titled_name(line) or _LINKED.search(line.words) for line in lines):
        return False
    joined = " ".join(line.folded for line in lines)
    known, count = phrases(), len(joined.split())
    if count < REMARK_WORDS or known.contact.count_in(joined) > _MOST_CUES or _is_heading(lines) or is_notice(lines):
        return False
    pointed = known.pointers.count_in(joined) > 0 or joined.rstrip(" )").endswith("?")
    advertises = known.firm_voice.count_in(joined) > 0 and count <= ADVERTISING_WORDS
    return pointed and known.finite_verbs.count_in(joined) > 0 and not advertises


def _is_heading(lines: Sequence[Line]) -> bool:
    """True where so many words have a capital that it is a title; German nouns have one too."""
    pieces = [piece for line in lines for piece in line.words.split() if piece[0].isalpha()]
    return sum(piece[0].isupper() for piece in pieces) >= _TITLED * len(pieces)
