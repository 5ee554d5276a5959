"""What to expect of one customer in one language: their own mails, shrunk towards wider profiles and everybody.

A wider profile (the account's, a segment's) first shifts what is expected of anybody there; the customer's own
mails then count against that. Colleagues still differ: however much mail an account has, what is believed of one
of them before their first mail stays at least half as spread as what is believed of a stranger.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from coach.baseline import Baseline, FamilyBaseline
from coach.cues import Cues, CuesInDrafts, cue_row, put
from coach.dimension import Dimension, Scale, recent
from coach.measured import Measured
from coach.model import Stance
from coach.profile import Distribution, LanguageProfile
from coach.recent import Recent

SHARED = 0.5  # of the variance between people is left between the people of one account, at least
COMMON_MAILS = 8.0  # how many mails the common scatter counts as, against the customer's own
REMEMBERED_NUMBERS = 500  # values that drafts had, with what they said; some hundred bytes each


@dataclass(frozen=True, slots=True)
class Belief:
    """On a dimension's scale: where the customer's mean is believed to be, how surely, and how widely the customer's
    mails scatter, against what is common (variances; 1 = as common); in the dimension's unit what is `usual`."""

    mean: float
    variance: float
    usual: float
    scatter: float = 1.0


@dataclass(frozen=True, slots=True)
class Forms:
    """The share of each form in the customer's mails as believed, everybody's, and the one to show as usual."""

    own: Mapping[str, float]
    everybody: Mapping[str, float]
    shown: str
    said: dict[str, tuple[float, Expected]] = field(default_factory=dict, repr=False, compare=False)
    """What each form says in a draft, as far as it was asked."""


class Expected(NamedTuple):
    """Mean and variance of a log-likelihood ratio, for the customer's own mails and for anybody's."""

    own: float
    own_variance: float
    foreign: float


class Said(NamedTuple):
    """What one number says in a draft: its weighted ratio, what to expect of it, and its distance from the customer's
    mean in standard deviations."""

    ratio: float
    expected: Expected
    z: float


