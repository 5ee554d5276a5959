"""Users and their tokens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.errors import Conflict, NotFound
from server.store import Store
from server.works_council import week_of
from tests.server.store.mails import NOW

DAY = timedelta(days=1)


def test_users_are_listed_by_name(store: Store):
    store.accounts.add_user("zoe", "admin", NOW, sees=EVERYTHING)
    store.accounts.add_user("Anna", "rep", NOW, sees=EVERYTHING)
    assert [(user.name, user.role) for user in store.accounts.list_users()] == [
        ("Anna", "rep"),
        ("zoe", "admin"),
    ]


def test_a_name_is_taken_whatever_its_case(store: Store):
    store.accounts.add_user("Anna", "rep", NOW, sees=EVERYTHING)
    with pytest.raises(Conflict, match="'ANNA'"):
        store.accounts.add_user("ANNA", "admin", NOW, sees=EVERYTHING)
    assert store.accounts.get_user("anna").role == "rep"


def test_a_token_opens_until_it_expires(store: Store):
    store.accounts.add_user("Anna", "rep", NOW, sees=EVERYTHING)
    token = store.accounts.add_token("anna", "hash", "Outlook", NOW, NOW + DAY)
    found = store.accounts.find_token("hash", NOW)
    assert found is not None
    assert (found.id, found.user.name, found.user.role, found.label) == (token.id, "Anna", "rep", "Outlook")
    assert store.accounts.find_token("hash", NOW + DAY) is None
    assert store.accounts.find_token("other", NOW) is None


def test_a_token_without_an_end_opens_for_ever_until_it_is_revoked(store: Store):
    store.accounts.add_user("Anna", "rep", NOW, sees=EVERYTHING)
    token = store.accounts.add_token("Anna", "hash", "", NOW, None)
    assert store.accounts.find_token("hash", NOW + 9999 * DAY) is not None
    assert store.accounts.revoke(token.id, NOW).revoked_at == NOW
    assert store.accounts.find_token("hash", NOW) is None
    assert store.accounts.revoke(token.id, NOW + DAY).revoked_at == NOW


def test_of_the_last_use_only_the_week_is_noted(store: Store):
    store.accounts.add_user("Anna", "rep", NOW, sees=EVERYTHING)
    store.accounts.add_token("Anna", "hash", "", NOW, None)

    def used_at(days: int):
        store.accounts.find_token("hash", NOW + timedelta(days=days))
        (token,) = store.accounts.list_tokens()
        assert token.last_used_at is not None
        assert token.last_used_at.weekday() == token.last_used_at.hour == token.last_used_at.minute == 0
        return (token.last_used_at - week_of(NOW)).days

    assert [used_at(days) for days in (0, 7, 8, 29)] == [0, 7, 7, 28]


def test_tokens_are_listed_for_all_or_for_one_user(store: Store):
    for name in ("Anna", "Bernd"):
        store.accounts.add_user(name, "rep", NOW, sees=EVERYTHING)
        store.accounts.add_token(name, f"hash of {name}", "", NOW, None)
    assert [token.user.name for token in store.accounts.list_tokens()] == ["Anna", "Bernd"]
    assert [token.user.name for token in store.accounts.list_tokens("bernd")] == ["Bernd"]


def test_who_is_not_there_is_told(store: Store):
    with pytest.raises(NotFound, match="einklang user add Carla"):
        store.accounts.add_token("Carla", "hash", "", NOW, None)
    with pytest.raises(NotFound, match="einklang token list"):
        store.accounts.revoke(7, NOW)
