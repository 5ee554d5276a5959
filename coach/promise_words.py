"""What a language knows about promising: how people commit themselves, until when, and how they say that it is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum


class DueKind(StrEnum):
    """What a phrase of time names; in brackets the named groups of its pattern, `?` where they may be absent."""

    NEAR = "near"  # "morgen Vormittag" (near, daypart?)
    WEEKDAY = "weekday"  # "nächsten Freitag" (weekday, which?, daypart?)
    WEEKS_ON = "weeks on"  # "Montag in zwei Wochen" (weekday? or near?, number)
    DATE = "date"  # "3. Dezember 2026", "3.12." (day, month, year?, daypart?)
    DAY_OF_MONTH = "day of month"  # "zum 15." (day)
    CALENDAR_WEEK = "calendar week"  # "KW 48" (week)
    COUNT = "count"  # "in 2-3 Werktagen" (high, unit, low?, about?, within?)
    FEW = "few"  # "in ein paar Tagen" (unit)
    STRETCH = "stretch"  # "Anfang nächster Woche" (unit, third?, which?)
    MONTH = "month"  # "Mitte März" (month, third?, year?)
    DAY_END = "end of day"  # "bis Feierabend" (weekday?, near?)
    CLOCK = "clock"  # "um 14 Uhr" (hour, minute?, half?) or (noon)
    HOLIDAY = "holiday"  # "vor Weihnachten" (holiday)


@dataclass(frozen=True, slots=True)
class DuePattern:
    """One way to name a time: what it names, and the words with their named groups."""

    kind: DueKind
    says: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class DueWords:
    """How one language names times to come; all words in lower case.

    `weekdays` are 0 (Monday) to 6, `which` how many stretches on ("this" 0, "next" 1), `near` days on, `thirds` one of
    start, middle, end, `units` one of minute, hour, day, workday, week, month, quarter, year, `holidays` one of
    christmas, new_year, easter. `idle_before` are words after which a time is no due date ("seit", "since"), `before`
    those that mean the day before, `firm` those of a deadline; all three are looked for at the end of what stands
    before. `gap` may stand between a day and its hour.
    """

    patterns: tuple[DuePattern, ...] = field(repr=False)
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, float]
    units: Mapping[str, str]
    near: Mapping[str, int]
    which: Mapping[str, int]
    thirds: Mapping[str, str]
    dayparts: Mapping[str, time]
    holidays: Mapping[str, str]
    idle_before: re.Pattern[str]
    before: re.Pattern[str]
    firm: re.Pattern[str]
    gap: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PromisePattern:
    """One way to promise, with the name under which a promise says why it was found.

    `says` is searched in the clause in lower case (but for `capitals`), `built` in its tagged line
    ("schicke/VVFIN"); both must match where both are given. `timed` counts only where the clause names a time to
    come; `clipped` leaves out its subject, so it counts where a sentence begins or behind another promise, which it
    carries on.
    """

    name: str
    says: re.Pattern[str] | None = None
    built: re.Pattern[str] | None = None
    timed: bool = False
    clipped: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class KeptWords:
    """How one language says that something is done.

    `reports` is what tells it ("habe geprüft", "attached is"), `attached` what points at the mail's attachment,
    `as_promised` what recalls the promise, `open_still` what takes it back ("noch nicht"). `contact` are promises of
    word alone ("ich melde mich"), which any report keeps; `small` words name no subject, nor do beginnings in
    `doing`, groups of beginnings of the same deed ("prüf", "geprüf"), where one done keeps the other promised.
    """

    reports: re.Pattern[str]
    attached: re.Pattern[str]
    as_promised: re.Pattern[str]
    open_still: re.Pattern[str]
    contact: re.Pattern[str]
    small: frozenset[str]
    doing: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class PromiseWords:
    """How one language promises; all patterns are for lower-case text, in which only the words `capitals` keep theirs.

    Sentences that match `never` promise nothing (questions, conditions that the reader has to meet), nor do clauses
    that match `idle` (negated, habitual, done in this very mail); a sentence without a word of `hint` is not looked
    at. Clauses begin where `cuts` matches; one that matches `dependent` leans on another, one that matches
    `carries_on` belongs to the promise before it.
    """

    hint: frozenset[str]
    capitals: re.Pattern[str] | None
    never: tuple[re.Pattern[str], ...]
    idle: re.Pattern[str]
    cuts: re.Pattern[str]
    dependent: re.Pattern[str]
    carries_on: re.Pattern[str]
    patterns: tuple[PromisePattern, ...]
    dues: DueWords
    kept: KeptWords


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"


def due(kind: DueKind, words: str) -> DuePattern:
    """A pattern of time, over lower-case text; whole words only."""
    return DuePattern(kind, re.compile(rf"(?<![\w.,])(?:{words})(?!\w)"))


def says(name: str, words: str, *, timed: bool = False, clipped: bool = False) -> PromisePattern:
    """A pattern over the words of a clause."""
    return PromisePattern(name, says=re.compile(words), timed=timed, clipped=clipped)


def builds(name: str, tags: str, *, words: str = "", timed: bool = False) -> PromisePattern:
    """A pattern over the tagged line of a clause and, where given, over its words."""
    return PromisePattern(name, re.compile(words) if words else None, re.compile(tags), timed)
