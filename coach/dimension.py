"""What a style dimension is: one measurable habit, with its unit, its source and its words for people."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coach.document import Document
from coach.model import Reading, Stance


class Scale(StrEnum):
    """How values are compared: differences as they are, of their logarithms, or of their square roots."""

    LINEAR = "linear"
    LOG = "log"
    ROOT = "root"
    FORM = "form"

    def forward(self, value: float) -> float:
        """The value on the scale where habits are close to normally distributed."""
        if self is Scale.LOG:
            return math.log(max(value, 0.0) + 1.0)
        if self is Scale.ROOT:
            return math.sqrt(max(value, 0.0))
        return value

    def back(self, value: float) -> float:
        """The inverse of `forward`."""
        if self is Scale.LOG:
            return math.exp(value) - 1.0
        if self is Scale.ROOT:
            return max(value, 0.0) ** 2
        return value


Words = Mapping[str, str]
"""A text for people, by language code."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One style dimension.

    `measure` returns a Reading, or None where the text does not allow one. `least` is the evidence (in the
    reading's own units) below which the value is too noisy to use. `habit` and `gap` are sentences with
    {usual} and {value}; `show` turns a value into words. `more_than` holds pairs (more, less) of texts per
    language, `forms` pairs (text, form): they are the dimension's tests. `version` rises when the meaning
    of a value changes, so that what was learned is measured again.
    """

    name: str
    version: int
    unit: str
    source: str
    scale: Scale
    stance: Stance
    languages: frozenset[str]
    least: float
    label: Words
    habit: Words
    gap: Words
    measure: Callable[[Document], Reading | None]
    show: Callable[[float | str, str], str]
    more_than: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    forms: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


BOTH = frozenset({"de", "en"})


def number(value: float | str, language: str, *, digits: int = 0, suffix: str = "") -> str:
    """A number as people of this language write it: 12,5 or 12.5."""
    text = f"{float(value):.{digits}f}{suffix}"
    return text.replace(".", ",") if language == "de" else text


def whole(value: float | str, language: str) -> str:
    return number(value, language)


def tenth(value: float | str, language: str) -> str:
    return number(value, language, digits=1)


def scarce(value: float | str, language: str) -> str:
    """A rate with one decimal; what rounds to nothing is "keine" or "no"."""
    return tenth(value, language) if float(value) >= 0.05 else {"de": "keine", "en": "no"}[language]


def percent(value: float | str, language: str) -> str:
    """A share between 0 and 1 as a percentage."""
    return number(100 * float(value), language, suffix=" %" if language == "de" else "%")


def per_hundred(count: int, words: int) -> float:
    """How often something stands in 100 words."""
    return 100.0 * count / words if words else 0.0
