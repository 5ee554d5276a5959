"""Jobs in this process, by APScheduler: the default for one machine."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from server.job_runs import running
from server.jobs.queue import Job

log = logging.getLogger(__name__)

THREADS = 8  # mailboxes looked into at the same time; they wait for the network, not for the processor
JITTER = 0.1  # of the interval, so that a hundred mailboxes do not knock at once


class LocalQueue:
    """A JobQueue over a background scheduler; a job that raises is logged and run again at its next time."""

    def __init__(self) -> None:
        self._scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(THREADS)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=UTC,
        )
        self._changed = threading.Condition()
        self._running = 0
        self._stopped = False

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = True) -> None:
        first = {"next_run_time": datetime.now(UTC)} if at_once else {}
        jitter = seconds * JITTER if seconds >= 10 else None
        self._scheduler.add_job(
            self._watched(name, job),
            "interval",
            seconds=seconds,
            jitter=jitter,
            id=name,
            replace_existing=True,
            **first,
        )

    def stop_job(self, name: str) -> None:
        if self._scheduler.get_job(name):
            self._scheduler.remove_job(name)

    def names(self) -> frozenset[str]:
        return frozenset(job.id for job in self._scheduler.get_jobs())

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
        if self._scheduler.running:
            # Not wait=True: the scheduler would wait under the lock that a job needs to add or list jobs.
            self._scheduler.shutdown(wait=False)
        with self._changed:
            self._changed.wait_for(lambda: self._running == 0)

    def _watched(self, name: str, job: Job) -> Job:
        def run() -> None:
            with self._changed:
                if self._stopped:
                    return
                self._running += 1
            try:
                with running(name):
                    job()
            except Exception:  # the top of a loop: the next run must come
                log.exception("job %s failed; it runs again at its next time", name)
            finally:
                with self._changed:
                    self._running -= 1
                    self._changed.notify_all()

        return run
