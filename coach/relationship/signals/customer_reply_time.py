"""How quickly the customer answers, against their own habit."""

from __future__ import annotations

import math
from datetime import timedelta

from coach.relationship.address_ledger import Side
from coach.relationship.change import change_in, evenly
from coach.relationship.exchange import Exchange
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Sign, Signal, bounded

LEAST = timedelta(minutes=20)  # quicker answers say no more
DOUBLINGS = 3.0  # eight times as slow as usual is as bad as it gets


def measure(exchange: Exchange) -> Sign | None:
    replies = [
        (turn, math.log2(max(turn.date - before.date, LEAST) / LEAST / max(turn.load, 1.0) ** 0.5))
        for before, turn in exchange.replies(Side.CUSTOMER)
    ]
    change = change_in(replies)
    if change is None:
        return None
    value = bounded((change.before - change.lately) / DOUBLINGS)
    lately, before = (LEAST * 2.0**each for each in (change.lately, change.before))
    if abs(value) < 0.2:
        say = both("Der Kunde antwortet so schnell wie immer.", "The customer answers as quickly as ever.")
    else:
        say = both(
            f"Der Kunde antwortet zuletzt nach {lasting(lately, 'de', dative=True)}, früher nach "
            f"{lasting(before, 'de', dative=True)}.",
            f"The customer lately answers after {lasting(lately, 'en')}, formerly after {lasting(before, 'en')}.",
        )
    return Sign(value, change.count, say, evenly(change.turns, value))


SIGNAL = Signal(
    name="customer_reply_time",
    version=1,
    source="Kooti et al. 2015 (arXiv 1504.00704): against the sender's own habit and load",
    label=both("Antwortzeit des Kunden", "The customer's reply time"),
    explain=both(
        "Ob der Kunde schneller oder langsamer antwortet, als er es sonst tut.",
        "Whether the customer answers more quickly or more slowly than they usually do.",
    ),
    weight=4,
    steady=6,
    measure=measure,
)
