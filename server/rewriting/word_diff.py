"""Two wordings of a text, word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import Literal

GAP = re.compile(r"(\s*\n\s*\n\s*)")
PIECE = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")
SHORT = 1  # pieces in common that are too few to tell two changes apart: a blank, a comma


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of either text. Those that are `same` or `removed` make up the old one, `same` or `added` the new."""

    kind: Literal["same", "removed", "added"]
    text: str = field(repr=False)


def word_diff(before: str, after: str) -> tuple[Stretch, ...]:
    """The stretches in reading order; what went stands before what came in its place.

    Where both have as many paragraphs, each is compared with its like, so that no change reaches over a blank line.
    """
    old, new = GAP.split(before), GAP.split(after)
    if len(old) != len(new) or old[1::2] != new[1::2]:
        old, new = [before], [after]
    found = (each for pair in zip(old, new, strict=True) for each in _stretches(*map(PIECE.findall, pair)))
    return tuple(_joined(found))


def _joined(found: Iterator[Stretch]) -> Iterator[Stretch]:
    """Stretches of one kind in a row as one."""
    for kind, row in groupby(found, attrgetter("kind")):
        yield Stretch(kind, "".join(each.text for each in row))


def _stretches(old: list[str], new: list[str]) -> Iterator[Stretch]:
    gone: list[str] = []
    come: list[str] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        between = kind == "equal" and last - first <= SHORT and (gone or come) and last < len(old) and end < len(new)
        if kind == "equal" and not (between and not old[first].strip(" ,")):
            yield from _changed(gone, come)
            gone, come = [], []
            yield Stretch("same", "".join(old[first:last]))
            continue
        gone += old[first:last]
        come += new[start:end]
    yield from _changed(gone, come)


def _changed(gone: list[str], come: list[str]) -> Iterator[Stretch]:
    if gone:
        yield Stretch("removed", "".join(gone))
    if come:
        yield Stretch("added", "".join(come))
