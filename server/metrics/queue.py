"""The length of the queue at a broker, as a metric."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server.errors import ServerError
from server.metrics.looking import HeldLook


class QueueDepth(Collector):
    """Asks the broker when it is asked itself, at most once in `LOOK_AGAIN` seconds."""

    def __init__(self, depth: Callable[[], int], *, seconds: Callable[[], float] = time.monotonic) -> None:
        """`depth` is how many turns wait; it raises ServerError while the broker is away."""
        self._depth = depth
        self._found = HeldLook(self._look, seconds)

    def describe(self) -> Iterable[Metric]:
        """Nothing: to be registered must not ask the broker."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """Whether the broker answers, and how much waits there."""
        found = self._found()
        yield GaugeMetricFamily("einklang_broker_up", "1 if the broker answers.", float(found is not None))
        if found is not None:
            yield GaugeMetricFamily("einklang_queue_depth", "Turns of jobs that wait at the broker.", found)

    def _look(self) -> int | None:
        try:
            return self._depth()
        except ServerError:
            return None
