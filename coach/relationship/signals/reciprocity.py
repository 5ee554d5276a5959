"""Reciprocity: who begins conversations, and whether the other side takes part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from coach.relationship.change import carried
from coach.relationship.content import complains, wants_answer
from coach.relationship.exchange import Exchange
from coach.relationship.openings import Opening, openings
from coach.relationship.saying import both
from coach.relationship.signal import Sign, Signal, Words, bounded
from coach.relationship.signals._reciprocity_examples import EXAMPLES

PATIENCE = timedelta(days=7)  # until a mail that nobody answered counts as left lying
COMES, ANSWERS = 0.6, 0.35  # the customer writes of their own accord; they answer the team
IGNORES, LETS_PASS = -0.8, -0.1  # a mail of the team that asks; one that only tells
IGNORED = -0.3  # the customer wants an answer and gets none
PULL = 0.4  # of each conversation towards what it shows
NOTICED = 0.05


def measure(exchange: Exchange) -> Sign | None:
    judged = [(each, _worth(each, exchange)) for each in openings(exchange)]
    told = [(each, worth) for each, worth in judged if worth is not None]
    if not told:
        return None
    values = [(each.turn, worth) for each, worth in told]
    points = carried(values, exchange, lambda state, worth: PULL * (worth - state))
    value = bounded(sum(each.share for each in points))
    return Sign(value, len(told), _say(value, [each for each, _ in told], exchange), points)


def _worth(opening: Opening, exchange: Exchange) -> float | None:
    """What an opening says; None for a complaint, which has a reason of its own, and for what is too young to tell."""
    turn = opening.turn
    waited = exchange.now - turn.date >= PATIENCE
    if turn.is_customer:
        if complains(turn) or turn.trace.has("chasing"):
            return None
        return IGNORED if waited and not opening.answered and wants_answer(turn) else COMES
    if opening.answered:
        return ANSWERS
    if not waited:
        return None
    return IGNORES if wants_answer(turn) else LETS_PASS


def _say(value: float, told: Sequence[Opening], exchange: Exchange) -> Words:
    ours = [each for each in told if not each.turn.is_customer]
    theirs = len(told) - len(ours)
    ignored = sum(not each.answered for each in ours)
    unheard = sum(each.turn.is_customer and _worth(each, exchange) == IGNORED for each in told)
    if value < NOTICED and ignored and len(ours) == 1:
        return both(
            "Die Mail, mit der das Team auf den Kunden zuging, blieb ohne Antwort.",
            "The mail in which the team approached the customer was left unanswered.",
        )
    if value < NOTICED and ignored:
        return both(
            f"Ohne Antwort geblieben: {ignored} von {len(ours)} Mails, mit denen das Team auf den Kunden zuging.",
            f"Left unanswered: {ignored} of {len(ours)} mails in which the team approached the customer.",
        )
    if value < NOTICED and unheard:
        return both(
            "Der Kunde schreibt von sich aus und bekommt keine Antwort.",
            "The customer writes of their own accord and gets no answer.",
        )
    if theirs and len(ours) - ignored:
        return both(
            "Beide Seiten schreiben von sich aus und antworten einander.",
            "Both sides write of their own accord and answer each other.",
        )
    if theirs:
        return both("Der Kunde meldet sich von sich aus.", "The customer writes of their own accord.")
    return both("Der Kunde antwortet, wenn das Team schreibt.", "The customer answers when the team writes.")


SIGNAL = Signal(
    name="reciprocity",
    version=2,
    source="Own weights; reciprocity in e-mail: Kooti et al. 2015 (arXiv 1504.00704)",
    label=both("Gegenseitigkeit", "Reciprocity"),
    explain=both(
        "Wer Gespräche beginnt und ob die andere Seite antwortet.",
        "Who begins conversations, and whether the other side answers.",
    ),
    weight=6,
    steady=2,
    measure=measure,
    examples=EXAMPLES,
)
