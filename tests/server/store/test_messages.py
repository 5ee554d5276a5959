"""A message is analysed once, counted once, and its text goes when its time is over."""

from __future__ import annotations

import pytest

from server.access import EVERYTHING
from server.store import Mailbox, MessageCounts, NewMailbox, Store
from tests.server.store.mails import NOW, SENT, at, batch, days, fold_of, learn, learned, parsed


@pytest.fixture
def numbers(store: Store, mailbox: Mailbox) -> list[int]:
    """Twelve mirrored messages."""
    store.mirror.save_batch(mailbox.id, batch(range(1, 13)))
    return [message.id for message in store.messages.pending(20)]


def test_pending_goes_on_after_a_number(store: Store, numbers: list[int]):
    assert [message.id for message in store.messages.pending(5)] == numbers[:5]
    assert [message.id for message in store.messages.pending(5, after_id=numbers[4])] == numbers[5:10]


def test_a_recorded_message_no_longer_waits_and_can_be_read(store: Store, numbers: list[int]):
    assert learn(store, numbers[0], 1) is True
    assert [message.id for message in store.messages.pending(20)] == numbers[1:]
    found = store.messages.last_incoming("ANNA@kunde.example", sight=EVERYTHING)
    assert found is not None
    assert (found.id, found.mailbox, found.stage, found.date) == (
        numbers[0],
        "support@team.example",
        "learned",
        at(1),
    )
    assert (found.subject, found.authored, found.words) == ("Waage 1", "Hallo, hier ist Mail 1.", 5)
    assert found == store.messages.find_by_header("<1@kunde.example>", sight=EVERYTHING)


def test_a_message_recorded_twice_changes_nothing(store: Store, mailbox: Mailbox, numbers: list[int]):
    learn(store, numbers[0], 1)
    before = (
        store.customers.search(sight=EVERYTHING),
        store.profiles.list("contact"),
        store.messages.recent("anna@kunde.example", 9, sight=EVERYTHING),
    )
    assert learn(store, numbers[0], 2) is False
    after = (
        store.customers.search(sight=EVERYTHING),
        store.profiles.list("contact"),
        store.messages.recent("anna@kunde.example", 9, sight=EVERYTHING),
    )
    assert after == before
    assert store.messages.counts(sight=EVERYTHING)[mailbox.id] == MessageCounts(stored=11, learned=1)


def test_a_message_that_is_gone_is_not_recorded(store: Store, mailbox: Mailbox, numbers: list[int]):
    store.mailboxes.remove(mailbox.address)
    assert learn(store, numbers[0], 1) is False
    assert store.customers.search(sight=EVERYTHING) == []
    assert store.messages.fail(numbers[0], "late") is False


def test_the_number_of_a_removed_message_is_never_given_again(store: Store, mailbox: Mailbox, numbers: list[int]):
    store.mailboxes.remove(mailbox.address)
    again = store.mailboxes.add(NewMailbox("new@team.example", "h", 1, "tls", "u"), b"", NOW)
    store.mirror.save_batch(again.id, batch([1]))
    assert store.messages.pending(1)[0].id > numbers[-1]
    assert again.id > mailbox.id


def test_a_profile_is_the_sum_of_its_samples(store: Store, numbers: list[int]):
    for day, number in enumerate(numbers[:3], start=1):
        learn(store, number, day)
    profile = store.profiles.get("contact", "Anna@Kunde.example", "de")
    assert profile is not None
    assert (profile.body, profile.version, profile.updated_at, profile.stale) == ("[1, 2, 3]", 3, NOW, False)


def test_mails_that_say_the_same_count_once_in_the_profile(store: Store, numbers: list[int]):
    for day, number in enumerate(numbers[:2], start=1):
        sample = learned(day, key="the same words")
        assert store.messages.record(number, parsed(day), sample, fold_of(day), now=NOW) is True
    assert days(store) == [1]
    customer = store.customers.get("anna@kunde.example", sight=EVERYTHING)
    assert customer is not None
    assert customer.mails_in == 2  # two mails were written, though


