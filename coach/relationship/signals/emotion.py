"""Emotion: anger, disappointment and trouble in the customer's mails against joy."""

from __future__ import annotations

from coach.relationship.change import soft
from coach.relationship.exchange import Exchange, Turn, weighted_mean
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, bounded

WEIGHTS = {
    "joy": 1.0, "splendid": 0.7, "pleasant": 0.3, "gratitude": 0.5,
    "anger": -1.6, "disappointment": -1.0, "unpleasant": -0.35,
}  # fmt: skip
BAD = ("anger", "disappointment", "unpleasant")
GOOD = ("joy", "splendid", "gratitude", "pleasant")
HALF = 1.2  # of the weighed words of a mail


def feeling_of(turn: Turn) -> float:
    """The mood of one mail, -1 to 1."""
    return soft(sum(weight * turn.trace.feeling(name) for name, weight in WEIGHTS.items()), HALF)


def measure(exchange: Exchange) -> Sign | None:
    felt = [(each, feeling_of(each)) for each in exchange.customers if any(each.trace.feeling(n) for n in WEIGHTS)]
    if not felt:
        return None
    weights = [exchange.weight(turn) for turn, _ in felt]
    value = weighted_mean([(mood, weight) for (_, mood), weight in zip(felt, weights, strict=True)])
    assert value is not None
    points = tuple(
        Point(turn.mail, mood * weight / sum(weights), next(iter(turn.trace.spans(*(BAD if mood < 0 else GOOD))), None))
        for (turn, mood), weight in zip(felt, weights, strict=True)
    )
    upset = sum(mood < -0.3 for _, mood in felt[-3:])
    if upset >= 2:
        say = both(
            "Die letzten Mails zeigen Ärger oder Enttäuschung.", "The latest mails show anger or disappointment."
        )
    elif value < -0.1:
        say = both("In den Mails überwiegt der Unmut.", "Displeasure outweighs in the mails.")
    elif value > 0.15:
        say = both("In den Mails überwiegt die Freude.", "Joy outweighs in the mails.")
    else:
        say = both("Freude und Ärger halten sich die Waage.", "Joy and anger are in balance.")
    return Sign(bounded(value), len(felt), say, points)


SIGNAL = Signal(
    name="emotion",
    version=1,
    source="Herhausen et al. 2022 (anger in customer mail); own lists; negation after Taboada et al. 2011",
    label=both("Stimmung", "Mood"),
    explain=both(
        "Freude gegen Ärger und Enttäuschung in den Mails des Kunden, die letzten zählen am meisten.",
        "Joy against anger and disappointment in the customer's mails, the latest counting most.",
    ),
    weight=10,
    steady=3,
    measure=measure,
)
