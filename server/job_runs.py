"""One run of a job: named in every line that it logs, and timed for whoever counts the jobs of this process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from server.log_context import in_job

Observer = Callable[[str, float, bool], object]
"""Is told the job's name, the seconds that its run took, and whether it ended without an error."""

_observers: list[Observer] = []


def tell_runs_to(observer: Observer) -> None:
    """From now on `observer` is told of every run that ends in this process, instead of whoever was told before."""
    _observers[:] = [observer]


@contextmanager
def running(job: str) -> Iterator[None]:
    """Wraps one run of a job; its error goes on."""
    began, is_done = time.perf_counter(), False
    with in_job(job):
        try:
            yield
            is_done = True
        finally:
            for tell in _observers:
                tell(job, time.perf_counter() - began, is_done)
