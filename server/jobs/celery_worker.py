"""The Celery worker: loads the models, then forks the processes that do the jobs, which share them."""

from __future__ import annotations

import contextlib
import gc
import logging
import mmap
import os
import random
import signal
import socket
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any

from server.errors import ServerError, StoreAway
from server.jobs.celery import LIST, TASK, celery_app
from server.jobs.doing import Doing
from server.jobs.slots import Turn

log = logging.getLogger(__name__)

GiveUp = Callable[[str, BaseException], None]
"""Keeps that a job failed for good."""

MOST_TRIES = 6
BACK_OFF = (2.0, 60.0)  # seconds before a job is tried again: the first time, at most
ORPHANED = 1.0  # seconds between two looks whether the parent is there
GRACE = 20.0  # seconds that an orphan has to finish what it does
QUIET = 600.0  # seconds in which a complaint of the same kind about the broker is told once


class Stopping:
    """Whether the worker stops, for all its processes: a byte that they share, with no lock that could be left held."""

    def __init__(self) -> None:
        self._byte = mmap.mmap(-1, 1)
        self._parent = os.getpid()

    def begin(self) -> None:
        """From now on all finish what they do."""
        self._byte[0] = 1

    def is_set(self) -> bool:
        """Whether to finish."""
        return bool(self._byte[0]) or os.getpid() != self._parent != os.getppid()

    @property
    def is_orphan(self) -> bool:
        """Whether this is a child whose parent was killed."""
        return os.getpid() != self._parent != os.getppid()


class Once(logging.Filter):
    """Lets a complaint about the broker through once, not each second, until it is connected again."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._seconds = seconds
        self._told: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        words = str(record.msg)
        if words.startswith("Connected to"):
            self._told.clear()
            return True
        if record.levelno < logging.WARNING:
            return True
        known, now = self._told.get(words[:40]), self._seconds()
        if known is not None and now - known < QUIET:
            return False
        self._told[words[:40]] = now
        return True


def add_task(app: Any, doing: Callable[[], Doing], give_up: GiveUp) -> Any:
    """Has the application do turns; `doing` gives who does them in this process.

    `give_up` notes what took too long and was ended, from the process above.
    """

    def job(task: Any, name: str, slot: int) -> None:
        tries = int(task.request.retries)
        try:
            if doing().do(Turn(str(name), int(slot)), tries=tries):
                return
            problem: Exception = StoreAway("somebody else holds this job")
        except StoreAway as error:
            problem = error
        if tries >= MOST_TRIES:
            give_up(str(name), problem)
            return
        raise task.retry(exc=problem, countdown=back_off(tries), max_retries=MOST_TRIES)

    return app.task(name=TASK, bind=True, shared=False, Request=_request_class(give_up))(job)


def back_off(tries: int) -> float:
    """Seconds until a job is tried again: twice as long each time, spread so that not all come at once."""
    first, most = BACK_OFF
    return min(first * 2.0**tries, most) * random.uniform(0.5, 1.0)  # noqa: S311 # nosec B311 - no secret


def _request_class(give_up: GiveUp) -> type:
    from billiard.exceptions import TimeLimitExceeded
    from celery.worker.request import Request

    class LimitedRequest(Request):  # type: ignore[misc]
        """Keeps what was ended for taking too long; its process is gone, so the parent notes it."""

        def on_timeout(self, soft: bool, timeout: float) -> None:
            super().on_timeout(soft, timeout)
            if not soft:
                give_up(str((self.args or ["?"])[0]), TimeLimitExceeded(timeout))

    return LimitedRequest


def run_worker(
    broker: str, processes: int, stopping: Stopping, *, in_process: Callable[[], Doing], give_up: GiveUp
) -> int:
    """Does jobs in so many processes until SIGTERM, then finishes what is begun; the exit code.

    To be called when everything that the processes are to share is loaded. `in_process` opens in each of them what
    cannot be shared, such as the database.
    """
    from celery import signals
    from celery.exceptions import SecurityWarning

    # it warns of root for what messages could hold; ours hold a name and a number, read as JSON
    warnings.simplefilter("ignore", SecurityWarning)
    app = celery_app(broker)
    here: list[Doing] = []

    def doing() -> Doing:
        if not here:
            here.append(in_process())
        return here[0]

    def begin(**_: object) -> None:
        _end_with_parent(stopping)
        with contextlib.suppress(ServerError):  # the database is away: it is opened with the first job
            doing()

    add_task(app, doing, give_up)
    signals.setup_logging.connect(_leave_logging, weak=False)
    signals.worker_process_init.connect(begin, weak=False)
    signals.worker_shutting_down.connect(lambda **_: stopping.begin(), weak=False)
    for name in ("celery.worker.consumer.consumer", "celery.worker.consumer.connection"):
        logging.getLogger(name).addFilter(Once())
    logging.getLogger("celery").setLevel(logging.WARNING)
    logging.getLogger("celery.worker.consumer.connection").setLevel(logging.INFO)
    logging.getLogger("kombu").setLevel(logging.WARNING)
    gc.collect()
    gc.freeze()  # what is there now is never looked through again, so its pages stay shared
    worker = app.Worker(
        hostname=f"einklang-{os.getpid()}@{socket.gethostname()}",
        pool_cls="prefork",
        concurrency=processes,
        queues=[LIST],
        quiet=True,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


def _leave_logging(**_: object) -> None:
    """Celery leaves the logging alone where somebody says that he set it up."""


def _end_with_parent(stopping: Stopping) -> None:
    """A child whose parent was killed finishes what it does, and ends."""

    def watch() -> None:
        while not stopping.is_orphan:
            time.sleep(ORPHANED)
        time.sleep(GRACE)
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=watch, name="orphan", daemon=True).start()
