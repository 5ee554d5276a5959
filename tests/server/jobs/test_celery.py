"""The queue over Celery and a real Redis keeps the contract of all queues; and what only it has to stand."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from server.errors import StoreAway
from server.jobs.celery import DEPTH_KEY, BrokerAway, CeleryQueue, celery_app, check_broker, place_of, sender
from server.jobs.slots import Turn
from server.store import Store
from tests.redis_server import RedisServer
from tests.server.jobs.celery_here import CeleryHere, now
from tests.server.jobs.queue_contract import PATIENCE, SOON, JobQueueContract, wait_for

HOUR = 3600


@pytest.fixture
def store(postgresql_url: str) -> Iterator[Store]:
    with Store.open(postgresql_url) as store:
        yield store


@pytest.fixture
def queue(redis: RedisServer, store: Store) -> Iterator[CeleryHere]:
    queue = CeleryHere(redis.url, store)
    yield queue
    queue.stop()


class TestCeleryQueue(JobQueueContract):
    """All of it."""


def test_a_turn_is_acknowledged_when_its_job_is_done(queue: CeleryHere, redis: RedisServer) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def job() -> None:
        begun.set()
        go_on.wait(PATIENCE)
        ended.set()

    queue.every(HOUR, "job", job)
    queue.start()
    assert begun.wait(PATIENCE)
    assert redis.ask("HLEN", "einklang:unacked") == b":1\r\n", "a worker that died now would lose it"
    go_on.set()
    assert ended.wait(PATIENCE)
    wait_for(lambda: redis.ask("HLEN", "einklang:unacked") == b":0\r\n")


def test_a_job_is_tried_again_while_the_database_is_away(
    queue: CeleryHere, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.jobs.celery_worker.BACK_OFF", (0.01, 0.02))
    runs: list[int] = []

    def job() -> None:
        runs.append(1)
        if len(runs) < 3:
            raise StoreAway("the database is away")

    queue.every(HOUR, "job", job)
    queue.start()
    wait_for(lambda: len(runs) == 3)
    wait_for(lambda: store.job_slots.list()[0].done_at is not None)
    assert store.dead_letters.list() == []


def test_a_job_that_fails_is_kept_as_a_dead_letter_without_its_words(queue: CeleryHere, store: Store) -> None:
    def job() -> None:
        raise KeyError("anna.krause@moelder.example")

    queue.every(SOON, "job", job)
    queue.start()
    wait_for(lambda: bool(store.dead_letters.list()) and store.dead_letters.list()[0].times >= 2)
    (letter,) = store.dead_letters.list()
    assert (letter.name, letter.arguments, letter.error) == ("job", (), "KeyError")
    assert letter.first_at < letter.last_at


def test_two_beats_send_each_turn_once(redis: RedisServer, store: Store) -> None:
    beats = [CeleryQueue(celery_app(redis.url), redis.url, store.job_slots, now) for _ in range(2)]
    for beat in beats:
        for number in range(20):
            beat.every(HOUR, f"job {number}", lambda: None)
    for beat in beats:
        beat.start()
    wait_for(lambda: len(store.job_slots.list()) == 20)
    for beat in beats:
        beat.stop()
    assert redis.ask("LLEN", DEPTH_KEY) == b":20\r\n"


def test_work_goes_on_when_the_broker_is_back_and_has_forgotten_all(
    own_redis: RedisServer, store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.jobs.beat.LOST", (timedelta(seconds=1), timedelta(seconds=1)))
    queue = CeleryHere(own_redis.url, store)
    runs: list[float] = []
    queue.every(0.2, "job", lambda: runs.append(time.monotonic()))
    queue.start()
    try:
        wait_for(lambda: len(runs) >= 2)
        own_redis.stop()
        wait_for(lambda: any("jobs cannot be sent" in each.getMessage() for each in caplog.records))
        own_redis.start()
        seen = len(runs)
        until = time.monotonic() + 3 * PATIENCE
        while len(runs) < seen + 3:
            assert time.monotonic() < until, "it never went on"
            time.sleep(0.05)
    finally:
        queue.stop()
    told = [each for each in caplog.records if "jobs cannot be sent" in each.getMessage()]
    assert len(told) == 1, "once, not each second"


def test_a_broker_that_is_away_is_named_without_its_password(own_redis: RedisServer) -> None:
    own_redis.stop()
    address = own_redis.url.replace("redis://", "redis://somebody:geheim@")
    with pytest.raises(BrokerAway) as sending:
        sender(celery_app(address), place_of(address))(Turn("job", 1), timedelta(seconds=9))
    with pytest.raises(BrokerAway) as asking:
        check_broker(address)
    for said in (str(sending.value), str(asking.value)):
        assert f"127.0.0.1:{own_redis.port}" in said
        assert "geheim" not in said


def test_a_broker_is_asked_how_much_waits(redis: RedisServer) -> None:
    app = celery_app(redis.url)
    send = sender(app, "broker")
    for slot in range(3):
        send(Turn("learn", slot), timedelta(minutes=1))
    app.close()
    assert check_broker(redis.url) == 3
