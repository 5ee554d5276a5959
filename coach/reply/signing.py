"""How a mail is signed: the name below its closing, and what of a closing stands below a delimiter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.model import Part
from coach.reply.blocks import RULE, is_contact, is_reach, paragraphs
from coach.reply.lines import Line
from coach.reply.notices import is_notice
from coach.reply.phrases import phrases
from coach.reply.salutation import (
    PARTICLES,
    greeting_length,
    is_closing,
    is_group,
    is_name,
    is_possessive,
    is_thanks,
)
from coach.reply.signature import DELIMITER
from coach.reply.signers import CALL_SIGN

SIGNING_WORDS = 5  # "Prof. Dr. Ann Lee K1ABC"
PERSON_WORDS = 3  # "Ann von Lee"
_TITLE_LINES = 3  # lines below a full name among which a role or number makes it a block
_GREETING_LINES = 3
_INITIALS = re.compile(r"[A-Z]{2,3}$")


def after_name(lines: Sequence[Line], at: int, end: int) -> int:
    """The end of the signing name below a closing phrase; one of several words above role or data is a block's."""
    number = at
    while number < end and lines[number].blank and number - at < 3:
        number += 1
    if number + 1 < end and is_possessive(lines[number]):
        number += 1
    if number >= end or not is_name(lines[number]):
        return number + 1 if number < end and _signs_alone(lines, number, end) else at
    stop = next((n for n in range(number + 1, end) if lines[n].blank or RULE.match(lines[n].words)), end)
    below = lines[number + 1 : min(stop, number + 1 + _TITLE_LINES)]
    heads_block = bool(below) and (number > at or any(is_contact(line) or is_reach(line) for line in below))
    if heads_block and len(lines[number].words.split()) > 1:
        return at
    return _after_more_names(lines, number + 1, end)


def _after_more_names(lines: Sequence[Line], at: int, end: int) -> int:
    """The end of what signs below the first name: who signs with it, a call sign, the same name or initials again."""
    while at < end and _is_second_signer(lines[at]):
        at += 1
    below = at + int(at < end and lines[at].blank)
    if below < end and CALL_SIGN.match(lines[below].words):
        return below + 1
    rest = [number for number in range(at, end) if not lines[number].blank]
    if len(rest) != 1:
        return at
    last, name = lines[rest[0]].words, lines[at - 1].words
    again = last == name or (_INITIALS.match(last) and _INITIALS.match(name))
    return rest[0] + 1 if again else at


def _is_second_signer(line: Line) -> bool:
    """True for a name behind a title ("Prof. Dr. Ann Lee K1ABC"), as two sign one below the other."""
    pieces, titles = line.words.split(), phrases().titles
    titled = next((n for n, piece in enumerate(pieces) if titles.length_at(piece.casefold()) != len(piece)), 0)
    name = " ".join(piece for piece in pieces[titled:] if not CALL_SIGN.match(piece))
    return titled > 0 and len(name.split()) > 1 and is_name(line._replace(words=name, folded=name.casefold()))


def _signs_alone(lines: Sequence[Line], number: int, end: int) -> bool:
    """True for the one line below a closing phrase that nothing follows: "Ann the second", "Ann Lee K1ABC"."""
    line = lines[number]
    if any(not below.blank for below in lines[number + 1 : end]) or is_contact(line) or is_reach(line):
        return False
    plain = line.words[:1].isupper() and not any(mark in line.words for mark in ":@|/\\<>[]=;")
    return plain and len(line.words.split()) <= SIGNING_WORDS and line.words[-1:] not in ".?!"


def name_below_delimiter(lines: Sequence[Line], parts: Sequence[Part], at: int, end: int) -> int | None:
    """The line of a person's name that stands alone below a delimiter, right under a closing phrase without a name.

    `at` is where the closing ends, `end` where the delimiter stands. Not a firm, not a team, not who was greeted.
    """
    if not at or not _lacks_name(lines[at - 1]):
        return None
    if end >= len(lines) or not DELIMITER.match(lines[end].words) or any(not line.blank for line in lines[at:end]):
        return None
    below = [n for n in range(end + 1, len(lines)) if not lines[n].blank and parts[n] is Part.SIGNATURE]
    if len(below) != 1 or not _is_person(lines[below[0]]):
        return None
    named = set(lines[below[0]].folded.split())
    greeted = (line.folded for line in lines[:_GREETING_LINES] if greeting_length(line))
    return None if any(named & {word.strip(",.!:;") for word in line.split()} for line in greeted) else below[0]


def mark_closing_below_delimiter(lines: Sequence[Line], parts: list[Part], end: int) -> None:
    """Marks closing phrase and name, or "-Name", where nothing else of the writer's stands below the line `end`.

    With a role, a number, a firm or a link beside them it is a signature; so it is below a closing with a name.
    """
    if end >= len(lines) or not DELIMITER.match(lines[end].words) or not _lacks_signing(lines, parts, end):
        return
    below: list[int] = []
    for start, stop in paragraphs(lines, end + 1, len(lines)):
        if is_notice(lines[start:stop], expected=True):
            break
        own = (number for number in range(start, stop) if parts[number] is Part.SIGNATURE)
        below += [number for number in own if not RULE.match(lines[number].words)]
    if len(below) == 1 and _is_dashed_name(lines[below[0]]):
        parts[below[0]] = Part.CLOSING
        return
    wishes = next((n for n, number in enumerate(below) if not _wishes(lines[number])), len(below))
    if not any(is_closing(lines[number]) for number in below[:wishes]) or len(below) > wishes + 1:
        return
    if len(below) == wishes or _is_signing_name(lines[below[-1]]):
        parts[below[0] : below[-1] + 1] = [Part.CLOSING] * (below[-1] + 1 - below[0])


def _lacks_signing(lines: Sequence[Line], parts: Sequence[Part], end: int) -> bool:
    """True if no name stands in the closing above this line, or there is no closing."""
    closing = [line for line, part in zip(lines[:end], parts[:end], strict=True) if part is Part.CLOSING]
    return all(line.blank or _lacks_name(line) or is_thanks(line) for line in closing)


def _wishes(line: Line) -> bool:
    return (is_closing(line) or is_thanks(line)) and not is_contact(line) and not is_reach(line)


def _is_dashed_name(line: Line) -> bool:
    """True for "-Ann Lee", as people type their names and no program does."""
    bare = line.words.lstrip("-–—").lstrip()
    return bare != line.words and bool(bare) and _is_person(line._replace(words=bare, folded=bare.casefold()))


def _is_signing_name(line: Line) -> bool:
    """True for a name that is neither a team's nor a firm's."""
    firm = phrases().firms.count_in(line.folded) > 0
    return is_name(line) and not (firm or is_group(line) or is_contact(line))


def _lacks_name(line: Line) -> bool:
    """True for a closing phrase with nothing behind it."""
    bare = line.folded.rstrip(" ,.!")
    return bool(bare) and phrases().closings.length_at(bare) == len(bare)


def _is_person(line: Line) -> bool:
    """True for one to three words written as a person's name is, none of them a firm's or a team's."""
    pieces = line.words.split()
    if len(pieces) > PERSON_WORDS or not is_name(line) or is_group(line) or is_contact(line):
        return False
    if phrases().firms.count_in(line.folded):
        return False
    return all(piece.casefold() in PARTICLES or (piece[0].isalpha() and piece.istitle()) for piece in pieces)
