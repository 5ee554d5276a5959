"""gunicorn's process above the others, which takes new settings over without a moment in which nobody answers."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable
from typing import Any

from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer

from coach.errors import CoachError
from server.errors import ServerError

log = logging.getLogger(__name__)

UNFIT = 5  # exit code of a process that could not take over; unlike gunicorn's 3 and 4 it ends nothing else
PAUSE = 5.0  # seconds until another process is started after one that could not begin


class Master(Arbiter):  # type: ignore[misc]
    """On a reload nobody ends before those that follow are there; if they never are, all goes on as it was."""

    def __init__(self, app: Any) -> None:
        self._go_back: Callable[[], None] | None = None  # to the settings before a reload that is not done yet
        self._before = 0  # the age of the last process from before that reload
        self._refused: set[int] = set()  # processes that followed and are told to end
        self._starts_at = 0.0
        super().__init__(app)

    def handle_hup(self) -> None:
        """Takes the settings over and has new processes follow the old ones; with wrong settings nothing changes."""
        try:
            go_back = self.app.server.look_again()
        except (ServerError, CoachError) as error:
            log.error("the settings are not taken over, all goes on as it was: %s", error)
            return
        if self._go_back is None:
            self._go_back, self._before = go_back, self.worker_age
        self._starts_at = 0.0
        self._take_over()
        for _ in range(self.cfg.workers):
            self.spawn_worker()

    def reap_workers(self) -> None:
        """Notes which processes ended; one that could not begin ends the others no more than one that was killed."""
        following = [] if self._go_back is None else [each for each in self.WORKERS.values() if self._follows(each)]
        following = [each for each in following if not _is_ready(each)]
        self._reap()
        self._refused &= self.WORKERS.keys()
        if any(each.pid not in self.WORKERS for each in following):
            self._refuse_new_settings()

    def manage_workers(self) -> None:
        """Keeps the number of processes; those that are too many end once as many as there should be are ready."""
        if self._refused or (time.monotonic() < self._starts_at and len(self.WORKERS) < self.num_workers):
            return
        newest = sorted(self.WORKERS.values(), key=lambda each: -each.age)[: self.num_workers]
        are_ready = all(map(_is_ready, newest))
        if self._go_back is not None and are_ready and len(newest) == self.num_workers:
            self._go_back = None
            log.info("the settings are taken over")
        if len(self.WORKERS) <= self.num_workers or are_ready:
            super().manage_workers()

    def stop(self, graceful: bool = True) -> None:
        """Ends all; what had begun to follow is no failure then."""
        self._go_back = None
        super().stop(graceful)

    def _reap(self) -> None:
        try:
            super().reap_workers()
        except HaltServer:
            if not self.WORKERS:
                raise
            self._starts_at = time.monotonic() + PAUSE
            log.error("a process could not begin; the others go on, and it is tried again in %.0f s", PAUSE)
            self._reap()

    def _refuse_new_settings(self) -> None:
        assert self._go_back is not None
        self._go_back()
        self._go_back = None
        self._take_over()
        self._refused = {pid for pid, each in self.WORKERS.items() if self._follows(each)}
        for pid in self._refused:
            self.kill_worker(pid, signal.SIGTERM)
        log.error("no process can begin with the new settings: they are not taken over, all goes on as it was")

    def _take_over(self) -> None:
        self.app.reload()
        self.setup(self.app)

    def _follows(self, worker: Any) -> bool:
        return bool(worker.age > self._before)


def _is_ready(worker: Any) -> bool:
    """Whether its process has told so, by the length of the file that both have open."""
    return os.fstat(worker.tmp.fileno()).st_size > 0
