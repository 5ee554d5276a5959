"""One mailbox watched in a thread of its own: the whole of its life is this machine.

                        ┌──────────────────────────── woken, or the poll is due ─────────────────┐
                        ▼                                                                        │
    connecting ──▶ looking (new mail, flags, gone) ──▶ reading history ──▶ watching (IDLE) ──────┘
        ▲               ▲                                    │  10 s at a time
        │               └────────────────────────────────────┘
        │                       any of these may fail:
        ├── backing_off   connection lost, server refuses       1 min, 2, 4 ... 1 h, or what the server asks for
        ├── resting       the day's bytes are used up           until the next day (UTC)
        └── needs_login   password or token refused             until it is changed, somebody resumes, or a day

Another mirror at work (Conflict) is no failure: looking again at once. `stop` ends it from every state: between two
batches, out of IDLE and out of every wait at once, out of a command that hangs when its network is cut.
A waiting thread costs no time; one that hangs hangs alone.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from server.errors import Conflict, LoginRefused, MailError, NotFound, ServerError
from server.mail.allowance import DayUsedUp
from server.mail.host import Folder, MailHost
from server.mail.mirror import Mirror, Progress
from server.mail.pace import Pace, words_of

log = logging.getLogger(__name__)

TOLD_EVERY = 1.0  # seconds between two notes on the progress
CUT_AFTER = 3.0  # seconds that a batch may take to end after `stop`
GIVE_UP_AFTER = 3.0
AFTER_CONFLICT = 0.5


class Noted(Protocol):
    """Where it is noted how a mailbox is doing; every call is one short transaction at most."""

    def doing(self, activity: str) -> None:
        """What is done with the mailbox from now on."""

    def progress(self, done: int, total: int, rate: float) -> None:
        """How many mails of how many are read, and how many a second."""

    def up_to_date(self) -> None:
        """All folders were found up to date."""

    def failed(self, activity: str, problem: str, remedy: str, retry_at: datetime, failures: int) -> None:
        """What went wrong and when it is tried again."""

    def alert(self, words: str) -> None:
        """The server asks to show this to a person."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What a watcher works with: how to sign in, to mirror, to note, and whose turn it is to read history."""

    open_host: Callable[[], MailHost]
    mirror: Callable[[MailHost, Progress], Mirror]
    noted: Noted
    clock: Callable[[], datetime]
    history_turn: Callable[[], AbstractContextManager[object]]


class Stopped(Exception):
    """`stop` was called; what is stored stays."""


@dataclass(slots=True)
class _Counter:
    """Mails done and expected by folder, and since when."""

    since: float = field(default_factory=time.monotonic)
    told: float = 0.0
    folders: dict[str, tuple[int, int]] = field(default_factory=dict)

    def figures(self) -> tuple[int, int, float]:
        done, total = (sum(column) for column in zip(*self.folders.values(), strict=True))
        elapsed = time.monotonic() - self.since
        return done, total, done / elapsed if elapsed > 0 else 0.0


State = Callable[[], "State | None"]