class Usual:
    """A profile made ready to be compared with many drafts; what it has worked out it keeps."""

    def __init__(
        self,
        part: LanguageProfile,
        *,
        wider: Sequence[LanguageProfile] = (),
        dimensions: Mapping[str, Dimension],
        baseline: Baseline,
        half_life: timedelta,
        now: datetime | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> None:
        """`wider` goes from narrow to wide; mails that several of them hold should stand in the narrowest only.

        `weights` are an admin's, by dimension: how much its evidence counts, in times of what was learned.
        """
        self.part = part
        self.weights = weights or {}
        self.dimensions = dimensions
        self.baseline = baseline
        known = baseline.numbers.keys() | baseline.forms.keys() | baseline.families.keys()
        self.scored = tuple(each for each in dimensions.values() if each.stance is Stance.MIRROR and each.name in known)
        self.mirrored = {name: each for name, each in dimensions.items() if each.stance is Stance.MIRROR}
        self.wider = tuple(each for each in wider if each.samples > 0)
        widest_first = [each for each in (*reversed(self.wider), part) if each.samples > 0]
        self._levels = [(each, each.freshness(now, half_life)) for each in widest_first]
        self._numbers: dict[str, Belief | None] = {}
        self._forms: dict[str, Forms | None] = {}
        self._cues: CuesInDrafts | None = None
        self.latest: Measured | None = None  # the draft whose changes are tried and share its readings
        self._latest_said: Mapping[tuple[str, float, float], Said] = {}
        self._said: Recent[tuple[str, float, float], Said] = Recent(REMEMBERED_NUMBERS)

    @property
    def empty(self) -> bool:
        """True where nobody's mail is known at all."""
        return not self._levels

    @property
    def speaking(self) -> LanguageProfile:
        """The narrowest profile that holds mail."""
        return self.part if self.part.samples or not self.wider else self.wider[0]

    def number(self, name: str) -> Belief | None:
        """The belief about a dimension that is a number; None where no mail has shown it."""
        if name not in self._numbers:
            self._numbers[name] = self._number(name)
        return self._numbers[name]

    def forms(self, name: str) -> Forms | None:
        """The belief about a dimension of named forms; None where no mail has shown one."""
        if name not in self._forms:
            self._forms[name] = self._form(name)
        return self._forms[name]

    def _number(self, name: str) -> Belief | None:
        base, key = self.baseline.numbers[name], self.dimensions[name].key
        mean, variance, shown, scatter = base.mean, base.between, None, 1.0
        for part, fresh in self._levels:
            sums = part.numbers.get(key)
            if sums is None or sums.weight <= 0:
                continue
            if shown is not None:
                variance = max(variance, SHARED * base.between)
            scatter = _scatter(sums, fresh, base.within) if part is self.part else 1.0
            within = scatter * base.within
            precision = 1.0 / variance + sums.weight * fresh / within
            mean = (mean / variance + sums.first * fresh / within) / precision
            variance, shown = 1.0 / precision, sums.first / sums.weight
        if shown is None:
            return None
        if not self._own(key):
            variance, shown = max(variance, SHARED * base.between), mean
        return Belief(mean, variance, self.dimensions[name].scale.back(shown), scatter)

    def _own(self, key: str) -> bool:
        return key in self.part.numbers

    def _form(self, name: str) -> Forms | None:
        base, dimension = self.baseline.forms[name], self.dimensions[name]
        believed, strength, shown = dict(base.shares), base.strength, ""
        for part, fresh in self._levels:
            tally = part.forms.get(dimension.key)
            if not tally:
                continue
            latest = (part.forms.get(recent(dimension.key)) if dimension.shifts else None) or tally
            mails, whole = sum(tally.values()) * fresh, sum(latest.values())
            names = dict.fromkeys((*believed, *sorted(latest)))  # in one order in every process
            seen = {form: mails * latest.get(form, 0) / whole for form in names}
            believed = {
                form: (seen[form] + strength * believed.get(form, base.RARE)) / (mails + strength) for form in names
            }
            strength = min(strength + mails, base.strength / SHARED)
            shown = max(latest, key=lambda form, tally=latest: (tally[form], form))  # type: ignore[misc]
        if not shown:
            return None
        whole_own, everybody = sum(believed.values()), {form: base.share(form) for form in believed}
        whole_all = sum(everybody.values())
        return Forms(
            {form: share / whole_own for form, share in believed.items()},
            {form: share / whole_all for form, share in everybody.items()},
            shown,
        )

    @property
    def cues(self) -> Cues:
        """The beliefs about all counted cues."""
        return self.cues_in_drafts.cues

    @property
    def cues_in_drafts(self) -> CuesInDrafts:
        """What all counted cues say in drafts."""
        if self._cues is None:
            self._cues = CuesInDrafts(self._all_cues())
        return self._cues

    def _all_cues(self) -> Cues:
        known = {
            name: each for name, each in self.baseline.families.items() if each.names and self._is_current(name, each)
        }
        row = cue_row(tuple(known.items()))
        firm = (row.everybody.yes + row.everybody.no) / SHARED
        own = row.everybody
        for part, fresh in self._levels:
            count, chances = np.zeros(len(row.names)), np.zeros(len(row.names))
            for name in known:
                put(part.counts.get(self.dimensions[name].key, {}), row, name, count, chances)
            own = own.at_most(firm).after(fresh * count / row.noise, fresh * chances / row.noise)
        if not self.part.samples:
            own = own.at_most(firm)
        return Cues(row, own, row.surprise - own.surprise())

    def _is_current(self, name: str, family: FamilyBaseline) -> bool:
        dimension = self.dimensions.get(name)
        return dimension is not None and dimension.scale is Scale.COUNTS and dimension.version == family.version

    def said_before(self, asked: Collection[tuple[str, float, float]]) -> dict[tuple[str, float, float], Said]:
        """What numbers said when drafts were compared before, by dimension, value and evidence."""
        latest = self._latest_said
        found = {key: latest[key] for key in asked if key in latest}
        if len(found) < len(asked):
            found |= self._said.known([key for key in asked if key not in found])
        return found

    def keep_said(
        self, fresh: Mapping[tuple[str, float, float], Said], every: Mapping[tuple[str, float, float], Said]
    ) -> None:
        """Keeps what numbers say now: what was worked out for it, and all that this draft has."""
        if fresh:
            self._said.keep(fresh)
        self._latest_said = every


def _scatter(sums: Distribution, fresh: float, within: float) -> float:
    """The variance of a customer's mails against the common one, drawn to 1 as by COMMON_MAILS more mails."""
    off = fresh * (sums.second - sums.first * sums.first / sums.weight) / within
    return (COMMON_MAILS + max(off, 0.0)) / (COMMON_MAILS + max(sums.count - 1, 0))


def apart(parts: Sequence[LanguageProfile]) -> list[LanguageProfile]:
    """The wider profiles (all but the first), each without the mail that the one before it holds."""
    found = []
    for narrow, wide in pairwise(parts):
        left = wide.merge(narrow, -1) if narrow.samples else wide
        if left.samples > 0 and left.weight > 0:
            found.append(left)
    return found
