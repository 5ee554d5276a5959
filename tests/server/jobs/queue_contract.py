"""What every JobQueue does; a queue's own test module gives the fixture `queue`."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import pytest

from server.jobs.queue import JobQueue

PATIENCE = 60.0  # seconds; only a broken queue takes so long
SOON = 0.05


def wait_for(condition: Callable[[], bool]) -> None:
    """Returns once the condition holds; fails the test if it never does."""
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.005)


class JobQueueContract:
    def test_a_job_runs_at_once_and_again_and_again(self, queue: JobQueue):
        runs: list[int] = []
        queue.every(SOON, "count", lambda: runs.append(1))
        queue.start()
        wait_for(lambda: len(runs) >= 3)

    def test_a_job_can_wait_for_its_first_interval(self, queue: JobQueue):
        late, early = threading.Event(), threading.Event()
        queue.every(3600, "late", late.set, at_once=False)
        queue.every(3600, "early", early.set)
        queue.start()
        assert early.wait(PATIENCE)
        assert not late.is_set()

    def test_a_job_is_never_run_twice_at_once(self, queue: JobQueue):
        running, ended, most = [0], [0], [0]
        lock = threading.Lock()

        def slow() -> None:
            with lock:
                running[0] += 1
                most[0] = max(most[0], running[0])
            time.sleep(4 * SOON)  # several times are due meanwhile
            with lock:
                running[0] -= 1
                ended[0] += 1

        queue.every(SOON, "slow", slow)
        queue.start()
        wait_for(lambda: ended[0] >= 3)
        assert most == [1]

    def test_jobs_of_different_names_run_beside_each_other(self, queue: JobQueue):
        both = threading.Barrier(2)
        passed: list[int] = []
        for name in ("one", "other"):
            queue.every(3600, name, lambda: passed.append(both.wait(PATIENCE)))
        queue.start()
        wait_for(lambda: len(passed) == 2)

    def test_a_job_that_raises_is_logged_and_runs_again(self, queue: JobQueue, caplog: pytest.LogCaptureFixture):
        runs: list[int] = []

        def fail() -> None:
            runs.append(1)
            raise KeyError("odd")

        with caplog.at_level(logging.ERROR):
            queue.every(SOON, "failing", fail)
            queue.start()
            wait_for(lambda: len(runs) >= 3)
        assert any("failing" in record.getMessage() for record in caplog.records)

    def test_a_job_of_a_known_name_replaces_it(self, queue: JobQueue):
        old, new = threading.Event(), threading.Event()
        queue.every(3600, "job", old.set, at_once=False)
        queue.every(3600, "job", new.set)
        assert queue.names() == {"job"}
        queue.start()
        assert new.wait(PATIENCE)
        assert not old.is_set()

    def test_a_stopped_job_is_gone_and_the_others_go_on(self, queue: JobQueue):
        gone: list[int] = []
        other: list[int] = []
        queue.every(SOON, "gone", lambda: gone.append(1))
        queue.every(SOON, "other", lambda: other.append(1))
        queue.start()
        wait_for(lambda: bool(gone))
        queue.stop_job("gone")
        assert queue.names() == {"other"}
        runs, seen = len(gone), len(other)
        wait_for(lambda: len(other) >= seen + 3)
        assert len(gone) <= runs + 1  # one may have been running

    def test_stopping_an_unknown_job_is_fine(self, queue: JobQueue):
        queue.stop_job("nothing")
        assert queue.names() == frozenset()

    def test_a_job_can_be_added_and_stopped_by_a_job(self, queue: JobQueue):
        added = threading.Event()

        def add() -> None:
            queue.every(3600, "added", added.set)
            queue.stop_job("adder")

        queue.every(SOON, "adder", add)
        queue.start()
        assert added.wait(PATIENCE)
        wait_for(lambda: queue.names() == {"added"})

    def test_stop_waits_for_the_job_that_runs_and_starts_no_other(self, queue: JobQueue):
        begun, ended = threading.Event(), threading.Event()

        def slow() -> None:
            begun.set()
            time.sleep(4 * SOON)
            ended.set()

        queue.every(3600, "slow", slow)
        queue.start()
        assert begun.wait(PATIENCE)
        queue.stop()
        assert ended.is_set()

    def test_a_job_that_lists_and_adds_jobs_does_not_hold_up_the_stop(self, queue: JobQueue):
        begun, stopping, ended = threading.Event(), threading.Event(), threading.Event()

        def follow() -> None:
            begun.set()
            stopping.wait(PATIENCE)
            time.sleep(SOON)  # until the other thread is in the midst of it
            queue.names()
            queue.every(3600, "more", lambda: None)
            ended.set()

        def stop() -> None:
            stopping.set()
            queue.stop()

        queue.every(3600, "follow", follow)
        queue.start()
        assert begun.wait(PATIENCE)
        stopper = threading.Thread(target=stop, daemon=True)
        stopper.start()
        stopper.join(PATIENCE)
        assert not stopper.is_alive()
        assert ended.is_set()

    def test_a_queue_that_never_started_can_be_stopped(self, queue: JobQueue):
        queue.stop()
        queue.stop()
