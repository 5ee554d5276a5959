"""The worker's figures, at a port of this machine: its jobs, its errors, its memory."""

from __future__ import annotations

import logging

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.registry import Collector

from server.errors import ServerError
from server.job_runs import tell_runs_to
from server.metrics.errors import count_errors
from server.metrics.exposed import Exposition
from server.metrics.instruments import Instruments

log = logging.getLogger(__name__)

HERE = "127.0.0.1"


def count_runs() -> Instruments:
    """From now on this process counts its jobs and errors."""
    instruments = Instruments()
    count_errors(instruments)
    tell_runs_to(lambda job, seconds, is_done: instruments.ran(job, seconds, is_done=is_done))
    return instruments


def tell_figures(instruments: Instruments, port: int, *further: Collector) -> None:
    """Answers with the figures of this process and its family at 127.0.0.1:`port`; raises ServerError."""
    registry = CollectorRegistry()
    registry.register(Exposition(instruments, *further))
    try:
        start_http_server(port, HERE, registry)
    except OSError as error:
        raise ServerError(
            f"The worker's figures cannot be told at {HERE}:{port} ({error.strerror}). Choose another "
            "metrics.worker_port, or 0."
        ) from error
    log.info("figures at http://%s:%d/metrics", HERE, port)
