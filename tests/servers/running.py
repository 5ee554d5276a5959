"""What the tests ask of each server, whichever it is."""

from __future__ import annotations

import imaplib
import os
import pwd
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, Self

from server.mail.login import Login
from server.mail.mailbox_names import quote_folder

PASSWORD = "Gruesse: aus 'Koeln' & $Ulm"
USERS = tuple(f"u{number}" for number in range(90))


class Running(Protocol):
    """An IMAP server of our own on loopback; folders of a user are named by `folder`."""

    name: str
    host: str
    port: int

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def folder(self, *path: str) -> str:
        """The name of a folder as this server writes it; no path: the inbox."""

    def renumber(self, user: str) -> None:
        """Gives the inbox, and the mail in it, another UIDVALIDITY."""


def login_to(server: Running, user: str) -> Login:
    """How the product signs in."""
    return Login(f"{user}@example.test", server.host, server.port, "none", user, PASSWORD)


@contextmanager
def client(server: Running, user: str) -> Iterator[imaplib.IMAP4]:
    """A second client that has nothing to do with the product: Python's own imaplib, signed in."""
    with imaplib.IMAP4(server.host, server.port, timeout=60) as imap:
        imap.login(user, PASSWORD)
        yield imap


def done(answer: tuple[str, Sequence[object]]) -> Sequence[object]:
    """What a command brought; fails unless the server said OK."""
    kind, data = answer
    assert kind == "OK", data
    return data


def put(imap: imaplib.IMAP4, folder: str, raw: bytes, flags: str = "", date: str = "") -> None:
    """Appends a mail."""
    done(imap.append(quote_folder(folder), f"({flags})" if flags else "", date, raw))


def select(imap: imaplib.IMAP4, folder: str) -> None:
    """Opens a folder to change it."""
    done(imap.select(quote_folder(folder)))


def expunge(imap: imaplib.IMAP4, folder: str, uids: str) -> None:
    """Removes mail for good."""
    select(imap, folder)
    done(imap.uid("STORE", uids, "+FLAGS", "(\\Deleted)"))
    done(imap.expunge())
    done(imap.close())


def mail_owner() -> pwd.struct_passwd:
    """Whom the mail on disk belongs to: nobody, when root starts the servers, else who starts them."""
    return pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
