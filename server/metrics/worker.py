"""The worker's figures, at a port of this machine: its jobs, its errors, its memory."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from socketserver import ThreadingMixIn
from threading import Thread
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import CollectorRegistry, make_wsgi_app
from prometheus_client.registry import Collector

from server.errors import ServerError
from server.job_runs import tell_runs_to
from server.loopback import host_of, is_loopback
from server.metrics.errors import count_errors
from server.metrics.exposed import Exposition
from server.metrics.instruments import Instruments

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

HERE = "127.0.0.1"


def count_runs() -> Instruments:
    """From now on this process counts its jobs and errors."""
    instruments = Instruments()
    count_errors(instruments)
    tell_runs_to(lambda job, seconds, is_done: instruments.ran(job, seconds, is_done=is_done))
    return instruments


def tell_figures(instruments: Instruments, port: int, *further: Collector) -> None:
    """Answers programs of this machine with the figures of this process and its family at 127.0.0.1:`port`.

    Raises ServerError where the port is taken.
    """
    registry = CollectorRegistry()
    registry.register(Exposition(instruments, *further))
    try:
        server = make_server(HERE, port, ForThisMachine(make_wsgi_app(registry)), _Server, _Silent)
    except OSError as error:
        raise ServerError(
            f"The worker's figures cannot be told at {HERE}:{port} ({error.strerror}). Choose another "
            "metrics.worker_port, or 0."
        ) from error
    Thread(target=server.serve_forever, name="figures", daemon=True).start()
    log.info("figures at http://%s:%d/metrics", HERE, port)


class ForThisMachine:
    """A WSGI application that answers who asks for this machine by name: no page elsewhere does (DNS rebinding)."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if is_loopback(host_of(environ.get("HTTP_HOST", ""))):
            return self._app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"These figures are told on this machine only: ask 127.0.0.1.\n"]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the log is for what people need to know."""
