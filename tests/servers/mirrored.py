"""A mailbox of one of the servers, mirrored by the product and kept in a store of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from server.mail.connection import open_connection
from server.mail.folder_list import FolderChoice
from server.mail.hosts.imap import ImapHost
from server.mail.mirror import Mirror, sync
from server.store import NewMailbox, Store
from tests.servers.running import Running, login_to


@dataclass(frozen=True, slots=True)
class Held:
    """A mail as the mirror holds it."""

    uid: int
    raw: bytes = field(repr=False)
    flags: str


@dataclass(frozen=True, slots=True)
class Mirrored:
    """The mirror of one user's mailbox: INBOX, Sent and every other folder."""

    server: Running
    user: str
    store: Store
    number: int

    def open(self) -> ImapHost:
        """A connection of the mirror's own."""
        return ImapHost(open_connection(login_to(self.server, self.user)), choice=FolderChoice(more=("*",)))

    @contextmanager
    def at_work(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Iterator[Mirror]:
        """One mirror on one connection, first sync done, to be asked to look again."""
        host = self.open()
        try:
            mirror = Mirror(self.number, host, self.store.mirror, clock=clock)
            assert mirror.look() == ()
            while mirror.has_history():
                mirror.read_history(lambda: False)
                assert mirror.look() == ()
            yield mirror
        finally:
            host.close()

    def sync(self) -> int:
        """A sync from the beginning on a connection of its own; how many mails were new."""
        host = self.open()
        try:
            return sync(host, self.store.mirror, self.number).new
        finally:
            host.close()

    def held(self, *path: str) -> list[Held]:
        """What is stored of a folder and not gone, by UID."""
        rows = self.store.mirror.rows(self.number, self.server.folder(*path))
        return [Held(row.uid, row.raw or b"", row.flags) for row in rows if not row.gone]

    def raws(self, *path: str) -> list[bytes]:
        """The same, the mails alone, without their last line end: Courier adds one where it is missing."""
        return [without_last_line_end(each.raw) for each in self.held(*path)]


Connect = Callable[[Running, str], Mirrored]
"""A new, empty mirror of a user's mailbox on a server."""


def without_last_line_end(raw: bytes) -> bytes:
    """All but a final CRLF."""
    return raw.removesuffix(b"\r\n")


def connect(server: Running, user: str, store: Store) -> Mirrored:
    """Notes the mailbox in the store; nothing is read yet."""
    new = NewMailbox(f"{user}@{server.name.lower()}.test", server.host, server.port, "none", user)
    return Mirrored(server, user, store, store.mailboxes.add(new, b"", datetime.now(UTC)).id)


def opened_store(directory: Path) -> Store:
    """A store of this test's own."""
    return Store.open(f"sqlite:///{directory}/einklang.db")
