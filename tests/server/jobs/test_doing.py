"""What becomes of the turns of jobs that arrive: done once, left, tried again, given up."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.errors import StoreAway
from server.holders import new_holder
from server.jobs.beat import Beat
from server.jobs.celery_worker import MOST_TRIES
from server.jobs.doing import HELD, Doing
from server.jobs.slots import Turn
from server.jobs.table import JOBS, known_as
from server.store import Store
from tests.stores import open_new_store

START = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Place:
    """A worker's process with its store, and a clock that is set by hand."""

    def __init__(self, store: Store) -> None:
        self.store, self.now, self.stopping = store, START, False
        self.doing = Doing(store.job_slots, store.dead_letters, lambda: self.now, lambda: self.stopping)

    def sent(self, name: str) -> Turn:
        """The turn that a beat has just sent."""
        turns: list[Turn] = []
        beat = Beat(self.store.job_slots, lambda turn, _: turns.append(turn), lambda: self.now)
        beat.every(1.0, name, at_once=True)
        beat.tick()
        return turns[0]

    @property
    def failed(self) -> list[tuple[str, str]]:
        return [(each.name, each.error) for each in self.store.dead_letters.list()]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with open_new_store(f"sqlite:///{tmp_path}/e.db") as store:
        yield Place(store)


def test_a_turn_is_done_and_noted_with_when(place: Place) -> None:
    runs: list[int] = []
    place.doing.every(1.0, "retention", lambda: runs.append(1))
    assert place.doing.do(place.sent("retention"))
    assert runs == [1]
    (state,) = place.store.job_slots.list()
    assert (state.waiting, state.holder, state.done_at) == (False, None, START)


def test_a_job_of_an_unknown_name_is_left(place: Place) -> None:
    assert place.doing.do(place.sent("of another version"))
    assert place.failed == []


def test_a_turn_that_came_too_late_is_left(place: Place) -> None:
    runs: list[int] = []
    place.doing.every(1.0, "retention", lambda: runs.append(1))
    late = place.sent("retention")
    place.now += timedelta(hours=1)
    place.sent("retention")
    assert place.doing.do(late)
    assert runs == []


def test_a_job_that_another_does_is_left_and_one_that_was_tried_before_waits_for_it(place: Place) -> None:
    runs: list[int] = []
    place.doing.every(1.0, "retention", lambda: runs.append(1))
    turn = place.sent("retention")
    place.store.job_slots.begin(turn, "elsewhere 1 x 0", START, START + HELD, alone=True, is_dead=lambda _: False)
    assert place.doing.do(turn)
    assert not place.doing.do(turn, tries=1)
    place.now += HELD
    assert place.doing.do(turn, tries=2)
    assert runs == [1]


def test_jobs_that_share_their_work_out_are_done_beside_each_other(place: Place) -> None:
    assert not known_as("learn").alone
    both = threading.Barrier(2, timeout=60)
    passed: list[int] = []
    place.doing.every(1.0, "learn", lambda: passed.append(both.wait()))
    turn = place.sent("learn")
    threads = [threading.Thread(target=place.doing.do, args=(turn,)) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(passed) == [0, 1]


def test_a_job_is_asked_to_stop_when_its_time_is_over_or_the_worker_stops(place: Place) -> None:
    said: list[bool] = []

    def job() -> None:
        said.append(place.doing.is_over())
        place.stopping = True
        said.append(place.doing.is_over())

    place.doing.every(1.0, "retention", job)
    place.doing.do(place.sent("retention"))
    assert said == [False, True]


def test_a_job_whose_time_is_over_is_asked_to_stop(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = [0.0]
    monkeypatch.setattr("server.jobs.doing.time.monotonic", lambda: seconds[0])
    said: list[bool] = []

    def job() -> None:
        for moment in (0.0, JOBS["learn"].turn - 0.1, JOBS["learn"].turn):
            seconds[0] = moment
            said.append(place.doing.is_over())

    place.doing.every(1.0, "learn", job)
    place.doing.do(place.sent("learn"))
    assert said == [False, False, True]
    assert not place.doing.is_over(), "outside of jobs nothing is over"


def test_what_a_job_raises_is_kept_by_its_kind_and_logged_by_its_name(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    def job() -> None:
        raise ValueError("Liebe Frau Krause")

    place.doing.every(1.0, "retention", job)
    with caplog.at_level(logging.ERROR):
        assert place.doing.do(place.sent("retention"))
    assert place.failed == [("retention", "ValueError")]
    assert "retention" in caplog.records[0].getMessage()
    assert "Krause" not in repr(place.store.dead_letters.list())
    assert place.store.job_slots.list()[0].done_at is None


def test_a_database_that_is_away_is_no_failure_of_the_job(place: Place) -> None:
    def job() -> None:
        raise StoreAway("the database is away")

    place.doing.every(1.0, "retention", job)
    with pytest.raises(StoreAway):
        place.doing.do(place.sent("retention"))
    assert place.failed == []
    assert place.store.job_slots.list()[0].holder is None, "whoever tries again may"


def test_a_job_whose_database_was_away_all_its_tries_lost_no_worker(place: Place) -> None:
    def job() -> None:
        raise StoreAway("busy: writing took over 30 s")

    place.doing.every(1.0, "retention", job)
    turn = place.sent("retention")
    for tries in range(MOST_TRIES):
        with pytest.raises(StoreAway):
            place.doing.do(turn, tries=tries)
    assert place.failed == []


def test_a_job_that_ended_its_worker_again_and_again_is_given_up(place: Place) -> None:
    runs: list[int] = []
    place.doing.every(1.0, "learn", lambda: runs.append(1))
    turn = place.sent("learn")
    for _ in range(3):  # begun, and its process killed
        place.store.job_slots.begin(turn, new_holder(), START, START, alone=False, is_dead=lambda _: True)
    assert place.doing.do(turn)
    assert runs == []
    assert place.failed == [("learn", "WorkerLost")]


def test_every_job_has_time_to_stop_before_it_is_ended_by_force() -> None:
    assert all(each.turn < each.limit for each in JOBS.values())
    assert all(name == each.name for name, each in JOBS.items())
