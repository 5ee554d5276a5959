"""Who asks: a token of `einklang token add` or of a paired client, a session token, or one of a webmail server."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import current_app, g, request

from server import host_token
from server.api.host_users import user_of_host
from server.api.problems import Refused
from server.errors import NotFound
from server.secrets import token_hash
from server.wiring import Services

P = ParamSpec("P")
R = TypeVar("R")

PANEL = "panel"  # the audience of session tokens
DEMO = "demo"  # whom a session token of the demo belongs to; all others carry the hash of the token behind them
SECURITY: list[dict[str, list[str]]] = [{"token": []}]


def services() -> Services:
    """The services of the application that answers this request."""
    found = current_app.extensions["einklang"]
    assert isinstance(found, Services)
    return found


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Lets a view run only for a valid token; `g.user` is then its user's name."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Refused(401, "The request carries no token: send 'Authorization: Bearer TOKEN'.")
        user = user_of(token)
        if user is None:
            raise Refused(401, "The token is unknown, revoked or expired: sign in again.")
        g.user = user
        return view(*args, **kwargs)

    return guarded


def account_id() -> int | None:
    """The number of the account of the user who asks; None for the visitor of a demo who has done nothing yet."""
    try:
        return services().store.accounts.get_user(g.user).id
    except NotFound:
        return None


def user_of(token: str) -> str | None:
    """The name of the user whom a token of any kind belongs to; None if it opens nothing. Refused (403) says why."""
    found = services()
    if host_token.looks_like_one(token):
        return user_of_host(token, found)
    subject = found.vault.verify(token, PANEL, found.clock())
    if subject == DEMO:
        return DEMO if found.demo else None
    # A session is worth as much as the token behind it: it ends when that is revoked or expires.
    stored = found.store.accounts.find_token(subject or token_hash(token), found.clock())
    return stored.user.name if stored else None
