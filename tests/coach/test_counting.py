"""Counted cues: the beta-binomial's arithmetic, against the plain definitions."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.counting import SOFT, Shares, expected, log_gamma, ratios, soft

shares = st.tuples(st.floats(1e-4, 0.6), st.floats(3.0, 3000.0))


def row(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)


def around(mean: float, strength: float) -> Shares:
    return Shares.around(row(mean), row(strength))


def chance(count: int, chances: int, yes: float, no: float) -> float:
    """The beta-binomial probability, by its definition."""
    ways = math.comb(chances, count)
    top = math.lgamma(yes + count) + math.lgamma(no + chances - count) - math.lgamma(yes + no + chances)
    return ways * math.exp(top - math.lgamma(yes) - math.lgamma(no) + math.lgamma(yes + no))


@given(st.floats(1e-4, 1e5))
def test_log_gamma_is_that_of_the_standard_library(x: float) -> None:
    assert log_gamma(row(x))[0] == pytest.approx(math.lgamma(x), rel=1e-8, abs=1e-8)


@given(shares, shares, st.integers(0, 12), st.integers(0, 30))
def test_ratio_is_the_softened_quotient_of_the_two_chances(
    own: tuple[float, float], everybody: tuple[float, float], count: int, more: int
) -> None:
    mine, theirs, chances = around(*own), around(*everybody), count + more + 1
    found = ratios(row(count), row(chances), mine, theirs, theirs.surprise() - mine.surprise())[0]
    quotient = chance(count, chances, mine.yes[0], mine.no[0]) / chance(count, chances, theirs.yes[0], theirs.no[0])
    assert found == pytest.approx(SOFT * math.asinh(math.log(quotient) / SOFT), rel=1e-5, abs=1e-6)


@given(shares, shares, st.integers(1, 12))
def test_expected_is_the_mean_over_all_counts(
    own: tuple[float, float], everybody: tuple[float, float], chances: int
) -> None:
    mine, theirs = around(*own), around(*everybody)
    found = expected(row(chances), mine, theirs)
    each = [
        ratios(row(k), row(chances), mine, theirs, theirs.surprise() - mine.surprise())[0] for k in range(chances + 1)
    ]
    here = [chance(k, chances, mine.yes[0], mine.no[0]) for k in range(chances + 1)]
    there = [chance(k, chances, theirs.yes[0], theirs.no[0]) for k in range(chances + 1)]
    mean = sum(p * r for p, r in zip(here, each, strict=True))
    assert found.own[0] == pytest.approx(mean, abs=0.003)
    assert found.foreign[0] == pytest.approx(sum(p * r for p, r in zip(there, each, strict=True)), abs=0.003)
    assert found.variance[0] == pytest.approx(
        sum(p * r * r for p, r in zip(here, each, strict=True)) - mean**2, abs=0.02
    )


def test_no_chance_says_nothing() -> None:
    mine, theirs = around(0.5, 100.0), around(0.1, 100.0)
    assert ratios(row(0), row(0), mine, theirs, theirs.surprise() - mine.surprise())[0] == 0.0
    assert expected(row(0), mine, theirs).own[0] == pytest.approx(0.0, abs=1e-9)


def test_what_was_seen_moves_the_share_and_firmness_limits_it() -> None:
    seen = around(0.01, 100.0).after(row(9.0), row(100.0))
    assert seen.mean[0] == pytest.approx(0.05)
    loose = seen.at_most(row(50.0))
    assert loose.mean[0] == pytest.approx(0.05)
    assert loose.yes[0] + loose.no[0] == pytest.approx(50.0)


def test_softening_keeps_order_and_dampens() -> None:
    values = soft(np.linspace(-50.0, 50.0, 101))
    assert np.all(np.diff(values) > 0)
    assert abs(values[0]) < 10.0
