"""The mailboxes that this worker watches: one thread each, each under a lease, so that no two workers read one."""

from __future__ import annotations

import contextlib
import logging
import math
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.access import EVERYTHING
from server.errors import NotFound, ServerError
from server.holders import is_dead, new_holder
from server.mail.allowance import DAILY_BYTES, Allowance
from server.mail.connecting_pace import ConnectingPace
from server.mail.host import MailHost
from server.mail.mirror import Mirror, Progress
from server.mail.pace import Pace
from server.mail.watcher import Doors, Stopped, Watcher, stop_all
from server.mailbox_notes import Notes
from server.mirroring import OpenHost
from server.store import Attendance, Leases, Mailbox, MailboxState, Store

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=45)  # with a look each 5 s, another worker has the mailbox within 50 s when this one dies
ALIVE = timedelta(seconds=30)  # after its last look a worker counts for the share of the others
READ_HISTORY_TOGETHER = 4  # mailboxes; each holds three batches of 3 MB
TURN_WITHIN = 60.0  # seconds; those whose turn it is may hang, and must not hold up the others for ever
ASKED_EVERY = 1.0  # seconds; whoever waits for a turn looks so often whether it is to stop


@dataclass(slots=True)
class _Watched:
    watcher: Watcher
    notes: Notes
    wakes: int
    secret: bytes


