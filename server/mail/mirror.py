"""Bringing the store up to date with a mailbox; may be killed at any moment and be run again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.mail.host import Folder, MailHost, MirrorStore

Progress = Callable[[Folder, int, int], None]
"""Called with the folder, how many of its messages are done and how many there are in all."""


@dataclass(frozen=True, slots=True)
class FolderResult:
    """What one sync did in one folder: stored for the first time, received, and unreadable UIDs."""

    folder: Folder
    new: int
    seen: int
    unreadable: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What one sync did in all."""

    folders: tuple[FolderResult, ...]

    @property
    def new(self) -> int:
        """How many messages were stored for the first time."""
        return sum(folder.new for folder in self.folders)

    @property
    def seen(self) -> int:
        """How many messages the server handed over."""
        return sum(folder.seen for folder in self.folders)


def sync(host: MailHost, store: MirrorStore, mailbox_id: int, *, progress: Progress | None = None) -> SyncResult:
    """Store everything that the host has and the store lacks, one transaction per batch; raises MailError."""
    return SyncResult(tuple(_sync_folder(host, store, mailbox_id, folder, progress) for folder in host.folders()))


def _sync_folder(
    host: MailHost, store: MirrorStore, mailbox_id: int, folder: Folder, progress: Progress | None
) -> FolderResult:
    new = seen = total = 0
    unreadable: list[int] = []
    for batch in host.fetch_since(folder, store.sync_state(mailbox_id, folder.name)):
        new += store.save_batch(mailbox_id, batch)
        seen += len(batch.messages)
        total = batch.total
        unreadable += batch.unreadable
        if progress:
            progress(folder, min(seen + len(unreadable), total), total)
    if progress and total:
        progress(folder, total, total)  # what was expunged meanwhile is done, too
    return FolderResult(folder, new, seen, tuple(unreadable))
