"""One folder brought up to date; may be killed at any moment and be run again.

Two cursors hold a folder's state: from `oldest_uid` up to `next_uid` everything is stored. A look does, in this order:

  1. a cheap question whether anything changed at all; if not, that was it
  2. UIDVALIDITY is another one: a new generation, its sequence number that of this very look
  3. new mail, ascending: each batch and `next_uid` in one transaction
  4. flags and what vanished: by CONDSTORE and QRESYNC, or by comparing; stored together with the sequence number
     that was told when the folder was opened, not a later one
  5. where the counts differ, and once a day: all UIDs compared; what is missing is fetched, what is gone is marked
  6. what is in quarantine and due is asked for again

History goes down from `oldest_uid`, newest first, each batch and the cursor in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from server.errors import MailError
from server.mail.allowance import Allowance
from server.mail.batching import begun, moved_down, moved_up, plan_batches
from server.mail.host import Batch, Folder, Look, MailHost, MirrorStore, Reading, Revision, SyncState
from server.mail.read_ahead import read_ahead
from server.mail.uids import UidSet

SIZES_AT_ONCE = 1_000  # mails whose sizes are asked for and held together
COMPARE_AGAIN = timedelta(days=1)
FLAGS_AGAIN = timedelta(hours=1)  # without CONDSTORE the flags of 20,000 mails take 0.3 s and 800 kB
MOST_RENUMBERINGS = 3  # within a day; a server that goes on changing UIDVALIDITY would have us fetch for ever
REST = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the mail goes: a folder of a mailbox in the store."""

    mailbox_id: int
    mailbox: str
    folder: Folder


@dataclass(slots=True)
class Tally:
    """What was done in a folder so far: stored for the first time, handed over, expected."""

    new: int = 0
    seen: int = 0
    done: int = 0
    total: int = 0
    unreadable: tuple[int, ...] = ()


