"""Work timed by the clock, by this process's processor and by that of a PostgreSQL server beside it (Linux).

Beside that how many statements it sent to the store, and how long it held the turn that writers take one by one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import fmean
from typing import Any

from sqlalchemy import Engine, event, text

from server.store.database import Database

TICKS = os.sysconf("SC_CLK_TCK")
TURN_BEGINS = ("pg_advisory_xact_lock", "BEGIN IMMEDIATE")


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of the clock, of this process's processor, of the database server's, and of the writers' turn."""

    wall: float
    own: float
    server: float = 0.0
    turn: float = 0.0
    own_in_turn: float = 0.0
    statements: float = 0.0

    def over(self, count: int) -> Took:
        """The share of one of so many."""
        return Took(*(getattr(self, each.name) / count for each in fields(self)))


class Meter:
    """Times work; `url` says whose server's processor time is looked up beside, in /proc."""

    def __init__(self, url: str) -> None:
        self._server = postmaster(url) if url.startswith("postgresql") else None
        self._turn, self._own_in_turn, self._statements = 0.0, 0.0, 0
        event.listen(Engine, "after_cursor_execute", self._executed)
        event.listen(Engine, "commit", self._ended)
        event.listen(Engine, "rollback", self._ended)

    def close(self) -> None:
        """Listens no more."""
        event.remove(Engine, "after_cursor_execute", self._executed)
        event.remove(Engine, "commit", self._ended)
        event.remove(Engine, "rollback", self._ended)

    def time(self, work: Callable[[], object]) -> Took:
        """Does the work and says what it took."""
        self._turn, self._own_in_turn, self._statements = 0.0, 0.0, 0
        server, wall, own = self._served(), time.perf_counter(), time.process_time()
        work()
        took = 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - own)
        server = self._served() - server
        return Took(*took, 1000 * server, 1000 * self._turn, 1000 * self._own_in_turn, self._statements)

    def _executed(self, connection: Any, _: Any, statement: str, *__: Any) -> None:
        self._statements += 1
        if any(mark in statement for mark in TURN_BEGINS):
            connection.info["turn since"] = time.perf_counter(), time.process_time()

    def _ended(self, connection: Any) -> None:
        since = connection.info.pop("turn since", None)
        if since is not None:
            self._turn += time.perf_counter() - since[0]
            self._own_in_turn += time.process_time() - since[1]

    def _served(self) -> float:
        return 0.0 if self._server is None else seconds_of(family(self._server))


def postmaster(url: str) -> int:
    """The first process of the PostgreSQL server behind this address, on this machine."""
    with closing(Database.open(url)) as database, database.reading() as connection:
        backend = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        return int(_stat(backend)[1])


def family(process: int) -> list[int]:
    """A process and all that it started, and those started, in turn."""
    found = [process]
    for each in found:
        try:
            tasks = list(Path(f"/proc/{each}/task").iterdir())
            found += [int(word) for task in tasks for word in (task / "children").read_text().split()]
        except OSError:
            continue  # it ended meanwhile
    return found


def seconds_of(processes: Iterable[int]) -> float:
    """Processor seconds of processes and of those of their children that have ended."""
    return sum(_ticks(each) for each in processes) / TICKS


def _ticks(process: int) -> int:
    try:
        found = _stat(process)
    except OSError:
        return 0
    return sum(int(each) for each in found[11:15])


def _stat(process: int) -> list[str]:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def told(name: str, took: Sequence[Took]) -> None:
    columns = []
    for label in ("wall", "own"):
        values = sorted(getattr(each, label) for each in took)
        if any(values):
            p50, p95 = values[len(values) // 2], values[min(int(len(values) * 0.95), len(values) - 1)]
            columns.append(f"{label} {p50:7.2f} / {p95:7.2f} (mean {fmean(values):7.2f})")
    # the kernel counts a server's processor time in hundredths of a second: one figure alone says nothing
    for label in ("server", "turn", "own_in_turn", "statements"):
        if mean := fmean(getattr(each, label) for each in took):
            columns.append(f"{label.replace('_', ' ')} (mean {mean:.2f})")
    print(f"  {name:42s} {'  '.join(columns)} ms", flush=True)
