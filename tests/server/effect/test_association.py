"""Areas under curves, rank correlations and shares: against known values, and what their bars may say."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.effect.association import auc, mean, rank_correlation, share


def pairs_won(scores: list[float], good: list[bool]) -> float:
    """The area as it is defined: over all pairs."""
    goods = [score for score, is_good in zip(scores, good, strict=True) if is_good]
    bads = [score for score, is_good in zip(scores, good, strict=True) if not is_good]
    won = sum(1.0 if one > other else 0.5 if one == other else 0.0 for one, other in product(goods, bads))
    return won / (len(goods) * len(bads))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=4, max_size=30))
def test_the_area_is_the_share_of_pairs_in_which_the_good_one_is_higher(cases: list[tuple[int, bool]]):
    scores, good = [float(score) for score, _ in cases], [is_good for _, is_good in cases]
    found = auc(scores, good, range(len(cases)))
    if all(good) or not any(good):
        assert found is None
        return
    assert found is not None
    assert found.value == pytest.approx(pairs_won(scores, good))
    assert found.low <= found.value + 1e-9
    assert found.value <= found.high + 1e-9


def test_scores_that_tell_good_from_bad_clear_chance():
    dice = random.Random(1)
    good = [n % 2 == 0 for n in range(80)]
    found = auc([dice.gauss(60 if each else 45, 10) for each in good], good, range(80))
    assert found is not None
    assert found.clears(0.5) == 1
    turned = auc([-dice.gauss(60 if each else 45, 10) for each in good], good, range(80))
    assert turned is not None
    assert turned.clears(0.5) == -1


def test_bars_of_chance_hold_chance_about_nine_times_in_ten():
    dice = random.Random(7)
    good = [n % 2 == 0 for n in range(60)]
    cleared = 0
    for _ in range(60):
        found = auc([dice.random() for _ in good], good, range(60))
        assert found is not None
        cleared += found.clears(0.5) != 0
    assert cleared <= 13  # 6 are expected; more than 13 happens once in 500 times


def test_many_outcomes_of_few_customers_prove_no_more_than_few():
    dice = random.Random(3)
    customers = [n % 12 for n in range(240)]
    good = [customer % 2 == 0 for customer in customers]
    level = [dice.gauss(53 if customer % 2 == 0 else 50, 8) for customer in range(12)]
    scores = [level[customer] for customer in customers]
    by_customer, by_case = auc(scores, good, customers), auc(scores, good, range(240))
    assert by_customer is not None
    assert by_case is not None
    assert by_customer.high - by_customer.low > 2 * (by_case.high - by_case.low)


def test_perfect_order_of_a_few_cases_is_no_certainty():
    found = auc([1, 2, 3, 4, 5, 6], [False] * 3 + [True] * 3, range(6))
    assert found is not None
    assert found.value == 1.0
    assert found.low < 0.6


def test_the_rank_correlation_is_that_of_spearman():
    one, other = [1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 1.0, 4.0, 3.0, 5.0]
    found = rank_correlation(one, other, range(5))
    assert found is not None
    assert found.value == pytest.approx(0.8)  # 1 - 6 * 4 / (5 * 24)
    assert rank_correlation([1.0, 1.0], [1.0, 2.0], range(2)) is None


def test_equal_values_share_their_ranks():
    found = rank_correlation([1, 1, 2, 2], [5, 5, 7, 7], range(4))
    assert found is not None
    assert found.value == pytest.approx(1.0)


def test_a_mean_has_bars_around_it():
    found = mean([0.1, 0.3, 0.2, 0.4, 0.0] * 6)
    assert found is not None
    assert found.value == pytest.approx(0.2)
    assert 0.1 < found.low < 0.2 < found.high < 0.3
    assert mean([]) is None


def test_a_share_has_the_bars_of_wilson():
    found = share(8, 10)
    assert (found.value, found.low, found.high) == (0.8, pytest.approx(0.541, abs=0.01), pytest.approx(0.931, abs=0.01))
    assert share(0, 10).low == 0.0
    assert share(10, 10).high == 1.0
    assert (share(0, 0).low, share(0, 0).high) == (0.0, 1.0)


def test_the_same_data_show_the_same_bars_every_time():
    scores, good = [float(n * 7 % 11) for n in range(30)], [n % 3 == 0 for n in range(30)]
    assert auc(scores, good, range(30)) == auc(scores, good, range(30))
