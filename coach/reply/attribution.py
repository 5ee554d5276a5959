"""Attribution lines: "On ... Ann wrote:", in all word orders, wrapped, cut, and without their colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.reply.lines import Line
from coach.reply.phrases import Phrases, phrases
from coach.reply.signs import (
    ADDRESS,
    ADDRESSED,
    CLOCK,
    DATE,
    NAMED_LENGTH,
    STARTS_WITH_DATE,
    bare_of,
    is_fenced,
    opens,
    starts,
)

ATTRIBUTION_LINES = 4  # clients wrap the attribution line into four at most
ATTRIBUTION_LENGTH = 400

_DAY = re.compile(r"\b(?:19|20)\d\d\b|\d{4}年|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
_STARTS_WITH_FULL_DATE = re.compile(r"\W{0,2}(?:\w{2,4}\.?,? )?\d{1,4}[-./ 年]")
_SENDER = re.compile(r"\W{0,3}((?:[^\s<>,:]{1,40} ){0,3}[^\s<>,:]{1,40})\s?(<|, (?=\d))")
BRACKETED_ADDRESS = re.compile(r"<[\w.+=-]{1,80}@[\w.-]{1,80}>")
_BRACKETED = re.compile(r"[>)\]]\s*$")
_ENDS_WITH_ADDRESS = re.compile(
    r"[(<\[]? ?(?:mailto:)?[\w.+=-]{1,80}@[\w.-]{1,80} ?"
    r"(?:<[^<>]{1,90}> ?|[\w.+=-]{1,80}@[\w.-]{1,80} ?)?[)>\]]?[:.,]?$"
)
_ENDS_WITH_LINK = re.compile(r"[<\[] ?mailto:[^<>\s]{3,100}(?: [\w.+=-]{1,80}@[\w.-]{1,80})? ?[>\]]$")
_ENDS_WITH_TIME = re.compile(r"(?:\d| Uhr| [AaPp]\.?[Mm]\.?| [A-Z]{3,4}|\)|geschrieben)$")
_TIME_THEN_NAME = re.compile(r"\d\d:\d\d(?::\d\d(?: ?[+-]\d{4})?| ?[+-]\d{4}),? [A-ZÀ-ÖØ-Þ\"][^\d.!?:;]{2,50}$")
_NAME_THEN_STAMP = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}(?: [A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}){1,3}(?: via [\w.-]{1,40})? "
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|[A-Z]{3,4})$"
)  # "Ann Lee via Pumps Tue, 04 Mar 2025 12:28:33 -0800", copied from the page of a list's archive (RFC 5322 date)
_BOXED_NAME = re.compile(r"\[[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}\]:?$")  # "[Ann Lee]"
_DATE_OR_ADDRESS = re.compile(r"[\d@]")  # one of which each of these has
_CLOSES_BRACKET = 30  # code points of a line that holds only the ">" of an address and "wrote:"


def attribution_at(lines: Sequence[Line], at: int, words: Phrases) -> int | None:
    """The end of the attribution that begins at this line, None if none does."""
    if not may_start(lines, at):
        return None
    end = _attribution_end(lines, at, words)
    if end is None:
        return None
    if opens(lines[at].folded, words) and _DAY.search(lines[at].words) and lines[at].words.endswith(","):
        return end  # "On Nov 21, 2014," / "at 10:18," / "Ann <...> wrote:"
    for later in range(at + 1, end):
        if opens(lines[later].folded, words) and _attribution_end(lines, later, words) == end:
            return None  # the line above is the writer's own
    return end


def announces(joined: str, words: Phrases) -> bool:
    """True if this text by itself is an attribution: a lead, the time, the verb or the sender, and its colon."""
    return len(joined) <= ATTRIBUTION_LENGTH and bool(CLOCK.search(joined)) and _is_attribution(joined, words, True)


def is_attribution(line: str) -> bool:
    """True if this text, standing right above a quote, is recognised as its attribution."""
    joined = " ".join(line.split())
    return len(joined) <= ATTRIBUTION_LENGTH and _is_attribution(joined, phrases(), quoted_below=True)


def next_filled(lines: Sequence[Line], at: int) -> int | None:
    """The next line from `at` on that is not blank, if one of the next six is."""
    for number in range(at, min(at + 6, len(lines))):
        if not lines[number].blank:
            return number
    return None


def may_start(lines: Sequence[Line], at: int) -> bool:
    """False for a line with which no attribution begins, told without a look at the lines that would belong to it."""
    line = lines[at]
    if starts(line.words, line.folded, line.signs, line.depth):
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and bool(below.signs & ADDRESSED) and len(line.words) < 80


def _attribution_end(lines: Sequence[Line], at: int, words: Phrases) -> int | None:
    joined = ""
    for number in range(at, min(at + ATTRIBUTION_LINES, len(lines))):
        line = lines[number]
        closes = _closes_bracket(line, lines[at], joined)
        if line.blank or (line.depth != lines[at].depth and not closes):
            return None
        text = f">{line.words}" if closes else line.words
        joined = f"{joined} {text}" if joined else text
        if len(joined) > ATTRIBUTION_LENGTH:
            return None
        quoted, below = _quoted_below(lines, number), lines[number + 1] if number + 1 < len(lines) else None
        if quoted and below is not None and _closes_bracket(below, lines[at], joined):
            continue
        if _is_attribution(joined, words, quoted):
            return number + 1
        alone = at == 0 or lines[at - 1].blank
        if (
            alone
            and not any(not each.blank for each in lines[number + 1 : number + 3])
            and _is_left_over(joined, words)
        ):
            return number + 1
        if (below is None or below.blank) and number + 1 < len(lines):
            return number + 1 if _is_unpunctuated(joined, words, alone=alone) else None
    return None


def _closes_bracket(line: Line, first: Line, joined: str) -> bool:
    """True for "> wrote:" below "... <ann@x.example": the end of an address, not a quoted line."""
    if line.depth != first.depth + 1 or len(line.words) > _CLOSES_BRACKET:
        return False
    return joined.count("<") > joined.count(">")


def _is_attribution(joined: str, words: Phrases, quoted_below: bool) -> bool:
    folded = joined.casefold()
    if is_fenced(folded, words):
        return True
    bare = bare_of(folded)
    if "news:" in folded and words.verbs.count_in(folded) and ADDRESS.search(joined):
        return True
    if words.intros.length_at(folded) and folded.endswith(")") and DATE.search(folded):
        return True
    dated = bool(STARTS_WITH_DATE.match(folded) and DATE.search(folded))
    if quoted_below and _BOXED_NAME.match(joined):
        return True
    if quoted_below and dated and _ENDS_WITH_ADDRESS.search(folded):
        return True  # "2025/3/3 Ann Lee <ann@x.example>"
    if _STARTS_WITH_FULL_DATE.match(folded) and _ENDS_WITH_LINK.search(folded) and CLOCK.search(folded):
        return True  # "25.05.2021, 14:17, Ann Lee <mailto:ann@x.example>", as Yandex writes it
    ends = folded.rstrip(" -–—*_>").endswith((":", "："))
    if not ends and not (quoted_below and words.verbs.length_before(bare)):
        return False
    verb = words.verbs.last_in(bare)
    if not ends and verb is None:
        return False
    date, address = bool(DATE.search(folded)), bool(ADDRESS.search(joined))
    opened = opens(folded, words)
    if verb is not None:
        if opened and (date or (address and quoted_below)):
            return True
        last = words.verbs.length_before(bare) > 0
        if address and (date or quoted_below or (last and bool(_BRACKETED.search(bare[:verb])))):
            return True
        if address and bare.endswith(("wrote", "schrieb", "a écrit")):
            return True
        if _names_and_dates(joined, verb) or (last and _dates_behind_name(joined, words)):
            return True
        remark = quoted_below and len(joined) < 100 and verb > 0 and not words.writings.count_in(bare)
        return remark and _is_short_remark(bare, verb, date=date)
    if words.intros.length_at(folded):
        return address or quoted_below or (date and bool(CLOCK.search(folded)))
    if date and ((opened and address) or (quoted_below and _begins_with_sender(joined))):
        return True
    return quoted_below and _tells_all(joined)


def _tells_all(joined: str) -> bool:
    """True if day, time and a bracketed address stand in the line, whatever its language."""
    return bool(_DAY.search(joined) and CLOCK.search(joined) and BRACKETED_ADDRESS.search(joined))


def _begins_with_sender(joined: str) -> bool:
    """True for "Ann Lee <ann@x.example> [3/3/2025]:" and "Ann Lee, 3.3.2025 17:02:", right above a quote."""
    found = _SENDER.match(joined)
    if found is None or len(joined) > NAMED_LENGTH:
        return False
    pieces = found.group(1).split()
    named = all(piece[:1].isupper() or piece[:1] in "\"'" for piece in pieces)
    return named and (found.group(2) == "<" or (len(pieces) >= 2 and bool(CLOCK.search(joined))))


def _is_unpunctuated(joined: str, words: Phrases, *, alone: bool) -> bool:
    """True for an attribution that lost its colon and ends a paragraph, above a quote without any mark.

    It tells the day and the time, or an address in brackets before the verb; `alone` means that
    nothing stands right above it.
    """
    folded = joined.casefold()
    if folded[-1:] in (".", "!", "?", "…", ",") or not _DATE_OR_ADDRESS.search(folded):
        return False
    verb, date = words.verbs.last_in(folded), bool(_DAY.search(folded))
    if verb is None and alone and _NAME_THEN_STAMP.match(joined):
        return True
    if verb is None:
        named = alone and date and bool(CLOCK.search(folded)) and len(folded.split()) <= 14
        if named and folded.endswith((":", "：")) and _tells_all(joined):
            return True
        return named and bool(_STARTS_WITH_FULL_DATE.match(folded)) and bool(_ENDS_WITH_ADDRESS.search(folded))
    last = words.verbs.length_before(bare_of(folded)) > 0
    if opens(folded, words) and date and (last or _is_named_behind(joined, verb, words)):
        return bool(CLOCK.search(folded) or ADDRESS.search(joined))
    if not alone:
        return False
    if last and _ENDS_WITH_ADDRESS.search(folded[:verb].rstrip()):
        return len(folded.split()) <= 8
    addressed = _ENDS_WITH_ADDRESS.search(folded[:verb].rstrip()) and date and CLOCK.search(folded)
    return bool(addressed) or _names_and_dates(joined, verb)


def _is_left_over(joined: str, words: Phrases) -> bool:
    """True for an attribution that lost its verb and stands at a mail's end: lead, day, exact time, then a name."""
    folded = joined.casefold()
    return bool(_DAY.search(folded) and _TIME_THEN_NAME.search(joined)) and opens(folded, words)


