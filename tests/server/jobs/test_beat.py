"""When jobs are sent, and by whom: on a store in SQLite and in PostgreSQL, with clocks that are set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from server.errors import ServerError
from server.jobs.beat import LOST, SKEW, Beat
from server.jobs.slots import Turn
from server.store import Store
from tests.stores import open_new_store

START = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
MINUTE = 60.0


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: object) -> Iterator[Store]:
    if request.param == "postgresql":
        opened = Store.open(request.getfixturevalue("postgresql_url"))
    else:
        opened = open_new_store(f"sqlite:///{tmp_path}/e.db")
    with opened as store:
        yield store


class Machine:
    """One beat with its clock and what it has sent; `refusing`: its broker is away."""

    def __init__(self, store: Store) -> None:
        self.now = START
        self.sent: list[Turn] = []
        self.lasting: list[timedelta] = []
        self.refusing = False
        self.beat = Beat(store.job_slots, self._send, lambda: self.now)

    def _send(self, turn: Turn, expires: timedelta) -> None:
        if self.refusing:
            raise ServerError("the broker is away")
        self.sent.append(turn)
        self.lasting.append(expires)

    def tick(self, seconds: float = 0.0) -> int:
        """How many turns were sent after so many seconds more."""
        self.now += timedelta(seconds=seconds)
        before = len(self.sent)
        self.beat.tick()
        return len(self.sent) - before


def do(store: Store, turn: Turn, now: datetime, *, well: bool = True, holder: str = "worker") -> str:
    begun = store.job_slots.begin(turn, holder, now, now + timedelta(minutes=1), alone=True, is_dead=lambda _: False)
    if begun == "begun":
        store.job_slots.end(turn.name, holder, now, well=well)
    return begun


@pytest.fixture
def machine(store: Store) -> Machine:
    return Machine(store)


def test_a_turn_is_sent_once_in_its_interval(store: Store, machine: Machine) -> None:
    machine.beat.every(MINUTE, "job", at_once=True)
    assert [machine.tick(), machine.tick(), machine.tick(30)] == [1, 0, 0]
    do(store, machine.sent[0], machine.now)
    assert [machine.tick(30), machine.tick(1)] == [1, 0]


def test_of_two_machines_one_sends_each_turn(store: Store) -> None:
    machines = [Machine(store), Machine(store)]
    machines[1].now += timedelta(seconds=7)  # its clock is ahead
    for each in machines:
        each.beat.every(MINUTE, "job", at_once=True)
    for _ in range(10):
        for each in machines:
            each.tick(MINUTE)
        for turn in machines[0].sent[-1:] + machines[1].sent[-1:]:
            do(store, turn, machines[0].now)
    turns = machines[0].sent + machines[1].sent
    assert len(turns) == len(set(turns)) == 10


def test_a_machine_that_was_away_sends_no_heap_of_missed_turns(store: Store, machine: Machine) -> None:
    machine.beat.every(MINUTE, "job", at_once=True)
    machine.tick()
    do(store, machine.sent[0], machine.now)
    assert machine.tick(86_400) == 1


def test_a_job_that_waits_is_not_sent_again_until_it_is_lost(store: Store, machine: Machine) -> None:
    machine.beat.every(1.0, "job", at_once=True)
    assert machine.tick() == 1
    assert [machine.tick(1) for _ in range(5)] == [0] * 5
    assert machine.tick(LOST[0].total_seconds()) == 1, "the broker forgot it"


def test_a_turn_of_an_hourly_job_that_was_lost_is_sent_again_within_the_hour(store: Store, machine: Machine) -> None:
    machine.beat.every(3600.0, "job", at_once=True)
    minutes = [minute for minute in range(59) if machine.tick(MINUTE if minute else 0)]
    assert minutes[:3] == [0, 5, 10], "nobody began it"
    assert len(set(machine.sent)) == 1
    do(store, machine.sent[-1], machine.now)
    assert machine.tick(0) == 0


def test_another_machine_whose_clock_is_behind_sends_no_hourly_turn_twice(store: Store, machine: Machine) -> None:
    other = Machine(store)
    other.now -= SKEW / 2
    for each in (machine, other):
        each.beat.every(3600.0, "job", at_once=True)
    assert [machine.tick(), other.tick(), machine.tick(MINUTE), other.tick(MINUTE)] == [1, 0, 0, 0]


def test_what_was_sent_is_still_worth_something_to_a_worker_whose_clock_is_ahead(machine: Machine) -> None:
    machine.beat.every(1.0, "job", at_once=True)
    machine.tick()
    assert machine.lasting == [LOST[0] + SKEW], "else it would throw away all that it is sent"


def test_a_job_that_runs_is_not_sent(store: Store, machine: Machine) -> None:
    machine.beat.every(1.0, "job", at_once=True)
    machine.tick()
    until = machine.now + timedelta(hours=1)
    (turn,) = machine.sent
    assert store.job_slots.begin(turn, "a", machine.now, until, alone=True, is_dead=lambda _: False) == "begun"
    assert machine.tick(100) == 0
    store.job_slots.end("job", "a", machine.now, well=True)
    assert machine.tick(1) == 1


def test_a_job_may_wait_for_its_first_interval(store: Store, machine: Machine) -> None:
    machine.beat.every(MINUTE, "job", at_once=False)
    assert [machine.tick(), machine.tick(59), machine.tick(1)] == [0, 0, 1]


def test_a_turn_that_could_not_be_sent_is_sent_when_the_broker_is_back(store: Store, machine: Machine) -> None:
    machine.beat.every(3600.0, "job", at_once=True)
    machine.refusing = True
    with pytest.raises(ServerError):
        machine.tick()
    machine.refusing = False
    assert machine.tick(1) == 1


def test_a_clock_that_was_an_hour_ahead_and_is_set_right_stops_nothing(store: Store, machine: Machine) -> None:
    machine.now += timedelta(hours=1)
    machine.beat.every(MINUTE, "job", at_once=True)
    machine.tick()
    do(store, machine.sent[0], machine.now)
    right = Machine(store)
    right.beat.every(MINUTE, "job", at_once=True)
    assert right.tick() == 1


def test_a_turn_that_a_later_one_replaced_is_left(store: Store, machine: Machine) -> None:
    machine.beat.every(MINUTE, "job", at_once=True)
    machine.tick()
    machine.tick(600)
    first, second = machine.sent
    assert [do(store, first, machine.now), do(store, second, machine.now)] == ["passed", "begun"]


def test_a_job_of_one_alone_is_held_until_its_worker_ends_or_dies(store: Store, machine: Machine) -> None:
    machine.beat.every(3600.0, "job", at_once=True)
    machine.tick()
    (turn,), slots, now = machine.sent, store.job_slots, machine.now
    minute = timedelta(minutes=1)

    def begin(holder: str, at: datetime, *dead: str) -> str:
        return slots.begin(turn, holder, at, at + minute, alone=True, is_dead=lambda each: each in dead)

    assert begin("a", now) == "begun"
    assert begin("b", now + minute / 2) == "held"
    slots.prolong("job", "a", now + 2 * minute)
    assert begin("b", now + minute) == "held"
    assert begin("b", now + minute, "a") == "begun"
    assert begin("c", now + 2 * minute) == "begun", "its time is over"


def test_a_turn_that_ended_three_workers_is_given_up(store: Store, machine: Machine) -> None:
    machine.beat.every(3600.0, "job", at_once=True)
    machine.tick()
    (turn,) = machine.sent
    until = machine.now + timedelta(minutes=1)
    found = [
        store.job_slots.begin(turn, f"w{n}", machine.now, until, alone=True, is_dead=lambda _: True) for n in range(5)
    ]
    assert found == ["begun", "begun", "begun", "worn", "worn"]


def test_a_turn_that_was_put_off_wears_nobody_out(store: Store, machine: Machine) -> None:
    machine.beat.every(3600.0, "job", at_once=True)
    machine.tick()
    (turn,) = machine.sent
    until = machine.now + timedelta(minutes=1)

    def begin(tries: int) -> str:
        return store.job_slots.begin(turn, "w", machine.now, until, alone=True, is_dead=lambda _: False, tries=tries)

    assert [begin(tries) for tries in (0, 1, 2, 3, 4)] == ["begun"] * 5
    assert [begin(4), begin(4), begin(4)] == ["begun", "begun", "worn"], "from here on its workers were lost"


def test_a_job_is_sent_once_more_where_somebody_asks(store: Store, machine: Machine) -> None:
    machine.beat.every(3600.0, "job", at_once=True)
    machine.tick()
    (turn,) = machine.sent
    do(store, turn, machine.now, well=False)
    assert store.job_slots.list()[0].done_at is None
    assert store.job_slots.again("job", machine.now) == turn.slot
    assert do(store, turn, machine.now) == "begun"
    assert store.job_slots.list()[0].done_at == machine.now
    assert store.job_slots.again("unknown", machine.now) is None
