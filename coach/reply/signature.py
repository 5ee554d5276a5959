"""Signatures: below a delimiter or a rule, a phone's, and company blocks that nothing sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.model import Part
from coach.reply.blocks import (
    RULE,
    UNDERLINE,
    is_contact,
    is_footnote,
    is_foreign_mobile,
    is_mobile,
    is_numbered,
    is_output,
    is_prose,
    is_reach,
    paragraphs,
)
from coach.reply.lines import Line
from coach.reply.notices import is_notice
from coach.reply.phrases import phrases
from coach.reply.salutation import NAME_WORDS, greeting_length, is_closing, is_name, is_thanks
from coach.reply.scanning import is_scan_note
from coach.reply.signs import MOBILE
from coach.reply.slogan import opens_slogan

OUTLOOK_RULE = 32  # underscores that Outlook puts above the mail answered
SIGNATURE_LINES = 12
SPOKEN_WORDS = 15  # a saying below a delimiter is shorter
DELIMITER = re.compile(r"(?:--|—|––|__|-- -|~~|—-)$|--\s?$")
_BRACKETED = re.compile(r"< ?[^\W\d_]{2,20}(?: [^\W\d_]{1,20}){1,5} ?>$")
_ADDRESS = re.compile(r"<?(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}>?$")
_STREET = re.compile(r"[^\W\d_][^\d.!?:;,]{2,40} \d{1,4} ?[a-z]?$")
_LINKS = re.compile(r"Links:$")  # as programs write it in every language
_LINK = re.compile(r"(?:\[\d{1,3}\]\s{0,8})?(?:(?:https?|ftps?|mailto|file|cid|tel):\S{1,400}|www\.\S{1,400})?$")


def fill(parts: list[Part], start: int, end: int, part: Part) -> None:
    """Sets the part of the lines [start, end)."""
    parts[start:end] = [part] * (end - start)


def _within(numbers: Iterable[int], first: int, end: int) -> list[int]:
    return [number for number in numbers if first <= number < end]


def cut_delimited(lines: Sequence[Line], parts: list[Part], rules: Sequence[int], first: int, end: int) -> int:
    """Marks what stands below "-- " or a rule over a company block; returns where it begins.

    `rules` are the lines that may be such (`coach.reply.signs.RULED`), here and below.
    """
    fenced = False
    for number in _within(rules, first, end):
        words = lines[number].words
        if words.startswith("```"):
            fenced = not fenced
        if fenced or is_listing(lines, number):
            continue
        ruled = _rules_off_signature if number > first else _rules_nothing_else
        if not DELIMITER.match(words) and not ruled(lines, number, end) and not opens_slogan(lines, number, first, end):
            continue
        if _sets_off_output(lines, number, end) or _sets_off_text(lines, number, end):
            continue
        if number > first or not any(is_prose(lines[a:b]) for a, b in paragraphs(lines, number + 1, end)):
            fill(parts, number, end, Part.SIGNATURE)
            return number
    return end


def cut_links(lines: Sequence[Line], parts: list[Part], rules: Sequence[int], first: int, end: int) -> int:
    """Marks the list of links with which a program that turned HTML into text ends a mail ("Links:" over a rule)."""
    for number in (rule - 1 for rule in _within(rules, first + 1, end - 1)):
        if not _LINKS.match(lines[number].words) or not RULE.match(lines[number + 1].words):
            continue
        below = [line for line in lines[number + 2 : end] if not line.blank]
        if below and all(_LINK.match(line.words) for line in below):
            fill(parts, number, end, Part.SIGNATURE)
            return number
    return end


def _sets_off_output(lines: Sequence[Line], number: int, end: int) -> bool:
    """True for a rule above a log or code that the writer put below it."""
    below = [line for line in lines[number + 1 : min(end, number + 6)] if not line.blank]
    return bool(below) and is_output(below[0])


def _sets_off_text(lines: Sequence[Line], number: int, end: int) -> bool:
    """True for a rule with a blank line under it above sentences in which the writer speaks of himself."""
    if number + 1 >= end or not lines[number + 1].blank:
        return False
    blocks = paragraphs(lines, number + 1, min(end, number + 2 * SIGNATURE_LINES))
    if not blocks or any(is_contact(line) or is_reach(line) for start, stop in blocks for line in lines[start:stop]):
        return False
    text = " ".join(line.folded for line in lines[blocks[0][0] : blocks[0][1]])
    spoken = phrases().first_person.count_in(text) > 0 and len(text.split()) >= SPOKEN_WORDS
    return spoken and not any(is_notice(lines[start:stop]) for start, stop in blocks)


def cut_bracketed(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> int:
    """Marks a last paragraph of one line in angle brackets ("<end of message>"), as some phones end a mail."""
    last = next((line for line in reversed(lines[first:end]) if not line.blank), None)
    if last is None or last.words[:1] != "<":
        return end
    blocks = paragraphs(lines, first, end)
    if len(blocks) < 2 or blocks[-1][1] - blocks[-1][0] > 1 or not _BRACKETED.match(lines[blocks[-1][0]].words):
        return end
    fill(parts, blocks[-1][0], end, Part.SIGNATURE)
    return blocks[-1][0]


def _rules_off_signature(lines: Sequence[Line], number: int, end: int) -> bool:
    """True for a rule of dashes or underscores over the last few lines, a name and how to reach it."""
    if end - number > SIGNATURE_LINES or not RULE.match(lines[number].words):
        return False
    below = [line for line in lines[number + 1 : end] if not line.blank and not RULE.match(line.words)]
    if not any(is_name(line) for line in below[:2]) or is_prose(below) or is_scan_note(below, expected=True):
        return False
    return any(is_contact(line) for line in below) or (len(below) <= 2 and all(is_name(line) for line in below))


def _rules_nothing_else(lines: Sequence[Line], number: int, end: int) -> bool:
    """True for a rule on top of a mail that holds nothing but a company block."""
    below = [line for line in lines[number + 1 : end] if not line.blank]
    if not RULE.match(lines[number].words) or not 2 <= len(below) <= SIGNATURE_LINES:
        return False
    plain = not any(len(line.words.split()) > NAME_WORDS + 2 or greeting_length(line) for line in below)
    return plain and any(map(is_numbered, below)) and sum(map(is_contact, below)) >= 2


def is_listing(lines: Sequence[Line], number: int) -> bool:
    """True if the lines around begin with dashes too: program output, not a delimiter."""
    around = [lines[each].words for each in (number - 1, number + 1) if 0 <= each < len(lines)]
    return any(each.startswith("--") and not RULE.match(each) and not DELIMITER.match(each) for each in around)


def cut_below_rule(lines: Sequence[Line], parts: list[Part], rules: Sequence[int], first: int, end: int) -> int:
    """Marks what stands below a rule right after closing and name: the mail answered, without its header."""
    for number in _within(rules, first, end):
        if not UNDERLINE.match(lines[number].words):
            continue
        above = [line for line in lines[max(first, number - 12) : number] if not line.blank][-4:]
        if not above:
            parts[number] = Part.SIGNATURE if len(lines[number].words) == OUTLOOK_RULE else parts[number]
            continue
        below = any(is_prose(lines[a:b]) for a, b in paragraphs(lines, number + 1, min(end, number + 40)))
        if below and (len(lines[number].words) == OUTLOOK_RULE or any(is_closing(x) or is_thanks(x) for x in above)):
            fill(parts, number, end, Part.QUOTE)
            return number
    return end


def cut_mobile(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> int:
    """Marks a phone's signature; sentences below it are the mail answered, for apps set their line above it."""
    if not any(line.signs & MOBILE for line in lines[first:end]):
        return end
    for start, stop in paragraphs(lines, first, end):
        number = next((each for each in range(start, stop) if is_mobile(lines[each])), None)
        if number is None and start > first and stop - start == 1 and is_foreign_mobile(lines[start]):
            number = start
        if number is None or (number + 1 < stop and is_prose(lines[number + 1 : stop])):
            continue
        parts[number] = Part.MOBILE_SIGNATURE
        for below, last in paragraphs(lines, number + 1, end):
            prose = is_prose(lines[below:last]) and not is_notice(lines[below:last])
            fill(parts, below, last, Part.QUOTE if prose else Part.SIGNATURE)
            if is_notice(lines[below:last]):
                fill(parts, below, last, Part.DISCLAIMER)
        return number
    return end


