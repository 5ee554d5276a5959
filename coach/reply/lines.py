"""A mail's text as lines that know where they stand and how deeply they are quoted."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar
from unicodedata import combining, is_normalized, normalize

MATCHED = 500  # code points of a line that patterns look at; frames of mails are shorter
_SEEN = 2 * MATCHED  # code points of a line in which its words are looked for
REMEMBERED = 2_048  # judgements of lines kept per question: a draft's lines are asked about at every keystroke
Judged = TypeVar("Judged")
_PREFIX = re.compile(
    r"[ \t\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,3}(?:\*{1,2}(?=>))?(?:(?:[>＞]|&gt;)[ \t]?)+"
)  # with the stars of a bold mark ("*>* text")
_LEADING = " \t\u200b\u200e\u200f\ufeff"
_BOXED = re.compile(r"[ \t\xa0]{0,8}\|(?:[ \t\xa0]{3}|[ \t\xa0]?[-_=+/\\]{1,200}[ \t\xa0]*$|[^|]{0,400}\|)")
_EDGE = re.compile(r"[-_=+/\\ \t\xa0]{1,200}$")  # the rule over or under a box
_UNDECODED = re.compile(r"(?:=20|=C2=A0)+$|(?<![=\s])=$|&nbsp;", re.IGNORECASE)  # what a gateway left of an encoding
_INITIALS = re.compile(r"[ \t]{0,2}[A-Z][A-Za-z]{0,3}>(?:[ \t]|$)")  # The Bat!: "JD> text"
_INVISIBLE = str.maketrans(
    dict.fromkeys(
        "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
    )
    | {"\u00a0": " ", "\u202f": " "}
)


class Line(NamedTuple):
    """One line with its newline: where it is, its quote depth and its words, cleaned, cut and casefolded.

    `words` has neither quote prefix nor surrounding blanks nor Markdown stars; `folded` is `words`
    casefolded. Empty lines in a row count as one line. A tuple, because a mail may have a million of them.
    """

    start: int
    end: int
    depth: int
    words: str
    folded: str

    @property
    def blank(self) -> bool:
        """True for an empty line that is not quoted; an empty quoted line is part of its quote."""
        return not self.words and not self.depth

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.end}, depth={self.depth})"


def remembered(judge: Callable[[str, str], Judged]) -> Callable[[Line], Judged]:
    """A question about a line's words and folded words alone, answered once for equal lines."""
    cached = lru_cache(maxsize=REMEMBERED)(judge)

    @wraps(judge)
    def ask(line: Line) -> Judged:
        return cached(line.words, line.folded)

    return ask


def lines_of(text: str) -> list[Line]:
    """The text's lines; they follow each other without gaps and cover all of it."""
    raw = text.splitlines(keepends=True)
    bars = _bar_quoted(raw)
    lines: list[Line] = []
    start, blank_from = 0, -1
    for number, each in enumerate(raw):
        end = start + len(each)
        if not each.isspace():
            if blank_from >= 0:
                lines.append(Line(blank_from, start, 0, "", ""))
                blank_from = -1
            lines.append(_line(each, start, end, bar=bars[number]))
        elif blank_from < 0:
            blank_from = start
        start = end
    if blank_from >= 0:
        lines.append(Line(blank_from, start, 0, "", ""))
    return lines


def _line(raw: str, start: int, end: int, *, bar: bool) -> Line:
    depth, prefix = _quoting(raw, bar=bar)
    cut = raw[prefix : prefix + MATCHED].translate(_INVISIBLE)
    if not is_normalized("NFC", cut):
        cut = normalize("NFC", cut)
    if "&" in cut or "=" in cut:
        cut = _UNDECODED.sub(" ", cut.rstrip()).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    bare = cut.strip().rstrip("\\").strip()
    words = bare.strip("*").strip() or bare
    return Line(start, end, depth, words, words.casefold())


def place_in(text: str, line: Line, offset: int) -> int:
    """Where in the text the words of a line stand from `offset` on."""
    kept = _shown(text, line.start, min(line.end, line.start + _SEEN))
    first = "".join(char for _, char in kept).find(line.words)
    return kept[first + offset][0] if first >= 0 and first + offset < len(kept) else line.end


def _shown(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Each code point that shows, with its place; a letter and the accent behind it count as one."""
    kept: list[tuple[int, str]] = []
    for place in range(start, end):
        char = text[place].translate(_INVISIBLE)
        if not char:
            continue
        whole = normalize("NFC", kept[-1][1] + char) if kept and combining(char) else ""
        if len(whole) == 1:
            kept[-1] = (kept[-1][0], whole)
        else:
            kept.append((place, char))
    return kept


def _quoting(raw: str, *, bar: bool) -> tuple[int, int]:
    """Quote depth of a raw line and the length of its quote prefix."""
    found = _PREFIX.match(raw)
    if found and not raw.startswith(">From "):
        prefix = found.group()
        return prefix.count(">") + prefix.count("＞") + prefix.count("&gt;"), found.end()
    if bar:
        return 1, raw.index("|") + 1 if "|" in raw[:4] else raw.index(">") + 1
    return 0, 0


def _bar_quoted(raw: list[str]) -> list[bool]:
    """Which lines are quoted with "|" or with initials: two or more in a row, and no table or box."""
    boxed = _boxed(raw)
    alone = [
        (_is_barred(each) and number not in boxed) or bool(_INITIALS.match(each)) for number, each in enumerate(raw)
    ]
    return [
        flag and ((number > 0 and alone[number - 1]) or (number + 1 < len(alone) and alone[number + 1]))
        for number, flag in enumerate(alone)
    ]


def _boxed(raw: list[str]) -> set[int]:
    """The lines with a leading "|" that stand in a table, in a box of a console or in nothing but bars."""
    found: set[int] = set()
    number = 0
    while number < len(raw):
        first = number
        while number < len(raw) and raw[number][:MATCHED].lstrip(_LEADING).startswith("|"):
            number += 1
        run = [each[:MATCHED].translate(_INVISIBLE).rstrip() for each in raw[first:number]]
        edges = [raw[edge][:MATCHED].strip() for edge in (first - 1, number) if 0 <= edge < len(raw)]
        edged = any(each and _EDGE.match(each) for each in edges)
        if run and (edged or any(map(_BOXED.match, run)) or not any(each.strip("| \t\xa0") for each in run)):
            found.update(range(first, number))
        number += not run
    return found


def _is_barred(raw: str) -> bool:
    head = raw[:MATCHED].lstrip(_LEADING)
    return head.startswith("|") and head.count("|") == 1 and len(raw) - len(raw.lstrip(_LEADING)) < 3
