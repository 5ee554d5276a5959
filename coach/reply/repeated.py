"""Quotes that lost their mark: lines among the own ones that stand word for word in the mail answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice

from coach.model import Part
from coach.reply.blocks import is_output
from coach.reply.lines import Line
from coach.reply.notices import is_notice

SHINGLE = 4  # words in a row by which a place in the quote is looked up
PLACES = 4  # places of such words that are tried; more are a list's or a log's
MOST_WORDS = 50_000  # of the quoted ones that are looked at
LEAST_WORDS = 12  # of letters, in a passage that nothing but its words tells
ASKED_WORDS = 5  # of letters, in a question that stands alone above its answer
TAIL_WORDS = 3  # of the marked line above a line that goes on with it
DELIMITER = "--"  # above a signature, which repeats itself in each mail
OWN_SHARE = 0.8  # a mail that repeats more than this of itself was sent again
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[^\W\d][\"'”’»)]{0,2}(?:[.?!:…]{1,3}[\"'”’»)]{0,2}|\s[:;]-?[)(DP])$")
_CITED = tuple("\"'“„«‚")  # a writer who sets such marks cites within a text of his own
_WAITS = ("...", "…")  # "Loading the image..."
_CODE = re.compile(r"[{};]$|::|\w\(\)|[=<>]{2}|^\s*(?:[#$/]|\[)")
_QUOTED = (Part.QUOTE, Part.FORWARDED)
Mark = tuple[Part, int]
Shingle = tuple[str, ...]


class _Words:
    """The words of the quoted lines in their order, and where those few in a row stand that are looked for."""

    def __init__(self, words: list[str], wanted: Set[Shingle]) -> None:
        self._words = words
        self._places: dict[Shingle, list[int]] = {}
        for start, shingle in enumerate(_shingles(words)):
            if shingle in wanted:
                places = self._places.setdefault(shingle, [])
                if len(places) < PLACES:
                    places.append(start)

    def places(self, words: Sequence[str]) -> list[int]:
        """Where the first few of these words stand, if all of them follow there."""
        found = self._places.get(tuple(words[:SHINGLE]), ())
        return [place for place in found if self._words[place : place + len(words)] == list(words)]

    def follow(self, place: int, words: Sequence[str]) -> bool:
        """True if these words stand at this place."""
        return self._words[place : place + len(words)] == list(words)


def mark_repeated(lines: Sequence[Line], marks: list[Mark]) -> None:
    """Marks as quote what stands unmarked among the own lines and word for word in the quoted ones.

    Such lines go on with a marked line (programs that break lines mark only the first), or are sentences copied
    from the mail below and answered there.
    """
    quoted = [number for number, mark in enumerate(marks) if mark[0] in _QUOTED and lines[number].words]
    own = [number for number, mark in enumerate(marks) if mark[0] is Part.BODY and lines[number].words]
    if not quoted or not own:
        return
    said, wanted = _said(lines, quoted), _wanted(lines, own)
    if wanted.isdisjoint(_shingles(said)):
        return
    words = _Words(said, wanted)
    for number in own:
        if marks[number][0] is Part.BODY and number and _is_marked(lines, marks, number - 1):
            _mark(marks, number, _end_of_tail(lines, marks, number, words))
    passages = list(_passages(lines, marks, words, quoted))
    repeated = sum(len(_words(lines[number])) for start, end in passages for number in range(start, end))
    if repeated <= OWN_SHARE * sum(len(_words(lines[number])) for number in own):
        for start, end in passages:
            _mark(marks, start, end)


def _said(lines: Sequence[Line], numbers: Iterable[int]) -> list[str]:
    """The words of these lines, as far as they are looked at."""
    said: list[str] = []
    for number in numbers:
        said += _words(lines[number])
        if len(said) >= MOST_WORDS:
            break
    return said[:MOST_WORDS]


def _shingles(words: Sequence[str]) -> Iterator[Shingle]:
    """Each few words in a row."""
    return zip(*(words[start:] for start in range(SHINGLE)), strict=False)


def _wanted(lines: Sequence[Line], own: Iterable[int]) -> set[Shingle]:
    """The first words of these lines, and those across the end of the line above: what may stand in a quote."""
    wanted: set[Shingle] = set()
    for number in own:
        here = _words(lines[number])
        wanted |= {tuple(here[:SHINGLE]), tuple(here[1 : 1 + SHINGLE])}
        if number and here:
            wanted.add((*_words(lines[number - 1])[-TAIL_WORDS:], *here[: SHINGLE - TAIL_WORDS]))
    return wanted


def _asking(lines: Sequence[Line], numbers: Iterable[int]) -> set[int]:
    """Which of the words of these lines end a question."""
    found = (word for number in numbers for word in _WORD.finditer(lines[number].folded))
    return {place for place, each in enumerate(islice(found, MOST_WORDS)) if each.string.startswith("?", each.end())}


def _is_marked(lines: Sequence[Line], marks: Sequence[Mark], number: int) -> bool:
    """True for a line with a quote's mark, or one that was told to go on with such a line."""
    return lines[number].depth > 0 or (marks[number][0] is Part.QUOTE and bool(lines[number].words))


