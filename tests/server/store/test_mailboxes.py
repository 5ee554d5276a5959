"""Connected mailboxes: found by address, password sealed, forgotten with all that came from them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.errors import Conflict, NotFound
from server.store import Mailbox, NewMailbox, Store
from tests.server.store.mails import NOW, SENT, at, batch, days, fold_of, learn, learned, parsed


def test_a_mailbox_is_kept_as_it_was_added(store: Store):
    new = NewMailbox("Sales@Team.example", "mail.team.example", 143, "starttls", "sales", "/ca.pem", "Gesendet")
    added = store.mailboxes.add(new, b"sealed", NOW)
    assert added == Mailbox(
        added.id,
        "sales@team.example",
        "mail.team.example",
        143,
        "starttls",
        "sales",
        "/ca.pem",
        "Gesendet",
        NOW,
        None,
        None,
    )
    assert store.mailboxes.get("SALES@team.example") == added
    assert store.mailboxes.list() == [added]
    assert store.mailboxes.sealed_secret(added.id) == b"sealed"


def test_no_value_shows_the_secret(store: Store, mailbox: Mailbox):
    assert "sealed" not in repr(store.mailboxes.list())


def test_the_same_address_again_is_a_conflict(store: Store, mailbox: Mailbox):
    with pytest.raises(Conflict, match="is connected already"):
        store.mailboxes.add(NewMailbox("SUPPORT@team.example", "h", 1, "tls", "u"), b"other", NOW)
    assert store.mailboxes.sealed_secret(mailbox.id) == b"sealed"


def test_an_unknown_mailbox_is_not_found(store: Store):
    for ask in (store.mailboxes.get, store.mailboxes.remove):
        with pytest.raises(NotFound, match=r"nobody@team\.example is not connected"):
            ask("nobody@team.example")
    with pytest.raises(NotFound):
        store.mailboxes.sealed_secret(99)


def test_a_failed_sync_keeps_the_time_of_the_last_good_one(store: Store, mailbox: Mailbox):
    store.mailboxes.record_sync(mailbox.id, NOW, None)
    store.mailboxes.record_sync(mailbox.id, NOW + timedelta(hours=1), "The server went away.")
    found = store.mailboxes.get(mailbox.address)
    assert (found.last_sync_at, found.last_error) == (NOW, "The server went away.")
    store.mailboxes.record_sync(mailbox.id, NOW + timedelta(hours=2), None)
    found = store.mailboxes.get(mailbox.address)
    assert (found.last_sync_at, found.last_error) == (NOW + timedelta(hours=2), None)


@pytest.fixture
def sales(store: Store) -> Mailbox:
    return store.mailboxes.add(NewMailbox("sales@team.example", "h", 993, "tls", "sales"), b"", NOW)


def test_removing_a_mailbox_forgets_all_that_came_from_it_alone(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    store.mirror.save_batch(mailbox.id, batch([1], folder=SENT))
    for message in store.messages.pending(2):
        learn(store, message.id, message.internaldate.day - 1)
    store.mailboxes.remove(mailbox.address)
    assert store.mailboxes.list() == []
    assert store.customers.search() == []
    assert store.profiles.list("contact") == []
    assert store.messages.pending(9) == []
    again = store.mailboxes.add(NewMailbox(mailbox.address, "h", 993, "tls", "u"), b"", NOW)
    assert store.mirror.save_batch(again.id, batch([1])) == 1


def test_removing_a_mailbox_leaves_what_the_others_know(store: Store, mailbox: Mailbox, sales: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    store.mirror.save_batch(sales.id, batch([1, 3]))  # both got the mail of day 1
    for message in store.messages.pending(9):
        day = message.internaldate.day - 1
        store.messages.record(message.id, parsed(day), learned(day), fold_of(day), now=NOW)
    assert days(store) == [1, 2, 3]
    store.mailboxes.remove(mailbox.address)
    customer = store.customers.get("anna@kunde.example")
    assert customer is not None
    assert (customer.mails_in, customer.first_mail, customer.last_mail) == (2, at(1), at(3))
    assert [sample.date for sample in store.profiles.samples("anna@kunde.example", "de")] == [at(1), at(3)]
    assert [message.date for message in store.messages.recent("anna@kunde.example", 9)] == [at(3), at(1)]
    (profile,) = store.profiles.list("contact", stale=True)  # it still holds day 2 and waits for its rebuild
    assert profile.key == "anna@kunde.example"


def test_a_profile_that_loses_nothing_is_not_stale(store: Store, mailbox: Mailbox, sales: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1]))
    store.mirror.save_batch(sales.id, batch([1]))
    for message in store.messages.pending(9):
        learn(store, message.id, 1)
    store.mailboxes.remove(mailbox.address)
    assert store.profiles.list("contact", stale=True) == []
    assert days(store) == [1]
