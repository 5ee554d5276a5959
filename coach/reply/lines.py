"""A mail's text as lines that know where they stand and how deeply they are quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import groupby
from typing import Any, NamedTuple, TypeVar
from unicodedata import combining, is_normalized, normalize

from coach.reply.marks import INVISIBLE, MATCHED, barred_prefixes
from coach.reply.names import named_prefixes
from coach.reply.signs import QUOTED, signs_of

_SEEN = 2 * MATCHED  # code points of a line in which its words are looked for
REMEMBERED = 4_096  # judgements of lines kept per question: a draft's lines are asked about at every keystroke
REMEMBERED_PARAGRAPHS = 1_024  # likewise judgements of paragraphs
LONGEST_REMEMBERED = 12  # lines of such a paragraph
_LONGEST_LINE = 600  # characters of a line whose reading is kept
UNKNOWN: Any = object()  # stands for what was not asked yet; None is an answer
Judged = TypeVar("Judged")
_PREFIX = re.compile(
    r"[ \t\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,8}(?:\*{1,2}(?=>))?(?:(?:[>＞]|&gt;)[ \t]?)+"
)  # with the stars of a bold mark ("*>* text")
_ESCAPE = 24  # code points in which ">>From " stands, with what does not show
_ESCAPED = re.compile(r"(>{1,2})From ")
_UNSEEN = re.compile(f"[{''.join(map(chr, INVISIBLE))}]")
_UNDECODED = re.compile(r"(?:=20|=C2=A0)+$|(?<![=\s])=$|&nbsp;", re.IGNORECASE)  # what a gateway left of an encoding


class Line(NamedTuple):
    """One line with its newline: where it is, its quote depth and its words, cleaned, cut and casefolded.

    `words` has neither quote prefix nor surrounding blanks nor Markdown stars; `folded` is `words`
    casefolded. `blank` is an empty line that is not quoted; an empty quoted line is part of its quote. `signs` tells
    what the words can be at all (`coach.reply.signs`). Empty lines in a row count as one line. A tuple, because a mail
    may have a million of them.
    """

    start: int
    end: int
    depth: int
    words: str
    folded: str
    blank: bool
    signs: int

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.end}, depth={self.depth})"


Read = tuple[int, str, str, bool, int]  # a line but for where it stands

_known: dict[str, Read] = {}  # of raw lines; about half a kilobyte each, with emoji up to seven
_memories: list[dict[Any, Any]] = [_known]


def forget_lines() -> None:
    """Empties what is remembered of lines."""
    for each in _memories:
        each.clear()


def remembered(judge: Callable[[str, str], Judged]) -> Callable[[Line], Judged]:
    """A question about a line's words and folded words alone, answered once for lines of equal words."""
    known: dict[str, Judged] = {}  # emptied when it is full: half the time that the latest would take to keep
    _memories.append(known)

    @wraps(judge)
    def ask(line: Line) -> Judged:
        words = line.words
        found: Any = known.get(words, UNKNOWN)
        if found is UNKNOWN:
            if len(known) >= REMEMBERED:
                known.clear()
            found = known[words] = judge(words, line.folded)
        return found  # type: ignore[no-any-return]

    return ask


def remembered_paragraph(judge: Callable[[Sequence[Line]], Judged]) -> Callable[[Sequence[Line]], Judged]:
    """A question about the words of a paragraph's lines alone, answered once for paragraphs of equal words."""
    known: dict[tuple[str, ...], Judged] = {}
    _memories.append(known)

    @wraps(judge)
    def ask(lines: Sequence[Line]) -> Judged:
        if len(lines) > LONGEST_REMEMBERED:
            return judge(lines)
        words = tuple([line.words for line in lines])
        found: Any = known.get(words, UNKNOWN)
        if found is UNKNOWN:
            if len(known) >= REMEMBERED_PARAGRAPHS:
                known.clear()
            found = known[words] = judge(lines)
        return found  # type: ignore[no-any-return]

    return ask


