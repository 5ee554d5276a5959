"""Sends repeated jobs when their time comes: of any number of beats on any number of machines one sends each turn."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.errors import ServerError
from server.jobs.slots import Due, JobSlots, Turn

log = logging.getLogger(__name__)

Send = Callable[[Turn, timedelta], None]
"""Sends a turn that is worth nothing after so long, by whatever clock; raises ServerError where it cannot."""

LOST = (timedelta(seconds=15), timedelta(minutes=5))  # at least, at most: after so long unbegun it is sent again
INTERVALS = 3  # within these limits so many intervals
SKEW = timedelta(minutes=2)  # that clocks of machines may differ by; a turn further ahead is of a clock set back
PAUSE = (1.0, 10.0)  # seconds between two tries while database or broker are away: the first, the longest
LONGEST_SLEEP = 0.5  # seconds until a job that was added meanwhile is seen


@dataclass(slots=True)
class _Beaten:
    """A job with the moment at which it is to be looked at next."""

    seconds: float
    at_once: bool
    next_look: datetime | None = None

    def slot(self, now: datetime) -> int:
        return int(now.timestamp() // self.seconds)

    def lost_after(self) -> timedelta:
        least, most = LOST
        return max(least, min(most, INTERVALS * timedelta(seconds=self.seconds)))


class Beat:
    """The times of jobs. `tick` is to be called often, or `start` does that in a thread."""

    def __init__(self, slots: JobSlots, send: Send, clock: Callable[[], datetime]) -> None:
        self._slots, self._send, self._clock = slots, send, clock
        self._jobs: dict[str, _Beaten] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def every(self, seconds: float, name: str, *, at_once: bool) -> None:
        """Has a job sent every so many seconds, the first time now (`at_once`) or after one interval."""
        with self._lock:
            self._jobs[name] = _Beaten(seconds, at_once)

    def forget(self, name: str) -> None:
        """Sends it no more."""
        with self._lock:
            self._jobs.pop(name, None)

    def names(self) -> frozenset[str]:
        """What is sent."""
        with self._lock:
            return frozenset(self._jobs)

    def tick(self) -> None:
        """Sends what is due and nobody else has sent; raises ServerError, and what was not sent is due again."""
        now = self._clock()
        with self._lock:
            looked = {name: job for name, job in self._jobs.items() if job.next_look is None or job.next_look <= now}
        if not looked:
            return
        self._let_first_pass(looked, now)
        taken = self._slots.take([self._due(name, job, now) for name, job in looked.items()], now)
        for job in looked.values():
            next_slot = datetime.fromtimestamp((job.slot(now) + 1) * job.seconds, now.tzinfo)
            job.next_look = min(next_slot, now + job.lost_after())
        self._send_all(taken, looked)

    def start(self) -> None:
        """Ticks in a thread until `stop`."""
        self._thread = threading.Thread(target=self._run, name="beat", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Sends nothing more."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _let_first_pass(self, looked: dict[str, _Beaten], now: datetime) -> None:
        for name, job in looked.items():
            if job.next_look is None and not job.at_once:
                self._slots.skip(Turn(name, job.slot(now)), now)

    def _due(self, name: str, job: _Beaten, now: datetime) -> Due:
        ahead = int(SKEW.total_seconds() // job.seconds) + 1
        return Due(Turn(name, job.slot(now)), now - job.lost_after(), ahead)

    def _send_all(self, taken: list[Turn], looked: dict[str, _Beaten]) -> None:
        for place, turn in enumerate(taken):
            try:
                # by the clock of whoever does it, which may be ahead of this one
                self._send(turn, looked[turn.name].lost_after() + SKEW)
            except ServerError:
                for left in taken[place:]:
                    looked[left.name].next_look = None
                    self._slots.give_back(left)
                raise

    def _run(self) -> None:
        pause, problem = PAUSE[0], ""
        while not self._stopped.is_set():
            try:
                self.tick()
            except ServerError as error:
                if str(error) != problem:
                    log.warning("jobs cannot be sent, it is tried again: %s", error)
                pause, problem = min(2 * pause, PAUSE[1]), str(error)
                self._stopped.wait(pause * random.uniform(0.5, 1.0))  # noqa: S311 # nosec B311 - no secret
                continue
            except Exception:  # the top of a thread: without it nothing would be done any more
                log.exception("jobs could not be sent; it is tried again")
                self._stopped.wait(PAUSE[1])
                continue
            if problem:
                log.info("jobs are sent again")
            pause, problem = PAUSE[0], ""
            self._stopped.wait(self._sleep())

    def _sleep(self) -> float:
        with self._lock:
            nexts = [job.next_look for job in self._jobs.values() if job.next_look is not None]
        now = self._clock()
        return min([LONGEST_SLEEP, *(max((each - now).total_seconds(), 0.005) for each in nexts)])