def test_profiles_of_two_languages_are_kept_apart(store: Store, numbers: list[int]):
    learn(store, numbers[0], 1)
    learn(store, numbers[1], 2, language="en")
    assert (days(store), days(store, language="en")) == ([1], [2])
    assert [one.language for one in store.profiles.list("contact", key="ANNA@kunde.example")] == ["de", "en"]


def test_mail_that_is_not_personal_is_kept_out_of_customers(store: Store, mailbox: Mailbox, numbers: list[int]):
    assert store.messages.record(numbers[0], parsed(1, kind="newsletter"), None, None, now=NOW) is True
    assert store.customers.search(sight=EVERYTHING) == []
    assert store.messages.recent("anna@kunde.example", 5, sight=EVERYTHING) == []
    assert store.messages.counts(sight=EVERYTHING)[mailbox.id] == MessageCounts(stored=11, skipped=1)
    with pytest.raises(ValueError, match="only personal mail"):
        store.messages.record(numbers[1], parsed(2, kind="bounce"), learned(2), fold_of(2), now=NOW)


def test_mail_without_a_customer_counts_for_nobody(store: Store, mailbox: Mailbox, numbers: list[int]):
    mail = parsed(1, correspondent=None, direction=None)
    assert store.messages.record(numbers[0], mail, None, None, now=NOW) is True
    assert store.customers.search(sight=EVERYTHING) == []
    assert store.messages.counts(sight=EVERYTHING)[mailbox.id].learned == 1


def test_a_failed_message_is_set_aside_once(store: Store, mailbox: Mailbox, numbers: list[int]):
    assert store.messages.fail(numbers[0], "broken") is True
    assert store.messages.fail(numbers[0], "again") is False
    assert learn(store, numbers[0], 1) is False
    assert [message.id for message in store.messages.pending(1)] == [numbers[1]]
    assert store.messages.counts(sight=EVERYTHING)[mailbox.id] == MessageCounts(stored=11, failed=1)


def test_recent_gives_both_directions_newest_first(store: Store, numbers: list[int]):
    learn(store, numbers[0], 3)
    learn(store, numbers[1], 1)
    answer = parsed(2, from_address="support@team.example", direction="out")
    store.messages.record(numbers[2], answer, None, None, now=NOW)
    learn(store, numbers[3], 9, "someone@else.example")
    recent = store.messages.recent("anna@kunde.example", 5, sight=EVERYTHING)
    assert [(message.date, message.direction) for message in recent] == [
        (at(3), "in"),
        (at(2), "out"),
        (at(1), "in"),
    ]
    assert store.messages.recent("anna@kunde.example", 1, sight=EVERYTHING) == recent[:1]
    assert store.messages.last_incoming("anna@kunde.example", sight=EVERYTHING) == recent[0]
    assert store.messages.last_outgoing("ANNA@kunde.example", sight=EVERYTHING) == recent[1]
    assert store.messages.last_outgoing("nobody@kunde.example", sight=EVERYTHING) is None


def test_a_mail_in_two_mailboxes_counts_once(store: Store, mailbox: Mailbox, numbers: list[int]):
    sales = store.mailboxes.add(NewMailbox("sales@team.example", "h", 993, "tls", "u"), b"", NOW)
    store.mirror.save_batch(sales.id, batch([1]))
    copy = store.messages.pending(1, after_id=numbers[-1])[0].id
    learn(store, numbers[0], 1)
    assert learn(store, copy, 1) is True
    customer = store.customers.get("anna@kunde.example", sight=EVERYTHING)
    assert customer is not None
    assert customer.mails_in == 1
    assert len(store.messages.recent("anna@kunde.example", 5, sight=EVERYTHING)) == 1
    assert days(store) == [1]


