"""Reading while storing: the order stays, nothing is drawn too early, and nothing is left behind."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import closing

import pytest

from server.mail.read_ahead import read_ahead

PATIENCE = 60.0  # seconds for what should come at once


class Source:
    """Counts what was drawn, tells when, and whether it was closed."""

    def __init__(self, count: int, fails_at: int | None = None) -> None:
        self.drawn: list[int] = []
        self.threads: set[int] = set()
        self.moved = threading.Condition()
        self.closed = False
        self._count, self._fails_at = count, fails_at

    def items(self) -> Generator[int, None, None]:
        try:
            for number in range(self._count):
                if number == self._fails_at:
                    raise ConnectionError("cut")
                with self.moved:
                    self.drawn.append(number)
                    self.threads.add(threading.get_ident())
                    self.moved.notify_all()
                yield number
        finally:
            self.closed = True

    def wait_for(self, count: int) -> None:
        with self.moved:
            assert self.moved.wait_for(lambda: len(self.drawn) >= count, PATIENCE)


def test_items_keep_their_order_and_are_drawn_in_one_other_thread() -> None:
    source = Source(20)
    assert list(read_ahead(source.items())) == list(range(20))
    assert len(source.threads) == 1
    assert threading.get_ident() not in source.threads
    assert source.closed


def test_the_next_item_is_worked_out_while_one_is_in_use_and_no_further_one() -> None:
    source = Source(5)
    with closing(read_ahead(source.items())) as items:
        assert next(items) == 0
        source.wait_for(2)
        assert next(items) == 1
        source.wait_for(3)
        assert source.drawn == [0, 1, 2]


def test_an_error_comes_where_it_belongs_after_all_that_was_good() -> None:
    source = Source(5, fails_at=2)
    got: list[int] = []
    with pytest.raises(ConnectionError, match="cut"):
        got.extend(read_ahead(source.items()))
    assert got == [0, 1]
    assert source.closed


def test_closing_ends_the_source_and_the_thread() -> None:
    before = threading.active_count()
    source = Source(5)
    with closing(read_ahead(source.items())) as items:
        next(items)
        assert threading.active_count() == before + 1
    assert source.closed
    assert threading.active_count() == before


def test_an_empty_source_yields_nothing() -> None:
    assert list(read_ahead(Source(0).items())) == []
