"""What each dimension says about a draft: log-likelihood ratios of the customer against anybody, and what to expect.

Every ratio is taken at the draft's own length: the spread of a number and the chances of a cue are those of a mail
with so many words, so a short draft is not punished for noise.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from coach.baseline import FormBaseline
from coach.counting import Array
from coach.cues import Cues, CuesSaid
from coach.dimension import Dimension
from coach.model import Measurement, Reading
from coach.usual import Belief, Expected, Forms, Said, Usual

SOFT = 1.5  # nats; beyond about this, more distance counts less and less, so that no dimension decides alone
# Gauss-Hermite nodes and weights (9 points) for expectations under a normal distribution.
NODES = np.array([[-4.5127], [-3.2054], [-2.0768], [-1.0233], [0.0], [1.0233], [2.0768], [3.2054], [4.5127]])
SHARES = np.array([2.23e-05, 0.002789, 0.04992, 0.2441, 0.40635, 0.2441, 0.04992, 0.002789, 2.23e-05])


_Mirrored = Sequence[tuple[Dimension, Reading]]
"""The readings that may enter a score."""

_Number = tuple[Dimension, Reading, Belief]
"""A dimension that is one number: its reading in the draft, and what is believed of the customer's."""


class CueEvidence(NamedTuple):
    """A family's cues [start, end) in the row of all, what they say in the draft, and an admin's `weight` of it."""

    cues: Cues
    start: int
    end: int
    said: CuesSaid
    weight: float = 1.0


class Evidence(NamedTuple):
    """One dimension's weighted say: the draft's ratio, what to expect, and the values compared."""

    dimension: Dimension
    reading: Reading
    usual: float | str
    z: float | None
    ratio: float
    expected: Expected
    cues: CueEvidence | None = None


def evidence(draft: Measurement, usual: Usual) -> list[Evidence]:
    """What every dimension says that this draft has, that the customer's mails have shown and that counts."""
    mirrored = list(_counting(draft, usual))
    return [*_forms(mirrored, usual), *_numbers(mirrored, usual), *_families(mirrored, usual)]


def single_ratios(draft: Measurement, usual: Usual) -> dict[str, float]:
    """The weighted ratios alone of the dimensions that are one number or one form; no expectations."""
    mirrored = list(_counting(draft, usual))
    asked = list(_comparable(mirrored, usual))
    numbers = _compared(asked, usual)
    ratios = (numbers.weight * numbers.ratio(numbers.value)).tolist() if asked else []
    found = dict(zip((dimension.name for dimension, _, _ in asked), ratios, strict=True))
    return found | {each.dimension.name: each.ratio for each in _forms(mirrored, usual)}


def _counting(draft: Measurement, usual: Usual) -> Iterator[tuple[Dimension, Reading]]:
    """The readings that may enter a score: of habits to mirror, with text enough."""
    mirrored = usual.mirrored
    for name, reading in draft.items():
        dimension = mirrored.get(name)
        if dimension is not None and reading.evidence >= dimension.least:
            yield dimension, reading


def _forms(mirrored: _Mirrored, usual: Usual) -> Iterator[Evidence]:
    for dimension, reading in mirrored:
        if isinstance(reading.value, str) and dimension.name in usual.baseline.forms:
            forms = usual.forms(dimension.name)
            if forms:
                said = forms.said.get(reading.value)
                if said is None:
                    said = _said_by(reading.value, forms, usual.baseline.forms[dimension.name])
                    forms.said[reading.value] = said
                ratio, expected = said
                yield Evidence(dimension, reading, forms.shown, None, ratio, expected)


def _said_by(value: str, forms: Forms, base: FormBaseline) -> tuple[float, Expected]:
    """The weighted ratio of one form and what to expect; of a form that neither this customer nor the figures know it
    is that of the rarest known."""
    own, everybody = forms.own, forms.everybody
    ratios = {form: base.weight * _soft(math.log(share / everybody[form])) for form, share in own.items() if share > 0}
    mean = sum(own[form] * ratio for form, ratio in ratios.items())
    square = sum(own[form] * ratio * ratio for form, ratio in ratios.items())
    foreign = sum(everybody[form] * ratio for form, ratio in ratios.items())
    return ratios.get(value, min(ratios.values())), Expected(mean, square - mean * mean, foreign)


def _soft(ratio: float) -> float:
    """Grows like the ratio when small and like its logarithm when large: a step towards the habit always shows."""
    return SOFT * math.asinh(ratio / SOFT)


