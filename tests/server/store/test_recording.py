"""A learned mail is written in few statements, and nothing that happens between reading and writing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from server.access import EVERYTHING
from server.store import Mailbox, RelationshipFigures, Store, StoredMatter, StoredTrace
from server.store.recording import Ahead
from tests.server.store.mails import NOW, SENT, at, batch, days, fold_of, learn, learned, parsed
from tests.statements import listening

ANNA, PRIVATE = "anna@kunde.example", "anna@daheim.example"
MOST_IN_TURN = 9  # of a mail that came in and is learned from; one that went out takes two less
TRACE = StoredTrace(1, "{}")
FIGURES = RelationshipFigures("B", 50.0, 40.0, 60.0, None, "acquaintance", 0.0, 0.0, 0.0, 1, "", "{}")


@pytest.fixture
def numbers(store: Store, mailbox: Mailbox) -> list[int]:
    """Five mails that wait."""
    store.mirror.save_batch(mailbox.id, batch(range(1, 6)))
    return [message.id for message in store.messages.pending(9)]


def meddling(day: int, meddle: Callable[[], object]) -> Callable[[str | None], str]:
    """A fold that has somebody else write as soon as the profile was read, once."""
    left = [meddle]

    def fold(body: str | None) -> str:
        if left:
            left.pop()()
        return fold_of(day)(body)

    return fold


def record(store: Store, number: int, day: int, fold: Callable[[str | None], str]) -> bool:
    return store.messages.record(number, parsed(day), learned(day), fold, now=NOW, trace=TRACE)


def test_a_mail_of_a_known_customer_holds_the_turn_for_few_statements(store: Store, numbers: list[int]) -> None:
    learn(store, numbers[0], 1)
    with listening() as asked:
        assert record(store, numbers[1], 2, fold_of(2))
    assert asked.turns == 1
    assert len(asked.in_turn) <= MOST_IN_TURN
    assert len(asked.statements) - len(asked.in_turn) == 1, "what needs no turn is read before it, at once"


def test_a_mail_of_the_team_holds_the_turn_for_fewer(store: Store, mailbox: Mailbox, numbers: list[int]) -> None:
    learn(store, numbers[0], 1)
    store.mirror.save_batch(mailbox.id, batch([9], folder=SENT))
    sent = store.messages.pending(9)[-1].id
    with listening() as asked:
        assert store.messages.record(sent, parsed(9, direction="out"), None, None, now=NOW, trace=TRACE)
    assert len(asked.in_turn) <= MOST_IN_TURN - 2


def test_a_grade_holds_the_turn_for_as_many_statements_however_much_changed(store: Store, numbers: list[int]) -> None:
    def turn(mails: list[int], end: int) -> int:
        store.relationships.rest_on(f"weights {end}")  # which makes the grade due again
        (due,) = store.relationships.due(NOW, 9)
        matters = [StoredMatter(number, "question", 0, end, NOW) for number in numbers[:3]]
        traces = {number: StoredTrace(1, json.dumps(end)) for number in mails}
        with listening() as asked:
            assert store.relationships.record(due, FIGURES, matters, now=NOW, next_at=at(360), traces=traces)
        assert asked.turns == 1
        return len(asked.in_turn)

    for day, number in enumerate(numbers[:3], 1):
        learn(store, number, day)
    turn(numbers[:1], 3)  # the first grade begins a history
    few = turn(numbers[:1], 5)
    assert turn(numbers[:3], 7) == few <= MOST_IN_TURN
    found = store.matters.of(ANNA, sight=EVERYTHING)
    assert [each.matter.end for each in found] == [7, 7, 7]
    grounds = store.relationships.grounds(ANNA, 9, since=at(0))
    assert grounds is not None
    assert [each.trace for each in grounds.turns] == [StoredTrace(1, "7")] * 3


def test_what_was_read_ahead_shows_nothing_of_a_profile() -> None:
    assert "geheim" not in repr(Ahead(NOW, "geheim", "geheim"))


def test_a_mail_that_was_recorded_or_is_gone_takes_no_turn(store: Store, numbers: list[int]) -> None:
    learn(store, numbers[0], 1)
    with listening() as asked:
        assert not learn(store, numbers[0], 1)
        assert not learn(store, 99, 2)
    assert asked.turns == 0


def test_what_another_learned_meanwhile_stays_in_the_profile(store: Store, numbers: list[int]) -> None:
    learn(store, numbers[0], 1)
    assert record(store, numbers[1], 2, meddling(2, lambda: learn(store, numbers[2], 3)))
    assert days(store) == [1, 2, 3]
    assert store.profiles.get("contact", ANNA, "de").version == 3  # type: ignore[union-attr]


def test_two_who_make_the_first_profile_of_a_customer_lose_nothing(store: Store, numbers: list[int]) -> None:
    assert record(store, numbers[1], 2, meddling(2, lambda: learn(store, numbers[2], 3)))
    assert days(store) == [2, 3]
    found = store.customers.get(ANNA, sight=EVERYTHING)
    assert found is not None
    assert (found.mails_in, found.first_mail, found.last_mail) == (2, at(2), at(3))


def test_a_profile_that_was_made_anew_meanwhile_takes_the_mail_in(store: Store, numbers: list[int]) -> None:
    learn(store, numbers[0], 1)

    def again() -> None:
        store.profiles.rebuild("contact", ANNA, "de", lambda samples: json.dumps([100 + len(samples)]), now=NOW)

    assert record(store, numbers[1], 2, meddling(2, again))
    assert days(store) == [2, 101]


def test_the_same_mail_recorded_by_two_at_once_counts_once(store: Store, numbers: list[int]) -> None:
    assert not record(store, numbers[0], 1, meddling(1, lambda: learn(store, numbers[0], 1)))
    assert days(store) == [1]
    found = store.customers.get(ANNA, sight=EVERYTHING)
    assert found is not None
    assert found.mails_in == 1


def test_a_mail_that_says_what_was_learned_is_not_folded_at_all(store: Store, numbers: list[int]) -> None:
    def never(_: str | None) -> str:
        raise AssertionError("there is nothing new in it")

    learn(store, numbers[0], 1)
    copy = learned(2, key=learned(1).content_key)
    assert store.messages.record(numbers[1], parsed(2), copy, never, now=NOW)
    assert days(store) == [1]


def test_an_address_that_is_joined_meanwhile_counts_for_its_person(store: Store, numbers: list[int]) -> None:
    learn(store, numbers[0], 1)
    learn(store, numbers[1], 2, PRIVATE)

    def joined() -> None:
        store.people.join(ANNA, [PRIVATE], NOW)
        for due in store.relationships.due(NOW, 9):
            store.relationships.postpone(due, at(360))

    mail, taught = parsed(3, PRIVATE), learned(3, PRIVATE)
    assert store.messages.record(numbers[2], mail, taught, meddling(3, joined), now=NOW)
    assert [each.address for each in store.relationships.due(NOW, 9)] == [ANNA]
    found = store.customers.get(ANNA, sight=EVERYTHING)
    assert found is not None
    assert found.mails_in == 3


def test_the_language_of_most_mails_is_counted_and_a_tie_goes_by_the_alphabet(store: Store, numbers: list[int]) -> None:
    told = []
    for number, day, language in zip(numbers, range(1, 6), ("en", "de", None, "en", "de"), strict=True):
        store.messages.record(number, parsed(day, language=language), None, None, now=NOW)
        found = store.customers.get(ANNA, sight=EVERYTHING)
        told.append(found.language if found else None)
    assert told == ["en", "de", "de", "en", "de"]


def test_a_trace_that_is_put_anew_loses_what_was_worked_out_from_the_old_one(store: Store, numbers: list[int]) -> None:
    assert record(store, numbers[0], 1, fold_of(1))
    store.traces.keep({}, {numbers[0]: '{"took": 1}'})
    store.traces.keep({numbers[0]: StoredTrace(2, '{"new": 1}'), 99: TRACE}, {})
    grounds = store.relationships.grounds(ANNA, 9, since=at(0))
    assert grounds is not None
    assert [(turn.trace, turn.links) for turn in grounds.turns] == [(StoredTrace(2, '{"new": 1}'), None)]
