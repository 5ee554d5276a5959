"""What the worker schedules, and how it behaves when a mailbox cannot be read."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.jobs.queue import Job
from server.store import CONTACT
from server.worker import Worker
from tests.office import ANNA, NOW, TEAM, Office, mail, mails_of_anna, open_office


class HandQueue:
    """A JobQueue whose jobs run when a test says so."""

    def __init__(self) -> None:
        self.jobs: dict[str, tuple[float, Job]] = {}
        self.stopped = False

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = True) -> None:
        self.jobs[name] = (seconds, job)

    def stop_job(self, name: str) -> None:
        self.jobs.pop(name, None)

    def names(self) -> frozenset[str]:
        return frozenset(self.jobs)

    def start(self) -> None:
        """Nothing runs by itself."""

    def stop(self) -> None:
        self.stopped = True

    def run(self, name: str) -> None:
        self.jobs[name][1]()


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        yield office


@pytest.fixture
def start(office: Office) -> Iterator[Callable[[], tuple[Worker, HandQueue]]]:
    started: list[Worker] = []

    def start() -> tuple[Worker, HandQueue]:
        queue = HandQueue()
        worker = Worker(office.services, queue)
        started.append(worker)
        worker.start()
        return worker, queue

    yield start
    for worker in started:
        worker.stop()


def until(true: Callable[[], bool]) -> None:
    """Waits for what another thread does."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end, "it did not happen within 60 seconds"
        time.sleep(0.01)


def test_mailboxes_are_watched_from_when_they_are_added_until_they_are_removed(office: Office, start):
    worker, queue = start()
    queue.run("mailboxes")
    assert worker.watchers.addresses == frozenset()
    office.connect()
    office.connect("sales@waagen-kern.example")
    queue.run("mailboxes")
    assert worker.watchers.addresses == {TEAM, "sales@waagen-kern.example"}
    office.store.mailboxes.remove(TEAM)
    queue.run("mailboxes")
    assert worker.watchers.addresses == {"sales@waagen-kern.example"}
    worker.stop()
    assert worker.watchers.addresses == frozenset()


def test_an_error_is_noted_with_the_mailbox_and_logged_once(office: Office, start, caplog: pytest.LogCaptureFixture):
    mailbox = office.connect()  # at a port where nothing listens
    worker, queue = start()
    with caplog.at_level(logging.WARNING):
        queue.run("mailboxes")
        until(lambda: office.store.mailbox_states.get(mailbox.id).failures == 1)
        office.store.mailbox_states.resume(mailbox.id, NOW)
        queue.run("mailboxes")
        until(lambda: office.store.mailbox_states.get(mailbox.id).failures == 2)
    worker.stop()
    (record,) = [each for each in caplog.records if TEAM in each.getMessage()]
    noted = office.store.mailboxes.get(TEAM)
    assert noted.last_error == record.getMessage()
    assert noted.last_sync_at is None
    assert office.store.mailbox_states.get(mailbox.id).activity == "stopped"


def test_stored_mail_is_learned_and_stale_profiles_are_rebuilt(office: Office, start):
    office.connect()
    office.connect("sales@waagen-kern.example")
    first, *rest = mails_of_anna(3)
    office.receive(first)
    office.store_mail(rest, "sales@waagen-kern.example")
    _, queue = start()
    queue.run("learn")
    office.store.mailboxes.remove(TEAM)
    assert [each.stale for each in office.store.profiles.list(CONTACT)] == [True]
    queue.run("learn")
    (left,) = office.store.profiles.list(CONTACT)
    assert not left.stale
    assert len(office.store.profiles.samples(ANNA, "de")) == 2


def test_a_stopped_worker_learns_no_more(office: Office, start):
    office.connect()
    office.store_mail(mails_of_anna(3))
    worker, queue = start()
    worker.stop()
    assert queue.stopped
    queue.run("learn")
    assert [each.stored for each in office.store.messages.counts(sight=EVERYTHING).values()] == [3]


def test_texts_are_deleted_when_their_time_is_over(office: Office, start):
    office.connect()
    office.receive(*(mail(f"Hallo {age}", date=NOW - timedelta(days=age), message_id=f"<{age}@x>") for age in (1, 80)))
    _, queue = start()
    office.later(timedelta(days=11))
    queue.run("retention")
    assert [bool(each.authored) for each in office.store.messages.recent(ANNA, 5, sight=EVERYTHING)] == [True, False]


def test_without_days_to_keep_text_what_was_kept_before_is_deleted(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach) as before:
        before.connect()
        before.receive(*mails_of_anna(2))
    with open_office(tmp_path, coach, EINKLANG_PRIVACY_KEEP_TEXT_DAYS="0") as office:
        queue = HandQueue()
        Worker(office.services, queue).start()
        queue.run("retention")
        assert [each.body for each in office.store.messages.recent(ANNA, 5, sight=EVERYTHING)] == [None, None]


def test_a_changed_half_life_makes_profiles_anew_at_the_next_start(office: Office, tmp_path: Path, start):
    office.connect()
    office.receive(*mails_of_anna(2))
    _, queue = start()
    queue.run("learn")
    _, queue = start()
    assert office.store.profiles.list(CONTACT, stale=True) == []
    with open_office(tmp_path, Coach.load(), EINKLANG_COACH_HALF_LIFE_DAYS="30") as changed:
        Worker(changed.services, HandQueue()).start()
        assert len(changed.store.profiles.list(CONTACT, stale=True)) == 1
