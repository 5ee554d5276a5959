"""The register of workers and the list of what failed for good."""

from __future__ import annotations

from datetime import timedelta

from server.store import Mailbox, Store
from tests.server.store.mails import NOW

SOON = timedelta(seconds=30)


def nobody(_: str) -> bool:
    return False


def test_workers_that_say_so_are_alive_until_their_time_is_over(store: Store):
    workers = store.workers
    assert (workers.attend("a", NOW, NOW + SOON, nobody).workers, workers.alive(NOW)[0].holder) == (1, "a")
    later = NOW + SOON / 2
    assert workers.attend("b", later, later + SOON, nobody).workers == 2
    assert [each.holder for each in workers.alive(NOW + SOON)] == ["b"]
    assert workers.attend("b", NOW + SOON, NOW + 2 * SOON, nobody).workers == 1
    workers.leave("b")
    assert workers.alive(NOW + SOON) == []


def test_a_worker_learns_whether_the_others_could_have_missed_it(store: Store):
    attend = store.workers.attend
    assert not attend("a", NOW, NOW + SOON, nobody).was_here
    assert attend("a", NOW + SOON / 2, NOW + 2 * SOON, nobody).was_here
    assert not attend("a", NOW + 2 * SOON, NOW + 3 * SOON, nobody).was_here


def test_a_worker_that_is_known_to_be_dead_does_not_count(store: Store):
    store.workers.attend("a", NOW, NOW + SOON, nobody)
    assert store.workers.attend("b", NOW, NOW + SOON, lambda holder: holder == "a").workers == 1


def test_how_many_mailboxes_a_worker_holds_is_known(store: Store, mailbox: Mailbox):
    store.workers.attend("a", NOW, NOW + SOON, nobody)
    store.workers.attend("b", NOW, NOW + SOON, nobody)
    store.mailbox_states.take_lease(mailbox.id, "a", NOW, NOW + SOON)
    assert {each.holder: each.mailboxes for each in store.workers.alive(NOW)} == {"a": 1, "b": 0}


def test_the_same_failure_again_is_counted_and_another_one_listed_beside(store: Store):
    letters = store.dead_letters
    letters.put("retention", (), "KeyError", NOW)
    letters.put("retention", (), "KeyError", NOW + SOON)
    letters.put("retention", (), "ValueError", NOW)
    letters.put("import", (4, 5), "KeyError", NOW - SOON)
    found = [(each.name, each.arguments, each.error, each.times) for each in letters.list()]
    assert found == [
        ("retention", (), "KeyError", 2),
        ("retention", (), "ValueError", 1),
        ("import", (4, 5), "KeyError", 1),
    ]
    assert (letters.list()[0].first_at, letters.list()[0].last_at) == (NOW, NOW + SOON)
    assert letters.count() == 3


def test_what_failed_is_dropped_by_its_number(store: Store):
    store.dead_letters.put("retention", (), "KeyError", NOW)
    (letter,) = store.dead_letters.list()
    assert store.dead_letters.drop(letter.id)
    assert not store.dead_letters.drop(letter.id)
    assert store.dead_letters.count() == 0
