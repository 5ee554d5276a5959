"""What ends a mail: closing and name, signature block, legal notice, phone's signature, list footer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.model import Part
from coach.reply.blocks import PROSE_LINES, is_contact, is_mobile, is_notice, is_prose, paragraphs
from coach.reply.lines import Line
from coach.reply.phrases import phrases
from coach.reply.salutation import greeting_length, is_closing, is_name, is_thanks

OUTLOOK_RULE = 32  # underscores that Outlook puts above the mail answered
SIGNATURE_LINES = 12
FOOTER_LINES = 30  # a list's footer stands within the last lines of a mail
_DELIMITER = re.compile(r"(?:--|—|––|__|-- -|~~|—-)$|--\s?$")
_UNDERLINE = re.compile(r"_{10,}$")
_RULE = re.compile(r"[-–—_=*~#+]{3,}$")
_REACH = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.|\+\d|\b\d[\d ()/.–-]{6,20}\d\b")
_LIST_ADDRESS = re.compile(r"listinfo|mailman|/mailing|-unsubscribe@|unsubscribe")
_SUBJECT = re.compile(r"(?:re|fwd?|aw|wg|tr|rv|sv|vs|odp|antw)\s?:\s?\S")
_LINK = re.compile(r"https?://|@")


def mark_ending(lines: Sequence[Line], parts: list[Part], *, first: bool) -> None:
    """Sets in `parts` what of these own lines (one run between quotes) is not body.

    `first` is True for the run that opens the mail, where a gateway's banner may stand.
    """
    body = _after_banner(lines, parts) if first else 0
    end = _cut_footer(lines, parts)
    end = _cut_signature(lines, parts, body, end)
    end = _cut_mobile(lines, parts, body, end)
    end = _cut_below_rule(lines, parts, body, end)
    end = _cut_notice(lines, parts, body, end)
    start = _closing_line(lines, body, end, alone=not first)
    if start is None:
        _cut_bare_block(lines, parts, body, end)
        return
    _mark_from_closing(lines, parts, start, end)


def _after_banner(lines: Sequence[Line], parts: list[Part]) -> int:
    """Where the writer's own text begins below what a gateway put on top."""
    known = phrases()
    own = 0
    for start, end in paragraphs(lines, 0, min(len(lines), 12))[:2]:
        head = start + int(start + 1 < end and bool(_SUBJECT.match(lines[start].folded)))
        if not known.banners.length_at(lines[head].folded.lstrip("[*!⚠️ ")) and not _is_boxed(lines[head]):
            break
        own = next((number for number in range(head + 1, end) if greeting_length(lines[number])), end)
        _fill(parts, start, own, Part.DISCLAIMER)
    return own


def _is_boxed(line: Line) -> bool:
    return line.folded in ("[extern]", "[external]", "[ext]", "external", "extern", "[externe e-mail]")


def _cut_footer(lines: Sequence[Line], parts: list[Part]) -> int:
    known = phrases()
    for number in range(max(0, len(lines) - FOOTER_LINES), len(lines)):
        line = lines[number]
        below = [each for each in lines[number : number + 4] if not each.blank]
        ruled = bool(_RULE.match(line.words) or _DELIMITER.match(line.words))
        told = any(known.list_footers.count_in(each.folded) or _LIST_ADDRESS.search(each.folded) for each in below[:4])
        if (ruled and told) or (number and known.list_footers.length_at(line.folded) and _is_linked(below)):
            _fill(parts, number, len(lines), Part.LIST_FOOTER)
            return number
    return len(lines)


def _is_linked(lines: Sequence[Line]) -> bool:
    return any(_LINK.search(line.words) for line in lines)


