"""Where quoted and forwarded mail begins: attribution lines, header blocks and delimiters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.model import Part
from coach.reply.lines import Line
from coach.reply.phrases import Phrases, is_cjk, phrases

ATTRIBUTION_LINES = 4  # clients wrap the attribution line into four at most
ATTRIBUTION_LENGTH = 400
HEADER_LINES = 24  # a header block with long recipient lists
LABEL_LENGTH = 32

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}年|\d{1,2}:\d\d")
_ADDRESS = re.compile(r"[\w.+=-]{1,80}@[\w-]{1,80}\.\w|<mailto:|\[mailto:|@[\w.-]{1,80}>")
_STARTS_WITH_DATE = re.compile(r"\d{1,4}[-./ 年]")
_RULE = re.compile(r"[_]{10,}$|[-–—]{10,}$|[=]{10,}$|(?:- ){8,}-?$")
_DELIMITER_DASHES = re.compile(r"[-–—_=*>\s]{2,}(?=\S)")
_ZOHO = re.compile(r"-{2,}\s*on .{10,300}(?:wrote|schrieb)\s*-{2,}$")


@dataclass(frozen=True, slots=True)
class Frame:
    """A run of lines [first, end) that announces quoted text; `rest` is what follows it."""

    first: int
    end: int
    rest: Part


def frame_at(lines: Sequence[Line], at: int) -> Frame | None:
    """The frame that begins at this line, if one does."""
    line = lines[at]
    if line.blank:
        return None
    words = phrases()
    return _delimiter(lines, at, words) or _headers(lines, at, words, announced=False) or _attribution(lines, at, words)


def _delimiter(lines: Sequence[Line], at: int, words: Phrases) -> Frame | None:
    folded = lines[at].folded
    if _RULE.match(folded):
        below = _next_filled(lines, at + 1)
        if below is None or below - at > 3:
            return None
        block = _headers(lines, below, words, announced=True)
        return Frame(at, block.end, block.rest) if block else None
    dashes = _DELIMITER_DASHES.match(folded)
    start = dashes.end() if dashes else 0
    part = _announced(folded, start, words)
    if part is None or not (dashes or folded.endswith(":") or _is_bare_forward(lines, at, part)):
        return None
    below = _next_filled(lines, at + 1)
    block = _headers(lines, below, words, announced=True) if below is not None else None
    return Frame(at, block.end if block else at + 1, part)


def _announced(folded: str, start: int, words: Phrases) -> Part | None:
    """What the delimiter line announces: nothing but its phrase, dashes and perhaps a name stand in it."""
    for part, known in ((Part.FORWARDED, words.forwarded), (Part.QUOTE, words.original)):
        length = known.length_at(folded, start)
        tail = folded[start + length :].strip(" -–—_=*:<>") if length else ""
        if length and (not tail or (part is Part.FORWARDED and len(tail) < 120 and bool(_DATE.search(tail)))):
            return part
    return None


def _is_bare_forward(lines: Sequence[Line], at: int, part: Part) -> bool:
    below = _next_filled(lines, at + 1)
    return part is Part.FORWARDED and below is not None and _label(lines[below], phrases()) is not None


def _headers(lines: Sequence[Line], at: int, words: Phrases, *, announced: bool) -> Frame | None:
    """A block of header lines in any order; wrapped values and single blank lines may stand between."""
    first = _label(lines[at], words)
    if first is None:
        return _unknown_headers(lines, at) if announced else None
    if not announced and first not in ("from", "sent", "to", "subject"):
        return None
    if not announced and at and _label(lines[at - 1], words) is not None:
        return None  # tried with the label above
    kinds, end, address, plain = {first}, at + 1, _has_address(lines[at]), 0
    kinds |= _more_labels(lines[at], words)
    depth = lines[at].depth
    for number in range(at + 1, min(at + HEADER_LINES, len(lines))):
        line = lines[number]
        if line.blank:
            if number + 1 >= len(lines) or _label(lines[number + 1], words) is None or lines[number - 1].blank:
                break
            continue
        kind = _label(line, words) if line.depth == depth else None
        if kind is None:
            plain += 1
            if plain > 3 or not _is_wrapped_value(lines, number, words):
                break
            address = address or _has_address(line)
            continue
        kinds.add(kind)
        address = address or _has_address(line)
        plain, end = 0, number + 1
    lonely = first == "from" and end == at + 1 and _stands_alone(lines, at)
    if not lonely and not _is_header_block(kinds, address=address, announced=announced):
        return None
    end = _after_value(lines, end)
    return Frame(at, end, Part.QUOTE)


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """True for "From: Name <address>" between blank lines, what is left of a header that was thinned out."""
    if at == 0 or not lines[at - 1].blank or (at + 1 < len(lines) and not lines[at + 1].blank):
        return False
    value = lines[at].words.partition(":")[2].strip()
    return bool(_ADDRESS.search(value)) and "<" in value and not value.startswith("<")


def _is_header_block(kinds: set[str], *, address: bool, announced: bool) -> bool:
    if announced and len(kinds) >= 2:
        return True
    if "from" not in kinds:
        return {"sent", "to", "subject"} <= kinds and address
    if "subject" in kinds and kinds & {"sent", "to"}:
        return True
    return "sent" in kinds and address


def _is_wrapped_value(lines: Sequence[Line], number: int, words: Phrases) -> bool:
    """True if this unlabelled line continues a header: a label follows it within the next lines."""
    for below in lines[number : number + 4]:
        if below.blank:
            return False
        if _label(below, words) is not None:
            return True
    return False


def _after_value(lines: Sequence[Line], end: int) -> int:
    """The end of the block when the last header's value is wrapped (an address or "; name" follows)."""
    while end < len(lines) and not lines[end].blank and lines[end].words.startswith(("<", ";", "(")):
        if not _has_address(lines[end]):
            break
        end += 1
    return end


