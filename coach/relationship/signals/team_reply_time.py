"""How quickly the team answers what asks for an answer, normalised by its load."""

from __future__ import annotations

from datetime import timedelta

from coach.relationship.address_ledger import Side
from coach.relationship.content import wants_answer
from coach.relationship.exchange import DAY, Exchange, Turn
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Point, Sign, Signal, bounded

STEPS = (  # working time is not known here, so a day is a day; own estimate
    (timedelta(hours=4), 0.8),
    (timedelta(hours=12), 0.5),
    (timedelta(hours=30), 0.25),
    (timedelta(days=3), -0.15),
    (timedelta(days=6), -0.5),
)
LATE = -0.9
WAITS = timedelta(days=4)  # a weekend and a day: after that, no answer is a late answer


def measure(exchange: Exchange) -> Sign | None:
    answered = [
        (asked, _worth((reply.date - asked.date) / max(reply.load, 1.0) ** 0.5), reply.date - asked.date)
        for asked, reply in exchange.replies(Side.TEAM)
        if wants_answer(asked)
    ]
    waiting = [
        (turn, LATE, exchange.now - turn.date)
        for turn in exchange.unanswered()
        if wants_answer(turn) and exchange.now - turn.date >= WAITS
    ]
    told: list[tuple[Turn, float, timedelta]] = [*answered, *waiting]
    if not told:
        return None
    total = sum(exchange.weight(turn) for turn, _, _ in told)
    points = tuple(Point(turn.mail, worth * exchange.weight(turn) / total) for turn, worth, _ in told)
    value = bounded(sum(each.share for each in points))
    if waiting:
        longest = max(waited for _, _, waited in waiting)
        say = both(
            f"Eine Frage des Kunden wartet seit {lasting(longest, 'de', dative=True)} auf Antwort.",
            f"A question of the customer's has been waiting for {lasting(longest, 'en')}.",
        )
    else:
        gaps = sorted(gap for _, _, gap in answered)
        usual = gaps[len(gaps) // 2]
        say = both(
            f"Das Team antwortet meist innerhalb von {lasting(max(usual, DAY / 24), 'de', dative=True)}.",
            f"The team mostly answers within {lasting(max(usual, DAY / 24), 'en')}.",
        )
    return Sign(value, len(told), say, points)


def _worth(gap: timedelta) -> float:
    return next((worth for limit, worth in STEPS if gap <= limit), LATE)


SIGNAL = Signal(
    name="team_reply_time",
    version=1,
    source="Kooti et al. 2015 (arXiv 1504.00704): reply times normalised by load; steps: own estimate",
    label=both("Antwortzeit des Teams", "The team's reply time"),
    explain=both(
        "Wie schnell das Team beantwortet, was eine Antwort will; an vollen Tagen wird das nachgesehen.",
        "How quickly the team answers what wants an answer; busy days are allowed for.",
    ),
    weight=6,
    steady=3,
    measure=measure,
)
