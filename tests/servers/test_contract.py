"""What the mirror relies on, asked of Dovecot, Cyrus and Courier."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from server.mail.host import MailHost
from server.mail.hosts.imap import open_imap_host
from tests.server.mail.host_contract import HostContract, World
from tests.servers.running import Running, client, expunge, login_to, put


@dataclass
class ServersWorld:
    """A user's mailbox on one of the servers."""

    server: Running
    user: str

    def deliver(self, folder: str, raw: bytes) -> None:
        with client(self.server, self.user) as imap:
            put(imap, folder, raw)

    def expunge(self, folder: str, uid: int) -> None:
        with client(self.server, self.user) as imap:
            expunge(imap, folder, str(uid))

    def renumber(self, folder: str) -> None:
        assert folder == "INBOX"
        self.server.renumber(self.user)

    def open(self) -> MailHost:
        return open_imap_host(login_to(self.server, self.user))


class TestEachServer(HostContract):
    @pytest.fixture
    def world(self, server: Running, user: str) -> World:
        return ServersWorld(server, user)
