"""Who asks, and what they may: a token of `einklang token add` or of a paired client, a session, a webmail server's."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Literal, ParamSpec, TypeVar

from flask import current_app, g, request

from server import host_token
from server.access import EVERYTHING, Access, Right, Scope, cut
from server.api.host_users import user_of_host
from server.api.problems import Refused
from server.doors import behind
from server.secrets import token_hash
from server.store import Token
from server.wiring import Services

P = ParamSpec("P")
R = TypeVar("R")

PANEL: Literal["panel"] = "panel"  # the audience of session tokens, and all that they are good for
DEMO = "demo"  # whom a session token of the demo belongs to; all others carry the hash of the token behind them
SECURITY: list[dict[str, list[str]]] = [{"token": []}]


def services() -> Services:
    """The services of the application that answers this request."""
    found = current_app.extensions["einklang"]
    assert isinstance(found, Services)
    return found


def needs(right: Right) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Lets a view run only for a valid token whose user, role and scopes allow this; `access()` then says who asks."""

    def guarding(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            g.einklang_access = _let_in(right)
            return view(*args, **kwargs)

        return behind(guarded, right)

    return guarding


def access() -> Access:
    """What who asks may do and see."""
    found = g.einklang_access
    assert isinstance(found, Access)
    return found


def _let_in(right: Right) -> Access:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refused(401, "The request carries no token: send 'Authorization: Bearer TOKEN'.")
    found = access_by(token)
    if found is None:
        raise Refused(401, "The token is unknown, revoked or expired: sign in again.")
    if not found.may(right):
        raise Refused(403, f"The role or the token of {found.user or 'this user'} does not allow this: {right.value}.")
    return found


def access_by(token: str) -> Access | None:
    """What a token of any kind opens; None for nothing. Refused (403) where a webmail server names nobody known."""
    found = services()
    accounts, now = found.store.accounts, found.clock()
    if host_token.looks_like_one(token):
        user = user_of_host(token, found)
        return accounts.access_of(user, frozenset({PANEL})) if user else None
    subject = found.vault.verify(token, PANEL, now)
    if subject == DEMO:
        return _demo_access() if found.demo else None
    # A session is worth as much as the token behind it: it ends when that is revoked or expires.
    with found.store.at_one_moment():
        stored = accounts.valid_token(subject or token_hash(token), now)
        if stored is None:
            return None
        scopes = stored_scopes(stored)
        access = accounts.access_of(stored.user, cut(scopes, PANEL) if subject else scopes)
    # Not before: in one moment a connection is held, and all that wait for one to write with would hold one.
    accounts.note_use(stored, now)
    return access


def stored_scopes(token: Token) -> frozenset[Scope] | None:
    """What a token is good for; that of a mail client for its panel alone."""
    return token.scopes if token.client is None else cut(token.scopes, PANEL)


def _demo_access() -> Access:
    """What everybody on the machine of a demo may: all, for its mail is invented."""
    account = services().store.accounts.find_user(DEMO)
    return Access(DEMO, "admin", EVERYTHING, frozenset({PANEL}), account.id if account else None)
