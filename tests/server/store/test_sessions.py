"""Sessions on the pages, second factors, links and identities, as the store keeps them."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from server.access import EVERYTHING
from server.errors import Conflict
from server.store import Counted, NewSession, Store, User
from tests.server.store.mails import NOW

IDLE = timedelta(hours=12)


@pytest.fixture
def user(store: Store) -> User:
    return store.accounts.add_user("jana", "rep", NOW, sees=EVERYTHING)


def opened(store: Store, user: User, hash: str, **more: Any) -> int:
    values: dict[str, Any] = {
        "account_id": user.id,
        "opened_as": user.role,
        "stage": "in",
        "way": "password",
        "agent": "Firefox, Linux",
        "created_at": NOW,
        "ends_at": NOW + timedelta(days=7),
    }
    return store.sessions.open(NewSession(hash=hash, **(values | more)))


def test_of_one_account_the_fifty_newest_sessions_stay(store: Store, user: User) -> None:
    other = store.accounts.add_user("otto", "rep", NOW, sees=EVERYTHING)
    opened(store, other, "of otto")
    for number in range(51):
        opened(store, user, f"hash {number}")
    assert store.sessions.find("hash 0", NOW, IDLE) is None
    assert store.sessions.find("hash 1", NOW, IDLE) is not None
    assert store.sessions.find("of otto", NOW, IDLE) is not None


def test_sessions_that_are_over_are_forgotten_with_the_next_one(store: Store, user: User) -> None:
    opened(store, user, "old", ends_at=NOW + timedelta(minutes=10))
    opened(store, user, "new", created_at=NOW + timedelta(hours=1), ends_at=NOW + timedelta(hours=2))
    with store._database.reading() as connection:
        assert connection.exec_driver_sql("SELECT hash FROM web_session").scalars().all() == ["new"]


def test_a_session_half_way_stands_in_no_list(store: Store, user: User) -> None:
    opened(store, user, "half", stage="code")
    opened(store, user, "whole")
    assert [each.stage for each in store.sessions.of(user.id, NOW, IDLE)] == ["in"]
    assert store.sessions.find("half", NOW, IDLE) is not None


def test_nobody_ends_the_session_of_somebody_else(store: Store, user: User) -> None:
    other = store.accounts.add_user("otto", "rep", NOW, sees=EVERYTHING)
    number = opened(store, user, "hers")
    assert not store.sessions.end(other.id, number)
    assert store.sessions.find("hers", NOW, IDLE) is not None
    assert store.sessions.end(user.id, number)


def test_a_session_opened_by_token_ends_with_the_token(store: Store, user: User) -> None:
    until = NOW + timedelta(hours=2)
    token = store.accounts.add_token("jana", "hash", "", NOW, until, scopes={"read"})
    opened(store, user, "by token", token_id=token.id, way="token")
    found = store.sessions.find("by token", NOW, IDLE)
    assert found is not None
    assert found.scopes == {"read"}
    assert store.sessions.find("by token", until, IDLE) is None
    store.accounts.revoke(token.id, NOW)
    assert store.sessions.find("by token", NOW, IDLE) is None


def test_the_code_of_an_interval_is_good_once_and_no_earlier_one_after_it(store: Store, user: User) -> None:
    store.second_factors.begin(user.id, b"sealed", NOW)
    assert store.second_factors.confirm(user.id, 100, ["a", "b"], NOW)
    assert not store.second_factors.use_step(user.id, 100)
    assert store.second_factors.use_step(user.id, 102)
    assert not store.second_factors.use_step(user.id, 101)
    with pytest.raises(Conflict):
        store.second_factors.begin(user.id, b"another", NOW)
    assert not store.second_factors.confirm(user.id, 103, ["c"], NOW)
    assert store.second_factors.use_recovery(user.id, "a")
    assert not store.second_factors.use_recovery(user.id, "a")
    assert store.second_factors.recovery_left(user.id) == 1


def test_a_link_is_good_once_until_it_expires_and_only_the_newest(store: Store, user: User) -> None:
    until = NOW + timedelta(hours=24)
    store.credentials.offer_link(user.id, "first", NOW, until)
    store.credentials.offer_link(user.id, "second", NOW, until)
    assert store.credentials.take_link("first", "hash", NOW) is None
    assert store.credentials.take_link("second", "hash", until) is None
    assert store.credentials.take_link("second", "hash", NOW) == user.id
    assert store.credentials.take_link("second", "other", NOW) is None
    stored = store.credentials.password_of(user.id)
    assert stored is not None
    assert stored.hash == "hash"


def test_a_password_set_otherwise_makes_links_useless(store: Store, user: User) -> None:
    store.credentials.offer_link(user.id, "link", NOW, NOW + timedelta(hours=24))
    store.credentials.set_password(user.id, "hash", NOW)
    assert store.credentials.owner_of_link("link", NOW) is None


def test_an_identity_belongs_to_one_account_and_an_account_has_one_identity_at_a_provider(
    store: Store, user: User
) -> None:
    other = store.accounts.add_user("otto", "rep", NOW, sees=EVERYTHING)
    store.identities.bind(user.id, "https://login.example", "4711", NOW)
    with pytest.raises(Conflict):
        store.identities.bind(other.id, "https://login.example", "4711", NOW)
    with pytest.raises(Conflict):
        store.identities.bind(user.id, "https://login.example", "4712", NOW)
    store.identities.bind(user.id, "https://other.example", "4711", NOW)
    assert store.identities.account_of("https://login.example", "4711", NOW) == user.id
    assert store.identities.account_of("https://login.example", "nobody", NOW) is None


def test_all_of_it_goes_with_the_account(store: Store, user: User) -> None:
    opened(store, user, "hash")
    store.credentials.set_password(user.id, "hash", NOW)
    store.credentials.offer_link(user.id, "link", NOW, NOW + timedelta(hours=24))
    store.second_factors.begin(user.id, b"sealed", NOW)
    store.second_factors.confirm(user.id, 1, ["a"], NOW)
    store.identities.bind(user.id, "https://login.example", "4711", NOW)
    store.accounts.remove_user("jana")
    tables = ("password", "password_link", "second_factor", "recovery_code", "sign_in_identity", "web_session")
    with store._database.reading() as connection:
        for table in tables:
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0, table


def test_failures_are_forgotten_after_a_day_and_a_right_try_gives_back_its_own_alone(store: Store) -> None:
    name, address = Counted("name", 5), Counted("address", 20)
    tries = store.sign_in_tries
    for _ in range(4):
        assert tries.begin((name, address), NOW).wait_until is None
    tries.begin((name, address), NOW)
    tries.undo((name,), (address,), NOW)
    assert (tries.failures("name"), tries.failures("address")) == (0, 4)
    tries.begin((), NOW + timedelta(hours=24))
    assert tries.failures("address") == 0


def test_while_one_waits_nothing_is_counted_for_the_other(store: Store) -> None:
    name, address = Counted("name", 1), Counted("address", 20)
    first = store.sign_in_tries.begin((name, address), NOW)
    assert first.now_waiting == {"name"}
    assert store.sign_in_tries.begin((name, address), NOW).wait_until == NOW + timedelta(seconds=5)
    assert store.sign_in_tries.failures("address") == 1


def test_tries_side_by_side_are_no_way_around(store: Store) -> None:
    name = Counted("name", 5)
    together = threading.Barrier(12)

    def attempt(_: int) -> bool:
        together.wait()
        return store.sign_in_tries.begin((name,), NOW).wait_until is None

    with ThreadPoolExecutor(12) as pool:
        assert sum(pool.map(attempt, range(12))) == 5
