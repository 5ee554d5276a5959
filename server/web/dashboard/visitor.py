"""Who looks at the pages: the session of somebody who signed in, and the token that their forms carry."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Request, Response
from werkzeug.wrappers import Response as AnyResponse

from server.secrets import token_hash
from server.store import Token
from server.web.dashboard.wording import LANGUAGES
from server.wiring import Services

DASHBOARD, FORM = "dashboard", "dashboard form"  # whom tokens of the vault are for
SESSION, VISIT, LANGUAGE = "einklang_dashboard", "einklang_visit", "einklang_language"  # cookies
PATH = "/dashboard"  # no other page gets them
LASTS = timedelta(hours=12)
REMEMBERED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks for a page: in which language they read, who they are (None: nobody known; "" in a demo), and
    the visit that their forms belong to."""

    language: str
    user: str | None
    visit: str = field(repr=False)
    session: str = field(repr=False)
    is_new: bool

    @property
    def is_in(self) -> bool:
        """Whether they may see customers."""
        return self.user is not None


def visitor_of(request: Request, found: Services) -> Visitor:
    """Who sends this request."""
    visit, session = request.cookies.get(VISIT, ""), request.cookies.get(SESSION, "")
    return Visitor(
        language=_language(request),
        user=_user(session, found),
        visit=visit or secrets.token_urlsafe(16),
        session=session,
        is_new=not visit,
    )


def form_token(visitor: Visitor, found: Services) -> str:
    """What each form of this visitor carries: no other site can know it."""
    return found.vault.mint(_bound(visitor), FORM, LASTS, found.clock())


def is_own_form(request: Request, visitor: Visitor, found: Services) -> bool:
    """Whether a form that was sent comes from a page of this visitor's."""
    given = found.vault.verify(request.form.get("csrf", ""), FORM, found.clock())
    return not visitor.is_new and given == _bound(visitor)


def session_for(code: str, found: Services) -> tuple[str, timedelta] | None:
    """The session of the user whose token this is, and how long it lasts; None for what is no such token.

    Only tokens of people: the one that a mail client was given opens its panel alone.
    """
    now = found.clock()
    stored = found.store.accounts.find_token(token_hash(code.strip()), now)
    if stored is None or stored.client is not None:
        return None
    lasts = min(LASTS, stored.expires_at - now) if stored.expires_at else LASTS
    return found.vault.mint(token_hash(code.strip()), DASHBOARD, lasts, now), lasts


def give_cookie(response: AnyResponse, name: str, value: str, lasts: timedelta | None, *, secure: bool) -> None:
    """Sets a cookie that no script reads and that no other site sends along with a form."""
    response.set_cookie(name, value, max_age=lasts, path=PATH, secure=secure, httponly=True, samesite="Lax")


def keep_visit(response: Response, visitor: Visitor, *, secure: bool) -> None:
    """Has a new visitor keep their visit."""
    if visitor.is_new:
        give_cookie(response, VISIT, visitor.visit, None, secure=secure)


def _bound(visitor: Visitor) -> str:
    return hashlib.sha256(f"{visitor.visit}\0{visitor.session}".encode("utf-8", "surrogatepass")).hexdigest()


def _user(session: str, found: Services) -> str | None:
    if found.demo:
        return ""
    # A session is worth as much as the token behind it: it ends when that is revoked or expires.
    subject = found.vault.verify(session, DASHBOARD, found.clock()) if session else None
    stored: Token | None = found.store.accounts.find_token(subject, found.clock()) if subject else None
    return stored.user.name if stored else None


def _language(request: Request) -> str:
    asked = request.args.get("lang", "") or request.cookies.get(LANGUAGE, "")
    # "de-AT, en;q=0.5" is somebody who would rather read German: regions are looked through one by one
    wanted = (each.partition("-")[0].lower() for each in request.accept_languages.values())
    return asked if asked in LANGUAGES else next((each for each in wanted if each in LANGUAGES), "en")
