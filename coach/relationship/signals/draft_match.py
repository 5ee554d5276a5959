"""Match over time: how well the mails that the team really sent fitted this customer."""

from __future__ import annotations

from coach.relationship.exchange import Exchange, weighted_mean
from coach.relationship.saying import both, mails, shown
from coach.relationship.signal import Point, Sign, Signal
from coach.relationship.signals._draft_match_examples import EXAMPLES

ANYBODY, OWN = 50.0, 85.0  # the fixed points of the score
MIDDLE = (ANYBODY + OWN) / 2
FULL = 22.5  # points of the score above or below the middle that make the whole value: reached at 45 and 90
UNSURE = 1.0  # mails as usual that are thought beside those found, so that one alone does not say all


def measure(exchange: Exchange) -> Sign | None:
    scored = [(each, each.match, exchange.weight(each)) for each in exchange.teams if each.match is not None]
    mean = weighted_mean([(match, weight) for _, match, weight in scored])
    if mean is None:
        return None
    total = UNSURE + sum(weight for _, _, weight in scored)
    points = tuple(Point(turn.mail, worth_of(match) * weight / total) for turn, match, weight in scored)
    count = {code: mails(len(scored), code) for code in ("de", "en")}
    if len(scored) == 1:
        say = both(
            f"Die gesendete Mail passte mit {shown(mean, 'de')} von 100 Punkten zu diesem Kunden.",
            f"The mail that was sent fitted this customer with {shown(mean, 'en')} points of 100.",
        )
    else:
        say = both(
            f"{count['de']} an diesen Kunden passten im Schnitt mit {shown(mean, 'de')} von 100 Punkten.",
            f"{count['en']} to this customer fitted with {shown(mean, 'en')} points of 100 on average.",
        )
    return Sign(sum(each.share for each in points), len(scored), say, points)


def worth_of(match: float) -> float:
    """What one score says, -1 to 1; better than the customer's own mails is as good as they are."""
    return max(-1.0, min(1.0, (match - MIDDLE) / FULL))


SIGNAL = Signal(
    name="draft_match",
    version=2,
    source="The score of coach/compare.py: 85 reads like the customer's own mails, 50 like anybody else's",
    label=both("Passung der Mails", "Fit of the mails"),
    explain=both(
        "Wie gut die Mails, die das Team wirklich gesendet hat, zu diesem Kunden passten.",
        "How well the mails that the team really sent fitted this customer.",
    ),
    weight=4,
    steady=4,
    measure=measure,
    examples=EXAMPLES,
)
