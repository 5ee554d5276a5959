"""Connected mailboxes: found by address, password sealed, forgotten with all that came from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.errors import Conflict, NotFound
from server.store import Forgotten, Mailbox, NewMailbox, Store
from tests.server.store.mails import INBOX, NOW, SENT, at, batch, days, fold_of, learn, learned, parsed


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
    assert store.mailboxes.list(sight=EVERYTHING) == [added]
    assert store.mailboxes.sealed_secret(added.id) == b"sealed"


def test_no_value_shows_the_secret(store: Store, mailbox: Mailbox):
    assert "sealed" not in repr(store.mailboxes.list(sight=EVERYTHING))


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
    assert store.mailboxes.list(sight=EVERYTHING) == []
    assert store.customers.search(sight=EVERYTHING) == []
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
    customer = store.customers.get("anna@kunde.example", sight=EVERYTHING)
    assert customer is not None
    assert (customer.mails_in, customer.first_mail, customer.last_mail) == (2, at(1), at(3))
    assert [sample.date for sample in store.profiles.samples("anna@kunde.example", "de")] == [at(1), at(3)]
    assert [message.date for message in store.messages.recent("anna@kunde.example", 9, sight=EVERYTHING)] == [
        at(3),
        at(1),
    ]
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


def test_removing_tells_what_is_gone_and_counts_only_that(store: Store, mailbox: Mailbox, sales: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    store.mirror.save_batch(sales.id, batch([1]))  # both got the mail of day 1
    for message in store.messages.pending(9):
        day = message.internaldate.day - 1
        learn(store, message.id, day, "bernd@kunde.example" if day == 2 else "anna@kunde.example")
    # Anna's mail lies in the other mailbox, too: she and her profile stay
    assert store.mailboxes.remove(mailbox.address) == Forgotten(mails=2, samples=1, customers=1, profiles=1)
    assert store.mailboxes.remove(sales.address) == Forgotten(mails=1, samples=1, customers=1, profiles=1)


def test_a_mailbox_that_is_read_anew_begins_with_its_first_mail_and_learns_the_same(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    for message in store.messages.pending(9):
        learn(store, message.id, message.internaldate.day - 1)
    before = (store.customers.search(sight=EVERYTHING), days(store))
    assert store.mailboxes.read_anew(mailbox.address) == Forgotten(mails=2, samples=2, customers=1, profiles=1)
    assert store.mailboxes.list(sight=EVERYTHING) == [mailbox]
    state = store.mirror.sync_state(mailbox.id, "INBOX")
    assert (state.generation, state.uidvalidity, state.next_uid) == (2, None, 1)
    begun = replace(state, uidvalidity=7)
    assert store.mirror.begin(mailbox.id, INBOX, state, begun, NOW) == begun
    assert store.mirror.save_batch(mailbox.id, batch([1, 2], generation=2)) == 2
    for message in store.messages.pending(9):
        learn(store, message.id, message.internaldate.day - 1)
    assert (store.customers.search(sight=EVERYTHING), days(store)) == before


def test_a_batch_that_was_fetched_before_a_mailbox_began_anew_moves_no_cursor(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    store.mailboxes.read_anew(mailbox.address)
    store.mirror.save_batch(mailbox.id, batch([3]))  # the worker was in the middle of it
    state = store.mirror.sync_state(mailbox.id, "INBOX")
    assert (state.generation, state.next_uid) == (2, 1)


def test_how_a_mailbox_signs_in_and_what_is_read_of_it_is_kept(store: Store):
    new = NewMailbox(
        *("o@team.example", "h", 993, "tls", "o"),
        auth="microsoft",
        inbox_folder="Eingang",
        other_user="info",
        more_folders=("Kunden/*", "Ärzte"),
    )
    added = store.mailboxes.add(new, b"token", NOW)
    assert (added.auth, added.inbox_folder, added.other_user) == ("microsoft", "Eingang", "info")
    assert added.more_folders == ("Kunden/*", "Ärzte")
    store.mailboxes.choose_folders(replace(added, sent_folder="Raus", more_folders=(), other_user=None, host="no"))
    found = store.mailboxes.get("o@team.example")
    assert (found.sent_folder, found.more_folders, found.other_user, found.host) == ("Raus", (), None, "h")
    store.mailboxes.sign_in_as(added.id, "password", "other", b"sealed")
    found = store.mailboxes.get("o@team.example")
    assert (found.auth, found.username, store.mailboxes.sealed_secret(added.id)) == ("password", "other", b"sealed")


def test_of_two_who_replace_a_secret_the_first_wins(store: Store, mailbox: Mailbox):
    assert store.mailboxes.replace_secret(mailbox.id, b"first", was=b"sealed")
    assert not store.mailboxes.replace_secret(mailbox.id, b"second", was=b"sealed")
    assert store.mailboxes.sealed_secret(mailbox.id) == b"first"
    assert store.mailboxes.replace_secret(mailbox.id, b"third")
    assert not store.mailboxes.replace_secret(99, b"third")


def test_what_a_removed_mailbox_was_is_refused_a_change(store: Store, mailbox: Mailbox):
    store.mailboxes.remove(mailbox.address)
    with pytest.raises(NotFound):
        store.mailboxes.sign_in_as(mailbox.id, "password", "u", b"x")
    with pytest.raises(NotFound):
        store.mailboxes.choose_folders(mailbox)


def test_the_addresses_are_the_same_tuple_until_a_mailbox_comes_or_goes(store: Store, mailbox: Mailbox):
    known = store.mailboxes.addresses()
    assert known == ("support@team.example",)
    assert store.mailboxes.addresses() is known
    store.mailboxes.remove(mailbox.address)
    store.mailboxes.add(NewMailbox("sales@team.example", "h", 993, "tls", "u"), b"", NOW)
    assert store.mailboxes.addresses() == ("sales@team.example",), "as many as before, and others"
    assert store.mailboxes.addresses() == tuple(each.address for each in store.mailboxes.list(sight=EVERYTHING))


def test_sealed_secrets_of_several_are_read_at_once(store: Store, mailbox: Mailbox):
    other = store.mailboxes.add(NewMailbox("sales@team.example", "h", 993, "tls", "u"), b"other", NOW)
    assert store.mailboxes.sealed_secrets([other.id, mailbox.id, 99]) == {mailbox.id: b"sealed", other.id: b"other"}
    assert store.mailboxes.sealed_secrets([]) == {}
