"""The port through which mail comes in: what any mail source offers, and the values it hands over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RawMessage:
    """One message as the server holds it; `internaldate` is aware UTC."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    internaldate: datetime
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where the mirror of one folder stands.

    `generation` rises whenever the server's UIDVALIDITY changes; `next_uid` is the lowest UID not yet stored.
    """

    generation: int = 1
    uidvalidity: int | None = None
    next_uid: int = 1
    highest_modseq: int | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to read: its name as people see it and its role, 'inbox' or 'sent'."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages to store and the state to store with them, in one transaction.

    `total` is how many messages this sync expects for the folder (for a progress bar); `unreadable` are UIDs
    that the server lists but does not hand out, or that are too big: the state has moved past them.
    """

    folder: Folder
    messages: tuple[RawMessage, ...]
    state: SyncState
    total: int
    unreadable: tuple[int, ...] = ()


class MailHost(Protocol):
    """An open, signed-in mail source."""

    def folders(self) -> list[Folder]:
        """The folders to read: INBOX and, where the server has one, Sent."""

    def fetch_since(self, folder: Folder, state: SyncState) -> Iterator[Batch]:
        """Batches of everything at or after `state.next_uid`, oldest first; raises MailError."""

    def close(self) -> None:
        """Sign out and free every thread and descriptor; never raises."""


class MirrorStore(Protocol):
    """What the mirror needs of the store."""

    def sync_state(self, mailbox_id: int, folder: str) -> SyncState:
        """The stored state, or a fresh one."""

    def save_batch(self, mailbox_id: int, batch: Batch) -> int:
        """Store messages (known ones are left alone) and state in one transaction; says how many are new."""
