"""Better fitting mails against the others to the same customer: answered more often, sooner, warmer?"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Turn, exchange_of
from coach.relationship.trace import Trace
from server.effect.answers import LEAST_CUSTOMERS, SentMail, answers_to, sent_mails

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def turn(number: int, days_ago: float, side: Side, *, thread: str = "t", match: float | None = None, **feelings: float):
    trace = Trace(words=30, language="en", feelings=feelings)
    return Turn(number, NOW - days_ago * DAY, side, trace, thread, match=match)


def test_a_mail_counts_with_the_time_to_its_answer_and_how_warm_that_was():
    turns = [turn(1, 40, Side.TEAM, match=80), turn(2, 39, Side.CUSTOMER, gratitude=2.0)]
    (sent,) = sent_mails(exchange_of(turns, NOW))
    assert (sent.fit, sent.hours) == (80, pytest.approx(24.0))
    assert sent.warmth is not None
    assert sent.warmth > 0


def test_an_answer_after_weeks_or_in_another_conversation_is_none():
    turns = [
        turn(1, 60, Side.TEAM, match=80),
        turn(2, 30, Side.CUSTOMER),
        turn(3, 59, Side.CUSTOMER, thread="other"),
    ]
    assert sent_mails(exchange_of(turns, NOW)) == (SentMail(80),)


def test_mails_that_may_still_be_answered_are_not_counted():
    turns = [turn(1, 3, Side.TEAM, match=80), turn(2, 40, Side.TEAM)]
    assert sent_mails(exchange_of(turns, NOW)) == ()


def test_two_mails_in_a_row_share_the_answer():
    turns = [turn(1, 40, Side.TEAM, match=80), turn(2, 39, Side.TEAM, match=60), turn(3, 38, Side.CUSTOMER)]
    assert [each.hours for each in sent_mails(exchange_of(turns, NOW))] == [48.0, 24.0]


def customers(count: int, *, better: float, other: float, seed: int = 4) -> dict[str, list[SentMail]]:
    """Customers who answer better fitting mails with this chance and others with that one."""
    dice = random.Random(seed)

    def sent(fit: float, chance: float) -> SentMail:
        is_answered = dice.random() < chance
        return SentMail(fit, dice.uniform(1, 48) * (1 if fit < 50 else 0.5) if is_answered else None)

    return {
        f"c{n}": [sent(70 + dice.random(), better) for _ in range(4)]
        + [sent(30 + dice.random(), other) for _ in range(4)]
        for n in range(count)
    }


def test_what_differs_is_found_with_bars():
    found = answers_to(customers(60, better=0.9, other=0.4))
    assert (found.customers, found.mails) == (60, 480)
    assert found.answered is not None
    assert found.answered.clears(0.0) == 1
    assert found.slower is not None
    assert found.slower.clears(1.0) == -1
    assert found.fit == pytest.approx(40, abs=1)


def test_where_nothing_differs_nothing_is_found():
    found = answers_to(customers(60, better=0.6, other=0.6))
    assert found.answered is not None
    assert found.answered.clears(0.0) == 0
    assert found.warmer is None  # no answer's warmth is known


def test_customers_who_answer_everything_do_not_make_fitting_mails_look_good():
    always = {f"a{n}": [SentMail(90 + k, 5.0) for k in range(6)] for n in range(30)}
    never = {f"n{n}": [SentMail(20 + k) for k in range(6)] for n in range(30)}
    found = answers_to(always | never)
    assert found.answered is not None
    assert found.answered.value == 0.0


def test_too_few_customers_give_no_figures():
    found = answers_to(customers(LEAST_CUSTOMERS - 1, better=0.9, other=0.1))
    assert (found.customers, found.answered, found.slower) == (LEAST_CUSTOMERS - 1, None, None)


def test_customers_with_mails_of_one_kind_only_cannot_be_compared():
    assert answers_to({"a": [SentMail(50.0, 1.0)] * 8, "b": [], "c": [SentMail(1.0), SentMail(2.0)]}).customers == 0
