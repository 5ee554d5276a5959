"""Counts that processes share: none is lost, they end by themselves, and whoever is killed keeps nobody waiting."""

from __future__ import annotations

import multiprocessing
import os
import signal

import pytest
from limits import RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter

from server.web.rates import SharedTokens
from server.web.shared_counts import WAYS, SharedCounts
from server.web.shared_limits import SharedStorage

FORK = multiprocessing.get_context("fork")  # as gunicorn makes its processes; a new program would not have the memory
MINUTE = 60.0

# Python 3.12 and later: the tests' own process may have threads; what is forked here does nothing but count
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def test_what_several_processes_count_is_their_sum():
    counts = SharedCounts(rows=4)

    def count() -> None:
        for _ in range(500):
            counts.add("somebody", 1, MINUTE)

    processes = [FORK.Process(target=count) for _ in range(4)]
    for each in processes:
        each.start()
    for each in processes:
        each.join()
    assert counts.of("somebody")[0] == 2000


def test_a_process_that_is_killed_while_it_counts_keeps_nobody_waiting():
    counts = SharedCounts(rows=1)

    def die() -> None:
        with counts._row("somebody"):
            os.kill(os.getpid(), signal.SIGKILL)

    process = FORK.Process(target=die)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert counts.add("somebody", 1, MINUTE) == 1


def test_a_count_ends_when_its_time_is_over_and_begins_anew():
    now = [1000.0]
    counts = SharedCounts(rows=1, seconds=lambda: now[0])
    assert [counts.add("somebody", 2, MINUTE), counts.add("somebody", 1, MINUTE)] == [2, 3]
    assert counts.of("somebody") == (3, 1060.0)
    now[0] = 1060.0
    assert counts.of("somebody") == (0, 0.0)
    assert counts.add("somebody", 1, MINUTE) == 1


def test_a_full_table_gives_up_what_would_end_first():
    now = [1000.0]
    counts = SharedCounts(rows=1, seconds=lambda: now[0])
    for number in range(WAYS):
        counts.add(f"client {number}", 1, MINUTE + number)
    counts.add("one more", 1, MINUTE + 100)
    known = [counts.of(f"client {number}")[0] for number in range(WAYS)]
    assert known == [0] + [1] * (WAYS - 1)
    assert counts.of("one more")[0] == 1


def test_what_is_forgotten_begins_anew():
    counts = SharedCounts(rows=1)
    counts.add("somebody", 5, MINUTE)
    counts.forget("somebody")
    assert counts.of("somebody")[0] == 0


@pytest.mark.parametrize("name", ["", "ek_x", "\udcff"])
def test_tokens_are_known_to_all_that_share_the_table(name: str):
    counts = SharedCounts(rows=4)
    SharedTokens(counts).add(f"token {name}")
    assert SharedTokens(counts).has(f"token {name}")
    assert not SharedTokens(counts).has("another")
    assert not SharedTokens(counts).has("")


def test_a_limit_holds_for_all_applications_together():
    counts, limit = SharedCounts(rows=4), RateLimitItemPerMinute(5)
    both = [FixedWindowRateLimiter(SharedStorage(counts=counts)) for _ in range(2)]
    assert [both[n % 2].hit(limit, "somebody") for n in range(7)] == [True] * 5 + [False] * 2
    assert both[0].get_window_stats(limit, "somebody").reset_time > 0
    assert both[1].hit(limit, "somebody else")