def _label(line: Line, words: Phrases) -> str | None:
    """What header this line holds, told by its label before the colon."""
    head = line.folded[:LABEL_LENGTH]
    colon = min((head.find(each) for each in ":：" if each in head), default=-1)
    if colon < 1:
        return None
    return words.labels.get(head[:colon].strip(" *_\t\"'•·-|"))


def _more_labels(line: Line, words: Phrases) -> set[str]:
    """Further labels within one line, as broken HTML-to-text leaves them ("Von: X Gesendet: Y An: Z")."""
    found: set[str] = set()
    for piece in line.folded.split(":")[1:-1]:
        tail = piece.split()
        for count in (1, 2):
            kind = words.labels.get(" ".join(tail[-count:]).strip("*_")) if len(tail) > count else None
            if kind:
                found.add(kind)
    return found


def _unknown_headers(lines: Sequence[Line], at: int) -> Frame | None:
    """A block under a rule in a language without a file: three labelled lines, one with an address."""
    end, address = at, False
    while end < len(lines) and end - at < HEADER_LINES:
        head = lines[end].words[:LABEL_LENGTH]
        if ":" not in head and "：" not in head:
            break
        address = address or _has_address(lines[end])
        end += 1
    return Frame(at, end, Part.QUOTE) if end - at >= 3 and address else None


def _has_address(line: Line) -> bool:
    return bool(_ADDRESS.search(line.words))


def _next_filled(lines: Sequence[Line], at: int) -> int | None:
    return next((number for number in range(at, min(at + 6, len(lines))) if not lines[number].blank), None)


def _attribution(lines: Sequence[Line], at: int, words: Phrases) -> Frame | None:
    if not _may_start(lines, at, words):
        return None
    end = _attribution_end(lines, at, words)
    if end is None:
        return None
    for later in range(at + 1, end):
        if _opens(lines[later].folded, words) and _attribution_end(lines, later, words) == end:
            return None  # the line above is the writer's own
    return Frame(at, end, Part.QUOTE)


def _may_start(lines: Sequence[Line], at: int, words: Phrases) -> bool:
    line = lines[at]
    if _opens(line.folded, words) or _ADDRESS.search(line.words) or _ZOHO.match(line.folded):
        return True
    if line.folded.rstrip(" .:：-").endswith((")", "]", '"')) or words.verbs.length_before(_bare(line.folded)):
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and below.words.startswith(("<", "(mailto")) and len(line.words) < 80


def _opens(folded: str, words: Phrases) -> bool:
    """True if a line starts as announcements of quotes do: a lead word, a weekday or a date."""
    folded = folded.lstrip("-–—([ ")
    lead = words.leads.length_at(folded)
    return bool(
        (lead and (lead == len(folded) or folded[lead] == " " or is_cjk(folded[lead - 1])))
        or words.weekdays.length_at(folded)
        or words.intros.length_at(folded)
        or _STARTS_WITH_DATE.match(folded)
    )


def _attribution_end(lines: Sequence[Line], at: int, words: Phrases) -> int | None:
    joined = ""
    for number in range(at, min(at + ATTRIBUTION_LINES, len(lines))):
        line = lines[number]
        if line.blank or line.depth != lines[at].depth:
            return None
        joined = f"{joined} {line.words}" if joined else line.words
        if len(joined) > ATTRIBUTION_LENGTH:
            return None
        if _is_attribution(joined, words, _quoted_below(lines, number)):
            return number + 1
    return None


def is_attribution(line: str) -> bool:
    """True if this text, standing right above a quote, is recognised as its attribution."""
    joined = " ".join(line.split())
    return len(joined) <= ATTRIBUTION_LENGTH and _is_attribution(joined, phrases(), quoted_below=True)


def _is_attribution(joined: str, words: Phrases, quoted_below: bool) -> bool:
    folded = joined.casefold()
    if _ZOHO.match(folded):
        return True
    bare = _bare(folded)
    ends = folded.rstrip(" -–—*_>").endswith((":", "："))
    verb = words.verbs.last_in(bare)
    if not ends and not (verb is not None and quoted_below and words.verbs.length_before(bare)):
        return False
    date, address = bool(_DATE.search(folded)), bool(_ADDRESS.search(joined))
    opens = _opens(folded, words)
    if verb is not None:
        if opens and (date or (address and quoted_below)):
            return True
        if address and (date or quoted_below or bare.endswith(("wrote", "schrieb", "a écrit"))):
            return True
        return quoted_below and len(joined) < 100 and verb > 0 and _is_short_remark(bare, verb, date=date)
    if words.intros.length_at(folded):
        return address or quoted_below
    return opens and date and address


def _is_short_remark(bare: str, verb: int, *, date: bool) -> bool:
    """ "John Doe wrote" right above a quote: a name of a few words, no sentence before the verb."""
    name = bare[:verb].strip()
    return date or (0 < len(name.split()) <= 5 and not any(mark in name for mark in "!?;"))


def _bare(folded: str) -> str:
    return folded.rstrip(" .:：-–—*_>…\t")


def _quoted_below(lines: Sequence[Line], number: int) -> bool:
    below = _next_filled(lines, number + 1)
    return below is not None and lines[below].depth > lines[number].depth
