"""What ends a mail: closing and name; below them signature, legal notice and what the writer still added."""

from __future__ import annotations

from collections.abc import Sequence

from coach.model import Part
from coach.reply.blocks import (
    PROSE_LINES,
    PROSE_WORDS,
    RULE,
    is_contact,
    is_footnote,
    is_motto,
    is_numbered,
    is_output,
    is_prose,
    is_reach,
    paragraphs,
    tells_contact,
    tells_versions,
)
from coach.reply.lines import Line, remembered_paragraph
from coach.reply.notices import banner_spans, footer_start, is_notice, may_hold_banner, may_hold_notice, said_in
from coach.reply.phrases import phrases
from coach.reply.remarks import is_remark
from coach.reply.salutation import (
    greeting_length,
    is_bare_name,
    is_closing,
    is_group,
    is_name,
    is_plain_name,
    is_thanks,
)
from coach.reply.scanning import is_scan_note
from coach.reply.signature import (
    SIGNATURE_LINES,
    cut_bare_block,
    cut_below_rule,
    cut_bracketed,
    cut_delimited,
    cut_links,
    cut_mobile,
    fill,
    give_rule_to_what_it_opens,
)
from coach.reply.signing import after_name, mark_closing_below_delimiter, name_below_delimiter
from coach.reply.signs import RULED

OPENING_LINES = 6  # a greeting with blank lines around it
SPOKEN_WORDS = 6  # "I am using the old one."
INTRODUCING_WORDS = 5  # "The output looks like this:"
THANKING_WORDS = 3  # "Thanks," and "Many thanks again"
_SIGNING_LINES = 4  # lines above a notice among which the closing stands


def mark_ending(lines: Sequence[Line], parts: list[Part], *, first: bool) -> None:
    """Sets in `parts` what of these own lines (one run between quotes) is not body.

    `first` is True for the run that opens the mail, where a gateway's banner may stand.
    """
    said = said_in(lines)
    body = _after_banners(lines, parts) if first and may_hold_banner(said) else 0
    rules = [number for number, line in enumerate(lines) if line.signs & RULED]  # hardly any mail has one
    end = footer_start(lines, said)
    fill(parts, end, len(lines), Part.LIST_FOOTER)
    end = cut_links(lines, parts, rules, body, end)
    delimiter = end = cut_delimited(lines, parts, rules, body, end)
    end = cut_mobile(lines, parts, body, end)
    end = cut_bracketed(lines, parts, body, end)
    end = cut_below_rule(lines, parts, rules, body, end)
    if may_hold_notice(said):
        end = _cut_notice(lines, parts, body, end, below_quote=not first)
    start = closing_line(lines, body, end, alone=not first)
    if start is None:
        cut_bare_block(lines, parts, body, end)
    else:
        _mark_from_closing(lines, parts, start, end)
    mark_closing_below_delimiter(lines, parts, delimiter)
    if rules:
        give_rule_to_what_it_opens(lines, parts, body)


def _after_banners(lines: Sequence[Line], parts: list[Part]) -> int:
    """Where the writer's own text begins below what a gateway put on top."""
    own = 0
    for start, own in banner_spans(lines):
        fill(parts, start, own, Part.DISCLAIMER)
    return own


def _cut_notice(lines: Sequence[Line], parts: list[Part], first: int, end: int, *, below_quote: bool) -> int:
    blocks = paragraphs(lines, first, end)
    signed = [is_signed(lines, first, start) for start, _ in blocks]
    expected = [signed[index] or (below_quote and not index) for index in range(len(blocks))]
    tops = [_notice_line(lines, *block, expected=wanted) for block, wanted in zip(blocks, expected, strict=True)]
    last_prose = max(
        (n for n, (start, stop) in enumerate(blocks) if tops[n] is None and is_prose(lines[start:stop])),
        default=-1,
    )
    for index, top in enumerate(tops):
        if top is None or not (index or below_quote):
            continue
        if signed[index] or index > last_prose or _is_headed(lines, top, end):
            fill(parts, top, end, Part.DISCLAIMER)
            return top
    return end


