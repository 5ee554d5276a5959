"""A watched mailbox: news within a moment, errors waited out, one never holding up another, and an end in order."""

from __future__ import annotations

import contextlib
import itertools
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from server.demo.delivery import append
from server.errors import CertificateRefused, ConnectionLost, LoginRefused, MailError
from server.mail.allowance import Allowance, DayUsedUp
from server.mail.connection import Timeouts
from server.mail.host import MailHost
from server.mail.hosts.imap import open_imap_host
from server.mail.hosts.memory import MemoryHost
from server.mail.mirror import Mirror, Progress
from server.mail.pace import LOGIN_AGAIN, LONGEST_WAIT, Pace
from server.mail.watcher import CUT_AFTER, Doors, Watcher
from tests.dovecot import Account
from tests.server.mail.host_contract import mail
from tests.server.mail.imap_script import RecordingProxy
from tests.server.mail.strict_store import StrictStore
from tests.server.mail.test_imap_host import plain_login

WHEN = datetime(2024, 5, 6, tzinfo=UTC)
QUICK = Pace(poll=0.2, first_wait=0.02, history_slice=0.01)
SLOW = Pace(poll=600.0, renew_idle=600.0, first_wait=0.02)


@dataclass
class Notebook:
    """Remembers what a watcher notes."""

    activities: list[str] = field(default_factory=list)
    problems: list[tuple[str, str, int]] = field(default_factory=list)
    retries: list[datetime] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    figures: list[tuple[int, int, float]] = field(default_factory=list)
    current: int = 0

    def doing(self, activity: str) -> None:
        self.activities.append(activity)

    def progress(self, done: int, total: int, rate: float) -> None:
        self.figures.append((done, total, rate))

    def up_to_date(self) -> None:
        self.activities.append("watching")
        self.current += 1

    def failed(self, activity: str, problem: str, remedy: str, retry_at: datetime, failures: int) -> None:
        self.activities.append(activity)
        self.problems.append((problem, remedy, failures))
        self.retries.append(retry_at)

    def alert(self, words: str) -> None:
        self.alerts.append(words)


@dataclass
class Watch:
    """A watcher with all that it works with."""

    open_host: Callable[[], MailHost]
    pace: Pace = QUICK
    limit: int | None = None
    store: StrictStore = field(default_factory=StrictStore)
    notes: Notebook = field(default_factory=Notebook)

    def __post_init__(self) -> None:
        clock = lambda: datetime.now(UTC)  # noqa: E731
        allowance = Allowance("a@example.test", self.limit, clock)

        def mirror(host: MailHost, progress: Progress) -> Mirror:
            return Mirror(7, host, self.store, clock=clock, allowance=allowance, progress=progress)

        doors = Doors(self.open_host, mirror, self.notes, clock, contextlib.nullcontext)
        self.watcher = Watcher("a@example.test", doors, self.pace, random.Random(1))


@pytest.fixture
def watch() -> Iterator[Callable[..., Watch]]:
    """Starts watchers and ends them; a thread left behind fails the test."""
    threads = set(threading.enumerate())
    started: list[Watch] = []

    def begin(open_host: Callable[[], MailHost], **changes: object) -> Watch:
        one = Watch(open_host, **changes)  # type: ignore[arg-type]
        started.append(one)
        one.watcher.start()
        return one

    yield begin
    assert all(each.watcher.stop() for each in started)
    until(lambda: set(threading.enumerate()) <= threads)


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def test_old_mail_is_read_new_mail_is_found_and_all_is_noted(watch: Callable[..., Watch]) -> None:
    host = MemoryHost([mail(number) for number in range(600)])
    one = watch(lambda: host)
    until(lambda: one.notes.current > 0)
    assert one.store.raws() == [mail(number) for number in range(600)]
    host.deliver("INBOX", mail(700))
    until(lambda: len(one.store.raws()) == 601)
    assert one.notes.activities[:1] == ["connecting"]
    assert one.notes.figures
    assert not one.notes.problems


def test_an_error_is_waited_out_and_the_wait_grows(watch: Callable[..., Watch]) -> None:
    tries: list[float] = []

    def open_host() -> MailHost:
        tries.append(time.monotonic())
        if len(tries) < 5:
            raise ConnectionLost("a@example.test", "gone.", "Wait.")
        return MemoryHost([mail(1)])

    one = watch(open_host)
    until(lambda: one.notes.current > 0)
    assert [failures for _, _, failures in one.notes.problems] == [1, 2, 3, 4]
    assert one.notes.problems[0][:2] == ("gone.", "Wait.")
    assert one.notes.activities.count("backing_off") == 4
    waits = [later - earlier for earlier, later in itertools.pairwise(tries)]
    assert waits[3] > waits[0] * 2


@pytest.mark.parametrize(
    ("error", "shortest", "longest"),
    [
        (ConnectionLost("a", "x"), timedelta(seconds=45), timedelta(seconds=75)),
        (ConnectionLost("a", "x", retry_after=timedelta(minutes=5)), timedelta(minutes=5), timedelta(minutes=6.3)),
        (LoginRefused("a", "x"), LOGIN_AGAIN, LOGIN_AGAIN),
        (CertificateRefused("a", "x"), LONGEST_WAIT, LONGEST_WAIT),
        (DayUsedUp("a", WHEN + timedelta(hours=7), 5), timedelta(hours=7), timedelta(hours=7, minutes=10)),
    ],
)
def test_how_long_a_mailbox_is_left_alone(error: MailError, shortest: timedelta, longest: timedelta) -> None:
    for seed in range(20):
        wait = Pace().retry_at(error, 1, WHEN, random.Random(seed)) - WHEN
        assert shortest <= wait <= longest


