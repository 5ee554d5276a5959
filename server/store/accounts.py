"""Who may use Einklang: users and the hashes of their API tokens."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Row, Select, insert, select, update

from server.errors import Conflict, NotFound
from server.store.database import Database, insert_new
from server.store.host_values import PairedClient
from server.store.schema import account, token
from server.store.values import Role, Token, User

USE_NOTED_EVERY = timedelta(minutes=5)  # "last used" needs no write at every request


class Accounts:
    """Users and tokens; names are told apart without regard to case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_user(self, name: str, role: Role, now: datetime) -> User:
        """A new user; raises Conflict if the name is taken."""
        row = {"name": name, "name_key": name.casefold(), "role": role, "created_at": now}
        with self._database.writing() as connection:
            numbers = insert_new(connection, account, [row], account.c.id)
        if not numbers:
            raise Conflict(f"There is a user {name!r} already.")
        return User(numbers[0], name, role, now)

    def get_user(self, name: str) -> User:
        """The user of this name; raises NotFound."""
        query = select(*account.c).where(account.c.name_key == name.casefold())
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotFound(f"There is no user {name!r}. Add one with: einklang user add {name}")
        return User(row.id, row.name, row.role, row.created_at)

    def list_users(self) -> list[User]:
        """All users by name."""
        with self._database.reading() as connection:
            rows = connection.execute(select(*account.c).order_by(account.c.name_key)).all()
        return [User(row.id, row.name, row.role, row.created_at) for row in rows]

    def add_token(
        self,
        user: str,
        hash: str,
        label: str,
        now: datetime,
        expires_at: datetime | None,
        client: PairedClient | None = None,
    ) -> Token:
        """Stores the hash of a new token for `user`; raises NotFound if there is no such user."""
        owner = self.get_user(user)
        values = {
            "account_id": owner.id,
            "hash": hash,
            "label": label,
            "created_at": now,
            "expires_at": expires_at,
            "client": client,
        }
        with self._database.writing() as connection:
            number = connection.execute(insert(token).values(values).returning(token.c.id)).scalar_one()
        return Token(number, owner, label, now, expires_at, None, None, client)

    def list_tokens(self, user: str | None = None) -> list[Token]:
        """All tokens, or those of one user, oldest first; also expired and revoked ones."""
        query = _tokens().order_by(token.c.id)
        if user is not None:
            query = query.where(token.c.account_id == self.get_user(user).id)
        with self._database.reading() as connection:
            return [_token(row) for row in connection.execute(query)]

    def find_token(self, hash: str, now: datetime) -> Token | None:
        """The token with this hash if it is valid at `now`; notes that it was used."""
        with self._database.reading() as connection:
            row = connection.execute(_tokens().where(token.c.hash == hash)).one_or_none()
        found = _token(row) if row is not None else None
        if found is None or not found.is_valid(now):
            return None
        if found.last_used_at is None or now - found.last_used_at >= USE_NOTED_EVERY:
            with self._database.writing() as connection:
                connection.execute(update(token).where(token.c.id == found.id).values(last_used_at=now))
        return found

    def revoke(self, token_id: int, now: datetime) -> Token:
        """Makes a token useless at once; raises NotFound. A second time changes nothing."""
        with self._database.writing() as connection:
            connection.execute(
                update(token).where(token.c.id == token_id, token.c.revoked_at.is_(None)).values(revoked_at=now)
            )
            row = connection.execute(_tokens().where(token.c.id == token_id)).one_or_none()
        if row is None:
            raise NotFound(f"There is no token {token_id}. See: einklang token list")
        return _token(row)


def _tokens() -> Select[tuple[object, ...]]:
    owner = (account.c.name, account.c.role, account.c.created_at.label("user_created_at"))
    return select(*token.c, *owner).join(account, account.c.id == token.c.account_id)


def _token(row: Row[tuple[object, ...]]) -> Token:
    user = User(row.account_id, row.name, row.role, row.user_created_at)
    return Token(row.id, user, row.label, row.created_at, row.expires_at, row.last_used_at, row.revoked_at, row.client)
