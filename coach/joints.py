"""Where one sentence can become two: what both languages share of finding such a joint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.document import is_word
from coach.model import Token

LEAST = 5  # words of either half; a shorter one reads like a telegram
MARKS = re.compile(r"[\"“”„«»()\[\]]")


@dataclass(frozen=True, slots=True)
class Joint:
    """Tokens [first, last) go; `written` stands there instead, and the sentence's rest follows behind a blank.

    `rest` is the rest where it must change (a verb moved), else None: it only gets its capital.
    """

    first: int
    last: int
    written: str = "."
    rest: str | None = None
    weight: float = 1.0


def words_in(tokens: Iterable[Token]) -> int:
    return sum(is_word(token) for token in tokens)


def fits(tokens: Sequence[Token], joint: Joint, least: int = LEAST) -> bool:
    """True if both halves are long enough and no bracket or quotation mark stands open between them."""
    before, behind = tokens[: joint.first], tokens[joint.last :]
    if words_in(before) < least or words_in(behind) < least:
        return False
    return not any(MARKS.search(token.text) for token in tokens)


def nearest_to_middle(tokens: Sequence[Token], joints: Iterable[Joint]) -> Joint | None:
    """The joint that leaves the two halves most alike, a doubtful one last."""
    total = words_in(tokens)
    return min(
        joints,
        key=lambda each: (abs(words_in(tokens[: each.first]) - total / 2) / max(1, total), -each.weight),
        default=None,
    )
