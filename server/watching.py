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
from server.mirroring import OpenHost
from server.store import Mailbox, MailboxState, Store

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=45)  # with a look each 5 s, another worker has the mailbox within 50 s when this one dies
ALIVE = timedelta(seconds=30)  # after its last look a worker counts for the share of the others
READ_HISTORY_TOGETHER = 4  # mailboxes; each holds three batches of 1.5 MB
TURN_WITHIN = 60.0  # seconds; those whose turn it is may hang, and must not hold up the others for ever
ASKED_EVERY = 1.0  # seconds; whoever waits for a turn looks so often whether it is to stop


@dataclass(slots=True)
class _Watched:
    watcher: Watcher
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
            most = self._share(sum(not _is_paused(states.get(number)) for number in mailboxes))
            held = self._store.mailbox_states.renew_leases(self.holder, self._clock() + LEASE, self._watched)
            going = [
                number
                for number, each in self._watched.items()
                if number not in mailboxes.keys() & held or _is_paused(states.get(number)) or not each.watcher.is_alive
            ]
            staying = [number for number in self._watched if number not in going]
            beyond = [] if most is None else staying[most:]  # those taken last, for a worker that has fewer
            self._let_go(going + beyond)
            others = self._held_by_others() if most is not None and len(self._watched) < most else frozenset()
            for number, mailbox in mailboxes.items():
                may_take = most is not None and len(self._watched) < most and number not in others
                if number in self._watched or may_take:
                    self._follow_one(mailbox, states.get(number))

    def _share(self, count: int) -> int | None:
        """How many of so many mailboxes this worker watches at most; None where it cannot tell yet.

        After a database that was away, each waits until the others have said again that they live: else the first to
        come back would take everything.
        """
        now = self._clock()
        attendance = self._store.workers.attend(self.holder, now, now + ALIVE, is_dead)
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

    def _follow_one(self, mailbox: Mailbox, state: MailboxState | None) -> None:
        if _is_paused(state):
            return
        wakes = state.wakes if state is not None else 0
        try:
            secret = self._store.mailboxes.sealed_secret(mailbox.id)
        except NotFound:
            return
        watched = self._watched.get(mailbox.id)
        if watched is None:
            if self._takes(mailbox.id):
                self._begin(mailbox, wakes, secret, state)
            return
        if wakes != watched.wakes or (
            secret != watched.secret and state is not None and state.activity == "needs_login"
        ):
            watched.watcher.wake()
        watched.wakes, watched.secret = wakes, secret

    def _takes(self, mailbox_id: int) -> bool:
        now = self._clock()
        other = self._store.mailbox_states.take_lease(mailbox_id, self.holder, now, now + LEASE)
        if other and is_dead(other):
            other = self._store.mailbox_states.take_lease(mailbox_id, self.holder, now, now + LEASE, over=other)
        return other is None

    def _begin(self, mailbox: Mailbox, wakes: int, secret: bytes, state: MailboxState | None) -> None:
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
        doors = Doors(
            open_host=lambda: self._open(mailbox.address, stopping),
            mirror=mirror,
            noted=Notes(self._store, mailbox, self._clock, allowance),
            clock=self._clock,
            history_turn=lambda: self._turn(stopping),
        )
        watcher = Watcher(mailbox.address, doors, self._pace, stopping=stopping)
        self._watched[mailbox.id] = _Watched(watcher, wakes, secret)
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
        for _ in stop_all([self._watched.pop(number).watcher for number in numbers]):
            log.warning("a mailbox hangs in its network and is left behind")
        for number in numbers:
            try:
                self._store.mailbox_states.give_lease_back(number, self.holder)
                self._store.mailbox_states.note(number, self._clock(), activity="stopped")
            except ServerError:
                log.exception("a lease could not be given back; it ends by itself")


class Notes:
    """Keeps with a mailbox how it is doing; what is wrong is logged when it begins and when it ends."""

    def __init__(self, store: Store, mailbox: Mailbox, clock: Callable[[], datetime], allowance: Allowance) -> None:
        self._store, self._mailbox, self._clock, self._allowance = store, mailbox, clock, allowance
        self._problem = mailbox.last_error

    def doing(self, activity: str) -> None:
        """What is done with the mailbox from now on."""
        self._note(activity=activity)

    def progress(self, done: int, total: int, rate: float) -> None:
        """How many mails of how many are read, and how many a second."""
        self._note(done=done, total=total, rate=rate, **self._bytes())

    def up_to_date(self) -> None:
        """All folders were found up to date."""
        if self._problem is not None:
            log.info("%s: can be read again", self._mailbox.address)
            self._problem = None
        well = {"last_error": None, "problem": None, "remedy": None, "retry_at": None, "failures": 0}
        self._note(activity="watching", looked_at=self._clock(), **well, **self._bytes())

    def failed(self, activity: str, problem: str, remedy: str, retry_at: datetime, failures: int) -> None:
        """What went wrong and when it is tried again."""
        known, self._problem = self._problem, problem
        level = logging.DEBUG if known is not None and problem in known else logging.WARNING
        sentence = f"{self._mailbox.address}: {problem} {remedy}".strip()
        log.log(level, "%s", sentence)
        values = {
            "last_error": sentence,
            "problem": problem,
            "remedy": remedy or None,
            "retry_at": retry_at,
            "failures": failures,
        }
        self._note(activity=activity, **values, **self._bytes())

    def alert(self, words: str) -> None:
        """The server asks to show this to a person: once."""
        if self._store.mailbox_states.note_alert(self._mailbox.id, self._clock(), words):
            log.warning("%s: its server says: %s", self._mailbox.address, words)

    def _bytes(self) -> dict[str, object]:
        return {"bytes_today": self._allowance.used, "bytes_day": self._allowance.day}

    def _note(self, **values: object) -> None:
        self._store.mailbox_states.note(self._mailbox.id, self._clock(), **values)


def _is_paused(state: MailboxState | None) -> bool:
    return state is not None and state.paused
