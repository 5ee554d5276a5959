"""Opening the mailboxes with what is stored for them: a password, or a token that is refreshed before it expires."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar, cast

from server.errors import LoginRefused, ServerError
from server.mail import oauth
from server.mail.login import Login, Security
from server.mail.oauth import Provider, Token
from server.secrets import SecretError, Vault
from server.settings import Mail, OAuth, Settings
from server.store import Mailbox, NewMailbox, Store

PASSWORD = "password"  # noqa: S105 - the kind of sign-in, not one
PROVIDERS = ("microsoft", "google", "own")

Opened = TypeVar("Opened")


class Credentials:
    """The logins of all mailboxes; share one per process, so that a token is refreshed once for all its threads."""

    def __init__(
        self, store: Store, vault: Vault, settings: Settings, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store, self._vault, self._settings, self._clock = store, vault, settings, clock
        self._locks: dict[int, threading.Lock] = {}
        self._guard = threading.Lock()

    @property
    def mail(self) -> Mail:
        """The settings of the mail servers."""
        return self._settings.mail

    @property
    def never_read(self) -> tuple[str, ...]:
        """Patterns of folders that no mail is read from, with all below them."""
        return self._settings.privacy.exclude_folders

    def login(self, mailbox: Mailbox) -> Login:
        """How to sign in now; refreshes a token that is about to expire. Raises ServerError."""
        if mailbox.auth == PASSWORD:
            return login_for(mailbox, self._password(mailbox), self.mail)
        return self._with_token(mailbox, None)

    def open(self, mailbox: Mailbox, opened: Callable[[Login], Opened]) -> Opened:
        """What `opened` makes of the login; a token that the server does not take is refreshed and tried once more.

        Raises ServerError; LoginRefused means that somebody has to sign in again.
        """
        login = self.login(mailbox)
        try:
            return opened(login)
        except LoginRefused:
            if not login.token:
                raise
        return opened(self.renewed(mailbox, login))

    def renewed(self, mailbox: Mailbox, refused: Login) -> Login:
        """The login with another token than the one that the server did not take; raises ServerError."""
        return self._with_token(mailbox, refused.token)

    def _with_token(self, mailbox: Mailbox, refused: str | None) -> Login:
        """The login with a token that is neither due nor `refused`; one thread at a time asks for it."""
        with self._lock_of(mailbox):
            sealed = self._store.mailboxes.sealed_secret(mailbox.id)
            token = _token(self._vault.open(sealed), mailbox)
            if token.is_due(self._clock()) or token.access == refused:
                token = self._refreshed(mailbox, token, sealed)
        return login_for(mailbox, "", self.mail, token=token.access)

    def _refreshed(self, mailbox: Mailbox, token: Token, sealed: bytes) -> Token:
        provider = provider_named(mailbox.auth, self._settings.oauth)
        try:
            fresh = oauth.refreshed(provider, token, mailbox.address, self._clock())
        except LoginRefused:
            other = self._stored_by_others(mailbox, sealed)
            if other is None:
                raise
            return other
        if self._store.mailboxes.replace_secret(mailbox.id, self._vault.seal(fresh.to_json()), was=sealed):
            return fresh
        return self._stored_by_others(mailbox, sealed) or fresh

    def _stored_by_others(self, mailbox: Mailbox, sealed: bytes) -> Token | None:
        """The token that another process has stored meanwhile: its refresh may have made ours useless."""
        now = self._store.mailboxes.sealed_secret(mailbox.id)
        return _token(self._vault.open(now), mailbox) if now != sealed else None

    def _lock_of(self, mailbox: Mailbox) -> threading.Lock:
        with self._guard:
            return self._locks.setdefault(mailbox.id, threading.Lock())

    def _password(self, mailbox: Mailbox) -> str:
        return self._vault.open(self._store.mailboxes.sealed_secret(mailbox.id))


def login_for(mailbox: Mailbox | NewMailbox, password: str, mail: Mail, *, token: str = "") -> Login:
    """How to sign in to a mailbox."""
    return Login(
        mailbox=mailbox.address,
        host=mailbox.host,
        port=mailbox.port,
        security=cast(Security, mailbox.security),
        username=mailbox.username,
        password=password,
        ca_file=Path(mailbox.ca_file) if mailbox.ca_file else None,
        allow_plaintext=mail.allow_plaintext,
        token=token,
    )


def provider_named(name: str, settings: OAuth) -> Provider:
    """The provider of tokens with this name; raises ServerError if the settings do not say enough about it."""
    if name == "microsoft":
        _need(settings.microsoft_client_id, "microsoft_client_id", name)
        return oauth.microsoft(settings.microsoft_client_id, settings.microsoft_tenant, settings.microsoft_authority)
    if name == "google":
        _need(settings.google_client_id, "google_client_id", name)
        _need(settings.google_client_secret, "google_client_secret", name)
        return oauth.google(settings.google_client_id, settings.google_client_secret)
    if name != "own":
        raise ServerError(f"{name!r} gives out no tokens that are known here: take one of {', '.join(PROVIDERS)}.")
    _need(settings.own_client_id, "own_client_id", name)
    _need(settings.own_token_url, "own_token_url", name)
    _need(settings.own_device_url or settings.own_authorize_url, "own_device_url or own_authorize_url", name)
    return Provider(
        name=name,
        title="Your identity provider",
        token_url=settings.own_token_url,
        client_id=settings.own_client_id,
        scope=settings.own_scope,
        client_secret=settings.own_client_secret,
        device_url=settings.own_device_url,
        authorize_url=settings.own_authorize_url,
    )


def _need(value: str, key: str, name: str) -> None:
    if not value:
        raise ServerError(
            f"Sign-in with {name} needs oauth.{key} in the settings. docs/mailboxes.md says how to get it."
        )


def _token(secret: str, mailbox: Mailbox) -> Token:
    try:
        return Token.from_json(secret)
    except (ValueError, KeyError, TypeError) as error:
        raise SecretError(
            f"{mailbox.address}: what is stored is no token. Sign in again: einklang mailbox sign-in {mailbox.address}"
        ) from error
