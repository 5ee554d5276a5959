"""What is usual in a language: how people differ, how one person varies, and how much each dimension tells.

The figures in baseline.json were learned by bench/learn_baseline.py from public mail; docs/benchmarks.md says how.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from coach.counting import Array, Shares


@dataclass(frozen=True, slots=True)
class NumberBaseline:
    """On the dimension's scale: the mean over people, the variance between them, and the variance of one
    person's mails, `within + noise / evidence`."""

    mean: float
    between: float
    within: float
    noise: float
    weight: float

    def variance(self, evidence: float) -> float:
        return self.within + self.noise / max(evidence, 1.0)

    def worth(self, evidence: float) -> float:
        """How much a mail with this evidence counts, against one with endless evidence (0-1)."""
        return self.within / self.variance(evidence)


@dataclass(frozen=True, slots=True)
class FormBaseline:
    """Shares of the forms over people; `strength` is how many mails these shares count as in a profile."""

    shares: Mapping[str, float]
    strength: float
    weight: float

    RARE = 0.004  # the share of a form that was never seen

    def share(self, form: str) -> float:
        return max(self.shares.get(form, 0.0), self.RARE)


@dataclass(frozen=True, slots=True, eq=False)
class FamilyBaseline:
    """A family of counted cues. Per cue: the group whose chances it is counted against, its share of them over
    people (`mean`) and how many chances that share is worth in a profile (`strength`), how much more one person's
    mails vary than chance alone would have it (`noise`, 1 = not at all), and its weight."""

    version: int
    names: tuple[str, ...]
    groups: tuple[str, ...]
    mean: Array
    strength: Array
    noise: Array
    weight: Array

    @property
    def shares(self) -> Shares:
        return Shares.around(self.mean, self.strength)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns the raw fit (0 = as anybody's mail is expected to be) into the scale with 50 and 85.

    Per length (words of the draft): the raw fit of the median foreign and own mail, and by how much the
    spread computed for independent dimensions must be widened to cover 90 % of own mails.
    """

    words: tuple[float, ...]
    foreign: tuple[float, ...]
    own: tuple[float, ...]
    widen: tuple[float, ...]

    def at(self, words: int, values: tuple[float, ...]) -> float:
        """The value for this length, between the two nearest lengths (straight line), flat outside."""
        if words <= self.words[0]:
            return values[0]
        for index in range(1, len(self.words)):
            if words <= self.words[index]:
                low, high = self.words[index - 1], self.words[index]
                share = (words - low) / (high - low)
                return values[index - 1] + share * (values[index] - values[index - 1])
        return values[-1]


@dataclass(frozen=True, slots=True)
class Baseline:
    """One language's usual values; dimensions that it does not name are not scored."""

    numbers: Mapping[str, NumberBaseline]
    forms: Mapping[str, FormBaseline]
    calibration: Calibration
    families: Mapping[str, FamilyBaseline] = field(default_factory=dict)

    def weight(self, dimension: str) -> float:
        """How much a dimension that is a number or a form counts; 0 for one that is not scored."""
        found = self.numbers.get(dimension) or self.forms.get(dimension)
        return found.weight if found else 0.0


@cache
def baselines() -> Mapping[str, Baseline]:
    """The shipped figures by language code."""
    text = resources.files("coach").joinpath("baseline.json").read_text(encoding="utf-8")
    return {code: parse(each) for code, each in json.loads(text)["languages"].items()}


def parse(data: Mapping[str, Any]) -> Baseline:
    """One language's block of baseline.json."""
    calibration = data["calibration"]
    return Baseline(
        {name: NumberBaseline(**each) for name, each in data["numbers"].items()},
        {name: FormBaseline(**each) for name, each in data["forms"].items()},
        Calibration(*(tuple(calibration[name]) for name in ("words", "foreign", "own", "widen"))),
        {name: _family(each) for name, each in data.get("families", {}).items()},
    )


def _family(data: Mapping[str, Any]) -> FamilyBaseline:
    """A cue's row is [group, mean, strength, noise, weight]; its weight is multiplied by the family's."""
    cues: Mapping[str, list[Any]] = data["cues"]
    columns = [np.array([float(row[column]) for row in cues.values()]) for column in range(1, 5)]
    names, groups = tuple(cues), tuple(str(row[0]) for row in cues.values())
    mean, strength, noise, weight = columns
    return FamilyBaseline(data["version"], names, groups, mean, strength, noise, weight * data["weight"])
