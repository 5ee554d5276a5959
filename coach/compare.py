"""Measurement x profile -> contributions -> a calibrated score with its band.

The evidence of all dimensions is summed, put between what anybody's mail gets (50) and what the customer's own
mails get (85) at this length, and handed back dimension by dimension: the score is 50 plus its contributions.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from coach.dimension import SEPARATOR
from coach.document import Document
from coach.evidence import CueEvidence, Evidence, evidence
from coach.model import Confidence, Cue, Deviation, Measurement
from coach.profile import Profile
from coach.usual import Expected, Usual

OWN = 85.0  # the score of a mail like the customer's own
FOREIGN = 50.0  # the score of a mail like anybody else's
NINETY = 1.645  # standard deviations to either side that hold 90 % of a normal distribution
LEAST_WORDS = 12
ENOUGH_WORDS = 40  # from here on it is not the draft that is too short
FIRMNESS = 0.75  # 1: every customer's own mails reach 85 alike; less: of one who writes like anybody, a little less
WIDEST = 30.0  # points to either side; a wider band says nothing
TOLD_CUES = 8  # of a family; the others are summed up
NAMED_CUES = 3  # of a family, in a sentence about it
REST = "..."  # the name of what is left of a family's cues


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of one draft against one profile; `score` is None where it would say nothing."""

    score: float | None
    band: tuple[float, float] | None
    confidence: Confidence
    by_dimension: Deviations
    note: str | None = None

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """What costs most first."""
        return tuple(sorted(self.by_dimension.values(), key=lambda each: each.points))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From weighted evidence to points: 0 at what anybody's mail gets here, OWN - FOREIGN at what own mails get."""

    per_nat: float
    low: float

    def points(self, ratio: float, own: float, foreign: float) -> float:
        return self.per_nat * (ratio - foreign - self.low * (own - foreign))


NO_SCALE = _Scale(0.0, 0.0)


class Deviations(Mapping[str, Deviation]):
    """The deviations by dimension, each made when somebody looks at it: of a draft that is only tried, few are."""

    def __init__(self, found: Sequence[Evidence] = (), scale: _Scale = NO_SCALE, shrink: float = 1.0) -> None:
        self._found = {each.dimension.name: each for each in found}
        self._scale = scale
        self._shrink = shrink
        self._made: dict[str, Deviation] = {}

    def __getitem__(self, name: str) -> Deviation:
        if name not in self._made:
            self._made[name] = _deviation(self._found[name], self._scale, self._shrink)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def compare(draft: Measurement, words: int, usual: Usual, *, min_words: int = LEAST_WORDS) -> Comparison:
    """How well a measured draft of `words` words fits."""
    if words < min_words:
        return Comparison(None, None, Confidence.NONE, Deviations(), "too_little_text")
    found = weighted(evidence(draft, usual), usual.weights)
    spread = sum(each.expected.own - each.expected.foreign for each in found)
    if not found or spread <= 0:
        return Comparison(None, None, Confidence.NONE, Deviations(), "no_profile")
    calibration = usual.baseline.calibration
    low, high = calibration.at(words, calibration.foreign), calibration.at(words, calibration.own)
    unit = spread**FIRMNESS
    scale = _Scale((OWN - FOREIGN) / (high - low) / unit, low * unit / spread)
    variance = sum(each.expected.own_variance for each in found)
    half = NINETY * scale.per_nat * math.sqrt(variance) * calibration.at(words, calibration.widen)
    raw = FOREIGN + sum(scale.points(each.ratio, each.expected.own, each.expected.foreign) for each in found)
    if half > WIDEST:
        return Comparison(None, None, Confidence.NONE, Deviations(found, scale), _why_wide(words))
    score = bounded(raw)
    shrink = (score - FOREIGN) / (raw - FOREIGN) if raw != score else 1.0  # the parts shrink with the whole
    band = (bounded(raw - half), bounded(raw + half))
    return Comparison(score, band, _confidence(half), Deviations(found, scale, shrink))


def weighted(found: list[Evidence], weights: Mapping[str, float]) -> list[Evidence]:
    """The evidence with each dimension's multiplied by its weight; what weighs nothing is left out."""
    if not weights:
        return found
    both = ((each, weights.get(each.dimension.name, 1.0)) for each in found)
    return [each if weight == 1.0 else _times(each, weight) for each, weight in both if weight > 0.0]


