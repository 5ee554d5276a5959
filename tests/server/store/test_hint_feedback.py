"""What reps do with hints: what is away stays away for one rep and customer; counted in batches that name nobody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.store import HintTotals, Mailbox, Store
from tests.server.store.mails import NOW, batch, learn

ANNA = "anna@kunde.example"
HOME = "anna.krause@gmx.de"
BERND = "bernd@kunde.example"
WEEK = timedelta(days=7)


def user(store: Store, name: str) -> int:
    return store.accounts.add_user(name, "rep", NOW, sees=EVERYTHING).id


@pytest.fixture
def rita(store: Store) -> int:
    return user(store, "rita")


@pytest.fixture
def sam(store: Store) -> int:
    return user(store, "sam")


def rows(store: Store, table: str) -> list[tuple[object, ...]]:
    with store._database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]


def all_accept(store: Store, people: Iterable[int], rule: str = "urgency") -> None:
    for each in people:
        store.hint_feedback.note(each, rule, BERND, "de", "accepted", NOW)


def test_a_dismissed_rule_is_away_for_this_rep_and_this_customer_only(store: Store, rita: int, sam: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA.upper(), "de", "dismissed", NOW)
    assert store.hint_feedback.away(rita, ANNA) == {"urgency"}
    assert store.hint_feedback.away(rita, BERND) == frozenset()
    assert store.hint_feedback.away(sam, ANNA) == frozenset()


def test_a_dismissal_holds_in_both_languages_and_is_taken_back_in_both(store: Store, rita: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "dismissed", NOW)
    store.hint_feedback.note(rita, "urgency", ANNA, "en", "dismissed", NOW)
    store.hint_feedback.note(rita, "emoji-habit", ANNA, "en", "dismissed", NOW)
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "restored", NOW)
    assert store.hint_feedback.away(rita, ANNA) == {"emoji-habit"}
    assert store.hint_feedback.release(1, NOW + WEEK) == 2
    assert store.hint_feedback.totals() == {"urgency": HintTotals(0, 0), "emoji-habit": HintTotals(0, 1)}


def test_dismissing_twice_counts_once_and_each_acceptance_counts(store: Store, rita: int, sam: int) -> None:
    for action in ("dismissed", "dismissed", "accepted", "accepted"):
        store.hint_feedback.note(rita, "urgency", ANNA, "de", action, NOW)
    store.hint_feedback.note(sam, "urgency", BERND, "en", "accepted", NOW)
    store.hint_feedback.release(2, NOW + WEEK)
    assert store.hint_feedback.totals() == {"urgency": HintTotals(accepted=3, dismissed=1)}


def test_restoring_what_was_never_dismissed_changes_nothing(store: Store, rita: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "restored", NOW)
    store.hint_feedback.release(1, NOW + WEEK)
    assert store.hint_feedback.totals() == {}


def test_of_a_joined_person_a_dismissal_holds_for_every_address(store: Store, rita: int) -> None:
    store.people.join(ANNA, [HOME], NOW)
    store.hint_feedback.note(rita, "urgency", HOME, "de", "dismissed", NOW)
    assert store.hint_feedback.away(rita, ANNA) == {"urgency"}
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "restored", NOW)
    assert store.hint_feedback.away(rita, HOME) == frozenset()


def test_nothing_is_counted_before_enough_people_had_a_part_and_their_week_is_over(store: Store) -> None:
    people = [user(store, f"rep{number}") for number in range(5)]
    all_accept(store, people[:4])
    all_accept(store, people[:1])
    assert store.hint_feedback.release(5, NOW + 2 * WEEK) == 0
    all_accept(store, people[4:])
    assert store.hint_feedback.release(5, NOW) == 0
    assert store.hint_feedback.totals() == {}
    assert store.hint_feedback.release(5, NOW + WEEK) == 1
    assert store.hint_feedback.totals() == {"urgency": HintTotals(6, 0)}


def test_a_total_never_moves_by_what_a_few_did_afterwards(store: Store) -> None:
    people = [user(store, f"rep{number}") for number in range(5)]
    all_accept(store, people)
    store.hint_feedback.note(people[0], "urgency", ANNA, "de", "dismissed", NOW)
    store.hint_feedback.release(5, NOW + WEEK)
    before = store.hint_feedback.totals()
    store.hint_feedback.note(people[0], "urgency", ANNA, "de", "restored", NOW + WEEK)
    all_accept(store, people[:4])
    store.hint_feedback.release(5, NOW + 3 * WEEK)
    assert store.hint_feedback.totals() == before == {"urgency": HintTotals(5, 1)}


def test_no_row_holds_a_rep_and_those_of_two_customers_or_rules_share_nothing(store: Store, rita: int) -> None:
    for rule in ("urgency", "emoji-habit"):
        for customer in (ANNA, BERND):
            store.hint_feedback.note(rita, rule, customer, "de", "dismissed", NOW)
    kept = rows(store, "hint_feedback")
    assert len(kept) == 4
    assert len({mark for mark, *_ in kept}) == 2  # one a customer: without the key nobody knows that they are one rep's
    assert len({mark for _, mark in rows(store, "hint_batch_person")}) == 2
    assert str(rita) not in {str(value) for row in kept for value in row}


def test_marks_of_people_go_with_their_batch(store: Store, rita: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "accepted", NOW)
    store.hint_feedback.release(1, NOW + WEEK)
    assert rows(store, "hint_batch_person") == rows(store, "hint_batch") == []


def test_what_a_removed_user_sent_away_can_be_forgotten_with_them(store: Store, rita: int, sam: int) -> None:
    for each in (rita, sam):
        store.hint_feedback.note(each, "urgency", ANNA, "de", "dismissed", NOW)
    assert store.hint_feedback.forget(rita) == 1
    assert store.hint_feedback.away(rita, ANNA) == frozenset()
    assert store.hint_feedback.away(sam, ANNA) == {"urgency"}


def test_counting_gives_totals_and_no_way_to_ask_for_one_person(store: Store) -> None:
    public = {name for name in dir(store.hint_feedback) if not name.startswith("_")}
    assert public == {"note", "away", "forget", "release", "totals"}
    assert set(HintTotals.__slots__) == {"accepted", "dismissed"}


def test_what_was_sent_away_for_a_customer_goes_with_their_last_mail(store: Store, mailbox: Mailbox, rita: int) -> None:
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    for day, address in enumerate((ANNA, BERND), start=1):
        assert learn(store, store.messages.pending(1)[0].id, day, address)
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "dismissed", NOW)
    store.mailboxes.remove(mailbox.address)
    assert store.customers.get(ANNA, sight=EVERYTHING) is None
    assert store.hint_feedback.away(rita, ANNA) == frozenset()
    assert rows(store, "hint_feedback") == []
