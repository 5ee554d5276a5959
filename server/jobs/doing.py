"""Does the turns of jobs that arrive, at least once each: who does it, how long, and what becomes of it if it fails."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from server.errors import ServerError, StoreAway
from server.holders import is_dead, new_holder
from server.job_runs import running
from server.jobs.queue import Job
from server.jobs.slots import DeadLetters, JobSlots, Turn
from server.jobs.table import RepeatedJob, known_as

log = logging.getLogger(__name__)

HELD = timedelta(seconds=60)  # a job that is done by one alone is free again so long after its worker died
PROLONG = HELD.total_seconds() / 3


class Doing:
    """What the processes of one worker do; each does one job at a time, or several in threads."""

    def __init__(
        self,
        slots: JobSlots,
        letters: DeadLetters,
        clock: Callable[[], datetime],
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._slots, self._letters, self._clock, self._stopping = slots, letters, clock, stopping
        self._jobs: dict[str, Job] = {}
        self._here = threading.local()

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = True) -> None:
        """From now on turns of this name do `job`; somebody else says when."""
        self._jobs[name] = job

    def forget(self, name: str) -> None:
        """Turns of this name are left."""
        self._jobs.pop(name, None)

    def is_over(self) -> bool:
        """Whether what runs in this thread has to come to an end: its time is over, or the worker stops."""
        until: float | None = getattr(self._here, "until", None)
        return self._stopping() or (until is not None and time.monotonic() >= until)

    def do(self, turn: Turn, *, tries: int = 0) -> bool:
        """Does a turn unless somebody did or does; False where it is to be tried again, for another holds it.

        Raises StoreAway where the database is away: to be tried again as well. Whatever else a job raises is kept as
        a dead letter.
        """
        job = self._jobs.get(turn.name)
        if job is None:
            log.debug("a job that is not known here is left: %s", turn.name)
            return True
        kind, holder = known_as(turn.name), new_holder()
        now = self._clock()
        begun = self._slots.begin(turn, holder, now, now + HELD, alone=kind.alone, is_dead=is_dead, tries=tries)
        if begun == "held":
            return tries == 0  # the one that was tried before may be held by itself, with a worker that died
        if begun == "worn":
            self._give_up(turn.name, "WorkerLost")
        if begun != "begun":
            return True
        self._run(kind, job, holder)
        return True

    def _run(self, kind: RepeatedJob, job: Job, holder: str) -> None:
        well = False
        self._here.until = time.monotonic() + kind.turn
        try:
            with self._prolonged(kind, holder), running(kind.name):
                job()
            well = True
        except StoreAway:
            raise
        except Exception as error:  # the top of a job: its next turn comes, and a person sees that it failed
            log.exception("job %s failed; it runs again at its next time", kind.name)
            self._give_up(kind.name, type(error).__name__)
        finally:
            self._here.until = None
            self._end(kind.name, holder, well=well)

    @contextmanager
    def _prolonged(self, kind: RepeatedJob, holder: str) -> Iterator[None]:
        if not kind.alone:
            yield
            return
        ended = threading.Event()

        def prolong() -> None:
            while not ended.wait(PROLONG):
                try:
                    self._slots.prolong(kind.name, holder, self._clock() + HELD)
                except ServerError as error:
                    log.debug("a job could not be prolonged: %s", error)

        thread = threading.Thread(target=prolong, name="prolong", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _end(self, name: str, holder: str, *, well: bool) -> None:
        try:
            self._slots.end(name, holder, self._clock(), well=well)
        except ServerError as error:
            log.debug("the end of a job could not be noted: %s", error)

    def _give_up(self, name: str, error: str) -> None:
        try:
            self._letters.put(name, (), error, self._clock())
        except ServerError as refused:
            log.error("job %s failed for good (%s), which could not be kept: %s", name, error, refused)
