"""A link asks one customer one question: answered once, changed within an hour, closed after its time."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.errors import Conflict, NotFound
from server.store import FeedbackLink, Store
from tests.server.store.mails import NOW

ANNA = "anna@kunde.example"
MONTH = timedelta(days=30)


@pytest.fixture
def link(store: Store) -> FeedbackLink:
    return store.feedback_links.add(ANNA.upper(), "nps", "de", "<angebot@team.example>", NOW, MONTH)


def test_an_answer_becomes_an_outcome_of_the_customer(store: Store, link: FeedbackLink) -> None:
    later = NOW + timedelta(days=3)
    answered = store.feedback_links.answer(link.id, 9, later)
    assert (answered.value, answered.answered_at, answered.about) == (9, later, "<angebot@team.example>")
    (kept,) = store.outcomes.list(ANNA, sight=EVERYTHING)
    assert (kept.kind, kept.value, kept.at, kept.source, kept.id) == ("nps", 9, later, "link", answered.outcome_id)


def test_within_an_hour_the_answer_can_be_changed_and_then_it_stands(store: Store, link: FeedbackLink) -> None:
    store.feedback_links.answer(link.id, 2, NOW)
    assert store.feedback_links.answer(link.id, 10, NOW + timedelta(minutes=59)).value == 10
    with pytest.raises(Conflict):
        store.feedback_links.answer(link.id, 0, NOW + timedelta(minutes=60))
    (kept,) = store.outcomes.list(ANNA, sight=EVERYTHING)
    assert (kept.value, kept.at) == (10, NOW)


def test_a_change_is_told_as_one_and_the_same_answer_again_is_not_told(store: Store, link: FeedbackLink) -> None:
    for value in (2, 2, 10):
        store.feedback_links.answer(link.id, value, NOW)
    store.outbox.spread(["https://crm.example"], None, NOW)
    found = store.outbox.take_due(NOW, NOW + MONTH, 10)
    told = sorted((json.loads(each.payload)["data"] for each in found), key=lambda one: one["changed"])
    assert [(each["value"], each["changed"]) for each in told] == [(2, False), (10, True)]
    assert told[0]["outcome_id"] == told[1]["outcome_id"]


def test_an_expired_link_takes_no_first_answer_but_still_a_change(store: Store, link: FeedbackLink) -> None:
    other = store.feedback_links.add(ANNA, "csat", "en", None, NOW, MONTH)
    store.feedback_links.answer(other.id, 4, NOW + MONTH - timedelta(minutes=1))
    assert store.feedback_links.answer(other.id, 5, NOW + MONTH + timedelta(minutes=1)).value == 5
    with pytest.raises(Conflict):
        store.feedback_links.answer(link.id, 5, NOW + MONTH)


def test_a_removed_answer_is_not_brought_back_by_its_link(store: Store, link: FeedbackLink) -> None:
    answered = store.feedback_links.answer(link.id, 9, NOW)
    assert answered.outcome_id is not None
    store.outcomes.remove(answered.outcome_id, sight=EVERYTHING)
    with pytest.raises(Conflict):
        store.feedback_links.answer(link.id, 9, NOW)
    assert store.feedback_links.get(link.id).value is None


def test_no_two_links_are_alike_and_an_unknown_one_is_not_found(store: Store, link: FeedbackLink) -> None:
    assert store.feedback_links.add(ANNA, "nps", "de", None, NOW, MONTH).id != link.id
    with pytest.raises(NotFound):
        store.feedback_links.answer("nobody", 1, NOW)
