"""The length of the queue at a broker, as a metric."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from threading import Lock

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server.errors import ServerError

LOOK_AGAIN = 10.0  # seconds; however many ask, the broker is asked once in this time


class QueueDepth(Collector):
    """Asks the broker when it is asked itself, at most once in `LOOK_AGAIN` seconds."""

    def __init__(self, depth: Callable[[], int], *, seconds: Callable[[], float] = time.monotonic) -> None:
        """`depth` is how many turns wait; it raises ServerError while the broker is away."""
        self._depth, self._seconds = depth, seconds
        self._found: int | None = None
        self._until = float("-inf")
        self._lock = Lock()

    def describe(self) -> Iterable[Metric]:
        """Nothing: to be registered must not ask the broker."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """Whether the broker answers, and how much waits there."""
        with self._lock:
            if self._seconds() >= self._until:
                self._found, self._until = self._look(), self._seconds() + LOOK_AGAIN
            found = self._found
        yield GaugeMetricFamily("einklang_broker_up", "1 if the broker answers.", float(found is not None))
        if found is not None:
            yield GaugeMetricFamily("einklang_queue_depth", "Turns of jobs that wait at the broker.", found)

    def _look(self) -> int | None:
        try:
            return self._depth()
        except ServerError:
            return None