class Watcher:
    """Watches one mailbox from `start` to `stop`; `name` is its address.

    `stopping` is set when it is asked to stop: for what the doors wait for.
    """

    def __init__(
        self,
        name: str,
        doors: Doors,
        pace: Pace,
        chance: random.Random | None = None,
        *,
        stopping: threading.Event | None = None,
    ) -> None:
        self.name = name
        self._doors, self._pace = doors, pace
        self._chance = chance or random.Random()  # noqa: S311 - jitter, no secret
        self._woken = threading.Event()
        self._stopping = stopping or threading.Event()
        self._host: MailHost | None = None
        self._mirror: Mirror | None = None
        self._failures = 0
        self._retry_at: datetime | None = None
        self._problems: tuple[MailError, ...] = ()
        self._counter = _Counter()
        self._thread = threading.Thread(target=self._run, name=f"watch {name}", daemon=True)

    def start(self) -> None:
        """Begins, in a thread of its own."""
        self._thread.start()

    def wake(self) -> None:
        """Look at once, also where a wait is not over."""
        self._retry_at = None
        self._woken.set()

    def ask_to_stop(self) -> None:
        """Ends it soon; returns at once."""
        self._stopping.set()
        self._woken.set()

    def stop(self) -> bool:
        """Ends it and waits for that; False where it hangs in something that cannot be cut."""
        return not stop_all([self])

    def cut(self) -> None:
        """Takes the network from whatever it waits for."""
        host = self._host
        if host is not None:
            host.cut()

    def ended_within(self, seconds: float) -> bool:
        """Waits for its end, at most so long."""
        self._thread.join(max(seconds, 0.0))
        return not self._thread.is_alive()

    @property
    def is_alive(self) -> bool:
        """Whether its thread still runs."""
        return self._thread.is_alive()

    def _run(self) -> None:
        state: State | None = self._connecting
        while state is not None and not self._stopping.is_set():
            try:
                state = state()
            except Stopped:
                break
            except Conflict:
                self._stopping.wait(AFTER_CONFLICT)
                state = self._looking if self._host is not None else self._connecting
            except NotFound:  # the mailbox was removed
                break
            except Exception as error:  # noqa: BLE001 - the top of a thread; `_failed` logs it, and it is tried again
                state = self._failed(error)
        self._close()

    def _connecting(self) -> State:
        self._doors.noted.doing("connecting")
        host = self._host = self._doors.open_host()
        self._mirror = self._doors.mirror(host, self._on_progress)
        return self._looking

    def _looking(self) -> State:
        self._woken.clear()
        self._take_alerts()
        assert self._mirror is not None
        self._problems = self._mirror.look()
        return self._reading_history if self._mirror.has_history() else self._up_to_date

    def _reading_history(self) -> State:
        assert self._mirror is not None
        with self._doors.history_turn():
            began = time.monotonic()
            more = self._mirror.read_history(
                lambda: self._stopping.is_set() or time.monotonic() - began > self._pace.history_slice
            )
        if more and not self._mirror.allowance.history_may_go_on():
            raise self._mirror.allowance.used_up()
        self._tell_progress()
        return self._looking

    def _up_to_date(self) -> State:
        self._failures = 0
        self._tell_progress()
        self._counter = _Counter()
        if self._problems:
            problem, remedy = words_of(self._problems[0])
            again = self._doors.clock() + timedelta(seconds=self._pace.wait)
            self._doors.noted.failed("watching", problem, remedy, again, 1)
        else:
            self._doors.noted.up_to_date()
        return self._watching

    def _watching(self) -> State:
        assert self._host is not None
        assert self._mirror is not None
        self._take_alerts()
        if self._mirror.is_open_and_unchanged():
            self._host.wait(self._pace.wait, self._woken)
        return self._looking

    def _failed(self, error: Exception) -> State:
        self._close()
        self._failures += 1
        self._counter = _Counter()
        now = self._doors.clock()
        retry_at = self._pace.retry_at(error, self._failures, now, self._chance)
        if not isinstance(error, ServerError):
            log.exception("%s could not be read", self.name, exc_info=error)
            error = ServerError(f"It could not be read ({type(error).__name__}); the log of the worker says more.")
        kind = "backing_off"
        if isinstance(error, LoginRefused):
            kind = "needs_login"
        elif isinstance(error, DayUsedUp):
            kind = "resting"
        problem, remedy = words_of(error)
        self._retry_at = retry_at
        self._woken.clear()
        try:
            self._doors.noted.failed(kind, problem, remedy, retry_at, self._failures)
        except ServerError:
            log.exception("%s: how it is doing could not be noted", self.name)
        return self._waiting

    def _waiting(self) -> State:
        while self._retry_at is not None and not self._stopping.is_set():
            left = (self._retry_at - self._doors.clock()).total_seconds()
            if left <= 0:
                break
            self._woken.wait(min(left, 3600.0))  # a clock may be set
            self._woken.clear()
        return self._connecting

    def _on_progress(self, folder: Folder, done: int, total: int) -> None:
        if self._stopping.is_set():
            raise Stopped
        self._counter.folders[folder.name] = (done, total)
        if time.monotonic() - self._counter.told >= TOLD_EVERY:
            self._doors.noted.doing("reading")
            self._tell_progress()

    def _tell_progress(self) -> None:
        if self._counter.folders:
            self._counter.told = time.monotonic()
            self._doors.noted.progress(*self._counter.figures())

    def _take_alerts(self) -> None:
        for words in self._host.take_alerts() if self._host is not None else ():
            self._doors.noted.alert(words)

    def _close(self) -> None:
        host, self._host, self._mirror = self._host, None, None
        if host is not None:
            host.close()


def stop_all(watchers: Sequence[Watcher]) -> list[Watcher]:
    """Ends them all in the time that one may take; returns those that hang in something that cannot be cut."""
    for each in watchers:
        each.ask_to_stop()
    going = _going_after(CUT_AFTER, watchers)
    for each in going:
        each.cut()
    return _going_after(GIVE_UP_AFTER, going)


def _going_after(seconds: float, watchers: Sequence[Watcher]) -> list[Watcher]:
    end = time.monotonic() + seconds
    return [each for each in watchers if not each.ended_within(end - time.monotonic())]
