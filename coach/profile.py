"""Profile: what a correspondent's mails add up to. It is a sum: exact, in any order, and it can be taken apart again.

All sums are whole numbers of 2^-40, so adding and removing the same mail leaves not even a rounding trace, and
two workers that learn in different order end with equal profiles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from datetime import date as Date
from typing import Any

UNIT = 1 << 40
EPOCH = datetime(2025, 1, 1, tzinfo=UTC)  # weights are 1 here; only their ratios matter
FORMAT = 1
FARTHEST = 40.0  # half-lives from EPOCH to either side; a clock that is wrong by centuries changes no more


@dataclass(frozen=True, slots=True)
class Observation:
    """One dimension of one mail as a profile takes it: a scaled number or a form, and its weight before decay."""

    value: float | str
    weight: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """Exact sums over observed numbers: how many, their weight, weighted values and squares (in UNITs)."""

    count: int = 0
    weight: int = 0
    first: int = 0
    second: int = 0

    def plus(self, value: float, weight: float, sign: int = 1) -> Distribution:
        scaled = UNIT * weight
        return Distribution(
            self.count + sign,
            self.weight + sign * round(scaled),
            self.first + sign * round(scaled * value),
            self.second + sign * round(scaled * value * value),
        )

    def merge(self, other: Distribution) -> Distribution:
        return Distribution(
            self.count + other.count,
            self.weight + other.weight,
            self.first + other.first,
            self.second + other.second,
        )

    @property
    def mean(self) -> float | None:
        return self.first / self.weight if self.weight > 0 else None


@dataclass(frozen=True, slots=True)
class LanguageProfile:
    """The sums of one correspondent in one language; a dimension's key carries its version ("emoji@1")."""

    samples: int = 0
    weight: int = 0
    words: int = 0
    numbers: Mapping[str, Distribution] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def plus(self, seen: Mapping[str, Observation], words: int, recency: float, sign: int = 1) -> LanguageProfile:
        numbers = dict(self.numbers)
        forms = {key: dict(tally) for key, tally in self.forms.items()}
        for key, each in seen.items():
            weight = each.weight * recency
            if isinstance(each.value, str):
                tally = forms.setdefault(key, {})
                tally[each.value] = tally.get(each.value, 0) + sign * round(UNIT * weight)
            else:
                numbers[key] = numbers.get(key, Distribution()).plus(each.value, weight, sign)
        return LanguageProfile(
            self.samples + sign,
            self.weight + sign * round(UNIT * recency),
            self.words + sign * words,
            {key: each for key, each in numbers.items() if each.count},
            _without_zeros(forms),
        )

    def merge(self, other: LanguageProfile) -> LanguageProfile:
        numbers = dict(self.numbers)
        for key, each in other.numbers.items():
            numbers[key] = numbers.get(key, Distribution()).merge(each)
        forms = {key: dict(tally) for key, tally in self.forms.items()}
        for key, tally in other.forms.items():
            mine = forms.setdefault(key, {})
            for form, weight in tally.items():
                mine[form] = mine.get(form, 0) + weight
        return LanguageProfile(
            self.samples + other.samples,
            self.weight + other.weight,
            self.words + other.words,
            numbers,
            _without_zeros(forms),
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values for `Profile.to_json`."""
        sums = {key: [each.count, each.weight, each.first, each.second] for key, each in self.numbers.items()}
        return {
            "samples": self.samples,
            "weight": self.weight,
            "words": self.words,
            "numbers": sums,
            "forms": self.forms,
        }

    def freshness(self, now: datetime | None, half_life: timedelta) -> float:
        """What turns summed weights into mails' worth: today's decay, or (without `now`) the mean weight to 1."""
        if self.weight <= 0:
            return 0.0
        if now is None:
            return self.samples / self.weight
        return recency(now, half_life) ** -1 / UNIT

    def usual_form(self, key: str) -> tuple[str, float] | None:
        """The most frequent form and its share."""
        tally = self.forms.get(key)
        if not tally:
            return None
        form = max(tally, key=lambda each: (tally[each], each))
        return form, tally[form] / sum(tally.values())


@dataclass(frozen=True, slots=True)
class Profile:
    """How a correspondent writes, by language. Add mails with `Coach.learn`, merge people with `merge`."""

    parts: Mapping[str, LanguageProfile] = field(default_factory=dict)

    @property
    def samples(self) -> int:
        """How many mails it holds."""
        return sum(part.samples for part in self.parts.values())

    def plus(
        self, language: str, seen: Mapping[str, Observation], *, words: int, recency: float, sign: int = 1
    ) -> Profile:
        """With one mail more (`sign=1`) or with that mail forgotten (`sign=-1`)."""
        part = self.parts.get(language, LanguageProfile()).plus(seen, words, recency, sign)
        parts = {**self.parts, language: part}
        return Profile({code: each for code, each in parts.items() if each.samples or each.numbers})

    def merge(self, other: Profile) -> Profile:
        """The sum of two profiles: contacts into an account, accounts into a segment."""
        parts = dict(self.parts)
        for code, part in other.parts.items():
            parts[code] = parts.get(code, LanguageProfile()).merge(part)
        return Profile(parts)

    def to_json(self) -> str:
        """A stable text form: equal profiles give equal text."""
        parts = {code: part.as_json() for code, part in self.parts.items()}
        return json.dumps({"format": FORMAT, "parts": parts}, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Profile:
        """Reads `to_json`'s text; ValueError when it was written by a newer format."""
        data: dict[str, Any] = json.loads(text)
        if data.get("format") != FORMAT:
            raise ValueError(f"profile format {data.get('format')!r} is not {FORMAT}; rebuild the profiles")
        return cls(
            {
                code: LanguageProfile(
                    part["samples"],
                    part["weight"],
                    part["words"],
                    {key: Distribution(*sums) for key, sums in part["numbers"].items()},
                    part["forms"],
                )
                for code, part in data["parts"].items()
            }
        )


def recency(date: datetime | Date | None, half_life: timedelta) -> float:
    """The weight of a mail by its date: doubles every half-life; an undated mail counts as of EPOCH."""
    if date is None:
        return 1.0
    moment = date if isinstance(date, datetime) else datetime.combine(date, time())
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return float(2.0 ** max(-FARTHEST, min(FARTHEST, (aware - EPOCH) / half_life)))


def merged(profiles: Iterable[Profile]) -> Profile:
    """The sum of all these profiles."""
    total = Profile()
    for profile in profiles:
        total = total.merge(profile)
    return total


def _without_zeros(forms: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    kept = {key: {form: weight for form, weight in tally.items() if weight} for key, tally in forms.items()}
    return {key: tally for key, tally in kept.items() if tally}
