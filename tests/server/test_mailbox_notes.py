"""A look that finds a mailbox as it was costs no transaction, and is known all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.mail.allowance import Allowance
from server.mailbox_notes import Notes
from server.store import Mailbox, MailboxState, NewMailbox, Store
from tests.statements import listening
from tests.stores import open_new_store

START = datetime(2026, 11, 22, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class World:
    """One mailbox with its notes, and a clock that is set by hand."""

    def __init__(self, store: Store) -> None:
        self.store, self.now = store, START
        new = NewMailbox("one@example.test", "h", 1, "none", "one")
        self.number = store.mailboxes.add(new, b"secret", START).id
        self.allowance = Allowance("one@example.test", None, lambda: self.now)
        self.notes = Notes(store, self.mailbox, lambda: self.now, self.allowance)

    @property
    def mailbox(self) -> Mailbox:
        return self.store.mailboxes.get("one@example.test")

    @property
    def state(self) -> MailboxState:
        return self.store.mailbox_states.get(self.number)

    def turns_of_a_look(self) -> int:
        self.now += MINUTE
        with listening() as asked:
            self.notes.up_to_date()
        return asked.turns


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with open_new_store(f"sqlite:///{tmp_path}/e.db") as store:
        yield World(store)


def test_the_first_look_is_written_and_those_that_find_nothing_are_told_when_asked(world: World) -> None:
    world.notes.up_to_date()
    assert (world.state.activity, world.state.looked_at) == ("watching", START)
    assert world.notes.unwritten_look() is None, "it is written"
    assert world.turns_of_a_look() == 0
    assert world.turns_of_a_look() == 0
    assert world.notes.unwritten_look() == START + 2 * MINUTE
    assert world.notes.unwritten_look() == START + 2 * MINUTE, "until it is written"
    world.notes.wrote_look(START + 2 * MINUTE)
    assert world.notes.unwritten_look() is None


def test_a_look_that_comes_while_the_one_before_is_written_is_not_lost(world: World) -> None:
    world.notes.up_to_date()
    assert world.turns_of_a_look() == 0
    taken = world.notes.unwritten_look()
    assert taken is not None
    assert world.turns_of_a_look() == 0
    world.notes.wrote_look(taken)
    assert world.notes.unwritten_look() == world.now


def test_what_changed_is_written_at_once(world: World) -> None:
    world.notes.up_to_date()
    world.allowance.spend(500)
    assert world.turns_of_a_look() == 1
    assert (world.state.bytes_today, world.state.looked_at) == (500, world.now)
    world.notes.failed("backing_off", "The server went away.", "It is tried again.", world.now + MINUTE, 1)
    assert world.turns_of_a_look() == 1
    assert (world.state.activity, world.state.problem, world.mailbox.last_error) == ("watching", None, None)


def test_a_look_from_before_a_failure_is_not_told_afterwards(world: World) -> None:
    world.notes.up_to_date()
    assert world.turns_of_a_look() == 0
    world.notes.failed("backing_off", "The server went away.", "It is tried again.", world.now + MINUTE, 1)
    assert world.notes.unwritten_look() is None


@pytest.mark.parametrize("by", ["stopped", "error", "gone"])
def test_where_the_store_says_otherwise_the_next_look_sets_it_right(world: World, by: str) -> None:
    world.notes.up_to_date()
    if by == "stopped":  # by a worker that had stood still and came back
        world.store.mailbox_states.note(world.number, world.now, activity="stopped")
    if by == "error":  # by a command that read the mailbox beside
        world.store.mailboxes.record_sync(world.number, world.now, "The server went away.")
    world.notes.hold_against(None if by == "gone" else world.state, world.mailbox)
    assert world.turns_of_a_look() == 1
    assert (world.state.activity, world.mailbox.last_error) == ("watching", None)
    world.notes.hold_against(world.state, world.mailbox)
    assert world.turns_of_a_look() == 0
