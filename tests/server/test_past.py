"""The index of days before anybody looked: how far back, from which mail, and when it is worked out again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach import Coach
from coach.relationship.exchange import Exchange
from coach.relationship.grade import Grading, graded
from coach.relationship.story import exchange_in
from server.past import EVERY, gradable_from, lacks_past, past_of
from tests.office import SIGNALS

GRADING = Grading()
STORY = "C 0: Danke, das war toll!\nT 1: Gerne.\nC 40: Können Sie das schicken?\nT 41: Ja.\nC 80: Danke!\n. 100"


@pytest.fixture(scope="module")
def exchange(coach: Coach) -> Exchange:
    return exchange_in(coach, STORY)


def days_ago(exchange: Exchange, day: date) -> int:
    return (exchange.now.date() - day).days


def test_the_past_begins_with_the_first_mail_that_carries_a_grade(exchange: Exchange) -> None:
    points = past_of(exchange, SIGNALS, GRADING)
    assert [days_ago(exchange, each.day) for each in points] == [59, 30]
    assert gradable_from(exchange, GRADING) == exchange.turns[3].date


def test_each_point_is_the_index_by_the_mail_until_then(exchange: Exchange) -> None:
    for each in past_of(exchange, SIGNALS, GRADING)[1:]:
        then = exchange.now - timedelta(days=days_ago(exchange, each.day))
        assert each.score == graded(exchange.until(then), SIGNALS, GRADING).index


def test_too_little_mail_has_no_past(exchange: Exchange) -> None:
    short = exchange.until(exchange.turns[2].date)
    assert past_of(short, SIGNALS, GRADING) == []
    assert not lacks_past(short, None, GRADING)


def test_it_is_worked_out_once_and_again_where_older_mail_came(exchange: Exchange) -> None:
    assert lacks_past(exchange, None, GRADING)
    assert lacks_past(exchange, exchange.now.date(), GRADING)
    first = past_of(exchange, SIGNALS, GRADING)[0].day
    assert not lacks_past(exchange, first, GRADING)
    assert not lacks_past(exchange, first + EVERY, GRADING)
    assert lacks_past(exchange, first + EVERY + timedelta(days=1), GRADING)
