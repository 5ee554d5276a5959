"""The passwords of accounts, as hashes, and the links with which people set one themselves."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from server.store.database import Database
from server.store.schema import password, password_link
from server.store.sessions import end_sessions
from server.store.sign_in_values import StoredPassword


class Credentials:
    """One password an account at most; with another one all sessions end and no link is good any more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def password_of(self, account_id: int) -> StoredPassword | None:
        """The stored password of this account; None if it has none."""
        query = select(password.c.hash, password.c.changed_at).where(password.c.account_id == account_id)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return StoredPassword(row.hash, row.changed_at) if row is not None else None

    def is_any(self) -> bool:
        """Whether anybody has a password."""
        with self._database.reading() as connection:
            return connection.execute(select(password.c.account_id).limit(1)).first() is not None

    def set_password(self, account_id: int, hash: str, now: datetime) -> None:
        """Gives the account this password; its sessions end."""
        with self._database.writing() as connection:
            _set(connection, account_id, hash, now)

    def remove_password(self, account_id: int) -> bool:
        """Takes the password away, with links and sessions; False if there was none."""
        with self._database.writing() as connection:
            _forget(connection, account_id)
            return connection.execute(delete(password).where(password.c.account_id == account_id)).rowcount > 0

    def rehash(self, account_id: int, hash: str, *, was: str) -> None:
        """The same password hashed anew, as when parameters rise; nothing ends. Another one set meanwhile stays."""
        query = update(password).where(password.c.account_id == account_id, password.c.hash == was)
        with self._database.writing() as connection:
            connection.execute(query.values(hash=hash))

    def offer_link(self, account_id: int, hash: str, now: datetime, expires_at: datetime) -> None:
        """A link, of which only the hash is stored, is good for setting the password once; earlier ones are not."""
        values = {"account_id": account_id, "hash": hash, "created_at": now, "expires_at": expires_at}
        with self._database.writing() as connection:
            connection.execute(delete(password_link).where(password_link.c.account_id == account_id))
            connection.execute(insert(password_link).values(values))

    def owner_of_link(self, hash: str, now: datetime) -> int | None:
        """The account that a link is good for at `now`."""
        with self._database.reading() as connection:
            return _owner(connection, hash, now)

    def take_link(self, hash: str, password_hash: str, now: datetime) -> int | None:
        """Uses a link up: its account has this password now. Returns the account; None if the link is not good."""
        with self._database.writing() as connection:
            owner = _owner(connection, hash, now)
            if owner is not None:
                _set(connection, owner, password_hash, now)
            return owner


def _owner(connection: Connection, hash: str, now: datetime) -> int | None:
    query = select(password_link.c.account_id).where(password_link.c.hash == hash, password_link.c.expires_at > now)
    return connection.execute(query).scalar_one_or_none()


def _set(connection: Connection, account_id: int, hash: str, now: datetime) -> None:
    _forget(connection, account_id)
    connection.execute(delete(password).where(password.c.account_id == account_id))
    connection.execute(insert(password).values(account_id=account_id, hash=hash, changed_at=now))


def _forget(connection: Connection, account_id: int) -> None:
    connection.execute(delete(password_link).where(password_link.c.account_id == account_id))
    end_sessions(connection, account_id)
