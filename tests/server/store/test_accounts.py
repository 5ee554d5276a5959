"""Users and their tokens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.errors import Conflict, NotFound
from server.store import Store
from tests.server.store.mails import NOW

DAY = timedelta(days=1)


def test_users_are_listed_by_name(store: Store):
    store.accounts.add_user("zoe", "admin", NOW)
    store.accounts.add_user("Anna", "rep", NOW)
    assert [(user.name, user.role) for user in store.accounts.list_users()] == [
        ("Anna", "rep"),
        ("zoe", "admin"),
    ]


def test_a_name_is_taken_whatever_its_case(store: Store):
    store.accounts.add_user("Anna", "rep", NOW)
    with pytest.raises(Conflict, match="'ANNA'"):
        store.accounts.add_user("ANNA", "admin", NOW)
    assert store.accounts.get_user("anna").role == "rep"


def test_a_token_opens_until_it_expires(store: Store):
    store.accounts.add_user("Anna", "rep", NOW)
    token = store.accounts.add_token("anna", "hash", "Outlook", NOW, NOW + DAY)
    found = store.accounts.find_token("hash", NOW)
    assert found is not None
    assert (found.id, found.user.name, found.user.role, found.label) == (token.id, "Anna", "rep", "Outlook")
    assert store.accounts.find_token("hash", NOW + DAY) is None
    assert store.accounts.find_token("other", NOW) is None


def test_a_token_without_an_end_opens_for_ever_until_it_is_revoked(store: Store):
    store.accounts.add_user("Anna", "rep", NOW)
    token = store.accounts.add_token("Anna", "hash", "", NOW, None)
    assert store.accounts.find_token("hash", NOW + 9999 * DAY) is not None
    assert store.accounts.revoke(token.id, NOW).revoked_at == NOW
    assert store.accounts.find_token("hash", NOW) is None
    assert store.accounts.revoke(token.id, NOW + DAY).revoked_at == NOW


def test_the_last_use_is_noted_but_not_at_every_request(store: Store):
    store.accounts.add_user("Anna", "rep", NOW)
    store.accounts.add_token("Anna", "hash", "", NOW, None)

    def used_at(minutes: int):
        store.accounts.find_token("hash", NOW + timedelta(minutes=minutes))
        (token,) = store.accounts.list_tokens()
        assert token.last_used_at is not None
        return (token.last_used_at - NOW) / timedelta(minutes=1)

    assert [used_at(minutes) for minutes in (0, 4, 5, 6, 60)] == [0, 0, 5, 5, 60]


def test_tokens_are_listed_for_all_or_for_one_user(store: Store):
    for name in ("Anna", "Bernd"):
        store.accounts.add_user(name, "rep", NOW)
        store.accounts.add_token(name, f"hash of {name}", "", NOW, None)
    assert [token.user.name for token in store.accounts.list_tokens()] == ["Anna", "Bernd"]
    assert [token.user.name for token in store.accounts.list_tokens("bernd")] == ["Bernd"]


def test_who_is_not_there_is_told(store: Store):
    with pytest.raises(NotFound, match="einklang user add Carla"):
        store.accounts.add_token("Carla", "hash", "", NOW, None)
    with pytest.raises(NotFound, match="einklang token list"):
        store.accounts.revoke(7, NOW)
