"""OAuth2 for mail servers: who gives out tokens, and how one is refreshed; every refusal is told in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from server.mail import oauth_refusals

ANSWER_WITHIN = 20.0  # seconds for one answer of a provider
REFRESH_AHEAD = timedelta(minutes=5)  # clocks differ, and a sign-in takes its time
USUAL_LIFE = 3600  # seconds; RFC 6749 lets a provider leave out `expires_in`, and an hour is what they mostly give


@dataclass(frozen=True, slots=True)
class Provider:
    """Who gives out tokens for mailboxes; one of `device_url` and `authorize_url` is enough.

    `extra` is what its page for browsers wants to be asked with in order to give a refresh token, `loopback` the name
    by which it lets a browser come back to this machine. Not `hints`: who signs in is hardly ever the mailbox itself.
    """

    name: str
    title: str
    token_url: str
    client_id: str
    scope: str
    client_secret: str = field(default="", repr=False)
    device_url: str = ""
    authorize_url: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    loopback: str = "127.0.0.1"
    hints: bool = True


@dataclass(frozen=True, slots=True)
class Token:
    """What opens a mailbox until `expires_at`, and what gets the next one (may be empty)."""

    access: str = field(repr=False)
    expires_at: datetime
    refresh: str = field(default="", repr=False)

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be refreshed before it is used."""
        return now >= self.expires_at - REFRESH_AHEAD

    def to_json(self) -> str:
        """As it is sealed and stored."""
        return json.dumps({"access": self.access, "expires_at": self.expires_at.timestamp(), "refresh": self.refresh})

    @staticmethod
    def from_json(text: str) -> Token:
        """What `to_json` wrote."""
        stored = json.loads(text)
        return Token(stored["access"], datetime.fromtimestamp(stored["expires_at"], UTC), stored["refresh"])


def microsoft(client_id: str, tenant: str, authority: str) -> Provider:
    """Microsoft 365: https://learn.microsoft.com/exchange/client-developer/legacy-protocols."""
    base = f"{authority}/{tenant}/oauth2/v2.0"
    return Provider(
        name="microsoft",
        title="Microsoft",
        token_url=f"{base}/token",
        device_url=f"{base}/devicecode",
        authorize_url=f"{base}/authorize",
        client_id=client_id,
        scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
        extra={"prompt": "select_account"},  # a shared mailbox is opened by somebody with access to it
        loopback="localhost",  # the only name for which Entra leaves the port open
        hints=False,
    )


def google(client_id: str, client_secret: str) -> Provider:
    """Google: it gives no device codes for the scope that IMAP needs, so its way leads through a browser.

    Source: https://developers.google.com/identity/protocols/oauth2/limited-input-device#allowedscopes.
    """
    return Provider(
        name="google",
        title="Google",
        token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
        authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
        client_id=client_id,
        client_secret=client_secret,
        scope="https://mail.google.com/",
        extra={"access_type": "offline", "prompt": "consent"},  # else no refresh token comes the second time
    )


def refreshed(provider: Provider, token: Token, mailbox: str, now: datetime) -> Token:
    """The next token; raises LoginRefused if somebody has to sign in again, ConnectionLost for trouble that passes."""
    if not token.refresh:
        raise oauth_refusals.withdrawn(mailbox, provider.title, "It gave no refresh token.")
    with told(provider, mailbox):
        answer = session(provider).refresh_token(provider.token_url, token.refresh, timeout=ANSWER_WITHIN)
    fresh = token_in(answer, provider, mailbox, now)
    return fresh if fresh.refresh else replace(fresh, refresh=token.refresh)


def session(provider: Provider, **more: Any) -> Any:
    """Authlib's client for this provider; it follows no redirect, which could lead a secret astray."""
    from authlib.integrations.requests_client import OAuth2Session  # takes half a second, and few commands need it

    client = OAuth2Session(
        client_id=provider.client_id,
        client_secret=provider.client_secret or None,
        scope=provider.scope,
        token_endpoint_auth_method="client_secret_post" if provider.client_secret else "none",
        **more,
    )
    client.max_redirects = 0
    client.trust_env = True  # a proxy of the environment is used
    return client


@contextmanager
def told(provider: Provider, mailbox: str) -> Iterator[None]:
    """Turns what Authlib and requests raise into MailErrors."""
    from authlib.common.errors import AuthlibBaseError
    from requests import RequestException

    try:
        yield
    except AuthlibBaseError as refusal:
        raise oauth_refusals.refused(mailbox, provider, refusal.error or "", refusal.description or "") from None
    except (RequestException, ValueError) as trouble:
        # `from None`: their text may repeat the request, in which secrets stand
        raise oauth_refusals.unreachable(mailbox, provider, trouble) from None


def token_in(answer: Mapping[str, Any], provider: Provider, mailbox: str, now: datetime) -> Token:
    """The token in a provider's answer; raises MailError if there is none."""
    access, refresh = answer.get("access_token"), answer.get("refresh_token")
    if not isinstance(access, str) or not access.isascii() or not access.isprintable():
        raise oauth_refusals.strange(mailbox, provider, "its answer holds no access token")
    try:
        life = float(answer.get("expires_in") or USUAL_LIFE)
    except (TypeError, ValueError):
        life = USUAL_LIFE
    return Token(access, now + timedelta(seconds=life), refresh if isinstance(refresh, str) else "")
