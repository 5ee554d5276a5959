"""The port through which work is scheduled: repeated jobs by name, one at a time each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Job = Callable[[], None]


class Schedule(Protocol):
    """Where jobs are put."""

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = True) -> None:
        """Run `job` every so many seconds, the first time now (`at_once`) or after one interval."""


class JobQueue(Schedule, Protocol):
    """Runs jobs at intervals. A job that is still running when its time comes is not started twice."""

    def stop_job(self, name: str) -> None:
        """Run it no more; one that runs is finished. Unknown names are ignored."""

    def names(self) -> frozenset[str]:
        """The jobs that are scheduled."""

    def start(self) -> None:
        """Begin; returns at once."""

    def stop(self) -> None:
        """Finish what runs and end."""
