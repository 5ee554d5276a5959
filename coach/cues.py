"""All counted cues of all families in one row, and what they say in one draft after the other.

From one draft to the next little changes, and only the cues that changed are worked out anew.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coach import counting
from coach.baseline import FamilyBaseline
from coach.counting import Array, Expected, Shares
from coach.model import Measurement, Tally
from coach.profile import chances_of

REMEMBERED_STEPS = 4  # of chances, by cue, with what to expect there; some 30 kB each
LATEST = 3  # drafts
STEP = 1.12  # chances this near to each other (a factor) share what is expected of them
_STEP = math.log(STEP)
NONE, UNKNOWN = -(10**6), -(10**7)  # the step of a cue without any chance, and where nothing is kept yet


@dataclass(frozen=True, slots=True, eq=False)
class CueRow:
    """All cues of all families in one row: where each family and cue stands, and what is known of everybody."""

    families: Mapping[str, tuple[int, int]]
    starts: NDArray[np.intp]
    names: tuple[str, ...]
    at: Mapping[str, Mapping[str, int]]
    groups: Mapping[str, Mapping[str, NDArray[np.intp]]]
    noise: Array
    weight: Array
    everybody: Shares
    surprise: Array


@dataclass(frozen=True, slots=True)
class Cues:
    """What is believed of the customer's share of each cue in the row; `constant` is the same for all drafts."""

    row: CueRow
    own: Shares
    constant: Array


class FamilySaid(NamedTuple):
    """The same summed over the cues of one family: its ratio; the customer's own mean and variance, anybody's mean."""

    ratio: float
    expected: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class CuesSaid:
    """What each cue of the row says in one draft (`ratio`), and what to expect of it (the last three); weighted."""

    count: Array
    chances: Array
    rate: Array
    ratio: Array
    expected: Expected
    own: Array
    variance: Array
    foreign: Array
    families: Mapping[str, FamilySaid]


class CuesInDrafts:
    """What the cues say in drafts by one customer; remembers the latest few, for a draft and what changes would make
    of it take turns. Safe between threads."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self._steps = _Steps(cues)
        self._latest: tuple[CuesSaid, ...] = ()
        self._counted: dict[str, tuple[tuple[Tally, Array, Array], ...]] = {}

    def said(self, found: Measurement) -> CuesSaid:
        """What these families' readings say, and the families that were not read as if there had been no chance."""
        count, chances = self._row(found)
        latest = self._latest
        if not latest:
            said = self._all_said(count, chances)
        else:
            others = [np.flatnonzero((count != each.count) | (chances != each.chances)) for each in latest]
            least = min(range(len(latest)), key=lambda at: others[at].size)
            before, other = latest[least], others[least]
            said = self._said_after(before, count, chances, other) if other.size else before
        if not latest or said is not latest[0]:
            self._latest = (said, *[each for each in latest if each is not said][: LATEST - 1])
        return said

    def _all_said(self, count: Array, chances: Array) -> CuesSaid:
        ratio = self.cues.row.weight * cue_ratios(count, chances, self.cues)
        return self._weighted(count, chances, ratio, self._steps.expected(chances / self.cues.row.noise))

    def _said_after(self, before: CuesSaid, count: Array, chances: Array, changed: NDArray[np.intp]) -> CuesSaid:
        row, cues = self.cues.row, self.cues
        noise = row.noise[changed]
        fresh = counting.ratios(
            count[changed] / noise,
            chances[changed] / noise,
            cues.own.only(changed),
            row.everybody.only(changed),
            cues.constant[changed],
        )
        ratio = before.ratio.copy()
        ratio[changed] = row.weight[changed] * fresh
        same = bool((chances[changed] == before.chances[changed]).all())
        return self._weighted(
            count, chances, ratio, before.expected if same else self._steps.expected(chances / row.noise), before
        )

    def _weighted(
        self, count: Array, chances: Array, ratio: Array, expected: Expected, before: CuesSaid | None = None
    ) -> CuesSaid:
        rate, weight = count / np.maximum(chances, 1.0), self.cues.row.weight
        if before is not None and before.expected is expected:
            own, variance, foreign = before.own, before.variance, before.foreign
        else:
            own, foreign = weight * expected.own, weight * expected.foreign
            variance = weight * weight * expected.variance
        families = self._summed(ratio, own, variance, foreign)
        return CuesSaid(count, chances, rate, ratio, expected, own, variance, foreign, families)

    def _summed(self, *each: Array) -> Mapping[str, FamilySaid]:
        sums = np.add.reduceat(np.stack(each), self.cues.row.starts, axis=1).T.tolist()
        families = zip(self.cues.row.families, sums, strict=True)
        return {name: FamilySaid(ratio, (own, variance, foreign)) for name, (ratio, own, variance, foreign) in families}

    def _row(self, found: Measurement) -> tuple[Array, Array]:
        """Counts and chances of all cues; a family with the counts of one of the last times is not gone through."""
        row = self.cues.row
        count, chances = np.zeros(len(row.names)), np.zeros(len(row.names))
        for name, reading in found.items():
            assert reading.tally is not None
            start, end = row.families[name]
            latest, tally = self._counted.get(name, ()), reading.tally
            for known in latest:
                if known[0].counts == tally.counts and known[0].chances == tally.chances:
                    break
            else:
                known = (tally, *_family_counted(tally, name, row))
                self._counted[name] = (known, *latest[: LATEST - 1])
            count[start:end], chances[start:end] = known[1], known[2]
        return count, chances


