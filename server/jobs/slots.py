"""The port through which several schedulers agree on who sends a job, and several workers on who does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

BeginResult = Literal["begun", "passed", "held", "worn"]
"""begun: it is yours; passed: a later turn is there, which does the same; held: somebody else does this job;
worn: this turn was begun so often and never ended that it is given up."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One time at which a repeated job is due: `slot` rises by one with each of its intervals."""

    name: str
    slot: int


@dataclass(frozen=True, slots=True)
class Due:
    """A turn that has come. What was sent before `lost_before` and never begun is lost; a known slot that is at most
    `ahead` later was taken by a machine whose clock is."""

    turn: Turn
    lost_before: datetime
    ahead: int


class JobSlots(Protocol):
    """Keeps the last turn of each job, for all machines."""

    def take(self, due: Sequence[Due], now: datetime) -> list[Turn]:
        """Those of these turns that the caller has to send: nobody took them, and none of their job waits or runs."""

    def skip(self, turn: Turn, now: datetime) -> None:
        """Lets the first turn of a job pass; nothing happens where one was taken before."""

    def give_back(self, turn: Turn) -> None:
        """The turn could not be sent: somebody may take it again."""

    def again(self, name: str, now: datetime) -> int | None:
        """The slot of the last turn of a job, to be sent once more; None where there was none."""

    def begin(
        self,
        turn: Turn,
        holder: str,
        now: datetime,
        until: datetime,
        *,
        alone: bool,
        is_dead: Callable[[str], bool],
        tries: int = 0,
    ) -> BeginResult:
        """Whether `holder` is to do the job now; with `alone` it is then theirs until that time.

        `tries` is how often this turn was put off by who did it, so those ended no worker.
        """

    def prolong(self, name: str, holder: str, until: datetime) -> None:
        """A job that one holder does alone is theirs until then."""

    def end(self, name: str, holder: str, now: datetime, *, well: bool) -> None:
        """The job was done, or failed."""


class DeadLetters(Protocol):
    """Keeps what failed for good."""

    def put(self, name: str, arguments: Sequence[int], error: str, now: datetime) -> None:
        """Keeps that a job failed with this kind of error."""
