"""Do mails that fit the customer better get better and faster answers than comparable ones?

Which mail a hint was followed in is not kept, so that nobody's work can be watched. What is kept of each sent mail is
how well it fitted this customer when it was learned. So the mails to one customer are compared with each other: those
above their own middle against those below; what differs between customers plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log
from statistics import fmean, median

from coach.relationship.content import is_read
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.signals.warmth import warmth_of
from server.effect.association import Bars, mean

ANSWER_WITHIN = timedelta(days=14)  # what comes later belongs to something else; younger mails are not counted yet
SOONEST = 0.1  # hours; whoever answers at once was not six times faster than after a minute
LEAST_MAILS = 2  # of each half, to one customer
LEAST_CUSTOMERS = 20


@dataclass(frozen=True, slots=True)
class SentMail:
    """A mail of the team: how well it fitted (0-100), after how many hours it was answered (None: not within 14 days),
    and how warm the answer was."""

    fit: float
    hours: float | None = None
    warmth: float | None = None


@dataclass(frozen=True, slots=True)
class AnswerEffect:
    """Better fitting mails against the others, by customer, averaged over customers.

    `answered` is the difference in the share that was answered (0.1: ten in a hundred more), `slower` the time to the
    answer as a multiple (0.8: a fifth less), `warmer` the difference in warm words of an answer, `fit` that in fit.
    None where fewer than 20 customers can be compared.
    """

    customers: int
    mails: int
    fit: float | None = None
    answered: Bars | None = None
    slower: Bars | None = None
    warmer: Bars | None = None


def sent_mails(exchange: Exchange) -> tuple[SentMail, ...]:
    """The team's mails of an exchange whose fit is known and whose time for an answer is over."""
    found = []
    for thread in exchange.threads():
        for at, turn in enumerate(thread):
            if turn.is_customer or turn.match is None or exchange.now - turn.date < ANSWER_WITHIN:
                continue
            answer = next((each for each in thread[at + 1 :] if each.is_customer), None)
            found.append(_sent(turn.match, turn.date, answer))
    return tuple(found)


def _sent(fit: float, date: datetime, answer: Turn | None) -> SentMail:
    if answer is None or answer.date - date > ANSWER_WITHIN:
        return SentMail(fit)
    hours = (answer.date - date) / timedelta(hours=1)
    return SentMail(fit, max(hours, SOONEST), warmth_of(answer) if is_read(answer) else None)


def answers_to(mails: Mapping[str, Sequence[SentMail]]) -> AnswerEffect:
    """What the mails to each customer show."""
    halves = [each for sent in mails.values() if (each := _halves(sent))]
    effect = AnswerEffect(len(halves), sum(len(better) + len(other) for better, other in halves))
    if len(halves) < LEAST_CUSTOMERS:
        return effect
    answered = mean([_answered(better) - _answered(other) for better, other in halves])
    slower = _enough(_difference(better, other, "hours") for better, other in halves)
    return AnswerEffect(
        effect.customers,
        effect.mails,
        fit=fmean(_fit(better) - _fit(other) for better, other in halves),
        answered=answered,
        slower=Bars(exp(slower.value), exp(slower.low), exp(slower.high)) if slower else None,
        warmer=_enough(_difference(better, other, "warmth") for better, other in halves),
    )


Halves = tuple[list[SentMail], list[SentMail]]


def _halves(sent: Sequence[SentMail]) -> Halves | None:
    """(those that fitted better than the middle, those that fitted worse); None where there are too few."""
    if not sent:
        return None
    middle = median(each.fit for each in sent)
    better, other = [each for each in sent if each.fit > middle], [each for each in sent if each.fit < middle]
    return (better, other) if min(len(better), len(other)) >= LEAST_MAILS else None


def _answered(mails: Sequence[SentMail]) -> float:
    return fmean(each.hours is not None for each in mails)


def _fit(mails: Sequence[SentMail]) -> float:
    return fmean(each.fit for each in mails)


def _difference(better: Sequence[SentMail], other: Sequence[SentMail], name: str) -> float | None:
    """The difference between the middles of what both halves have of this; of times, between their logarithms."""
    one, two = ([value for each in half if (value := getattr(each, name)) is not None] for half in (better, other))
    if not one or not two:
        return None
    return log(median(one)) - log(median(two)) if name == "hours" else fmean(one) - fmean(two)


def _enough(differences: Iterable[float | None]) -> Bars | None:
    known = [each for each in differences if each is not None]
    return mean(known) if len(known) >= LEAST_CUSTOMERS else None
