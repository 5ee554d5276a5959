"""Measurement x profile -> contributions -> a calibrated score with its band.

Per dimension the evidence is a log-likelihood ratio: how much likelier is this value if the customer wrote
it than if anybody did? The customer's distribution is shrunk towards everybody's by how much mail there is,
and the spread is taken at the draft's own length, so a short draft is not punished for noise.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from coach.baseline import Baseline, FormBaseline, NumberBaseline
from coach.dimension import Dimension, recent
from coach.model import Confidence, Deviation, Measurement, Reading
from coach.profile import Distribution, LanguageProfile

OWN = 85.0  # the score of a mail like the customer's own
FOREIGN = 50.0  # the score of a mail like anybody else's
SOFT = 3.0  # nats; beyond about this, more distance counts less and less, so that no dimension decides alone
NINETY = 1.645  # standard deviations to either side that hold 90 % of a normal distribution
LEAST_WORDS = 12
ENOUGH_WORDS = 40  # from here on it is not the draft that is too short
WIDEST = 30.0  # points to either side; a wider band says nothing
# Gauss-Hermite nodes and weights (9 points) for expectations under a normal distribution.
NODES = (-4.5127, -3.2054, -2.0768, -1.0233, 0.0, 1.0233, 2.0768, 3.2054, 4.5127)
SHARES = (2.23e-05, 0.002789, 0.04992, 0.2441, 0.40635, 0.2441, 0.04992, 0.002789, 2.23e-05)


@dataclass(frozen=True, slots=True)
class Expected:
    """Mean and variance of a log-likelihood ratio, for the customer's own mails and for anybody's."""

    own: float
    own_variance: float
    foreign: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One dimension's weighted say: the draft's ratio, what to expect, and the values compared."""

    dimension: Dimension
    reading: Reading
    usual: float | str
    z: float | None
    ratio: float
    expected: Expected


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of one draft against one profile; `score` is None where it would say nothing."""

    score: float | None
    band: tuple[float, float] | None
    confidence: Confidence
    deviations: tuple[Deviation, ...]
    note: str | None = None


def compare(
    draft: Measurement,
    words: int,
    usual: LanguageProfile,
    *,
    dimensions: Mapping[str, Dimension],
    baseline: Baseline,
    half_life: timedelta,
    min_words: int = LEAST_WORDS,
    now: datetime | None = None,
) -> Comparison:
    """How well a measured draft of `words` words fits a profile."""
    if words < min_words:
        return Comparison(None, None, Confidence.NONE, (), "too_little_text")
    fresh = usual.freshness(now, half_life)
    found = list(_evidence(draft, usual, fresh, dimensions, baseline))
    spread = sum(each.expected.own - each.expected.foreign for each in found)
    if not found or spread <= 0:
        return Comparison(None, None, Confidence.NONE, (), "no_profile")
    calibration = baseline.calibration
    low, high = calibration.at(words, calibration.foreign), calibration.at(words, calibration.own)
    scale = (OWN - FOREIGN) / (high - low)
    variance = sum(each.expected.own_variance for each in found)
    half = NINETY * scale * math.sqrt(variance) / spread * calibration.at(words, calibration.widen)
    points = [scale * ((each.ratio - each.expected.foreign) / spread - low / len(found)) for each in found]
    lacking = [scale * (each.expected.own - each.ratio) / spread for each in found]
    if half > WIDEST:
        return Comparison(None, None, Confidence.NONE, _deviations(found, points, lacking), _why_wide(words))
    raw = FOREIGN + sum(points)
    score = _bounded(raw)
    if raw != score:  # the parts shrink with the whole, so that they still add up
        points = [each * (score - FOREIGN) / (raw - FOREIGN) for each in points]
    band = (_bounded(raw - half), _bounded(raw + half))
    return Comparison(score, band, _confidence(half), _deviations(found, points, lacking))


def _bounded(raw: float) -> float:
    """Between 0 and 100 and rising everywhere: straight from 50 to 85, ever flatter beyond, so that each step shows."""
    if raw > OWN:
        return 100.0 - (100.0 - OWN) * math.exp((OWN - raw) / (100.0 - OWN))
    return raw if raw >= FOREIGN else FOREIGN * math.exp((raw - FOREIGN) / FOREIGN)


def _why_wide(words: int) -> str:
    """Why there is no score: the draft is short, or it is long enough and the customer writes now so, now so."""
    return "thin_profile" if words < ENOUGH_WORDS else "unclear_style"


def raw_fit(found: list[Evidence]) -> tuple[float, float] | None:
    """The uncalibrated fit (0 = somebody else's, 1 = own, on average) and its standard deviation for own mails."""
    spread = sum(each.expected.own - each.expected.foreign for each in found)
    if spread <= 0:
        return None
    fit = sum(each.ratio - each.expected.foreign for each in found) / spread
    return fit, math.sqrt(sum(each.expected.own_variance for each in found)) / spread


def _evidence(
    draft: Measurement,
    usual: LanguageProfile,
    fresh: float,
    dimensions: Mapping[str, Dimension],
    baseline: Baseline,
) -> Iterator[Evidence]:
    for name, reading in draft.items():
        dimension = dimensions.get(name)
        if dimension is None or reading.evidence < dimension.least or not baseline.weight(name):
            continue
        key = dimension.key
        if isinstance(reading.value, str):
            tally = usual.forms.get(key)
            latest = usual.forms.get(recent(key)) if dimension.shifts else None
            if tally and name in baseline.forms:
                yield _form_evidence(dimension, reading, tally, latest or tally, fresh, baseline.forms[name])
        elif key in usual.numbers and name in baseline.numbers:
            yield _number_evidence(dimension, reading, usual.numbers[key], fresh, baseline.numbers[name])


def _form_evidence(
    dimension: Dimension,
    reading: Reading,
    tally: Mapping[str, int],
    latest: Mapping[str, int],
    fresh: float,
    base: FormBaseline,
) -> Evidence:
    """`tally` says how many mails there are, `latest` how their forms are shared out."""
    mails = sum(tally.values()) * fresh
    shares = {name: weight / sum(latest.values()) for name, weight in latest.items()}
    value = str(reading.value)
    names = sorted({*shares, *base.shares, value})
    own = {
        name: (mails * shares.get(name, 0.0) + base.strength * base.share(name)) / (mails + base.strength)
        for name in names
    }
    own_total, all_total = sum(own.values()), sum(base.share(name) for name in names)
    ratios = {
        name: base.weight * _soft(math.log(own[name] / own_total * all_total / base.share(name))) for name in names
    }
    mean = sum(own[name] / own_total * ratios[name] for name in names)
    square = sum(own[name] / own_total * ratios[name] ** 2 for name in names)
    foreign = sum(base.share(name) / all_total * ratios[name] for name in names)
    usual = max(shares, key=lambda name: (shares[name], name))
    return Evidence(dimension, reading, usual, None, ratios[value], Expected(mean, square - mean * mean, foreign))


def _number_evidence(
    dimension: Dimension, reading: Reading, seen: Distribution, fresh: float, base: NumberBaseline
) -> Evidence:
    weight = seen.weight * fresh
    total = seen.first * fresh
    precision = 1.0 / base.between + weight / base.within
    mean = (base.mean / base.between + total / base.within) / precision
    spread = base.variance(reading.evidence)
    own = (mean, spread + 1.0 / precision)
    everybody = (base.mean, spread + base.between)
    value = dimension.scale.forward(float(reading.value))
    ratio = base.weight * _ratio(value, own, everybody)
    usual = dimension.scale.back(seen.mean if seen.mean is not None else mean)
    z = (value - mean) / math.sqrt(own[1])
    return Evidence(dimension, reading, usual, z, ratio, _expected(own, everybody, base.weight))


def _ratio(value: float, own: tuple[float, float], everybody: tuple[float, float]) -> float:
    return _soft(_log_normal(value, *own) - _log_normal(value, *everybody))


@lru_cache(maxsize=20_000)
def _expected(own: tuple[float, float], everybody: tuple[float, float], weight: float) -> Expected:
    mean = square = foreign = 0.0
    own_deviation, all_deviation = math.sqrt(own[1]), math.sqrt(everybody[1])
    for node, share in zip(NODES, SHARES, strict=True):
        ratio = weight * _ratio(own[0] + node * own_deviation, own, everybody)
        mean += share * ratio
        square += share * ratio * ratio
        foreign += share * weight * _ratio(everybody[0] + node * all_deviation, own, everybody)
    return Expected(mean, max(square - mean * mean, 0.0), foreign)


def _log_normal(value: float, mean: float, variance: float) -> float:
    return -0.5 * (math.log(variance) + (value - mean) ** 2 / variance)


def _soft(ratio: float) -> float:
    """Grows like the ratio when small and like its logarithm when large: a step towards the habit always shows."""
    return SOFT * math.asinh(ratio / SOFT)


def _confidence(half: float) -> Confidence:
    if half <= 12.0:
        return Confidence.HIGH
    return Confidence.MEDIUM if half <= 20.0 else Confidence.LOW


def _deviations(found: list[Evidence], points: list[float], lacking: list[float]) -> tuple[Deviation, ...]:
    every = [
        Deviation(each.dimension.name, each.reading.value, each.usual, each.z, point, lack, each.reading.spans)
        for each, point, lack in zip(found, points, lacking, strict=True)
    ]
    return tuple(sorted(every, key=lambda each: each.points))
