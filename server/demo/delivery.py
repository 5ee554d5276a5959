"""Putting mails into a mailbox by IMAP, each once however often it is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from email.parser import BytesHeaderParser

from server.errors import ConnectionLost, MailError
from server.mail.connection import ImapConnection, Login, open_connection

HEADER_BYTES = 64 << 10
TRIES = 3  # a machine that stalls (a laptop that slept, a disk that waits) breaks a connection off, not the demo


def append(login: Login, folder: str, mails: Iterable[tuple[datetime, bytes]]) -> int:
    """Append the mails (INTERNALDATE, raw) that the folder lacks, by Message-ID; returns how many those were.

    Makes the folder where it is missing; goes on by a new connection where one is lost. Raises MailError, also for
    a mail without Message-ID.
    """
    wanted = tuple(mails)
    appended = 0
    for left in reversed(range(TRIES)):
        try:
            with open_connection(login) as connection:
                for internaldate, raw in _lacking(connection, login, folder, wanted):
                    connection.append(folder, internaldate, raw)
                    appended += 1
            break
        except ConnectionLost:
            if not left:
                raise
    return appended


def _lacking(
    connection: ImapConnection, login: Login, folder: str, mails: Iterable[tuple[datetime, bytes]]
) -> Iterator[tuple[datetime, bytes]]:
    """Those of the mails whose Message-ID is not in the folder, each once; makes the folder where it is missing."""
    if folder.upper() != "INBOX" and folder not in {each.name for each in connection.folders()}:
        connection.create(folder)
    known = _message_ids(connection, folder)
    for internaldate, raw in mails:
        identity = _message_id(raw)
        if identity is None:
            raise MailError(
                login.mailbox,
                f"a mail for {folder} has no Message-ID.",
                "Give it one, or it would come twice.",
            )
        if identity not in known:
            known.add(identity)
            yield internaldate, raw


def _message_ids(connection: ImapConnection, folder: str) -> set[str]:
    if not connection.examine(folder).exists:
        return set()
    answer = connection.fetch("1:*", "(UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])")
    headers = (
        value
        for items in answer.messages
        for name, value in items.items()
        if name.startswith(b"BODY[HEADER") and isinstance(value, bytes)
    )
    return {identity for identity in map(_message_id, headers) if identity is not None}


def _message_id(raw: bytes) -> str | None:
    written = BytesHeaderParser().parsebytes(raw[:HEADER_BYTES]).get("Message-ID")
    return "".join(str(written).split()) if written else None
