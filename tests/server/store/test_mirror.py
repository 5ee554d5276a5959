"""State and messages, together or not at all."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import pytest
from sqlalchemy.exc import StatementError

from server.access import EVERYTHING
from server.errors import Conflict, NotFound
from server.mail.host import MirrorStore, SyncState
from server.store import Mailbox, MessageCounts, NewMailbox, Store
from tests.server.store.mails import INBOX, NOW, SENT, at, batch, raw


def test_the_store_is_what_the_mail_side_asks_for(store: Store, mailbox: Mailbox):
    mirror: MirrorStore = store.mirror
    assert mirror.sync_state(mailbox.id, "INBOX") == SyncState()


def test_messages_and_state_are_kept_as_they_came(store: Store, mailbox: Mailbox):
    assert store.mirror.save_batch(mailbox.id, batch([3, 5])) == 2
    assert store.mirror.sync_state(mailbox.id, "INBOX") == SyncState(1, 7, 6)
    pending = store.messages.pending(10)
    assert [(one.raw, one.internaldate) for one in pending] == [(raw(3), at(3)), (raw(5), at(5))]
    first = pending[0]
    assert (first.mailbox_id, first.mailbox, first.folder, first.role) == (
        mailbox.id,
        "support@team.example",
        "INBOX",
        "inbox",
    )


def test_a_batch_stored_twice_changes_nothing(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    before = store.messages.pending(10)
    assert store.mirror.save_batch(mailbox.id, batch([1, 2, 3])) == 1
    assert store.messages.pending(10)[:2] == before


@pytest.mark.parametrize("count", [1, 15, 16, 17, 64, 81, 129, 250])
def test_of_any_number_of_mails_each_is_stored_once_and_what_is_there_stays(store: Store, mailbox: Mailbox, count: int):
    there = range(2, count + 1, 3)
    store.mirror.save_batch(mailbox.id, batch(there))
    before = {one.id: one for one in store.messages.pending(count)}
    assert store.mirror.save_batch(mailbox.id, batch(range(1, count + 1))) == count - len(there)
    pending = sorted(store.messages.pending(count + 1), key=lambda one: one.internaldate)
    assert [(one.raw, one.internaldate) for one in pending] == [(raw(uid), at(uid)) for uid in range(1, count + 1)]
    assert {one.id: one for one in pending if one.id in before} == before


def test_an_empty_batch_moves_the_state(store: Store, mailbox: Mailbox):
    empty = dataclasses.replace(batch([]), state=SyncState(1, 7, 40, 99))
    assert store.mirror.save_batch(mailbox.id, empty) == 0
    assert store.mirror.sync_state(mailbox.id, "INBOX") == SyncState(1, 7, 40, 99)


def test_folders_and_mailboxes_are_kept_apart(store: Store, mailbox: Mailbox):
    other = store.mailboxes.add(NewMailbox("sales@team.example", "h", 993, "tls", "u"), b"", NOW)
    assert store.mirror.save_batch(mailbox.id, batch([1])) == 1
    assert store.mirror.save_batch(mailbox.id, batch([1], folder=SENT)) == 1
    assert store.mirror.save_batch(other.id, batch([1, 2])) == 2
    assert store.mirror.sync_state(mailbox.id, "Gesendet").next_uid == 2
    assert store.mirror.sync_state(other.id, "INBOX").next_uid == 3
    assert store.messages.counts(sight=EVERYTHING) == {
        mailbox.id: MessageCounts(stored=2),
        other.id: MessageCounts(stored=2),
    }


def test_a_new_uidvalidity_begins_a_generation_beside_the_old_one(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    assert store.mirror.save_batch(mailbox.id, batch([1], generation=2, uidvalidity=8)) == 1
    assert store.mirror.sync_state(mailbox.id, "INBOX") == SyncState(2, 8, 2)
    assert len(store.messages.pending(10)) == 3


def test_a_late_batch_of_an_older_generation_is_dropped(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1], generation=2, uidvalidity=8))
    assert store.mirror.save_batch(mailbox.id, batch([1, 2, 3])) == 0
    assert store.mirror.sync_state(mailbox.id, "INBOX") == SyncState(2, 8, 2)


def test_a_slower_mirror_does_not_move_the_state_back(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch(range(1, 10)))
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    assert store.mirror.sync_state(mailbox.id, "INBOX").next_uid == 10


def test_two_uidvalidities_for_one_generation_are_refused_and_nothing_is_stored(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1]))
    with pytest.raises(Conflict, match=r"UIDVALIDITY 7, this one 8"):
        store.mirror.save_batch(mailbox.id, batch([1, 2], uidvalidity=8))
    assert len(store.messages.pending(10)) == 1


def test_a_message_of_another_uidvalidity_than_its_batch_is_refused(store: Store, mailbox: Mailbox):
    mixed = dataclasses.replace(batch([1]), state=SyncState(1, 8, 2))
    with pytest.raises(ValueError, match="UIDVALIDITY 7, its batch 8"):
        store.mirror.save_batch(mailbox.id, mixed)


def test_mail_for_a_removed_mailbox_is_refused(store: Store, mailbox: Mailbox):
    store.mailboxes.remove(mailbox.address)
    with pytest.raises(NotFound, match="was removed"):
        store.mirror.save_batch(mailbox.id, batch([1]))


def test_a_time_without_a_zone_is_refused(store: Store, mailbox: Mailbox):
    one = batch([1])
    naive = dataclasses.replace(one.messages[0], internaldate=datetime(2026, 1, 1))
    with pytest.raises((ValueError, StatementError), match="no time zone"):  # as it is, or as SQLAlchemy says it
        store.mirror.save_batch(mailbox.id, dataclasses.replace(one, messages=(naive,)))
    assert store.mirror.sync_state(mailbox.id, INBOX.name) == SyncState()


def test_large_uids_and_mails_fit(store: Store, mailbox: Mailbox):
    top = 2**32 - 1
    one = batch([top])
    big = dataclasses.replace(one.messages[0], raw=bytes(range(256)) * 40_000)
    store.mirror.save_batch(mailbox.id, dataclasses.replace(one, messages=(big,)))
    assert store.mirror.sync_state(mailbox.id, "INBOX").next_uid == top + 1
    assert store.messages.pending(1)[0].raw == big.raw
