"""The forking worker as a real process over a real Redis: killed children, jobs that take too long, a graceful stop."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from server.jobs.beat import Beat
from server.jobs.celery import LIST, TASK, celery_app, place_of, sender
from server.jobs.celery_worker import BACK_OFF, MOST_TRIES, QUIET, Once, back_off
from server.store import Store
from tests.redis_server import RedisServer
from tests.server.jobs.celery_here import now
from tests.stores import put_new_store

ROOT = Path(__file__).parents[3]
PATIENCE = 60.0


class Running:
    """A worker that runs, and what its jobs have written down."""

    def __init__(self, store: Store, url: str, broker: str, folder: Path) -> None:
        self.store, self.folder, self._broker = store, folder, broker
        program = [sys.executable, "-m", "tests.server.jobs.forking_worker", url, broker, str(folder)]
        self.log = (folder / "log").open("wb")
        self.process = subprocess.Popen(
            program, cwd=ROOT, stdin=subprocess.PIPE, stdout=self.log, stderr=self.log, env=dict(os.environ)
        )

    def lines(self, file: str) -> list[tuple[str, int]]:
        path = self.folder / file
        found = [line.split() for line in path.read_text().splitlines()] if path.exists() else []
        return [(name, int(number)) for name, number in found]

    def stays(self, name: str) -> None:
        """From now on this job does not end by itself."""
        (self.folder / name).touch()

    def may_end(self, name: str) -> None:
        (self.folder / name).unlink()

    def send(self, name: str) -> None:
        beat = Beat(self.store.job_slots, sender(celery_app(self._broker), place_of(self._broker)), now)
        beat.every(3600, name, at_once=True)
        beat.tick()

    def send_limited(self, name: str, seconds: float) -> None:
        """A turn whose process is ended after so many seconds."""
        turns: list[int] = []
        beat = Beat(self.store.job_slots, lambda turn, _: turns.append(turn.slot), now)
        beat.every(3600, name, at_once=True)
        beat.tick()
        celery_app(self._broker).send_task(TASK, args=[name, turns[0]], queue=LIST, time_limit=seconds)

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert self.process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < end, (self.folder / "log").read_text()
            time.sleep(0.02)


@pytest.fixture
def running(redis: RedisServer, tmp_path: Path) -> Iterator[Running]:
    url = put_new_store(f"sqlite:///{tmp_path}/e.db")
    with Store.open(url) as store:
        running = Running(store, url, redis.url, tmp_path)
        yield running
        running.process.kill()
        running.process.wait()
        assert running.process.stdin is not None
        running.process.stdin.close()
        running.log.close()


def test_a_job_whose_process_is_killed_is_done_by_another(running: Running) -> None:
    running.stays("retention")
    running.send("retention")
    running.until(lambda: len(running.lines("runs")) == 1)
    os.kill(running.lines("runs")[0][1], signal.SIGKILL)
    running.until(lambda: len(running.lines("runs")) == 2)
    running.may_end("retention")
    running.until(lambda: running.store.job_slots.list()[0].done_at is not None)
    (first, second), ended = running.lines("runs"), running.lines("ends")
    assert first != second
    assert ended == [second]
    assert running.store.dead_letters.list() == []


def test_a_job_that_takes_too_long_is_ended_and_kept_as_a_dead_letter(running: Running) -> None:
    running.stays("effect")
    running.send_limited("effect", 1.0)
    running.until(lambda: running.store.dead_letters.count() == 1)
    (letter,) = running.store.dead_letters.list()
    assert (letter.name, letter.error) == ("effect", "TimeLimitExceeded")
    running.may_end("effect")
    running.send("retention")
    running.until(lambda: "retention" in dict(running.lines("ends")))


def test_a_graceful_stop_finishes_the_job_that_runs(running: Running) -> None:
    running.stays("retention")
    running.send("retention")
    running.until(lambda: len(running.lines("runs")) == 1)
    running.process.terminate()
    time.sleep(0.2)
    running.may_end("retention")
    assert running.process.wait(PATIENCE) == 0
    assert len(running.lines("ends")) == 1
    assert running.store.job_slots.list()[0].done_at is not None


def test_children_of_a_worker_that_was_killed_end_by_themselves(running: Running) -> None:
    running.send("retention")
    running.until(lambda: len(running.lines("ends")) == 1)
    (_, child) = running.lines("runs")[0]
    running.process.kill()
    running.process.wait()
    end = time.monotonic() + PATIENCE
    while Path(f"/proc/{child}").exists():
        assert time.monotonic() < end, "an orphan stays"
        time.sleep(0.05)


def test_a_complaint_about_the_broker_is_told_once_until_it_is_back() -> None:
    seconds = [0.0]
    once = Once(lambda: seconds[0])

    def passes(words: str, level: int = logging.ERROR) -> bool:
        return once.filter(logging.LogRecord("celery", level, "", 0, words, (), None))

    cannot = "consumer: Cannot connect to %s: %s.\n%s\n"
    assert [passes(cannot), passes(cannot), passes("another complaint"), passes(cannot)] == [True, False, True, False]
    assert passes("Connected to %s", logging.INFO)
    assert passes(cannot), "it is away again"
    seconds[0] += QUIET
    assert passes(cannot), "still"


def test_tries_come_later_each_time_and_not_all_at_once() -> None:
    first, most = BACK_OFF
    for tries in range(MOST_TRIES + 5):
        longest = min(first * 2**tries, most)
        waits = [back_off(tries) for _ in range(50)]
        assert all(longest / 2 <= each <= longest for each in waits)
        assert len(set(waits)) > 1
    assert timedelta(seconds=most) <= timedelta(minutes=1)
