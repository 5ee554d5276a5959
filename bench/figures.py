"""What is usual among these people, per dimension: numbers, named forms, and families of counted cues."""

from __future__ import annotations

import collections
import math
import statistics
from typing import Any

import numpy as np
from public_mail import Measured
from scipy.optimize import nnls
from scipy.special import betaln

from coach.dimension import Scale
from coach.engine import Coach
from coach.model import Measurement

# One list's authors share a community's habits; customers come from many. Their spread is taken this much wider.
DIVERSITY = 2.5
STRENGTHS = (3, 6, 12, 25, 50, 100, 200, 400, 800, 1600, 3200)
LEAST_MAILS_WITH_CUE = 8
FIRM = 5.0  # chances by which one author's share is drawn to everybody's when noise is told

People = list[list[Measured]]


def figures(coach: Coach, people: People) -> dict[str, Any]:
    """One language's block of baseline.json, all weights 1 and nothing calibrated yet."""
    readings = [[mail.readings for mail in mails] for mails in people]
    seen = {name for mails in readings for mail in mails for name in mail}
    by_scale = collections.defaultdict(list)
    for name in sorted(seen):
        by_scale[coach.dimensions[name].scale].append(name)
    forms, families = by_scale.pop(Scale.FORM, []), by_scale.pop(Scale.COUNTS, [])
    numbers = sorted(name for names in by_scale.values() for name in names)
    told = {name: number_figures(coach, name, readings) for name in numbers}
    return {
        "numbers": {name: each for name, each in told.items() if each},
        "forms": {name: form_figures(name, readings) for name in forms},
        "families": {name: family_figures(coach, name, readings) for name in families},
        "calibration": {"words": [0], "foreign": [0.0], "own": [1.0], "widen": [1.0]},
    }


def number_figures(coach: Coach, name: str, people: list[list[Measurement]]) -> dict[str, float] | None:
    """Mean and variance between people; within one person as a + b / evidence (non-negative least squares).

    None for what does not vary here at all.
    """
    scale = coach.dimensions[name].scale
    means, rows, squares = [], [], []
    for mails in people:
        seen = [(scale.forward(float(m[name].value)), max(m[name].evidence, 1.0)) for m in mails if name in m]
        if not seen:
            continue
        mean = statistics.fmean(value for value, _ in seen)
        means.append((mean, len(seen)))
        if len(seen) >= 3:
            widen = len(seen) / (len(seen) - 1)
            rows += [(1.0, 1.0 / evidence) for _, evidence in seen]
            squares += [widen * (value - mean) ** 2 for value, _ in seen]
    total = statistics.fmean(squares) if squares else 0.0
    if total <= 0.0 or len(means) < 3:
        return None
    (within, noise), _ = nnls(np.array(rows), np.array(squares))
    within = max(within, 0.15 * total)
    values = [mean for mean, _ in means]
    chance = statistics.fmean(total / count for _, count in means)
    between = DIVERSITY * max(statistics.variance(values) - chance, 0.1 * total)
    mean = statistics.fmean(values)
    return {"mean": mean, "between": between, "within": within, "noise": float(noise), "weight": 1.0}


def form_figures(name: str, people: list[list[Measurement]]) -> dict[str, Any]:
    """Shares of forms over people and the strength that makes their tallies likeliest (Dirichlet-multinomial)."""
    tallies = [collections.Counter(str(m[name].value) for m in mails if name in m) for mails in people]
    tallies = [tally for tally in tallies if tally]
    shares: dict[str, float] = collections.defaultdict(float)
    for tally in tallies:
        for form, count in tally.items():
            shares[form] += count / tally.total() / len(tallies)

    def likelihood(strength: float) -> float:
        return sum(_dirichlet(tally, shares, strength) for tally in tallies)

    strength = max((0.3, 0.5, 0.8, 1.2, 2.0, 3.0, 5.0), key=likelihood)
    return {"shares": dict(sorted(shares.items())), "strength": strength, "weight": 1.0}


