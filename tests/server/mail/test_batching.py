"""How much mail is asked for at a time."""

from __future__ import annotations

from server.mail.batching import BATCH_BYTES, plan_batches

SIZES = dict.fromkeys(range(1, 401), 40_000)


def octets(**how: bool) -> list[int]:
    return [sum(each.values()) for each in plan_batches(SIZES, **how)]


def test_batches_are_of_three_megabytes_and_together_hold_each_mail_once() -> None:
    batches = list(plan_batches(SIZES, newest_first=True))
    assert [uid for each in reversed(batches) for uid in each] == list(SIZES)
    assert all(BATCH_BYTES - 40_000 < each <= BATCH_BYTES for each in octets()[:-1])


def test_where_reading_begins_batches_grow_so_that_storing_need_not_wait_for_the_first() -> None:
    begins = octets(newest_first=True, begins=True)
    eighths = [round(8 * each / BATCH_BYTES) for each in begins[:-1]]
    assert eighths[:5] == [1, 2, 4, 8, 8]
    assert sum(begins) == sum(SIZES.values())
