"""Measurement x profile -> contributions -> a calibrated score with its band.

The evidence of all dimensions is summed, put between what anybody's mail gets (50) and what the customer's own
mails get (85) at this length, and handed back dimension by dimension: the score is 50 plus its contributions.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

import numpy as np

from coach.counting import Array
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
        return tuple(sorted(self.by_dimension.every(), key=POINTS))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From weighted evidence to points: 0 at what anybody's mail gets here, OWN - FOREIGN at what own mails get."""

    per_nat: float
    low: float

    def points(self, ratio: float, own: float, foreign: float) -> float:
        return self.per_nat * (ratio - foreign - self.low * (own - foreign))


POINTS = attrgetter("points")
NO_SCALE = _Scale(0.0, 0.0)


class Deviations(Mapping[str, Deviation]):
    """The deviations by dimension, each made when somebody looks at it: of a draft that is only tried, few are."""

    def __init__(self, found: Sequence[Evidence] = (), scale: _Scale = NO_SCALE, shrink: float = 1.0) -> None:
        self._all = found
        self._scale = scale
        self._shrink = shrink
        self._made: dict[str, Deviation] = {}

    @cached_property
    def _found(self) -> dict[str, Evidence]:
        return {each.dimension.name: each for each in self._all}

    @cached_property
    def _lost(self) -> _Lost | None:
        """What all cues do to the score; None without any."""
        found = next((each.cues for each in self._all if each.cues is not None), None)
        return _lost(found, self._scale, self._shrink) if found else None

    def __getitem__(self, name: str) -> Deviation:
        known = self._made.get(name)
        if known is None:
            known = self._made[name] = _deviation(self._found[name], self._scale, self._shrink, self._lost)
        return known

    def lacking(self, name: str) -> float:
        """The points by which the customer's own mails do better there; 0 where that was not compared."""
        found = self._found.get(name)
        return self._scale.per_nat * (found.expected.own - found.ratio) if found is not None else 0.0

    def every(self) -> list[Deviation]:
        """All of them."""
        return [self[each.dimension.name] for each in self._all]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._all)


def compare(draft: Measurement, words: int, usual: Usual, *, min_words: int = LEAST_WORDS) -> Comparison:
    """How well a measured draft of `words` words fits."""
    if words < min_words:
        return Comparison(None, None, Confidence.NONE, Deviations(), "too_little_text")
    found = weighted(evidence(draft, usual), usual.weights)
    spread, variance, gained = _summed(found)
    if not found or spread <= 0:
        return Comparison(None, None, Confidence.NONE, Deviations(), "no_profile")
    calibration = usual.baseline.calibration
    low, high = calibration.at(words, calibration.foreign), calibration.at(words, calibration.own)
    unit = spread**FIRMNESS
    scale = _Scale((OWN - FOREIGN) / (high - low) / unit, low * unit / spread)
    half = NINETY * scale.per_nat * math.sqrt(variance) * calibration.at(words, calibration.widen)
    raw = FOREIGN + scale.per_nat * (gained - scale.low * spread)
    if half > WIDEST:
        return Comparison(None, None, Confidence.NONE, Deviations(found, scale), _why_wide(words))
    score = bounded(raw)
    shrink = (score - FOREIGN) / (raw - FOREIGN) if raw != score else 1.0  # the parts shrink with the whole
    band = (bounded(raw - half), bounded(raw + half))
    return Comparison(score, band, _confidence(half), Deviations(found, scale, shrink))


def _summed(found: Sequence[Evidence]) -> tuple[float, float, float]:
    """How far apart the customer's own mails and anybody's are expected to be, the variance of the customer's own,
    and by how much the draft has more than anybody's."""
    expected = [each.expected for each in found]
    spread = sum([own - foreign for own, _, foreign in expected])
    gained = sum([each.ratio - each.expected.foreign for each in found])
    return spread, sum([variance for _, variance, _ in expected]), gained


