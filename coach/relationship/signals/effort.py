"""Effort: whether the customer's mails grow longer or shorter than they used to be."""

from __future__ import annotations

import math

from coach.relationship.change import drift_in, evenly, moved
from coach.relationship.content import is_courtesy
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both, counted
from coach.relationship.signal import Sign, Signal, Words, bounded
from coach.relationship.signals._effort_examples import EXAMPLES

DOUBLINGS = 1.6  # a third of the usual length is as bad as it gets
LEAST_WORDS = 3  # between one word and three there is no difference in trouble taken
LITTLE = 10.0  # words: from 4 to 8 is no change worth the name
NOTICED = 0.2


def measure(exchange: Exchange) -> Sign | None:
    written = [(each, math.log2(_length(each) + LITTLE)) for each in exchange.customers if _is_measured(each)]
    change = drift_in(written)
    if change is None:
        return None
    value = bounded(moved(written) / DOUBLINGS)
    lately, before = (max(round(2.0**each - LITTLE), 1) for each in (change.lately, change.before))
    return Sign(value, change.count, _say(value, lately, before, len(change.turns)), evenly(change.turns, value))


def _is_measured(turn: Turn) -> bool:
    """Mails only: chats are always short, notes of calls are not the customer's, and a thank-you may be short."""
    return turn.channel == "email" and not is_courtesy(turn)


def _length(turn: Turn) -> float:
    """Words, on busy days a little more than there are."""
    return float(max(turn.trace.words, LEAST_WORDS) * max(turn.load, 1.0) ** 0.25)


def _say(value: float, lately: int, before: int, count: int) -> Words:
    if abs(value) <= NOTICED:
        return both("Die Mails sind so ausführlich wie immer.", "The mails are as long as ever.")
    shorter = value < 0
    now = {code: counted(lately, code, ("Wort", "Wörter"), ("word", "words")) for code in ("de", "en")}
    if count == 1:
        return both(
            f"Die letzte Mail ist {'kürzer' if shorter else 'ausführlicher'} als sonst: {now['de']}, üblich sind "
            f"{before}.",
            f"The last mail is {'shorter' if shorter else 'longer'} than usual: {now['en']} instead of {before}.",
        )
    return both(
        f"Die Mails werden {'kürzer' if shorter else 'ausführlicher'}: zuletzt etwa {now['de']}, früher {before}.",
        f"The mails are getting {'shorter' if shorter else 'longer'}: lately about {now['en']}, formerly {before}.",
    )


SIGNAL = Signal(
    name="effort",
    version=2,
    source="Kooti et al. 2015 (arXiv 1504.00704): the busy write less, so lengths count against the own habit",
    label=both("Ausführlichkeit", "Effort"),
    explain=both(
        "Ob der Kunde sich beim Schreiben mehr oder weniger Mühe gibt als sonst; ein kurzer Dank zählt nicht.",
        "Whether the customer takes more or less trouble over writing than usual; a short thank-you does not count.",
    ),
    weight=5,
    steady=6,
    measure=measure,
    examples=EXAMPLES,
)