def _cut_signature(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> int:
    fenced = False
    for number in range(first, end):
        words = lines[number].words
        if words.startswith("```"):
            fenced = not fenced
        if fenced or _is_listing(lines, number):
            continue
        if not _DELIMITER.match(words) and not (number > first and _rules_off_signature(lines, number, end)):
            continue
        if number > first or not any(is_prose(lines[a:b]) for a, b in paragraphs(lines, number + 1, end)):
            _fill(parts, number, end, Part.SIGNATURE)
            return number
    return end


def _rules_off_signature(lines: Sequence[Line], number: int, end: int) -> bool:
    """True for a rule of dashes or underscores over the last few lines, a name and how to reach it."""
    if end - number > SIGNATURE_LINES or not _RULE.match(lines[number].words):
        return False
    below = [line for line in lines[number + 1 : end] if not line.blank]
    return len(below) >= 2 and is_name(below[0]) and any(is_contact(line) for line in below) and not is_prose(below)


def _is_listing(lines: Sequence[Line], number: int) -> bool:
    """True if the lines around begin with dashes too: program output, not a delimiter."""
    around = [each for each in (number - 1, number + 1) if 0 <= each < len(lines)]
    return any(lines[each].words.startswith("--") for each in around)


def _cut_below_rule(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> int:
    """What stands below a rule right after closing and name: the mail answered, without its header."""
    for number in range(first + 1, end):
        if not _UNDERLINE.match(lines[number].words):
            continue
        above = [line for line in lines[max(first, number - 12) : number] if not line.blank][-4:]
        below = any(is_prose(lines[a:b]) for a, b in paragraphs(lines, number + 1, min(end, number + 40)))
        if below and (len(lines[number].words) == OUTLOOK_RULE or any(is_closing(x) or is_thanks(x) for x in above)):
            _fill(parts, number, end, Part.QUOTE)
            return number
    return end


def _cut_mobile(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> int:
    for start, stop in paragraphs(lines, first, end):
        number = next((each for each in range(start, stop) if is_mobile(lines[each])), None)
        if number is None or (number + 1 < stop and is_prose(lines[number + 1 : stop])):
            continue
        parts[number] = Part.MOBILE_SIGNATURE
        for below, last in paragraphs(lines, number + 1, end):
            prose = is_prose(lines[below:last]) and not is_notice(lines[below:last])
            _fill(parts, below, last, Part.QUOTE if prose else Part.SIGNATURE)
            if is_notice(lines[below:last]):
                _fill(parts, below, last, Part.DISCLAIMER)
        return number
    return end


def _cut_notice(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> int:
    blocks = paragraphs(lines, first, end)
    notices = [is_notice(lines[start:stop]) for start, stop in blocks]
    last_prose = max(
        (n for n, (start, stop) in enumerate(blocks) if not notices[n] and is_prose(lines[start:stop])),
        default=-1,
    )
    for index in range(1, len(blocks)):
        if not notices[index]:
            continue
        start = blocks[index][0]
        signed = any(_ends_own_text(lines[number]) for number in range(blocks[index - 1][0], start))
        if signed or index > last_prose:
            _fill(parts, start, end, Part.DISCLAIMER)
            return start
    return end


def _ends_own_text(line: Line) -> bool:
    return not line.blank and (is_closing(line) or is_contact(line) or bool(_RULE.match(line.words)))


def _closing_line(lines: Sequence[Line], first: int, end: int, *, alone: bool) -> int | None:
    """The topmost closing line with no sentences behind it, else a line of thanks of that kind.

    The first line counts only where it may stand `alone`: below a quote, not at the top of a mail.
    """
    blocks = paragraphs(lines, first, end)
    tail_is_free = _free_tails(lines, blocks)
    thanked = None
    for index, ((start, stop), free) in enumerate(zip(blocks, tail_is_free, strict=True)):
        for number in range(max(start, stop - PROSE_LINES), stop) if free else ():
            if not index and number == start and not alone:
                continue
            closing = is_closing(lines[number])
            if not (closing or is_thanks(lines[number])) or _has_prose_line(lines, number + 1, stop):
                continue
            if closing:
                return thanked if thanked is not None and number - thanked == 1 else number
            thanked = number if thanked is None else thanked
    return thanked


def _free_tails(lines: Sequence[Line], blocks: Sequence[tuple[int, int]]) -> list[bool]:
    """Per paragraph: True if no sentences follow it but in a postscript or below a company block."""
    free, contact = [True] * len(blocks), False
    first_contact = len(blocks)
    for index, (start, stop) in enumerate(blocks):
        if sum(is_contact(line) for line in lines[start : min(stop, start + 12)]) >= 2:
            first_contact = index
            break
    for index in range(len(blocks) - 2, -1, -1):
        start, stop = blocks[index + 1]
        contact = index + 1 > first_contact >= index
        sentences = is_prose(lines[start:stop]) and not _is_postscript(lines[start]) and not contact
        free[index] = free[index + 1] and not (sentences and index + 1 <= first_contact)
    return free


def _has_prose_line(lines: Sequence[Line], first: int, end: int) -> bool:
    end = min(end, first + PROSE_LINES)
    return first < end and not _is_postscript(lines[first]) and is_prose(lines[first:end])


def _is_postscript(line: Line) -> bool:
    return phrases().postscripts.length_at(line.folded) > 0


def _mark_from_closing(lines: Sequence[Line], parts: list[Part], start: int, end: int) -> None:
    stop = start + 1
    while stop < end and (is_closing(lines[stop]) or _continues(lines, stop)):
        stop += 1
    stop = _after_name(lines, stop, end)
    _fill(parts, start, stop, Part.CLOSING)
    for first, last in paragraphs(lines, stop, end):
        own = _is_postscript(lines[first])
        _fill(parts, first, last, Part.BODY if own else Part.SIGNATURE)


def _continues(lines: Sequence[Line], number: int) -> bool:
    """True for "und bis bald" directly under a closing phrase."""
    line = lines[number]
    return not line.blank and line.words[:1].islower() and 2 <= len(line.words.split()) <= 6 and not is_contact(line)


def _after_name(lines: Sequence[Line], at: int, end: int) -> int:
    """The end of the signing name below a closing phrase; a full name over a company block is the block's."""
    number = at
    while number < end and lines[number].blank and number - at < 3:
        number += 1
    if number >= end or not is_name(lines[number]):
        return at
    heads_block = number + 1 < end and not lines[number + 1].blank
    if number > at and heads_block and len(lines[number].words.split()) > 1:
        return at
    return number + 1


def _cut_bare_block(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> None:
    """A company block or "-Name" that ends a mail without any closing phrase."""
    blocks = paragraphs(lines, first, end)
    if len(blocks) < 2:
        return
    start, stop = blocks[-1]
    head = lines[start]
    contacts = sum(is_contact(line) for line in lines[start:stop])
    if contacts >= 2 and contacts * 2 >= stop - start and (is_name(head) or _is_reachable(lines[start:stop])):
        _fill(parts, start, stop, Part.SIGNATURE)
    elif stop - start == 1 and is_name(head) and _signs_off(lines, blocks, head):
        _fill(parts, start, stop, Part.CLOSING)


def _signs_off(lines: Sequence[Line], blocks: Sequence[tuple[int, int]], head: Line) -> bool:
    """True for a capitalised name below the text; "Sure." or "Danke?" are the text itself."""
    texts = len(blocks) - 1 - bool(greeting_length(lines[blocks[0][0]]) and blocks[0][1] - blocks[0][0] == 1)
    bare = head.words.strip("-–—~/ ")
    return texts > 0 and bare[:1].isupper() and bare[-1:].isalpha() and len(bare.split()) <= 3


def _is_reachable(lines: Sequence[Line]) -> bool:
    """True for a block with a number or an address to reach its writer at, and no sentences."""
    return not is_prose(lines) and any(_REACH.search(line.words) for line in lines[:12])


def _fill(parts: list[Part], start: int, end: int, part: Part) -> None:
    parts[start:end] = [part] * (end - start)
