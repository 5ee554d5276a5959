"""Who is signed in to the pages, in which browser, since when; of a session's secret only the hash is kept."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, insert, or_, select, update

from server.store.accounts import OWNER, owner_in, scopes_in
from server.store.database import Database
from server.store.schema import account, token, web_session
from server.store.sign_in_values import NewSession, WebSession

SEEN_NOTED_EVERY = timedelta(minutes=5)  # "last seen" needs no write at every page
MOST = 50  # sessions of one account; with the next one the oldest ends


class Sessions:
    """A session is over when its time is, when its account is gone or has another role, and with its token."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, new: NewSession, *, instead_of: int | None = None) -> int:
        """Opens a session and returns its number; the one that it comes instead of ends in the same moment."""
        with self._database.writing() as connection:
            connection.execute(delete(web_session).where(web_session.c.ends_at <= new.created_at))
            if instead_of is not None:
                connection.execute(delete(web_session).where(web_session.c.id == instead_of))
            query = insert(web_session).values(**asdict(new), seen_at=new.created_at).returning(web_session.c.id)
            number: int = connection.execute(query).scalar_one()
            _end_surplus(connection, new.account_id)
        return number

    def find(self, hash: str, now: datetime, idle: timedelta) -> WebSession | None:
        """The session with this hash if it is open at `now`; notes that it was seen. `idle` ends one that rests."""
        with self._database.reading() as connection:
            row = connection.execute(_open_at(now, idle).where(web_session.c.hash == hash)).one_or_none()
        if row is None:
            return None
        if now - row.seen_at >= SEEN_NOTED_EVERY:
            with self._database.writing() as connection:
                connection.execute(update(web_session).where(web_session.c.id == row.id).values(seen_at=now))
        return _session(row)

    def of(self, account_id: int, now: datetime, idle: timedelta) -> list[WebSession]:
        """The open sessions of an account, that which was seen last first."""
        query = _open_at(now, idle).where(web_session.c.account_id == account_id, web_session.c.stage == "in")
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(web_session.c.seen_at.desc(), web_session.c.id.desc()))
            return [_session(row) for row in rows]

    def end(self, account_id: int, number: int) -> bool:
        """Ends one session of this account; False if it has no such one."""
        where = and_(web_session.c.id == number, web_session.c.account_id == account_id)
        with self._database.writing() as connection:
            return connection.execute(delete(web_session).where(where)).rowcount > 0

    def end_all(self, account_id: int) -> int:
        """Ends all sessions of an account; returns how many."""
        with self._database.writing() as connection:
            return end_sessions(connection, account_id)


def end_sessions(connection: Connection, account_id: int) -> int:
    """Ends all sessions of an account within a transaction; returns how many."""
    return connection.execute(delete(web_session).where(web_session.c.account_id == account_id)).rowcount


def _end_surplus(connection: Connection, account_id: int) -> None:
    kept = select(web_session.c.id).where(web_session.c.account_id == account_id)
    kept = kept.order_by(web_session.c.id.desc()).limit(MOST)
    old = and_(web_session.c.account_id == account_id, web_session.c.id.not_in(kept))
    connection.execute(delete(web_session).where(old))


def _open_at(now: datetime, idle: timedelta) -> Select[Any]:
    token_lives = and_(token.c.revoked_at.is_(None), or_(token.c.expires_at.is_(None), token.c.expires_at > now))
    return (
        select(*web_session.c, *OWNER, token.c.scopes)
        .join(account, account.c.id == web_session.c.account_id)
        .outerjoin(token, token.c.id == web_session.c.token_id)
        .where(
            web_session.c.ends_at > now,
            web_session.c.seen_at > now - idle,
            web_session.c.opened_as == account.c.role,
            or_(web_session.c.token_id.is_(None), token_lives),
        )
    )


def _session(row: Row[Any]) -> WebSession:
    return WebSession(
        row.id,
        owner_in(row),
        row.stage,
        row.way,
        row.agent,
        row.created_at,
        row.seen_at,
        row.ends_at,
        row.token_id,
        scopes_in(row),
    )
