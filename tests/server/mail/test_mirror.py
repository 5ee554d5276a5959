"""The mirror: whatever happens and whenever, nothing is lost and nothing doubled."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.demo.delivery import append
from server.errors import ConnectionLost
from server.mail.connection import Login, Timeouts
from server.mail.host import Batch, Folder, MailHost
from server.mail.hosts.imap import open_imap_host
from server.mail.hosts.memory import MemoryHost
from server.mail.mirror import FolderResult, SyncResult, sync
from tests.dovecot import Account
from tests.server.mail.host_contract import INBOX, mail
from tests.server.mail.imap_script import RecordingProxy
from tests.server.mail.strict_store import StrictStore
from tests.server.mail.test_imap_host import plain_login

MAILBOX = 7
WHEN = datetime(2024, 5, 6, tzinfo=UTC)


class Crash(Exception):
    """The process died here."""


def test_a_first_sync_stores_inbox_and_sent() -> None:
    host = MemoryHost([mail(1), mail(2)], [mail(3)])
    store = StrictStore()
    result = sync(host, store, MAILBOX)
    assert (result.new, result.seen) == (3, 3)
    assert [(each.folder.name, each.new) for each in result.folders] == [("INBOX", 2), ("Sent", 1)]
    assert store.raws("INBOX") == [mail(1), mail(2)]
    assert store.raws("Sent") == [mail(3)]


def test_a_mailbox_without_sent_is_read_all_the_same() -> None:
    store = StrictStore()
    assert sync(MemoryHost([mail(1)]), store, MAILBOX).new == 1


def test_a_later_sync_brings_only_what_is_new() -> None:
    host = MemoryHost([mail(1)])
    store = StrictStore()
    sync(host, store, MAILBOX)
    assert sync(host, store, MAILBOX).seen == 0
    host.deliver("INBOX", mail(2))
    assert sync(host, store, MAILBOX) == SyncResult((FolderResult(INBOX, new=1, seen=1, unreadable=()),))
    assert [each.uid for each in store.held()] == [1, 2]
    assert store.raws() == [mail(1), mail(2)]


def test_after_a_new_uidvalidity_all_mail_is_there_again_in_a_new_generation() -> None:
    host = MemoryHost([mail(1), mail(2)])
    store = StrictStore()
    sync(host, store, MAILBOX)
    host.renumber("INBOX")
    assert sync(host, store, MAILBOX).new == 2
    assert store.sync_state(MAILBOX, "INBOX").generation == 2
    assert store.raws() == [mail(1), mail(2)]
    assert store.count() == 4, "the rows of the old generation are kept"


def test_progress_rises_to_the_total() -> None:
    calls: list[tuple[str, int, int]] = []
    host = MemoryHost([mail(number) for number in range(300)])
    sync(
        host,
        StrictStore(),
        MAILBOX,
        progress=lambda folder, done, total: calls.append((folder.name, done, total)),
    )
    assert [done for _, done, _ in calls] == [250, 300]
    assert {(name, total) for name, _, total in calls} == {("INBOX", 300)}


class CrashAt:
    """Raises at the nth point asked about."""

    def __init__(self, point: int) -> None:
        self.left = point

    def __call__(self, _point: str) -> None:
        self.left -= 1
        if self.left == 0:
            raise Crash


def test_a_crash_at_every_single_point_loses_and_doubles_nothing() -> None:
    raws = [mail(number, 1_000_000) for number in range(40)]  # sixteen fill a batch
    point = 0
    while True:
        point += 1
        store = StrictStore(CrashAt(point))
        crashed = False
        try:
            sync(MemoryHost(raws, raws[:2]), store, MAILBOX)
        except Crash:
            crashed = True
        sync(MemoryHost(raws, raws[:2]), store, MAILBOX)
        assert store.raws("INBOX") == raws
        assert store.raws("Sent") == raws[:2]
        assert store.count() == 42
        if not crashed:
            break
    assert point > 20, "all points were tried"


ACTIONS = ["deliver", "expunge", "flag", "renumber", "sync"]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(ACTIONS), max_size=30),
    st.lists(st.integers(1, 14), max_size=8),
    st.sampled_from([(True, True), (True, False), (False, False)]),
)
def test_any_mix_of_changes_and_crashes_ends_with_what_the_server_holds(
    actions: list[str], crashes: list[int], kind: tuple[bool, bool]
) -> None:
    host = MemoryHost([mail(0)], sequence=kind[0], quick_resync=kind[1])
    store = StrictStore()
    now = [WHEN]
    for number, action in enumerate((*actions, "sync"), start=1):
        now[0] += timedelta(hours=25)
        present = sorted(host.messages("INBOX"))
        if action == "deliver":
            host.deliver("INBOX", mail(number))
        elif action == "expunge" and present:
            host.expunge("INBOX", present[number % len(present)])
        elif action == "flag" and present:
            host.flag("INBOX", present[number % len(present)], f"\\Seen label{number}")
        elif action == "renumber":
            host.renumber("INBOX")
        elif action == "sync":
            store.crash = CrashAt(crashes.pop()) if crashes else lambda _point: None
            with suppress(Crash):
                sync(host, store, MAILBOX, clock=lambda: now[0])
    store.crash = lambda _point: None
    sync(host, store, MAILBOX, clock=lambda: now[0])
    there = host.messages("INBOX")
    assert {each.uid: (each.raw, each.flags) for each in store.held()} == {
        uid: (each.raw, each.flags) for uid, each in there.items()
    }
    older = [key for key in store.messages if key[2] < store.sync_state(MAILBOX, "INBOX").generation]
    assert all(key in store.gone for key in older)


def open_host(login: Login) -> MailHost:
    return open_imap_host(login, timeouts=Timeouts(connect=60, command=60))


def sync_once(login: Login, store: StrictStore) -> SyncResult:
    host = open_host(login)
    try:
        return sync(host, store, MAILBOX)
    finally:
        host.close()


@pytest.mark.dovecot
def test_a_real_server_is_mirrored_first_and_later_and_after_a_new_uidvalidity(account: Account) -> None:
    login = plain_login(account)
    store = StrictStore()
    append(login, "INBOX", [(WHEN, mail(number)) for number in range(300)])
    append(login, "Sent", [(WHEN, mail(1000))])
    assert sync_once(login, store).new == 301
    assert sync_once(login, store).seen == 0
    append(login, "INBOX", [(WHEN, mail(300))])
    assert sync_once(login, store).seen == 1
    account.server.set_uidvalidity(account.user, "INBOX", 777)
    assert sync_once(login, store).new == 301
    assert store.sync_state(MAILBOX, "INBOX").uidvalidity == 777
    assert store.raws() == [mail(number) for number in range(301)]
    assert sync_once(login, store).seen == 0


@pytest.mark.dovecot
def test_a_network_that_breaks_again_and_again_loses_and_doubles_nothing(account: Account) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(number, 60_000)) for number in range(160)])
    store = StrictStore()
    failures = 0
    for cut_after in (2_000, 5_000_000, 3_000_000, 4_500_000, 9_000_000, 5_500_000, 20_000_000):
        with RecordingProxy(account.server.port, cut_after=cut_after) as proxy:
            try:
                sync_once(plain_login(account, proxy.port), store)
            except ConnectionLost:
                failures += 1
    assert failures >= 3
    sync_once(plain_login(account), store)
    assert store.raws() == [mail(number, 60_000) for number in range(160)]
    assert store.count() == 160


def test_a_folder_role_reaches_the_store_with_its_batch() -> None:
    seen: list[Folder] = []

    class Watching(StrictStore):
        def save_batch(self, mailbox_id: int, batch: Batch) -> int:
            seen.append(batch.folder)
            return super().save_batch(mailbox_id, batch)

    sync(MemoryHost([mail(1)], [mail(2)]), Watching(), MAILBOX)
    assert {folder.role for folder in seen} == {"inbox", "sent"}
