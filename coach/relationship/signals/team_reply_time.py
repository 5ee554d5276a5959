"""How quickly the team answers what asks for an answer, normalised by its load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from coach.relationship.change import carried
from coach.relationship.content import wants_answer
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import HOUR, both, lasting
from coach.relationship.signal import Sign, Signal, Words, bounded
from coach.relationship.signals._team_reply_time_examples import EXAMPLES

STEPS = (  # working time is not known here, so a day is a day; own estimate
    (timedelta(hours=4), 0.8),
    (timedelta(hours=12), 0.5),
    (timedelta(hours=30), 0.25),
    (timedelta(days=3), -0.15),
    (timedelta(days=6), -0.5),
)
LATE = -0.9
WAITS = timedelta(days=4)  # a weekend and a day: after that, no answer is a late answer
PULL = 0.4  # of each answer towards what it shows


@dataclass(frozen=True, slots=True)
class _Wait:
    """What asked for an answer, how long that took or has taken, and how well that speaks of the team."""

    asked: Turn
    time: timedelta
    worth: float
    over: bool


def measure(exchange: Exchange) -> Sign | None:
    waits = sorted((*_answered(exchange), *_waiting(exchange)), key=lambda each: (each.asked.date, each.asked.mail))
    if not waits:
        return None
    points = carried(
        [(each.asked, each.worth) for each in waits], exchange, lambda state, worth: PULL * (worth - state)
    )
    return Sign(bounded(sum(each.share for each in points)), len(waits), _say(waits), points)


def _answered(exchange: Exchange) -> Iterator[_Wait]:
    """From the first mail that asks, not from the reminder, to the team's next mail in the conversation."""
    for thread in exchange.threads():
        asked: Turn | None = None
        for turn in thread:
            if turn.is_customer:
                asked = asked or (turn if wants_answer(turn) else None)
            elif asked is not None:
                time = turn.date - asked.date
                yield _Wait(asked, time, _worth(time / max(turn.load, 1.0) ** 0.5), over=True)
                asked = None


def _waiting(exchange: Exchange) -> Iterator[_Wait]:
    """Conversations that stand unanswered, since the first mail that asked."""
    calls = [each.date for each in exchange.turns if each.channel == "call"]
    open_ones = {each.thread: each for each in exchange.unanswered()}
    for thread in exchange.threads():
        last = thread[-1]
        if open_ones.get(last.thread) is not last:
            continue
        ours = next((at for at in reversed(range(len(thread))) if not thread[at].is_customer), -1)
        asked = next((each for each in thread[ours + 1 :] if wants_answer(each)), None)
        if asked is None or (calls and asked.date < calls[-1]) or _went_on(last, exchange):
            continue
        if exchange.now - asked.date >= WAITS:
            yield _Wait(asked, exchange.now - asked.date, LATE, over=False)


def _went_on(left: Turn, exchange: Exchange) -> bool:
    """Whether the customer since wrote of other things, without a reminder, and was answered: nobody waits any more."""
    since = [each for each in exchange.replies(left.side.other) if each[0].date > left.date]
    return bool(since) and not any(asked.trace.has("chasing") for asked, _ in since)


def _worth(gap: timedelta) -> float:
    return next((worth for limit, worth in STEPS if gap <= limit), LATE)


def _say(waits: list[_Wait]) -> Words:
    waiting = [each.time for each in waits if not each.over]
    if waiting:
        longest = max(waiting)
        return both(
            f"Eine Mail des Kunden wartet seit {lasting(longest, 'de', dative=True)} auf Antwort.",
            f"A mail of the customer's has been waiting for an answer for {lasting(longest, 'en')}.",
        )
    usual = max(timedelta(seconds=median(each.time.total_seconds() for each in waits)), HOUR)
    if len(waits) == 1:
        return both(
            f"Das Team hat nach {lasting(usual, 'de', dative=True)} geantwortet.",
            f"The team answered after {lasting(usual, 'en')}.",
        )
    return both(
        f"Das Team antwortet meist innerhalb von {lasting(usual, 'de', dative=True)}.",
        f"The team mostly answers within {lasting(usual, 'en')}.",
    )


SIGNAL = Signal(
    name="team_reply_time",
    version=2,
    source="Kooti et al. 2015 (arXiv 1504.00704): reply times normalised by load; steps: own estimate",
    label=both("Antwortzeit des Teams", "The team's reply time"),
    explain=both(
        "Wie schnell das Team beantwortet, was eine Antwort will; an vollen Tagen wird das nachgesehen.",
        "How quickly the team answers what wants an answer; busy days are allowed for.",
    ),
    weight=6,
    steady=2,
    measure=measure,
    examples=EXAMPLES,
)