def _is_headed(lines: Sequence[Line], start: int, end: int) -> bool:
    """True for a notice under a heading in capitals ("DISCLAIMER: ...") below which nobody speaks any more."""
    head, colon, _ = lines[start].words.partition(":")
    if not (colon and head.isupper() and phrases().banners.length_at(head.casefold())):
        return False
    below = [line for line in lines[start:end] if not line.blank]
    spoken = phrases().first_person.count_in(" ".join(line.folded for line in below[:PROSE_LINES]))
    return not spoken and not any(line.words.endswith("?") or is_closing(line) or is_thanks(line) for line in below)


def _notice_line(lines: Sequence[Line], start: int, stop: int, *, expected: bool) -> int | None:
    """The line with which a paragraph's notice begins: its first, or one that runs on from closing and name."""
    for number in range(start + 1, min(stop, start + SIGNATURE_LINES)):
        above = lines[number - 1]
        signed = is_closing(above) or is_name(above) or is_contact(above)
        signed = signed or (expected and number == start + 1 and is_plain_name(above))
        if signed and is_notice(lines[number : number + 1]):
            return number
    for number in range(start, stop - 1):
        below = lines[number + 1 : min(stop, number + SIGNATURE_LINES)]
        if RULE.match(lines[number].words) and is_scan_note(below, expected=True):
            return number
    return start if is_notice(lines[start:stop], expected=expected) else None


def is_signed(lines: Sequence[Line], first: int, at: int) -> bool:
    """True if a closing, a company block or a rule stands among the last lines above."""
    above = [line for line in lines[max(first, at - 2 * _SIGNING_LINES) : at] if not line.blank][-_SIGNING_LINES:]
    if above and (is_contact(above[-1]) or RULE.match(above[-1].words)):
        return True
    closings = [number for number, line in enumerate(above) if is_closing(line) or is_thanks(line)]
    return bool(closings) and all(is_name(line) or is_contact(line) for line in above[closings[-1] + 1 :])


def closing_line(lines: Sequence[Line], first: int, end: int, *, alone: bool) -> int | None:
    """The topmost closing line with no sentences behind it, else a line of thanks of that kind.

    The first line counts only where it may stand `alone`: below a quote, not at the top of a mail.
    """
    blocks = paragraphs(lines, first, end)
    free_from: int | None = None
    thanked = None
    for index, (start, stop) in enumerate(blocks):
        for number in range(max(start, stop - PROSE_LINES), stop):
            if not index and number == start and not alone:
                continue
            closing = is_closing(lines[number])
            if not (closing or is_thanks(lines[number])):
                continue
            if free_from is None:  # asked only for mails with such a line
                free_from = _free_from(lines, blocks, index)
            if index < free_from or _has_prose_line(lines, number + 1, stop):
                continue
            if not closing and number - first <= OPENING_LINES and _opens_text(lines, first, number, end):
                continue
            if closing:
                return thanked if thanked is not None and number - thanked == 1 else number
            thanked = number if thanked is None else thanked
    return thanked


def _opens_text(lines: Sequence[Line], first: int, number: int, end: int) -> bool:
    """True for "Thank you for the info." right below the greeting, with the text and no name under it."""
    above = [line for line in lines[first:number] if not line.blank]
    below = next((line for line in lines[number + 1 : end] if not line.blank), None)
    if below is None or is_name(below) or is_closing(below) or is_reach(below):
        return False
    if is_contact(below) and (len(below.words.split()) < SPOKEN_WORDS or tells_contact(_paragraph(lines, below, end))):
        return False
    return all(greeting_length(line) or is_bare_name(line) or is_name(line) for line in above)


def _paragraph(lines: Sequence[Line], head: Line, end: int) -> Sequence[Line]:
    """The lines from this one on to the next blank one."""
    first = next(number for number, line in enumerate(lines) if line is head)
    return lines[first : next((number for number in range(first, end) if lines[number].blank), end)]


def _free_from(lines: Sequence[Line], blocks: Sequence[tuple[int, int]], least: int) -> int:
    """The first paragraph, from `least` on, that no sentences follow but in a postscript or below a company block."""
    first_contact: int | None = None
    for index in range(len(blocks) - 1, least, -1):
        start, stop = blocks[index]
        if not is_prose(lines[start:stop]) or _is_addition(lines[start:stop]):
            continue
        if first_contact is None:
            told = (number for number, (top, end) in enumerate(blocks) if tells_contact(lines[top:end]))
            first_contact = next(told, len(blocks))
        if index <= first_contact:
            return index
    return least


