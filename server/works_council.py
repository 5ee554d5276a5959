"""Works-council mode: which figures about the team's own doing may be shown, so that no single person can be told.

Pure: what stands behind a figure comes in, whether it may be shown goes out. Every output asks here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")

MOST_OF_ONE = 0.5  # of what is counted may be one person's; more, and the figure is theirs with some noise
LEAST_COUNTED = 3  # people behind a batch of hint feedback even where the mode is off
LOOKS_BACK = timedelta(days=365)  # who wrote nothing for a year hides nobody any more

TEAM_SIGNALS = frozenset(
    {"team_reply_time", "draft_match", "style_match", "promises_kept", "needs_answered", "closeness"}
)
"""Signals that say how the team works: without enough people behind them neither figures nor words are shown."""

SHARED_SIGNALS = frozenset({"reciprocity", "complaints", "last_impression", "silence", "rhythm", "customer_reply_time"})
"""Signals that both sides make: their points would give away the sum of the team's, so only their words are shown."""

OWN_SIGNALS = frozenset({"warmth", "emotion", "effort", "loyalty"})
"""Signals that only the customer's own mails make: always shown whole."""

TEAM_STEPS = frozenset({"keep_promise", "apologise"})
"""Next steps that judge the team: a promise that it did not keep, a complaint that it did not apologise for. That
something is still to be answered is no verdict: it stands among what is open."""

LOOK: Mapping[str, str] = {
    "de": "Zwischen beiden Seiten ist etwas offen; die letzten Mails zeigen, was.",
    "en": "Something is open between both sides; the latest mails show what.",
}
QUIET: Mapping[str, str] = {
    "de": "Seit Längerem hat keine Seite mehr geschrieben.",
    "en": "Neither side has written for some time.",
}
"""Both stand for reasons that would say how the team worked."""

NEUTRAL: Mapping[str, Mapping[str, str]] = {
    "complaints": {"de": "Der Kunde hat sich beschwert.", "en": "The customer complained."},
    "last_impression": {
        "de": "Die letzten Worte des Kunden zählen am meisten.",
        "en": "The customer's latest words count most.",
    },
    "reciprocity": {
        "de": "Gezählt ist, wer von sich aus schreibt und wer antwortet.",
        "en": "Counted is who writes of their own accord, and who answers.",
    },
}
"""What is said of shared signals in place of a verdict on what the team made of it."""


class Switched(Protocol):
    """The last time that somebody switched the mode."""

    @property
    def is_on(self) -> bool: ...
    @property
    def at(self) -> datetime: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Behind:
    """How many people of the team stand behind a figure, and which share of it is that of the one who did most."""

    people: int
    largest: float = 0.0

    @staticmethod
    def counted(mails: Mapping[str, int]) -> Behind:
        """By how much each of them did; the keys are only told apart."""
        total = sum(mails.values())
        if not total:
            return NOBODY
        return Behind(sum(count > 0 for count in mails.values()), max(mails.values()) / total)


NOBODY = Behind(0, 1.0)


@dataclass(frozen=True, slots=True)
class Council:
    """Whether the mode is on, and how many people a figure needs; `off_since` and `reason` where it is off.

    `only_set`: the settings say that it is off, but nobody has switched it off, so it is on. `is_demo`: it is off
    because all people are invented.
    """

    min_group: int = 5
    is_on: bool = True
    off_since: datetime | None = None
    reason: str = field(default="", repr=False)
    only_set: bool = False
    is_demo: bool = False

    def releases(self, behind: Behind) -> bool:
        """Whether a figure with these people behind it may be shown."""
        return not self.is_on or (behind.people >= self.min_group and behind.largest <= MOST_OF_ONE)

    def day_of(self, moment: datetime) -> datetime:
        """When somebody of the team may have done something, as it may be shown: the day, without its hour."""
        return _midnight(moment) if self.is_on else moment

    @property
    def least_counted(self) -> int:
        """How many people must have a part in a batch of hint feedback."""
        return self.min_group if self.is_on else 1 if self.is_demo else LEAST_COUNTED


def council_of(*, wanted: bool, min_group: int, last: Switched | None, demo: bool = False) -> Council:
    """The mode by the settings (`wanted`) and the last switch: it is off only where both say so.

    In a demo, which holds invented people, everything is shown.
    """
    if demo:
        return Council(min_group, is_on=False, is_demo=True)
    if wanted or last is None or last.is_on:
        return Council(min_group, only_set=not wanted)
    return Council(min_group, is_on=False, off_since=last.at, reason=last.reason)


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One of several figures that make up a whole: of how many customers, and how much each of the team did for it."""

    value: T
    size: int
    mails: Mapping[str, int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Released(Generic[T]):
    """The figures that may be shown, the largest first, and how many are held back."""

    shown: tuple[T, ...] = ()
    hidden: int = 0


def released(parts: Sequence[Part[T]], council: Council, *, least: int) -> Released[T]:
    """Which parts of a whole may be shown: those of `least` customers with enough people behind them.

    Where some are held back, the smallest of the others go with them until what is missing from the whole is itself
    large enough, has a group of people behind it and is no single part: nobody gets at it by subtraction.
    """
    ordered = sorted(parts, key=lambda each: -each.size)
    shown = [each for each in ordered if each.size >= least and council.releases(Behind.counted(each.mails))]
    held = [each for each in ordered if not any(each is one for one in shown)]
    while held and shown and not _hides(held, council, least):
        held.append(shown.pop())
    return Released(tuple(each.value for each in shown), len(held))


def _hides(held: Sequence[Part[T]], council: Council, least: int) -> bool:
    if sum(each.size for each in held) < least:
        return False
    mails: Counter[str] = Counter()
    for each in held:
        mails.update(each.mails)
    return not council.is_on or (len(held) > 1 and council.releases(Behind.counted(mails)))


def week_of(now: datetime) -> datetime:
    """When this week began (Monday, UTC): what is shown of the team's work moves once a week, for no free range."""
    return _midnight(now - timedelta(days=now.weekday()))


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