def weighted(found: list[Evidence], weights: Mapping[str, float]) -> list[Evidence]:
    """The evidence with each dimension's multiplied by its weight; what weighs nothing is left out."""
    if not weights:
        return found
    both = ((each, weights.get(each.dimension.name, 1.0)) for each in found)
    return [each if weight == 1.0 else _times(each, weight) for each, weight in both if weight > 0.0]


def _times(found: Evidence, weight: float) -> Evidence:
    own, variance, foreign = found.expected
    cues = found.cues and found.cues._replace(weight=weight * found.cues.weight)
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
    spread, variance, gained = _summed(found)
    if spread <= 0:
        return None
    unit = spread**FIRMNESS
    return gained / unit, math.sqrt(variance) / unit


def _confidence(half: float) -> Confidence:
    if half <= 12.0:
        return Confidence.HIGH
    return Confidence.MEDIUM if half <= 20.0 else Confidence.LOW


def _deviation(found: Evidence, scale: _Scale, shrink: float, lost: _Lost | None) -> Deviation:
    own, _, foreign = found.expected
    points = shrink * scale.points(found.ratio, own, foreign)
    lacking = scale.per_nat * (own - found.ratio)
    name, reading = found.dimension.name, found.reading
    if found.cues is None or reading.tally is None or lost is None:
        return Deviation(name, reading.value, found.usual, found.z, points, lacking, tuple(reading.spans))
    cues, value, usual = _cues(found.cues, lost)
    places = reading.tally.spans_of([name for name, _, _, _ in cues])
    told = tuple([Cue(*each, tuple(places[each[0]])) for each in cues])
    spans = tuple([span for each in told if each.points < 0 for span in each.spans])
    rest = Cue(REST, 0.0, 0.0, points - sum([each.points for each in told]))
    return Deviation(name, value, usual, None, points, lacking, spans, (*told, rest))


@dataclass(frozen=True, slots=True, eq=False)
class _Lost:
    """Of all cues in their row, before an admin's weights: `figures` are each one's rate in the draft, its usual rate,
    its points, and by how much it falls short of what is expected of the customer's own mails (in nats). What moves
    the score most (or could), and what falls short most, is lowest in `strongest` and `costliest`."""

    figures: Array
    strongest: Array
    costliest: Array


def _lost(found: CueEvidence, scale: _Scale, shrink: float) -> _Lost:
    said = found.said
    points = shrink * scale.per_nat * (said.ratio - said.foreign - scale.low * (said.own - said.foreign))
    short = said.own - said.ratio
    figures = np.stack([said.rate, found.cues.own.mean, points, short])
    return _Lost(figures, -np.maximum(np.abs(points), scale.per_nat * short), -short)


def _cues(family: CueEvidence, lost: _Lost) -> tuple[list[tuple[str, float, float, float]], str, str]:
    """The cues that move most (name, rate in the draft, usual rate, points), and by name those that the draft has too
    much and too little of."""
    start, names, weight = family.start, family.cues.row.names, family.weight
    here = slice(start, family.end)
    strongest = start + lost.strongest[here].argsort(kind="stable")[:TOLD_CUES]
    rates, usual, points, _ = lost.figures[:, strongest].tolist()
    told = [
        (names[at], rate, often, weight * each)
        for at, rate, often, each in zip(strongest.tolist(), rates, usual, points, strict=True)
    ]
    costliest = start + lost.costliest[here].argsort(kind="stable")[:TOLD_CUES]
    rates, usual, _, short = lost.figures[:, costliest].tolist()
    off = [
        (names[at], rate - often)
        for at, rate, often, lacking in zip(costliest.tolist(), rates, usual, short, strict=True)
        if lacking > 0
    ]
    much = [name for name, by in off if by > 0][:NAMED_CUES]
    little = [name for name, by in off if by < 0][:NAMED_CUES]
    return told, SEPARATOR.join(much), SEPARATOR.join(little)


def why_unscored(draft: Document, profiles: Sequence[Profile]) -> str:
    """The note in place of a score where the draft or the mail known so far does not allow one."""
    if draft.told is None or (draft.language is not None and draft.words == 0):
        return "too_little_text"
    if draft.language is None:
        return "other_language"
    return "language_differs" if any(each.samples for each in profiles) else "no_profile"
