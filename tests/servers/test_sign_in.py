"""Signing in to Dovecot, Cyrus and Courier, and being kept from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.errors import CertificateRefused, LoginRefused
from server.mail.connection import open_connection
from server.mail.folder_list import FolderChoice
from server.mail.hosts.imap import ImapHost
from server.mail.login import Security
from tests.server.mail.host_contract import mail, messages, read
from tests.server.mail.imap_script import RecordingProxy
from tests.servers.conftest import Start
from tests.servers.cyrus import Cyrus
from tests.servers.running import PASSWORD, USERS, Running, client, done, login_to, put


def test_the_right_password_is_taken(server: Running, user: str) -> None:
    with open_connection(login_to(server, user)) as connection:
        assert connection.capabilities >= {"IMAP4REV1", "IDLE", "NAMESPACE"}


def test_a_wrong_password_is_told_as_such(server: Running, user: str) -> None:
    with pytest.raises(LoginRefused, match="does not accept the user name or the password"):
        open_connection(replace(login_to(server, user), password="wrong"))


def test_where_cyrus_takes_no_password_in_the_clear_none_is_sent(start: Start, user: str) -> None:
    server = start("Cyrus")
    assert isinstance(server, Cyrus)
    with RecordingProxy(server.strict_port) as proxy:
        with pytest.raises(LoginRefused, match="none was sent"):
            open_connection(replace(login_to(server, user), port=proxy.port))
        assert b"CAPABILITY" in proxy.from_client
        assert PASSWORD.encode() not in proxy.from_client
        assert b"LOGIN " not in proxy.from_client
        assert b"AUTHENTICATE" not in proxy.from_client


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_cyrus_is_read_over_tls_that_is_verified(start: Start, user: str, security: Security) -> None:
    server = start("Cyrus")
    assert isinstance(server, Cyrus)
    with client(server, user) as imap:
        put(imap, "INBOX", mail(1))
    port = server.tls_port if security == "tls" else server.strict_port
    login = replace(login_to(server, user), security=security, port=port, ca_file=server.ca_file)
    with pytest.raises(CertificateRefused):
        open_connection(replace(login, ca_file=None))
    host = ImapHost(open_connection(login))
    try:
        assert [each.raw for each in messages(read(host))] == [mail(1)]
    finally:
        host.close()


def test_the_mailbox_that_another_cyrus_user_shares_is_read(start: Start, user: str) -> None:
    server = start("Cyrus")
    owner = USERS[-2]
    with client(server, owner) as imap:
        put(imap, "INBOX", mail(1))
        put(imap, "Sent", mail(2))
        for folder in ("INBOX", "Sent"):
            done(imap.setacl(folder, user, "lrs"))
    host = ImapHost(open_connection(login_to(server, user)), choice=FolderChoice(other_user=owner))
    try:
        folders = host.folders()
        assert [each.role for each in folders] == ["inbox", "sent"]
        read_now = [[each.raw for each in messages(read(host, folder=folder))] for folder in folders]
    finally:
        host.close()
    assert read_now == [[mail(1)], [mail(2)]]
