"""Who begins to talk, and whether the other side takes part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from coach.relationship.content import wants_answer
from coach.relationship.exchange import Exchange, Turn

AFRESH = timedelta(days=14)  # who writes so long after the other's last word begins anew
AGAIN = timedelta(days=3)  # who writes so long after their own last word asks again
ANSWERED_WITHIN = timedelta(days=30)
ELSEWHERE = timedelta(days=10)  # a mail of its own within so long is taken for the answer


@dataclass(frozen=True, slots=True)
class Opening:
    """A turn that begins a conversation, takes one up again after long, or asks once more; and if it was answered."""

    turn: Turn
    answered: bool


def openings(exchange: Exchange) -> tuple[Opening, ...]:
    """All openings of both sides, in order of time."""
    found = [each for thread in exchange.threads() for each in _openings_in(thread, exchange)]
    return tuple(sorted(found, key=lambda each: (each.turn.date, each.turn.mail)))


def _openings_in(thread: tuple[Turn, ...], exchange: Exchange) -> Iterator[Opening]:
    for at, turn in enumerate(thread):
        if at and not _begins(thread[at - 1], turn):
            continue
        later = next((each for each in islice(thread, at + 1, None) if each.side is not turn.side), None)
        here = later is not None and later.date - turn.date <= ANSWERED_WITHIN
        yield Opening(turn, here or _answered_elsewhere(turn, exchange))


def _begins(before: Turn, turn: Turn) -> bool:
    gap = turn.date - before.date
    if before.side is turn.side:
        return gap >= AGAIN
    return gap >= AFRESH and not wants_answer(before)


def _answered_elsewhere(turn: Turn, exchange: Exchange) -> bool:
    later = exchange.between(turn.date, turn.date + ELSEWHERE, turn.side.other)
    return any(each.thread != turn.thread for each in later)
