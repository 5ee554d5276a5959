"""Last impression: what the customer's latest word was like, and whether it was left standing."""

from __future__ import annotations

from datetime import timedelta

from coach.relationship.change import soft
from coach.relationship.content import wants_answer
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, bounded

GOOD = {"praise": 1.0, "thanks": 0.7, "settled": 0.8, "recommends": 1.0, "trust": 0.8, "personal": 0.5, "buying": 0.7,
        "long_term": 0.8, "growth": 0.4}  # fmt: skip
BAD = {"leaving": -1.8, "escalation": -1.5, "rival": -1.0, "chasing": -0.9, "distance": -1.0}
FEELINGS = {"joy": 0.6, "splendid": 0.5, "warm": 0.25, "caring": 0.3, "gratitude": 0.4, "pleasant": 0.15,
            "anger": -1.2, "disappointment": -0.7, "cold": -0.7, "unpleasant": -0.25}  # fmt: skip
LAST = (0.6, 0.3, 0.1)  # how much the last three mails count
HALF = 1.0
WAITS = timedelta(days=4)
LEFT_STANDING = -0.5


def impression_of(turn: Turn) -> float:
    """What one mail of the customer's leaves behind, -1 to 1."""
    marks = sum(worth for name, worth in (GOOD | BAD).items() if name in turn.trace.marks)
    return soft(marks + sum(worth * turn.trace.feeling(name) for name, worth in FEELINGS.items()), HALF)


def measure(exchange: Exchange) -> Sign | None:
    latest = exchange.customers[: -len(LAST) - 1 : -1]
    if not latest:
        return None
    shares = LAST[: len(latest)]
    points = [
        Point(turn.mail, impression_of(turn) * share / sum(shares), next(iter(turn.trace.spans(*BAD, *GOOD)), None))
        for turn, share in zip(latest, shares, strict=True)
    ]
    last = latest[0]
    left = any(each.mail == last.mail for each in exchange.unanswered()) and exchange.now - last.date >= WAITS
    if left and wants_answer(last):
        points.append(Point(last.mail, LEFT_STANDING))
    value = bounded(sum(each.share for each in points))
    if left and wants_answer(last):
        say = both(
            "Die letzte Mail des Kunden wartet noch auf Antwort.", "The customer's last mail still waits for an answer."
        )
    elif value > 0.15:
        say = both("Der letzte Eindruck ist gut.", "The last impression is good.")
    elif value < -0.15:
        say = both("Der letzte Eindruck ist schlecht.", "The last impression is bad.")
    else:
        say = both("Der letzte Eindruck ist weder gut noch schlecht.", "The last impression is neither good nor bad.")
    return Sign(value, len(latest), say, tuple(points))


SIGNAL = Signal(
    name="last_impression",
    version=1,
    source="Peak-end rule (Kahneman et al. 1993): the last contact weighs most",
    label=both("Letzter Eindruck", "Last impression"),
    explain=both(
        "Wie die letzten Mails des Kunden klingen; die allerletzte zählt am meisten.",
        "What the customer's last mails sound like; the very last counts most.",
    ),
    weight=11,
    steady=1,
    measure=measure,
)
