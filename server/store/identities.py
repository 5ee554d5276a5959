"""Who accounts are at identity providers: bound to issuer and subject, which no provider gives to anybody else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update

from server.errors import Conflict
from server.store.database import Database, insert_new
from server.store.schema import sign_in_identity
from server.store.sessions import end_sessions
from server.store.sign_in_values import Identity
from server.works_council import week_of


class Identities:
    """An account has one identity at an issuer, and an identity has one account."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def account_of(self, issuer: str, subject: str, now: datetime) -> int | None:
        """The account that this identity is bound to; notes in which week it was used."""
        columns = sign_in_identity.c
        where = (columns.issuer == issuer, columns.subject == subject)
        query = update(sign_in_identity).where(*where).values(last_used_at=week_of(now)).returning(columns.account_id)
        with self._database.writing() as connection:
            return connection.execute(query).scalar_one_or_none()

    def bind(self, account_id: int, issuer: str, subject: str, now: datetime) -> None:
        """Binds an identity to an account; raises Conflict if either has another one at this issuer."""
        row = {
            "account_id": account_id,
            "issuer": issuer,
            "subject": subject,
            "created_at": now,
            "last_used_at": week_of(now),
        }
        with self._database.writing() as connection:
            added = insert_new(connection, sign_in_identity, [row], sign_in_identity.c.id)
        if not added:
            raise Conflict("This account is bound to another identity of this provider.")

    def of(self, account_id: int) -> list[Identity]:
        """The identities of an account."""
        query = select(sign_in_identity).where(sign_in_identity.c.account_id == account_id)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(sign_in_identity.c.id)).all()
        return [Identity(row.account_id, row.issuer, row.subject, row.created_at, row.last_used_at) for row in rows]

    def unbind(self, account_id: int) -> int:
        """Forgets the identities of an account and ends its sessions; returns how many there were."""
        with self._database.writing() as connection:
            end_sessions(connection, account_id)
            statement = delete(sign_in_identity).where(sign_in_identity.c.account_id == account_id)
            return connection.execute(statement).rowcount
