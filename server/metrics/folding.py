"""Counts of processes that ended, put together into one file: so a server that runs for months stays quick to read."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prometheus_client.mmap_dict import MmapedDict, mmap_key
from prometheus_client.multiprocess import MultiProcessCollector

from server.metrics.family import ENDED, NOTE, counted_in, has_ended

AT_LEAST = 20  # processes that ended, before it is worth the while
KINDS = ("counter", "histogram")  # what `Instruments` has
LOCK = "lock"


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Nothing is folded within; several may read."""
    with _locked(folder, fcntl.LOCK_SH):
        yield


def fold(folder: Path) -> int:
    """Puts the files of ended processes together, if there are many; returns how many processes that were."""
    ended = _ended(folder)
    if len(ended) < AT_LEAST:
        return 0
    with _locked(folder, fcntl.LOCK_EX):
        ended = _ended(folder)  # another process may have done it meanwhile
        for kind in KINDS:
            _fold(folder, kind, ended)
        for each in ended:
            (folder / f"{NOTE}{each}").unlink(missing_ok=True)
    return len(ended)


def _ended(folder: Path) -> set[int]:
    return {each for each in counted_in(folder) if has_ended(folder, each)}


def _fold(folder: Path, kind: str, ended: set[int]) -> None:
    before = [path for each in sorted(ended) if (path := folder / f"{kind}_{each}.db").exists()]
    into, fresh = folder / f"{kind}_{ENDED}.db", folder / f"{kind}_{ENDED}.new"
    files = [*before, *([into] if into.exists() else [])]
    merged: Any = MultiProcessCollector.merge([str(path) for path in files], accumulate=False)  # type: ignore[no-untyped-call]
    fresh.unlink(missing_ok=True)
    written = MmapedDict(str(fresh))  # type: ignore[no-untyped-call]
    for metric in merged:
        for sample in metric.samples:
            names, values = list(sample.labels), list(sample.labels.values())
            key = mmap_key(metric.name, sample.name, names, values, metric.documentation)
            written.write_value(key, sample.value, 0.0)  # type: ignore[no-untyped-call]
    written.close()  # type: ignore[no-untyped-call]
    fresh.rename(into)
    for path in before:
        path.unlink()


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    number = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(number, how)
        yield
    finally:
        os.close(number)
