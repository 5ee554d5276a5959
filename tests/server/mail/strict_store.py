"""A MirrorStore in memory with all-or-nothing saves, which refuses whatever a mirror must never do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from server.errors import Conflict
from server.mail.host import Batch, Folder, RawMessage, Revision, SyncState
from server.mail.uids import UidSet

Key = tuple[int, str, int, int]
"""Mailbox, folder, generation, UID."""


class StrictStore:
    """`crash` is asked at each point of each save: before it, after every message, and after the commit."""

    def __init__(self, crash: Callable[[str], None] = lambda _point: None) -> None:
        self.crash = crash
        self.messages: dict[Key, RawMessage] = {}
        self.gone: dict[Key, datetime] = {}
        self.quarantine: dict[Key, datetime] = {}
        self._states: dict[tuple[int, str], SyncState] = {}
        self._renumbered: dict[tuple[int, str], list[datetime]] = {}

    def sync_state(self, mailbox_id: int, folder: str) -> SyncState:
        return self._states.get((mailbox_id, folder), SyncState())

    def begin(self, mailbox_id: int, folder: Folder, known: SyncState, begun: SyncState, at: datetime) -> SyncState:
        self.crash("before")
        here = (mailbox_id, folder.name)
        assert self.sync_state(*here) == known
        assert begun.generation == known.generation + (known.uidvalidity is not None)
        if known.uidvalidity is not None:
            self._renumbered.setdefault(here, []).append(at)
        self._states[here] = begun
        self.crash("after")
        return begun

    def renumberings(self, mailbox_id: int, folder: str) -> tuple[int, datetime | None]:
        times = self._renumbered.get((mailbox_id, folder), [])
        recent = [each for each in times if times[-1] - each < timedelta(days=1)]
        return len(recent), times[-1] if times else None

    def save_batch(self, mailbox_id: int, batch: Batch) -> int:
        before = self.sync_state(mailbox_id, batch.folder.name)
        assert batch.state.generation == before.generation, "a batch of another generation"
        assert batch.state.next_uid >= before.next_uid, "the cursor never goes back"
        assert batch.state.oldest_uid <= before.oldest_uid, "history never shrinks"
        assert batch.state.highest_modseq == before.highest_modseq, "flags would be skipped"
        for message in batch.messages:
            assert batch.state.oldest_uid <= message.uid < batch.state.next_uid, "it would be fetched again"
        new = self._save(mailbox_id, batch)
        self._states[mailbox_id, batch.folder.name] = batch.state
        self.crash("after")
        return new

    def save_again(self, mailbox_id: int, batch: Batch) -> int:
        new = self._save(mailbox_id, batch)
        for message in batch.messages:
            key = (mailbox_id, batch.folder.name, batch.state.generation, message.uid)
            self.gone.pop(key, None)
            self.quarantine.pop(key, None)
        self.crash("after")
        return new

    def _save(self, mailbox_id: int, batch: Batch) -> int:
        self.crash("before")
        messages, held = dict(self.messages), dict(self.quarantine)
        for message in batch.messages:
            assert message.uidvalidity == batch.state.uidvalidity, "a message of another generation"
            assert message.folder == batch.folder.name
            messages.setdefault((mailbox_id, message.folder, batch.state.generation, message.uid), message)
            self.crash("within")
        for uid in batch.unreadable:
            assert batch.read_at is not None
            held[mailbox_id, batch.folder.name, batch.state.generation, uid] = batch.read_at + timedelta(days=1)
        new = len(messages) - len(self.messages)
        self.messages, self.quarantine = messages, held
        return new

    def save_revision(self, mailbox_id: int, revision: Revision) -> int:
        before = self.sync_state(mailbox_id, revision.folder.name)
        if before.highest_modseq != revision.state.highest_modseq:
            raise Conflict("another mirror has seen later flags")
        self.crash("before")
        messages, gone = dict(self.messages), dict(self.gone)
        for key, message in self.messages.items():
            if key[:3] != (mailbox_id, revision.folder.name, revision.state.generation):
                continue
            if message.uid in revision.flags:
                messages[key] = replace(message, flags=revision.flags[message.uid])
            if message.uid in revision.gone:
                gone.setdefault(key, revision.seen_at)
            self.crash("within")
        self.messages, self.gone = messages, gone
        self.quarantine = {key: due for key, due in self.quarantine.items() if key[3] not in revision.gone}
        self._states[mailbox_id, revision.folder.name] = replace(before, highest_modseq=revision.highest_modseq)
        self.crash("after")
        return 0

    def stored(self, mailbox_id: int, folder: str, generation: int) -> UidSet:
        here = (mailbox_id, folder, generation)
        return UidSet.of(key[3] for key in self.messages if key[:3] == here and key not in self.gone)

    def stored_count(self, mailbox_id: int, folder: str, generation: int) -> int:
        held = self.quarantined(mailbox_id, folder, generation)
        return len(self.stored(mailbox_id, folder, generation)) + len(held)

    def quarantined(self, mailbox_id: int, folder: str, generation: int, due: datetime | None = None) -> UidSet:
        here = (mailbox_id, folder, generation)
        waiting = self.quarantine.items()
        return UidSet.of(key[3] for key, when in waiting if key[:3] == here and (due is None or when <= due))

    def end_quarantine(self, mailbox_id: int, folder: str, generation: int, uids: UidSet) -> None:
        for uid in uids:
            self.quarantine.pop((mailbox_id, folder, generation, uid), None)

    def retire(self, mailbox_id: int, folder: str, generation: int, at: datetime) -> int:
        older = [key for key in self.messages if key[:2] == (mailbox_id, folder) and key[2] < generation]
        left = [key for key in older if key not in self.gone]
        self.gone |= dict.fromkeys(left, at)
        return len(left)

    def folder_names(self, mailbox_id: int) -> list[str]:
        return sorted({key[1] for key in self.messages if key not in self.gone})

    def held(self, folder: str = "INBOX", mailbox_id: int = 7) -> list[RawMessage]:
        """What is stored of the newest generation and not gone, by UID."""
        newest = (mailbox_id, folder, self.sync_state(mailbox_id, folder).generation)
        return [raw for key, raw in sorted(self.messages.items()) if key[:3] == newest and key not in self.gone]

    def raws(self, folder: str = "INBOX") -> list[bytes]:
        return [message.raw for message in self.held(folder)]

    def count(self) -> int:
        """How many rows there are, the gone and those of older generations counted with them."""
        return len(self.messages)
