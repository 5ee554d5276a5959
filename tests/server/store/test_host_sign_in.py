"""Codes for pairing and keys of webmail servers, as they are kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.errors import NotFound
from server.store import Store
from server.store.pairings import MISSES, WINDOW
from tests.server.store.mails import NOW

SOON = NOW + timedelta(minutes=10)


def count(store: Store, table: str) -> int:
    with store._database.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_of_two_who_use_a_code_at_the_same_moment_one_is_let_in(store: Store):
    anna = store.accounts.add_user("Anna", "rep", NOW, sees=EVERYTHING)
    for turn in range(10):
        store.pairings.offer(anna, f"hash {turn}", NOW, SOON)
        with ThreadPoolExecutor(4) as pool:
            tries = list(
                pool.map(
                    lambda number, turn=turn: store.pairings.take(f"hash {turn}", f"{turn} {number}", NOW), range(4)
                )
            )
        assert [each.user for each in tries if each.user] == [anna]


def test_open_codes_of_several_users_are_told_apart(store: Store):
    anna, bert = (store.accounts.add_user(name, "rep", NOW, sees=EVERYTHING) for name in ("Anna", "Bert"))
    store.pairings.offer(anna, "a", NOW, SOON)
    store.pairings.offer(bert, "b", NOW, SOON)
    assert store.pairings.take("b", "here", NOW).user == bert
    assert store.pairings.take("a", "here", NOW).user == anna


def test_what_is_over_is_forgotten(store: Store):
    anna = store.accounts.add_user("Anna", "rep", NOW, sees=EVERYTHING)
    store.pairings.offer(anna, "a", NOW, SOON)
    store.pairings.take("wrong", "192.0.2.1", NOW)
    assert (count(store, "pairing"), count(store, "pairing_miss")) == (1, 1)
    store.pairings.offer(anna, "b", NOW + WINDOW, NOW + WINDOW + timedelta(minutes=10))
    assert (count(store, "pairing"), count(store, "pairing_miss")) == (1, 0)


def test_the_wait_is_told_to_the_second(store: Store):
    for minute in range(MISSES):
        assert store.pairings.take("wrong", "here", NOW + timedelta(minutes=minute)).wait_until is None
    became = store.pairings.take("wrong", "here", NOW + timedelta(minutes=MISSES))
    assert (became.user, became.wait_until) == (None, NOW + WINDOW)


def test_a_key_is_found_until_it_is_revoked_and_listed_after_that(store: Store):
    key = store.integration_keys.add("rc-1", "roundcube", "webmail", b"sealed", NOW, adds_users=False, sees=EVERYTHING)
    assert store.integration_keys.find("rc-1") == key
    assert store.integration_keys.find("rc-2") is None
    revoked = store.integration_keys.revoke("rc-1", SOON)
    assert revoked.revoked_at == SOON
    assert store.integration_keys.revoke("rc-1", SOON + timedelta(days=1)).revoked_at == SOON
    assert store.integration_keys.find("rc-1") is None
    assert store.integration_keys.list() == [revoked]
    with pytest.raises(NotFound, match="einklang addin list"):
        store.integration_keys.revoke("rc-2", NOW)


def test_the_use_of_a_key_is_noted_every_five_minutes(store: Store):
    key = store.integration_keys.add("rc-1", "roundcube", "webmail", b"sealed", NOW, adds_users=True, sees=EVERYTHING)

    def used(minutes: int) -> float:
        found = store.integration_keys.find(key.key_id)
        assert found is not None
        store.integration_keys.note_use(found, NOW + timedelta(minutes=minutes))
        (noted,) = store.integration_keys.list()
        assert noted.last_used_at is not None
        return (noted.last_used_at - NOW) / timedelta(minutes=1)

    assert [used(minutes) for minutes in (0, 4, 5, 9)] == [0, 0, 5, 5]
