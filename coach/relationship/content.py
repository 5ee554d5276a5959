"""What several signals ask of one turn."""

from __future__ import annotations

from coach.model import NeedKind
from coach.relationship.exchange import Turn


def complains(turn: Turn) -> bool:
    """Whether a mail tells of trouble at all."""
    return turn.trace.apology_due or any(each.kind is NeedKind.COMPLAINT for each in turn.trace.needs)


def wants_answer(turn: Turn) -> bool:
    """Whether a mail asks for something, so that silence leaves it open."""
    return bool(turn.trace.needs) or turn.trace.apology_due or turn.trace.has("chasing")
