"""How a mailbox is doing, and who may read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from server.access import EVERYTHING
from server.holders import THIS_RUN, is_dead, new_holder, this_boot
from server.store import Leases, Mailbox, Store
from tests.server.store.conftest import NOW

SOON = NOW + timedelta(seconds=60)


def renewed(
    store: Store, holder: str, until: datetime, numbers: Sequence[int], looks: Mapping[int, datetime] | None = None
) -> frozenset[int]:
    """On which of these mailboxes a worker has a lease, which lasts until then now."""
    leases = Leases(until, numbers, looks or {})
    return store.workers.attend(holder, NOW, until, lambda _: False, leases=leases).held


def test_a_mailbox_that_nobody_looked_at_is_new(store: Store, mailbox: Mailbox):
    assert store.mailbox_states.get(mailbox.id).activity == "new"
    assert store.mailbox_states.all(sight=EVERYTHING) == {}


def test_an_activity_is_kept_with_the_time_since_when(store: Store, mailbox: Mailbox):
    states = store.mailbox_states
    states.note(mailbox.id, NOW, activity="reading", done=5, total=20, rate=3.0)
    states.note(mailbox.id, SOON, activity="reading", done=10)
    state = states.get(mailbox.id)
    assert (state.activity, state.since, state.done, state.total) == ("reading", NOW, 10, 20)
    assert state.left == timedelta(seconds=10 / 3)
    states.note(mailbox.id, SOON, activity="watching", looked_at=SOON, last_error=None)
    assert states.get(mailbox.id).since == SOON
    assert store.mailboxes.get(mailbox.address).last_sync_at == SOON


def test_pausing_and_resuming(store: Store, mailbox: Mailbox):
    states = store.mailbox_states
    states.note(mailbox.id, NOW, activity="watching")
    states.pause(mailbox.id, NOW)
    assert (states.get(mailbox.id).activity, states.get(mailbox.id).paused) == ("paused", True)
    wakes = states.get(mailbox.id).wakes
    states.resume(mailbox.id, NOW)
    assert (states.get(mailbox.id).activity, states.get(mailbox.id).wakes) == ("watching", wakes + 1)


def test_a_removed_mailbox_takes_its_state_and_its_lease_with_it(store: Store, mailbox: Mailbox):
    store.mailbox_states.note(mailbox.id, NOW, activity="watching")
    store.mailbox_states.take_lease(mailbox.id, "one", NOW, SOON)
    store.mailboxes.remove(mailbox.address)
    store.mailbox_states.note(mailbox.id, NOW, activity="watching")
    assert store.mailbox_states.all(sight=EVERYTHING) == {}
    assert store.mailbox_states.take_lease(mailbox.id, "two", NOW, SOON) == ""


def test_a_lease_is_anothers_until_it_ends_or_is_given_back(store: Store, mailbox: Mailbox):
    states = store.mailbox_states
    assert states.take_lease(mailbox.id, "one", NOW, SOON) is None
    assert states.take_lease(mailbox.id, "one", NOW, SOON) is None
    assert states.take_lease(mailbox.id, "two", NOW, SOON) == "one"
    assert states.take_lease(mailbox.id, "two", SOON, SOON + timedelta(seconds=60)) is None
    assert renewed(store, "one", SOON, [mailbox.id]) == frozenset()
    assert renewed(store, "two", SOON, [mailbox.id]) == {mailbox.id}
    states.give_lease_back(mailbox.id, "one")
    assert states.take_lease(mailbox.id, "three", NOW, SOON) == "two"
    states.give_lease_back(mailbox.id, "two")
    assert states.take_lease(mailbox.id, "three", NOW, SOON) is None


def test_a_lease_that_its_holder_no_longer_names_ends_by_itself(store: Store, mailbox: Mailbox):
    states = store.mailbox_states
    states.take_lease(mailbox.id, "one", NOW, SOON)
    assert renewed(store, "one", SOON + timedelta(hours=1), [mailbox.id + 1]) == frozenset()
    assert renewed(store, "one", SOON + timedelta(hours=1), []) == frozenset()
    assert states.take_lease(mailbox.id, "two", SOON, SOON + timedelta(seconds=60)) is None


def test_the_lease_of_a_process_that_died_is_free_at_once(store: Store, mailbox: Mailbox):
    import os
    import socket
    import subprocess
    import sys

    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    here, boot = socket.gethostname(), this_boot()
    assert is_dead(f"{here} {ended.pid} {boot} abc 0")
    assert not is_dead(f"{here} {os.getppid()} {boot} abc 0")
    assert not is_dead(f"elsewhere {ended.pid} {boot} abc 0")
    assert not is_dead(f"{here} {ended.pid} 0123456789ab abc 0"), "another machine may have the same name"
    assert not is_dead(f"{here} {ended.pid} abc 0"), "so a version wrote that did not tell machines of one name apart"
    assert not is_dead(f"{here} {os.getpid()} {boot} {THIS_RUN} 4")
    assert is_dead(f"{here} {os.getpid()} {boot} another 0"), "a container gives the same number again"
    assert not is_dead(new_holder())
    assert not is_dead("")
    states = store.mailbox_states
    states.take_lease(mailbox.id, "one", NOW, SOON)
    assert states.take_lease(mailbox.id, "two", NOW, SOON, over="one") is None


def test_looks_are_written_with_the_leases_and_only_where_all_is_well(store: Store, mailbox: Mailbox):
    states = store.mailbox_states
    states.take_lease(mailbox.id, "one", NOW, SOON)
    states.note(mailbox.id, NOW, activity="watching", looked_at=NOW)
    renewed(store, "two", SOON, [mailbox.id], looks={mailbox.id: SOON})
    assert states.get(mailbox.id).looked_at == NOW, "it is another's by now"
    renewed(store, "one", SOON, [mailbox.id], looks={mailbox.id: SOON, mailbox.id + 1: SOON})
    assert (states.get(mailbox.id).looked_at, store.mailboxes.get(mailbox.address).last_sync_at) == (SOON, SOON)
    states.note(mailbox.id, SOON, activity="backing_off")
    renewed(store, "one", SOON, [mailbox.id], looks={mailbox.id: SOON + timedelta(seconds=60)})
    assert (states.get(mailbox.id).activity, states.get(mailbox.id).looked_at) == ("backing_off", SOON)
