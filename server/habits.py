"""How a customer usually writes, in words, as cards and pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach import Coach, Profile
from coach.dimension import Dimension
from coach.profile import LanguageProfile

LANGUAGES = ("de", "en")
HABITS = (
    "address_form", "greeting", "closing", "message_length", "sentence_length", "formality", "questions",
    "exclamations", "emoji", "short_forms", "list_items",
)  # fmt: skip
SELDOM = {"exclamations": 0.08, "emoji": 0.15, "short_forms": 0.3, "list_items": 0.05, "questions": 0.05}


@dataclass(frozen=True, slots=True)
class Habit:
    """One thing that a customer usually does: of which dimension, its name, the value, and a sentence, by language."""

    dimension: str
    label: Mapping[str, str]
    value: Mapping[str, str]
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LanguageHabits:
    """The habits of a customer in one language, and how many mails they rest on."""

    language: str
    mails: int
    habits: tuple[Habit, ...]


def habits_of(profile: Profile, coach: Coach) -> tuple[LanguageHabits, ...]:
    """A customer's habits, the language with most mails first."""
    parts = sorted(profile.parts.items(), key=lambda each: (-each[1].samples, each[0]))
    return tuple(LanguageHabits(code, part.samples, tuple(_habits(part, coach))) for code, part in parts)


def _habits(part: LanguageProfile, coach: Coach) -> list[Habit]:
    found = []
    for dimension in (coach.dimensions[name] for name in HABITS if name in coach.dimensions):
        usual = _usual(part, dimension)
        if usual is None or (not isinstance(usual, str) and usual < SELDOM.get(dimension.name, float("-inf"))):
            continue
        shown = {code: dimension.show(usual, code) for code in LANGUAGES}
        text = {code: dimension.habit[code].replace("{usual}", shown[code]) for code in LANGUAGES}
        found.append(Habit(dimension.name, dimension.label, shown, text))
    return found


def _usual(part: LanguageProfile, dimension: Dimension) -> float | str | None:
    form = dimension.usual_form(part)
    if form:
        return form[0]
    sums = part.numbers.get(dimension.key)
    mean = sums.mean if sums else None
    return None if mean is None else dimension.scale.back(mean)
