"""The connected mailboxes and their sealed passwords."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Row, delete, select, update

from server.errors import Conflict, NotFound
from server.store import forgetting
from server.store.database import Database, insert_new
from server.store.schema import mailbox
from server.store.values import Mailbox, NewMailbox

COLUMNS = tuple(column for column in mailbox.c if column.name != "sealed_secret")


class Mailboxes:
    """Mailboxes by address, without regard to case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: NewMailbox, sealed_secret: bytes, now: datetime) -> Mailbox:
        """Connects a mailbox; raises Conflict if its address is there already."""
        row = {
            **asdict(new),
            "address": new.address.lower(),
            "sealed_secret": sealed_secret,
            "created_at": now,
        }
        with self._database.writing() as connection:
            added = insert_new(connection, mailbox, [row], mailbox.c.id)
        if not added:
            raise Conflict(
                f"{new.address} is connected already. To change it, remove it first: "
                f"einklang mailbox remove {new.address}"
            )
        return self.get(new.address)

    def list(self) -> list[Mailbox]:
        """All mailboxes by address."""
        with self._database.reading() as connection:
            return [_mailbox(row) for row in connection.execute(select(*COLUMNS).order_by(mailbox.c.address))]

    def get(self, address: str) -> Mailbox:
        """The mailbox with this address; raises NotFound."""
        with self._database.reading() as connection:
            query = select(*COLUMNS).where(mailbox.c.address == address.lower())
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotFound(f"{address} is not connected. See: einklang mailbox list")
        return _mailbox(row)

    def sealed_secret(self, mailbox_id: int) -> bytes:
        """The sealed password, for the vault to open; raises NotFound."""
        with self._database.reading() as connection:
            query = select(mailbox.c.sealed_secret).where(mailbox.c.id == mailbox_id)
            sealed: bytes | None = connection.execute(query).scalar_one_or_none()
        if sealed is None:
            raise NotFound(f"There is no mailbox {mailbox_id}.")
        return sealed

    def record_sync(self, mailbox_id: int, at: datetime, error: str | None) -> None:
        """Notes how a sync ended: `error` None means well, and only then `last_sync_at` moves."""
        values = {"last_error": error} if error is not None else {"last_error": None, "last_sync_at": at}
        with self._database.writing() as connection:
            connection.execute(update(mailbox).where(mailbox.c.id == mailbox_id).values(**values))

    def move(self, address: str, host: str, port: int) -> None:
        """The mailbox is now reached at another host or port; raises NotFound."""
        known = self.get(address)
        with self._database.writing() as connection:
            connection.execute(update(mailbox).where(mailbox.c.id == known.id).values(host=host, port=port))

    def remove(self, address: str) -> None:
        """Forgets the mailbox, its mail and what was learned from that mail alone; raises NotFound.

        Profiles that lose a sample become stale, to be rebuilt; those that lose all are gone.
        """
        found = self.get(address)
        with self._database.writing() as connection:
            forgetting.forget_mail_of(connection, found.id)
            connection.execute(delete(mailbox).where(mailbox.c.id == found.id))


def _mailbox(row: Row[tuple[object, ...]]) -> Mailbox:
    return Mailbox(**row._asdict())
