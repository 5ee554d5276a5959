"""What a paragraph is by its looks: sentences, a company block, output of a program, a phone's signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.lines import Line, remembered, remembered_paragraph
from coach.reply.phrases import is_cjk, phrases
from coach.reply.signers import is_titled_name
from coach.reply.signs import BEFORE_MOBILE, is_phone

PROSE_WORDS = 6  # a line of a company block is shorter, or carries a number or an address
PROSE_LINES = 40  # enough to tell sentences from data
CONTACT_WORDS = 10
SENTENCE_WORDS = 5
LEGAL_WORDS = 60  # what a law makes a firm say of itself, run together into one line
LEGAL_CUES = 4
VERSIONS = 2  # lines with a version number that make a list of what the writer runs
_NAMED = 0.6  # share from which a line without a full stop is the name of a firm or an institute
_TITLED = 0.4  # share of capitalised words from which a line may be a title and no clause
RULE = re.compile(r"[-–—_=*~#+]{3,}$")
UNDERLINE = re.compile(r"_{10,}$")
_SIGN = re.compile(r"[@+\d]|https?://|www\.")  # without one of which no line says how to reach anybody
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}\."
_LINK_OR_NUMBER = r"https?://|\bwww\.|\+\d|\b\d[\d ()/.–-]{6,20}\d\b"


def _signs(others: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds these signs, and what finds mail addresses as well."""
    return re.compile(others), re.compile(f"{_MAIL}|{others}")


_EVIDENCE = _signs(rf"{_LINK_OR_NUMBER}|\b[A-Z]{{1,2}}-?\d{{4,5}}\b|\b\d{{5}}\s[A-Z]")
_REACH = _signs(_LINK_OR_NUMBER)
_NUMBER = _signs(r"\+\d|\b\d[\d ()/–-]{6,20}\d\b|\b\d[\d.]{8,20}\d\b")
_DAY_OR_HOST = re.compile(
    r"\b\d{1,3}(?:\.\w{1,3}){3}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b"
    r"|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}:\d\d:\d\d(?:\.\d{1,9})?(?: ?[+-]\d{4}\b)?"
)
_ENDS_SENTENCE = re.compile(r"[^\W\d]{3}[.?!…]$")
_END = 8  # characters, enough for it
_DIVIDED = re.compile(r"\s[|•·]\s")
_OUTPUT = re.compile(
    r"(?:\$|>>>|#!|//|/\*|<\?|@@|\+\+\+ |diff --git|commit [0-9a-f]{7,40}|traceback \(|file \"|make(?:\[\d\])?:|cmake "
    r"|\[ ?\d{1,3}%\]|\[ {0,6}\d{1,6}[.:]\d{2,6}[\d:.]{0,12}\]"
    r"|\[(?:info|debug|trace|warn|warning|error|fatal)\]|--? (?:found|looking|performing|build|config)"
    r"|[\w.-]{1,40}@[\w.-]{1,60}[:~ ][^ ]{0,200} ?[#$]|[|+][-=]{3,}|(?:error|warning|exception): )"
)
_CODE = re.compile(r"[{};]$|^\s*(?:def|class|import|#include|return|for|if) ?[\w(<].*[:;>)]$")
_FOOTNOTE = re.compile(r"(?:\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵†]|\d\))(?:\s?\S|$)")
_VERSION = re.compile(r"(?<![\d.+])v?\d{1,2}\.\d{1,3}(?:\.\d{1,3})?(?![\d.]*\d)", re.IGNORECASE)
_MOTTO = tuple("\"“„«‚'")
_URL = re.compile(r"<[^<>]{0,400}>|https?://\S{0,400}")
_DEVICE = re.compile(
    r"\b(?:i-?(?:phone|pad|pod|os)|android|samsung|galaxy|black\s?berry|outlook|mail|handy|smartphone"
    r"|mobile|mobil|phone|windows|nokia|htc|huawei|xiaomi|pixel|tablet|mac|yahoo|gmx|web\.de|gmail|app"
    r"|thunderbird|proton\w*)\b|iphone|ipad|android|outlook|手机"
)


def paragraphs(lines: Sequence[Line], first: int, end: int) -> list[tuple[int, int]]:
    """The half-open ranges of lines without a blank one between them."""
    found: list[tuple[int, int]] = []
    start = None
    for number in range(first, end):
        if lines[number].blank:
            if start is not None:
                found.append((start, number))
            start = None
        elif start is None:
            start = number
    if start is not None:
        found.append((start, end))
    return found


@remembered
def is_contact(words: str, folded: str) -> bool:
    """True for a line of a company block: a number, an address, a legal form or a job title."""
    signed = _SIGN.search(words) is not None
    words = _DAY_OR_HOST.sub(" ", words) if signed else words
    count = len(words.split())
    if count > LEGAL_WORDS:
        return False
    told = phrases().contact.count_in(folded)
    if told >= LEGAL_CUES:
        return True
    if count > CONTACT_WORDS + 4:
        return False
    if count > SENTENCE_WORDS and _ends_sentence(words):
        return count <= CONTACT_WORDS and _has(_REACH, words) and told > 0
    if signed and _has(_EVIDENCE, words):
        return True
    return count <= CONTACT_WORDS and told > 0 and (count <= SENTENCE_WORDS or _is_titled(words, _TITLED))


