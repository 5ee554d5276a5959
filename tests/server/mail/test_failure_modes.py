"""What goes wrong with mail servers, each provoked on a real one or a scripted one; the names say the mode.

Elsewhere: LOGINDISABLED, certificates, connection limits in test_connection; a cut inside a literal in
test_imap_host; a half-open IDLE and a kicked connection in test_watcher; tokens in test_oauth.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.access import EVERYTHING
from server.demo.delivery import append
from server.errors import ConnectionLost, MailError
from server.mail import mime
from server.mail.connection import Login, Timeouts, open_connection
from server.mail.folder_state import wait_for_news
from server.mail.host import Folder
from server.mail.hosts.imap import ImapHost, open_imap_host
from server.mail.hosts.memory import MemoryHost
from server.mail.mirror import Mirror, sync
from server.store import Mailbox, NewMailbox, Store
from tests.dovecot import PASSWORD, Account, StartDovecot
from tests.server.mail.host_contract import INBOX, mail, messages, read, uids
from tests.server.mail.imap_script import RecordingProxy, Reply, ScriptedServer
from tests.server.mail.strict_store import StrictStore
from tests.server.mail.test_imap_host import item, plain_login
from tests.stores import open_new_store

NOW = datetime(2026, 11, 22, tzinfo=UTC)
WHEN = datetime(2024, 5, 6, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_new_store(f"sqlite:///{tmp_path}/e.db") as store:
        yield store


@pytest.fixture
def mailbox(store: Store) -> Mailbox:
    return store.mailboxes.add(NewMailbox("team@example.test", "h", 1, "none", "u"), b"", NOW)


def mirror_once(login: Login, store: StrictStore | Store, number: int = 7, at: datetime = NOW) -> int:
    """How many mails one sync stored for the first time."""
    host = open_imap_host(login, timeouts=Timeouts(60, 60))
    try:
        return sync(host, store.mirror if isinstance(store, Store) else store, number, clock=lambda: at).new
    finally:
        host.close()


def flag(account: Account, uid: int, flags: str) -> None:
    account.server.doveadm("flags", "replace", "-u", account.user, flags, "mailbox", "INBOX", "uid", str(uid))


def scripted(*rules: tuple[bytes, Reply], capabilities: bytes = b"IMAP4rev1 AUTH=PLAIN IDLE") -> ScriptedServer:
    """Three mails of three bytes in INBOX."""
    usual: list[tuple[bytes, Reply]] = [
        (rb"STATUS", b"* STATUS INBOX (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)\r\n%T OK done\r\n"),
        (rb"UID SEARCH UID 4:\*", b"* SEARCH 3\r\n%T OK done\r\n"),
        (rb"UID SEARCH", b"* SEARCH 1 2 3\r\n%T OK done\r\n"),
        (rb"UID FETCH .*RFC822.SIZE", sizes(1, 2, 3)),
        (rb"UID FETCH .*BODY", item(1, b"abc") + item(2, b"def") + item(3, b"ghi") + b"%T OK done\r\n"),
        (rb"UID FETCH .*\(UID FLAGS\)", b"%T OK done\r\n"),
    ]
    return ScriptedServer([*rules, *usual], capabilities=capabilities)


def sizes(*numbers: int, size: int = 3) -> bytes:
    lines = (b"* %d FETCH (UID %d RFC822.SIZE %d)\r\n" % (uid, uid, size) for uid in numbers)
    return b"".join(lines) + b"%T OK done\r\n"


def login_to(server: ScriptedServer) -> Login:
    return Login("a@example.test", "127.0.0.1", server.port, "none", "a", "secret")


@pytest.mark.dovecot
@pytest.mark.parametrize("value", [2_000_000_000, 5], ids=["up", "down"])
def test_uidvalidity_changes_and_every_mail_is_there_again_once(
    account: Account, store: Store, mailbox: Mailbox, value: int
) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(number)) for number in range(30)])
    assert mirror_once(plain_login(account), store, mailbox.id) == 30
    account.server.set_uidvalidity(account.user, "INBOX", value)
    assert mirror_once(plain_login(account), store, mailbox.id) == 30
    state = store.mirror.sync_state(mailbox.id, "INBOX")
    assert (state.generation, state.uidvalidity) == (2, value)
    assert len(store.mirror.stored(mailbox.id, "INBOX", 2)) == 30
    assert not store.mirror.stored(mailbox.id, "INBOX", 1), "what was known under the old numbers is gone now"
    assert len(store.messages.pending(99)) == 60, "but kept: what was not learned from it will be"


def test_uidvalidity_that_flaps_is_braked_until_a_day_is_over() -> None:
    host, store, now = MemoryHost([mail(1)], [mail(2)]), StrictStore(), NOW
    sync(host, store, 7, clock=lambda: now)
    for _ in range(3):
        host.renumber("INBOX")
        now += timedelta(minutes=5)
        sync(host, store, 7, clock=lambda now=now: now)  # type: ignore[misc]
    host.renumber("INBOX")
    host.deliver("Sent", mail(3))
    with pytest.raises(MailError, match="anew 4 times within a day"):
        sync(host, store, 7, clock=lambda: now)
    assert store.raws("Sent") == [mail(2), mail(3)], "the other folder is read all the same"
    assert store.raws("INBOX") == [mail(1)]
    now += DAY
    sync(host, store, 7, clock=lambda: now)
    assert store.sync_state(7, "INBOX").generation == 5


@pytest.mark.dovecot
def test_folder_renamed_is_a_new_folder_and_the_old_one_is_gone(
    start_dovecot: StartDovecot, store: Store, mailbox: Mailbox
) -> None:
    server = start_dovecot(sent_folder=None)
    user = "user@example.test"
    login = Login(user, "127.0.0.1", server.port, "none", user, PASSWORD)
    append(login, "Sent", [(WHEN, mail(1))])
    mirror_once(login, store, mailbox.id)
    assert store.mirror.folder_names(mailbox.id) == ["Sent"]
    server.doveadm("mailbox", "rename", "-u", user, "Sent", "Gesendet")
    mirror_once(login, store, mailbox.id)
    assert store.mirror.folder_names(mailbox.id) == ["Gesendet"]
    assert len(store.messages.pending(9)) == 2, "one mail, known under two names: learned once, by what it says"


def test_folder_deleted_counts_only_when_the_list_confirms_it() -> None:
    host, store = MemoryHost([mail(1)], [mail(2)]), StrictStore()
    mirror = Mirror(7, host, store, clock=lambda: NOW)
    mirror.look()
    mirror.read_history(lambda: False)
    host.has = lambda folder: True  # type: ignore[method-assign]
    host.drop("Sent")
    assert len(mirror.look()) == 1
    assert store.raws("Sent") == [mail(2)], "the server still lists it: a passing trouble"
    del host.has
    assert "no folder Sent" in str(mirror.look()[0])
    assert store.raws("Sent") == []
    assert store.raws("INBOX") == [mail(1)]


@pytest.mark.dovecot
def test_expunge_during_fetch_invents_no_mail(account: Account) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(number)) for number in range(6)])
    host = open_imap_host(plain_login(account))
    try:
        host.open(INBOX)
        known = host.sizes(host.alive(1))
        account.server.doveadm("expunge", "-u", account.user, "mailbox", "INBOX", "uid", "2,4")
        readings = list(host.read([known]))
    finally:
        host.close()
    assert uids(readings) == [1, 3, 5, 6]
    assert readings[0].unreadable == ()


@pytest.mark.dovecot
def test_duplicate_and_missing_message_ids_are_mails_of_their_own(account: Account) -> None:
    twice, without = mail(1), b"Subject: no id\r\n\r\nHallo\r\n"
    with open_connection(plain_login(account)) as connection:
        for raw in (twice, twice, without, without):
            connection.append("INBOX", WHEN, raw)
    store = StrictStore()
    mirror_once(plain_login(account), store)
    assert store.raws() == [twice, twice, without, without]


def test_alert_is_handed_on_once_from_greeting_and_answers() -> None:
    rules: list[tuple[bytes, Reply]] = [(rb"NOOP", b"* OK [ALERT] Maintenance\x07 at noon\r\n%T OK done\r\n")]
    with (
        ScriptedServer(rules, greeting=b"* OK [ALERT] Your disk is nearly full\r\n") as server,
        open_connection(login_to(server)) as connection,
    ):
        assert connection.take_alerts() == ("Your disk is nearly full.",)
        connection.noop()
        assert connection.take_alerts() == ("Maintenance at noon.",)
        assert connection.take_alerts() == ()


def test_alert_is_kept_for_the_admin_until_it_was_seen(store: Store, mailbox: Mailbox) -> None:
    states = store.mailbox_states
    assert states.note_alert(mailbox.id, NOW, "Disk full.")
    assert not states.note_alert(mailbox.id, NOW, "Disk full.")
    assert states.get(mailbox.id).alert == "Disk full."
    states.alert_seen(mailbox.id, sight=EVERYTHING)
    assert states.get(mailbox.id).alert is None
    assert not states.note_alert(mailbox.id, NOW, "Disk full."), "the same words again are no news"
    assert states.note_alert(mailbox.id, NOW, "Disk empty.")


@pytest.mark.parametrize(
    ("answer", "wait"),
    [
        (b"%T NO [OVERQUOTA] slow down\r\n", None),
        (b"%T NO [THROTTLED] slow down\r\n", None),
        (b"%T BAD User is throttled. Suggested Backoff Time: 299993 Milliseconds\r\n", timedelta(milliseconds=299993)),
        (b"%T NO Account exceeded command or bandwidth limits.\r\n", None),
    ],
)
def test_throttling_during_fetch_is_waited_out_and_no_mail_called_unreadable(
    answer: bytes, wait: timedelta | None
) -> None:
    store = StrictStore()
    with scripted((rb"UID FETCH .*BODY", answer)) as server, pytest.raises(ConnectionLost) as lost:
        mirror_once(login_to(server), store)
    assert lost.value.retry_after == wait
    assert not store.quarantine
    assert server.received.count(b"BODY") == 1, "it was not asked again and again"


def test_gmail_labels_are_one_mail_by_its_number(store: Store, mailbox: Mailbox) -> None:
    body = b"From: anna@kunde.example\r\n\r\nHallo\r\n"
    google = item(1, body).replace(b"UID 1 ", b"X-GM-MSGID 1278455344230334865 UID 1 ")
    rules: list[tuple[bytes, Reply]] = [
        (rb"LIST", b'* LIST (\\HasNoChildren) "/" INBOX\r\n* LIST (\\Sent) "/" "[Gmail]/Sent Mail"\r\n%T OK done\r\n'),
        (rb"STATUS", b"* STATUS x (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 7)\r\n%T OK done\r\n"),
        (rb"EXAMINE", b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 2] x\r\n%T OK [READ-ONLY] done\r\n"),
        (rb"UID SEARCH", b"* SEARCH 1\r\n%T OK done\r\n"),
        (rb"UID FETCH .*RFC822.SIZE", sizes(1, size=len(body))),
        (rb"UID FETCH .*X-GM-MSGID", google + b"%T OK done\r\n"),
    ]
    with scripted(*rules, capabilities=b"IMAP4rev1 AUTH=PLAIN X-GM-EXT-1") as server:
        assert mirror_once(login_to(server), store, mailbox.id) == 2
    from tests.server.store.mails import parsed

    first, second = store.messages.pending(9)
    for each, date in ((first, 1), (second, 2)):  # neither Message-ID nor date would tell that they are one
        store.messages.record(each.id, parsed(date, message_id=None), None, None, now=NOW)
    customer = store.customers.get("anna@kunde.example", sight=EVERYTHING)
    assert customer is not None
    assert customer.mails_in == 1


def test_exchange_authenticated_but_not_connected_is_tried_again() -> None:
    refusal = b"%T BAD User is authenticated but not connected.\r\n"
    with scripted((rb"EXAMINE", refusal)) as server, pytest.raises(ConnectionLost, match="not connected"):
        mirror_once(login_to(server), StrictStore())


def test_exchange_items_in_any_order_are_read_the_same() -> None:
    odd = b'* 1 FETCH (BODY[] {3}\r\nabc FLAGS (\\Seen) INTERNALDATE "01-Jan-2024 00:00:00 +0000" UID 1)\r\n'
    answer = odd + item(2, b"def") + item(3, b"ghi") + b"%T OK done\r\n"
    store = StrictStore()
    with scripted((rb"UID FETCH .*BODY", answer)) as server:
        mirror_once(login_to(server), store)
    assert [(each.raw, each.flags) for each in store.held()] == [(b"abc", "\\Seen"), (b"def", ""), (b"ghi", "")]


BROKEN = (
    b"Subject: =?utf-8?q?=FF=FE?=\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--y\r\nno end",
    b"Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe\x80 \r\n",
    b"no header at all",
    b"Subject: \xe4\xf6\xfc\r\n\r\n\r\n",
)


@pytest.mark.dovecot
def test_broken_mime_is_mirrored_byte_for_byte_and_parsed_later(account: Account) -> None:
    with open_connection(plain_login(account)) as connection:
        for raw in BROKEN:
            connection.append("INBOX", WHEN, raw)
    store = StrictStore()
    assert mirror_once(plain_login(account), store) == len(BROKEN)
    came = store.raws()
    assert [raw.rstrip(b"\r\n") for raw in came] == [raw.rstrip(b"\r\n") for raw in BROKEN]
    assert all(mime.parse(raw) for raw in came)


def test_a_nul_within_a_mail_passes() -> None:
    answer = item(1, b"a\0c") + item(2, b"def") + item(3, b"\0\0\0") + b"%T OK done\r\n"
    store = StrictStore()
    with scripted((rb"UID FETCH .*BODY", answer)) as server:
        mirror_once(login_to(server), store)
    assert store.raws() == [b"a\0c", b"def", b"\0\0\0"]


def huge(text: str, megabytes: int) -> bytes:
    """A mail with a text, an HTML text and an attachment of so many megabytes."""
    attachment = (b"QUJD" * 18 + b"\r\n") * (megabytes * 1_000_000 // 74)
    return (
        b"From: anna@kunde.example\r\nSubject: Plan\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="out"\r\n\r\n--out\r\n'
        b'Content-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\nContent-Type: text/plain; charset=utf-8\r\n'
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + text.encode() + b"\r\n--in\r\nContent-Type: text/html\r\n\r\n"
        b"<p>" + text.encode() + b"</p>\r\n--in--\r\n--out\r\nContent-Type: application/pdf; name=plan.pdf\r\n"
        b"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\n"
        + attachment
        + b"--out--\r\n"
    )


@pytest.mark.dovecot
@pytest.mark.parametrize("megabytes", [5, 50])
def test_huge_mail_comes_as_its_text_without_the_attachment(account: Account, megabytes: int) -> None:
    text = "Sehr geehrte Damen und Herren,\r\n\r\nanbei der Plan für die Waage.\r\n"
    with open_connection(plain_login(account), Timeouts(10, 60)) as connection:
        connection.append("INBOX", WHEN, huge(text, megabytes))
        connection.append("INBOX", WHEN, mail(2))
    with RecordingProxy(account.server.port) as proxy:
        host = open_imap_host(plain_login(account, proxy.port))
        try:
            large, small = messages(read(host))
        finally:
            host.close()
    assert (large.whole, small.whole) == (False, True)
    assert len(large.raw) < 5_000
    parsed = mime.parse(large.raw)
    assert parsed.body.split() == text.split()
    assert parsed.subject == "Plan"
    assert [each.name for each in parsed.attachments] == ["plan.pdf"]


@pytest.mark.dovecot
def test_a_huge_mail_without_parts_comes_with_the_begin_of_its_text(account: Account) -> None:
    raw = b"Subject: log\r\nContent-Type: text/plain\r\n\r\n" + b"Zeile mit Text.\r\n" * 400_000
    with open_connection(plain_login(account), Timeouts(10, 60)) as connection:
        connection.append("INBOX", WHEN, raw)
    host = open_imap_host(plain_login(account))
    try:
        (message,) = messages(read(host))
    finally:
        host.close()
    assert not message.whole
    assert raw.startswith(message.raw)
    assert 900_000 < len(message.raw) < 1_200_000


@pytest.mark.dovecot
def test_future_dates_change_no_order_and_hide_no_mail(account: Account) -> None:
    with open_connection(plain_login(account)) as connection:
        for number, year in enumerate((2099, 1971, 2024)):
            connection.append("INBOX", datetime(year, 1, 2, tzinfo=UTC), mail(number))
    store = StrictStore()
    mirror_once(plain_login(account), store)
    assert store.raws() == [mail(number) for number in range(3)]
    assert [each.internaldate.year for each in store.held()][1:] == [1971, 2024]
    assert mirror_once(plain_login(account), store) == 0


@pytest.mark.dovecot
def test_restart_of_the_server_loses_and_doubles_nothing(start_dovecot: StartDovecot) -> None:
    server = start_dovecot()
    login = Login("user@example.test", "127.0.0.1", server.port, "none", "user@example.test", PASSWORD)
    append(login, "INBOX", [(WHEN, mail(number)) for number in range(5)])
    store = StrictStore()
    host = open_imap_host(login, timeouts=Timeouts(60, 60))
    try:
        sync(host, store, 7)
        server.stop()
        with pytest.raises(ConnectionLost):
            sync(host, store, 7)
    finally:
        host.close()
    server.start()
    append(login, "INBOX", [(WHEN, mail(5))])
    assert mirror_once(replace(login, port=server.port), store) == 1
    assert store.raws() == [mail(number) for number in range(6)]


def test_fetch_no_is_halved_quarantined_and_tried_again_each_day() -> None:
    broken = [True]

    def bodies(_tag: bytes, command: bytes) -> bytes:
        if command.split()[2] == b"2":
            return b"%T NO broken\r\n" if broken else item(2, b"def") + b"%T OK done\r\n"
        if b"2" in command.split()[2] or b":" in command.split()[2]:
            return item(1, b"abc") + b"%T NO one of them is broken\r\n"
        return item(3, b"ghi") + b"%T OK done\r\n"

    store = StrictStore()
    with scripted((rb"UID FETCH .*BODY", bodies)) as server:
        login = login_to(server)
        mirror_once(login, store)
        assert store.raws() == [b"abc", b"ghi"]
        assert [key[3] for key in store.quarantine] == [2]
        assert store.sync_state(7, "INBOX").next_uid == 4, "the cursor has passed it"
        asked = server.received.count(b"BODY")
        mirror_once(login, store, at=NOW + timedelta(hours=23))
        assert server.received.count(b"BODY") == asked, "not before a day is over"
        broken.clear()
        mirror_once(login, store, at=NOW + timedelta(hours=25))
    assert store.raws() == [b"abc", b"def", b"ghi"]
    assert not store.quarantine


@pytest.mark.dovecot
def test_flags_only_are_brought_up_to_date_and_invent_no_mail(account: Account, store: Store, mailbox: Mailbox) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(number)) for number in range(4)])
    mirror_once(plain_login(account), store, mailbox.id)
    flag(account, 2, "\\Answered")
    flag(account, 3, "\\Seen Kunde")
    assert mirror_once(plain_login(account), store, mailbox.id) == 0
    assert flags_in(store) == {1: "", 2: "\\Answered", 3: "Kunde \\Seen", 4: ""}
    account.server.doveadm("expunge", "-u", account.user, "mailbox", "INBOX", "uid", "3")
    assert mirror_once(plain_login(account), store, mailbox.id) == 0
    assert list(store.mirror.stored(mailbox.id, "INBOX", 1)) == [1, 2, 4]


def flags_in(store: Store) -> dict[int, str]:
    with store._database.reading() as connection:
        return dict(connection.exec_driver_sql("select uid, flags from message").fetchall())  # type: ignore[arg-type]


def test_unsolicited_fetch_is_no_mail() -> None:
    answer = b"* 9 FETCH (UID 9 FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS (\\Seen))\r\n" + item(1, b"abc")
    answer += item(2, b"def") + item(3, b"ghi") + b"* 3 FETCH (UID 3 FLAGS (\\Deleted))\r\n%T OK done\r\n"
    store = StrictStore()
    with scripted((rb"UID FETCH .*BODY", answer)) as server:
        assert mirror_once(login_to(server), store) == 3
    assert store.raws() == [b"abc", b"def", b"ghi"]


def test_news_told_before_idling_begins_are_not_lost() -> None:
    with (
        scripted((rb"IDLE", b"* 4 EXISTS\r\n+ idling\r\n"), (rb"DONE", b"")) as server,
        open_connection(login_to(server), Timeouts(60, 60)) as connection,
    ):
        connection.examine("INBOX")
        woken = threading.Event()
        assert wait_for_news(connection, 4.0, woken)


def test_a_server_without_condstore_has_its_flags_and_losses_compared() -> None:
    host, store, now = MemoryHost([mail(n) for n in range(5)], sequence=False), StrictStore(), NOW
    sync(host, store, 7, clock=lambda: now)
    host.flag("INBOX", 2, "\\Seen")
    host.expunge("INBOX", 4)
    now += timedelta(hours=2)
    sync(host, store, 7, clock=lambda: now)
    assert {each.uid: each.flags for each in store.held()} == {1: "", 2: "\\Seen", 3: "", 5: ""}


def test_a_hole_below_the_cursor_heals() -> None:
    host, store = MemoryHost([mail(n) for n in range(5)]), StrictStore()
    sync(host, store, 7, clock=lambda: NOW)
    store.messages = {key: value for key, value in store.messages.items() if key[3] != 3}
    sync(host, store, 7, clock=lambda: NOW)
    assert store.raws() == [mail(n) for n in range(5)]


def test_a_sent_folder_that_fails_does_not_keep_back_the_inbox() -> None:
    refused = b"%T NO [SERVERBUG] index broken\r\n"
    rules: list[tuple[bytes, Reply]] = [
        (rb"LIST", b'* LIST (\\Sent) "/" Sent\r\n* LIST () "/" INBOX\r\n%T OK done\r\n'),
        (rb'(STATUS|EXAMINE) "Sent"', refused.replace(b"[SERVERBUG]", b"[CORRUPTION]")),
    ]
    store = StrictStore()
    with scripted(*rules) as server:
        host = ImapHost(open_connection(login_to(server)))
        try:
            assert {folder.name for folder in host.folders()} == {"INBOX", "Sent"}
            with pytest.raises(MailError, match="Sent"):
                sync(host, store, 7, clock=lambda: NOW)
        finally:
            host.close()
    assert store.raws() == [b"abc", b"def", b"ghi"]
    assert Folder("INBOX", "inbox") == INBOX
