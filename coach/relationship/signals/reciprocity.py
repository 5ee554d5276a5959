"""Reciprocity: who begins conversations, and whether the other side takes part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from coach.relationship.address_ledger import Side
from coach.relationship.content import complains
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, bounded

PATIENCE = timedelta(days=7)  # until a mail of the team that nobody answered counts as left lying


def measure(exchange: Exchange) -> Sign | None:
    judged = [(thread, _worth(thread, exchange)) for thread in exchange.threads()]
    told = [(thread, worth) for thread, worth in judged if worth is not None]
    if not told:
        return None
    weights = [exchange.weight(thread[0]) for thread, _ in told]
    total = sum(weights)
    value = sum(worth * weight for (_, worth), weight in zip(told, weights, strict=True)) / total
    points = tuple(
        Point(thread[0].mail, worth * weight / total) for (thread, worth), weight in zip(told, weights, strict=True)
    )
    ignored = sum(worth < 0 and thread[0].side is Side.TEAM for thread, worth in told)
    if ignored and value < 0:
        say = both(
            "Der Kunde lässt Mails des Teams unbeantwortet.", "The customer leaves mails of the team unanswered."
        )
    elif value >= 0.25:
        say = both(
            "Beide Seiten schreiben von sich aus und antworten.", "Both sides write of their own accord and answer."
        )
    elif value < 0:
        say = both("Der Austausch ist einseitig.", "The exchange is one-sided.")
    else:
        say = both("Der Austausch ist ausgeglichen.", "The exchange is balanced.")
    return Sign(bounded(value), len(told), say, points)


def _worth(thread: Sequence[Turn], exchange: Exchange) -> float | None:
    """What a conversation says: the customer comes by themselves, or answers, or leaves the team's mail lying."""
    first, answered = thread[0], any(each.side is not thread[0].side for each in thread)
    if first.is_customer:
        if complains(first):
            return None  # a complaint begins for a reason of its own
        return 0.35 if answered else 0.0
    if answered:
        return 0.25
    return -0.8 if exchange.now - thread[-1].date >= PATIENCE else None


SIGNAL = Signal(
    name="reciprocity",
    version=1,
    source="Own weights; reciprocity in e-mail: Kooti et al. 2015 (arXiv 1504.00704)",
    label=both("Gegenseitigkeit", "Reciprocity"),
    explain=both(
        "Wer Gespräche beginnt und ob die andere Seite antwortet.",
        "Who begins conversations, and whether the other side answers.",
    ),
    weight=6,
    steady=3,
    measure=measure,
)