def _has(signs: tuple[re.Pattern[str], re.Pattern[str]], words: str) -> bool:
    """Whether one of these signs or a mail address stands there; the latter is looked for where there is an "@"."""
    return signs["@" in words].search(words) is not None


def _ends_sentence(words: str) -> bool:
    return _ENDS_SENTENCE.search(words[-_END:]) is not None


def _is_titled(words: str, share: float) -> bool:
    """True if at least this share of the words is capitalised, as in names and titles."""
    pieces = [piece for piece in words.split() if piece[:1].isalpha()]
    return sum(piece[:1].isupper() or is_cjk(piece[0]) for piece in pieces) >= share * len(pieces)


@remembered
def is_reach(words: str, folded: str) -> bool:
    """True for a line that says how to reach its writer: phone, mail or web address, and hardly anything else."""
    if not _SIGN.search(words):
        return False
    words = _DAY_OR_HOST.sub(" ", words)
    pieces = words.split()
    if not pieces or _ends_sentence(words) or not _has(_REACH, words):
        return False
    if len(pieces) <= 3 or not any(map(str.isalpha, words)):
        return True
    return bool(_DIVIDED.search(words)) or phrases().contact.length_at(folded.lstrip("+*- ")) > 0


@remembered
def is_numbered(words: str, folded: str) -> bool:
    """True for a line with a number or a mail address to reach its writer at; links do not count."""
    if not _SIGN.search(words) or _ends_sentence(words):
        return False
    return _has(_NUMBER, _URL.sub(" ", _DAY_OR_HOST.sub(" ", words)))


@remembered
def is_output(words: str, folded: str) -> bool:
    """True for a line that a program printed or that is code: a prompt, a log level, a commit."""
    return bool(_OUTPUT.match(folded) or _CODE.search(words))


def is_footnote(line: Line) -> bool:
    """True for a line that opens a footnote to the text above: "[1] ...", "(2) ...", "* ..."."""
    return bool(_FOOTNOTE.match(line.words))


def tells_versions(lines: Sequence[Line]) -> bool:
    """True for a list of programs with their versions: "UHD version 4.0" over "Ubuntu 18.04"."""
    told = sum(bool(_VERSION.search(line.words)) for line in lines[:PROSE_LINES])
    return told >= VERSIONS and told * 2 >= len(lines) and not any(is_reach(line) for line in lines[:PROSE_LINES])


def is_motto(lines: Sequence[Line]) -> bool:
    """True for a saying in quotation marks, with or without whose it is."""
    return len(lines) <= 3 and lines[0].words[:1] in _MOTTO


@remembered_paragraph
def tells_contact(lines: Sequence[Line]) -> bool:
    """True if a paragraph is a company block: two lines of such data, or one that says how to reach its writer."""
    head = lines[:12]
    if not any(is_numbered(line) for line in head):
        return sum(is_contact(line) and not is_reach(line) for line in head) >= 2
    if any(is_reach(line) and len(_REACH[1].findall(line.words)) >= 2 for line in head):
        return True
    return sum(is_contact(line) or is_reach(line) for line in head) >= 2 or (
        len(head) <= 4 and any(is_reach(line) for line in head)
    )


@remembered_paragraph
def is_prose(lines: Sequence[Line]) -> bool:
    """True if a paragraph reads as sentences and not as a block of data."""
    if not lines or is_titled_name(lines[0]) or any(is_contact(line) or is_reach(line) for line in lines[:8]):
        return False
    count = sum(len(line.words.split()) for line in lines[:PROSE_LINES])
    cjk = sum(len(line.words) for line in lines[:PROSE_LINES] if _is_unspaced(line))
    last = lines[-1].words
    closes = last.endswith((".", "?", "!", "…", ":", "。", "？", "！"))
    closes = closes or (last.endswith(")") and not (len(lines) == 1 and _is_titled(last, _NAMED)))
    return (count >= PROSE_WORDS and closes) or count >= 2 * PROSE_WORDS or cjk >= 12


def _is_unspaced(line: Line) -> bool:
    return not line.words.isascii() and " " not in line.words


def is_foreign_mobile(line: Line) -> bool:
    """True for a phone's signature in a language without a file: few words, one of them a device, no sentence."""
    pieces = line.folded.split()
    if not 2 <= len(pieces) <= 7 or line.words[-1:] in (".", "?", "!", ":", ",") or any(map(str.isdigit, line.words)):
        return False
    return is_phone(line.words, line.folded)


@remembered
def is_mobile(words: str, folded: str) -> bool:
    """True for the line that a phone or an app adds ("Von meinem iPhone gesendet")."""
    found = phrases().mobile.length_at(folded.lstrip(BEFORE_MOBILE))
    if not found:
        return False
    text = _URL.sub("", folded).strip("[]()_~- ")
    head = " ".join(text.split()[:7])
    if _DEVICE.search(head):
        return len(text) < 120
    return len(text.split()) <= 8 and not text.endswith((".", "?", "!", ":")) and "," not in text
