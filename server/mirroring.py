"""Bringing one connected mailbox up to date: its password, its server, its mail, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

from server.errors import ServerError
from server.mail.connection import Login, Security, Timeouts, open_connection
from server.mail.host import MailHost
from server.mail.hosts.imap import ImapHost
from server.mail.mirror import Progress, SyncResult, sync
from server.secrets import Vault
from server.settings import Mail
from server.store import Mailbox, Store

OpenHost = Callable[[Mailbox], MailHost]
"""Signs in to a mailbox; raises ServerError."""


def login_for(mailbox: Mailbox, password: str, mail: Mail) -> Login:
    """How to sign in to a connected mailbox."""
    return Login(
        mailbox=mailbox.address,
        host=mailbox.host,
        port=mailbox.port,
        security=cast(Security, mailbox.security),
        username=mailbox.username,
        password=password,
        ca_file=Path(mailbox.ca_file) if mailbox.ca_file else None,
        allow_plaintext=mail.allow_plaintext,
    )


def timeouts(mail: Mail) -> Timeouts:
    """How long a mail server may take."""
    return Timeouts(connect=mail.connect_seconds, command=mail.command_seconds)


def imap_opener(store: Store, vault: Vault, mail: Mail) -> OpenHost:
    """Signs in over IMAP with the stored password."""

    def open_host(mailbox: Mailbox) -> MailHost:
        password = vault.open(store.mailboxes.sealed_secret(mailbox.id))
        connection = open_connection(login_for(mailbox, password, mail), timeouts(mail))
        return ImapHost(connection, sent_folder=mailbox.sent_folder)

    return open_host


def mirror_mailbox(
    mailbox: Mailbox,
    store: Store,
    open_host: OpenHost,
    now: datetime,
    *,
    progress: Progress | None = None,
) -> SyncResult:
    """Stores all new mail of a mailbox and notes how it went; raises ServerError after noting that."""
    try:
        result = _mirror(mailbox, store, open_host, progress)
    except ServerError as error:
        store.mailboxes.record_sync(mailbox.id, now, str(error))
        raise
    store.mailboxes.record_sync(mailbox.id, now, None)
    return result


def _mirror(mailbox: Mailbox, store: Store, open_host: OpenHost, progress: Progress | None) -> SyncResult:
    host = open_host(mailbox)
    try:
        return sync(host, store.mirror, mailbox.id, progress=progress)
    finally:
        host.close()
