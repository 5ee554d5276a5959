"""Two that record the same message, and a process that is killed between any two statements."""

from __future__ import annotations

import json
import multiprocessing
from concurrent.futures import ThreadPoolExecutor

from server.access import EVERYTHING
from server.mail.host import SyncState
from server.store import Mailbox, Store
from tests.killing import killed_at
from tests.server.store.mails import NOW, batch, days, learn, parsed

ANNA = "anna@kunde.example"


def _learn_all(url: str, numbers: list[int]) -> list[bool]:
    with Store.open(url) as store:
        return [learn(store, number, day) for day, number in enumerate(numbers, start=1)]


def assert_each_counted_once(store: Store, numbers: list[int]) -> None:
    assert days(store) == list(range(1, len(numbers) + 1))
    profile = store.profiles.get("contact", ANNA, "de")
    assert profile is not None
    assert profile.version == len(numbers)
    customer = store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert customer.mails_in == len(numbers)
    assert store.messages.pending(1) == []


def test_processes_that_record_the_same_messages_count_each_once(url: str, store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch(range(1, 41)))
    numbers = [message.id for message in store.messages.pending(99)]
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        recorded = pool.starmap(_learn_all, [(url, numbers)] * 3, chunksize=1)
    assert [sum(each) for each in zip(*recorded, strict=True)] == [1] * len(numbers)
    assert_each_counted_once(store, numbers)


def test_threads_that_record_the_same_messages_count_each_once(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch(range(1, 41)))
    numbers = [message.id for message in store.messages.pending(99)]
    with ThreadPoolExecutor(6) as pool:
        jobs = [pool.submit(learn, store, n, day) for day, n in enumerate(numbers, start=1) for _ in range(3)]
    assert sum(job.result() for job in jobs) == len(numbers)
    assert_each_counted_once(store, numbers)


def _save(url: str, mailbox_id: int) -> int:
    with Store.open(url) as store:
        return sum(store.mirror.save_batch(mailbox_id, batch(range(n, n + 10))) for n in range(1, 101, 10))


def test_processes_that_mirror_the_same_mailbox_store_each_message_once(url: str, store: Store, mailbox: Mailbox):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert sum(pool.starmap(_save, [(url, mailbox.id)] * 2, chunksize=1)) == 100
    assert store.mirror.sync_state(mailbox.id, "INBOX").next_uid == 101
    assert len(store.messages.pending(999)) == 100


def _learn_second(url: str, number: int) -> None:
    with Store.open(url) as store:
        learn(store, number, 2)


def _mirror_three(url: str, mailbox_id: int) -> None:
    with Store.open(url) as store:
        store.mirror.save_batch(mailbox_id, batch([1, 2, 3]))


def test_a_process_killed_while_recording_leaves_all_or_nothing(url: str, store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    first, second = (message.id for message in store.messages.pending(2))
    learn(store, first, 1)
    before = store.customers.get(ANNA, sight=EVERYTHING)
    kills = 0
    while killed_at(kills + 1, _learn_second, url, second):
        kills += 1
        assert days(store) == [1]
        assert [message.id for message in store.messages.pending(2)] == [second]
        assert len(store.profiles.samples(ANNA, "de")) == 1
        assert store.customers.get(ANNA, sight=EVERYTHING) == before
    assert kills > 14  # there were that many places to die at
    assert_each_counted_once(store, [first, second])


def test_a_process_killed_while_mirroring_leaves_all_or_nothing(url: str, store: Store, mailbox: Mailbox):
    kills = 0
    while killed_at(kills + 1, _mirror_three, url, mailbox.id):
        kills += 1
        assert store.mirror.sync_state(mailbox.id, "INBOX") == SyncState()
        assert store.messages.pending(9) == []
    assert kills > 7
    assert store.mirror.sync_state(mailbox.id, "INBOX") == SyncState(1, 7, 4)
    assert len(store.messages.pending(9)) == 3


def test_a_reader_is_not_held_up_by_a_writer_and_sees_nothing_half_done(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    first, second = (message.id for message in store.messages.pending(2))
    learn(store, first, 1)
    seen: list[tuple[list[int], int]] = []

    def fold(body: str | None) -> str:
        customer = store.customers.get(ANNA, sight=EVERYTHING)
        assert customer is not None
        seen.append((days(store), customer.mails_in))
        return json.dumps([1, 2])

    from tests.server.store.mails import learned

    assert store.messages.record(second, parsed(2), learned(2), fold, now=NOW)
    assert seen == [([1], 1)]
    assert days(store) == [1, 2]
