"""IMAP and memory as mail sources: the shared contract, and what only IMAP can do wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from server.demo.delivery import append
from server.errors import ConnectionLost, MailboxGone, MailError
from server.mail.connection import Login, Timeouts, open_connection
from server.mail.folder_list import ListedFolder, find_sent
from server.mail.host import Folder, MailHost
from server.mail.hosts.imap import ImapHost, open_imap_host
from server.mail.hosts.memory import MemoryHost
from tests.dovecot import Account
from tests.server.mail import host_contract
from tests.server.mail.host_contract import INBOX, HostContract, World, fetch, mail, messages
from tests.server.mail.imap_script import RecordingProxy, Reply, ScriptedServer

WHEN = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def plain_login(account: Account, port: int | None = None) -> Login:
    return Login(account.address, "127.0.0.1", port or account.server.port, "none", account.user, account.password)


@dataclass
class ImapWorld:
    """A mailbox on the shared Dovecot."""

    account: Account
    validity: int = 1_000

    def deliver(self, folder: str, raw: bytes) -> None:
        with open_connection(plain_login(self.account)) as connection:
            connection.append(folder, WHEN, raw)

    def expunge(self, folder: str, uid: int) -> None:
        self.account.server.doveadm("expunge", "-u", self.account.user, "mailbox", folder, "uid", str(uid))

    def renumber(self, folder: str) -> None:
        self.validity += 1
        self.account.server.set_uidvalidity(self.account.user, folder, self.validity)

    def open(self) -> MailHost:
        return open_imap_host(plain_login(self.account))


@dataclass
class MemoryWorld:
    """A mailbox in memory; every opened host is the same one."""

    host: MemoryHost = field(default_factory=lambda: MemoryHost([], []))

    def deliver(self, folder: str, raw: bytes) -> None:
        self.host.deliver(folder, raw)

    def expunge(self, folder: str, uid: int) -> None:
        self.host.expunge(folder, uid)

    def renumber(self, folder: str) -> None:
        self.host.renumber(folder)

    def open(self) -> MailHost:
        return self.host


@pytest.mark.dovecot
class TestImapHost(HostContract):
    @pytest.fixture
    def world(self, account: Account) -> World:
        return ImapWorld(account)


class TestMemoryHost(HostContract):
    @pytest.fixture
    def world(self) -> World:
        return MemoryWorld()


@pytest.mark.dovecot
def test_internaldate_is_the_one_the_server_keeps(account: Account) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(1))])
    (message,) = fetch(ImapWorld(account))[-1].messages
    assert message.internaldate == WHEN
    assert message.mailbox == account.address


@pytest.mark.dovecot
def test_reading_leaves_mail_unseen_and_changes_nothing(account: Account) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(1))])
    fetch(ImapWorld(account))
    flags = account.server.doveadm("fetch", "-u", account.user, "flags", "mailbox", "INBOX")
    assert "\\Seen" not in flags


@pytest.mark.dovecot
def test_600_mails_come_in_batches_of_at_most_250(account: Account) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(number)) for number in range(600)])
    readings = fetch(ImapWorld(account))
    assert [len(reading.messages) for reading in readings] == [250, 250, 100]
    assert [message.raw for message in messages(readings)] == [mail(number) for number in range(600)]


@pytest.mark.dovecot
def test_folders_with_umlauts_and_signs_are_read_by_the_name_people_see(account: Account) -> None:
    name = 'Gesendet & "geprüft" ✓'
    append(plain_login(account), name, [(WHEN, mail(1))])
    host = open_imap_host(plain_login(account), sent_folder=name)
    try:
        assert Folder(name, "sent") in host.folders()
        (message,) = messages(host_contract.read(host, folder=Folder(name, "sent")))
    finally:
        host.close()
    assert (message.folder, message.raw) == (name, mail(1))


@pytest.mark.dovecot
def test_a_sent_folder_that_was_named_but_is_missing_is_told_with_those_there_are(account: Account) -> None:
    host = open_imap_host(plain_login(account), sent_folder="Sendt")
    try:
        with pytest.raises(MailboxGone, match=r"no folder 'Sendt'.*INBOX.*Sent"):
            host.folders()
    finally:
        host.close()


@pytest.mark.dovecot
@pytest.mark.parametrize("swallow", [False, True], ids=["cut", "swallowed"])
def test_a_connection_that_breaks_inside_a_mail_is_lost_and_keeps_what_was_read(
    account: Account, swallow: bool
) -> None:
    append(plain_login(account), "INBOX", [(WHEN, mail(number, 100_000)) for number in range(100)])
    received = []
    with RecordingProxy(account.server.port, cut_after=6_000_000, swallow=swallow) as proxy:
        login = plain_login(account, proxy.port)
        host = open_imap_host(login, timeouts=Timeouts(connect=60, command=1.5))
        try:
            host.open(INBOX)
            sizes = sorted(host.sizes(host.alive(1)).items())
            batches = [dict(sizes[start : start + 20]) for start in range(0, 100, 20)]
            with pytest.raises(ConnectionLost, match="fetching mail"):  # noqa: PT012 - the loop is the point
                for reading in host.read(batches):
                    received += reading.messages
        finally:
            host.close()
    assert 0 < len(received) < 100
    rest = messages(fetch(ImapWorld(account), received[-1].uid + 1))
    assert [message.raw for message in (*received, *rest)] == [mail(number, 100_000) for number in range(100)]


def scripted(*rules: tuple[bytes, Reply]) -> ScriptedServer:
    everything = (rb"UID SEARCH UID 1:\*", b"* SEARCH 1 2 3\r\n%T OK done\r\n")
    return ScriptedServer([everything, *rules])


def host_on(server: ScriptedServer) -> ImapHost:
    return open_imap_host(Login("a@example.test", "127.0.0.1", server.port, "none", "a", "secret"))


def item(uid: int, body: bytes | None) -> bytes:
    content = b"NIL" if body is None else b"{%d}\r\n%s" % (len(body), body)
    return b'* %d FETCH (UID %d INTERNALDATE "01-Jan-2024 00:00:00 +0000" BODY[] %s)\r\n' % (
        uid,
        uid,
        content,
    )


SIZES = b"".join(b"* %d FETCH (UID %d RFC822.SIZE 3)\r\n" % (uid, uid) for uid in (1, 2, 3)) + b"%T OK done\r\n"


def read(server: ScriptedServer, first: int = 1) -> tuple[list[int], list[int]]:
    """The UIDs read and those unreadable."""
    host = host_on(server)
    try:
        readings = host_contract.read(host, first)
    finally:
        host.close()
    return host_contract.uids(readings), [uid for reading in readings for uid in reading.unreadable]


def test_one_mail_that_the_server_cannot_hand_out_does_not_keep_back_the_others() -> None:
    def bodies(_tag: bytes, command: bytes) -> bytes:
        asked = command.split()[2]
        if asked == b"1:3":
            return item(1, b"abc") + b"%T NO one of them is broken\r\n"
        if asked == b"2":
            return b"%T NO broken\r\n"
        return item(3, b"ghi") + b"%T OK done\r\n"

    rules = [
        (rb"UID FETCH .*RFC822", SIZES),
        (rb"UID FETCH", bodies),
        (rb"UID SEARCH", b"* SEARCH 2\r\n%T OK done\r\n"),
    ]
    with scripted(*rules) as server:
        assert read(server) == ([1, 3], [2])


def test_a_mail_that_vanishes_between_listing_and_fetching_is_neither_read_nor_called_unreadable() -> None:
    rules = [
        (rb"UID FETCH .*RFC822", SIZES),
        (rb"UID FETCH", item(1, b"abc") + item(2, None) + b"%T OK done\r\n"),
        (rb"UID SEARCH", b"* SEARCH\r\n%T OK done\r\n"),
    ]
    with scripted(*rules) as server:
        assert read(server) == ([1], [])


def test_a_made_up_replacement_for_an_expunged_mail_is_not_stored() -> None:
    rules = [
        (rb"UID FETCH .*RFC822", SIZES),
        (
            rb"UID FETCH",
            item(1, b"abc") + item(2, b"message unavailable") + item(3, b"ghi") + b"%T OK ok\r\n",
        ),
        (rb"UID SEARCH", b"* SEARCH\r\n%T OK done\r\n"),
    ]
    with scripted(*rules) as server:
        assert read(server) == ([1, 3], [])


def test_a_mail_whose_size_was_announced_wrongly_is_read_all_the_same() -> None:
    rules = [
        (rb"UID FETCH .*RFC822", SIZES),
        (rb"UID FETCH", item(1, b"abc") + item(2, b"longer") + item(3, b"ghi") + b"%T OK ok\r\n"),
        (rb"UID SEARCH", b"* SEARCH 2\r\n%T OK done\r\n"),
    ]
    with scripted(*rules) as server:
        assert read(server) == ([1, 2, 3], [])


def test_a_server_that_repeats_the_last_mail_brings_nothing_twice() -> None:
    rules = [
        (rb"EXAMINE", b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n%T OK done\r\n"),
        (rb"STATUS", b"* STATUS INBOX (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)\r\n%T OK done\r\n"),
        (rb"UID SEARCH UID 4:\*", b"* SEARCH 3\r\n%T OK done\r\n"),
    ]
    with scripted(*rules) as server:
        assert read(server, 4) == ([], [])
        assert b"UID 4:*" in server.received


def test_a_folder_without_uidvalidity_is_refused() -> None:
    with (
        scripted((rb"EXAMINE", b"* 3 EXISTS\r\n%T OK done\r\n")) as server,
        pytest.raises(MailError, match="UIDVALIDITY"),
    ):
        read(server)


def listed(*folders: tuple[str, str]) -> list[ListedFolder]:
    return [ListedFolder(name, frozenset(attributes.split()), "/") for name, attributes in folders]


@pytest.mark.parametrize(
    ("folders", "sent"),
    [
        (listed(("INBOX", ""), ("Raus", "\\sent"), ("Sent", "")), "Raus"),
        (listed(("INBOX", ""), ("Gesendete Objekte", "")), "Gesendete Objekte"),
        (listed(("INBOX", ""), ("INBOX/Éléments envoyés", "")), "INBOX/Éléments envoyés"),
        (listed(("INBOX", ""), ("[Gmail]", "\\noselect"), ("[Gmail]/Sent Mail", "")), "[Gmail]/Sent Mail"),
        (listed(("Sent Messages", "\\sent"), ("Sent", "\\sent")), "Sent"),
        (listed(("INBOX", ""), ("Sent", "\\noselect"), ("Gesendet", "")), "Gesendet"),
        (listed(("INBOX", ""), ("Archiv/2019/Sent", "")), None),
        (listed(("INBOX", ""), ("Presents", "")), None),
    ],
)
def test_sent_is_the_marked_folder_or_the_best_known_name(folders: list[ListedFolder], sent: str | None) -> None:
    assert find_sent(folders) == sent


def test_old_gmail_xlist_is_understood() -> None:
    answer = b'* XLIST (\\Inbox) "/" "INBOX"\r\n* XLIST (\\Sent) "/" "[Gmail]/Alt"\r\n%T OK done\r\n'
    with (
        ScriptedServer([(rb"XLIST", answer)], capabilities=b"IMAP4rev1 AUTH=PLAIN XLIST") as server,
    ):
        host = host_on(server)
        try:
            assert host.folders() == [Folder("INBOX", "inbox"), Folder("[Gmail]/Alt", "sent")]
        finally:
            host.close()
