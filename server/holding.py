"""Work taken from the store in batches, which are the taker's alone for a while and prolonged as it goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from server.errors import StoreError
from server.holders import is_dead, new_holder

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=60)  # one mail takes a hundredth of that, the longest batch some seconds
PROLONG = CLAIM / 3
MOST_DEATHS = 5  # whatever ended so many workers, the last three with nothing else in hand, is what ended them

BatchT = TypeVar("BatchT", covariant=True)


class Claims(Protocol[BatchT]):
    """Where work is taken from: `server.store.claims`; a batch without work is false."""

    def take(
        self, holder: str, now: datetime, until: datetime, limit: int, is_dead: Callable[[str], bool]
    ) -> BatchT: ...
    def prolong(self, holder: str, until: datetime) -> None: ...
    def give_back(self, holder: str) -> None: ...


@dataclass
class Hold(Generic[BatchT]):
    """What one taker has in hand."""

    _claims: Claims[BatchT]
    _clock: Callable[[], datetime]
    _holder: str
    _taken_at: datetime
    may_have_some: bool = False

    def take(self, limit: int) -> BatchT:
        """The next batch; what is done of the one before is given back."""
        now = self._taken_at = self._clock()
        had_some, self.may_have_some = self.may_have_some, True  # also where taking fails: who knows how far it came
        batch = self._claims.take(self._holder, now, now + CLAIM, limit, is_dead)
        self.may_have_some = had_some or bool(batch)
        return batch

    def go_on(self) -> None:
        """To be called before each piece of work: prolongs the batch when a third of its time is over."""
        now = self._clock()
        if now - self._taken_at >= PROLONG:
            self._taken_at = now
            self._claims.prolong(self._holder, now + CLAIM)


@contextmanager
def holding(claims: Claims[BatchT], clock: Callable[[], datetime]) -> Iterator[Hold[BatchT]]:
    """A `Hold` on `claims`; at the end, however it comes, whatever is left is given back."""
    hold = Hold(claims, clock, new_holder(), clock())
    try:
        yield hold
    finally:
        _give_back(claims, hold)


def _give_back(claims: Claims[BatchT], hold: Hold[BatchT]) -> None:
    if not hold.may_have_some:
        return
    try:
        claims.give_back(hold._holder)
    except StoreError as error:
        log.debug("claims could not be given back, they end by themselves: %s", error)