def test_copies_are_recognised_without_a_message_id(store: Store, numbers: list[int]):
    learn(store, numbers[0], 1, message_id=None)
    learn(store, numbers[1], 1, message_id=None)
    learn(store, numbers[2], 2, message_id=None)
    assert [message.date for message in store.messages.recent("anna@kunde.example", 5, sight=EVERYTHING)] == [
        at(2),
        at(1),
    ]


def test_one_message_id_used_by_two_senders_is_two_mails(store: Store, numbers: list[int]):
    learn(store, numbers[0], 1, message_id="<1>")
    learn(store, numbers[1], 1, "bernd@kunde.example", message_id="<1>")
    assert len(store.customers.search(sight=EVERYTHING)) == 2


def test_a_mail_without_a_date_has_the_servers(store: Store, numbers: list[int]):
    learn(store, numbers[4], 1, date=None)
    assert store.messages.recent("anna@kunde.example", 1, sight=EVERYTHING)[0].date == at(5)


def test_text_that_a_database_refuses_is_mended(store: Store, numbers: list[int]):
    learn(store, numbers[0], 1, subject="a\0b", body="half \ud83d", from_name="\udc80Anna")
    found = store.messages.recent("anna@kunde.example", 1, sight=EVERYTHING)[0]
    assert (found.subject, found.body) == ("ab", "half ?")
    assert [customer.name for customer in store.customers.search("anna", sight=EVERYTHING)] == ["?Anna"]


def test_old_texts_are_dropped_and_what_was_learned_stays(store: Store, mailbox: Mailbox, numbers: list[int]):
    learn(store, numbers[0], 1)
    learn(store, numbers[1], 2)
    store.messages.fail(numbers[0 + 2], "broken")  # of day 3
    assert store.messages.drop_texts(at(2)) == 1
    new, old = store.messages.recent("anna@kunde.example", 5, sight=EVERYTHING)
    assert (old.subject, old.body, old.authored, old.words) == (None, None, None, 5)
    assert new.body is not None
    assert days(store) == [1, 2]
    assert store.messages.drop_texts(at(2)) == 0
    assert store.messages.drop_texts(at(4)) == 2
    assert store.messages.counts(sight=EVERYTHING)[mailbox.id] == MessageCounts(stored=9, learned=2, failed=1)


def test_no_text_shows_in_a_repr(store: Store, numbers: list[int]):
    learn(store, numbers[0], 1)
    shown = (
        repr(store.messages.recent("anna@kunde.example", 1, sight=EVERYTHING))
        + repr(store.messages.pending(3))
        + repr(parsed(1))
    )
    assert "hier ist" not in shown
    assert "Waage" not in shown


def test_a_fold_that_fails_leaves_the_message_waiting(store: Store, numbers: list[int]):
    def fold(body: str | None) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.messages.record(numbers[0], parsed(1), learned(1), fold, now=NOW)
    assert store.messages.pending(1)[0].id == numbers[0]
    assert store.customers.search(sight=EVERYTHING) == []
    assert store.profiles.samples("anna@kunde.example", "de") == ()
    assert learn(store, numbers[0], 1) is True


def test_outgoing_mail_is_read_from_the_sent_folder(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1], folder=SENT))
    message = store.messages.pending(1)[0]
    assert (message.folder, message.role) == ("Gesendet", "sent")


def test_without_keep_text_copies_are_recognised_by_the_text_that_is_then_left_out(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch(range(1, 4)))
    numbers = [message.id for message in store.messages.pending(9)]
    for number, body in zip(numbers, ("eins", "eins", "zwei"), strict=True):
        mail = parsed(1, message_id=None, body=body)
        assert store.messages.record(number, mail, None, None, now=NOW, keep_text=False)
    kept = store.messages.recent("anna@kunde.example", 9, sight=EVERYTHING)
    assert [(each.subject, each.body, each.authored) for each in kept] == [(None, None, None)] * 2
