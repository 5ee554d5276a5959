"""Where people come in: by password, by token, by a code after either, and the session that is opened for them."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from server.secrets import Vault, token_hash
from server.settings import Settings
from server.sign_in import codes
from server.sign_in.agents import short_name
from server.sign_in.passwords import Passwords
from server.sign_in.slowing import Asker, Slowing, for_address, for_code, for_password, for_session, known_browser
from server.store import Begun, NewSession, SecondFactor, SignInStage, Store, Token, User, Way, WebSession

log = logging.getLogger(__name__)

Why = Literal["wrong", "code_wrong", "wait", "use_password", "use_provider", "use_full_token"]
SECRET_BYTES = 32  # 256 bits: nobody guesses them, so a plain hash is enough
HALF_WAY = timedelta(minutes=10)  # for the code, after the password
LONGEST_NAME = 254


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who has shown who they are; `stage` says whether that is enough. `until` is when their token ends."""

    user: User
    way: Way
    stage: SignInStage
    token_id: int | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody was not let in; `until` is for how long they have to wait."""

    why: Why
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The cookies of a session: its secret, for how long, and what makes the browser a known one (empty: nothing)."""

    secret: str = field(repr=False)
    lasts: timedelta
    known: str = field(default="", repr=False)


WRONG = Refusal("wrong")
CODE_WRONG = Refusal("code_wrong")


