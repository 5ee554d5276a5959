"""A file of outcomes -> the store, in batches; killed in the middle and run again it is as if nothing had happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from server.outcomes.csv_file import Row
from server.store import Store

BATCH = 500  # rows a transaction


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many rows were read, and what became of them."""

    read: int = 0
    new: int = 0
    known: int = 0
    skipped: int = 0


def import_outcomes(
    rows: Iterable[Row],
    store: Store,
    now: datetime,
    *,
    skipped: Callable[[int, str], None],
    progress: Callable[[int], None],
    dry_run: bool = False,
) -> ImportReport:
    """Keeps the outcomes of these rows, each once; `skipped` is told line and reason, `progress` the last line read.

    A `dry_run` looks at every row and keeps nothing, so that all sound rows count as new.
    """
    read = new = known = left = 0
    batch: list[Row] = []

    def skip(line: int, problem: str) -> None:
        nonlocal left
        left += 1
        skipped(line, problem)

    def keep() -> None:
        nonlocal new, known
        found = [each.outcome for each in batch if each.outcome is not None]
        kept = [] if dry_run else store.outcomes.add_all(found, now)
        new += len(found) if dry_run else sum(each.standing == "new" for each in kept)
        known += sum(each.standing == "known" for each in kept)
        for row, recorded in zip(batch, kept, strict=False):
            if recorded.standing == "differs":
                skip(row.line, f"its id belongs to outcome {recorded.outcome.id}, which says something else")
        if batch:
            progress(batch[-1].line)
        batch.clear()

    for row in rows:
        read += 1
        if row.outcome is None:
            skip(row.line, row.problem)
            continue
        batch.append(row)
        if len(batch) >= BATCH:
            keep()
    keep()
    return ImportReport(read, new, known, left)
