"""How far one figure goes with another: areas under curves, rank correlations and shares, each with 90 % bars.

Bars come from drawing the customers, not the outcomes, anew: several outcomes of one customer are no independent proof.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DRAWS = 1000  # of the bootstrap (Efron, 1979)
SEED = 20261122  # the same data show the same bars on every day
TAIL = 5.0  # percent beyond each end of the bars
NINETY = 1.645  # standard deviations on each side of 90 %

Figures = NDArray[np.float64]
Numbers = NDArray[np.intp]
Measure = Callable[[Figures], float]
"""The measure where each observation weighs so much; nan where these weights leave nothing to measure."""


@dataclass(frozen=True, slots=True)
class Bars:
    """A measured value and the ends of its 90 % bars."""

    value: float
    low: float
    high: float

    def clears(self, zero: float) -> int:
        """1 where all of the bars lies above `zero`, -1 where all lies below, else 0."""
        return (self.low > zero) - (self.high < zero)


def auc(scores: Sequence[float], good: Sequence[bool], who: Sequence[Hashable]) -> Bars | None:
    """How often a good case has the higher score than a bad one, ties by half (Mann and Whitney, 1947; Hanley and
    McNeil, 1982): 0.5 is chance. `who` tells whose case each is. None without both good and bad cases."""
    is_good = np.array(good, dtype=bool)
    if not is_good.any() or is_good.all():
        return None
    levels, at = np.unique(np.array(scores, dtype=float), return_inverse=True)

    def measure(weights: Figures) -> float:
        goods = np.bincount(at[is_good], weights[is_good], len(levels))
        bads = np.bincount(at[~is_good], weights[~is_good], len(levels))
        pairs = goods.sum() * bads.sum()
        below = np.cumsum(bads) - bads / 2
        return float((goods * below).sum() / pairs) if pairs else math.nan

    found = _bars(measure, who)
    if found.value not in (0.0, 1.0):
        return found
    fewer = min(
        len({one for one, is_one in zip(who, is_good, strict=True) if is_one == side}) for side in (True, False)
    )
    return share(fewer if found.value else 0, fewer)  # drawing anew tells nothing where no pair is out of order


def rank_correlation(one: Sequence[float], other: Sequence[float], who: Sequence[Hashable]) -> Bars | None:
    """Spearman's rank correlation, -1 to 1 (Spearman, 1904); None where one of the two never differs."""
    if len(set(one)) < 2 or len(set(other)) < 2:
        return None
    first, second = (np.unique(np.array(each, dtype=float), return_inverse=True)[1] for each in (one, other))

    def measure(weights: Figures) -> float:
        return _correlation(_ranks(first, weights), _ranks(second, weights), weights)

    return _bars(measure, who)


def mean(values: Sequence[float]) -> Bars | None:
    """The mean of one value for each customer; None of none."""
    if not values:
        return None
    given = np.array(values, dtype=float)
    return _bars(lambda weights: float((given * weights).sum() / weights.sum()), range(len(values)))


def share(hits: int, tries: int) -> Bars:
    """A share with the bars that Wilson (1927) gives; nothing is known of no tries at all."""
    if not tries:
        return Bars(0.0, 0.0, 1.0)
    value, square = hits / tries, NINETY**2
    middle = (value + square / (2 * tries)) / (1 + square / tries)
    half = NINETY * math.sqrt(value * (1 - value) / tries + square / (4 * tries**2)) / (1 + square / tries)
    return Bars(value, max(middle - half, 0.0) if hits else 0.0, min(middle + half, 1.0) if hits < tries else 1.0)


def _bars(measure: Measure, who: Sequence[Hashable]) -> Bars:
    numbers: dict[Hashable, int] = {}
    whose = np.array([numbers.setdefault(each, len(numbers)) for each in who], dtype=np.intp)
    chance = np.random.default_rng(SEED)
    count = len(numbers)
    drawn = [
        measure(np.bincount(chance.integers(count, size=count), minlength=count).astype(float)[whose])
        for _ in range(DRAWS)
    ]
    value = measure(np.ones(len(whose)))
    low, high = np.nanpercentile(drawn, (TAIL, 100 - TAIL))
    return Bars(value, float(low), float(high))


def _ranks(levels: Numbers, weights: Figures) -> Figures:
    """The middle rank of each observation among all of them."""
    counts = np.bincount(levels, weights)
    middle: Figures = (np.cumsum(counts) - counts / 2)[levels]
    return middle


def _correlation(one: Figures, other: Figures, weights: Figures) -> float:
    total = weights.sum()
    a = one - (one * weights).sum() / total
    b = other - (other * weights).sum() / total
    spread = math.sqrt(float((a * a * weights).sum() * (b * b * weights).sum()))
    return float((a * b * weights).sum() / spread) if spread else math.nan
