"""The worker's processes: one that does everything, or, with Celery, one that watches mailboxes and sends jobs, and
one that forks those which do them."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from server.broker import broker_of
from server.database_wait import once_there
from server.errors import ServerError
from server.garbage import look_for_less
from server.jobs.celery_worker import Stopping
from server.jobs.doing import Doing
from server.jobs.local import LocalQueue
from server.jobs.table import LONG
from server.lifeline import when_parent_ends
from server.metrics.family import begin_family, family_folder
from server.settings import Settings
from server.supervising import part, supervise
from server.wiring import Services, build, coach_for
from server.worker import Jobs, Worker

log = logging.getLogger(__name__)

MAILBOXES, JOBS = "mailboxes", "jobs"
"""The two kinds of children of a worker with Celery."""


def run_alone(settings: Settings, env: Mapping[str, str], *, with_parent: bool) -> None:
    """Watches and learns in this process until it is stopped."""
    _tell_figures(settings)
    stopped = _until_stopped(with_parent=with_parent)
    services = once_there(lambda: build(settings, env), stopped.wait)
    if services is not None:
        _run(Worker(services, LocalQueue()), services, stopped)


def run_parts(settings: Settings, env: Mapping[str, str], config: Path | None, *, with_parent: bool) -> None:
    """Keeps the children of a worker with Celery going until it is stopped."""
    from server.jobs.celery import celery_app

    broker = broker_of(settings, env)
    celery_app(broker)  # what is missing or wrong is told here, not by each start of a child
    coach_for(settings)
    _tell_figures(settings, broker)
    stopped = _until_stopped(with_parent=with_parent)
    parts = [
        part("process that watches mailboxes", ["worker", "--part", MAILBOXES], config),
        part("process that learns", ["worker", "--part", JOBS], config),
    ]
    supervise(parts, {**env, **_family()}, stopped.wait)


def watch(settings: Settings, env: Mapping[str, str], *, with_parent: bool) -> None:
    """Watches mailboxes and sends jobs until it is stopped."""
    from server.jobs.celery import CeleryQueue, celery_app

    _count_with_family()
    stopped = _until_stopped(with_parent=with_parent)
    broker = broker_of(settings, env)
    services = once_there(lambda: build(settings, env), stopped.wait)
    if services is None:
        return
    queue = CeleryQueue(celery_app(broker), broker, services.store.job_slots, services.clock)
    _run(Worker(services, queue, LocalQueue()), services, stopped)


def do_jobs(settings: Settings, env: Mapping[str, str], *, with_parent: bool) -> NoReturn:
    """Does jobs in processes that share the loaded models, until it is stopped; then ends this process."""
    from server.jobs.celery_worker import run_worker

    if with_parent:
        when_parent_ends(lambda: os.kill(os.getpid(), signal.SIGTERM))
    coach = coach_for(settings)
    coach.warm_up()
    stopping = Stopping()

    def in_process() -> Doing:
        _count_with_family()
        services = build(settings, env, coach=coach)
        services.rulebook.refresh()
        return _doing(services, stopping.is_set)

    def give_up(name: str, error: BaseException) -> None:
        # opened for this alone: a connection must not be shared with what is forked later
        log.error("job %s failed for good: %s", name, type(error).__name__)
        try:
            with closing(build(settings, env, coach=coach)) as services:
                services.store.dead_letters.put(name, (), type(error).__name__, services.clock())
        except ServerError as refused:
            log.error("that could not be kept: %s", refused)

    code = run_worker(
        broker_of(settings, env), processes_of(settings), stopping, in_process=in_process, give_up=give_up
    )
    logging.shutdown()
    os._exit(code)  # its children have ended, but what the pool would do at exit waits some seconds for them


def processes_of(settings: Settings) -> int:
    """So many do jobs that all long ones together hold up nobody's learning: each is done by one at a time."""
    return settings.jobs.learners + len(LONG)


def _doing(services: Services, stopping: Callable[[], bool]) -> Doing:
    store = services.store
    doing = Doing(store.job_slots, store.dead_letters, services.clock, stopping)
    Jobs(services, doing.is_over).schedule(doing)
    return doing


def _run(worker: Worker, services: Services, stopped: threading.Event) -> None:
    look_for_less()
    worker.start()
    stopped.wait()
    worker.stop()
    services.close()


def _until_stopped(*, with_parent: bool) -> threading.Event:
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    if with_parent:
        when_parent_ends(stopped.set)
    return stopped


def _tell_figures(settings: Settings, broker: str = "") -> None:
    """Before anything else imports prometheus_client, which looks once where the family counts."""
    port = settings.metrics.worker_port
    if port:
        begin_family(os.environ)
        from server.jobs.celery import check_broker
        from server.metrics.queue import QueueDepth
        from server.metrics.worker import count_runs, tell_figures

        tell_figures(count_runs(), port, *([QueueDepth(lambda: check_broker(broker))] if broker else []))


def _family() -> dict[str, str]:
    """What tells children where the family counts."""
    from server.metrics.family import VARIABLE

    return {VARIABLE: os.environ[VARIABLE]} if VARIABLE in os.environ else {}


def _count_with_family() -> None:
    if family_folder(os.environ) is not None:
        from server.metrics.worker import count_runs

        count_runs()
