"""Rhythm: whether contact comes more or less often than it used to, or than the segment asks for."""

from __future__ import annotations

import math
from itertools import pairwise

from coach.relationship.address_ledger import Side
from coach.relationship.change import change_in, evenly
from coach.relationship.exchange import DAY, Exchange
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Sign, Signal, bounded

DOUBLINGS = 2.0  # a quarter of the usual contact is as bad as it gets


def measure(exchange: Exchange) -> Sign | None:
    dates = set(exchange.contacts(Side.CUSTOMER))
    firsts = [each for each in exchange.customers if each.date in dates]
    gaps = [(later, math.log2(max((later.date - earlier.date) / DAY, 0.5))) for earlier, later in pairwise(firsts)]
    change = change_in(gaps)
    if change is not None:
        before = change.before
        lately, count, turns = change.lately, change.count, change.turns
    elif exchange.rhythm is not None and gaps:
        before, count, turns = math.log2(exchange.rhythm / DAY), len(gaps), tuple(turn for turn, _ in gaps)
        lately = sum(gap for _, gap in gaps) / len(gaps)
    else:
        return None
    value = bounded((before - lately) / DOUBLINGS)
    now, then = (DAY * 2.0**each for each in (lately, before))
    if abs(value) < 0.25:
        say = both("Der Kunde meldet sich so oft wie immer.", "The customer is in touch as often as ever.")
    else:
        say = both(
            f"Der Kunde meldet sich zuletzt alle {lasting(now, 'de')}, sonst alle {lasting(then, 'de')}.",
            f"The customer is lately in touch every {lasting(now, 'en')}, otherwise every {lasting(then, 'en')}.",
        )
    return Sign(value, count, say, evenly(turns, value))


SIGNAL = Signal(
    name="rhythm",
    version=1,
    source="Contact against the customer's own habit (Kooti et al. 2015) or the segment's (mission, segments)",
    label=both("Kontaktrhythmus", "Rhythm of contact"),
    explain=both(
        "Ob sich der Kunde häufiger oder seltener meldet, als er es sonst tut.",
        "Whether the customer gets in touch more or less often than they usually do.",
    ),
    weight=5,
    steady=6,
    measure=measure,
)
