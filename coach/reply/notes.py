"""Headers of the mail answered that have no colons: Lotus Notes' name over date, labels on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from coach.reply.attribution import next_filled
from coach.reply.lines import Line
from coach.reply.phrases import Phrases
from coach.reply.signs import ADDRESS, DATED

NOTES_LINES = 16  # from the sender's name to the subject
FIRST_LABEL = 3  # "Please respond to ..." may stand above the first label
BARE_LINES = 8


def notes_end(lines: Sequence[Line], at: int, words: Phrases) -> int | None:
    """The end of a header of Lotus Notes (name, date, then "To" and "Subject"), None for no such header."""
    if at + 2 >= len(lines) or lines[at].depth or len(lines[at].words) > 100 or not is_dated_below(lines, at):
        return None
    below = next_filled(lines, at + 2)
    if below is None or not any(_own_label(line, words) for line in lines[below : below + FIRST_LABEL]):
        return None
    kinds: set[str] = set()
    for number in range(below, min(at + NOTES_LINES, len(lines))):
        kind = _own_label(lines[number], words)
        if kind is None:
            continue
        kinds.add(kind)
        if kind == "subject":
            value = next_filled(lines, number + 1) if _is_bare(lines[number]) else None
            return (value if value is not None else number) + 1 if "to" in kinds else None
    return None


def is_dated_below(lines: Sequence[Line], at: int) -> bool:
    """True if the next line is nothing but a date."""
    return at + 1 < len(lines) and bool(lines[at + 1].signs & DATED)


def bare_headers_end(lines: Sequence[Line], at: int, words: Phrases) -> int | None:
    """The end of a block like "From Ann <address>", "Date ...", "Subject ...": labels without their colons."""
    if _leading_label(lines[at], words) != "from" or not ADDRESS.search(lines[at].words):
        return None
    kinds, end = {"from"}, at + 1
    while end < min(at + BARE_LINES, len(lines)):
        kind = _leading_label(lines[end], words)
        if kind is None:
            break
        kinds.add(kind)
        end += 1
    return end if len(kinds) >= 3 and kinds & {"sent", "subject"} else None


def _own_label(line: Line, words: Phrases) -> str | None:
    """What a line labels that begins with "Subject:" or is nothing but "Subject"."""
    head = line.folded[:32].partition(":")[0].partition("：")[0]
    return words.labels.get(head.strip(" *_\t"))


def _is_bare(line: Line) -> bool:
    return not line.words.rstrip(":： ").count(":") and len(line.words) < 16


def _leading_label(line: Line, words: Phrases) -> str | None:
    pieces = line.folded[:32].split()
    if len(pieces) < 2 or not line.words[:1].isupper():
        return None
    return words.labels.get(pieces[0])
