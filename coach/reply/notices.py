"""What machines and legal departments put around a mail: warnings on top, legal notices, footers of lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from coach.reply.advertising import advertising_start
from coach.reply.blocks import paragraphs
from coach.reply.lines import Line, remembered, remembered_paragraph
from coach.reply.phrases import PhraseSet, is_cjk, phrases, words_of
from coach.reply.salutation import greeting_length
from coach.reply.scanning import is_scan_note
from coach.reply.shared_files import SERVICES, is_shared_file
from coach.reply.signs import RULED

FOOTER_LINES = 30  # a list's footer stands within the last lines of a mail
TOP_LINES = 16
NOTICE_LINES = 12  # enough of a paragraph to tell a legal notice
NOTICE_WORDS = 10
LABEL_WORDS = 5  # "Klassifizierung: nur für den Dienstgebrauch"
CLEAR_CUES = 3  # cues that tell a notice anywhere; below a closing or a quote one fewer will do
_HEADING = 32  # code points in which "Important notice:" stands
_SUBJECT = re.compile(r"(?:re|fwd?|aw|wg|tr|rv|sv|vs|odp|antw)\s?:\s?\S")
_LINK = re.compile(r"https?://|@")
_LIST_ADDRESS = re.compile(r"listinfo|mailman|/mailing|-unsubscribe@|unsubscribe|\+unsub")
_RULE = re.compile(r"[-–—_=*~#+]{3,}$|(?:--|—)$")
_COLLAPSED = re.compile(r"[_=-]{10,}\s")
_IMAGE = re.compile(r"\[(?:https?:|cid:|image\b)[^\]]{0,300}\]$")
_PLACEHOLDER = re.compile(
    r"(?:\[(?:cid:[^\]\s]{1,300}|image(?::[^\]]{1,300}| removed by sender\.?)?"
    r"|inline image \d{1,3}(?::[^\]]{1,200})?|image[\w ()-]{0,20}\.(?:jpe?g|png|gif|bmp|heic))\]"
    r"(?:<[^<>]{0,400}>)?\s{0,4}){1,8}$"
)
_ADORNMENT = "*_#-–—[(!⚠️🛑📧 \t"
_ADDRESSED = re.compile(r"list[aens]{0,2}\s+(?:--\s+)?[\w.+-]{1,64}@")  # "users mailing list users@..."
_LIST_PAGE = re.compile(r"<?https?://\S{1,100}/(?:listinfo|mailman|groups?/sub)\S{1,100}$")
_LIST_LINES = 4
_NAMED_WORDS = 8  # "the users of the pump mailing list"


class Said(NamedTuple):
    """The casefolded text of some lines with its words; most mails hold no phrase of a notice, and are asked once."""

    text: str
    words: frozenset[str]

    def may_have(self, *known: PhraseSet) -> bool:
        """False if none of these phrases stands there."""
        return any(each.may_be_in(self.text, self.words) for each in known)


def said_in(lines: Sequence[Line]) -> Said:
    """What these lines say."""
    text = " ".join([line.folded for line in lines])
    return Said(text, words_of(text))


def may_hold_banner(said: Said) -> bool:
    """False if `banner_spans` finds nothing in what is said so."""
    known = phrases()
    return said.may_have(known.banners, known.outside, known.label_names) or any(each in said.text for each in SERVICES)


def may_hold_notice(said: Said) -> bool:
    """False if no paragraph of what is said so is a notice."""
    known = phrases()
    if said.may_have(known.banners, known.scan_notes, known.outside, known.label_names):
        return True
    return said.may_have(known.notice_cues) and said.may_have(known.notice_subjects, known.disclaimers)


def banner_spans(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """What a gateway or a ticket system put on top of a mail, as half-open ranges of lines."""
    found: list[tuple[int, int]] = []
    blocks = paragraphs(lines, 0, min(len(lines), TOP_LINES))
    for index, (top, end) in enumerate(blocks[:3]):
        if is_shared_file(lines[top:end]):
            found.append((top, end))
            continue
        start = next((number for number in range(top, end) if not is_label(lines[number])), end)
        if start > top:
            found.append((top, start))
        if start == end:
            continue
        head = start + int(start + 1 < end and bool(_SUBJECT.match(lines[start].folded)))
        own = next((number for number in range(head + 1, end) if greeting_length(lines[number])), end)
        below = own < end or (index + 1 < len(blocks) and greeting_length(lines[blocks[index + 1][0]]) > 0)
        if not _is_banner(lines[head:own], greeted=below):
            break
        found.append((start, own))
    return found


@remembered
def is_label(words: str, folded: str) -> bool:
    """True for the line by which a gateway labels a mail: "[EXTERNAL]", "Classification: Internal"."""
    known = phrases()
    name, _, level = folded.strip(_ADORNMENT + "])").partition(":")
    if name and known.label_names.length_at(name) == len(name) and len(level.split()) <= LABEL_WORDS:
        return known.label_levels.count_in(level) > 0
    boxed = words[:1] == "[" and words[-1:] == "]" and words.count("[") == 1
    return boxed and len(words.split()) <= LABEL_WORDS and known.outside.count_in(folded) > 0


@remembered
def is_placeholder(words: str, folded: str) -> bool:
    """True for a line that only says where a picture stood: "[image: chart.png]", "[cid:image001.png@01D7]"."""
    return folded[:1] == "[" and bool(_PLACEHOLDER.match(folded))


def _is_banner(lines: Sequence[Line], *, greeted: bool) -> bool:
    """True for a warning about the sender; it needs no known wording where a greeting follows below it."""
    known = phrases()
    head = lines[0].folded.lstrip(_ADORNMENT)
    if known.banners.length_at(head):
        return True
    joined = " ".join(line.folded for line in lines[:NOTICE_LINES])
    if not known.outside.count_in(joined) or known.first_person.count_in(joined):
        return False
    boxed = lines[0].words[:1] in ("[", "⚠") or lines[0].words.isupper()
    return greeted or (boxed and len(joined.split()) <= 6)


def is_notice(lines: Sequence[Line], *, expected: bool = False) -> bool:
    """True for a paragraph that a legal department or a scanner wrote.

    `expected` says that it stands where such notices do: below a closing, a signature or a quote.
    """
    return _is_expected_notice(lines) if expected else _is_notice(lines)


@remembered_paragraph
def _is_notice(lines: Sequence[Line]) -> bool:
    return _reads_as_notice(lines, expected=False)


@remembered_paragraph
def _is_expected_notice(lines: Sequence[Line]) -> bool:
    return _reads_as_notice(lines, expected=True)


def _reads_as_notice(lines: Sequence[Line], *, expected: bool) -> bool:
    heading = (number for number, line in enumerate(lines[:3]) if not _is_adornment(line))
    first = next(heading, 0)
    known, heads = phrases(), _heads(lines[first])
    if is_scan_note(lines[first:], expected=expected or (first > 0 and bool(_RULE.match(lines[first - 1].words)))):
        return True
    if any(known.banners.length_at(head) for head in heads) or (len(lines) == 1 and is_label(lines[0])):
        return True
    joined = " ".join(line.folded for line in lines[first : first + NOTICE_LINES])
    cues = known.notice_cues.count_in(joined)
    if cues and any(known.disclaimers.length_at(head) for head in heads):
        return True
    if cues < CLEAR_CUES - expected or "?" in joined or known.first_person.count_in(joined):
        return False
    long = len(joined.split()) > NOTICE_WORDS or (is_cjk(joined[0]) and len(joined) > 2 * NOTICE_WORDS)
    return long and known.notice_subjects.count_in(joined) > 0


def _is_adornment(line: Line) -> bool:
    """True for a picture or a rule above the words of a notice."""
    return bool(_IMAGE.match(line.words) or _RULE.match(line.words))


def _heads(line: Line) -> tuple[str, ...]:
    """Where a notice's own words may begin: at the line's start, behind "Note:" or behind a letter for a tree."""
    folded = line.folded.lstrip(_ADORNMENT)
    colon = folded.find(":", 0, _HEADING)
    behind = folded[colon + 1 :].lstrip() if colon > 0 else ""
    return (folded, behind, folded[2:]) if folded[1:2] == " " else (folded, behind)


def footer_start(lines: Sequence[Line], said: Said) -> int:
    """Where the footer of a mailing list or of a ticket system begins; the number of lines if there is none."""
    told = said.may_have(phrases().list_footers)
    for number in range(max(0, len(lines) - FOOTER_LINES), len(lines)):
        if (told or lines[number].signs & RULED) and not lines[number].blank and _opens_footer(lines, number):
            return advertising_start(lines, number)
    return advertising_start(lines, _lone_list_link(lines))


def _lone_list_link(lines: Sequence[Line]) -> int:
    """Where a last line stands that is nothing but the address of a list's page; the number of lines for none."""
    last = next((number for number in range(len(lines) - 1, 0, -1) if not lines[number].blank), 0)
    introduced = not last or lines[last - 1].words.endswith(":")
    return last if not introduced and _LIST_PAGE.match(lines[last].folded) else len(lines)


