"""What a line tells at first sight: for which questions it can matter at all, so that most lines are asked none."""

from __future__ import annotations

import re
from typing import Final

from coach.reply.phrases import Phrases, is_cjk, phrases

# The bits of `Line.signs`. Where one is missing, the question has "no" for an answer.
OPENS: Final = 1  # exactly: a delimiter, label, number or marker of the mail answered, for an unquoted line
STARTS: Final = 2  # exactly: begins or ends as attributions do, for an unquoted line
ADDRESSED: Final = 4  # exactly: begins with the bracketed address that belongs to the line above
DATED: Final = 8  # exactly: nothing but day and time
JOINED: Final = 16  # perhaps own text and an announcement in one line
FENCED: Final = 32  # perhaps a fence in words
RULED: Final = 64  # perhaps a rule, a delimiter, a dash, or the mark above a block of code
LISTED: Final = 128  # perhaps an item of a list
MOBILE: Final = 256  # perhaps a phone's signature
QUOTED: Final = RULED | LISTED | MOBILE  # what a line that is quoted already may be in a draft that holds ">"

LABEL_LENGTH = 32
LEAST_JOINED = 20  # an announcement alone is longer
NAMED_LENGTH = 120  # "Name wrote on DATE" is short
_MARKER_LENGTH = 120
DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}年|\d{1,2}:\d\d")
ADDRESS = re.compile(r"[\w.+=-]{1,80}@[\w-]{1,80}\.\w|<mailto:|\[mailto:|@[\w.-]{1,80}>")
CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b(?![./-]?\d)|\d{1,2}:\d\d")
STARTS_WITH_DATE = re.compile(r"\d{1,4}[-./ 年]")
LONG_RULE = re.compile(r"[_]{10,}$|[-‐‑–—―─━]{10,}$|[=]{10,}$|(?:- ){8,}-?$")
SHORT_RULE = re.compile(r"(?:_{3,}|[-‐‑–—―─━]{3,}|={3,}|\*{3,})$")
NUMBERED = re.compile(r"[^\W\d_]{4,12}: ?\d{1,3}$")
DELIMITER_DASHES = re.compile(r"[-‐‑–—―─━_=*>\s]{2,}(?=\S)")
_FENCE = re.compile(r"-{2,}\s*(.{3,300}[^\s-])\s*-{2,}$")  # Zoho: "---- On ... Ann wrote ----"
_DATE_LINE = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}),?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?: ?[ap]\.?m\.?)?(?: [\w+:-]{1,10})?$"
)
_TELLING = re.compile(r"[\d@:：]")  # no date, address, label or number is without one
_DIGITS = re.compile(r"\d[\d:.h/-]\d")  # no date is without such
_DIVIDES = re.compile(r"[-_=]{5}")
_PHONE = re.compile(r"iphone|ipad|android|samsung|galaxy|blackberry|huawei|xiaomi|outlook")
_BEFORE_HEADER = "-‐‑–—―─━_= \t"  # a rule may run together with the first header
_BEFORE_MARKER = "#-‐‑–—=*_~[(<> "
BEFORE_MOBILE = "[(<_~- "
_RULES = frozenset("-–—―_=*~#+`")
_ITEMS = frozenset("-–—•+(")
FENCES = frozenset("-–—=_*~<#[")


def signs_of(words: str, folded: str, depth: int) -> int:
    """The signs of a line's words and folded words."""
    if not words:
        return 0
    first, signs = words[0], 0
    if first in "<(":
        signs = ADDRESSED if words.startswith(("<", "(mailto")) else 0
    elif first.isdigit():
        signs = DATED | LISTED if _DATE_LINE.match(folded) else LISTED
    if depth:
        return signs | QUOTED
    known = phrases()
    told = _TELLING.search(words) is not None
    dated = told and _DIGITS.search(words) is not None and DATE.search(words) is not None
    if first.isalnum():
        signs |= _frame_signs(words, folded, known, told=told, dated=dated)
    else:
        signs |= (RULED if first in _RULES else 0) | (FENCED if first in FENCES else 0)
        signs |= LISTED if first in _ITEMS else 0
        signs |= _dressed_frame_signs(words, folded, known, told=told, dated=dated)
    if len(words) >= LEAST_JOINED and (words[-1] in "]>" or (dated and CLOCK.search(words)) or _DIVIDES.search(words)):
        signs |= JOINED
    if known.mobile.length_at(folded.lstrip(BEFORE_MOBILE)) or is_phone(words, folded):
        signs |= MOBILE
    return signs


