"""Who may use Einklang: users, the mailboxes they were granted, and the hashes of their API tokens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, or_, select, update

from server.access import EVERYTHING, SCOPES, Access, Role, Scope, Sight
from server.errors import Conflict, NotFound
from server.store.database import Database, insert_new
from server.store.host_values import PairedClient
from server.store.schema import account, account_mailbox, import_source, mailbox, token
from server.store.values import Token, User
from server.works_council import week_of

USE_NOTED_EVERY = timedelta(minutes=5)  # of a server's key: "last used" needs no write at every request


class Accounts:
    """Users and tokens; names are told apart without regard to case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_user(self, name: str, role: Role, now: datetime, *, sees: Sight) -> User:
        """A new user who sees these mailboxes; raises Conflict if the name is taken."""
        row = {
            "name": name,
            "name_key": name.casefold(),
            "role": role,
            "created_at": now,
            "all_mailboxes": sees.is_everything,
        }
        with self._database.writing() as connection:
            numbers = insert_new(connection, account, [row], account.c.id)
            if numbers:
                _grant(connection, numbers[0], sees)
        if not numbers:
            raise Conflict(f"There is a user {name!r} already.")
        return User(numbers[0], name, role, now, sees.is_everything)

    def get_user(self, name: str) -> User:
        """The user of this name; raises NotFound."""
        with self._database.reading() as connection:
            return _user_called(connection, name)

    def find_user(self, name: str) -> User | None:
        """The user of this name, or None."""
        try:
            return self.get_user(name)
        except NotFound:
            return None

    def user_numbered(self, number: int) -> User | None:
        """The user with this number, or None."""
        with self._database.reading() as connection:
            row = connection.execute(select(*account.c).where(account.c.id == number)).one_or_none()
        return _user(row) if row is not None else None

    def list_users(self) -> list[User]:
        """All users by name."""
        with self._database.reading() as connection:
            return [_user(row) for row in connection.execute(select(*account.c).order_by(account.c.name_key))]

    def change_role(self, name: str, role: Role) -> User:
        """Gives a user another role; what they were granted stays. Raises NotFound."""
        with self._database.writing() as connection:
            found = _user_called(connection, name)
            connection.execute(update(account).where(account.c.id == found.id).values(role=role))
            return _user_called(connection, name)

    def remove_user(self, name: str) -> User:
        """Removes a user with all that is theirs: grants, tokens, what they did with hints. Raises NotFound."""
        with self._database.writing() as connection:
            found = _user_called(connection, name)
            connection.execute(delete(account).where(account.c.id == found.id))
        return found

    def grant(self, name: str, sees: Sight) -> User:
        """Lets a user see these mailboxes besides those they see already; raises NotFound."""
        with self._database.writing() as connection:
            found = _user_called(connection, name)
            _grant(connection, found.id, sees)
            if sees.is_everything:
                connection.execute(update(account).where(account.c.id == found.id).values(all_mailboxes=True))
            return _user_called(connection, name)

    def revoke_grant(self, name: str, sees: Sight) -> User:
        """Takes mailboxes from a user again; `everything` takes what comes with all, and leaves those granted singly.

        Raises NotFound, and Conflict where a single one is to go from somebody who sees all.
        """
        with self._database.writing() as connection:
            found = _user_called(connection, name)
            if sees.is_everything:
                connection.execute(update(account).where(account.c.id == found.id).values(all_mailboxes=False))
            elif found.all_mailboxes:
                raise Conflict(
                    f"{found.name} sees all mailboxes, so none can be taken singly. First: "
                    f"einklang user revoke {found.name} --all-mailboxes"
                )
            else:
                theirs = account_mailbox.c.account_id == found.id
                gone = account_mailbox.c.mailbox_id.in_(sees.mailboxes or ())
                connection.execute(delete(account_mailbox).where(theirs, gone))
            return _user_called(connection, name)

    def granted(self, user: User) -> list[str]:
        """The addresses of the mailboxes that a user was granted singly, in order."""
        query = (
            select(mailbox.c.address)
            .join(account_mailbox, account_mailbox.c.mailbox_id == mailbox.c.id)
            .where(account_mailbox.c.account_id == user.id)
            .order_by(mailbox.c.address)
        )
        with self._database.reading() as connection:
            return list(connection.execute(query).scalars())

    def sight_of(self, user: User) -> Sight:
        """What a user sees: admins all mail, others the mailboxes they were granted and what was imported to those."""
        if user.role == "admin" or user.all_mailboxes:
            return EVERYTHING
        with self._database.reading() as connection:
            return Sight.of(connection.execute(_SIGHT, {"account": user.id}).scalars())

    def access_of(self, user: User, scopes: frozenset[Scope] | None) -> Access:
        """What a user may do and see with a token of these scopes (None: with all that their role allows)."""
        return Access(user.name, user.role, self.sight_of(user), scopes, user.id)

    def add_token(
        self,
        user: str,
        hash: str,
        label: str,
        now: datetime,
        expires_at: datetime | None,
        client: PairedClient | None = None,
        *,
        scopes: Iterable[Scope] | None = None,
    ) -> Token:
        """Stores the hash of a new token for `user`; raises NotFound if there is no such user."""
        owner = self.get_user(user)
        good_for = frozenset(scopes) if scopes is not None else None
        values = {
            "account_id": owner.id,
            "hash": hash,
            "label": label,
            "created_at": now,
            "expires_at": expires_at,
            "client": client,
            "scopes": " ".join(sorted(good_for)) if good_for is not None else None,
        }
        with self._database.writing() as connection:
            number = connection.execute(insert(token).values(values).returning(token.c.id)).scalar_one()
        return Token(number, owner, label, now, expires_at, None, None, client, good_for)

    def list_tokens(self, user: str | None = None) -> list[Token]:
        """All tokens, or those of one user, oldest first; also expired and revoked ones."""
        query = _tokens().order_by(token.c.id)
        if user is not None:
            query = query.where(token.c.account_id == self.get_user(user).id)
        with self._database.reading() as connection:
            return [_token(row) for row in connection.execute(query)]

    def find_token(self, hash: str, now: datetime) -> Token | None:
        """The token with this hash if it is valid at `now`; notes in which week it was used, and no more of when."""
        found = self.valid_token(hash, now)
        if found is not None:
            self.note_use(found, now)
        return found

    def valid_token(self, hash: str, now: datetime) -> Token | None:
        """The token with this hash if it is valid at `now`; writes nothing, so it may be asked `at_one_moment`."""
        with self._database.reading() as connection:
            row = connection.execute(_WITH_HASH, {"hashed": hash}).one_or_none()
        found = _token(row) if row is not None else None
        return found if found is not None and found.is_valid(now) else None

    def note_use(self, used: Token, now: datetime) -> None:
        """Notes in which week a token was used, and no more of when."""
        week = week_of(now)
        if used.last_used_at is None or used.last_used_at < week:
            with self._database.writing() as connection:
                connection.execute(update(token).where(token.c.id == used.id).values(last_used_at=week))

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


