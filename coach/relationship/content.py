"""What several signals ask of one turn."""

from __future__ import annotations

from coach.model import NeedKind
from coach.relationship.exchange import Turn

COURTEOUS = 12  # words of a thank-you
BESIDE_A_COMPLAINT = 0.3  # own estimate


def complains(turn: Turn) -> bool:
    """Whether a mail tells of trouble at all."""
    return turn.trace.apology_due or any(each.kind is NeedKind.COMPLAINT for each in turn.trace.needs)


def wants_answer(turn: Turn) -> bool:
    """Whether a mail asks for something, so that silence leaves it open."""
    return bool(turn.trace.needs) or turn.trace.apology_due or turn.trace.has("chasing")


def is_written(turn: Turn) -> bool:
    """Whether a turn is the writer's own words; the note of a call is not."""
    return turn.channel != "call"


def is_read(turn: Turn) -> bool:
    """Whether its words say something about the writer: own words, in a language that is known here."""
    return is_written(turn) and turn.trace.words > 0 and turn.trace.language not in (None, "other")


def sincerity(turn: Turn) -> float:
    """How much kind words of a mail count, 0 to 1: beside a complaint, they are courtesy or mockery."""
    return BESIDE_A_COMPLAINT if turn.trace.apology_due else 1.0


def is_courtesy(turn: Turn) -> bool:
    """Whether a mail is a short word of thanks or of receipt that ends something, and asks for nothing."""
    trace = turn.trace
    kind = trace.feeling("gratitude", "pleasant", "warm", "joy") > 0 or trace.has("praise", "thanks", "settled")
    return trace.words <= COURTEOUS and kind and not trace.needs