def _is_named_behind(joined: str, verb: int, words: Phrases) -> bool:
    """True if behind the verb ("schrieb", "skrev") nothing but a name or an address stands."""
    tail = joined[verb:].split()[1:]
    if not tail or len(tail) > 6:
        return False
    if ADDRESS.search(tail[-1]):
        return True
    return len(tail) <= 4 and all(piece[:1].isupper() or piece[:1] in "\"'(" for piece in tail)


def _names_and_dates(joined: str, verb: int) -> bool:
    """True for "Ann Lee wrote on 3/3/2025 17:02": a name before the verb, day and time in the line."""
    if len(joined) > NAMED_LENGTH or not (_DAY.search(joined) and CLOCK.search(joined)):
        return False
    if not _ENDS_WITH_TIME.search(joined.rstrip(" :：")):
        return False
    ahead = joined[:verb].split()
    name = [piece for piece in ahead[:4] if piece[:1].isupper() or piece[:1] == '"']
    if not 1 <= len(name) <= 4 or name != ahead[: len(name)]:
        return False
    return len(name) >= 2 and (len(ahead) == len(name) or "geschrieben" in joined[verb:].casefold())


def _dates_behind_name(joined: str, words: Phrases) -> bool:
    """True for "Ann Lee, on 3/3/2025 17:02, wrote:": a full name, then a lead word, day and time."""
    name, comma, rest = joined.partition(",")
    pieces = name.split()
    if not comma or not 2 <= len(pieces) <= 4 or not all(piece[:1].isupper() for piece in pieces):
        return False
    folded = rest.strip().casefold()
    return words.leads.length_at(folded) > 0 and bool(_DAY.search(folded) and CLOCK.search(folded))


def _is_short_remark(bare: str, verb: int, *, date: bool) -> bool:
    """ "John Doe wrote" right above a quote: a name of a few words, no sentence before the verb."""
    name = bare[:verb].strip()
    return date or (0 < len(name.split()) <= 5 and not any(mark in name for mark in "!?;"))


def _quoted_below(lines: Sequence[Line], number: int) -> bool:
    below = next_filled(lines, number + 1)
    return below is not None and lines[below].depth > lines[number].depth