def lines_of(text: str) -> list[Line]:
    """The text's lines; they follow each other without gaps and cover all of it."""
    raw = _blanks_joined(text)
    marked = dict(barred_prefixes(raw)) if "|" in text else {}
    if ">" in text:
        marked |= dict(named_prefixes(raw))
        if ">From " in text or _UNSEEN.search(text):
            marked |= {
                number: 0 for number, each in enumerate(raw) if ">" in each[:_ESCAPE] and _is_escaped(raw, number)
            }
    lines: list[Line] = []
    start = 0
    for number, each in enumerate(raw):
        end = start + len(each)
        read = _read(each, marked[number]) if number in marked else _known.get(each) or _read_first(each)
        lines.append(Line(start, end, *read))
        start = end
    return lines


def line_of(start: int, end: int, depth: int, words: str) -> Line:
    """A line of these words."""
    folded = words.casefold()
    return Line(start, end, depth, words, folded, not (words or depth), signs_of(words, folded, depth))


def _blanks_joined(text: str) -> list[str]:
    """The text's raw lines, blank ones in a row as one."""
    raw: list[str] = []
    for empty, run in groupby(text.splitlines(keepends=True), key=str.isspace):
        if empty:
            raw.append("".join(run))
        else:
            raw += run
    return raw


def _is_escaped(raw: list[str], number: int) -> bool:
    """True for a writer's own line that begins with "From " and got a ">" or two where mail was stored."""
    found = _ESCAPED.match(raw[number][:_ESCAPE].translate(INVISIBLE))
    if found is None or len(found.group(1)) == 1:
        return found is not None
    around = (raw[near] for near in (number - 1, number + 1) if 0 <= near < len(raw))
    return not any(_PREFIX.match(each) for each in around)


def _read_first(raw: str) -> Read:
    """Reads a line without another mark than ">" that is not remembered."""
    read = _read(raw, None)
    if len(raw) <= _LONGEST_LINE:
        if len(_known) >= REMEMBERED:
            _known.clear()
        _known[raw] = read
    return read


def _read(raw: str, marked: int | None) -> Read:
    """What a raw line says; `marked` is the length of another mark than ">"."""
    depth, prefix = (0, 0) if raw[0].isalnum() and marked is None else _quoting(raw, marked)
    cut = raw[prefix : prefix + MATCHED]
    if not cut.isascii():
        if _UNSEEN.search(cut):
            cut = cut.translate(INVISIBLE)
        if not is_normalized("NFC", cut):
            cut = normalize("NFC", cut)
    if "&" in cut or "=" in cut:
        cut = _UNDECODED.sub(" ", cut.rstrip()).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    words = cut.strip().rstrip("\\").rstrip()
    if words[:1] == "*" or words[-1:] == "*":
        words = words.strip("*").strip() or words
    folded = words.casefold()
    told = QUOTED if depth and words[:1].isalpha() else signs_of(words, folded, depth)  # so for most lines of a mail
    return depth, words, folded, not (words or depth), told


def place_in(text: str, line: Line, offset: int) -> int:
    """Where in the text the words of a line stand from `offset` on."""
    kept = _shown(text, line.start, min(line.end, line.start + _SEEN))
    first = "".join(char for _, char in kept).find(line.words)
    return kept[first + offset][0] if first >= 0 and first + offset < len(kept) else line.end


def _shown(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Each code point that shows, with its place; a letter and the accent behind it count as one."""
    kept: list[tuple[int, str]] = []
    for place in range(start, end):
        char = text[place].translate(INVISIBLE)
        if not char:
            continue
        whole = normalize("NFC", kept[-1][1] + char) if kept and combining(char) else ""
        if len(whole) == 1:
            kept[-1] = (kept[-1][0], whole)
        else:
            kept.append((place, char))
    return kept


def _quoting(raw: str, marked: int | None) -> tuple[int, int]:
    """Quote depth of a raw line and the length of its quote prefix; `marked` is that of another mark than ">"."""
    if marked is not None:
        return max(int(marked > 0), raw[:marked].count(">")), marked
    found = _PREFIX.match(raw)
    if found is None:
        return 0, 0
    prefix = found.group()
    if prefix.isascii() and "&" not in prefix:
        return prefix.count(">"), len(prefix)
    return prefix.count(">") + prefix.count("＞") + prefix.count("&gt;"), found.end()
