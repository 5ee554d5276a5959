"""The contract of every MailHost: subclass it and give a `world` to try it on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Protocol

import pytest

from server.errors import MailboxGone
from server.mail.batching import plan_batches
from server.mail.host import Folder, MailHost, RawMessage, Reading

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


def read(host: MailHost, first: int = 1, folder: Folder = INBOX, last: int | None = None) -> list[Reading]:
    """All mail of a folder from a UID on, as the mirror asks for it."""
    host.open(folder)
    return list(host.read(plan_batches(host.sizes(host.alive(first, last)))))


def fetch(world: World, first: int = 1, folder: Folder = INBOX) -> list[Reading]:
    with opened(world) as host:
        return read(host, first, folder)


def messages(readings: list[Reading]) -> list[RawMessage]:
    return [message for reading in readings for message in reading.messages]


def uids(readings: list[Reading]) -> list[int]:
    return [message.uid for message in messages(readings)]


class HostContract:
    """What the mirror relies on."""

    @pytest.fixture
    def world(self) -> World:
        raise NotImplementedError

    def test_inbox_comes_first_and_sent_second(self, world: World) -> None:
        with opened(world) as host:
            assert [folder.role for folder in host.folders()] == ["inbox", "sent"]

    def test_an_empty_folder_holds_nothing_and_has_a_uidvalidity(self, world: World) -> None:
        with opened(world) as host:
            look = host.open(INBOX)
            assert (look.exists, look.uidnext) == (0, 1)
            assert look.uidvalidity is not None
            assert not host.alive(1)

    def test_messages_come_whole_oldest_first_and_dated_in_utc(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number))
        came = messages(fetch(world))
        assert [message.raw for message in came] == [mail(number) for number in range(3)]
        assert [message.uid for message in came] == [1, 2, 3]
        assert all(message.internaldate.utcoffset() == timedelta(0) for message in came)
        assert {message.folder for message in came} == {"INBOX"}
        assert all(message.whole for message in came)
        with opened(world) as host:
            assert {message.uidvalidity for message in came} == {host.open(INBOX).uidvalidity}

    def test_only_what_is_at_or_above_a_uid_is_there(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number))
        assert uids(fetch(world, 3)) == [3]
        assert uids(fetch(world, 4)) == []

    def test_more_than_a_batch_comes_in_batches(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number, 100_000))
        with opened(world) as host:
            host.open(INBOX)
            sizes = host.sizes(host.alive(1))
            readings = list(host.read([{uid: size} for uid, size in sorted(sizes.items())]))
        assert [list(reading.uids) for reading in readings] == [[1], [2], [3]]
        assert uids(readings) == [1, 2, 3]

    def test_a_message_expunged_before_it_was_read_is_not_invented(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number))
        world.expunge("INBOX", 2)
        readings = fetch(world)
        assert uids(readings) == [1, 3]
        assert all(reading.unreadable == () for reading in readings)

    def test_an_expunged_last_message_does_not_bring_back_the_one_before(self, world: World) -> None:
        for number in range(2):
            world.deliver("INBOX", mail(number))
        world.expunge("INBOX", 2)
        assert uids(fetch(world, 2)) == []

    def test_a_folder_whose_mail_is_renumbered_has_another_uidvalidity(self, world: World) -> None:
        for number in range(3):
            world.deliver("INBOX", mail(number))
        with opened(world) as host:
            before = host.open(INBOX).uidvalidity
        world.renumber("INBOX")
        with opened(world) as host:
            assert host.look(INBOX).uidvalidity == host.open(INBOX).uidvalidity != before
        assert [message.raw for message in messages(fetch(world))] == [mail(n) for n in range(3)]

    def test_looking_and_opening_tell_the_same(self, world: World) -> None:
        for number in range(2):
            world.deliver("INBOX", mail(number))
        with opened(world) as host:
            assert host.look(INBOX) == host.open(INBOX)
            assert host.has("INBOX")
            assert not host.has("Nowhere")

    def test_a_folder_that_is_not_there_is_told(self, world: World) -> None:
        with opened(world) as host:
            for ask in (host.look, host.open):
                with pytest.raises(MailboxGone, match="Nowhere"):
                    ask(Folder("Nowhere", "sent"))

    def test_closing_twice_does_no_harm(self, world: World) -> None:
        host = world.open()
        host.close()
        host.close()
