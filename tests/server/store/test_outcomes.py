"""Outcomes: each counts once, by customer with all their addresses, and is told in the same transaction."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from server.access import EVERYTHING
from server.errors import Conflict, NotFound
from server.store import NewOutcome, Store
from tests.server.store.mails import NOW

ANNA = "anna@kunde.example"
HOME = "anna.krause@gmx.example"
CRM = "https://crm.example/hook"
GOOD = NewOutcome(ANNA, "csat", NOW, "api", 5)
DEAL = NewOutcome(ANNA, "won", NOW, "import", amount=Decimal("1234.56"), currency="EUR", key="D-1")


def waiting(store: Store) -> list[dict]:
    store.outbox.spread([CRM], None, NOW)
    found = store.outbox.take_due(NOW, NOW + timedelta(minutes=5), 50)
    return [json.loads(each.payload) for each in found]


def test_what_says_the_same_of_the_same_customer_at_the_same_time_counts_once(store: Store) -> None:
    first = store.outcomes.add(GOOD, NOW)
    again = store.outcomes.add(replace(GOOD, customer=ANNA.upper()), NOW + timedelta(days=1))
    assert (first.standing, again.standing) == ("new", "known")
    assert again.outcome == first.outcome
    store.outcomes.add(replace(GOOD, value=4), NOW)
    store.outcomes.add(replace(GOOD, at=NOW + timedelta(seconds=1)), NOW)
    assert store.outcomes.count(sight=EVERYTHING) == 3


def test_the_same_id_counts_once_and_with_other_facts_it_is_refused(store: Store) -> None:
    kept = store.outcomes.add(DEAL, NOW).outcome
    assert (kept.amount, kept.currency, kept.key) == (Decimal("1234.56"), "EUR", "D-1")
    assert store.outcomes.add(replace(DEAL, source="api"), NOW).standing == "known"
    with pytest.raises(Conflict, match="'D-1' belongs to another outcome"):
        store.outcomes.add(replace(DEAL, kind="lost"), NOW)
    assert store.outcomes.list(ANNA, sight=EVERYTHING) == [kept]


def test_an_id_never_meets_an_outcome_without_one(store: Store) -> None:
    store.outcomes.add(GOOD, NOW)
    assert store.outcomes.add(replace(GOOD, key="1"), NOW).standing == "new"


def test_the_addresses_of_one_person_count_together_and_apart_again(store: Store) -> None:
    store.outcomes.add(GOOD, NOW)
    store.outcomes.add(replace(GOOD, customer=HOME, value=1, at=NOW - timedelta(days=1)), NOW)
    store.people.join(ANNA, [HOME], NOW)
    assert [each.value for each in store.outcomes.list(HOME, sight=EVERYTHING)] == [1, 5]
    assert len(store.outcomes.page(customer=ANNA, sight=EVERYTHING)) == 2
    store.people.split(HOME)
    assert [each.value for each in store.outcomes.list(HOME, sight=EVERYTHING)] == [1]


def test_outcomes_of_a_time_are_found_by_kind(store: Store) -> None:
    store.outcomes.add_all([GOOD, DEAL, replace(GOOD, at=NOW - timedelta(days=9))], NOW)
    day = timedelta(days=1)
    assert [each.kind for each in store.outcomes.between(None, NOW - day, NOW + day, sight=EVERYTHING)] == [
        "csat",
        "won",
    ]
    assert [each.kind for each in store.outcomes.between("won", NOW - day, NOW + day, sight=EVERYTHING)] == ["won"]
    assert list(store.outcomes.between("csat", NOW - day, NOW, sight=EVERYTHING)) == []


def test_pages_go_back_in_time_without_a_gap(store: Store) -> None:
    store.outcomes.add_all([replace(GOOD, at=NOW + timedelta(hours=n)) for n in range(5)], NOW)
    first = store.outcomes.page(limit=2, sight=EVERYTHING)
    second = store.outcomes.page(limit=2, before_id=first[-1].id, sight=EVERYTHING)
    third = store.outcomes.page(limit=2, before_id=second[-1].id, sight=EVERYTHING)
    assert [each.id for each in (*first, *second, *third)] == [5, 4, 3, 2, 1]
    assert store.outcomes.page(kind="nps", sight=EVERYTHING) == []


def test_a_removed_outcome_is_gone_and_may_come_again(store: Store) -> None:
    kept = store.outcomes.add(GOOD, NOW).outcome
    assert store.outcomes.remove(kept.id, sight=EVERYTHING) == kept
    with pytest.raises(NotFound):
        store.outcomes.remove(kept.id, sight=EVERYTHING)
    assert store.outcomes.add(GOOD, NOW).standing == "new"


def test_an_outcome_is_told_once_and_what_is_imported_is_not_told(store: Store) -> None:
    store.outcomes.add(GOOD, NOW)
    store.outcomes.add(GOOD, NOW)
    store.outcomes.add_all([DEAL], NOW)
    (told,) = waiting(store)
    assert told["type"] == "outcome.recorded"
    assert told["data"]["customer"] == ANNA
    assert (told["data"]["kind"], told["data"]["value"], told["data"]["changed"]) == ("csat", 5, False)


def test_a_refused_outcome_tells_nobody(store: Store) -> None:
    store.outcomes.add(DEAL, NOW)
    with pytest.raises(Conflict):
        store.outcomes.add(replace(DEAL, kind="lost"), NOW)
    assert len(waiting(store)) == 1


def test_of_many_at_once_each_counts_once_and_the_first_of_two_with_one_id_stands(store: Store) -> None:
    found = store.outcomes.add_all([DEAL, GOOD, DEAL, GOOD, replace(DEAL, kind="lost")], NOW)
    assert [each.standing for each in found] == ["new", "new", "known", "known", "differs"]
    assert found[4].outcome == found[0].outcome
    assert store.outcomes.add_all([], NOW) == []
