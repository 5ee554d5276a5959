"""The web server: gunicorn with our worker, one process or several that share the models of the process above them.

With one process nothing is loaded above it: it answers at once, and says that it is starting while the models load.
With several they are loaded once, before the processes are forked, which then share their memory. Whatever must not be
shared (the database, threads) is opened in each process.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from gunicorn.app.base import BaseApplication

from coach import Coach
from server.errors import ServerError, StoreAway
from server.lifeline import when_parent_ends
from server.reloading import UNFIT, Master
from server.settings import Settings
from server.web.patient_worker import CONNECTIONS
from server.web.shared_counts import SharedCounts
from server.web.tls import tls_context
from server.web.waiting_for_store import WaitingForStore
from server.wiring import Services, build, coach_for, refuse_weak_metrics_token, warm_up

log = logging.getLogger(__name__)

KEEP_ALIVE = 30  # seconds that a connection stays open without a request; panels ask more often while somebody types
SILENT = 120  # seconds without a sign of a process's loop, after which it is killed; no request holds the loop up
GRACE = 10  # seconds that requests have when a process is to end
LOOK = 0.1


@dataclass
class WebServer:
    """What the process above the others holds. `read` gives the settings as they are now, or raises ServerError."""

    read: Callable[[], Settings]
    env: Mapping[str, str]
    demo: bool = False
    with_parent: bool = False
    settings: Settings = field(init=False)
    coach: Coach | None = None
    counts: SharedCounts | None = None

    def run(self) -> None:
        """Answers until it is told to stop. Raises ServerError and CoachError for what the settings get wrong."""
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until gunicorn listens to it: the settings are read just now
        settings = self.read()
        coach = self._checked(settings)
        try:
            self._try(settings, coach)
        except StoreAway as error:
            log.error("%s Until it answers, every request is told so.", error)
        self._use(settings, coach)
        _Gunicorn(self).run()

    def look_again(self) -> Callable[[], None]:
        """Takes the settings over as they are now, and returns the way back to those before.

        Raises ServerError or CoachError, and stays as it is, where no process could begin with them.
        """
        before = self.settings, self.coach
        settings = self.read()
        if (settings.log, settings.metrics) != (self.settings.log, self.settings.metrics):
            log.warning("[log] and [metrics] stay as they were at the start: they are taken over by a restart")
            settings = settings.model_copy(update={"log": self.settings.log, "metrics": self.settings.metrics})
        refuse_weak_metrics_token(settings, self.env)
        coach = self._checked(settings)
        self._try(settings, coach)
        self._use(settings, coach)
        return lambda: self._use(*before)

    def _checked(self, settings: Settings) -> Coach | None:
        """The coach to be shared, None where a process loads its own. Raises ServerError and CoachError."""
        if settings.web.tls_cert and settings.web.tls_key:
            tls_context(settings.web.tls_cert, settings.web.tls_key)
        if settings.web.processes == 1:
            return None
        if self.coach is None or settings.coach != self.settings.coach:
            return _loaded(settings)
        return self.coach

    def _try(self, settings: Settings, coach: Coach | None) -> None:
        """Raises what a process would raise at its beginning: keys, secrets and the tables are looked at, too."""
        build(settings, self.env, demo=self.demo, coach=coach).close()

    def _use(self, settings: Settings, coach: Coach | None) -> None:
        self.settings, self.coach = settings, coach
        if settings.web.processes > 1 and self.counts is None:
            self.counts = SharedCounts()

    def application(self) -> tuple[Any, Services]:
        """The WSGI application of one process, with what is its own. Raises ServerError."""
        from server.app import create_app

        services = build(self.settings, self.env, demo=self.demo, coach=self.coach)
        if self.coach is None:
            warm_up(services)
        else:
            services.rulebook.refresh()
            services.models.ready.set()
        return create_app(services, self.counts), services


def _loaded(settings: Settings) -> Coach:
    """A coach whose models are there, for processes to be forked from."""
    import server.app  # noqa: F401 - so that it is shared, too

    coach = coach_for(settings)
    try:
        coach.warm_up()
    except Exception as error:  # whatever a model that somebody chose may raise
        log.exception("the models cannot be loaded")
        raise ServerError(
            f"The models cannot be loaded ({type(error).__name__}: {error}). Check coach.encoder "
            f"({settings.coach.encoder!r}) in the settings, or reinstall Einklang."
        ) from error
    log.info("models are loaded")
    return coach


class _Gunicorn(BaseApplication):  # type: ignore[misc]
    def __init__(self, server: WebServer) -> None:
        self.server = server
        self.services: Services | None = None
        web = server.settings.web
        host = f"[{web.host}]" if ":" in web.host else web.host
        self.address = f"{host}:{web.port}"  # it stays, whatever the settings say later
        super().__init__()

    def load_config(self) -> None:
        web = self.server.settings.web
        chosen = {
            "bind": self.address,
            "worker_class": "server.web.patient_worker.PatientWorker",
            "workers": web.processes,  # whatever WEB_CONCURRENCY says
            "worker_connections": CONNECTIONS,
            "threads": web.threads,
            "keepalive": KEEP_ALIVE,
            "timeout": SILENT,
            "graceful_timeout": GRACE,
            "forwarded_allow_ips": "",  # server.web.forwarded knows whom to believe
            "loglevel": "warning",
            "logger_class": "server.web.server_log.ServerLog",
            "control_socket_disable": True,
            "pre_fork": _note_others,
            "post_worker_init": self._tell_ready,
            "worker_exit": self._end,
        }
        if web.tls_cert and web.tls_key:
            chosen |= {"certfile": str(web.tls_cert), "keyfile": str(web.tls_key)}
        for name, value in chosen.items():
            if name in self.cfg.settings:  # which of them there are depends on gunicorn's version
                self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, in the process that is to answer."""
        if self.server.with_parent:
            master = os.getppid()  # asked now, for a process whose parent died has another one
            when_parent_ends(lambda: os.kill(master, signal.SIGTERM) if os.getppid() == master else None)
        try:
            return self._made()
        except StoreAway as error:
            log.error("%s Until it answers, every request is told so.", error)
            return WaitingForStore(self._made, str(error))

    def run(self) -> None:
        """Until it is told to stop."""
        Master(self).run()

    def _made(self) -> Any:
        made, self.services = self.server.application()
        return made

    def _tell_ready(self, worker: Any) -> None:
        """A process that others still answer for begins when its models are there, and tells that it does."""
        while worker.has_others and worker.alive and self.services is not None:
            models = self.services.models
            if models.problem:
                sys.exit(UNFIT)  # what it was to follow goes on
            if models.ready.wait(LOOK):
                break
            worker.notify()
        os.ftruncate(worker.tmp.fileno(), 1)

    def _end(self, _: Any, worker: Any) -> None:
        """Called last of all in a process that ends; also above it, where one turns out to be gone already."""
        if worker.pid != os.getpid():
            return
        if self.services is not None:
            self.services.close()
        how = sys.exception()
        logging.shutdown()
        sys.stderr.flush()
        # At once: Python would spend a second on taking apart models that the kernel takes back anyway.
        os._exit(how.code if isinstance(how, SystemExit) and isinstance(how.code, int) else 1)


def _note_others(master: Any, worker: Any) -> None:
    worker.has_others = bool(master.WORKERS)
