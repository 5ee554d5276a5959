"""Match over time: how well the mails that the team really sent fitted this customer."""

from __future__ import annotations

from coach.relationship.exchange import Exchange, weighted_mean
from coach.relationship.saying import both, shown
from coach.relationship.signal import Point, Sign, Signal, bounded

ANYBODY, OWN = 50.0, 85.0  # the fixed points of the score
MIDDLE = (ANYBODY + OWN) / 2


def measure(exchange: Exchange) -> Sign | None:
    scored = [(each, each.match) for each in exchange.teams if each.match is not None]
    mean = weighted_mean([(match, exchange.weight(turn)) for turn, match in scored if match is not None])
    if mean is None:
        return None
    value = bounded((mean - MIDDLE) / (OWN - ANYBODY) * 2.0)
    total = sum(exchange.weight(turn) for turn, _ in scored)
    points = tuple(Point(turn.mail, value * exchange.weight(turn) / total) for turn, _ in scored)
    say = both(
        f"Die gesendeten Mails passten im Schnitt mit {shown(mean, 'de')} Punkten zu diesem Kunden.",
        f"The mails that were sent fitted this customer with {shown(mean, 'en')} points on average.",
    )
    return Sign(value, len(scored), say, points)


SIGNAL = Signal(
    name="draft_match",
    version=1,
    source="The score of coach/compare.py: 85 reads like the customer's own mails, 50 like anybody else's",
    label=both("Passung der Mails", "Fit of the mails"),
    explain=both(
        "Wie gut die Mails, die das Team wirklich gesendet hat, zu diesem Kunden passten.",
        "How well the mails that the team really sent fitted this customer.",
    ),
    weight=4,
    steady=4,
    measure=measure,
)
