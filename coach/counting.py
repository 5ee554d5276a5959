"""Counted cues: how much likelier are these counts if the customer wrote them than if anybody did?

Each cue (a word, a mark, a habit of layout) is a share of its chances, beta-distributed over people, so its count in
a mail is beta-binomial: rare words weigh little until somebody is seen to use them. Counts and chances are divided
by the cue's `noise`, by which one person's mails vary more than chance alone would have it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SOFT = 2.0  # nats; beyond about this, one cue's say grows ever more slowly
MOST = 14  # counts that are gone through one by one; what lies beyond is taken as this many
NEGLIGIBLE = 1e-4  # the chance of all higher counts together that is left out
HALF_LOG_TAU = 0.5 * math.log(2.0 * math.pi)


def log_gamma(x: Array) -> Array:
    """ln Gamma(x) for x > 0, to about ten digits: Stirling's series above 7, the recurrence below."""
    y = x + 7.0
    product = x * (x + 1.0) * (x + 2.0) * (x + 3.0) * (x + 4.0) * (x + 5.0) * (x + 6.0)
    series = (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1260.0 / (y * y)) / (y * y)) / y
    return np.asarray((y - 0.5) * np.log(y) - y + HALF_LOG_TAU + series - np.log(product))


@dataclass(frozen=True, slots=True)
class Shares:
    """Beta distributions of many cues' shares: `yes` and `no` are the pseudo-counts."""

    yes: Array
    no: Array

    @classmethod
    def around(cls, mean: Array, strength: Array) -> Shares:
        return cls(mean * strength, (1.0 - mean) * strength)

    @property
    def mean(self) -> Array:
        return self.yes / (self.yes + self.no)

    def after(self, count: Array, chances: Array) -> Shares:
        """What is believed once these counts were seen."""
        return Shares(self.yes + count, self.no + np.maximum(chances - count, 0.0))

    def at_most(self, strength: Array) -> Shares:
        """The same means, held no more firmly than by `strength` chances."""
        shrink = np.minimum(1.0, strength / (self.yes + self.no))
        return Shares(self.yes * shrink, self.no * shrink)

    def only(self, places: NDArray[np.intp]) -> Shares:
        """Those of the cues at these places."""
        return Shares(self.yes[places], self.no[places])

    def surprise(self) -> Array:
        """The part of the beta-binomial's logarithm that no draft changes."""
        return log_gamma(self.yes) + log_gamma(self.no) - log_gamma(self.yes + self.no)

    def log_chance(self, count: Array, chances: Array) -> Array:
        """The beta-binomial's logarithm without the binomial coefficient and without `surprise`."""
        missed = np.maximum(chances - count, 0.0)
        every = log_gamma(np.stack([self.yes + count, self.no + missed, self.yes + self.no + count + missed]))
        return np.asarray(every[0] + every[1] - every[2])


@dataclass(frozen=True, slots=True)
class Expected:
    """Per cue the mean and variance of the ratio in the customer's own mails, and the mean in anybody's."""

    own: Array
    variance: Array
    foreign: Array


def ratios(count: Array, chances: Array, own: Shares, everybody: Shares, constant: Array) -> Array:
    """Per cue the softened log-likelihood ratio of own against everybody; 0 where there was no chance.

    `constant` is `everybody.surprise() - own.surprise()`, which is the same for all drafts.
    """
    ratio = own.log_chance(count, chances) - everybody.log_chance(count, chances) + constant
    return np.where(chances > 0.0, soft(ratio), 0.0)


def soft(ratio: Array) -> Array:
    """Grows like the ratio when small and like its logarithm when large."""
    return np.asarray(SOFT * np.arcsinh(ratio / SOFT))


def expected(chances: Array, own: Shares, everybody: Shares) -> Expected:
    """What `ratios` comes to on average with this many chances (rounded), count by count."""
    total = np.round(chances)
    log_own, log_all = _none(total, own), _none(total, everybody)
    apart, mine, theirs = log_own - log_all, np.exp(log_own), np.exp(log_all)
    ratio = soft(apart)
    mean, square, foreign = mine * ratio, mine * ratio * ratio, theirs * ratio
    live = [total, own.yes, own.no, everybody.yes, everybody.no, apart, mine, theirs, 1.0 - mine, 1.0 - theirs]
    at = np.arange(len(total), dtype=np.intp)  # the cues of which more may stand there
    for count in range(MOST):
        going = (live[0] > count) & (np.maximum(live[8], live[9]) > NEGLIGIBLE)
        if not going.any():
            break
        at = at[going]
        live, part, part_all = _one_more([each[going] for each in live], count)
        ratio = soft(live[5])
        mean[at] += part * ratio
        square[at] += part * ratio * ratio
        foreign[at] += part_all * ratio
    return Expected(mean, np.maximum(square - mean * mean, 0.0), foreign)


def _one_more(live: list[Array], count: int) -> tuple[list[Array], Array, Array]:
    """The chances of `count + 1` from those of `count`, own and everybody's; the last count takes what is left."""
    total, yes, no, yes_all, no_all, apart, mine, theirs, left, left_all = live
    missed = total - count - 1.0
    step, step_all = (yes + count) / (no + missed), (yes_all + count) / (no_all + missed)
    more = (total - count) / (count + 1.0)
    mine, theirs, apart = mine * more * step, theirs * more * step_all, apart + np.log(step / step_all)
    left, left_all = left - mine, left_all - theirs
    row = [total, yes, no, yes_all, no_all, apart, mine, theirs, left, left_all]
    return (row, mine + left, theirs + left_all) if count == MOST - 1 else (row, mine, theirs)


def _none(chances: Array, shares: Shares) -> Array:
    """The logarithm of the chance that a cue does not stand there at all."""
    both = shares.yes + shares.no
    total, missed, no, all_ = log_gamma(np.stack([both, shares.no + chances, shares.no, both + chances]))
    return np.asarray(total + missed - no - all_)
