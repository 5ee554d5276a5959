"""What is changed about how somebody signs in: password, second factor, sessions; all of it stands in the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from server.secrets import Vault, new_token, token_hash
from server.sign_in import codes
from server.sign_in.password_strength import Weakness, weakness
from server.sign_in.passwords import Passwords
from server.store import Store, User

LINK_LASTS = timedelta(hours=24)
SET_UP_WITHIN = timedelta(minutes=10)  # a secret that was not confirmed by then is not shown again


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes in the name of `actor`, a user's name or "cli:NAME"; `about` is what everybody here knows, such as the
    team's name, and therefore no password."""

    store: Store
    vault: Vault
    passwords: Passwords
    actor: str
    now: datetime
    about: Sequence[str] = field(default=())

    def set_password(self, user: User, password: str) -> Weakness | None:
        """Gives the user this password, unless it is too weak; then nothing is changed. All sessions end."""
        weak = weakness(password, [user.name, *self.about])
        if weak is None:
            self.store.credentials.set_password(user.id, self.passwords.hashed(password), self.now)
            self._note("sign_in.password_set", user)
        return weak

    def remove_password(self, user: User) -> bool:
        """Takes the password away: the user signs in with a token or a provider again. False if there was none."""
        removed = self.store.credentials.remove_password(user.id)
        if removed:
            self._note("sign_in.password_removed", user)
        return removed

    def new_link(self, user: User) -> str:
        """The secret of a link with which the user sets a password, once, within 24 hours."""
        secret = new_token().removeprefix("ek_")
        self.store.credentials.offer_link(user.id, token_hash(secret), self.now, self.now + LINK_LASTS)
        self._note("sign_in.link_made", user)
        return secret

    def use_link(self, secret: str, user: User, password: str) -> Weakness | bool:
        """Sets the password that a link was made for; why not, or whether the link was still good."""
        weak = weakness(password, [user.name, *self.about])
        if weak is not None:
            return weak
        owner = self.store.credentials.take_link(token_hash(secret), self.passwords.hashed(password), self.now)
        if owner is not None:
            self._note("sign_in.password_set", user, by="link")
        return owner is not None

    def begin_second_factor(self, user: User) -> None:
        """Makes the secret that the user's device is to learn; not in force yet. Raises Conflict if one is."""
        sealed = self.vault.seal(codes.new_secret())
        self.store.second_factors.begin(user.id, sealed, self.now)

    def open_secret(self, user: User) -> str | None:
        """The secret that waits for being confirmed; None if there is none, or it has waited too long."""
        found = self.store.second_factors.of(user.id)
        if found is None or found.confirmed_at is not None or self.now - found.created_at > SET_UP_WITHIN:
            return None
        return self.vault.open(found.sealed_secret)

    def confirm_second_factor(self, user: User, typed: str) -> list[str] | None:
        """Puts the secret in force if this is its code; the recovery codes, to be shown once. All sessions end."""
        secret = self.open_secret(user)
        step = codes.step_of(typed, secret, self.now) if secret else None
        if step is None:
            return None
        fresh, hashes = _recovery(user)
        if not self.store.second_factors.confirm(user.id, step, hashes, self.now):
            return None
        self._note("sign_in.second_factor_on", user)
        return fresh

    def renew_recovery(self, user: User) -> list[str]:
        """Other recovery codes, to be shown once."""
        fresh, hashes = _recovery(user)
        self.store.second_factors.renew_recovery(user.id, hashes)
        self._note("sign_in.recovery_codes_renewed", user)
        return fresh

    def remove_second_factor(self, user: User) -> bool:
        """Takes the second factor away, as when the device is lost; all sessions end. False if there was none."""
        removed = self.store.second_factors.remove(user.id)
        if removed:
            self._note("sign_in.second_factor_off", user)
        return removed

    def end_sessions(self, user: User) -> int:
        """Signs the user out everywhere; how many sessions there were."""
        ended = self.store.sessions.end_all(user.id)
        self._note("sign_in.sessions_ended", user, sessions=ended)
        return ended

    def unbind(self, user: User) -> int:
        """Forgets who the user is at identity providers; the next one who signs in by that name is bound anew."""
        count = self.store.identities.unbind(user.id)
        if count:
            self._note("sign_in.identity_unbound", user)
        return count

    def _note(self, action: str, user: User, **details: Any) -> None:
        self.store.audit.note(action, self.actor, self.now, user=user.name, **details)


def _recovery(user: User) -> tuple[list[str], list[str]]:
    fresh = codes.new_recovery_codes()
    hashes = (codes.recovery_hash(each, user.id) for each in fresh)
    return fresh, [each for each in hashes if each is not None]