def _dirichlet(tally: collections.Counter[str], shares: dict[str, float], strength: float) -> float:
    """Log-likelihood of one person's forms, up to a constant."""
    start = math.lgamma(strength) - math.lgamma(strength + tally.total())
    each = (
        math.lgamma(n + strength * shares[form]) - math.lgamma(strength * shares[form]) for form, n in tally.items()
    )
    return start + sum(each)


def family_figures(coach: Coach, name: str, people: list[list[Measurement]]) -> dict[str, Any]:
    """Per cue: share of its chances over people, strength (beta-binomial over authors' sums) and noise.

    Noise is how much more the mails of one author scatter around the author's share than chance would have it
    (a quotient of squares, 1 or more). Cues in fewer than LEAST_MAILS_WITH_CUE mails are left out.
    """
    mails = [(who, m[name].tally) for who, each in enumerate(people) for m in each if name in m]
    groups = _groups([tally for _, tally in mails if tally])
    cues = sorted(groups)
    count = np.array([[tally.counts.get(cue, 0) for cue in cues] for _, tally in mails], float).reshape(-1, len(cues))
    chances = np.array([[tally.chances.get(groups[cue], 0) for cue in cues] for _, tally in mails], float)
    chances = chances.reshape(-1, len(cues))
    count = np.minimum(count, chances)
    who = np.array([author for author, _ in mails])
    sums = [(count[who == each].sum(0), chances[who == each].sum(0)) for each in np.unique(who)]
    counts, all_chances = np.array([each for each, _ in sums]), np.array([each for _, each in sums])
    mean = _mean(counts, all_chances)
    noise = np.ones(len(cues))
    scatter, due = np.zeros(len(cues)), np.zeros(len(cues))
    for each, total, whole in zip(np.unique(who), counts, all_chances, strict=True):
        share = np.clip((total + FIRM * mean) / (whole + FIRM), 1e-6, 1.0 - 1e-6)
        mine = chances[who == each]
        scatter += ((count[who == each] - mine * share) ** 2).sum(0)
        due += (mine * share * (1.0 - share)).sum(0)
    noise = np.maximum(scatter / np.maximum(due, 1e-9), 1.0)
    strength = _strength(counts / noise, all_chances / noise, mean)
    kept = (count > 0).sum(0) >= LEAST_MAILS_WITH_CUE
    rows = {
        cue: [groups[cue], float(mean[at]), float(strength[at]), float(noise[at]), 1.0]
        for at, cue in enumerate(cues)
        if kept[at]
    }
    return {"version": coach.dimensions[name].version, "weight": 1.0, "cues": rows}


def _groups(tallies: list) -> dict[str, str]:
    """Cue -> the group of chances it is counted against."""
    found: dict[str, str] = {}
    for tally in tallies:
        for cue in tally.counts:
            group = tally.group_of(cue)
            if group is not None:
                found[cue] = group
    return found


def _mean(counts: np.ndarray, chances: np.ndarray) -> np.ndarray:
    """The share over people: nobody counts for more than the median author."""
    weight = np.minimum(chances, np.median(chances, axis=0) + 1e-9)
    share = counts / np.maximum(chances, 1e-9)
    return np.clip((share * weight).sum(0) / np.maximum(weight.sum(0), 1e-9), 1e-5, 1.0 - 1e-3)


def _strength(counts: np.ndarray, chances: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Per cue the strength that makes the authors' sums likeliest."""
    likelihood = np.array([_beta_binomial(counts, chances, mean, float(each)) for each in STRENGTHS])
    return np.array(STRENGTHS, float)[likelihood.argmax(0)]


def _beta_binomial(counts: np.ndarray, chances: np.ndarray, mean: np.ndarray, strength: float) -> np.ndarray:
    yes, no = strength * mean, strength * (1.0 - mean)
    return (betaln(counts + yes, chances - counts + no) - betaln(yes, no)).sum(0)
