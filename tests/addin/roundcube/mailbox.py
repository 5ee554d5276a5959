"""The folders of the user of the Roundcube under test, read and filled by IMAP."""

from __future__ import annotations

import imaplib

from tests.addin.host_contract import CUSTOMER
from tests.addin.roundcube.host import USER
from tests.dovecot import PASSWORD

MAIL = (
    f"From: {CUSTOMER.name} <{CUSTOMER.address}>\r\nTo: {USER}\r\nSubject: Waage 3\r\n"
    "Message-ID: <waage-3@wendelin-feinkost.example>\r\nDate: Sat, 21 Nov 2026 10:00:00 +0100\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)


class Mailbox:
    """USER's folders, read and filled by IMAP."""

    def __init__(self, port: int) -> None:
        self._imap = imaplib.IMAP4("127.0.0.1", port)
        self._imap.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())

    def receive(self, text: str) -> str:
        """Puts the customer's mail into the inbox; its UID."""
        body = (MAIL + text.replace("\n", "\r\n")).encode()
        self._imap.append("INBOX", "", imaplib.Time2Internaldate(1_795_000_000.0), body)
        self._imap.select("INBOX")
        return str(self._imap.uid("SEARCH", "ALL")[1][0].split()[-1], "ascii")

    def count(self, folder: str, subject: str) -> int:
        """How many mails of this subject lie in a folder."""
        if self._imap.select(folder, readonly=True)[0] != "OK":
            return 0
        return len(self._imap.uid("SEARCH", "HEADER", "Subject", f'"{subject}"')[1][0].split())

    def close(self) -> None:
        self._imap.logout()