def _words(line: Line) -> list[str]:
    return _WORD.findall(line.folded)


def _mark(marks: list[Mark], start: int, end: int) -> None:
    marks[start:end] = [(Part.QUOTE, 1)] * (end - start)


def _end_of_tail(lines: Sequence[Line], marks: Sequence[Mark], number: int, words: _Words) -> int:
    """The end of the lines that go on with the marked line above as the quote below does; `number` for none."""
    above, here = _words(lines[number - 1])[-TAIL_WORDS:], _words(lines[number])
    if len(above) < TAIL_WORDS or not here:
        return number
    ends = [_end(lines, marks, number, place + TAIL_WORDS, words) for place in words.places([*above, *here])]
    return max(ends, default=number)


def _passages(
    lines: Sequence[Line], marks: Sequence[Mark], words: _Words, quoted: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Sentences at the head of an own paragraph that the quote holds as well."""
    end, signed, asking = 0, False, None
    for number, line in enumerate(lines):
        signed = marks[number][0] is Part.BODY and (signed or line.words == DELIMITER)
        if (
            signed
            or number < end
            or not line.words
            or marks[number][0] is not Part.BODY
            or not _opens(lines, marks, number)
        ):
            continue
        here = _words(line)
        point = int(bool(here) and here[0].isdigit())  # words to skip: the number of a point
        places = words.places(here[point:])
        end = max((_end(lines, marks, number, place, words, skip=point) for place in places), default=number)
        count = sum(len(_words(each)) for each in lines[number:end]) - point
        if end == number:
            continue
        asked = lines[end - 1].words.endswith("?")
        if asked:
            asking = _asking(lines, quoted) if asking is None else asking
            asked = any(at + count - 1 in asking for at in places)
        if _is_told(lines[number:end], ASKED_WORDS if asked else LEAST_WORDS):
            yield number, end


def _opens(lines: Sequence[Line], marks: Sequence[Mark], number: int) -> bool:
    """True for the first line of a paragraph and for one behind a sentence's end."""
    above = lines[number - 1] if number else None
    return above is None or above.blank or marks[number - 1][0] is not Part.BODY or bool(_ENDS.search(above.words))


def _end(lines: Sequence[Line], marks: Sequence[Mark], number: int, place: int, words: _Words, *, skip: int = 0) -> int:
    """The end of the own lines from `number` on that read as the quote does from `place` on."""
    while number < len(lines) and marks[number][0] is Part.BODY and lines[number].words:
        here = _words(lines[number])[skip:]
        skip = 0
        if not here or not words.follow(place, here):
            break
        place += len(here)
        number += 1
    return number


def _is_told(lines: Sequence[Line], least: int) -> bool:
    """True for whole sentences of at least so many words of letters, not for what a program printed."""
    if is_notice(lines, expected=True) or not _ENDS.search(lines[-1].words) or lines[0].words.startswith(_CITED):
        return False
    if any(is_output(line) or line.words.endswith(_WAITS) or _CODE.search(line.words) for line in lines):
        return False
    return sum(word.isalpha() for line in lines for word in _words(line)) >= least
