"""Lines quoted with the name or the initials of who wrote them: "Jane> text", "JD>> text", "jd>text"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.reply.marks import INVISIBLE, MATCHED

INITIALS = 4  # letters of a mark that is no whole name
_INITIALS_INDENT = 2
_TOLD_WORDS = 8  # a line of a quoted sentence has as many, a prompt's command hardly
_SAID_WORDS = 5  # of letters alone, where another sign tells a quote as well: "K>> x = 3" is a prompt
_TIMES_ASKED = 2  # single lines with the same initials that end as sentences do; commands hardly do
_BARE_MARKS = 3  # so many with nothing behind them need no further sign that they quote
_FARTHEST = 28  # code points before which the first ">" of a mark stands
_CODE_ENDS = (";", "{", "}", ")")
_BLANKS = " \t\xa0\u202f"
_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_MARK = re.compile(rf"([ \t{_UNSEEN}]{{0,8}})([A-Za-z][A-Za-z.'\u00ad-]{{0,18}})((?:>[ \xa0\u202f]?){{1,200}})")
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[\"')]?(?:[.?!]|\.{3}|…)[\"')]?$")
_LEAD = re.compile(
    r'\W{0,4}>{2,}[ \xa0\u202f]"([A-Za-z][A-Za-z.\'-]{0,15})"[ \xa0\u202f]=='
)  # Supercite: >>>>> "jl" == Jane Lee writes:


class _Mark(NamedTuple):
    """A mark that may quote a line, and what stands behind it."""

    name: str
    indent: int
    length: int  # of the mark with all before it
    depth: int
    apart: bool  # a blank or nothing follows
    words: int
    lettered: int  # words of letters alone, if it does not read as code
    ended: bool  # as a sentence ends

    @property
    def bare(self) -> bool:
        """True if nothing stands behind the mark."""
        return not self.words

    @property
    def initials(self) -> bool:
        """True for a mark as short as initials, the first of them large."""
        return self.name[0].isupper() and len(self.name) <= INITIALS and self.name.isalpha()


def named_prefixes(raw: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Number of each line that is quoted with a name or initials, and the length of its mark.

    A name counts once it surely quotes somewhere: announced, in two lines in a row, twice before a sentence, or in a
    line with a quote within it ("JD>> text"); then other initials before a sentence count too. A long name needs a
    line that reads as one of a sentence: "Router> show version" is a prompt.
    """
    arrows = (number for number, each in enumerate(raw) if each.find(">", 0, _FARTHEST) > 0)
    marks = {number: mark for number in arrows if (mark := _mark(raw[number])) is not None}
    if not marks:
        return
    known = {found.group(1) for each in raw if (found := _LEAD.match(each))}
    for number, mark in marks.items():
        below = marks.get(number + 1)
        if below is not None and _go_on(mark, below):
            known |= {mark.name, below.name}
        elif _quotes_deeper(mark):
            known.add(mark.name)
    asked = Counter(mark.name for mark in marks.values() if mark.ended and mark.apart and mark.initials)
    known |= {name for name, times in asked.items() if times >= _TIMES_ASKED and len(name) > 1}
    for number, mark in marks.items() if known else ():
        of_another = (mark.depth > 1 and "." not in mark.name) or (mark.initials and mark.lettered >= _SAID_WORDS)
        if of_another or (mark.name in known and (mark.apart or mark.indent <= _INITIALS_INDENT)):
            yield number, mark.length


def _mark(raw: str) -> _Mark | None:
    found = _MARK.match(raw)
    if found is None:
        return None
    depth, mark = found.group(3).count(">"), found.group()
    text = raw[found.end() : found.end() + MATCHED].translate(INVISIBLE).strip().lstrip("> ")
    pieces = text.split()
    lettered = 0 if text.endswith(_CODE_ENDS) else sum(piece.strip(",.?!:\"'").isalpha() for piece in pieces)
    apart = mark[-1] in _BLANKS or not raw[found.end() :].strip()
    name = found.group(2).translate(INVISIBLE)
    ended = bool(_SENTENCE_END.search(text))
    return _Mark(name, len(found.group(1)), len(mark.rstrip()), depth, apart, len(pieces), lettered, ended)


def _go_on(mark: _Mark, below: _Mark) -> bool:
    """True if two lines in a row are surely quoted, with a name each."""
    lettered = max(mark.lettered, below.lettered)
    short = mark.initials and below.initials and max(mark.indent, below.indent) <= _INITIALS_INDENT
    if short and (lettered >= _SAID_WORDS or (mark.apart and below.apart and mark.depth == below.depth == 1)):
        return True
    if mark.depth > 1 and below.depth > 1:
        return lettered >= _SAID_WORDS and "." not in mark.name + below.name
    if mark.name != below.name or not (mark.apart and below.apart):
        return False
    if mark.name[0].isupper():
        return max(mark.words, below.words) >= _TOLD_WORDS
    return len(mark.name) < INITIALS and lettered >= _TOLD_WORDS


def _quotes_deeper(mark: _Mark) -> bool:
    """True if initials with two marks or more, as in "JD>> text", quote: a sentence, or nothing behind many."""
    if mark.depth < 2 or not mark.initials:
        return False
    return mark.depth >= _BARE_MARKS if mark.bare else mark.lettered >= _SAID_WORDS
