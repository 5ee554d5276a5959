"""Sets of UIDs: the same as plain sets, written as ranges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.mail.uids import UidSet

UIDS = st.sets(st.integers(1, 60), max_size=40)


@given(UIDS, UIDS)
def test_sums_and_differences_are_those_of_sets(one: set[int], other: set[int]) -> None:
    first, second = UidSet.of(one), UidSet.of(other)
    assert list(first) == sorted(one)
    assert list(first - second) == sorted(one - other)
    assert list(first | second) == sorted(one | other)
    assert (len(first), bool(first)) == (len(one), bool(one))
    assert all((uid in first) == (uid in one) for uid in range(62))


@given(UIDS, st.integers(0, 61), st.integers(0, 61), st.integers(1, 50))
def test_parts_of_a_set(uids: set[int], low: int, high: int, size: int) -> None:
    found = UidSet.of(uids)
    assert set(found.within(low, high)) == {uid for uid in uids if low <= uid <= high}
    assert list(found.highest(size)) == sorted(uids)[-size:]
    parts = [list(part) for part in found.parts(size)]
    assert [uid for part in parts for uid in part] == sorted(uids)
    assert all(len(part) <= size for part in parts)


@given(UIDS)
def test_what_is_written_is_read_back(uids: set[int]) -> None:
    found = UidSet.of(uids)
    assert UidSet.parse(str(found)) == found
    assert all(last < first - 1 for (_, last), (first, _) in zip(found.ranges, found.ranges[1:], strict=False))


def test_ranges_may_come_in_any_order_and_overlap() -> None:
    assert str(UidSet.parse("9:7,1,3:5,4,x,,2")) == "1:5,7:9"
    assert str(UidSet.between(5, 4)) == ""
    assert (UidSet.parse("4:9").first, UidSet.parse("4:9").last) == (4, 9)