class Entrance:
    """Lets people in; all that it knows of wrong tries lies in the store."""

    def __init__(self, store: Store, vault: Vault, settings: Settings, passwords: Passwords) -> None:
        self._store, self._vault, self._passwords = store, vault, passwords
        self._settings = settings

    def by_password(self, name: str, password: str, asker: Asker, now: datetime) -> Entry | Refusal:
        """Whoever has this name and this password; takes as long for a name that nobody has."""
        if self._settings.openid.is_only_way:
            return Refusal("use_provider")
        user = self._store.accounts.find_user(name.strip()[:LONGEST_NAME])
        stored = self._store.credentials.password_of(user.id if user else 0)
        account = (user.id, stored.changed_at) if user and stored else None
        slowing = for_password(name.strip()[:LONGEST_NAME], account, asker, self._vault, now)
        begun = self._store.sign_in_tries.begin(slowing.all, now)
        if begun.wait_until is not None:
            return Refusal("wait", begun.wait_until)
        if not self._passwords.fits(password, stored.hash if stored else None) or user is None or stored is None:
            self._failed(begun, user, asker, now)
            return WRONG
        self._store.sign_in_tries.undo((slowing.own,), slowing.shared, now)
        if self._passwords.is_outdated(stored.hash):
            self._store.credentials.rehash(user.id, self._passwords.hashed(password), was=stored.hash)
        return Entry(user, "password", self._stage(user))

    def by_token(self, code: str, asker: Asker, now: datetime) -> Entry | Refusal:
        """Whose token this is, if they have no password. Not one of a mail client: that opens its panel alone."""
        if self._settings.openid.is_only_way:
            return Refusal("use_provider")
        slowing = Slowing(for_address(asker, self._vault))
        begun = self._store.sign_in_tries.begin(slowing.all, now)
        if begun.wait_until is not None:
            return Refusal("wait", begun.wait_until)
        token = self._token(code, now)
        if token is None:
            self._failed(begun, None, asker, now)
            return WRONG
        self._store.sign_in_tries.undo((), slowing.all, now)
        if self._store.credentials.password_of(token.user.id) is not None:
            return Refusal("use_password")
        stage = self._stage(token.user)
        if stage == "set_up" and token.scopes is not None:
            return Refusal("use_full_token")  # whoever sets it up has the account: that is no program's to do
        return Entry(token.user, "token", stage, token.id, token.expires_at)

    def by_code(self, session: WebSession, typed: str, asker: Asker, now: datetime) -> Entry | Refusal:
        """Whoever was asked for a code and types it, or one of their recovery codes."""
        if session.stage != "code":
            return CODE_WRONG
        return self._coded(session.user, typed, asker, now) or self.completed(session)

    def has_device(self, session: WebSession, typed: str, asker: Asker, now: datetime) -> Refusal | None:
        """Asks for a code within a session, before something weighty; None if it is right, and used up by that.

        Wrong ones count for the account in whatever browser: with the password in hand anybody has as many known
        browsers as they like.
        """
        return self._coded(session.user, typed, Asker(asker.address), now)

    def completed(self, session: WebSession) -> Entry:
        """What a session that was half-way becomes once its second factor is there."""
        return Entry(session.user, session.way, "in", session.token_id)

    def is_theirs(self, session: WebSession, typed: str, asker: Asker, now: datetime) -> Refusal | None:
        """Asks once more, before something weighty, for what the session was opened with; None if that is right."""
        stored = self._store.credentials.password_of(session.user.id)
        if stored is None and session.token_id is None:
            return Refusal("use_provider")
        slowing = for_session(session.id, self._vault)
        begun = self._store.sign_in_tries.begin(slowing.all, now)
        if begun.wait_until is not None:
            return Refusal("wait", begun.wait_until)
        if stored is not None:
            is_right = self._passwords.fits(typed, stored.hash)
        else:
            token = self._token(typed, now)
            is_right = token is not None and token.id == session.token_id
        if not is_right:
            self._failed(begun, session.user, asker, now)
            return WRONG
        self._store.sign_in_tries.undo((slowing.own,), (), now)
        return None

    def open(self, entry: Entry, asker: Asker, now: datetime, instead_of: WebSession | None = None) -> Opened:
        """A session with a secret of its own; the one that was there half-way ends."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        ends = now + (self._settings.sign_in.lasts if entry.stage == "in" else HALF_WAY)
        ends = min(ends, entry.until or ends)
        new = NewSession(
            hash=token_hash(secret),
            account_id=entry.user.id,
            opened_as=entry.user.role,
            stage=entry.stage,
            way=entry.way,
            agent=short_name(asker.agent),
            created_at=now,
            ends_at=ends,
            token_id=entry.token_id,
        )
        self._store.sessions.open(new, instead_of=instead_of.id if instead_of else None)
        return Opened(secret, ends - now, self._known(entry, now))

    def session(self, secret: str, now: datetime) -> WebSession | None:
        """The open session that this secret belongs to."""
        return self._store.sessions.find(token_hash(secret), now, self._settings.sign_in.idle) if secret else None

    def needs_second_factor(self, user: User) -> bool:
        """Whether the settings ask this user for one."""
        wanted = self._settings.sign_in.second_factor
        return wanted == "all" or (wanted == "admins" and user.role == "admin")

    def _coded(self, user: User, typed: str, asker: Asker, now: datetime) -> Refusal | None:
        found = self._store.second_factors.of(user.id)
        if found is None or found.confirmed_at is None:
            return CODE_WRONG
        stored = self._store.credentials.password_of(user.id)
        since = stored.changed_at if stored else found.confirmed_at
        slowing = for_code((user.id, since), asker, self._vault, now)
        begun = self._store.sign_in_tries.begin(slowing.all, now)
        if begun.wait_until is not None:
            return Refusal("wait", begun.wait_until)
        if not self._uses_up(user, found, typed, now):
            self._failed(begun, user, asker, now)
            return CODE_WRONG
        self._store.sign_in_tries.undo((slowing.own,), (), now)
        return None

    def _uses_up(self, user: User, factor: SecondFactor, typed: str, now: datetime) -> bool:
        """Whether this is a code of the user's device, or a recovery code; it is used up by that."""
        step = codes.step_of(typed, self._vault.open(factor.sealed_secret), now)
        if step is not None:
            return self._store.second_factors.use_step(user.id, step)
        hash = codes.recovery_hash(typed, user.id)
        if hash is None or not self._store.second_factors.use_recovery(user.id, hash):
            return False
        left = self._store.second_factors.recovery_left(user.id)
        self._store.audit.note("sign_in.recovery_code_used", user.name, now, left=left)
        return True

    def _stage(self, user: User) -> SignInStage:
        if self._store.second_factors.is_on(user.id):
            return "code"
        return "set_up" if self.needs_second_factor(user) else "in"

    def _token(self, code: str, now: datetime) -> Token | None:
        found = self._store.accounts.find_token(token_hash(code.strip()), now)
        return found if found is not None and found.client is None else None

    def _known(self, entry: Entry, now: datetime) -> str:
        stored = self._store.credentials.password_of(entry.user.id)
        if entry.way != "password" or entry.stage != "in" or stored is None:
            return ""
        return known_browser((entry.user.id, stored.changed_at), self._vault, now)

    def _failed(self, begun: Begun, user: User | None, asker: Asker, now: datetime) -> None:
        """Notes where guessing begins to be slowed down; never what was typed, which may be a password."""
        log.warning("a sign-in to the pages was refused, from %s", asker.address)
        of_an_address = for_address(asker, self._vault).key in begun.now_waiting
        if of_an_address or (begun.now_waiting and user is not None):
            self._store.audit.note("sign_in.slowed_down", user.name if user else "nobody", now, address=asker.address)
