"""Generations, flags, what is gone, quarantine: each in one transaction, and never undone by a slower mirror."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from server.errors import Conflict
from server.mail.host import Batch, Revision, SyncState
from server.mail.uids import UidSet
from server.store import Mailbox, Store
from tests.server.store.mails import INBOX, NOW, batch

FIRST = SyncState(1, 7, 10, 50, 10)


def history(store: Store, mailbox: Mailbox, uids: range, modseq: int | None = 50) -> int:
    one = batch(uids)
    state = SyncState(1, 7, 10, modseq, min(uids))
    return store.mirror.save_batch(mailbox.id, dataclasses.replace(one, state=state))


@pytest.fixture
def begun(store: Store, mailbox: Mailbox) -> Mailbox:
    """A folder whose first generation has begun at UID 10."""
    assert store.mirror.begin(mailbox.id, INBOX, SyncState(), FIRST, NOW) == FIRST
    return mailbox


def revise(store: Store, mailbox: Mailbox, **changes: object) -> int:
    state = store.mirror.sync_state(mailbox.id, "INBOX")
    values = {"flags": {}, "gone": UidSet(), "highest_modseq": state.highest_modseq, "seen_at": NOW} | changes
    return store.mirror.save_revision(mailbox.id, Revision(INBOX, values.pop("state", state), **values))  # type: ignore[arg-type]


def flags(store: Store, mailbox: Mailbox) -> dict[int, str]:
    return {row.uid: row.flags for row in store.mirror.rows(mailbox.id, "INBOX") if not row.gone}


def test_of_two_mirrors_that_begin_a_generation_the_first_one_holds(store: Store, begun: Mailbox):
    later = SyncState(1, 7, 12, 60, 12)
    assert store.mirror.begin(begun.id, INBOX, SyncState(), later, NOW) == FIRST
    assert store.mirror.sync_state(begun.id, "INBOX") == FIRST


def test_history_goes_down_and_new_mail_up(store: Store, begun: Mailbox):
    assert history(store, begun, range(5, 10)) == 5
    new = dataclasses.replace(batch([10, 11]), state=SyncState(1, 7, 12, 50, 10))
    assert store.mirror.save_batch(begun.id, new) == 2
    assert store.mirror.sync_state(begun.id, "INBOX") == SyncState(1, 7, 12, 50, 5)
    assert str(store.mirror.stored(begun.id, "INBOX", 1)) == "5:11"


def test_flags_what_is_gone_and_the_sequence_number_are_stored_together(store: Store, begun: Mailbox):
    history(store, begun, range(1, 10))
    assert revise(store, begun, flags={2: "\\Seen", 99: "x"}, gone=UidSet.parse("3:4,50"), highest_modseq=70) == 3
    assert flags(store, begun) == {1: "", 2: "\\Seen", 5: "", 6: "", 7: "", 8: "", 9: ""}
    assert store.mirror.sync_state(begun.id, "INBOX").highest_modseq == 70
    assert store.mirror.stored_count(begun.id, "INBOX", 1) == 7


def test_flags_of_a_slower_mirror_are_refused(store: Store, begun: Mailbox):
    history(store, begun, range(1, 10))
    old = store.mirror.sync_state(begun.id, "INBOX")
    revise(store, begun, flags={2: "\\Seen"}, highest_modseq=70)
    with pytest.raises(Conflict, match="later flags"):
        revise(store, begun, state=old, flags={2: ""}, highest_modseq=60)
    with pytest.raises(Conflict, match="later flags"):
        history(store, begun, range(1, 3))
    assert flags(store, begun)[2] == "\\Seen"


def test_a_revision_of_an_older_generation_changes_nothing(store: Store, begun: Mailbox):
    history(store, begun, range(1, 10))
    old = store.mirror.sync_state(begun.id, "INBOX")
    store.mirror.begin(begun.id, INBOX, old, SyncState(2, 8, 5, 90, 5), NOW)
    assert revise(store, begun, state=old, gone=UidSet.between(1, 9)) == 0
    assert len(store.mirror.stored(begun.id, "INBOX", 1)) == 9


def test_what_was_known_before_a_generation_is_gone_once_it_is_retired(store: Store, begun: Mailbox):
    history(store, begun, range(1, 10))
    known = store.mirror.sync_state(begun.id, "INBOX")
    store.mirror.begin(begun.id, INBOX, known, SyncState(2, 8, 1, 90, 1), NOW)
    assert store.mirror.retire(begun.id, "INBOX", 2, NOW) == 9
    assert store.mirror.retire(begun.id, "INBOX", 2, NOW) == 0
    assert store.mirror.folder_names(begun.id) == []


def test_how_often_uidvalidity_changed_within_a_day_is_counted(store: Store, begun: Mailbox):
    for number in range(2, 5):
        known = store.mirror.sync_state(begun.id, "INBOX")
        at = NOW + timedelta(hours=number)
        store.mirror.begin(begun.id, INBOX, known, SyncState(number, 100 + number, 1, None, 1), at)
    assert store.mirror.renumberings(begun.id, "INBOX") == (3, NOW + timedelta(hours=4))
    known = store.mirror.sync_state(begun.id, "INBOX")
    store.mirror.begin(begun.id, INBOX, known, SyncState(5, 200, 1, None, 1), NOW + timedelta(hours=40))
    assert store.mirror.renumberings(begun.id, "INBOX")[0] == 1


def test_quarantine_is_due_each_day_until_the_mail_comes_or_is_gone(store: Store, begun: Mailbox):
    odd = Batch(INBOX, (), SyncState(1, 7, 10, 50, 5), 0, (6, 7, 8), NOW)
    store.mirror.save_batch(begun.id, odd)
    due = lambda hours: str(store.mirror.quarantined(begun.id, "INBOX", 1, NOW + timedelta(hours=hours)))  # noqa: E731
    assert due(23) == ""
    assert due(25) == "6:8"
    again = dataclasses.replace(
        batch([6]), state=SyncState(1, 7, 10, 50, 5), unreadable=(7,), read_at=NOW + timedelta(hours=25)
    )
    assert store.mirror.save_again(begun.id, again) == 1
    store.mirror.end_quarantine(begun.id, "INBOX", 1, UidSet.of([8]))
    assert (due(26), due(50)) == ("", "7")
    assert store.mirror.stored_count(begun.id, "INBOX", 1) == 2, "one stored and one that is known to exist"


def test_mail_that_comes_back_is_no_longer_gone(store: Store, begun: Mailbox):
    history(store, begun, range(1, 10))
    revise(store, begun, gone=UidSet.between(3, 4))
    again = dataclasses.replace(batch([3]), state=store.mirror.sync_state(begun.id, "INBOX"))
    assert store.mirror.save_again(begun.id, again) == 0
    assert 3 in store.mirror.stored(begun.id, "INBOX", 1)
    assert 4 not in store.mirror.stored(begun.id, "INBOX", 1)


def test_starting_over_begins_a_generation_at_the_next_look(store: Store, begun: Mailbox):
    history(store, begun, range(1, 10))
    store.mirror.start_over(begun.id)
    assert store.mirror.sync_state(begun.id, "INBOX") == SyncState(2, None, 1, None, 1)
    assert history(store, begun, range(1, 10)) == 0, "a late batch of before is dropped"


def test_what_is_stored_is_told_with_its_gaps_what_is_gone_among_them(store: Store, begun: Mailbox):
    history(store, begun, [1, 2, 3, 5, 6, 9])
    revise(store, begun, gone=UidSet.parse("2,9"))
    assert str(store.mirror.stored(begun.id, "INBOX", 1)) == "1,3,5:6"
    assert str(store.mirror.stored(begun.id, "Sent", 1)) == ""
