"""Persons who were erased and are not to come back: of each a keyed hash, from which nobody learns an address."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import delete, select

from server.store.audit import inner_key_of
from server.store.database import Database, insert_new
from server.store.schema.privacy import kept_away
from server.store.sealing import PERSONS, Keys


class KeptAway:
    """Whose mail is neither stored nor learned, by address without regard to case."""

    def __init__(self, database: Database, keys: Callable[[], Keys] | None = None) -> None:
        self._database, self._keys = database, keys
        self._key: bytes | None = None

    def add(self, addresses: Iterable[str], now: datetime) -> int:
        """Mail of these is left out from now on; returns how many of them were not kept away before."""
        rows = [{"mark": self.mark(each), "since": now} for each in sorted(set(addresses))]
        with self._database.writing() as connection:
            return len(insert_new(connection, kept_away, rows, kept_away.c.mark))

    def remove(self, address: str) -> bool:
        """Mail of this address is read again; False where it was not kept away."""
        with self._database.writing() as connection:
            here = kept_away.c.mark == self.mark(address)
            return connection.execute(delete(kept_away).where(here)).rowcount > 0

    def marks(self) -> frozenset[str]:
        """Of all that are kept away; to be compared with `mark`."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(kept_away.c.mark)).scalars())

    def mark(self, address: str) -> str:
        """What is kept of an address."""
        if self._key is None:
            self._key = inner_key_of(self._database, self._keys(), PERSONS) if self._keys else b"without a key"
        return hmac.new(self._key, address.strip().lower().encode(errors="replace"), "sha256").hexdigest()