class FolderMirror:
    """The mirror of one folder for as long as one connection lasts."""

    def __init__(
        self,
        place: Place,
        host: MailHost,
        store: MirrorStore,
        clock: Callable[[], datetime],
        allowance: Allowance,
    ) -> None:
        self.folder = place.folder
        self.tally = Tally()
        self._place, self._host, self._store = place, host, store
        self._clock, self._allowance = clock, allowance
        self._unchanged: tuple[Look, int, int] | None = None
        self._at_odds: tuple[Look, Look] | None = None
        self._has_news = False  # opening the folder told of some that the cheap question may not tell of
        self._compared_at: datetime | None = None
        self._flags_at: datetime | None = None
        self._differed: tuple[int | None, int | None, int] | None = None
        self._history: UidSet | None = None

    def look(self, moved_on: Callable[[], None]) -> None:
        """Stores what is new, changed and gone; `moved_on` is called after each batch. Raises MailError."""
        glance = self._host.look(self.folder)
        state = self._state()
        same = self._unchanged == (glance, state.generation, state.next_uid)
        if same and not self._has_news and not self._is_due(state):
            return
        opened = self._host.open(self.folder)
        state = self._in_its_generation(state, opened)
        before = state
        state = self._read_new(state, opened, moved_on)
        self._revise(before, state, opened)
        state = self._state()
        self._compare_if_due(state, opened, moved_on)
        self._try_again(state, moved_on)
        if state.oldest_uid <= 1:
            self._store.retire(self._place.mailbox_id, self.folder.name, state.generation, self._clock())
        self._unchanged, self._has_news = (glance, state.generation, state.next_uid), False

    def read_history(self, enough: Callable[[], bool], moved_on: Callable[[], None]) -> bool:
        """Stores old mail until it is `enough`; False when there is no more of it."""
        state = self._state()
        if state.oldest_uid <= 1 or state.uidvalidity is None:
            return False
        if self._host.open(self.folder).uidvalidity != state.uidvalidity:
            self._unchanged = None  # the next look begins a new generation
            return True
        self._history = left = self._host.alive(1, state.oldest_uid - 1)
        self.tally.total = max(self.tally.total, self.tally.done + len(left))
        with closing(read_ahead(self._host.read(self._batches_down(left, enough)))) as readings:
            for reading in readings:
                state = moved_down(state, reading.uids.first)
                self._save(reading, state)
                moved_on()
        if left and state.oldest_uid > left.first:
            return True
        self._store.save_batch(self._place.mailbox_id, Batch(self.folder, (), moved_down(state, 1), 0))
        self._unchanged = None  # all mail is there now: the counts can be compared
        return False

    def has_history(self) -> bool:
        """Whether older mail is left to be read."""
        state = self._state()
        return state.uidvalidity is not None and state.oldest_uid > 1

    def is_open_and_unchanged(self) -> bool:
        """Opens the folder; False where anything in it changed since the last look, which the next one then reads.

        A server that tells different things of one folder, asked in two ways, is waited for like any other: the same
        difference once more is no news.
        """
        if self._unchanged is None:
            return True
        told = (self._unchanged[0], self._host.open(self.folder))
        known, self._at_odds = self._at_odds, told
        self._has_news = self._has_news or (told[0] != told[1] and told != known)
        return not self._has_news

    def mark_gone(self) -> None:
        """The folder is no longer on the server, and so is its mail."""
        state = self._state()
        stored = self._store.stored(self._place.mailbox_id, self.folder.name, state.generation)
        if stored:
            self._save_revision(state, {}, stored, state.highest_modseq)

    def _state(self) -> SyncState:
        return self._store.sync_state(self._place.mailbox_id, self.folder.name)

    def _is_due(self, state: SyncState) -> bool:
        now = self._clock()
        if state.oldest_uid <= 1 and (self._compared_at is None or now - self._compared_at >= COMPARE_AGAIN):
            return True
        if state.highest_modseq is None and (self._flags_at is None or now - self._flags_at >= FLAGS_AGAIN):
            return True
        return bool(self._quarantined(state, due=now))

    def _quarantined(self, state: SyncState, due: datetime | None = None) -> UidSet:
        return self._store.quarantined(self._place.mailbox_id, self.folder.name, state.generation, due)

    def _in_its_generation(self, state: SyncState, opened: Look) -> SyncState:
        assert opened.uidvalidity is not None, "`open` refuses a folder without"
        if state.uidvalidity == opened.uidvalidity:
            return state
        if state.uidvalidity is not None:
            self._refuse_flapping()
        uidnext = opened.uidnext
        if uidnext is None:
            there = self._host.alive(1)
            uidnext = there.last + 1 if there else 1
        fresh = begun(state, opened.uidvalidity, uidnext, opened.highest_modseq)
        held = self._store.begin(self._place.mailbox_id, self.folder, state, fresh, self._clock())
        if held.uidvalidity != opened.uidvalidity:
            raise MailError(self._place.mailbox, f"{self.folder.name} is being read by another program.", "")
        self._compared_at = self._flags_at = self._history = None
        return held

    def _refuse_flapping(self) -> None:
        count, last = self._store.renumberings(self._place.mailbox_id, self.folder.name)
        if count >= MOST_RENUMBERINGS and last is not None and self._clock() - last < REST:
            raise MailError(
                self._place.mailbox,
                f"the server numbered the mail in {self.folder.name} anew {count + 1} times within a day.",
                f"It is read again at {last + REST:%Y-%m-%d %H:%M} UTC. "
                "Ask the server's administrator about UIDVALIDITY.",
            )

    def _read_new(self, state: SyncState, opened: Look, moved_on: Callable[[], None]) -> SyncState:
        if opened.uidnext is not None and opened.uidnext <= state.next_uid:
            return state
        uids = self._host.alive(state.next_uid)
        self.tally.total += len(uids)
        for reading in self._host.read(self._batches_up(uids)):
            state = moved_up(state, reading.uids.last)
            self._save(reading, state)
            moved_on()
        end = max(opened.uidnext or 1, uids.last + 1 if uids else 1)
        if end > state.next_uid:  # what was there has vanished
            state = moved_up(state, end - 1)
            self._store.save_batch(self._place.mailbox_id, Batch(self.folder, (), state, 0))
        return state

    def _batches_up(self, uids: UidSet) -> Iterator[dict[int, int]]:
        for part in uids.parts(SIZES_AT_ONCE):
            for batch in plan_batches(self._host.sizes(part)):
                self._allowance.refuse_if_used_up()
                yield batch

    def _batches_down(self, uids: UidSet, enough: Callable[[], bool]) -> Iterator[dict[int, int]]:
        left = uids
        while left:
            part = left.highest(SIZES_AT_ONCE)
            left = left - part
            begins = part.last == uids.last
            for batch in plan_batches(self._host.sizes(part), newest_first=True, begins=begins):
                if enough() or not self._allowance.history_may_go_on():
                    return
                yield batch

    def _save(self, reading: Reading, state: SyncState) -> None:
        self._allowance.spend(reading.octets)
        batch = Batch(self.folder, reading.messages, state, self.tally.total, reading.unreadable, self._clock())
        self.tally.new += self._store.save_batch(self._place.mailbox_id, batch)
        self._count(reading)

    def _count(self, reading: Reading) -> None:
        self.tally.seen += len(reading.messages)
        self.tally.done += len(reading.uids)
        self.tally.unreadable += reading.unreadable

    def _revise(self, before: SyncState, state: SyncState, opened: Look) -> None:
        covered = UidSet.between(before.oldest_uid, before.next_uid - 1)
        modseq = opened.highest_modseq
        if modseq is None or state.highest_modseq is None:
            self._revise_all(state, modseq)
        elif modseq != state.highest_modseq:
            gone = UidSet()
            flags: dict[int, str] = {}
            for changes in self._host.changed_since(covered, state.highest_modseq) if covered else ():
                flags |= changes.flags
                gone = gone | (changes.vanished or UidSet())
            self._save_revision(state, flags, gone, modseq)

    def _revise_all(self, state: SyncState, modseq: int | None) -> None:
        """Without sequence numbers: all flags, now and then; with the first one: once."""
        now = self._clock()
        if modseq is None and self._flags_at is not None and now - self._flags_at < FLAGS_AGAIN:
            return
        self._flags_at = now
        stored = self._store.stored(self._place.mailbox_id, self.folder.name, state.generation)
        for changes in self._host.flags(stored):
            self._save_revision(state, changes.flags, UidSet(), state.highest_modseq)
        if modseq is not None:
            self._save_revision(state, {}, UidSet(), modseq)

    def _save_revision(self, state: SyncState, flags: object, gone: UidSet, modseq: int | None) -> None:
        assert isinstance(flags, dict)
        revision = Revision(self.folder, state, flags, gone, modseq, self._clock())
        self._store.save_revision(self._place.mailbox_id, revision)

    def _compare_if_due(self, state: SyncState, opened: Look, moved_on: Callable[[], None]) -> None:
        if state.oldest_uid > 1:
            return
        now = self._clock()
        if self._compared_at is None or now - self._compared_at >= COMPARE_AGAIN:
            known = self._compare(state, moved_on)
            differs = opened.exists is not None and opened.exists != known
        else:
            known = self._store.stored_count(self._place.mailbox_id, self.folder.name, state.generation)
            differs = opened.exists is not None and opened.exists != known
            if not differs or (opened.exists, opened.uidnext, known) == self._differed:
                return
            self._compare(state, moved_on)
        self._compared_at = now
        self._differed = (opened.exists, opened.uidnext, known) if differs else None

    def _compare(self, state: SyncState, moved_on: Callable[[], None]) -> int:
        """Reads what is missing and notes what is gone; how many mails were known before."""
        alive = self._host.alive(1, state.next_uid - 1) if state.next_uid > 1 else UidSet()
        stored = self._store.stored(self._place.mailbox_id, self.folder.name, state.generation)
        held = self._quarantined(state)
        known = stored | held
        if gone := known - alive:
            self._save_revision(state, {}, gone, state.highest_modseq)
        self._read_again(alive - known, state, moved_on)
        return len(known)

    def _try_again(self, state: SyncState, moved_on: Callable[[], None]) -> None:
        due = self._quarantined(state, due=self._clock())
        if not due:
            return
        there = UidSet.of(self._host.sizes(due))
        self._store.end_quarantine(self._place.mailbox_id, self.folder.name, state.generation, due - there)
        self._read_again(there, state, moved_on)

    def _read_again(self, uids: UidSet, state: SyncState, moved_on: Callable[[], None]) -> None:
        for reading in self._host.read(self._batches_up(uids)):
            self._allowance.spend(reading.octets)
            batch = Batch(self.folder, reading.messages, replace(state), 0, reading.unreadable, self._clock())
            self.tally.new += self._store.save_again(self._place.mailbox_id, batch)
            moved_on()