class Watchers:
    """All watchers of this process; `follow` is to be called every few seconds, and `stop` at the end."""

    def __init__(
        self,
        store: Store,
        open_host: OpenHost,
        clock: Callable[[], datetime],
        pace: Pace,
        *,
        daily_bytes: int | None = DAILY_BYTES,
        connecting: ConnectingPace | None = None,
    ) -> None:
        self._store, self._open_host, self._clock, self._pace = store, open_host, clock, pace
        self._daily_bytes, self._connecting = daily_bytes, connecting or ConnectingPace(0)
        self.holder = new_holder()
        self._turns = threading.BoundedSemaphore(READ_HISTORY_TOGETHER)
        self._watched: dict[int, _Watched] = {}
        self._lock = threading.Lock()
        self._stopped = self._was_here = False

    @property
    def addresses(self) -> frozenset[str]:
        """Which mailboxes are watched here."""
        return frozenset(each.watcher.name for each in self._watched.values())

    def follow(self) -> None:
        """Watches what was added or resumed, lets go of what was removed or paused, wakes what somebody asks for."""
        with self._lock:
            if self._stopped:
                return
            states = self._store.mailbox_states.all(sight=EVERYTHING)
            mailboxes = {each.id: each for each in self._store.mailboxes.list(sight=EVERYTHING)}
            attendance = self._attend()
            most = self._share(sum(not _is_paused(states.get(number)) for number in mailboxes), attendance)
            going = [
                number
                for number, each in self._watched.items()
                if number not in mailboxes.keys() & attendance.held
                or _is_paused(states.get(number))
                or not each.watcher.is_alive
            ]
            staying = [number for number in self._watched if number not in going]
            beyond = [] if most is None else staying[most:]  # those taken last, for a worker that has fewer
            self._let_go(going + beyond)
            others = self._held_by_others() if most is not None and len(self._watched) < most else frozenset()
            secrets = self._store.mailboxes.sealed_secrets(self._watched)
            for number, mailbox in mailboxes.items():
                may_take = most is not None and len(self._watched) < most and number not in others
                watched, state = self._watched.get(number), states.get(number)
                if watched is not None:
                    _bring_up_to_date(watched, mailbox, state, secrets.get(number))
                elif may_take and not _is_paused(state):
                    self._take(mailbox, state)

    def _attend(self) -> Attendance:
        """Says that this worker lives and which mailboxes it holds, with the looks that nobody has written yet."""
        now, looks = self._clock(), dict[int, datetime]()
        for number, each in self._watched.items():
            if (looked_at := each.notes.unwritten_look()) is not None:
                looks[number] = looked_at
        leases = Leases(now + LEASE, self._watched, looks)
        attendance = self._store.workers.attend(self.holder, now, now + ALIVE, is_dead, leases=leases)
        for number, looked_at in looks.items():
            self._watched[number].notes.wrote_look(looked_at)
        return attendance

    def _share(self, count: int, attendance: Attendance) -> int | None:
        """How many of so many mailboxes this worker watches at most; None where it cannot tell yet.

        After a database that was away, each waits until the others have said again that they live: else the first to
        come back would take everything.
        """
        came_back, self._was_here = self._was_here and not attendance.was_here, True
        return None if came_back else math.ceil(count / attendance.workers)

    def stop(self) -> None:
        """Ends all watchers, each after the batch that is being stored, and gives the leases back."""
        with self._lock:
            self._stopped = True
            self._let_go(list(self._watched))
            try:
                self._store.workers.leave(self.holder)
            except ServerError as error:
                log.warning("a worker ends that the others miss only after %d s: %s", ALIVE.seconds, error)

    def _held_by_others(self) -> frozenset[int]:
        """The mailboxes that workers hold which live, as far as can be told from here."""
        held = self._store.mailbox_states.leases(self._clock())
        living = {holder for holder in set(held.values()) if not is_dead(holder)} - {self.holder}
        return frozenset(number for number, holder in held.items() if holder in living)

    def _take(self, mailbox: Mailbox, state: MailboxState | None) -> None:
        try:
            secret = self._store.mailboxes.sealed_secret(mailbox.id)
        except NotFound:
            return
        if self._takes(mailbox.id):
            self._begin(mailbox, secret, state)

    def _takes(self, mailbox_id: int) -> bool:
        now = self._clock()
        other = self._store.mailbox_states.take_lease(mailbox_id, self.holder, now, now + LEASE)
        if other and is_dead(other):
            other = self._store.mailbox_states.take_lease(mailbox_id, self.holder, now, now + LEASE, over=other)
        return other is None

    def _begin(self, mailbox: Mailbox, secret: bytes, state: MailboxState | None) -> None:
        day, used = (state.bytes_day, state.bytes_today) if state is not None else (None, 0)
        allowance = Allowance(mailbox.address, self._daily_bytes, self._clock, day=day, used=used)

        def mirror(host: MailHost, progress: Progress) -> Mirror:
            return Mirror(
                mailbox.id,
                host,
                self._store.mirror,
                mailbox=mailbox.address,
                clock=self._clock,
                allowance=allowance,
                progress=progress,
            )

        stopping = threading.Event()
        notes = Notes(self._store, mailbox, self._clock, allowance)
        doors = Doors(
            open_host=lambda: self._open(mailbox.address, stopping),
            mirror=mirror,
            noted=notes,
            clock=self._clock,
            history_turn=lambda: self._turn(stopping),
        )
        watcher = Watcher(mailbox.address, doors, self._pace, stopping=stopping)
        wakes = state.wakes if state is not None else 0
        self._watched[mailbox.id] = _Watched(watcher, notes, wakes, secret)
        watcher.start()

    def _open(self, address: str, stopping: threading.Event) -> MailHost:
        mailbox = self._store.mailboxes.get(address)
        if not self._connecting.wait(mailbox.host, stopping):
            raise Stopped
        return self._open_host(mailbox)

    @contextlib.contextmanager
    def _turn(self, stopping: threading.Event) -> Iterator[None]:
        end, taken = time.monotonic() + TURN_WITHIN, False
        while not (taken or stopping.is_set() or time.monotonic() > end):
            taken = self._turns.acquire(timeout=ASKED_EVERY)
        try:
            yield
        finally:
            if taken:
                self._turns.release()

    def _let_go(self, numbers: list[int]) -> None:
        # together, for meanwhile neither leases are prolonged nor the others told that this worker lives
        going = {number: self._watched.pop(number) for number in numbers}
        for _ in stop_all([each.watcher for each in going.values()]):
            log.warning("a mailbox hangs in its network and is left behind")
        for number, each in going.items():
            looked_at = each.notes.unwritten_look()
            seen = {"looked_at": looked_at} if looked_at is not None else {}
            try:
                self._store.mailbox_states.give_lease_back(number, self.holder)
                self._store.mailbox_states.note(number, self._clock(), activity="stopped", **seen)
            except ServerError:
                log.exception("a lease could not be given back; it ends by itself")


def _is_paused(state: MailboxState | None) -> bool:
    return state is not None and state.paused


def _bring_up_to_date(watched: _Watched, mailbox: Mailbox, state: MailboxState | None, secret: bytes | None) -> None:
    """Wakes a watcher that somebody asks to look, or that waits for another password."""
    if _is_paused(state) or secret is None:
        return
    wakes = state.wakes if state is not None else 0
    needs_login = state is not None and state.activity == "needs_login"
    if wakes != watched.wakes or (secret != watched.secret and needs_login):
        watched.watcher.wake()
    watched.wakes, watched.secret = wakes, secret
    watched.notes.hold_against(state, mailbox)
