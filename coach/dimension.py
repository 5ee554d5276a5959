"""What a style dimension is: one measurable habit, with its unit, its source and its words for people."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from coach.document import Document
from coach.model import Reading, Stance
from coach.profile import LanguageProfile


class Scale(StrEnum):
    """How values are compared: differences as they are, of their logarithms, or of their square roots; as named
    forms; or, for a family of cues, cue by cue as counts."""

    LINEAR = "linear"
    LOG = "log"
    ROOT = "root"
    FORM = "form"
    COUNTS = "counts"

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
    of a value changes, so that what was learned is measured again. `never` replaces `gap` where the customer
    does not do such a thing at all. A family's cue whose `cue_name` is empty is not shown. `shifts` is a
    half-life for habits that change at once and for good, like a Du that was offered: what counts then is how
    they wrote last.
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
    never: Words | None = field(default=None, kw_only=True)
    shifts: timedelta | None = field(default=None, kw_only=True)
    cue_name: Callable[[str, str], str] | None = field(default=None, kw_only=True)
    body_only: bool = field(default=False, kw_only=True)
    show: Callable[[float | str, str], str]
    more_than: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    forms: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def sentence(self, value: float | str, usual: float | str) -> Words:
        """How to say that a draft is off: {who}, {usual}, {value}, and {count} of the words that show it."""
        if self.never and not isinstance(usual, str) and not isinstance(value, str) and usual < RARE <= value:
            return self.never
        if self.scale is Scale.COUNTS and not (self.names_cues(usual) and self.names_cues(value)):
            return MORE_THAN_USUAL if self.names_cues(value) else LESS_THAN_USUAL
        return self.gap

    def tells_apart(self, value: float | str, usual: float | str) -> bool:
        """True if the two values are shown in different words."""
        return any(self.show(value, code) != self.show(usual, code) for code in NOTHING)

    def names_cues(self, value: float | str) -> bool:
        """True if a family has a cue to show for this value."""
        return self.show(value, "en") != NOTHING["en"]

    @property
    def key(self) -> str:
        """The name under which a profile sums this dimension, with its version."""
        return f"{self.name}@{self.version}"

    def usual_form(self, part: LanguageProfile) -> tuple[str, float] | None:
        """The form a correspondent uses most and its share; for a habit that shifts, as they wrote last."""
        return (part.usual_form(recent(self.key)) if self.shifts else None) or part.usual_form(self.key)


RARE = 0.05  # a rate below this is shown as none


def recent(key: str) -> str:
    """The key under which a profile sums the same forms with the shorter half-life of `Dimension.shifts`."""
    return f"{key}.recent"


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
    """A rate with one decimal; what rounds to nothing is "keine" or "none"."""
    return tenth(value, language) if float(value) >= 0.05 else {"de": "keine", "en": "none"}[language]


def times(value: float | str, language: str) -> str:
    """How often something is said, with one decimal; what rounds to nothing is "nie" or "never"."""
    return tenth(value, language) if float(value) >= 0.05 else {"de": "nie", "en": "never"}[language]


def percent(value: float | str, language: str) -> str:
    """A share between 0 and 1 as a percentage."""
    return number(100 * float(value), language, suffix=" %" if language == "de" else "%")


SEPARATOR = " | "  # between the cues of a family where they stand in one text
NOTHING = {"de": "nichts davon", "en": "none of it"}
# Where a family has cues on one side only: those that the draft has too often, or those that it lacks.
MORE_THAN_USUAL: Words = {
    "de": "{who} hat das seltener als dieser Entwurf: {value}.",
    "en": "{who} has this less often than this draft: {value}.",
}
LESS_THAN_USUAL: Words = {
    "de": "{who} hat das öfter als dieser Entwurf: {usual}.",
    "en": "{who} has this more often than this draft: {usual}.",
}


def cue_list(cue_name: Callable[[str, str], str]) -> Callable[[float | str, str], str]:
    """How a family shows its values: the names of the cues, which come joined by SEPARATOR."""

    def show(value: float | str, language: str) -> str:
        cues = [each for each in str(value).split(SEPARATOR) if each] if isinstance(value, str) else []
        return ", ".join(filter(None, (cue_name(each, language) for each in cues))) or NOTHING[language]

    return show


def quoted(cue: str, language: str) -> str:
    """A cue that is a word, in the quotation marks of the language."""
    return f"„{cue}“" if language == "de" else f"“{cue}”"


def per_hundred(count: float, words: int) -> float:
    """How often something stands in 100 words."""
    return 100.0 * count / words if words else 0.0


def measured(
    document: Document, dimensions: Mapping[str, Dimension], names: Iterable[str] | None = None
) -> dict[str, Reading]:
    """The readings that a text allows, of all these dimensions or of those named."""
    if document.language is None:
        return {}
    code, found = document.language.code, {}
    for name in dimensions if names is None else names:
        dimension = dimensions[name]
        if code in dimension.languages and (reading := document.once(dimension.measure)) is not None:
            found[name] = reading
    return found
