"""What an account's codes are made from, sealed, which codes were used, and the codes for when the device is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from server.errors import Conflict
from server.store.database import Database
from server.store.schema import recovery_code, second_factor
from server.store.sessions import end_sessions
from server.store.sign_in_values import SecondFactor


class SecondFactors:
    """One second factor an account at most; each of its codes is good once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, account_id: int) -> SecondFactor | None:
        """The second factor of this account, also one that is not confirmed yet."""
        with self._database.reading() as connection:
            return _of(connection, account_id)

    def is_on(self, account_id: int) -> bool:
        """Whether this account signs in with a code, too."""
        found = self.of(account_id)
        return found is not None and found.confirmed_at is not None

    def begin(self, account_id: int, sealed_secret: bytes, now: datetime) -> None:
        """A secret for codes, in force once it is confirmed; raises Conflict if there is one in force."""
        values = {"account_id": account_id, "sealed_secret": sealed_secret, "created_at": now, "last_step": 0}
        with self._database.writing() as connection:
            found = _of(connection, account_id)
            if found is not None and found.confirmed_at is not None:
                raise Conflict("This account has a second factor already.")
            connection.execute(delete(second_factor).where(second_factor.c.account_id == account_id))
            connection.execute(insert(second_factor).values(values))

    def confirm(self, account_id: int, step: int, recovery: Sequence[str], now: datetime) -> bool:
        """Puts the secret in force, with these hashes of recovery codes; all sessions end.

        `step` is the interval of the code that proved it. False if there is nothing to confirm.
        """
        where = (second_factor.c.account_id == account_id, second_factor.c.confirmed_at.is_(None))
        with self._database.writing() as connection:
            changed = connection.execute(update(second_factor).where(*where).values(confirmed_at=now, last_step=step))
            if not changed.rowcount:
                return False
            _replace_recovery(connection, account_id, recovery)
            end_sessions(connection, account_id)
        return True

    def use_step(self, account_id: int, step: int) -> bool:
        """Uses up the code of an interval; False if that, or a later one, was used before."""
        where = (second_factor.c.account_id == account_id, second_factor.c.last_step < step)
        with self._database.writing() as connection:
            return connection.execute(update(second_factor).where(*where).values(last_step=step)).rowcount > 0

    def use_recovery(self, account_id: int, hash: str) -> bool:
        """Uses up a recovery code; False if it is none of this account's."""
        where = (recovery_code.c.account_id == account_id, recovery_code.c.hash == hash)
        with self._database.writing() as connection:
            return connection.execute(delete(recovery_code).where(*where)).rowcount > 0

    def renew_recovery(self, account_id: int, hashes: Sequence[str]) -> None:
        """Other recovery codes; those before open nothing any more."""
        with self._database.writing() as connection:
            _replace_recovery(connection, account_id, hashes)

    def recovery_left(self, account_id: int) -> int:
        """How many recovery codes are left."""
        query = select(func.count()).where(recovery_code.c.account_id == account_id)
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one()

    def remove(self, account_id: int) -> bool:
        """Takes the second factor and its recovery codes away; all sessions end. False if there was none."""
        with self._database.writing() as connection:
            end_sessions(connection, account_id)
            _replace_recovery(connection, account_id, ())
            statement = delete(second_factor).where(second_factor.c.account_id == account_id)
            return connection.execute(statement).rowcount > 0


def _of(connection: Connection, account_id: int) -> SecondFactor | None:
    row = connection.execute(select(second_factor).where(second_factor.c.account_id == account_id)).one_or_none()
    if row is None:
        return None
    return SecondFactor(row.sealed_secret, row.created_at, row.confirmed_at, row.last_step)


def _replace_recovery(connection: Connection, account_id: int, hashes: Sequence[str]) -> None:
    connection.execute(delete(recovery_code).where(recovery_code.c.account_id == account_id))
    if hashes:
        connection.execute(insert(recovery_code), [{"account_id": account_id, "hash": each} for each in hashes])
