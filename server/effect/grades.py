"""Does the grade go with outcomes here? The index before each outcome against what the outcome was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from server.effect.association import Bars, auc, rank_correlation, share

LEAD = timedelta(days=1)  # the mail that tells of the outcome must not count as having foretold it
EARLIER = timedelta(days=30)
LEAST_EACH = 10  # good and bad outcomes, and customers with either; below that bars mean little
LEAST_CUSTOMERS = 15
LEAST_FOR_THIRDS = 30

QuestionName = Literal["csat", "ces", "nps", "won", "renewed"]
Verdict = Literal["too_little", "none", "goes_with", "against"]


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome of a customer, and their index one day and 30 days before it; None where there was too little mail.

    `value` is the answer of a csat, ces or nps.
    """

    customer: str
    kind: str
    value: int | None
    index: float | None
    earlier: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is compared: of these kinds, which outcomes are good and which bad; what is neither is left out.

    A bound is the lowest good and the highest bad value of a scale.
    """

    name: QuestionName
    good: str
    bad: str
    bounds: tuple[int, int] | None = None

    def judges(self, one: Judged) -> bool | None:
        """Whether an outcome is good (True) or bad; None where it is neither, or of another kind."""
        if self.bounds is None:
            return True if one.kind == self.good else False if one.kind == self.bad else None
        if one.kind != self.good or one.value is None:
            return None
        return True if one.value >= self.bounds[0] else False if one.value <= self.bounds[1] else None


QUESTIONS: tuple[Question, ...] = (
    Question("csat", "csat", "csat", (4, 3)),  # the two best answers of five: "top two boxes"
    Question("ces", "ces", "ces", (5, 4)),  # CES 2.0 counts 5 to 7 as easy (CEB, 2013)
    Question("nps", "nps", "nps", (9, 6)),  # promoters against detractors (Reichheld, 2003)
    Question("won", "won", "lost"),
    Question("renewed", "renewed", "lost"),
)


@dataclass(frozen=True, slots=True)
class Third:
    """A third of the outcomes by the index before: from which index to which, how many, and which share was good."""

    low: float
    high: float
    outcomes: int
    good: Bars


@dataclass(frozen=True, slots=True)
class GradeEffect:
    """What one question showed. `outcomes` are those of its kinds, `judged` those of them with an index before; `good`
    and `bad` of those are of so many `customers`.

    `auc` is how often the better outcome had the higher index the day before, `earlier` 30 days before, `rank` the rank
    correlation with the answers of a scale. None where there is too little.
    """

    question: QuestionName
    outcomes: int
    judged: int
    customers: int
    good: int
    bad: int
    auc: Bars | None = None
    earlier: Bars | None = None
    rank: Bars | None = None
    thirds: tuple[Third, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What may be said by these figures, and no more."""
        if self.auc is None:
            return "too_little"
        side = self.auc.clears(0.5)
        return "goes_with" if side > 0 else "against" if side < 0 else "none"


def effects_of(outcomes: Iterable[Judged]) -> tuple[GradeEffect, ...]:
    """What each question shows by these outcomes; questions without any outcome are left out."""
    known = tuple(outcomes)
    kinds = {each.kind for each in known}
    asked = (each for each in QUESTIONS if each.good in kinds or (each.name == "won" and each.bad in kinds))
    return tuple(_effect(question, known) for question in asked)


def _effect(question: Question, outcomes: Sequence[Judged]) -> GradeEffect:
    asked = [each for each in outcomes if _is_asked(question, each)]
    told = {each: question.judges(each) for each in asked}
    with_index = [each for each in asked if each.index is not None]
    sided = [each for each in with_index if told[each] is not None]
    good = sum(told[each] is True for each in sided)
    customers = len({each.customer for each in sided})
    plain = GradeEffect(question.name, len(asked), len(with_index), customers, good, len(sided) - good)
    if min(plain.good, plain.bad) < LEAST_EACH or customers < LEAST_CUSTOMERS:
        return plain
    return GradeEffect(
        *(plain.question, plain.outcomes, plain.judged, plain.customers, plain.good, plain.bad),
        auc=_auc(sided, told, {each: each.index for each in sided}),
        earlier=_auc(sided, told, {each: each.earlier for each in sided}),
        rank=_rank(with_index) if question.bounds else None,
        thirds=thirds_of([(each.index or 0.0, told[each] is True) for each in sided]),
    )


def _is_asked(question: Question, one: Judged) -> bool:
    if question.bounds is not None:
        return one.kind == question.good and one.value is not None
    return one.kind in (question.good, question.bad)


def _auc(
    sided: Sequence[Judged], told: Mapping[Judged, bool | None], index: Mapping[Judged, float | None]
) -> Bars | None:
    known = [(each, score) for each in sided if (score := index[each]) is not None]
    good = [told[each] is True for each, _ in known]
    if min(sum(good), len(good) - sum(good)) < LEAST_EACH:
        return None
    return auc([score for _, score in known], good, [each.customer for each, _ in known])


def _rank(known: Sequence[Judged]) -> Bars | None:
    return rank_correlation(
        [each.index or 0.0 for each in known],
        [float(each.value or 0) for each in known],
        [each.customer for each in known],
    )


def thirds_of(cases: Sequence[tuple[float, bool]]) -> tuple[Third, ...]:
    """(index, whether it was good) -> the lower, middle and upper third, equal indexes together; none of too few."""
    if len(cases) < LEAST_FOR_THIRDS:
        return ()
    ordered = sorted(cases)
    found, start = [], 0
    for part in (1, 2, 3):
        end = max(round(len(ordered) * part / 3), start)
        while end < len(ordered) and end > 0 and ordered[end][0] == ordered[end - 1][0]:
            end += 1
        some = ordered[start:end]
        if some:
            good = sum(is_good for _, is_good in some)
            found.append(Third(some[0][0], some[-1][0], len(some), share(good, len(some))))
        start = end
    return tuple(found) if len(found) == 3 else ()
