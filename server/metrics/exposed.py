"""What a scrape reads: the counters of all processes together, what the store tells, and the processes themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from server.metrics.family import family_folder, memory_of, processes_of
from server.metrics.folding import fold, reading
from server.metrics.instruments import Instruments
from server.version import VERSION

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
ABOUT_THE_TEAM = frozenset({"einklang_hints_shown"})
"""What nobody sees at the hour in works-council mode: with one person at work it would be about that person."""


class Exposition(Collector):
    """Gives the text of /metrics."""

    def __init__(self, instruments: Instruments, *further: Collector) -> None:
        """`further` are asked beside the instruments, such as one that reads the store."""
        folder = family_folder(os.environ)
        counted: Collector = _Registered(instruments.registry)
        if folder is not None:
            counted = _OfFamily(folder)
        self._collectors: tuple[Collector, ...] = (counted, *further, _Processes(folder))

    def describe(self) -> Iterable[Metric]:
        """Nothing: to be registered must not read the store."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """All metrics."""
        for collector in self._collectors:
            yield from collector.collect()

    def text(self, *, council: bool) -> bytes:
        """All metrics in Prometheus' text format; in works-council mode without what is about the team."""
        registry = CollectorRegistry()
        registry.register(_Without(self, ABOUT_THE_TEAM) if council else self)
        return generate_latest(registry)


class _Registered(Collector):
    def __init__(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    def collect(self) -> Iterable[Metric]:
        return self._registry.collect()


class _OfFamily(Collector):
    """What all processes of a family have counted, also those that ended."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._all: Collector = MultiProcessCollector(None, str(folder))  # type: ignore[no-untyped-call]

    def collect(self) -> list[Metric]:
        fold(self._folder)
        with reading(self._folder):
            return list(self._all.collect())


class _Without(Collector):
    def __init__(self, all_of_them: Collector, names: frozenset[str]) -> None:
        self._all, self._names = all_of_them, names

    def describe(self) -> Iterable[Metric]:
        return ()

    def collect(self) -> Iterator[Metric]:
        yield from (metric for metric in self._all.collect() if metric.name not in self._names)


class _Processes(Collector):
    """The version, and the memory of the processes that count together."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def collect(self) -> Iterator[Metric]:
        build = GaugeMetricFamily("einklang_build_info", "1, with the version that runs.", labels=["version"])
        build.add_metric([VERSION], 1)
        yield build
        sizes = [size for each in processes_of(self._folder) if (size := memory_of(each)) is not None]
        yield GaugeMetricFamily("einklang_processes", "Processes that count together.", len(sizes))
        yield GaugeMetricFamily("einklang_memory_bytes", "Memory that they take together.", sum(sizes))
