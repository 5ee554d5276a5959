"""How quickly the customer answers: against their own habit, and a little against what is usual."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import timedelta

from coach.relationship.address_ledger import Side
from coach.relationship.change import Change, drift_in, moved
from coach.relationship.content import wants_answer
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Point, Sign, Signal, Words, bounded
from coach.relationship.signals._customer_reply_time_examples import EXAMPLES

LEAST = timedelta(minutes=20)  # quicker answers say no more
DOUBLINGS = 3.0  # eight times as slow as usual is as bad as it gets
ANSWERS = timedelta(days=60)  # what comes later to a question is no answer any more
FOLLOWS = timedelta(days=10)  # nor what comes later to a mail that asked for nothing
USUAL = timedelta(hours=36)  # own estimate
RANGE = 4.0  # doublings from the usual to quite quick or quite slow
HABIT, PACE = 0.75, 0.4  # shares of both in the value
HABITUAL = 4  # answers that make a habit
NOTICED = 0.2
UNSEEN = 2.0  # answers of usual pace that are taken for granted before the first


def measure(exchange: Exchange) -> Sign | None:
    replies = [(turn, _doublings(turn, gap)) for turn, gap in _replies(exchange)]
    if not replies:
        return None
    change = drift_in(replies)
    quicker = bounded(-moved(replies) / DOUBLINGS) * exchange.weight(replies[-1][0])
    shares = _pace(replies, exchange)
    last = change.turns if change else ()
    for turn in last:
        shares[turn.mail] += HABIT * quicker / len(last)
    told = sum(shares.values())
    value = bounded(told)
    points = tuple(Point(mail, share * (value / told if told else 0.0)) for mail, share in shares.items())
    return Sign(value, len(replies), _say(replies, change, quicker), points)


def _replies(exchange: Exchange) -> list[tuple[Turn, timedelta]]:
    """The customer's answers with how long they took; who writes long after is not answering."""
    return [
        (turn, turn.date - before.date)
        for before, turn in exchange.replies(Side.CUSTOMER)
        if turn.date - before.date <= (ANSWERS if wants_answer(before) else FOLLOWS)
    ]


def _doublings(turn: Turn, gap: timedelta) -> float:
    """How often the shortest time must be doubled to make this one; on busy days less."""
    return math.log2(max(gap, LEAST) / LEAST / max(turn.load, 1.0) ** 0.5)


def _pace(replies: Sequence[tuple[Turn, float]], exchange: Exchange) -> dict[int, float]:
    usual = math.log2(USUAL / LEAST)
    total = sum(exchange.weight(turn) for turn, _ in replies) + UNSEEN
    return {
        turn.mail: PACE * bounded((usual - doublings) / RANGE) * exchange.weight(turn) / total
        for turn, doublings in replies
    }


def _say(replies: Sequence[tuple[Turn, float]], change: Change | None, quicker: float) -> Words:
    if change is None or abs(quicker) < NOTICED:
        usual = LEAST * 2.0 ** (change.before if change else replies[-1][1])
        settled = len(replies) >= HABITUAL
        return both(
            f"Der Kunde antwortet nach etwa {lasting(usual, 'de', dative=True)}{', wie immer' if settled else ''}.",
            f"The customer answers after about {lasting(usual, 'en')}{', as ever' if settled else ''}.",
        )
    lately, before = (LEAST * 2.0**each for each in (change.lately, change.before))
    return both(
        f"Der Kunde antwortet zuletzt nach etwa {lasting(lately, 'de', dative=True)}, früher nach "
        f"{lasting(before, 'de', dative=True)}.",
        f"The customer lately answers after about {lasting(lately, 'en')}, formerly after {lasting(before, 'en')}.",
    )


SIGNAL = Signal(
    name="customer_reply_time",
    version=2,
    source="Kooti et al. 2015 (arXiv 1504.00704): against the sender's own habit and load; usual pace: own estimate",
    label=both("Antwortzeit des Kunden", "The customer's reply time"),
    explain=both(
        "Ob der Kunde schneller oder langsamer antwortet, als er es sonst tut, und wie schnell überhaupt.",
        "Whether the customer answers more quickly or more slowly than they usually do, and how quickly at all.",
    ),
    weight=4,
    steady=5,
    measure=measure,
    examples=EXAMPLES,
)
