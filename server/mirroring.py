"""Bringing one connected mailbox up to date: its password, its server, its mail, and how it ended."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from server.errors import Conflict, ServerError
from server.mail.connection import Timeouts, open_connection
from server.mail.folder_list import FolderChoice
from server.mail.host import MailHost
from server.mail.hosts.imap import ImapHost
from server.mail.mirror import Progress, SyncResult, sync
from server.settings import Mail
from server.signing_in import Credentials
from server.store import Mailbox, Store

TRIES = 3  # while the worker is storing later flags of the same mail

OpenHost = Callable[[Mailbox], MailHost]
"""Signs in to a mailbox; raises ServerError."""


def timeouts(mail: Mail) -> Timeouts:
    """How long a mail server may take."""
    return Timeouts(connect=mail.connect_seconds, command=mail.command_seconds)


def imap_opener(credentials: Credentials) -> OpenHost:
    """Signs in over IMAP with what is stored for the mailbox."""

    def open_host(mailbox: Mailbox) -> MailHost:
        mail = credentials.mail
        connection = credentials.open(mailbox, lambda login: open_connection(login, timeouts(mail)))
        return ImapHost(connection, choice=replace(folder_choice(mailbox), never=credentials.never_read))

    return open_host


def folder_choice(mailbox: Mailbox) -> FolderChoice:
    """Which folders of a mailbox are read."""
    return FolderChoice(mailbox.inbox_folder, mailbox.sent_folder, mailbox.other_user, mailbox.more_folders)


def mirror_mailbox(
    mailbox: Mailbox,
    store: Store,
    open_host: OpenHost,
    now: datetime,
    *,
    progress: Progress | None = None,
) -> SyncResult:
    """Stores all new mail of a mailbox and notes how it went; raises ServerError after noting that.

    The worker may be reading it at the same time: what one of them has stored the other leaves alone.
    """
    try:
        result = _mirror_beside_others(mailbox, store, open_host, progress)
    except ServerError as error:
        store.mailboxes.record_sync(mailbox.id, now, str(error))
        raise
    store.mailboxes.record_sync(mailbox.id, now, None)
    return result


def _mirror_beside_others(mailbox: Mailbox, store: Store, open_host: OpenHost, progress: Progress | None) -> SyncResult:
    for _ in range(TRIES - 1):
        with contextlib.suppress(Conflict):
            return _mirror(mailbox, store, open_host, progress)
    return _mirror(mailbox, store, open_host, progress)


def _mirror(mailbox: Mailbox, store: Store, open_host: OpenHost, progress: Progress | None) -> SyncResult:
    host = open_host(mailbox)
    try:
        return sync(host, store.mirror, mailbox.id, progress=progress)
    finally:
        host.close()
