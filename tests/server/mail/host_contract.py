"""The contract of every MailHost: subclass it and give a `world` to try it on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Protocol

import pytest

from server.errors import MailboxGone
from server.mail.host import Batch, Folder, MailHost, SyncState

INBOX = Folder("INBOX", "inbox")


class World(Protocol):
    """A mailbox with INBOX and Sent that a test can change from outside, and hosts that look at it."""

    def deliver(self, folder: str, raw: bytes) -> None: ...

    def expunge(self, folder: str, uid: int) -> None: ...

    def renumber(self, folder: str) -> None: ...

    def open(self) -> MailHost: ...


def mail(number: int, size: int = 200) -> bytes:
    """A small mail with CRLF line ends, told from others by its number."""
    head = f"Message-ID: <{number}@example.test>\r\nSubject: Mail {number}\r\n\r\n".encode()
    return head + b"x" * (size - len(head) - 2) + b"\r\n"


@contextmanager
def opened(world: World) -> Iterator[MailHost]:
    host = world.open()
    try:
        yield host
    finally:
        host.close()


def fetch(world: World, state: SyncState | None = None, folder: Folder = INBOX) -> list[Batch]:
    with opened(world) as host:
        return list(host.fetch_since(folder, state or SyncState()))


def uids(batches: list[Batch]) -> list[int]:
    return [message.uid for batch in batches for message in batch.messages]


class HostContract:
    """What the mirror relies on."""

    @pytest.fixture
    def world(self) -> World:
        raise NotImplementedError

    def test_inbox_comes_first_and_sent_second(self, world: World) -> None:
        with opened(world) as host:
            assert [folder.role for folder in host.folders()] == ["inbox", "sent"]

    def test_an_empty_folder_gives_no_messages_but_its_uidvalidity(self, world: World) -> None:
        (batch,) = fetch(world)
        assert batch.messages == ()
        assert batch.state.uidvalidity is not None
        assert (batch.state.generation, batch.state.next_uid, batch.total) == (1, 1, 0)

    def test_messages_come_whole_oldest_first_and_dated_in_utc(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number))
        batches = fetch(world)
        messages = [message for batch in batches for message in batch.messages]
        assert [message.raw for message in messages] == [mail(number) for number in range(3)]
        assert [message.uid for message in messages] == [1, 2, 3]
        assert all(message.internaldate.utcoffset() == timedelta(0) for message in messages)
        assert {message.folder for message in messages} == {"INBOX"}
        assert {message.uidvalidity for message in messages} == {batches[-1].state.uidvalidity}
        assert batches[-1].total == 3
        assert batches[-1].state.next_uid == 4

    def test_asking_again_with_the_last_state_gives_nothing(self, world: World) -> None:
        world.deliver("INBOX", mail(1))
        last = fetch(world)[-1].state
        assert fetch(world, last) == []

    def test_only_what_came_since_is_given(self, world: World) -> None:
        world.deliver("INBOX", mail(1))
        last = fetch(world)[-1].state
        world.deliver("INBOX", mail(2))
        (batch,) = fetch(world, last)
        assert [message.raw for message in batch.messages] == [mail(2)]
        assert batch.total == 1

    def test_going_on_from_any_batch_gives_exactly_the_rest(self, world: World) -> None:
        for number in range(5):
            world.deliver("INBOX", mail(number, 1_700_000))  # two of them fill a batch
        batches = fetch(world)
        assert len([batch for batch in batches if batch.messages]) == 3
        for position, batch in enumerate(batches):
            assert uids(fetch(world, batch.state)) == uids(batches[position + 1 :])

    def test_a_message_expunged_before_it_was_read_is_not_invented(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number))
        world.expunge("INBOX", 2)
        batches = fetch(world)
        assert uids(batches) == [1, 3]
        assert all(batch.unreadable == () for batch in batches)

    def test_an_expunged_last_message_does_not_bring_back_the_one_before(self, world: World) -> None:
        for number in range(2):
            world.deliver("INBOX", mail(number))
        last = fetch(world)[-1].state
        world.expunge("INBOX", 2)
        assert uids(fetch(world, last)) == []

    def test_a_new_uidvalidity_starts_a_new_generation_from_uid_1(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number))
        before = fetch(world)[-1].state
        world.renumber("INBOX")
        batches = fetch(world, before)
        assert batches[0].state.generation == 2
        assert batches[0].state.next_uid == 1
        assert batches[0].state.uidvalidity != before.uidvalidity
        assert [message.raw for batch in batches for message in batch.messages] == [mail(n) for n in range(3)]

    def test_a_folder_that_is_not_there_is_told(self, world: World) -> None:
        with pytest.raises(MailboxGone, match="Nowhere"):
            fetch(world, folder=Folder("Nowhere", "sent"))

    def test_closing_twice_does_no_harm(self, world: World) -> None:
        host = world.open()
        host.close()
        host.close()
