"""Loyalty: words of leaving, rivals and distance against recommendation, trust and plans together."""

from __future__ import annotations

from coach.relationship.change import soft
from coach.relationship.exchange import Exchange
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal

GOOD = {"recommends": 1.2, "long_term": 1.0, "trust": 0.8, "buying": 0.5, "growth": 0.4, "praise": 0.4}
BAD = {"leaving": -2.2, "rival": -1.2, "escalation": -1.3, "distance": -0.8, "chasing": -0.4}
HALF = 1.2
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
    shares: dict[str, float] = {}
    points = []
    for turn in exchange.customers:
        asks_to_leave = turn.trace.has("leaving", "rival", "distance")
        for name, worth in (GOOD | BAD).items():
            if name not in turn.trace.marks or (asks_to_leave and name in ("buying", "growth", "long_term")):
                continue  # "other vendors for the second line" is no wish to buy
            share = worth * exchange.weight(turn)
            shares[name] = shares.get(name, 0.0) + share
            points.append(Point(turn.mail, share, turn.trace.marks[name][0]))
    if not points:
        return None
    total = sum(shares.values())
    value = soft(total, HALF)
    factor = value / total if total else 0.0
    loudest = (min if value < 0 else max)(shares, key=lambda name: shares[name])
    scaled = tuple(Point(each.mail, each.share * factor, each.span) for each in points)
    return Sign(value, len(points), REASONS[loudest], scaled)


SIGNAL = Signal(
    name="loyalty",
    version=1,
    source="Own lists of words (coach/bond_words.py) and weights",
    label=both("Bindung", "Loyalty"),
    explain=both(
        "Worte von Kündigung, Wettbewerb und Abstand gegen Empfehlung, Vertrauen und gemeinsame Pläne.",
        "Words of leaving, rivals and distance against recommendation, trust and plans together.",
    ),
    weight=14,
    steady=1.5,
    measure=measure,
)
