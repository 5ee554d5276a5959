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


Counts = Mapping[str, float]
"""What a family of cues counts in a mail: each cue by name, and each group's chances under `chances_of`."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One dimension of one mail as a profile takes it: a scaled number, a form or counts; its weight before decay."""

    value: float | str | Counts
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

    def merge(self, other: Distribution, sign: int = 1) -> Distribution:
        return Distribution(
            self.count + sign * other.count,
            self.weight + sign * other.weight,
            self.first + sign * other.first,
            self.second + sign * other.second,
        )

    @property
    def mean(self) -> float | None:
        return self.first / self.weight if self.weight > 0 else None


NONE_YET = Distribution()


@dataclass(frozen=True, slots=True)
class LanguageProfile:
    """The sums of one correspondent in one language; a dimension's key carries its version ("emoji@1").

    `counts` are those of families of cues: per family each cue's count and each group's chances.
    """

    samples: int = 0
    weight: int = 0
    words: int = 0
    numbers: Mapping[str, Distribution] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def plus(self, seen: Mapping[str, Observation], words: int, recency: float, sign: int = 1) -> LanguageProfile:
        numbers = dict(self.numbers)
        forms: dict[str, Mapping[str, int]] = dict(self.forms)
        counts: dict[str, Mapping[str, int]] = dict(self.counts)
        for key, each in seen.items():
            weight = sign * each.weight * recency
            if isinstance(each.value, str):
                forms[key] = _summed(forms.get(key, {}), {each.value: round(UNIT * weight)})
            elif not isinstance(each.value, float) and isinstance(each.value, Mapping):  # floats are told sooner
                more = {cue: round(UNIT * weight * count) for cue, count in each.value.items()}
                counts[key] = _summed(counts.get(key, {}), more)
            else:
                numbers[key] = numbers.get(key, NONE_YET).plus(each.value, each.weight * recency, sign)
        return LanguageProfile(
            self.samples + sign,
            self.weight + sign * round(UNIT * recency),
            self.words + sign * words,
            {key: each for key, each in numbers.items() if each.count},
            _without_empty(forms),
            _without_empty(counts),
        )

    def merge(self, other: LanguageProfile, sign: int = 1) -> LanguageProfile:
        """The sum of both; with `sign=-1` what is left when the other's mail is taken out."""
        numbers = dict(self.numbers)
        for key, each in other.numbers.items():
            numbers[key] = numbers.get(key, NONE_YET).merge(each, sign)
        return LanguageProfile(
            self.samples + sign * other.samples,
            self.weight + sign * other.weight,
            self.words + sign * other.words,
            {key: each for key, each in numbers.items() if each.count},
            _all_summed(self.forms, other.forms, sign),
            _all_summed(self.counts, other.counts, sign),
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
            "counts": self.counts,
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


NOBODY = LanguageProfile()  # always the same one: memories tell profiles apart by which one it is


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
        part = self.parts.get(language, NOBODY).plus(seen, words, recency, sign)
        parts = {**self.parts, language: part}
        return Profile({code: each for code, each in parts.items() if each.samples or each.numbers})

    def merge(self, other: Profile) -> Profile:
        """The sum of two profiles: contacts into an account, accounts into a segment."""
        parts = dict(self.parts)
        for code, part in other.parts.items():
            parts[code] = parts.get(code, NOBODY).merge(part)
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
                    part.get("counts", {}),  # profiles of before there were families
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


def chances_of(group: str) -> str:
    """The name under which a family's counts hold the chances of a group of cues."""
    return f"#{group}"


def _summed(one: Mapping[str, int], other: Mapping[str, int], sign: int = 1) -> dict[str, int]:
    """The sum by name; what comes to nothing is left out."""
    total = dict(one)
    for name, value in other.items():
        left = total.get(name, 0) + sign * value
        if left:
            total[name] = left
        else:
            total.pop(name, None)
    return total


def _all_summed(
    one: Mapping[str, Mapping[str, int]], other: Mapping[str, Mapping[str, int]], sign: int
) -> dict[str, Mapping[str, int]]:
    return _without_empty({key: _summed(one.get(key, {}), other.get(key, {}), sign) for key in {*one, *other}})


def _without_empty(tallies: Mapping[str, Mapping[str, int]]) -> dict[str, Mapping[str, int]]:
    return {key: tally for key, tally in tallies.items() if tally}