def _times(found: Evidence, weight: float) -> Evidence:
    own, variance, foreign = found.expected
    cues = found.cues and replace(
        found.cues,
        ratio=weight * found.cues.ratio,
        own=weight * found.cues.own,
        foreign=weight * found.cues.foreign,
    )
    expected = Expected(weight * own, weight * weight * variance, weight * foreign)
    return found._replace(ratio=weight * found.ratio, expected=expected, cues=cues)


def bounded(raw: float) -> float:
    """Between 0 and 100 and rising everywhere: straight from 50 to 85, ever flatter beyond, so that each step shows."""
    if raw > OWN:
        return 100.0 - (100.0 - OWN) * math.exp((OWN - raw) / (100.0 - OWN))
    return raw if raw >= FOREIGN else FOREIGN * math.exp((raw - FOREIGN) / FOREIGN)


def _why_wide(words: int) -> str:
    """Why there is no score: the draft is short, or it is long enough and the customer writes now so, now so."""
    return "thin_profile" if words < ENOUGH_WORDS else "unclear_style"


def raw_fit(found: list[Evidence]) -> tuple[float, float] | None:
    """The uncalibrated fit (0 = as anybody's mail is expected to be) and its standard deviation for own mails."""
    spread = sum(each.expected.own - each.expected.foreign for each in found)
    if spread <= 0:
        return None
    unit = spread**FIRMNESS
    fit = sum(each.ratio - each.expected.foreign for each in found) / unit
    return fit, math.sqrt(sum(each.expected.own_variance for each in found)) / unit


def _confidence(half: float) -> Confidence:
    if half <= 12.0:
        return Confidence.HIGH
    return Confidence.MEDIUM if half <= 20.0 else Confidence.LOW


def _deviation(found: Evidence, scale: _Scale, shrink: float) -> Deviation:
    expected = found.expected
    points = shrink * scale.points(found.ratio, expected.own, expected.foreign)
    lacking = scale.per_nat * (expected.own - found.ratio)
    name, reading = found.dimension.name, found.reading
    if found.cues is None or reading.tally is None:
        return Deviation(name, reading.value, found.usual, found.z, points, lacking, tuple(reading.spans))
    cues, value, usual = _cues(found.cues, scale, shrink)
    told = tuple(Cue(each.name, each.value, each.usual, each.points, reading.tally.spans(each.name)) for each in cues)
    spans = tuple(span for each in told if each.points < 0 for span in each.spans)
    rest = Cue(REST, 0.0, 0.0, points - sum(each.points for each in told))
    return Deviation(name, value, usual, None, points, lacking, spans, (*told, rest))


def _cues(family: CueEvidence, scale: _Scale, shrink: float) -> tuple[list[Cue], str, str]:
    """The cues that move most, and by name those that the draft has too much and too little of."""
    apart = family.own - family.foreign
    points = shrink * scale.per_nat * (family.ratio - family.foreign - scale.low * apart)
    lost = family.own - family.ratio
    usual = family.cues.own.mean[family.start : family.end]
    names = family.cues.row.names[family.start : family.end]
    weight = np.maximum(np.abs(points), scale.per_nat * lost)  # what moves the score, and what could
    strongest = np.argsort(-weight, kind="stable")[:TOLD_CUES]
    told = [Cue(names[at], float(family.rate[at]), float(usual[at]), float(points[at])) for at in strongest]
    costliest = [at for at in np.argsort(-lost, kind="stable")[:TOLD_CUES] if lost[at] > 0]
    much = [names[at] for at in costliest if family.rate[at] > usual[at]][:NAMED_CUES]
    little = [names[at] for at in costliest if family.rate[at] < usual[at]][:NAMED_CUES]
    return told, SEPARATOR.join(much), SEPARATOR.join(little)


def why_unscored(draft: Document, profiles: Sequence[Profile]) -> str:
    """The note in place of a score where the draft or the mail known so far does not allow one."""
    if draft.told is None or (draft.language is not None and draft.words == 0):
        return "too_little_text"
    if draft.language is None:
        return "other_language"
    return "language_differs" if any(each.samples for each in profiles) else "no_profile"
