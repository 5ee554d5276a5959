"""Quotes below an attribution that are marked with a sign other than ">": "# text", ": text"."""

from __future__ import annotations

from collections.abc import Sequence

from coach.reply.lines import Line

SIGNS = frozenset("#:%}=")
LEAST_LINES = 2  # one line may be a heading or a command
_NEAR = 4  # blank lines are joined, so the quote begins within the next lines


def quoting_sign(lines: Sequence[Line], at: int) -> str | None:
    """The sign with which the lines below an attribution that ends at `at` are quoted; None for no such sign."""
    first = next((n for n in range(at, min(at + _NEAR, len(lines))) if not lines[n].blank), None)
    if first is None or lines[first].words[:1] not in SIGNS:
        return None
    sign = lines[first].words[:1]
    run = [is_signed_with(line, sign) for line in lines[first : first + LEAST_LINES]]
    return sign if len(run) == LEAST_LINES and all(run) else None


def is_signed_with(line: Line, sign: str) -> bool:
    """True for a line that is this sign, or begins with it and a blank."""
    return line.depth == 0 and (line.words == sign or line.words.startswith(f"{sign} "))
