"""Which figures may be shown: enough people behind them, none of them most of it, nothing to be had by subtraction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.rule_making import Known
from server.works_council import (
    MOST_OF_ONE,
    NOBODY,
    OWN_SIGNALS,
    SHARED_SIGNALS,
    TEAM_SIGNALS,
    Behind,
    Council,
    Part,
    council_of,
    released,
    week_of,
)

NOW = datetime(2026, 11, 21, 12, 34, tzinfo=UTC)


@dataclass(frozen=True)
class Act:
    is_on: bool
    at: datetime = NOW
    reason: str = "Bei uns schreibt nur eine Person."


def test_a_figure_needs_its_number_of_people():
    council = Council(5)
    assert not council.releases(Behind(4, 0.25))
    assert council.releases(Behind(5, 0.2))
    assert not council.releases(NOBODY)


def test_of_many_people_none_may_have_done_most():
    council = Council(5)
    assert council.releases(Behind.counted({"anna": 50, "b": 20, "c": 20, "d": 5, "e": 5}))
    assert not council.releases(Behind.counted({"anna": 51, "b": 20, "c": 19, "d": 5, "e": 5}))


def test_where_the_mode_is_off_any_group_may_be_shown():
    assert Council(5, is_on=False).releases(Behind(1, 1.0))


@pytest.mark.parametrize(
    ("wanted", "last", "is_on"),
    [
        (True, None, True),
        (False, None, True),
        (True, Act(is_on=False), True),
        (False, Act(is_on=True), True),
        (False, Act(is_on=False), False),
    ],
)
def test_neither_the_settings_nor_the_command_switches_it_off_alone(wanted: bool, last: Act | None, is_on: bool):
    found = council_of(wanted=wanted, min_group=5, last=last)
    assert found.is_on is is_on
    assert found.only_set is (is_on and not wanted)
    assert (found.off_since, found.reason) == ((None, "") if is_on else (NOW, "Bei uns schreibt nur eine Person."))


def test_in_a_demo_where_all_people_are_invented_everything_is_shown():
    found = council_of(wanted=True, min_group=5, last=None, demo=True)
    assert not found.is_on
    assert found.off_since is None


def test_hint_feedback_needs_several_people_even_where_the_mode_is_off():
    assert Council(7).least_counted == 7
    assert Council(7, is_on=False).least_counted == 3


def test_each_signal_is_known_to_be_the_customers_the_teams_or_of_both():
    sets = (OWN_SIGNALS, SHARED_SIGNALS, TEAM_SIGNALS)
    assert Counter(name for each in sets for name in each) == Counter(list(Known.installed().signals))


def part(name: str, size: int, *mails: int) -> Part[str]:
    return Part(name, size, {f"{name} {number}": count for number, count in enumerate(mails)})


def test_a_part_with_too_few_people_takes_the_smallest_other_one_with_it():
    parts = [part("big", 20, *[3] * 6), part("middle", 9, *[3] * 5), part("anna", 12, 40)]
    found = released(parts, Council(5), least=5)
    assert (found.shown, found.hidden) == ((), 3)  # anna's 40 mails outweigh those of any other part
    parts = [part("big", 20, *[30] * 6), part("middle", 9, *[30] * 5), part("anna", 12, 40)]
    found = released(parts, Council(5), least=5)
    assert (found.shown, found.hidden) == (("big",), 2)


def test_a_single_part_is_never_held_back_alone():
    found = released([part("a", 9, *[3] * 5), part("b", 9, *[3] * 6), part("c", 2, *[3] * 9)], Council(5), least=2)
    assert found.hidden == 0
    found = released([part("a", 9, *[3] * 5), part("b", 8, *[3] * 6), part("c", 3, *[3] * 9)], Council(5), least=4)
    assert (found.shown, found.hidden) == (("a",), 2)


sizes = st.tuples(st.integers(1, 12), st.lists(st.integers(1, 9), max_size=8))


@given(st.lists(sizes, max_size=8), st.integers(3, 6))
def test_what_is_missing_from_the_whole_is_never_a_small_group(found: list[tuple[int, list[int]]], min_group: int):
    parts = [part(str(number), size, *mails) for number, (size, mails) in enumerate(found)]
    shown = released(parts, Council(min_group), least=5).shown
    held = [each for each in parts if each.value not in shown]
    for each in parts:
        if each.value in shown:
            assert each.size >= 5
            assert len(each.mails) >= min_group
            assert max(each.mails.values()) <= MOST_OF_ONE * sum(each.mails.values())
    if shown and held:
        together = Counter[str]()
        for each in held:
            together.update(each.mails)
        assert len(held) > 1
        assert sum(each.size for each in held) >= 5
        assert len(together) >= min_group


def test_a_week_begins_on_monday():
    assert week_of(NOW) == datetime(2026, 11, 16, tzinfo=UTC)
    assert week_of(week_of(NOW)) == week_of(NOW)
    assert week_of(NOW + timedelta(days=2)) == datetime(2026, 11, 23, tzinfo=UTC)
