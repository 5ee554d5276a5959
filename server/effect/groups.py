"""Segments and mailboxes side by side: mean indexes of groups, so that no single customer and no rep can be told."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from server.effect.association import NINETY
from server.effect.role_addresses import is_role_address
from server.store import GroupSum
from server.works_council import Council, Part, released

LEAST_CUSTOMERS = 5  # of a group that is shown
LEAST_WRITERS = 3  # people who write from a mailbox: it is no single person's then
TOGETHER = ""  # the name of the group that holds the mailboxes which are not shown alone


@dataclass(frozen=True, slots=True)
class Group:
    """A group of customers: how many have a grade, their mean index and its 90 % band, in whole points.

    An empty name stands for mailboxes that are shown together.
    """

    name: str
    customers: int
    index: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups by their mean index, the highest first, and how many are too small to be shown."""

    shown: tuple[Group, ...] = ()
    hidden: int = 0

    @property
    def differ(self) -> bool:
        """Whether the bands of any two of them lie apart."""
        return any(one.low > other.high for one in self.shown for other in self.shown)


People = Mapping[str, Mapping[str, int]]
"""Group -> how many mails each person of the team wrote to its customers, by keys that only tell people apart."""


def segments_of(sums: Iterable[GroupSum], people: People, council: Council) -> Groups:
    """Segments side by side, as far as enough people stand behind them."""
    return _shown(list(sums), people, council)


def mailboxes_of(sums: Iterable[GroupSum], people: People, council: Council) -> Groups:
    """Mailboxes side by side; those that may be one person's come together as one group, if there are two or more."""
    known = list(sums)
    shared = [each for each in known if is_shared(each.name, people)]
    personal = [each for each in known if not is_shared(each.name, people)]
    together = _together(personal) if len(personal) >= 2 else None
    alone = len(personal) if together is None else 0
    mails: Counter[str] = Counter()
    for each in personal:
        mails.update(people.get(each.name, {}))
    found = _shown([*shared, *([together] if together else [])], {**people, TOGETHER: mails}, council)
    return Groups(found.shown, found.hidden + alone)


def is_shared(mailbox: str, people: People) -> bool:
    """Whether a mailbox is surely no single person's: its name is that of a task, or several people write from it.

    People, not names: one who writes as "Anna Krause", "Krause, Anna" and "A. Krause" is one.
    """
    return len(people.get(mailbox, {})) >= LEAST_WRITERS or is_role_address(mailbox)


def _shown(sums: Sequence[GroupSum], people: People, council: Council) -> Groups:
    """The groups that are large enough and have enough people behind them; where some are left out, others go with
    them, so that nobody can take the shown ones from the whole and is left with one of those."""
    ordered = sorted(sums, key=lambda each: each.name)
    parts = [Part(each, each.customers, people.get(each.name, {})) for each in ordered]
    found = released(parts, council, least=LEAST_CUSTOMERS)
    groups = map(_group, found.shown)
    return Groups(tuple(sorted(groups, key=lambda each: (-each.index, each.name))), found.hidden)


def _together(sums: Sequence[GroupSum]) -> GroupSum:
    return GroupSum(
        TOGETHER,
        sum(each.customers for each in sums),
        sum(each.total for each in sums),
        sum(each.squares for each in sums),
    )


def _group(one: GroupSum) -> Group:
    mean = one.total / one.customers
    spread = max(one.squares - one.customers * mean**2, 0.0) / (one.customers - 1)
    half = _student(one.customers - 1) * math.sqrt(spread / one.customers)
    return Group(one.name, one.customers, round(mean), round(max(mean - half, 0.0)), round(min(mean + half, 100.0)))


def _student(freedom: int) -> float:
    """Standard errors on each side of 90 %, for few values (Student's t by the expansion of Cornish and Fisher)."""
    z = NINETY
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