def cut_bare_block(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> None:
    """A company block or "-Name" that ends a mail without any closing phrase."""
    blocks = paragraphs(lines, first, end)
    start = _block_start(lines, blocks)
    if start is not None:
        fill(parts, start, end, Part.SIGNATURE)
        return
    end = _cut_lone_address(lines, parts, first, end)
    blocks = paragraphs(lines, first, end)
    if len(blocks) < 2:
        return
    last, stop = blocks[-1]
    if stop - last == 1 and is_name(lines[last]) and _signs_off(lines, blocks, lines[last]):
        fill(parts, last, stop, Part.CLOSING)


def _cut_lone_address(lines: Sequence[Line], parts: list[Part], first: int, end: int) -> int:
    """Marks a last line that is nothing but a mail address right below a name, as the writer's own."""
    last = next((number for number in range(end - 1, first, -1) if not lines[number].blank), first)
    above = _above(lines, last)
    if above is None or above <= first or not _ADDRESS.match(lines[last].words) or not is_name(lines[above]):
        return end
    fill(parts, last, end, Part.SIGNATURE)
    return last


def _block_start(lines: Sequence[Line], blocks: Sequence[tuple[int, int]]) -> int | None:
    """Where the company block that ends a mail begins: name, then data, in one paragraph or in several."""
    found, below, contacts, reached = None, 0, 0, False
    for start, stop in reversed(blocks[1:]):
        block = lines[start:stop]
        if stop - start > SIGNATURE_LINES or is_prose(block) or is_footnote(block[0]) or any(map(is_output, block)):
            break
        told = sum(is_contact(line) or _is_street(line) for line in block)
        full = told > 0 or len(block[0].words.split()) > 1
        named = full and is_name(block[0]) and told * 2 >= len(block) - 1
        if told * 2 < len(block) and not named:
            break
        if (
            contacts
            and block[0].words[:1] in "-–—"
            and not RULE.match(block[0].words)
            and RULE.match(lines[below].words)
        ):
            found = below  # "-- Ann" closes the text; the block below has a rule of its own
            break
        below = start
        contacts += told
        reached = reached or any(is_reach(line) for line in block)
        last = stop == blocks[-1][1]
        if (named and (contacts >= 2 or reached)) or (
            last and contacts >= 2 and any(is_numbered(line) for line in block)
        ):
            found = start
    above = _above(lines, found) if found is not None else None
    return None if above is not None and lines[above].words.endswith(":") else found


def _is_street(line: Line) -> bool:
    """True for a street with its number and nothing else: "Am Wehr 5", "High Lane 12b"."""
    return bool(_STREET.match(line.words)) and len(line.words.split()) <= NAME_WORDS


def _above(lines: Sequence[Line], at: int) -> int | None:
    return next((number for number in range(at - 1, max(-1, at - 4), -1) if not lines[number].blank), None)


def _signs_off(lines: Sequence[Line], blocks: Sequence[tuple[int, int]], head: Line) -> bool:
    """True for a capitalised name below the text; "Sure." or "Danke?" are the text itself."""
    texts = len(blocks) - 1 - bool(greeting_length(lines[blocks[0][0]]) and blocks[0][1] - blocks[0][0] == 1)
    bare = head.words.strip("-–—~/ ")
    return texts > 0 and bare[:1].isupper() and bare[-1:].isalpha() and len(bare.split()) <= 3


def give_rule_to_what_it_opens(lines: Sequence[Line], parts: list[Part], first: int) -> None:
    """A rule right above a signature, a notice or a footer belongs to it."""
    below: Part | None = None
    for number in range(len(lines) - 1, first, -1):
        if lines[number].blank:
            continue
        if below in (Part.SIGNATURE, Part.DISCLAIMER, Part.LIST_FOOTER) and parts[number] is Part.BODY:
            if not RULE.match(lines[number].words) or _rules_text(lines, number, first):
                return
            parts[number] = below
        below = parts[number]


def _rules_text(lines: Sequence[Line], number: int, first: int) -> bool:
    """True for a rule right below text that closes what another of its kind opened or divided above."""
    if lines[number - 1].blank or number + 1 >= len(lines) or not lines[number + 1].blank:
        return False
    sign = lines[number].words[0]
    return any(line.words[:1] == sign and RULE.match(line.words) for line in lines[first:number])
