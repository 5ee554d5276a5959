"""Mail that lies in memory: a MailHost for tests and for imports, held to the same contract as IMAP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from server.errors import MailboxGone
from server.mail.batching import moved_past, plan_batches, state_for
from server.mail.host import Batch, Folder, RawMessage, SyncState

FIRST_DATE = datetime(2024, 1, 1, tzinfo=UTC)


class MemoryHost:
    """Folders of messages; `inbox` and `sent` are what they hold at first (None: no Sent folder)."""

    def __init__(
        self,
        inbox: Iterable[bytes] = (),
        sent: Iterable[bytes] | None = None,
        *,
        mailbox: str = "team@example.test",
    ) -> None:
        self.mailbox = mailbox
        self.closed = False
        self._roles = {"INBOX": "inbox"} | ({} if sent is None else {"Sent": "sent"})
        self._messages: dict[str, dict[int, RawMessage]] = {name: {} for name in self._roles}
        self._uidvalidity = dict.fromkeys(self._roles, 1)
        self._next_uid = dict.fromkeys(self._roles, 1)
        for name, raws in (("INBOX", inbox), ("Sent", sent or ())):
            for raw in raws:
                self.deliver(name, raw)

    def deliver(self, folder: str, raw: bytes, internaldate: datetime | None = None) -> int:
        """Put a message into a folder and return its UID; undated ones come an hour apart."""
        uid = self._next_uid[folder]
        self._next_uid[folder] = uid + 1
        moment = internaldate or FIRST_DATE + timedelta(hours=uid)
        validity = self._uidvalidity[folder]
        self._messages[folder][uid] = RawMessage(self.mailbox, folder, validity, uid, moment, raw)
        return uid

    def expunge(self, folder: str, uid: int) -> None:
        """Take a message away."""
        del self._messages[folder][uid]

    def renumber(self, folder: str) -> None:
        """Give the folder another UIDVALIDITY and its messages new UIDs from 1."""
        kept = list(self._messages[folder].values())
        self._messages[folder].clear()
        self._uidvalidity[folder] += 1
        self._next_uid[folder] = 1
        for message in kept:
            self.deliver(folder, message.raw, message.internaldate)

    def folders(self) -> list[Folder]:
        """INBOX and, if there is one, Sent."""
        return [Folder(name, role) for name, role in self._roles.items()]

    def fetch_since(self, folder: Folder, state: SyncState) -> Iterator[Batch]:
        """Batches of everything at or after `state.next_uid`, oldest first; raises MailboxGone."""
        if folder.name not in self._messages:
            raise MailboxGone(self.mailbox, f"there is no folder {folder.name}.")
        current = state_for(state, self._uidvalidity[folder.name], None)
        sizes = {
            uid: len(message.raw) for uid, message in self._messages[folder.name].items() if uid >= current.next_uid
        }
        if current != state:
            yield Batch(folder, (), current, len(sizes))
        for uids in plan_batches(sizes):
            here = self._messages[folder.name]
            current = moved_past(current, uids[-1])
            yield Batch(folder, tuple(here[uid] for uid in uids if uid in here), current, len(sizes))

    def close(self) -> None:
        """Nothing is held open; remembers that it was asked."""
        self.closed = True
