"""The port through which mail comes in: what any mail source offers, and the values it hands over."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from server.mail.uids import UidSet


@dataclass(frozen=True, slots=True)
class RawMessage:
    """One message as the server holds it; `internaldate` is aware UTC.

    `flags` are words with spaces between, sorted. Not `whole`: a large mail of which the text alone was fetched.
    `server_id` is equal for the copies of one mail in several folders (X-GM-MSGID), where the server tells it.
    """

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    internaldate: datetime
    raw: bytes = field(repr=False)
    flags: str = ""
    whole: bool = True
    server_id: str | None = None


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where the mirror of one folder stands: two cursors, between which everything is stored.

    `generation` rises whenever the server's UIDVALIDITY changes; `next_uid` is the lowest UID that may be new;
    history is stored from `oldest_uid` on (1: all of it). `highest_modseq`: flags are known as of then.
    """

    generation: int = 1
    uidvalidity: int | None = None
    next_uid: int = 1
    highest_modseq: int | None = None
    oldest_uid: int = 1


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to read: its name as people see it and its role, 'inbox' or 'sent'."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Look:
    """A folder's figures at one moment; what the server does not tell is None."""

    exists: int | None
    uidvalidity: int | None
    uidnext: int | None
    highest_modseq: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of asking for some UIDs: messages, and those that exist and cannot be read; the rest is gone."""

    uids: UidSet
    messages: tuple[RawMessage, ...]
    unreadable: tuple[int, ...] = ()

    @property
    def octets(self) -> int:
        """How many bytes of mail came over the network."""
        return sum(len(each.raw) for each in self.messages)


@dataclass(frozen=True, slots=True)
class Changes:
    """Flags by UID, and the UIDs that vanished; None where the source cannot tell those."""

    flags: Mapping[int, str] = field(repr=False)
    vanished: UidSet | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages to store and the state to store with them, in one transaction.

    `total` is how many messages this sync expects for the folder (for a progress bar); `unreadable` are UIDs
    that the server lists but does not hand out, at `read_at`: the state has moved past them.
    """

    folder: Folder
    messages: tuple[RawMessage, ...]
    state: SyncState
    total: int
    unreadable: tuple[int, ...] = ()
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed in mail that is stored: flags, mail that is gone, and as of which sequence number that is so.

    `state` is the one that the changes were asked for with; where the store stands elsewhere by now, it refuses.
    """

    folder: Folder
    state: SyncState
    flags: Mapping[int, str] = field(repr=False)
    gone: UidSet
    highest_modseq: int | None
    seen_at: datetime


class MailHost(Protocol):
    """An open, signed-in mail source; one folder at a time is open."""

    quick_resync: bool
    """Whether `changed_since` tells what vanished."""

    def folders(self) -> list[Folder]:
        """The folders to read: INBOX and, where the server has one, Sent."""

    def has(self, folder: str) -> bool:
        """Whether the source lists a folder of this name now."""

    def look(self, folder: Folder) -> Look:
        """A folder's figures without opening it; raises MailboxGone."""

    def open(self, folder: Folder) -> Look:
        """Opens a folder, changing nothing in it; UIDVALIDITY is always told. Raises MailboxGone, MailError."""

    def alive(self, first: int, last: int | None = None) -> UidSet:
        """The UIDs in the open folder from `first` (to `last`)."""

    def sizes(self, uids: UidSet) -> dict[int, int]:
        """UID -> bytes, 0 where the source does not say; none for mail that is gone."""

    def read(self, batches: Iterable[Mapping[int, int]]) -> Generator[Reading, None, None]:
        """Each batch (UID -> size) of the open folder, the next one already on its way while one is handled.

        May be drawn on by another thread, as long as nothing else is asked of the source meanwhile.
        """

    def changed_since(self, uids: UidSet, modseq: int) -> Iterator[Changes]:
        """What changed after `modseq` in these mails of the open folder."""

    def flags(self, uids: UidSet) -> Iterator[Changes]:
        """The flags of these mails of the open folder."""

    def wait(self, seconds: float, woken: threading.Event) -> bool:
        """Waits for news of the open folder, for `woken` (which news sets, too) or for the time to be over."""

    def take_alerts(self) -> tuple[str, ...]:
        """What the source asked to show to a person since this was last asked."""

    def cut(self) -> None:
        """Take the network away, from any thread: what waits fails at once."""

    def close(self) -> None:
        """Sign out and free every thread and descriptor; never raises."""


class MirrorStore(Protocol):
    """What the mirror needs of the store; every method is one transaction."""

    def sync_state(self, mailbox_id: int, folder: str) -> SyncState:
        """The stored state, or a fresh one."""

    def begin(self, mailbox_id: int, folder: Folder, known: SyncState, begun: SyncState, at: datetime) -> SyncState:
        """Puts a new generation in place of `known`; returns what holds now: another mirror may have been first."""

    def renumberings(self, mailbox_id: int, folder: str) -> tuple[int, datetime | None]:
        """How often in a row UIDVALIDITY changed within a day, and when it did last."""

    def save_batch(self, mailbox_id: int, batch: Batch) -> int:
        """Store messages (known ones are left alone) and state in one transaction; says how many are new."""

    def save_again(self, mailbox_id: int, batch: Batch) -> int:
        """Store messages below the cursor that were missing, gone or in quarantine; the state stays."""

    def save_revision(self, mailbox_id: int, revision: Revision) -> int:
        """Store flags, what is gone and the sequence number together; says how many mails changed."""

    def stored(self, mailbox_id: int, folder: str, generation: int) -> UidSet:
        """The UIDs that are stored and not gone."""

    def stored_count(self, mailbox_id: int, folder: str, generation: int) -> int:
        """How many those are, the quarantined counted with them."""

    def quarantined(self, mailbox_id: int, folder: str, generation: int, due: datetime | None = None) -> UidSet:
        """The UIDs in quarantine; with `due` only those whose time to be tried again has come."""

    def end_quarantine(self, mailbox_id: int, folder: str, generation: int, uids: UidSet) -> None:
        """Those that are gone from the server need no further try."""

    def retire(self, mailbox_id: int, folder: str, generation: int, at: datetime) -> int:
        """Mail of generations before this one is gone now; says how much that was."""

    def folder_names(self, mailbox_id: int) -> list[str]:
        """The folders of which mail is stored and not gone."""
