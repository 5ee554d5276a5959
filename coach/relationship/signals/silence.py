"""Silence: how long nothing has been heard, against what is usual between the two."""

from __future__ import annotations

import math
from datetime import timedelta

from coach.relationship.exchange import Exchange
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Point, Sign, Signal, Words, bounded
from coach.relationship.signals._silence_examples import EXAMPLES

USUAL = timedelta(days=45)  # between contacts where neither habit nor segment says anything; own estimate
SHORTEST = timedelta(days=7)  # whoever wrote daily for a week is not silent the week after
LONGEST = timedelta(days=120)
FROM, WORST = 1.5, 4.0  # times the usual gap: where silence begins, and where it is as bad as it gets
PRESENT = 0.25  # somebody who was just heard of


def measure(exchange: Exchange) -> Sign | None:
    if not exchange.customers:
        return None
    last = exchange.customers[-1]
    habit = exchange.usual_gap()
    silent = exchange.now - last.date
    times = silent / min(max(habit or USUAL, SHORTEST), LONGEST)
    if times <= FROM:
        value = PRESENT * (1.0 - times / FROM)
    else:
        value = -bounded(math.log(times / FROM) / math.log(WORST / FROM))
    say = _say(silent, habit, silent=times > FROM)
    return Sign(value, len(exchange.contacts(last.side)), say, (Point(last.mail, value),))


def _say(time: timedelta, habit: timedelta | None, *, silent: bool) -> Words:
    de, en = lasting(time, "de", dative=True), lasting(time, "en")
    if habit is None:
        return (
            both(f"Seit {de} nichts mehr gehört.", f"Nothing has been heard for {en}.")
            if silent
            else both(f"Zuletzt vor {de} gemeldet.", f"Last heard of {en} ago.")
        )
    if silent:
        return both(
            f"Seit {de} still; üblich ist ein Kontakt alle {lasting(habit, 'de')}.",
            f"Silent for {en}; a contact every {lasting(habit, 'en')} is usual.",
        )
    return both(f"Zuletzt vor {de} gemeldet, im üblichen Abstand.", f"Last heard of {en} ago, as usual.")


SIGNAL = Signal(
    name="silence",
    version=2,
    source="Own habit first (Kooti et al. 2015), then the segment's rhythm; thresholds: own estimate",
    label=both("Stille", "Silence"),
    explain=both(
        "Wie lange der Kunde schon nichts mehr von sich hören lässt, gemessen an seinem üblichen Abstand.",
        "How long nothing has been heard of the customer, measured against their usual gap.",
    ),
    weight=10,
    steady=2,
    measure=measure,
    examples=EXAMPLES,
)
