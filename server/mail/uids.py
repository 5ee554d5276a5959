"""Sets of UIDs as ranges, so that a folder with a hundred thousand mails costs a few bytes."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

LARGEST = (1 << 32) - 1
_RANGE = re.compile(r"(\d+)(?::(\d+))?")


@dataclass(frozen=True, slots=True)
class UidSet:
    """UIDs in ascending ranges that neither touch nor overlap, ends included."""

    ranges: tuple[tuple[int, int], ...] = ()

    @staticmethod
    def of(uids: Iterable[int]) -> UidSet:
        """The set of these UIDs, in whatever order they come."""
        return UidSet._joined((uid, uid) for uid in sorted(uids))

    @staticmethod
    def between(first: int, last: int) -> UidSet:
        """All UIDs from `first` to `last`, both included."""
        return UidSet(((first, last),)) if first <= last else UidSet()

    @staticmethod
    def parse(text: str) -> UidSet:
        """A set as IMAP writes it, such as 1:3,7; what is no number in it is passed over."""
        found = (_RANGE.fullmatch(part.strip()) for part in text.split(","))
        pairs = [(int(each[1]), int(each[2] or each[1])) for each in found if each]
        return UidSet._joined(sorted((min(pair), max(pair)) for pair in pairs))

    @staticmethod
    def _joined(ascending: Iterable[tuple[int, int]]) -> UidSet:
        ranges: list[tuple[int, int]] = []
        for first, last in ascending:
            if ranges and first <= ranges[-1][1] + 1:
                ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
            else:
                ranges.append((first, last))
        return UidSet(tuple(ranges))

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.ranges)

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def __iter__(self) -> Iterator[int]:
        for first, last in self.ranges:
            yield from range(first, last + 1)

    def __contains__(self, uid: int) -> bool:
        place = bisect.bisect_right(self.ranges, (uid, LARGEST + 1)) - 1
        return place >= 0 and uid <= self.ranges[place][1]

    def __str__(self) -> str:
        return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in self.ranges)

    def __or__(self, other: UidSet) -> UidSet:
        return UidSet._joined(sorted((*self.ranges, *other.ranges)))

    def __sub__(self, other: UidSet) -> UidSet:
        left: list[tuple[int, int]] = []
        for first, last in self.ranges:
            place = max(0, bisect.bisect_right(other.ranges, (first, LARGEST + 1)) - 1)
            for begin, end in islice(other.ranges, place, None):
                if begin > last:
                    break
                if end < first:
                    continue
                if first < begin:
                    left.append((first, begin - 1))
                first = end + 1
            if first <= last:
                left.append((first, last))
        return UidSet(tuple(left))

    def within(self, first: int, last: int) -> UidSet:
        """Those from `first` to `last`, both included."""
        return UidSet(
            tuple((max(begin, first), min(end, last)) for begin, end in self.ranges if begin <= last and end >= first)
        )

    @property
    def first(self) -> int:
        """The lowest UID; raises IndexError for an empty set."""
        return self.ranges[0][0]

    @property
    def last(self) -> int:
        """The highest UID; raises IndexError for an empty set."""
        return self.ranges[-1][1]

    def highest(self, count: int) -> UidSet:
        """The `count` highest of them."""
        taken: list[tuple[int, int]] = []
        for first, last in reversed(self.ranges):
            if count <= 0:
                break
            begin = max(first, last - count + 1)
            taken.append((begin, last))
            count -= last - begin + 1
        return UidSet(tuple(reversed(taken)))

    def parts(self, size: int) -> Iterator[UidSet]:
        """The set cut into sets of at most `size` UIDs, ascending."""
        left = self
        while left:
            rest = left.highest(len(left) - size)
            yield left - rest
            left = rest
