"""What reps do with hints: what is away stays away for one rep and customer, and nobody is counted by person."""

from __future__ import annotations

import pytest

from server.store import HintTotals, Mailbox, Store
from tests.server.store.mails import NOW, batch, learn

ANNA = "anna@kunde.example"
HOME = "anna.krause@gmx.de"
BERND = "bernd@kunde.example"


@pytest.fixture
def rita(store: Store) -> int:
    return store.accounts.add_user("rita", "rep", NOW).id


@pytest.fixture
def sam(store: Store) -> int:
    return store.accounts.add_user("sam", "rep", NOW).id


def test_a_dismissed_rule_is_away_for_this_rep_and_this_customer_only(store: Store, rita: int, sam: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA.upper(), "de", "dismissed")
    assert store.hint_feedback.away(rita, ANNA) == {"urgency"}
    assert store.hint_feedback.away(rita, BERND) == frozenset()
    assert store.hint_feedback.away(sam, ANNA) == frozenset()


def test_a_dismissal_holds_in_both_languages_and_is_taken_back_in_both(store: Store, rita: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "dismissed")
    store.hint_feedback.note(rita, "urgency", ANNA, "en", "dismissed")
    store.hint_feedback.note(rita, "emoji-habit", ANNA, "en", "dismissed")
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "restored")
    assert store.hint_feedback.away(rita, ANNA) == {"emoji-habit"}
    assert store.hint_feedback.totals() == {"urgency": HintTotals(0, 0), "emoji-habit": HintTotals(0, 1)}


def test_dismissing_twice_counts_once_and_each_acceptance_counts(store: Store, rita: int, sam: int) -> None:
    for action in ("dismissed", "dismissed", "accepted", "accepted"):
        store.hint_feedback.note(rita, "urgency", ANNA, "de", action)
    store.hint_feedback.note(sam, "urgency", BERND, "en", "accepted")
    assert store.hint_feedback.totals() == {"urgency": HintTotals(accepted=3, dismissed=1)}


def test_restoring_what_was_never_dismissed_changes_nothing(store: Store, rita: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "accepted")
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "restored")
    store.hint_feedback.note(rita, "emoji-habit", ANNA, "de", "restored")
    assert store.hint_feedback.totals() == {"urgency": HintTotals(accepted=1, dismissed=0)}


def test_of_a_joined_person_a_dismissal_holds_for_every_address(store: Store, rita: int) -> None:
    store.people.join(ANNA, [HOME], NOW)
    store.hint_feedback.note(rita, "urgency", HOME, "de", "dismissed")
    assert store.hint_feedback.away(rita, ANNA) == {"urgency"}
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "restored")
    assert store.hint_feedback.away(rita, HOME) == frozenset()


def test_counting_gives_totals_and_no_way_to_ask_for_one_person(store: Store) -> None:
    public = {name for name in dir(store.hint_feedback) if not name.startswith("_")}
    assert public == {"note", "away", "totals"}
    assert set(HintTotals.__slots__) == {"accepted", "dismissed"}


def test_what_a_deleted_user_did_goes_with_them(store: Store, rita: int, sam: int) -> None:
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "dismissed")
    store.hint_feedback.note(sam, "urgency", ANNA, "de", "accepted")
    with store._database.writing() as connection:  # as any deletion of the account will
        connection.exec_driver_sql("DELETE FROM account WHERE name = 'rita'")
    assert store.hint_feedback.totals() == {"urgency": HintTotals(accepted=1, dismissed=0)}


def test_what_was_done_for_a_customer_goes_with_their_last_mail(store: Store, mailbox: Mailbox, rita: int) -> None:
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    for day, address in enumerate((ANNA, BERND), start=1):
        assert learn(store, store.messages.pending(1)[0].id, day, address)
    store.hint_feedback.note(rita, "urgency", ANNA, "de", "dismissed")
    store.hint_feedback.note(rita, "urgency", BERND, "de", "accepted")
    store.mailboxes.remove(mailbox.address)
    assert store.customers.get(ANNA) is None
    assert store.hint_feedback.totals() == {}
    assert store.hint_feedback.away(rita, ANNA) == frozenset()
