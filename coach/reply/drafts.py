"""Drafts: all that stands above the context is the writer's, however unfinished, unless nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.model import Part
from coach.reply.blocks import is_contact, is_mobile, is_numbered, is_prose, paragraphs
from coach.reply.ending import closing_line, is_signed
from coach.reply.frames import Frame
from coach.reply.lines import Line
from coach.reply.notices import is_notice
from coach.reply.phrases import phrases
from coach.reply.salutation import greeting_length, is_closing, is_name
from coach.reply.signature import SIGNATURE_LINES, fill, is_listing
from coach.reply.signing import after_name
from coach.reply.signs import ADDRESS, CLOCK, DATE

NAME_WORDS = 3
SENTENCE_ENDS = frozenset(".!?)")
_DELIMITER = re.compile(r"(?:--|—|––)$")


def is_context(lines: Sequence[Line], frame: Frame) -> bool:
    """True if a frame can only be the mail client's: it tells who or when, in one piece, and quoted text follows."""
    below = next((line for line in lines[frame.end :] if not line.blank), None)
    if below is None:
        return False
    head = lines[frame.first].folded.strip("-_=* ")
    announced = phrases().original.length_at(head) or phrases().forwarded.length_at(head)
    first = frame.first + (1 if announced or not any(map(str.isalnum, head)) else 0)
    inside = lines[first : frame.end]
    if any(line.blank for line in inside):
        return False  # what is being typed above the client's own header block would run into it
    joined = " ".join(line.words for line in inside)
    return bool(announced or below.depth or ADDRESS.search(joined) or (DATE.search(joined) and CLOCK.search(joined)))


def is_typed_mark(lines: Sequence[Line], at: int) -> bool:
    """True for a single line that begins with ">", as in "> 5 pieces cost less"; above it nothing may be quoted.

    The writer's own text stands above or right below it; a lone quoted line below nothing is what he answers.
    """
    if any(lines[near].depth for near in (at - 1, at + 1) if 0 <= near < len(lines)):
        return False
    return any(not line.blank for line in lines[:at]) or (at + 1 < len(lines) and not lines[at + 1].blank)


def mark_draft_ending(lines: Sequence[Line], parts: list[Part]) -> None:
    """Sets in `parts` which of these own lines are the client's signature or notice, and which the closing."""
    end = _delimited(lines, parts)
    end = _noticed(lines, parts, end)
    end = _phone(lines, parts, end)
    end = _company_block(lines, parts, end)
    start = closing_line(lines, 0, end, alone=False)
    if start is None:
        _mark_signing_name(lines, parts, end)
        return
    stop = start + 1
    while stop < end and is_closing(lines[stop]):
        stop += 1
    fill(parts, start, after_name(lines, stop, end), Part.CLOSING)


def _mark_signing_name(lines: Sequence[Line], parts: list[Part], end: int) -> None:
    """A capitalised name as the last line, right below a sentence that has ended, signs the draft."""
    own = [number for number in range(end) if not lines[number].blank]
    if len(own) < 2 or greeting_length(lines[own[-2]]) == len(lines[own[-2]].words):
        return
    above, last = lines[own[-2]], lines[own[-1]]
    bare = last.words.strip("-–—~/ ")
    named = is_name(last) and bare[:1].isupper() and bare[-1:].isalpha() and len(bare.split()) <= NAME_WORDS
    if named and above.words[-1:] in SENTENCE_ENDS and not phrases().first_person.count_in(last.folded):
        fill(parts, own[-1], own[-1] + 1, Part.CLOSING)


def _delimited(lines: Sequence[Line], parts: list[Part]) -> int:
    """Below the last "-- " with the signature right under it and no sentences there."""
    for number in range(len(lines) - 1, -1, -1):
        if not _DELIMITER.match(lines[number].words) or is_listing(lines, number):
            continue
        below = paragraphs(lines, number + 1, len(lines))
        texts = [lines[start:stop] for start, stop in below]
        if texts and below[0][0] == number + 1 and not any(is_prose(text) and not is_notice(text) for text in texts):
            fill(parts, number, len(lines), Part.SIGNATURE)
            return number
        return len(lines)
    return len(lines)


def _noticed(lines: Sequence[Line], parts: list[Part], end: int) -> int:
    for start, stop in paragraphs(lines, 0, end)[1:]:
        if is_notice(lines[start:stop]) and is_signed(lines, 0, start):
            fill(parts, start, end, Part.DISCLAIMER)
            return start
    return end


def _phone(lines: Sequence[Line], parts: list[Part], end: int) -> int:
    blocks = paragraphs(lines, 0, end)
    if len(blocks) > 1 and blocks[-1][1] - blocks[-1][0] == 1 and is_mobile(lines[blocks[-1][0]]):
        fill(parts, blocks[-1][0], end, Part.MOBILE_SIGNATURE)
        return blocks[-1][0]
    return end


def _company_block(lines: Sequence[Line], parts: list[Part], end: int) -> int:
    """Name, firm and number as the draft's last paragraphs, below the closing or without one."""
    found, contacts, numbered = end, 0, False
    blocks = paragraphs(lines, 0, end)
    typed = 0 if lines[0].blank else 1  # a client leaves blank lines for the text above its signature
    for start, stop in reversed(blocks[typed:]):
        block = lines[start:stop]
        told = sum(is_contact(line) for line in block)
        headed = is_name(block[0]) and told * 2 >= len(block) - 1
        if len(block) > SIGNATURE_LINES or is_prose(block) or (told * 2 < len(block) and not headed):
            break
        contacts += told
        numbered = numbered or any(is_numbered(line) for line in block)
        above = next((line for line in reversed(lines[:start]) if not line.blank), None)
        introduced = above is not None and above.words.endswith(":")
        if introduced:
            break
        if headed and told and contacts >= 2 and numbered:
            found = start
    fill(parts, found, end, Part.SIGNATURE)
    return found
