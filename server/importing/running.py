"""Stores what stands in a file, batch by batch, each together with how far the file is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from server.importing.entries import Entry, ImportFile
from server.store import Imported, ImportSource, Position, Refused, Store, Tally

MOST = 250  # entries of a batch, as many as of a mailbox
MOST_BYTES = 4 << 20  # what a crash costs at most

Progress = Callable[[int, int], None]
"""Called with the position reached and the number of entries read."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries that are stored together, up to `position`."""

    position: int
    items: tuple[Imported, ...] = field(repr=False)
    refused: tuple[Refused, ...]


def store_file(
    file: ImportFile,
    source: ImportSource,
    store: Store,
    *,
    progress: Progress,
    told: Callable[[Refused], None],
) -> Tally:
    """Stores all of a file that is not stored yet; may be killed at any moment and run again.

    `told` gets what was refused, once the file was read to its end. Raises ServerError.
    """
    at = _begun(file, source, store)
    progress(at.position, at.tally.read)
    for batch in batches(file.entries(at.position), at.position):
        at = store.imports.save(at, batch.items, batch.refused, batch.position, file.mark(batch.position))
        progress(at.position, at.tally.read)
    for each in store.imports.problems(at):
        told(each)
    store.imports.finish(at)
    return at.tally


def try_file(
    file: ImportFile, source: ImportSource | None, store: Store, *, progress: Progress, told: Callable[[Refused], None]
) -> Tally:
    """What `store_file` would do, with nothing stored."""
    tally, seen = Tally(), set[str]()
    for batch in batches(file.entries(0), 0):
        fresh = []
        for each in batch.items:
            if each.key in seen:
                tally += Tally(read=1, twice=1)
            else:
                fresh.append(each)
            seen.add(each.key)
        tally += store.imports.unknown(source.id if source else None, fresh)
        mistakes = sum(each.is_mistake for each in batch.refused)
        tally += Tally(read=len(batch.refused), left_out=len(batch.refused) - mistakes, mistakes=mistakes)
        for refused in batch.refused:
            told(refused)
        progress(batch.position, tally.read)
    return tally


def batches(entries: Iterable[Entry], start: int) -> Iterator[Batch]:
    """The entries of a file in batches of at most 250 or 4 MB; one that is larger goes alone."""
    items: list[Imported] = []
    refused: list[Refused] = []
    octets, position = 0, start
    for entry in entries:
        weight = len(entry.found.raw) if isinstance(entry.found, Imported) else 0
        if len(items) + len(refused) == MOST or (octets and octets + weight > MOST_BYTES):
            yield Batch(position, tuple(items), tuple(refused))
            items, refused, octets = [], [], 0
        if isinstance(entry.found, Imported):
            items.append(entry.found)
        else:
            refused.append(entry.found)
        octets, position = octets + weight, entry.position
    if items or refused:
        yield Batch(position, tuple(items), tuple(refused))


def _begun(file: ImportFile, source: ImportSource, store: Store) -> Position:
    """Where an interrupted import goes on, if the file is still what it was; else its beginning."""
    known = store.imports.position(source.id, file.path)
    if known is not None and known.position and file.mark(known.position) == known.mark:
        return known
    return store.imports.begin(source.id, file.path, file.mark(0))