@remembered_paragraph
def _is_addition(lines: Sequence[Line]) -> bool:
    """True for what may stand below a closing without being the text again."""
    return _is_own_addition(lines) or is_motto(lines)


def _is_own_addition(lines: Sequence[Line]) -> bool:
    """A postscript, a footnote, output of a program, or what a line with a colon introduces."""
    head = lines[0]
    if phrases().postscripts.length_at(head.folded) > 0 or is_footnote(head) or _opens_output(lines):
        return True
    introduced = head.words.endswith(":") and len(head.words.split()) >= INTRODUCING_WORDS and not is_contact(head)
    return introduced or (len(lines) > SIGNATURE_LINES and not any(is_numbered(line) for line in lines[:PROSE_LINES]))


def _opens_output(lines: Sequence[Line]) -> bool:
    """True for a log or code: its first line is one, or every third of those at its head."""
    head = [line for line in lines[:PROSE_LINES] if not RULE.match(line.words) and line.words != "--"] or lines[:1]
    return is_output(head[0]) or sum(is_output(line) for line in head) * 3 >= max(len(head), 6)


def _has_prose_line(lines: Sequence[Line], first: int, end: int) -> bool:
    end = min(end, first + PROSE_LINES)
    return first < end and not _is_addition(lines[first:end]) and is_prose(lines[first:end])


def _mark_from_closing(lines: Sequence[Line], parts: list[Part], start: int, end: int) -> None:
    stop = start + 1
    while stop < end and (_closes(lines, stop, end) or _continues(lines, stop)):
        stop += 1
    if not _is_signed_by_group(lines, stop, end):
        stop = after_name(lines, stop, end)
    fill(parts, start, stop, Part.CLOSING)
    signed = name_below_delimiter(lines, parts, stop, end)
    if signed is not None:
        parts[signed] = Part.CLOSING
    blocks = paragraphs(lines, stop, end)
    listing = next((n for n, (first, last) in enumerate(blocks) if _opens_output(lines[first:last])), len(blocks))
    remarked = all(is_remark(lines[first:last]) for first, last in blocks)
    own = False
    for number, (first, last) in enumerate(blocks):
        block = lines[first:last]
        heads = block[0].words.endswith(":") and not is_contact(block[0]) and (own or number + 1 == listing)
        own = heads or _is_own_addition(block) or _speaks(block) or (own and _goes_on_telling(block))
        printed = number >= listing or (listing < len(blocks) and not any(is_contact(line) for line in block))
        fill(parts, first, last, Part.BODY if own or printed or remarked else Part.SIGNATURE)


def _goes_on_telling(lines: Sequence[Line]) -> bool:
    """True for what may follow a postscript or a log: no company block, or one that begins as a sentence does."""
    return not tells_contact(lines) or (len(lines[0].words.split()) > PROSE_WORDS and not is_reach(lines[0]))


def _speaks(lines: Sequence[Line]) -> bool:
    """True for sentences below the closing in which the writer speaks of himself, or tells what he runs."""
    joined = " ".join(line.folded for line in lines[:SIGNATURE_LINES])
    spoken = len(joined.split()) >= SPOKEN_WORDS and phrases().first_person.count_in(joined) > 0
    if tells_versions(lines):
        return True
    return spoken and not any(is_reach(line) for line in lines) and not is_motto(lines) and not is_notice(lines)


def _closes(lines: Sequence[Line], number: int, end: int) -> bool:
    """True for a further closing phrase or thanks, and for a blank line above one."""
    if lines[number].blank:
        below = lines[number + 1] if number + 1 < end else None
        return below is not None and (is_closing(below) or (is_thanks(below) and not _is_told(below)))
    return is_closing(lines[number]) or is_thanks(lines[number])


def _is_told(line: Line) -> bool:
    """True for thanks that are a sentence: "Thank you for the quick answer."."""
    return len(line.words.split()) > THANKING_WORDS


def _continues(lines: Sequence[Line], number: int) -> bool:
    """True for "und bis bald" directly under a closing phrase."""
    line = lines[number]
    return not line.blank and line.words[:1].islower() and 2 <= len(line.words.split()) <= 6 and not is_contact(line)


def _is_signed_by_group(lines: Sequence[Line], at: int, end: int) -> bool:
    """True if the line below a closing phrase is no person's name but a team's or an office's."""
    below = next((line for line in lines[at : min(end, at + 3)] if not line.blank), None)
    return below is not None and is_group(below)