def _grant(connection: Connection, account_id: int, sees: Sight) -> None:
    rows = [{"account_id": account_id, "mailbox_id": each} for each in sorted(sees.mailboxes or ())]
    insert_new(connection, account_mailbox, rows, account_mailbox.c.mailbox_id)


def _user_called(connection: Connection, name: str) -> User:
    query = select(*account.c).where(account.c.name_key == name.casefold())
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(
            f"There is no user {name!r}. Add one with: einklang user add {name} --all-mailboxes (or --mailbox ADDRESS)"
        )
    return _user(row)


def _user(row: Row[Any]) -> User:
    return User(row.id, row.name, row.role, row.created_at, row.all_mailboxes)


OWNER = (account.c.name, account.c.role, account.c.created_at.label("user_created_at"), account.c.all_mailboxes)


def owner_in(row: Any) -> User:
    """The user whom a row belongs to, read with the columns `OWNER` beside `account_id`."""
    return User(row.account_id, row.name, row.role, row.user_created_at, row.all_mailboxes)


def scopes_in(row: Row[Any]) -> frozenset[Scope] | None:
    """The scopes of the token in a row; None for all that the role allows."""
    return frozenset(each for each in SCOPES if each in row.scopes.split()) if row.scopes is not None else None


def _tokens() -> Select[Any]:
    return select(*token.c, *OWNER).join(account, account.c.id == token.c.account_id)


# Put together once, for every request of every rep asks them.
_WITH_HASH = _tokens().where(token.c.hash == bindparam("hashed"))
_GRANTED = select(account_mailbox.c.mailbox_id).where(account_mailbox.c.account_id == bindparam("account"))
_TIED = select(import_source.c.mailbox_id).where(
    import_source.c.tied_to.in_(select(mailbox.c.address).where(mailbox.c.id.in_(_GRANTED)))
)
_SIGHT = select(mailbox.c.id).where(or_(mailbox.c.id.in_(_GRANTED), mailbox.c.id.in_(_TIED)))


def _token(row: Row[Any]) -> Token:
    return Token(
        row.id,
        owner_in(row),
        row.label,
        row.created_at,
        row.expires_at,
        row.last_used_at,
        row.revoked_at,
        row.client,
        scopes_in(row),
    )
