"""Persons that sign with what they are on the same line: "Ann Lee K1ABC / Research Engineer."."""

from __future__ import annotations

import re

from coach.reply.lines import remembered
from coach.reply.phrases import phrases
from coach.reply.salutation import PARTICLES

ROLE_WORDS = 6  # "Senior Research Engineer for Pumps"
_NAME_WORDS = 4  # with a call sign
_LEAST_NAME = 2
CALL_SIGN = re.compile(r"(?=\w{4})(?:[A-Z]{1,2}|\d[A-Z]|[A-Z]\d)\d[A-Z]{1,4}$")  # a radio amateur's (ITU)
_DIVIDER = re.compile(r"\s[/|•·–—-]\s")
_NAME = re.compile(r"[^\W\d_][\w.'’-]{0,30}$")


@remembered
def is_titled_name(words: str, folded: str) -> bool:
    """True for a full name and, behind a divider, a role or an institute and nothing else, with or without a stop."""
    pieces = _DIVIDER.split(words, maxsplit=1)
    if len(pieces) < 2:
        return False
    name, role = (piece.split() for piece in pieces)
    if not _LEAST_NAME <= len(name) <= _NAME_WORDS or not 1 <= len(role) <= ROLE_WORDS:
        return False
    told = phrases().contact.count_in(pieces[1].casefold().rstrip(".")) > 0
    return told and all(map(_is_named, name)) and all(map(_is_role_word, role))


def _is_named(piece: str) -> bool:
    titled = piece[:1].isupper() or piece in PARTICLES
    return bool(CALL_SIGN.match(piece)) or (titled and bool(_NAME.match(piece)))


def _is_role_word(piece: str) -> bool:
    """True for a word as titles are written: with a capital, or one of up to three letters ("for", "of")."""
    return piece[:1].isupper() or len(piece) <= 3
