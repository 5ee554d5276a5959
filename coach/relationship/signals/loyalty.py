"""Loyalty: words of leaving, rivals and distance against recommendation, trust and plans together."""

from __future__ import annotations

from collections.abc import Iterator

from coach.relationship.change import soft
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal
from coach.relationship.signals._loyalty_examples import EXAMPLES

GOOD = {"recommends": 1.2, "long_term": 1.0, "trust": 0.8, "buying": 0.5, "growth": 0.4, "praise": 0.4}
BAD = {"leaving": -2.2, "rival": -1.2, "escalation": -1.3, "distance": -0.5, "chasing": -0.4}
WORTH = GOOD | BAD
HALF = 1.2  # worth of words that makes half of the value
PROMISING = frozenset({"buying", "growth", "long_term"})  # "other vendors for the second line" is no wish to buy
REASONS = {
    "leaving": both("Der Kunde denkt ans Gehen.", "The customer is thinking of leaving."),
    "rival": both("Der Kunde sieht sich bei anderen um.", "The customer is looking at other suppliers."),
    "escalation": both("Der Kunde droht mit weiteren Schritten.", "The customer threatens further steps."),
    "distance": both("Der Kunde geht auf Abstand.", "The customer keeps their distance."),
    "chasing": both("Der Kunde muss nachhaken.", "The customer has to ask again."),
    "recommends": both("Der Kunde empfiehlt Sie weiter.", "The customer recommends you."),
    "long_term": both("Der Kunde plant mit Ihnen auf lange Sicht.", "The customer plans with you for the long term."),
    "trust": both("Der Kunde vertraut Ihnen.", "The customer trusts you."),
    "buying": both("Der Kunde fragt nach mehr.", "The customer asks for more."),
    "growth": both("Der Kunde wächst und erzählt davon.", "The customer is growing and tells you so."),
    "praise": both("Der Kunde lobt Ihre Arbeit.", "The customer praises your work."),
}


def measure(exchange: Exchange) -> Sign | None:
    found = [each for turn in exchange.customers for each in _bonds(turn, exchange)]
    if not found:
        return None
    sums: dict[str, float] = {}
    for name, point in found:
        sums[name] = sums.get(name, 0.0) + point.share
    drawn = sum(share for share in sums.values() if share > 0)
    away = sum(share for share in sums.values() if share < 0)
    lost = -soft(away, HALF)
    # Years of praise do not make up for a notice: what speaks against it also takes from what speaks for it.
    value = soft(drawn, HALF) * (1.0 - lost) - lost
    for_it = soft(drawn, HALF) * (1.0 - lost) / drawn if drawn else 0.0
    against = -lost / away if away else 0.0
    points = tuple(
        Point(each.mail, each.share * (for_it if each.share > 0 else against), each.span) for _, each in found
    )
    loudest = (min if value < 0 else max)(sums, key=lambda name: sums[name])
    return Sign(value, len(points), REASONS[loudest], points)


def _bonds(turn: Turn, exchange: Exchange) -> Iterator[tuple[str, Point]]:
    """What a mail says for and against staying, each with what it is worth today."""
    marks = turn.trace.marks
    if marks.keys().isdisjoint(WORTH):
        return
    going = turn.trace.has("leaving", "rival", "distance")
    for name, worth in WORTH.items():
        if name in marks and not (going and name in PROMISING):
            yield name, Point(turn.mail, worth * exchange.weight(turn), marks[name][0])


SIGNAL = Signal(
    name="loyalty",
    version=2,
    source="Own lists of words (coach/bond_words.py) and weights",
    label=both("Bindung", "Loyalty"),
    explain=both(
        "Worte von Kündigung, Wettbewerb und Abstand gegen Empfehlung, Vertrauen und gemeinsame Pläne.",
        "Words of leaving, rivals and distance against recommendation, trust and plans together.",
    ),
    weight=14,
    steady=1.5,
    measure=measure,
    examples=EXAMPLES,
)
