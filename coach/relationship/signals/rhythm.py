"""Rhythm: whether contact comes more or less often than it used to, or than the segment asks for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from coach.relationship.address_ledger import Side
from coach.relationship.change import Change, drift_in, evenly, moved
from coach.relationship.exchange import DAY, Exchange, Turn
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Sign, Signal, Words, bounded
from coach.relationship.signals._rhythm_examples import EXAMPLES

DOUBLINGS = 2.0  # a quarter of the usual contact is as bad as it gets
SHORTEST = timedelta(hours=12)
NOTICED = 0.25


def measure(exchange: Exchange) -> Sign | None:
    dates = set(exchange.contacts(Side.CUSTOMER))
    firsts = [each for each in exchange.customers if each.date in dates]
    if not firsts:
        return None
    gaps = [(later, _doublings(later.date - earlier.date)) for earlier, later in pairwise(firsts)]
    change = _change(gaps, exchange)
    waited = exchange.now - firsts[-1].date
    waiting = change is not None and _doublings(waited) > max(change.lately, change.before)
    if waiting:  # the gap that is still open is longer than those before: it counts as it stands
        gaps = [*gaps, (firsts[-1], _doublings(waited))]
        change = _change(gaps, exchange)
    own = len(gaps) > 1
    if change is None or not (own or exchange.rhythm):
        return None
    habit = [] if own else [(firsts[0], change.before)]
    value = bounded(-moved([*habit, *gaps]) / DOUBLINGS)
    say = _say(value, change, exchange.now - exchange.customers[-1].date if waiting else None, own=own)
    return Sign(value, change.count, say, evenly(change.turns, value))


def _change(gaps: Sequence[tuple[Turn, float]], exchange: Exchange) -> Change | None:
    """The last gaps against those before, or the only one against what the segment asks for."""
    if len(gaps) == 1 and exchange.rhythm is not None:
        turn, gap = gaps[0]
        return Change(gap, _doublings(exchange.rhythm), 1, (turn,))
    if len(gaps) == 1:
        turn, gap = gaps[0]
        return Change(gap, gap, 1, (turn,))
    return drift_in(gaps)


def _doublings(gap: timedelta) -> float:
    return math.log2(max(gap, SHORTEST) / DAY)


def _say(value: float, change: Change, silent: timedelta | None, *, own: bool) -> Words:
    lately, before = (DAY * 2.0**each for each in (change.lately, change.before))
    if abs(value) < NOTICED:
        return both("Der Kunde meldet sich so oft wie üblich.", "The customer is in touch as often as usual.")
    usual = (
        both(f"früher alle {lasting(before, 'de')}", f"formerly every {lasting(before, 'en')}")
        if own
        else both(f"üblich sind hier alle {lasting(before, 'de')}", f"every {lasting(before, 'en')} is usual here")
    )
    if silent is not None:
        return both(
            f"Der Kunde meldet sich seltener: nun seit {lasting(silent, 'de', dative=True)} nicht, {usual['de']}.",
            f"The customer is in touch less often: not for {lasting(silent, 'en')}, {usual['en']}.",
        )
    if len(change.turns) == 1:
        return both(
            f"Der Kunde hat sich zuletzt nach {lasting(lately, 'de', dative=True)} wieder gemeldet, {usual['de']}.",
            f"The customer last came back after {lasting(lately, 'en')}, {usual['en']}.",
        )
    return both(
        f"Der Kunde meldet sich zuletzt etwa alle {lasting(lately, 'de')}, {usual['de']}.",
        f"The customer is lately in touch about every {lasting(lately, 'en')}, {usual['en']}.",
    )


SIGNAL = Signal(
    name="rhythm",
    version=2,
    source="Contact against the customer's own habit (Kooti et al. 2015) or the segment's (mission, segments)",
    label=both("Kontaktrhythmus", "Rhythm of contact"),
    explain=both(
        "Ob sich der Kunde häufiger oder seltener meldet, als er es sonst tut.",
        "Whether the customer gets in touch more or less often than they usually do.",
    ),
    weight=5,
    steady=6,
    measure=measure,
    examples=EXAMPLES,
)
