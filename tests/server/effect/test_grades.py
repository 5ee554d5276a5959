"""Grades against outcomes: what counts as good, when anything may be said, and that it is said by customers."""

from __future__ import annotations

import random

import pytest

from server.effect.grades import LEAST_EACH, GradeEffect, Judged, effects_of, thirds_of


def csat(customer: int, value: int, index: float | None, earlier: float | None = None) -> Judged:
    return Judged(f"c{customer}@x.example", "csat", value, index, earlier)


def deal(customer: int, kind: str, index: float | None) -> Judged:
    return Judged(f"c{customer}@x.example", kind, None, index, index)


def only(outcomes: list[Judged]) -> GradeEffect:
    (found,) = effects_of(outcomes)
    return found


def many(better: float, worse: float, count: int = 30, seed: int = 5) -> list[Judged]:
    """Satisfied and dissatisfied customers around these indexes."""
    dice = random.Random(seed)
    return [
        csat(n, 5 if n % 2 else 2, dice.gauss(better if n % 2 else worse, 8), dice.gauss(50, 8))
        for n in range(2 * count)
    ]


def test_an_index_that_goes_with_satisfaction_is_found():
    found = only(many(62, 45))
    assert found.verdict == "goes_with"
    assert found.auc is not None
    assert found.auc.low > 0.5
    assert found.rank is not None
    assert found.rank.low > 0


def test_an_index_that_points_the_wrong_way_is_said_to():
    assert only(many(42, 60)).verdict == "against"


def test_an_index_that_has_nothing_to_do_with_it_is_said_to():
    found = only(many(50, 50))
    assert found.verdict == "none"
    assert found.auc is not None
    assert found.auc.low < 0.5 < found.auc.high


def test_how_far_ahead_it_shows_is_measured_apart():
    found = only(many(62, 45))
    assert found.earlier is not None
    assert found.earlier.clears(0.5) == 0


@pytest.mark.parametrize(
    ("kind", "value", "good"),
    [("csat", 4, True), ("csat", 3, False), ("ces", 5, True), ("ces", 4, False), ("nps", 9, True), ("nps", 6, False)],
)
def test_where_scales_divide(kind: str, value: int, good: bool):
    found = only([Judged("a@x.example", kind, value, 50.0)])
    assert (found.good, found.bad) == ((1, 0) if good else (0, 1))


def test_those_who_neither_recommend_nor_warn_are_on_no_side():
    found = only([Judged("a@x.example", "nps", 7, 50.0), Judged("b@x.example", "nps", 8, 50.0)])
    assert (found.outcomes, found.judged, found.good, found.bad) == (2, 2, 0, 0)


def test_deals_won_and_renewed_stand_against_deals_lost():
    outcomes = [deal(1, "won", 60), deal(2, "lost", 40), deal(3, "renewed", 50)]
    found = {each.question: (each.good, each.bad) for each in effects_of(outcomes)}
    assert found == {"won": (1, 1), "renewed": (1, 1)}


def test_deals_that_nobody_renewed_are_no_question():
    assert [each.question for each in effects_of([deal(1, "lost", 40)])] == ["won"]


def test_questions_that_nobody_was_asked_are_left_out():
    assert effects_of([]) == ()


def test_too_few_of_one_side_are_too_little_however_many_there_are_of_the_other():
    outcomes = [csat(n, 5, 60.0 + n) for n in range(200)] + [csat(300 + n, 1, 20.0) for n in range(LEAST_EACH - 1)]
    assert only(outcomes).verdict == "too_little"


def test_many_outcomes_of_three_customers_are_too_little():
    outcomes = [csat(n % 3, 5 if n % 2 else 1, 40.0 + n) for n in range(100)]
    assert only(outcomes).verdict == "too_little"


def test_outcomes_before_which_there_was_too_little_mail_are_counted_and_not_judged():
    found = only([*many(62, 45), csat(900, 5, None)])
    assert (found.outcomes, found.judged) == (61, 60)


def test_thirds_hold_all_cases_in_order_and_keep_equal_indexes_together():
    cases = [(float(n // 4), n >= 30) for n in range(60)]
    thirds = thirds_of(cases)
    assert sum(each.outcomes for each in thirds) == 60
    assert thirds[0].high < thirds[1].low <= thirds[1].high < thirds[2].low
    assert thirds[0].good.value == 0.0
    assert thirds[2].good.value == 1.0


def test_one_index_for_all_gives_no_thirds():
    assert thirds_of([(50.0, True)] * 60) == ()
    assert thirds_of([(float(n), True) for n in range(12)]) == ()
