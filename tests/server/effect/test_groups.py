"""Groups side by side: nobody alone, nobody by subtraction, no mailbox of one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.effect.groups import LEAST_CUSTOMERS, TOGETHER, mailboxes_of, segments_of
from server.effect.role_addresses import is_role_address
from server.store import GroupSum, Sender
from server.works_council import Council
from server.writers import as_people

OFF = Council(is_on=False)
ON = Council(5)


def group(name: str, *indexes: float) -> GroupSum:
    return GroupSum(name, len(indexes), sum(indexes), sum(each**2 for each in indexes))


def test_a_group_shows_its_mean_with_a_band():
    found = segments_of([group("crafts", 40, 50, 60, 50, 50), group("trade", 70, 72, 71, 69, 73)], {}, OFF)
    assert [(each.name, each.customers, each.index) for each in found.shown] == [("trade", 5, 71), ("crafts", 5, 50)]
    assert found.shown[1].low < 50 < found.shown[1].high
    assert found.differ


def test_few_customers_make_a_band_as_wide_as_students():
    (found,) = segments_of(
        [group("crafts", 40, 45, 50, 55, 60)], {}, OFF
    ).shown  # mean 50, standard error 3.54, t(4) = 2.13
    assert (found.low, found.high) == (43, 57)  # 50 -+ 7.5, in whole points


def test_bands_that_overlap_show_no_difference():
    found = segments_of([group("one", 30, 50, 70, 40, 60), group("other", 32, 52, 72, 42, 62)], {}, OFF)
    assert not found.differ


def test_a_small_group_is_left_out_and_another_one_with_it():
    found = segments_of([group("big", *[50.0] * 20), group("middle", *[60.0] * 6), group("one", 10)], {}, OFF)
    assert [each.name for each in found.shown] == ["big"]
    assert found.hidden == 2


def test_small_groups_that_are_enough_together_hide_nobody_else():
    small = [group("a", 10, 20, 30), group("b", 10, 20)]
    found = segments_of([group("big", *[50.0] * 20), group("middle", *[60.0] * 6), *small], {}, OFF)
    assert [each.name for each in found.shown] == ["middle", "big"]


@given(st.lists(st.integers(1, 12), max_size=8))
def test_what_is_hidden_can_never_be_a_few_customers(sizes: list[int]):
    found = segments_of([group(str(n), *[50.0] * size) for n, size in enumerate(sizes)], {}, OFF)
    shown = sum(each.customers for each in found.shown)
    assert all(each.customers >= LEAST_CUSTOMERS for each in found.shown)
    assert not shown or sum(sizes) - shown == 0 or sum(sizes) - shown >= LEAST_CUSTOMERS


def test_mailboxes_of_single_people_come_together():
    found = mailboxes_of([
        group("support@firm.example", *[55.0] * 9),
        group("anna.krause@firm.example", *[80.0] * 8),
        group("tim.beck@firm.example", *[40.0] * 8),
    ], {}, OFF)  # fmt: skip
    assert [(each.name, each.index) for each in found.shown] == [(TOGETHER, 60), ("support@firm.example", 55)]


def test_a_single_persons_mailbox_is_not_shown_at_all():
    found = mailboxes_of(
        [group("support@firm.example", *[55.0] * 9), group("anna.krause@firm.example", *[80.0] * 8)], {}, OFF
    )
    assert [each.name for each in found.shown] == ["support@firm.example"]
    assert found.hidden == 1


def test_a_mailbox_from_which_several_write_is_no_single_persons():
    north = "north@firm.example"
    people = {north: as_people([Sender(name, "", 3) for name in ("Anna Krause", "Tim Beck", "Ute Brandt")])}
    found = mailboxes_of([group(north, *[55.0] * 9)], people, OFF)
    assert [each.name for each in found.shown] == [north]


def test_a_mailbox_of_one_person_whose_name_is_written_in_several_ways_stays_a_single_persons():
    anna = "anna.krause@firm.example"
    senders = [Sender(name, anna, 3) for name in ("Anna Krause", "Krause, Anna", "A. Krause", "Anna Krause (ACME)")]
    found = mailboxes_of([group(anna, *[80.0] * 9)], {anna: as_people(senders)}, OFF)
    assert (found.shown, found.hidden) == ((), 1)


def written(**mails: list[int]) -> dict[str, dict[str, int]]:
    return {name: {f"{name} {number}": count for number, count in enumerate(each)} for name, each in mails.items()}


def test_a_segment_with_too_few_people_behind_it_is_left_out_and_another_one_with_it():
    sums = [group("crafts", *[50.0] * 9), group("trade", *[60.0] * 8), group("labs", *[70.0] * 7)]
    people = written(crafts=[9] * 6, trade=[9] * 5, labs=[5] * 4)
    found = segments_of(sums, people, ON)
    assert ([each.name for each in found.shown], found.hidden) == (["crafts"], 2)
    assert len(segments_of(sums, people, OFF).shown) == 3


def test_a_segment_that_one_person_mostly_writes_to_is_left_out():
    people = written(crafts=[9] * 6, trade=[50, 1, 1, 1, 1, 1])
    found = segments_of([group("crafts", *[50.0] * 9), group("trade", *[60.0] * 8)], people, ON)
    assert found.shown == ()


def test_a_shared_mailbox_of_few_people_is_left_out():
    support, sales = "support@firm.example", "vertrieb@firm.example"
    boxes = [group(support, *[55.0] * 9), group(sales, *[60.0] * 9)]
    assert mailboxes_of(boxes, {support: {str(n): 9 for n in range(6)}, sales: {"a": 3}}, ON).shown == ()
    many = {support: {str(n): 9 for n in range(6)}, sales: {str(n): 9 for n in range(5)}}
    assert len(mailboxes_of(boxes, many, ON).shown) == 2


@pytest.mark.parametrize(
    "address", ["info@x.example", "Vertrieb@x.example", "support-de@x.example", "service.nord2@x.example"]
)
def test_addresses_of_tasks(address: str):
    assert is_role_address(address)


@pytest.mark.parametrize(
    "address", ["anna.krause@x.example", "vertrieb.krause@x.example", "a.service-mann@x.example", "nord@x.example", ""]
)
def test_addresses_that_may_be_a_persons(address: str):
    assert not is_role_address(address)
