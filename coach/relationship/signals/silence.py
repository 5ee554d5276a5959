"""Silence: how long nothing has been heard, against what is usual between the two."""

from __future__ import annotations

import math
from datetime import timedelta

from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Exchange
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Point, Sign, Signal, bounded

USUAL = timedelta(days=45)  # between contacts where neither habit nor segment says anything; own estimate
SHORTEST, LONGEST = (
    timedelta(days=7),
    timedelta(days=120),
)  # whoever wrote daily for a week is not silent the week after
FROM, WORST = 1.5, 4.0  # times the usual gap: where silence begins, and where it is as bad as it gets
PRESENT = 0.25  # somebody who was just heard of


def measure(exchange: Exchange) -> Sign | None:
    heard = exchange.contacts(Side.CUSTOMER)
    if not heard:
        return None
    gap = min(max(exchange.usual_gap() or USUAL, SHORTEST), LONGEST)
    silent = exchange.now - heard[-1]
    times = silent / gap
    if times <= FROM:
        value = PRESENT * (1.0 - times / FROM)
        say = both(
            f"Zuletzt vor {lasting(silent, 'de', dative=True)} gemeldet, im üblichen Abstand.",
            f"Last heard of {lasting(silent, 'en')} ago, as usual.",
        )
    else:
        value = -bounded(math.log(times / FROM) / math.log(WORST / FROM))
        say = both(
            f"Seit {lasting(silent, 'de', dative=True)} still; üblich sind {lasting(gap, 'de')}.",
            f"Silent for {lasting(silent, 'en')}; {lasting(gap, 'en')} is usual.",
        )
    last = exchange.customers[-1]
    return Sign(value, len(heard), say, (Point(last.mail, value),))


SIGNAL = Signal(
    name="silence",
    version=1,
    source="Own habit first (Kooti et al. 2015), then the segment's rhythm; thresholds: own estimate",
    label=both("Stille", "Silence"),
    explain=both(
        "Wie lange der Kunde schon nichts mehr von sich hören lässt, gemessen an seinem üblichen Abstand.",
        "How long nothing has been heard of the customer, measured against their usual gap.",
    ),
    weight=10,
    steady=2,
    measure=measure,
)
