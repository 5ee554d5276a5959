"""Servers that tell one thing of a folder by STATUS and another by EXAMINE: they are waited for, not asked for ever.

Found with a real Courier, which tells no UIDNEXT by EXAMINE; the suite with real servers is `make test-servers`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.mail.connection import Login
from server.mail.host import Folder, Look
from server.mail.hosts.imap import ImapHost, open_imap_host
from server.mail.hosts.memory import MemoryHost
from server.mail.mirror import Mirror
from tests.server.mail.host_contract import INBOX, mail
from tests.server.mail.imap_script import ScriptedServer
from tests.server.mail.strict_store import StrictStore

NOW = datetime(2026, 11, 22, tzinfo=UTC)
STATUS = b"* STATUS INBOX (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ %d)\r\n%%T OK done\r\n"


def host_on(server: ScriptedServer) -> ImapHost:
    return open_imap_host(Login("a@example.test", "127.0.0.1", server.port, "none", "a", "secret"))


@pytest.mark.parametrize(
    ("examined", "modseq", "expected"),
    [
        (b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [HIGHESTMODSEQ 9] x\r\n", 9, Look(3, 7, 4, 9)),
        (
            b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x\r\n* OK [NOMODSEQ] x\r\n",
            0,
            Look(3, 7, 4, None),
        ),
    ],
    ids=["Courier: no UIDNEXT when opened", "no sequence numbers kept: 0 by STATUS, none when opened"],
)
def test_what_a_server_leaves_out_when_a_folder_is_opened_makes_no_difference(
    examined: bytes, modseq: int, expected: Look
) -> None:
    rules = ((rb"EXAMINE", examined + b"%T OK done\r\n"), (rb"STATUS", STATUS % modseq))
    with ScriptedServer(rules, capabilities=b"IMAP4rev1 AUTH=PLAIN CONDSTORE") as server:
        host = host_on(server)
        try:
            assert host.look(INBOX) == expected
            assert host.open(INBOX) == expected
        finally:
            host.close()


class TwoTongues(MemoryHost):
    """Where it is opened it counts one mail less than by STATUS, always."""

    def open(self, folder: Folder) -> Look:
        told = super().open(folder)
        return replace(told, exists=(told.exists or 0) - 1)


def test_a_server_that_contradicts_itself_is_waited_for_until_something_changes() -> None:
    host = TwoTongues([mail(1)])
    mirror = Mirror(7, host, StrictStore(), clock=lambda: NOW)
    mirror.look()
    while mirror.has_history():
        mirror.read_history(lambda: False)
        mirror.look()
    assert not mirror.is_open_and_unchanged(), "it may be news: looked at once more"
    mirror.look()
    assert mirror.is_open_and_unchanged(), "the same once more is none"
    host.deliver("INBOX", mail(2))
    assert not mirror.is_open_and_unchanged()
    mirror.look()
    assert mirror.result().new == 2


class LateStatus(MemoryHost):
    """STATUS tells what was there at first; what came since is told only where the folder is opened."""

    at_first: Look | None = None

    def look(self, folder: Folder) -> Look:
        self.at_first = self.at_first or super().look(folder)
        return self.at_first

    def open(self, folder: Folder) -> Look:
        super().open(folder)
        return super().look(folder)


def test_mail_of_which_a_server_tells_only_when_the_folder_is_opened_is_stored_at_the_next_look() -> None:
    host = LateStatus([mail(1)])
    mirror = Mirror(7, host, StrictStore(), clock=lambda: NOW)
    mirror.look()
    while mirror.has_history():
        mirror.read_history(lambda: False)
        mirror.look()
    assert mirror.is_open_and_unchanged()
    host.deliver("INBOX", mail(2))
    assert not mirror.is_open_and_unchanged()
    mirror.look()
    assert mirror.result().new == 2
    assert mirror.is_open_and_unchanged(), "what is stored is no news"
    host.deliver("INBOX", mail(3))
    assert not mirror.is_open_and_unchanged()
    assert not mirror.is_open_and_unchanged(), "as long as nobody has looked it is news"
    mirror.look()
    assert mirror.result().new == 3
