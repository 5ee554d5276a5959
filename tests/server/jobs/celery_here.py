"""A JobQueue over a real Redis whose worker is in this process, so that a test sees what its jobs do."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

from celery.worker import WorkController, state

from server.jobs.celery import LIST, CeleryQueue, celery_app
from server.jobs.celery_worker import add_task
from server.jobs.doing import Doing
from server.jobs.queue import Job
from server.store import Store

THREADS = 8
PATIENCE = 60.0


def now() -> datetime:
    return datetime.now(UTC)


class CeleryHere:
    """What sends and what does, with all of Celery and Redis between them."""

    def __init__(self, broker: str, store: Store) -> None:
        self._stopping = threading.Event()
        app = celery_app(broker)
        self.doing = Doing(store.job_slots, store.dead_letters, now, self._stopping.is_set)
        add_task(app, lambda: self.doing, lambda name, error: None)
        self._sends = CeleryQueue(app, broker, store.job_slots, now)
        app.finalize()
        app.set_default()  # its threads ask for the one of their process, as the worker's program sets it
        self._worker: Any = WorkController(
            app=app, pool_cls="threads", concurrency=THREADS, queues=[LIST], without_gossip=True, without_mingle=True
        )
        self._thread = threading.Thread(target=self._worker.start, name="celery worker", daemon=True)

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = True) -> None:
        self.doing.every(seconds, name, job)
        self._sends.every(seconds, name, job, at_once=at_once)

    def stop_job(self, name: str) -> None:
        self._sends.stop_job(name)
        self.doing.forget(name)

    def names(self) -> frozenset[str]:
        return self._sends.names()

    def start(self) -> None:
        self._thread.start()
        self._sends.start()

    def stop(self) -> None:
        self._stopping.set()
        self._sends.stop()
        if self._thread.is_alive():
            state.should_stop = 0
            self._thread.join(PATIENCE)
            state.should_stop = None
            assert not self._thread.is_alive(), "the worker does not end"
