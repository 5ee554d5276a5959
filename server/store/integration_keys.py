"""The keys with which webmail servers vouch for their users."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from server.access import EVERYTHING, Sight
from server.errors import NotFound
from server.store.accounts import USE_NOTED_EVERY
from server.store.database import Database
from server.store.host_values import IntegrationKey, SigningHost
from server.store.schema import integration_key as table
from server.store.schema import integration_key_mailbox as grants


class IntegrationKeys:
    """Keys by their public id; a revoked one stays listed and opens nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        key_id: str,
        host: SigningHost,
        name: str,
        sealed_secret: bytes,
        now: datetime,
        *,
        adds_users: bool,
        sees: Sight,
    ) -> IntegrationKey:
        """Stores a new key; `key_id` must not have been used before. Users whom it adds see these mailboxes."""
        values = {
            "key_id": key_id,
            "host": host,
            "name": name,
            "sealed_secret": sealed_secret,
            "adds_users": adds_users,
            "created_at": now,
            "all_mailboxes": sees.is_everything,
        }
        with self._database.writing() as connection:
            row = connection.execute(insert(table).values(values).returning(*table.c)).one()
            if sees.mailboxes:
                rows = [{"key_id": row.id, "mailbox_id": each} for each in sorted(sees.mailboxes)]
                connection.execute(insert(grants), rows)
            return _key(connection, row)

    def find(self, key_id: str) -> IntegrationKey | None:
        """The key with this id, unless there is none or it was revoked."""
        query = select(*table.c).where(table.c.key_id == key_id, table.c.revoked_at.is_(None))
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
            return _key(connection, row) if row is not None else None

    def note_use(self, key: IntegrationKey, now: datetime) -> None:
        """Remembers that the key has opened the API, to within five minutes."""
        if key.last_used_at is not None and now - key.last_used_at < USE_NOTED_EVERY:
            return
        with self._database.writing() as connection:
            connection.execute(update(table).where(table.c.id == key.id).values(last_used_at=now))

    def list(self) -> list[IntegrationKey]:
        """All keys, oldest first; also revoked ones."""
        with self._database.reading() as connection:
            rows = connection.execute(select(*table.c).order_by(table.c.id)).all()
            return [_key(connection, row) for row in rows]

    def revoke(self, key_id: str, now: datetime) -> IntegrationKey:
        """Makes the key, and with it every token signed with it, useless at once; raises NotFound."""
        with self._database.writing() as connection:
            connection.execute(
                update(table).where(table.c.key_id == key_id, table.c.revoked_at.is_(None)).values(revoked_at=now)
            )
            row = connection.execute(select(*table.c).where(table.c.key_id == key_id)).one_or_none()
            if row is None:
                raise NotFound(f"There is no key {key_id!r}. See: einklang addin list")
            return _key(connection, row)


def _key(connection: Connection, row: Row[Any]) -> IntegrationKey:
    sees = EVERYTHING if row.all_mailboxes else _granted(connection, row.id)
    return IntegrationKey(
        row.id,
        row.key_id,
        row.host,
        row.name,
        row.sealed_secret,
        row.adds_users,
        sees,
        row.created_at,
        row.last_used_at,
        row.revoked_at,
    )


def _granted(connection: Connection, number: int) -> Sight:
    query = select(grants.c.mailbox_id).where(grants.c.key_id == number)
    return Sight.of(connection.execute(query).scalars())
