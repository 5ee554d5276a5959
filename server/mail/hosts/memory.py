"""Mail that lies in memory: a MailHost for tests and for imports, held to the same contract as IMAP."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from server.errors import MailboxGone
from server.mail.host import Changes, Folder, Look, RawMessage, Reading
from server.mail.uids import UidSet

FIRST_DATE = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Box:
    """One folder: its mail, and when (by sequence number) which flags changed and which mail went."""

    role: str
    uidvalidity: int = 1
    next_uid: int = 1
    messages: dict[int, RawMessage] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    vanished: dict[int, int] = field(default_factory=dict)


class MemoryHost:
    """Folders of messages; `inbox` and `sent` are what they hold at first (None: no Sent folder).

    Without `sequence` it knows no CONDSTORE; with `quick_resync` it tells what vanished.
    """

    def __init__(
        self,
        inbox: Iterable[bytes] = (),
        sent: Iterable[bytes] | None = None,
        *,
        mailbox: str = "team@example.test",
        sequence: bool = True,
        quick_resync: bool = False,
    ) -> None:
        self.mailbox = mailbox
        self.quick_resync = quick_resync
        self.closed = False
        self._sequence = itertools.count(1) if sequence else None
        self._modseq = 0
        self._boxes = {"INBOX": _Box("inbox")} | ({} if sent is None else {"Sent": _Box("sent")})
        self._open: _Box | None = None
        for name, raws in (("INBOX", inbox), ("Sent", sent or ())):
            for raw in raws:
                self.deliver(name, raw)

    def deliver(self, folder: str, raw: bytes, internaldate: datetime | None = None) -> int:
        """Put a message into a folder and return its UID; undated ones come an hour apart."""
        box = self._boxes[folder]
        uid, box.next_uid = box.next_uid, box.next_uid + 1
        moment = internaldate or FIRST_DATE + timedelta(hours=uid)
        box.messages[uid] = RawMessage(self.mailbox, folder, box.uidvalidity, uid, moment, raw)
        box.changed[uid] = self._next()
        return uid

    def flag(self, folder: str, uid: int, flags: str) -> None:
        """Give a message these flags."""
        box = self._boxes[folder]
        box.messages[uid] = replace(box.messages[uid], flags=flags)
        box.changed[uid] = self._next()

    def expunge(self, folder: str, uid: int) -> None:
        """Take a message away."""
        box = self._boxes[folder]
        del box.messages[uid]
        box.vanished[uid] = self._next()

    def renumber(self, folder: str) -> None:
        """Give the folder another UIDVALIDITY and its messages new UIDs from 1."""
        box = self._boxes[folder]
        kept = list(box.messages.values())
        self._boxes[folder] = fresh = _Box(box.role, box.uidvalidity + 1)
        self._next()
        for uid, message in enumerate(kept, start=1):
            fresh.messages[uid] = replace(message, uid=uid, uidvalidity=fresh.uidvalidity)
            fresh.changed[uid] = self._modseq
        fresh.next_uid = len(kept) + 1

    def drop(self, folder: str) -> None:
        """Take a folder away."""
        del self._boxes[folder]

    def messages(self, folder: str) -> dict[int, RawMessage]:
        """What a folder holds, by UID."""
        return dict(self._boxes[folder].messages)

    def _next(self) -> int:
        if self._sequence is not None:
            self._modseq = next(self._sequence)
        return self._modseq

    def folders(self) -> list[Folder]:
        """INBOX and, if there is one, Sent."""
        return [Folder(name, box.role) for name, box in self._boxes.items()]

    def has(self, folder: str) -> bool:
        """Whether there is a folder of this name."""
        return folder in self._boxes

    def look(self, folder: Folder) -> Look:
        """A folder's figures; raises MailboxGone."""
        box = self._boxes.get(folder.name)
        if box is None:
            raise MailboxGone(self.mailbox, f"there is no folder {folder.name}.")
        modseq = self._modseq if self._sequence is not None else None
        return Look(len(box.messages), box.uidvalidity, box.next_uid, modseq)

    def open(self, folder: Folder) -> Look:
        """Opens a folder; raises MailboxGone."""
        look = self.look(folder)
        self._open = self._boxes[folder.name]
        return look

    def alive(self, first: int, last: int | None = None) -> UidSet:
        """The UIDs in the open folder from `first` (to `last`)."""
        return UidSet.of(uid for uid in self._box.messages if uid >= first and (last is None or uid <= last))

    def sizes(self, uids: UidSet) -> dict[int, int]:
        """UID -> bytes; none for mail that is gone."""
        return {uid: len(message.raw) for uid, message in self._box.messages.items() if uid in uids}

    def read(self, batches: Iterable[Mapping[int, int]]) -> Generator[Reading, None, None]:
        """Each batch (UID -> size) of the open folder."""
        for sizes in batches:
            here = self._box.messages
            yield Reading(UidSet.of(sizes), tuple(here[uid] for uid in sorted(sizes) if uid in here))

    def changed_since(self, uids: UidSet, modseq: int) -> Iterator[Changes]:
        """What changed after `modseq` in these mails of the open folder."""
        box = self._box
        flags = {uid: each.flags for uid, each in box.messages.items() if uid in uids and box.changed[uid] > modseq}
        vanished = UidSet.of(uid for uid, when in box.vanished.items() if uid in uids and when > modseq)
        yield Changes(flags, vanished if self.quick_resync else None)

    def flags(self, uids: UidSet) -> Iterator[Changes]:
        """The flags of these mails of the open folder."""
        yield Changes({uid: each.flags for uid, each in self._box.messages.items() if uid in uids}, None)

    def wait(self, seconds: float, woken: threading.Event) -> bool:
        """Waits for `woken` or for the time to be over; nothing comes by itself."""
        return woken.wait(seconds)

    def take_alerts(self) -> tuple[str, ...]:
        """Nothing is ever shown."""
        return ()

    def cut(self) -> None:
        """There is no network to take away."""

    def close(self) -> None:
        """Nothing is held open; remembers that it was asked."""
        self.closed = True

    @property
    def _box(self) -> _Box:
        assert self._open is not None, "open a folder first"
        return self._open
