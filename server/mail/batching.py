"""How much mail is asked for at a time, and how a folder's state begins and moves on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from server.mail.host import SyncState

BATCH_MESSAGES = 250  # at 40 ms round trip this is 60 times as fast as one by one
# What a crash costs at most, and less than the page cache that SQLite gets for it (`server.store.on_sqlite`), or pages
# are written twice; three batches are in memory at a time: coming, read, being stored.
BATCH_BYTES = 3 << 20
PARTS_ABOVE = 256 << 10  # bytes of a mail above which its text parts alone are fetched; it pays above 100 kB


def plan_batches(
    sizes: Mapping[int, int], *, newest_first: bool = False, begins: bool = False
) -> Iterator[dict[int, int]]:
    """UID -> size, in groups of at most 250 messages or 3 MB, oldest first within a group; what is bigger goes alone.

    The groups themselves come in ascending order or, with `newest_first`, in descending order. Where reading `begins`
    the first one is of an eighth, the next of a fourth, for storing waits until one is there.
    """
    batch: dict[int, int] = {}
    octets, most = 0, BATCH_BYTES // 8 if begins else BATCH_BYTES
    for uid in sorted(sizes, reverse=newest_first):
        weight = min(sizes[uid], PARTS_ABOVE)
        if batch and (len(batch) == BATCH_MESSAGES or octets + weight > most):
            yield dict(sorted(batch.items()))
            batch, octets, most = {}, 0, min(2 * most, BATCH_BYTES)
        batch[uid] = sizes[uid]
        octets += weight
    if batch:
        yield dict(sorted(batch.items()))


def begun(known: SyncState, uidvalidity: int, uidnext: int, highest_modseq: int | None) -> SyncState:
    """The start of a generation: everything below `uidnext` is history, and what comes from there on is new.

    The modification sequence is the one of the first look at a generation: changes made while its mail is
    still being fetched must not be skipped later.
    """
    generation = known.generation if known.uidvalidity is None else known.generation + 1
    return SyncState(generation, uidvalidity, uidnext, highest_modseq, uidnext)


def moved_up(state: SyncState, uid: int) -> SyncState:
    """The state after everything new up to `uid` has been stored or is gone."""
    return replace(state, next_uid=max(state.next_uid, uid + 1))


def moved_down(state: SyncState, uid: int) -> SyncState:
    """The state after all history from `uid` on has been stored or is gone."""
    return replace(state, oldest_uid=min(state.oldest_uid, uid))