def _frame_signs(words: str, folded: str, known: Phrases, *, told: bool, dated: bool) -> int:
    """Whether a line that begins with a letter or a digit opens or starts.

    `told` says that it has one of the characters without which nothing but words can tell, `dated` that it has a date.
    """
    opened = told and _is_labelled(words, folded, known)
    started = _tells_date(words, dated=dated) or _ends_as_attribution(folded, known)
    started = started or (told and STARTS_WITH_DATE.match(folded) is not None)
    if known.frame_starts.length_at(folded):
        opened = opened or bool(known.original.length_at(folded) or known.forwarded.length_at(folded))
        opened, started = opened or is_marker(folded, known), started or opens(folded, known)
    if told and _has_address(words):
        return OPENS | STARTS
    return (OPENS if opened else 0) | (STARTS if started else 0)


def _dressed_frame_signs(words: str, folded: str, known: Phrases, *, told: bool, dated: bool) -> int:
    """The same of a line that begins with another sign."""
    if told and _has_address(words):
        return OPENS | STARTS
    dashes = DELIMITER_DASHES.match(folded)
    start = dashes.end() if dashes else 0
    opened = bool(
        (told and _is_labelled(words, folded, known))
        or known.original.length_at(folded, start)
        or known.forwarded.length_at(folded, start)
        or SHORT_RULE.match(folded)
        or LONG_RULE.match(folded)
        or is_marker(folded, known)
    )
    started = opens(folded, known) or is_fenced(folded, known) or _ends_as_attribution(folded, known)
    return (OPENS if opened else 0) | (STARTS if started or _tells_date(words, dated=dated) else 0)


def _is_labelled(words: str, folded: str, known: Phrases) -> bool:
    return label_of(folded, known) is not None or NUMBERED.match(words) is not None


def _has_address(words: str) -> bool:
    return ("@" in words or "mailto:" in words) and ADDRESS.search(words) is not None


def _tells_date(words: str, *, dated: bool) -> bool:
    """True for a short line with a date, and for one that breaks off behind the time."""
    return dated and (len(words) <= NAMED_LENGTH or (words.endswith(("<", "(")) and CLOCK.search(words) is not None))


def _ends_as_attribution(folded: str, known: Phrases) -> bool:
    return folded.rstrip(" .:：-").endswith((")", "]", '"')) or known.verbs.length_before(bare_of(folded)) > 0


def starts(words: str, folded: str, signs: int, depth: int) -> bool:
    """Whether a line begins or ends as attributions do; of a quoted one its signs do not tell."""
    return bool((signs_of(words, folded, 0) if depth else signs) & STARTS)


def label_of(folded: str, known: Phrases) -> str | None:
    """What header a line holds, told by its label before the colon."""
    if ":" not in folded and "：" not in folded:
        return None
    head = folded.lstrip(_BEFORE_HEADER)[:LABEL_LENGTH]
    colon = min([at for at in (head.find(":"), head.find("：")) if at >= 0], default=-1)
    if colon < 1:
        return None
    return known.labels.get(head[:colon].strip(" *_\t\"'•·-|"))


def is_marker(folded: str, known: Phrases) -> bool:
    """True for a ticket system's "please reply above this line"."""
    return len(folded) <= _MARKER_LENGTH and known.reply_markers.length_at(folded.lstrip(_BEFORE_MARKER)) > 0


def is_fenced(folded: str, known: Phrases) -> bool:
    """True for "---- On ... Ann wrote ----", as Zoho writes it, with or without the date."""
    found = _FENCE.match(folded)
    return found is not None and known.verbs.length_before(found.group(1)) > 0


def is_phone(words: str, folded: str) -> bool:
    """True for a line in another script than ours that names a phone or its mail program."""
    return not words.isascii() and _PHONE.search(folded) is not None


def opens(folded: str, known: Phrases) -> bool:
    """True if a line starts as announcements of quotes do: a lead word, a weekday or a date."""
    folded = folded.lstrip("-–—([ ")
    lead = known.leads.length_at(folded)
    return bool(
        (lead and (lead == len(folded) or folded[lead] == " " or is_cjk(folded[lead - 1])))
        or known.weekdays.length_at(folded)
        or known.intros.length_at(folded)
        or STARTS_WITH_DATE.match(folded)
    )


def bare_of(folded: str) -> str:
    """A line without the signs behind its last word."""
    return folded.rstrip(" .:：-–—*_>…\t")
