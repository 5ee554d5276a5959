"""The words of a sentence that name a time to come; which day they mean depends on when they were written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from coach.promise_words import DueKind, DueWords


@dataclass(frozen=True, slots=True)
class DuePhrase:
    """Words at [start, end) of a text that name a time to come: what kind of time, and the named parts of them."""

    kind: DueKind
    start: int
    end: int
    parts: Mapping[str, str] = field(repr=False)
    clock: Mapping[str, str] | None = field(default=None, repr=False)
    day_before: bool = False
    firm: bool = False


def due_phrases(text: str, words: DueWords) -> tuple[DuePhrase, ...]:
    """The times to come that a text names, in order; a day and its hour are one."""
    every = [
        DuePhrase(pattern.kind, match.start(), match.end(), _parts(match.groupdict()))
        for pattern in words.patterns
        for match in pattern.says.finditer(text)
    ]
    apart: list[DuePhrase] = []
    for each in sorted(every, key=lambda one: (one.start, -one.end)):
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    joined = _with_hours(apart, text, words)
    return tuple(_placed(each, text, words) for each in joined if not words.idle_before.search(text[: each.start]))


def _parts(groups: Mapping[str, str | None]) -> dict[str, str]:
    """The parts that are there; "unit2" is the same part as "unit" in another order of words."""
    return {name.rstrip("0123456789"): words.lower() for name, words in groups.items() if words is not None}


def _with_hours(found: list[DuePhrase], text: str, words: DueWords) -> list[DuePhrase]:
    """The hour beside a day told with it: "Thursday at 9 am", "by noon tomorrow"."""
    joined: list[DuePhrase] = []
    for each in found:
        before = joined[-1] if joined else None
        near = before is not None and words.gap.fullmatch(text[before.end : each.start])
        if before and near and (each.kind is DueKind.CLOCK) is not (before.kind is DueKind.CLOCK):
            day, hour = (before, each) if each.kind is DueKind.CLOCK else (each, before)
            joined[-1] = replace(day, start=before.start, end=each.end, clock=hour.parts)
        else:
            joined.append(each)
    return joined


def _placed(each: DuePhrase, text: str, words: DueWords) -> DuePhrase:
    before = text[: each.start]
    return replace(each, day_before=words.before.search(before) is not None, firm=words.firm.search(before) is not None)


def best_phrase(phrases: Iterable[DuePhrase]) -> DuePhrase | None:
    """The one that says until when: a deadline before a mere day, else the first."""
    every = list(phrases)
    return next((each for each in every if each.firm or each.kind is DueKind.DAY_END), every[0] if every else None)
