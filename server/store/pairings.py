"""Codes with which a mail client is paired once, and how often wrong ones were tried."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from server.store.accounts import OWNER, owner_in
from server.store.database import Database
from server.store.host_values import PairingTry
from server.store.schema import account, pairing, pairing_miss
from server.store.values import User

MISSES = 5  # wrong codes that one client may try within the window
MISSES_OF_ALL = 100  # wrong codes of all clients together; a code is one of 2**40, so that this many find none
WINDOW = timedelta(minutes=15)


class Pairings:
    """Codes are kept as keyed hashes, open each for a few minutes and for one use."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offer(self, user: User, hash: str, now: datetime, expires_at: datetime) -> None:
        """A code, of which only the hash is stored, is good for pairing a client of `user` until `expires_at`."""
        values = {"account_id": user.id, "hash": hash, "created_at": now, "expires_at": expires_at}
        with self._database.writing() as connection:
            _forget_old(connection, now)
            connection.execute(insert(pairing).values(values))

    def take(self, hash: str, client: str, now: datetime) -> PairingTry:
        """Uses a code up. `client` is where it came from; after many wrong ones from there even a right one waits."""
        with self._database.writing() as connection:
            _forget_old(connection, now)
            wait_until = _wait_until(connection, client)
            if wait_until is not None:
                return PairingTry(wait_until=wait_until)
            found = _matching(connection, hash)
            if found is None:
                connection.execute(insert(pairing_miss).values(client=client, at=now))
                return PairingTry()
            number, user = found
            taken = connection.execute(delete(pairing).where(pairing.c.id == number)).rowcount
            return PairingTry(user if taken else None)  # of two at the same moment one was first


def _forget_old(connection: Connection, now: datetime) -> None:
    connection.execute(delete(pairing).where(pairing.c.expires_at <= now))
    connection.execute(delete(pairing_miss).where(pairing_miss.c.at <= now - WINDOW))


def _wait_until(connection: Connection, client: str) -> datetime | None:
    for most, where in ((MISSES, pairing_miss.c.client == client), (MISSES_OF_ALL, pairing_miss.c.id.is_not(None))):
        query = select(func.count(), func.min(pairing_miss.c.at)).where(where)
        count, first = connection.execute(query).one()
        if count >= most:
            oldest: datetime = first
            return oldest + WINDOW
    return None


def _matching(connection: Connection, hash: str) -> tuple[int, User] | None:
    """The open code with this hash, and its user. Every one is compared, so that the time taken tells nothing."""
    query = select(*pairing.c, *OWNER).join(account, account.c.id == pairing.c.account_id)
    rows = [row for row in connection.execute(query) if hmac.compare_digest(row.hash, hash)]
    found = [(row.id, owner_in(row)) for row in rows]
    return found[0] if found else None