def _opens_footer(lines: Sequence[Line], number: int) -> bool:
    line = lines[number]
    below = [each for each in lines[number : number + _LIST_LINES] if not each.blank]
    if _RULE.match(line.words):
        if 0 < number < len(lines) - 1 and lines[number + 1].blank and not lines[number - 1].blank:
            below = below[: 1 + next((n for n, each in enumerate(below[1:]) if _RULE.match(each.words)), len(below))]
        return any(_opens_list(each) for each in below)
    if _COLLAPSED.match(line.words):
        return _tells_list(line)
    if (
        number
        and not _goes_on(lines, number)
        and phrases().list_footers.length_at(line.folded)
        and any(_LINK.search(each.words) for each in below)
    ):
        return True
    return _names_list(line, below[1:])


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """True if a line goes on with the sentence of the line above it."""
    line, above = lines[number], lines[number - 1]
    return line.words[:1].islower() and above.words[-1:].isalnum() and len(line.words.split()) > _NAMED_WORDS // 2


def _opens_list(line: Line) -> bool:
    """True if this line below a rule is a footer's and no sentence that speaks of a list."""
    if not _tells_list(line):
        return False
    brief = len(line.words.split()) <= _NAMED_WORDS or bool(_LIST_ADDRESS.search(line.folded))
    return brief or phrases().list_footers.length_at(line.folded) > 0


@remembered
def _tells_list(words: str, folded: str) -> bool:
    return phrases().list_footers.count_in(folded) > 0 or bool(_LIST_ADDRESS.search(folded))


def _names_list(line: Line, below: Sequence[Line]) -> bool:
    """True for "users mailing list" over its address, and for a whole footer run together into one line."""
    if not phrases().list_footers.count_in(line.folded):
        return False
    if _ADDRESSED.search(line.folded) and _LIST_ADDRESS.search(line.folded):
        return True
    named = len(line.words.split()) <= _NAMED_WORDS and line.words[-1:].isalnum()
    links = [each for each in below[:2] if _LINK.search(each.words) and len(each.words.split()) <= 2]
    return named and bool(links) and any(_LIST_ADDRESS.search(each.folded) for each in links)
