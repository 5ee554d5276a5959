"""The mailboxes of a worker: followed as they come, go, pause and change hands; one lease each."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.access import EVERYTHING
from server.errors import ConnectionLost, LoginRefused, StoreAway
from server.holders import this_boot
from server.mail.connecting_pace import AT_ONCE, ConnectingPace
from server.mail.host import MailHost
from server.mail.hosts.memory import MemoryHost
from server.mail.pace import Pace
from server.mail.watcher import CUT_AFTER, GIVE_UP_AFTER
from server.store import Mailbox, NewMailbox, Store
from server.watching import LEASE, READ_HISTORY_TOGETHER, TURN_WITHIN, Watchers
from tests.server.mail.host_contract import mail
from tests.statements import listening
from tests.stores import open_new_store

START = datetime(2026, 11, 22, tzinfo=UTC)
LOOK = timedelta(seconds=5)
ADDRESSES = ("one@example.test", "two@example.test")


class World:
    """A store with two mailboxes, their hosts, and a clock that is set by hand."""

    def __init__(self, store: Store, stack: ExitStack) -> None:
        self.store, self._stack = store, stack
        self.now = START
        self.hosts = {address: MemoryHost([mail(1), mail(2)], mailbox=address) for address in ADDRESSES}
        self.refused: set[str] = set()
        self.opened: list[str] = []
        self.hanging = threading.Event()
        for address in ADDRESSES:
            store.mailboxes.add(NewMailbox(address, "h", 1, "none", address), b"secret", START)

    def watchers(self, **changes: object) -> Watchers:
        def open_host(mailbox: Mailbox) -> MailHost:
            self.opened.append(mailbox.address)
            if mailbox.address in self.refused:
                raise LoginRefused(mailbox.address, "wrong password.", "Check it.")
            return self.hosts[mailbox.address]

        made = Watchers(self.store, open_host, lambda: self.now, Pace(poll=0.05), **changes)  # type: ignore[arg-type]
        self._stack.callback(made.stop)
        return made

    def number(self, address: str) -> int:
        return self.store.mailboxes.get(address).id

    def activity(self, address: str) -> str:
        return self.store.mailbox_states.get(self.number(address)).activity

    def stored(self, address: str) -> int:
        return len(self.store.mirror.stored(self.number(address), "INBOX", 1))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with open_new_store(f"sqlite:///{tmp_path}/e.db") as store, ExitStack() as stack:
        yield World(store, stack)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end, "it did not happen within 60 seconds"
        time.sleep(0.01)


def test_every_mailbox_is_watched_and_how_it_is_doing_is_kept(world: World) -> None:
    watchers = world.watchers()
    watchers.follow()
    until(lambda: {world.activity(address) for address in ADDRESSES} == {"watching"})
    assert [world.stored(address) for address in ADDRESSES] == [2, 2]
    state = world.store.mailbox_states.get(world.number(ADDRESSES[0]))
    assert (state.looked_at, state.problem, state.done, state.total) == (START, None, 2, 2)
    assert state.bytes_today == 400
    watchers.stop()
    assert {world.activity(address) for address in ADDRESSES} == {"stopped"}
    assert all(host.closed for host in world.hosts.values())


def test_a_paused_mailbox_is_let_go_and_a_resumed_one_taken_up_again(world: World) -> None:
    watchers = world.watchers()
    watchers.follow()
    number = world.number(ADDRESSES[0])
    world.store.mailbox_states.pause(number, START)
    watchers.follow()
    assert watchers.addresses == {ADDRESSES[1]}
    world.store.mailbox_states.resume(number, START)
    watchers.follow()
    assert watchers.addresses == set(ADDRESSES)


def test_two_workers_never_read_the_same_mailbox(world: World) -> None:
    first, second = world.watchers(), world.watchers()
    first.follow()
    second.follow()
    assert (first.addresses, second.addresses) == (frozenset(ADDRESSES), frozenset())
    first.stop()
    second.follow()
    assert second.addresses == set(ADDRESSES)


def test_a_worker_that_stood_still_too_long_lets_go_of_what_another_took(world: World) -> None:
    first, second = world.watchers(), world.watchers()
    first.follow()
    world.now += LEASE + timedelta(seconds=1)
    second.follow()
    assert second.addresses == set(ADDRESSES)
    first.follow()
    assert first.addresses == frozenset()


def test_workers_share_the_mailboxes_out_and_keep_to_it(world: World) -> None:
    first, second = world.watchers(), world.watchers()
    first.follow()
    assert first.addresses == set(ADDRESSES)
    second.follow()  # says that it is there
    first.follow()  # gives one of its two away
    second.follow()
    shared = (first.addresses, second.addresses)
    assert [len(each) for each in shared] == [1, 1]
    until(lambda: len(world.opened) == 3)  # both by the first, one by the second
    for _ in range(5):
        first.follow()
        second.follow()
    assert (first.addresses, second.addresses) == shared
    assert len(world.opened) == 3, "nobody takes a mailbox from another and gives it back"


def test_another_worker_has_the_mailboxes_of_one_that_died_within_a_minute(world: World) -> None:
    dead, alive = world.watchers(), world.watchers()
    dead.follow()
    alive.follow()
    dead.follow()
    alive.follow()
    assert len(alive.addresses) == 1
    began = world.now
    while len(alive.addresses) < 2:  # `dead` says nothing any more; as if it were on another machine
        world.now += LOOK
        assert world.now - began <= timedelta(seconds=60)
        alive.follow()


def test_after_a_database_that_was_away_nobody_takes_what_belongs_to_the_others(world: World) -> None:
    first, second = world.watchers(), world.watchers()
    for each in (first, second, first, second):
        each.follow()
    shared = (first.addresses, second.addresses)
    world.now += timedelta(minutes=10)
    for each in (first, second, first, second):
        each.follow()
    assert (first.addresses, second.addresses) == shared


def test_a_worker_on_this_machine_that_was_killed_is_missed_at_once(world: World) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    holder = f"{socket.gethostname()} {ended.pid} {this_boot()} run 0"
    until = START + timedelta(hours=1)
    world.store.workers.attend(holder, START, until, lambda _: False)
    for address in ADDRESSES:
        world.store.mailbox_states.take_lease(world.number(address), holder, START, until)
    alive = world.watchers()
    alive.follow()
    assert alive.addresses == set(ADDRESSES)


def test_a_new_password_is_tried_within_one_round(world: World) -> None:
    address = ADDRESSES[0]
    world.refused.add(address)
    watchers = world.watchers()
    watchers.follow()
    until(lambda: world.activity(address) == "needs_login")
    state = world.store.mailbox_states.get(world.number(address))
    assert (state.problem, state.remedy) == ("wrong password.", "Check it.")
    assert world.store.mailboxes.get(address).last_error == f"{address}: wrong password. Check it."
    tried = world.opened.count(address)
    watchers.follow()
    watchers.follow()
    assert world.opened.count(address) == tried, "a refused password is not tried again and again"
    world.refused.clear()
    world.store.mailboxes.replace_secret(world.number(address), b"another")
    watchers.follow()
    until(lambda: world.activity(address) == "watching")
    assert world.store.mailboxes.get(address).last_error is None


def test_the_bytes_of_a_day_outlive_the_worker(world: World) -> None:
    number = world.number(ADDRESSES[0])
    world.store.mailbox_states.note(number, START, bytes_day=START.date(), bytes_today=5_000)
    watchers = world.watchers(daily_bytes=5_000)
    watchers.follow()
    until(lambda: world.activity(ADDRESSES[0]) == "resting")
    assert world.store.mailbox_states.get(number).retry_at.date() == START.date() + timedelta(days=1)  # type: ignore[union-attr]
    until(lambda: world.activity(ADDRESSES[1]) == "watching")


def test_one_that_hangs_is_left_behind_and_the_rest_ends_in_order(world: World) -> None:
    def hangs(mailbox: Mailbox) -> MailHost:
        if mailbox.address == ADDRESSES[0]:
            world.hanging.wait(600)
            raise ConnectionLost(mailbox.address, "x")
        return world.hosts[mailbox.address]

    watchers = Watchers(world.store, hangs, lambda: world.now, Pace(poll=0.05))
    watchers.follow()
    until(lambda: world.activity(ADDRESSES[1]) == "watching")
    began = time.monotonic()
    watchers.stop()
    assert time.monotonic() - began < 60
    assert world.hosts[ADDRESSES[1]].closed
    world.hanging.set()


def pause_all(world: World) -> None:
    for each in world.store.mailboxes.list(sight=EVERYTHING):
        world.store.mailbox_states.pause(each.id, START)


def test_what_waits_for_its_turn_to_connect_is_let_go_at_once(world: World, caplog: pytest.LogCaptureFixture) -> None:
    pace = ConnectingPace(1)
    for _ in range(AT_ONCE):
        pace.turn("h")
    watchers = world.watchers(connecting=pace)
    watchers.follow()
    until(lambda: {world.activity(address) for address in ADDRESSES} == {"connecting"})
    pause_all(world)
    watchers.follow()
    assert (watchers.addresses, world.opened) == (frozenset(), [])
    assert "left behind" not in caplog.text


def test_many_that_hang_are_let_go_in_the_time_of_one(world: World) -> None:
    for number in range(6):
        world.store.mailboxes.add(NewMailbox(f"{number}@example.test", "h", 1, "none", "x"), b"secret", START)
    opened: list[str] = []

    def hangs(mailbox: Mailbox) -> MailHost:
        opened.append(mailbox.address)
        world.hanging.wait(600)
        raise ConnectionLost(mailbox.address, "x")

    watchers = Watchers(world.store, hangs, lambda: world.now, Pace(poll=0.05))
    watchers.follow()
    until(lambda: len(opened) == 8)
    pause_all(world)
    began = time.monotonic()
    watchers.follow()
    assert time.monotonic() - began < 5 * (CUT_AFTER + GIVE_UP_AFTER), "meanwhile no lease is prolonged"
    world.hanging.set()
    watchers.stop()


def test_what_waits_for_its_turn_to_read_history_and_is_to_stop_waits_no_longer(world: World) -> None:
    watchers = world.watchers()
    stopping, ended = threading.Event(), threading.Event()

    def wait() -> None:
        with watchers._turn(stopping):
            ended.set()

    with ExitStack() as turns:
        for _ in range(READ_HISTORY_TOGETHER):
            turns.enter_context(watchers._turn(threading.Event()))
        waiting = threading.Thread(target=wait, daemon=True)
        waiting.start()
        stopping.set()
        assert ended.wait(TURN_WITHIN / 2)
        waiting.join(60)


class Forgetting:
    """A store that fails the first time that a lease is given back."""

    def __init__(self, store: Store) -> None:
        self._store, self._states = store, store.mailbox_states
        self.failed = False

    @property
    def mailbox_states(self) -> Forgetting:
        return self

    def give_lease_back(self, number: int, holder: str) -> None:
        if not self.failed:
            self.failed = True
            raise StoreAway("The database is busy.")
        self._states.give_lease_back(number, holder)

    def __getattr__(self, name: str) -> object:
        return getattr(self._states if hasattr(self._states, name) else self._store, name)


def test_a_mailbox_whose_lease_could_not_be_given_back_is_soon_watched_again(world: World) -> None:
    whole = world.store
    world.store = forgetting = Forgetting(whole)  # type: ignore[assignment]
    first = world.watchers()
    world.store = whole
    second = world.watchers()
    for each in (first, second, first, second):
        each.follow()
    assert forgetting.failed
    began = world.now
    while first.addresses | second.addresses != set(ADDRESSES):
        world.now += LOOK
        assert world.now - began <= LEASE + LOOK
        first.follow()
        second.follow()


def test_looks_that_find_nothing_are_known_within_one_round_and_written_with_the_leases(world: World) -> None:
    watchers = world.watchers()
    watchers.follow()
    until(lambda: {world.activity(address) for address in ADDRESSES} == {"watching"})
    watchers.follow()  # by now each was found as the store says
    numbers = [world.number(address) for address in ADDRESSES]
    world.now += LOOK

    def are_known() -> bool:
        watchers.follow()
        return all(world.store.mailbox_states.get(number).looked_at == world.now for number in numbers)

    until(are_known)
    with listening() as asked:
        world.now += LOOK
        until(lambda: all(watchers._watched[number].notes.unwritten_look() == world.now for number in numbers))
    assert asked.turns == 0
    with listening() as asked:
        watchers.follow()
    assert asked.turns == 1, "that this worker lives, its leases and its looks are one change"
    assert {world.store.mailbox_states.get(number).looked_at for number in numbers} == {world.now}
    world.now += LOOK
    until(lambda: all(watchers._watched[number].notes.unwritten_look() == world.now for number in numbers))
    watchers.stop()
    assert {world.store.mailbox_states.get(number).looked_at for number in numbers} == {world.now}


class Busy:
    """A store in whose register of workers nobody can write while it is told so."""

    def __init__(self, store: Store) -> None:
        self._store, self._workers = store, store.workers
        self.is_away = False

    @property
    def workers(self) -> Busy:
        return self

    def attend(self, *arguments: object, **named: object) -> object:
        if self.is_away:
            raise StoreAway("The database is busy.")
        return self._workers.attend(*arguments, **named)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        return getattr(self._workers if hasattr(self._workers, name) else self._store, name)


def test_a_look_that_could_not_be_written_is_written_in_the_next_round(world: World) -> None:
    store = Busy(world.store)
    slow = Pace(poll=600.0, renew_idle=600.0)
    watchers = Watchers(store, lambda each: world.hosts[each.address], lambda: world.now, slow)  # type: ignore[arg-type]
    watchers.follow()
    until(lambda: {world.activity(address) for address in ADDRESSES} == {"watching"})
    world.now += LOOK
    number = world.number(ADDRESSES[0])
    notes = watchers._watched[number].notes

    def looked() -> bool:
        notes.up_to_date()
        return notes.unwritten_look() == world.now

    until(looked)
    looked_at, world.now = world.now, world.now + LOOK
    world.store.mailbox_states.note(number, world.now, looked_at=START)
    store.is_away = True
    with pytest.raises(StoreAway):
        watchers.follow()
    store.is_away = False
    watchers.follow()
    assert world.store.mailbox_states.get(number).looked_at == looked_at
    watchers.stop()
