"""A page of a long list: which one, of how many."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Paging:
    """Page number `page` (from 1) of a list with `total` lines, `size` of them on each."""

    page: int
    total: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(-(-self.total // self.size), 1)

    @property
    def offset(self) -> int:
        """How many lines come before this page."""
        return (self.page - 1) * self.size


def paging(asked: str | None, total: int, size: int = PAGE_SIZE) -> Paging:
    """The page that `asked` (of the address) names; the nearest where there is no such page."""
    page = int(asked) if asked and asked.isascii() and asked.isdecimal() and len(asked) < 8 else 1
    return Paging(min(max(page, 1), max(-(-total // size), 1)), total, size)
