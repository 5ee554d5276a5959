"""The connected mailboxes and their sealed passwords."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Row, delete, func, select, update

from server.access import Sight
from server.errors import Conflict, NotFound
from server.store import forgetting
from server.store.database import Database, insert_new
from server.store.folder_states import start_over
from server.store.import_sources import IS_CONNECTED
from server.store.schema import mailbox, quarantine
from server.store.sight import lies_in_sight
from server.store.values import Forgotten, Mailbox, NewMailbox

COLUMNS = tuple(column for column in mailbox.c if column.name != "sealed_secret")


# Numbers only rise and addresses stay as they are: as many as before with the same highest number are the same.
_STAMP = select(func.count(), func.max(mailbox.c.id)).where(IS_CONNECTED)
_ADDRESSES = select(mailbox.c.address).where(IS_CONNECTED).order_by(mailbox.c.address)


class Mailboxes:
    """Mailboxes by address, without regard to case."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._addresses: tuple[tuple[object, ...], tuple[str, ...]] = ((), ())

    def add(self, new: NewMailbox, sealed_secret: bytes, now: datetime) -> Mailbox:
        """Connects a mailbox; raises Conflict if its address is there already."""
        row = {
            **asdict(new),
            "address": new.address.lower(),
            "more_folders": json.dumps(new.more_folders, ensure_ascii=False),
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

    def list(self, *, sight: Sight) -> list[Mailbox]:
        """All mailboxes by address."""
        with self._database.reading() as connection:
            here = (IS_CONNECTED, lies_in_sight(mailbox.c.id, sight))
            query = select(*COLUMNS).where(*here).order_by(mailbox.c.address)
            return [_mailbox(row) for row in connection.execute(query)]

    def addresses(self) -> tuple[str, ...]:
        """The addresses of all mailboxes, in order; the same tuple for as long as none comes or goes."""
        with self._database.reading() as connection:
            stamp = tuple(connection.execute(_STAMP).one())
            if self._addresses[0] != stamp:
                self._addresses = stamp, tuple(connection.execute(_ADDRESSES).scalars())
            return self._addresses[1]

    def get(self, address: str) -> Mailbox:
        """The mailbox with this address; raises NotFound."""
        with self._database.reading() as connection:
            query = select(*COLUMNS).where(mailbox.c.address == address.lower(), IS_CONNECTED)
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

    def sealed_secrets(self, numbers: Collection[int]) -> dict[int, bytes]:
        """The sealed passwords of those of these mailboxes that are there, by their numbers."""
        query = select(mailbox.c.id, mailbox.c.sealed_secret).where(mailbox.c.id.in_(sorted(numbers)))
        with self._database.reading() as connection:
            return {row.id: row.sealed_secret for row in connection.execute(query)} if numbers else {}

    def replace_secret(self, mailbox_id: int, sealed_secret: bytes, *, was: bytes | None = None) -> bool:
        """Another sealed password or token; with `was` only in place of that one. Returns whether it was replaced."""
        here = [mailbox.c.id == mailbox_id]
        if was is not None:
            here.append(mailbox.c.sealed_secret == was)
        with self._database.writing() as connection:
            changed = connection.execute(update(mailbox).where(*here).values(sealed_secret=sealed_secret))
            return changed.rowcount == 1

    def sign_in_as(self, mailbox_id: int, auth: str, username: str, sealed_secret: bytes) -> None:
        """Signs in from now on in this way, under this name, with this sealed password or token; raises NotFound."""
        values = {"auth": auth, "username": username, "sealed_secret": sealed_secret}
        with self._database.writing() as connection:
            changed = connection.execute(update(mailbox).where(mailbox.c.id == mailbox_id).values(**values))
        if not changed.rowcount:
            raise NotFound(f"There is no mailbox {mailbox_id}.")

    def choose_folders(self, changed: Mailbox) -> None:
        """Reads from now on the folders that `changed` names; all else of it is left as it is. Raises NotFound."""
        values = {
            "inbox_folder": changed.inbox_folder,
            "sent_folder": changed.sent_folder,
            "other_user": changed.other_user,
            "more_folders": json.dumps(changed.more_folders, ensure_ascii=False),
        }
        with self._database.writing() as connection:
            done = connection.execute(update(mailbox).where(mailbox.c.id == changed.id).values(**values))
        if not done.rowcount:
            raise NotFound(f"{changed.address} is not connected. See: einklang mailbox list")

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

    def remove(self, address: str) -> Forgotten:
        """Forgets the mailbox, its mail and what was learned from that mail alone; raises NotFound.

        Profiles that lose a sample become stale, to be rebuilt; those that lose all are gone. What is forgotten can
        be read in no file of the database any more.
        """
        found = self.get(address)
        with self._database.writing() as connection:
            forgotten = forgetting.forget_mail_of(connection, found.id)
            connection.execute(delete(mailbox).where(mailbox.c.id == found.id))
        self._database.empty_log()
        return forgotten

    def read_anew(self, address: str) -> Forgotten:
        """Forgets the mail of a mailbox as `remove` does, to be read again from the first; raises NotFound."""
        found = self.get(address)
        with self._database.writing() as connection:  # one transaction: the cursor must never stand behind lost mail
            forgotten = forgetting.forget_mail_of(connection, found.id)
            connection.execute(delete(quarantine).where(quarantine.c.mailbox_id == found.id))
            start_over(connection, found.id)
        self._database.empty_log()
        return forgotten


def _mailbox(row: Row[tuple[object, ...]]) -> Mailbox:
    values = row._asdict()
    return Mailbox(**(values | {"more_folders": tuple(json.loads(values["more_folders"]))}))