@dataclass(frozen=True, slots=True)
class _Compared:
    """All dimensions that are numbers, side by side: the draft's value, and the normal distributions of the
    customer's and of everybody's values in a text of this evidence."""

    value: Array
    own: tuple[Array, Array]
    everybody: tuple[Array, Array]
    weight: Array

    def ratio(self, value: Array) -> Array:
        """The softened log-likelihood ratio of each dimension at this value.

        Beyond the customer's own habit, on the side away from everybody's, nothing more is to be gained: there
        everybody's density is held, so that half as long as a brief customer's mails is not "even more theirs".
        """
        (mean, variance), (mean_all, variance_all) = self.own, self.everybody
        beyond = (value - mean) * (mean - mean_all) > 0.0
        near = (value - mean) ** 2 / variance + np.log(variance)
        near_all = (np.where(beyond, mean, value) - mean_all) ** 2 / variance_all + np.log(variance_all)
        return np.asarray(SOFT * np.arcsinh(0.5 * (near_all - near) / SOFT))


def _comparable(mirrored: _Mirrored, usual: Usual) -> Iterator[_Number]:
    """The readings that are one number, with what is believed of this customer's."""
    numbers = usual.baseline.numbers
    for dimension, reading in mirrored:
        if dimension.name in numbers and not isinstance(reading.value, str):
            belief = usual.number(dimension.name)
            if belief is not None:
                yield dimension, reading, belief


def _compared(asked: Sequence[_Number], usual: Usual) -> _Compared:
    rows = []
    for dimension, reading, belief in asked:
        base = usual.baseline.numbers[dimension.name]
        spread = base.variance(reading.evidence)
        value = dimension.scale.forward(float(reading.value))
        own_variance = belief.scatter * spread + belief.variance
        rows.append((value, belief.mean, own_variance, base.mean, spread + base.between, base.weight))
    columns = np.array(rows, dtype=np.float64).reshape(-1, 6).T
    return _Compared(columns[0], (columns[1], columns[2]), (columns[3], columns[4]), columns[5])


def _numbers(mirrored: _Mirrored, usual: Usual) -> list[Evidence]:
    """What a value says depends on it and its evidence alone; while somebody types, most are as they were."""
    asked = {(each[0].name, float(each[1].value), each[1].evidence): each for each in _comparable(mirrored, usual)}
    known, fresh = usual.said_before(asked), dict[tuple[str, float, float], Said]()
    if len(known) < len(asked):
        missing = [key for key in asked if key not in known]
        fresh = dict(zip(missing, _said([asked[key] for key in missing], usual), strict=True))
        known |= fresh
    usual.keep_said(fresh, known)
    both = [(known[key], each) for key, each in asked.items()]
    return [
        Evidence(dimension, reading, belief.usual, z, ratio, expected)
        for (ratio, expected, z), (dimension, reading, belief) in both
    ]


def _said(asked: Sequence[_Number], usual: Usual) -> list[Said]:
    every = _compared(asked, usual)
    ratio = every.weight * every.ratio(every.value)
    mine = every.weight * every.ratio(every.own[0] + NODES * np.sqrt(every.own[1]))
    theirs = every.weight * every.ratio(every.everybody[0] + NODES * np.sqrt(every.everybody[1]))
    own, square, foreign = (_row_by_row(SHARES[:, None] * each) for each in (mine, mine * mine, theirs))
    variance = np.maximum(square - own * own, 0.0)
    z = (every.value - every.own[0]) / np.sqrt(every.own[1])
    expected = map(Expected, own.tolist(), variance.tolist(), foreign.tolist())
    return list(map(Said, ratio.tolist(), expected, z.tolist()))


def _row_by_row(rows: Array) -> Array:
    """The sum of the rows in their order, so that no figure depends on which others are worked out with it."""
    total: Array = rows[0].copy()
    for row in rows[1:]:
        total += row
    return total


def _families(mirrored: _Mirrored, usual: Usual) -> Iterator[Evidence]:
    found = {
        dimension.name: reading
        for dimension, reading in mirrored
        if reading.tally is not None and dimension.name in usual.cues.row.families
    }
    if not found:
        return
    cues, families = usual.cues, usual.cues.row.families
    said = usual.cues_in_drafts.said(found)
    for name, reading in found.items():
        family, (start, end) = said.families[name], families[name]
        cue_evidence = CueEvidence(cues, start, end, said)
        yield Evidence(
            usual.dimensions[name], reading, 0.0, None, family.ratio, Expected(*family.expected), cue_evidence
        )