def test_after_many_errors_the_wait_is_an_hour_and_never_all_at_once() -> None:
    lost = ConnectionLost("a", "x")
    waits = {Pace().retry_at(lost, 99, WHEN, random.Random(seed)) - WHEN for seed in range(20)}
    assert len(waits) == 20
    assert all(timedelta(minutes=45) <= wait <= timedelta(minutes=75) for wait in waits)


def test_a_refused_sign_in_is_tried_again_when_somebody_wakes_it(watch: Callable[..., Watch]) -> None:
    good: list[bool] = []

    def open_host() -> MailHost:
        if not good:
            raise LoginRefused("a@example.test", "wrong password.")
        return MemoryHost([mail(1)])

    one = watch(open_host)
    until(lambda: one.notes.activities[-1:] == ["needs_login"])
    assert one.notes.retries[0] - datetime.now(UTC) > timedelta(hours=23)
    good.append(True)
    one.watcher.wake()
    until(lambda: one.notes.current > 0)


def test_the_bytes_of_a_day_are_kept_for_new_mail_and_the_rest_comes_tomorrow(watch: Callable[..., Watch]) -> None:
    host = MemoryHost([mail(number, 10_000) for number in range(600)])
    one = watch(lambda: host, limit=4_000_000)
    until(lambda: "resting" in one.notes.activities)
    assert 250 <= len(one.store.raws()) < 600
    assert one.store.raws()[-1] == mail(599, 10_000), "the newest came first"
    assert "all that mail.daily_megabytes allows" in one.notes.problems[0][0]


def test_a_mistake_in_the_program_is_logged_and_waited_out_like_any_error(
    watch: Callable[..., Watch], caplog: pytest.LogCaptureFixture
) -> None:
    hosts: list[MailHost] = [MemoryHost([mail(1)])]

    def open_host() -> MailHost:
        if len(caplog.records) < 2:
            raise ZeroDivisionError
        return hosts[0]

    one = watch(open_host)
    until(lambda: one.notes.current > 0)
    assert one.notes.problems[0][0].startswith("It could not be read (ZeroDivisionError)")


def test_a_dead_mailbox_holds_up_no_other(watch: Callable[..., Watch]) -> None:
    hanging = threading.Event()

    def never() -> MailHost:
        hanging.wait(60)
        raise ConnectionLost("a@example.test", "x")

    dead = [watch(never) for _ in range(20)]
    host = MemoryHost([mail(1)])
    alive = watch(lambda: host)
    until(lambda: alive.notes.current > 0)
    assert all(each.notes.activities == ["connecting"] for each in dead)
    hanging.set()


@pytest.mark.dovecot
def test_idle_brings_new_mail_long_before_the_next_look(account: Account, watch: Callable[..., Watch]) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(1))])
    one = watch(lambda: open_imap_host(plain_login(account)), pace=SLOW)
    until(lambda: one.notes.current > 0)
    time.sleep(0.3)
    for number in (2, 3, 4):
        append(plain_login(account), "INBOX", [(WHEN, mail(number))])
        until(lambda number=number: len(one.store.raws()) == number)  # type: ignore[misc]


@pytest.mark.dovecot
def test_stopping_in_idle_needs_no_cut_and_leaves_nothing(account: Account, watch: Callable[..., Watch]) -> None:
    for _ in range(3):
        one = watch(lambda: open_imap_host(plain_login(account)), pace=SLOW)
        until(lambda one=one: one.notes.current > 0)  # type: ignore[misc]
        one.watcher.ask_to_stop()
        # wide, for a machine may stand still; the next look would be after ten minutes
        assert one.watcher.ended_within(10 * CUT_AFTER), "it hangs until its network is cut"


@pytest.mark.dovecot
def test_a_connection_that_is_kicked_is_made_again(account: Account, watch: Callable[..., Watch]) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(1))])
    one = watch(lambda: open_imap_host(plain_login(account)), pace=SLOW)
    until(lambda: one.notes.current > 0)
    time.sleep(0.3)
    account.server.doveadm("kick", account.user)
    append(plain_login(account), "INBOX", [(WHEN, mail(2))])
    until(lambda: len(one.store.raws()) == 2)
    assert one.notes.activities.count("connecting") == 2


@pytest.mark.dovecot
def test_an_idle_connection_that_died_silently_is_found_by_the_next_poll(
    account: Account, watch: Callable[..., Watch]
) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(1))])
    with RecordingProxy(account.server.port, cut_after=2_000, swallow=True) as proxy:
        ports = iter([proxy.port])
        quick = Timeouts(connect=5, command=1.0)
        one = watch(
            lambda: open_imap_host(plain_login(account, next(ports, account.server.port)), timeouts=quick),
            pace=Pace(poll=0.3, first_wait=0.02),
        )
        until(lambda: one.notes.current > 0)
        append(plain_login(account), "INBOX", [(WHEN, mail(2))])
        until(lambda: len(one.store.raws()) == 2)
    assert "did not answer in time" in one.notes.problems[0][0]