class _Steps:
    """What to expect of each cue by its chances, which go by steps. While somebody types, each cue goes up and down
    between a few of them, each at its own time; what was worked out for one is kept until another takes its place."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        many = len(cues.row.names)
        self._every = np.arange(many)
        self._kept = np.full((REMEMBERED_STEPS, many), UNKNOWN, dtype=np.int64)
        self._said = np.zeros((3, REMEMBERED_STEPS, many))
        self._latest: tuple[tuple[NDArray[np.int64], Expected], ...] = ()
        self._lock = threading.Lock()

    def expected(self, chances: Array) -> Expected:
        """What the cues' ratios come to on average with about so many chances."""
        some = chances > 0
        steps = np.where(some, np.round(np.log(np.maximum(chances, 1e-9)) / _STEP), NONE).astype(np.int64)
        with self._lock:
            for before, said in self._latest:
                if np.array_equal(steps, before):
                    return said
            place = steps % REMEMBERED_STEPS
            missing = np.flatnonzero(self._kept[place, self._every] != steps)
            if missing.size:
                self._keep(missing, steps[missing], place[missing])
            own, variance, foreign = self._said[:, place, self._every]
            found = Expected(own, variance, foreign)
            self._latest = ((steps, found), *self._latest[: LATEST - 1])
        return found

    def _keep(self, cues: NDArray[np.intp], steps: NDArray[np.int64], place: NDArray[np.int64]) -> None:
        near = np.where(steps == NONE, 0.0, np.exp(steps * _STEP))
        made = counting.expected(near, self._cues.own.only(cues), self._cues.row.everybody.only(cues))
        self._said[:, place, cues] = made.own, made.variance, made.foreign
        self._kept[place, cues] = steps


def counted(found: Measurement, row: CueRow) -> tuple[Array, Array]:
    """Counts and chances of all cues in a draft; a cue cannot stand there more often than it has chances."""
    count, chances = np.zeros(len(row.names)), np.zeros(len(row.names))
    for name, reading in found.items():
        assert reading.tally is not None
        start, end = row.families[name]
        count[start:end], chances[start:end] = _family_counted(reading.tally, name, row)
    return count, chances


def _family_counted(tally: Tally, family: str, row: CueRow) -> tuple[Array, Array]:
    start, end = row.families[family]
    count, chances = np.zeros(end - start), np.zeros(end - start)
    at, groups = row.at[family], row.groups[family]
    known = [cue for cue in tally.counts if cue in at]
    if known:
        count[[at[cue] - start for cue in known]] = [tally.counts[cue] for cue in known]
    if len(groups) == 1:
        chances[:] = next((tally.chances[group] for group in groups if group in tally.chances), 0)
    else:
        for group, chance in tally.chances.items():
            if group in groups:
                chances[groups[group] - start] = chance
    return np.minimum(count, chances), chances


def cue_ratios(count: Array, chances: Array, cues: Cues) -> Array:
    """What each cue says, unweighted."""
    noise = cues.row.noise
    return counting.ratios(count / noise, chances / noise, cues.own, cues.row.everybody, cues.constant)


def put(tally: Mapping[str, int], row: CueRow, family: str, count: Array, chances: Array) -> None:
    """Writes a profile's counts and chances of one family into the row's places."""
    at, groups = row.at[family], row.groups[family]
    for name, summed in tally.items():
        place = at.get(name)
        if place is not None:
            count[place] = summed
    for group, members in groups.items():
        chances[members] = tally.get(chances_of(group), 0)


@lru_cache(maxsize=16)
def cue_row(known: tuple[tuple[str, FamilyBaseline], ...]) -> CueRow:
    families: dict[str, tuple[int, int]] = {}
    at: dict[str, dict[str, int]] = {}
    groups: dict[str, dict[str, NDArray[np.intp]]] = {}
    start = 0
    for name, family in known:
        at[name] = {cue: start + place for place, cue in enumerate(family.names)}
        members: dict[str, list[int]] = {}
        for place, group in enumerate(family.groups):
            members.setdefault(group, []).append(start + place)
        groups[name] = {group: np.array(places, dtype=np.intp) for group, places in members.items()}
        families[name] = (start, start + len(family.names))
        start += len(family.names)
    everybody = Shares(
        _joined(family.shares.yes for _, family in known), _joined(family.shares.no for _, family in known)
    )
    return CueRow(
        families,
        np.array([start for start, _ in families.values()], dtype=np.intp),
        tuple(cue for _, family in known for cue in family.names),
        at,
        groups,
        _joined(family.noise for _, family in known),
        _joined(family.weight for _, family in known),
        everybody,
        everybody.surprise(),
    )


def _joined(parts: Iterable[Array]) -> Array:
    return np.concatenate([np.zeros(0), *parts])
