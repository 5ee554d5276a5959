"""Language style matching by its published formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import Coach
from coach.lsm import CATEGORIES, lsm, rates, rlsm

percentages = st.fixed_dictionaries({name: st.floats(0, 30) for name in CATEGORIES})


def test_follows_the_formula_by_hand() -> None:
    one = dict.fromkeys(CATEGORIES, 10.0)
    other = dict.fromkeys(CATEGORIES, 10.0) | {"articles": 5.0, "negations": 0.0}
    # seven categories match, articles give 1 - 5/15.0001, negations 1 - 10/10.0001
    expected = (7 + (1 - 5 / 15.0001) + (1 - 10 / 10.0001)) / 9
    assert lsm(one, other) == pytest.approx(expected)


@given(percentages, percentages)
def test_is_symmetric_and_between_zero_and_one(one: dict[str, float], other: dict[str, float]) -> None:
    assert lsm(one, other) == pytest.approx(lsm(other, one))
    assert 0 <= lsm(one, other) <= 1


@given(percentages)
def test_a_text_matches_itself(one: dict[str, float]) -> None:
    assert lsm(one, one) == pytest.approx(1.0)


def test_counts_percent_of_words(coach: Coach) -> None:
    found = rates(coach.document("The dog and the cat are not in a house.", "en"))
    assert found["articles"].value == pytest.approx(30.0)
    assert found["negations"].value == pytest.approx(10.0)
    assert found["prepositions"].value == pytest.approx(10.0)


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Ich habe das nicht und du auch nicht."), ("en", "I do not and you do not.")]
)
def test_both_languages_have_all_nine_categories(coach: Coach, language: str, text: str) -> None:
    assert set(rates(coach.document(text, language))) == set(CATEGORIES)


def test_rlsm_is_the_mean_over_replies_each_with_the_turn_before_it() -> None:
    like, unlike = dict.fromkeys(CATEGORIES, 10.0), dict.fromkeys(CATEGORIES, 5.0)
    turns = [("customer", like), ("team", like), ("customer", like), ("team", unlike), ("team", like)]
    assert rlsm(turns, "team") == pytest.approx((lsm(like, like) + lsm(unlike, like)) / 2)
    assert rlsm(turns, "customer") == pytest.approx(lsm(like, like))


def test_rlsm_of_somebody_who_answers_nobody_is_none() -> None:
    assert rlsm([("team", dict.fromkeys(CATEGORIES, 10.0))], "team") is None
    assert rlsm([], "team") is None
