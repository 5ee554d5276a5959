"""Effort: whether the customer's mails grow longer or shorter than they used to be."""

from __future__ import annotations

import math

from coach.relationship.change import change_in, evenly
from coach.relationship.exchange import Exchange
from coach.relationship.saying import both, shown
from coach.relationship.signal import Sign, Signal, bounded

DOUBLINGS = 1.6  # a third of the usual length is as bad as it gets
LEAST_WORDS = 3


def measure(exchange: Exchange) -> Sign | None:
    written = [
        (each, math.log2(max(each.trace.words, LEAST_WORDS) * max(each.load, 1.0) ** 0.25))
        for each in exchange.customers
        if each.trace.words
    ]
    change = change_in(written)
    if change is None:
        return None
    value = bounded((change.lately - change.before) / DOUBLINGS)
    lately, before = (2.0**each for each in (change.lately, change.before))
    if value < -0.2:
        say = both(
            f"Die Mails werden kürzer: zuletzt {shown(lately, 'de')} Wörter, früher {shown(before, 'de')}.",
            f"The mails are getting shorter: lately {shown(lately, 'en')} words, formerly {shown(before, 'en')}.",
        )
    elif value > 0.2:
        say = both(
            f"Die Mails werden ausführlicher: zuletzt {shown(lately, 'de')} Wörter, früher {shown(before, 'de')}.",
            f"The mails are getting longer: lately {shown(lately, 'en')} words, formerly {shown(before, 'en')}.",
        )
    else:
        say = both("Die Mails sind so ausführlich wie immer.", "The mails are as long as ever.")
    return Sign(value, change.count, say, evenly(change.turns, value))


SIGNAL = Signal(
    name="effort",
    version=1,
    source="Kooti et al. 2015 (arXiv 1504.00704): the busy write less, so lengths count against the own habit",
    label=both("Ausführlichkeit", "Effort"),
    explain=both(
        "Ob der Kunde sich beim Schreiben mehr oder weniger Mühe gibt als sonst.",
        "Whether the customer takes more or less trouble over writing than usual.",
    ),
    weight=5,
    steady=6,
    measure=measure,
)
