"""Questions of the mail answered that were copied with nothing but a list's mark, each above its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.model import Part
from coach.reply.lines import Line
from coach.reply.salutation import greeting_length, is_bare_name, is_closing, is_thanks
from coach.reply.signs import LISTED

ASKED = 3  # questions with an answer each; fewer may be the writer's own with what he knows so far
QUESTION_LINES = 4
_ITEM = re.compile(r"(?:[-–—•+]|\(?\d{1,2}[.)]{1,2}) {1,8}(?=[^\W\d_])")
_ARROW = re.compile(r"[-–—=+ ]{0,4}(?:>|→|⇒)")
_LINK = re.compile(r"<?(?:https?://|www\.)\S+$")
Mark = tuple[Part, int]


def mark_answered(lines: Sequence[Line], marks: list[Mark]) -> None:
    """Marks as quote the questions of a list each of which has its answer right below.

    Where the answers begin with an arrow that is enough. Else nothing but a greeting stands above the list and the mail
    quotes elsewhere: a list of the writer's own questions is introduced.
    """
    items = [
        number
        for number, line in enumerate(lines)
        if line.signs & LISTED and not line.depth and _ITEM.match(line.words)
    ]
    if len(items) < ASKED:
        return
    _mark_between(lines, marks, items)
    own = [number for number, mark in enumerate(marks) if mark[0] is Part.BODY and not lines[number].blank]
    items = [number for number in items if marks[number][0] is Part.BODY]
    if len(items) < ASKED:
        return
    questions = [_question(lines, marks, number) for number in items]
    bounds = [*items[1:], len(lines)]
    answers = [_answer(lines, marks, end, bound) if end else [] for end, bound in zip(questions, bounds, strict=True)]
    if not all(map(_tells, answers)):
        return
    pointed = all(_ARROW.match(answer[0].words) for answer in answers)
    quotes = any(mark[0] is Part.QUOTE for mark in marks)
    if not pointed and not (quotes and all(_greets(lines[number]) for number in own if number < items[0])):
        return
    for start, end in zip(items, questions, strict=True):
        marks[start:end] = [(Part.QUOTE, 1)] * (end - start)


def _mark_between(lines: Sequence[Line], marks: list[Mark], items: Sequence[int]) -> None:
    """Marks a question of a list between two items that the mail answered holds word for word."""
    for above, number, below in zip(items, items[1:], items[2:], strict=False):
        end = _question(lines, marks, number)
        if end and marks[above][0] is Part.QUOTE and marks[below][0] is Part.QUOTE:
            marks[number:end] = [(Part.QUOTE, 1)] * (end - number)


def _question(lines: Sequence[Line], marks: Sequence[Mark], start: int) -> int:
    """The end of the question that a list's mark opens; 0 for none."""
    for number in range(start, min(start + QUESTION_LINES, len(lines))):
        line = lines[number]
        if line.blank or marks[number][0] is not Part.BODY or (number > start and _ITEM.match(line.words)):
            return 0
        if line.words.endswith("?"):
            return number + 1
    return 0


def _answer(lines: Sequence[Line], marks: Sequence[Mark], start: int, end: int) -> list[Line]:
    """The own lines below a question, up to the next question or what ends the mail."""
    found: list[Line] = []
    for number in range(start, end):
        line = lines[number]
        if line.blank and not found:
            continue
        if line.blank or marks[number][0] is not Part.BODY or is_closing(line) or is_thanks(line):
            break
        found.append(line)
    return found


def _tells(answer: Sequence[Line]) -> bool:
    """True for an answer in words: no link, no remark in brackets, no further question."""
    if not answer or answer[0].words[0] in "(<[" or any("?" in line.words for line in answer):
        return False
    return any(char.isalpha() for char in answer[0].words) and not _LINK.match(answer[0].words)


def _greets(line: Line) -> bool:
    return greeting_length(line) > 0 or is_bare_name(line) or is_thanks(line)
