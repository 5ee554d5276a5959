"""Who looks at the pages: the session of somebody who signed in, and the token that their forms carry."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Request, Response
from werkzeug.wrappers import Response as AnyResponse

from server.access import EVERYTHING, Access
from server.sign_in.entrance import Opened
from server.sign_in.slowing import KNOWN_FOR, Asker
from server.store import WebSession
from server.web.dashboard.wording import LANGUAGES
from server.wiring import Services

FORM = "dashboard form"  # whom the tokens of forms are for
SESSION, VISIT, LANGUAGE = "einklang_dashboard", "einklang_visit", "einklang_language"  # cookies
KNOWN, JOURNEY = "einklang_known", "einklang_journey"
PATH = "/dashboard"  # no other page gets them
OF_THIS_HOST = "__Host-"  # browsers take cookies of this name from this very host alone, by TLS and for all its paths
FORM_LASTS = timedelta(hours=12)
REMEMBERED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks for a page: in which language they read, what they may (None: nobody known), and the visit that
    their forms belong to. `session` is the secret that they show, `opened` what it opens, be it half-way,
    `journey` what they bring back from an identity provider, sealed.
    """

    language: str
    access: Access | None
    visit: str = field(repr=False)
    session: str = field(repr=False)
    is_new: bool
    opened: WebSession | None = None
    journey: str = field(default="", repr=False)

    @property
    def user(self) -> str | None:
        """Who they are: None for nobody known, "" in a demo."""
        return self.access.user if self.access else None

    @property
    def is_in(self) -> bool:
        """Whether they may see customers."""
        return self.access is not None

    @property
    def half_way(self) -> WebSession | None:
        """The session of somebody who is not in before a code, or before they have set one up."""
        return self.opened if self.opened is not None and self.opened.stage != "in" else None


def visitor_of(request: Request, found: Services) -> Visitor:
    """Who sends this request."""
    secure = is_by_tls(request, found)
    visit, session = (request.cookies.get(_called(name, secure=secure), "") for name in (VISIT, SESSION))
    opened = None if found.demo else found.entrance.session(session, found.clock())
    return Visitor(
        language=_language(request),
        access=Access("", "admin", EVERYTHING) if found.demo else _access(opened, found),
        visit=visit or secrets.token_urlsafe(16),
        session=session,
        is_new=not visit,
        opened=opened,
        journey=request.cookies.get(_called(JOURNEY, secure=secure), ""),
    )


def asker_of(request: Request, found: Services) -> Asker:
    """Where a request comes from, as far as wrong tries are counted for it."""
    known = request.cookies.get(_called(KNOWN, secure=is_by_tls(request, found)), "")
    return Asker(request.remote_addr or "nowhere", known, request.headers.get("User-Agent", ""))


def shown_session(request: Request) -> str:
    """The secret of a session that a request shows, whether it opens anything or not; empty where it shows none."""
    return request.cookies.get(OF_THIS_HOST + SESSION) or request.cookies.get(SESSION, "")


def is_by_tls(request: Request, found: Services) -> bool:
    """Whether browsers reach this server by TLS, so that cookies may insist on it."""
    return request.is_secure or found.settings.web.url.startswith("https:")


def form_token(visitor: Visitor, found: Services) -> str:
    """What each form of this visitor carries: no other site can know it."""
    return found.vault.mint(_bound(visitor), FORM, FORM_LASTS, found.clock())


def is_own_form(request: Request, visitor: Visitor, found: Services) -> bool:
    """Whether a form that was sent comes from a page of this visitor's."""
    given = found.vault.verify(request.form.get("csrf", ""), FORM, found.clock())
    return not visitor.is_new and given == _bound(visitor)


def give_session(response: AnyResponse, opened: Opened, *, secure: bool) -> None:
    """Has the browser keep a session, and that it is a known one from now on."""
    give_cookie(response, SESSION, opened.secret, opened.lasts, secure=secure)
    if opened.known:
        give_cookie(response, KNOWN, opened.known, KNOWN_FOR, secure=secure)


def give_cookie(response: AnyResponse, name: str, value: str, lasts: timedelta | None, *, secure: bool) -> None:
    """Sets a cookie that no script reads and that no other site sends along with a form."""
    path = "/" if secure else PATH
    name = _called(name, secure=secure)
    response.set_cookie(name, value, max_age=lasts, path=path, secure=secure, httponly=True, samesite="Lax")


def take_cookies(response: AnyResponse, *names: str, secure: bool) -> None:
    """Has the browser forget these cookies."""
    for name in names:
        path = "/" if secure else PATH
        response.delete_cookie(_called(name, secure=secure), path=path, httponly=True, samesite="Lax", secure=secure)


def keep_visit(response: Response, visitor: Visitor, *, secure: bool) -> None:
    """Has a new visitor keep their visit."""
    if visitor.is_new:
        give_cookie(response, VISIT, visitor.visit, None, secure=secure)


def _called(name: str, *, secure: bool) -> str:
    return OF_THIS_HOST + name if secure and name != LANGUAGE else name


def _bound(visitor: Visitor) -> str:
    return hashlib.sha256(f"{visitor.visit}\0{visitor.session}".encode("utf-8", "surrogatepass")).hexdigest()


def _access(opened: WebSession | None, found: Services) -> Access | None:
    if opened is None or opened.stage != "in":
        return None
    return found.store.accounts.access_of(opened.user, opened.scopes)


def _language(request: Request) -> str:
    asked = request.args.get("lang", "") or request.cookies.get(LANGUAGE, "")
    # "de-AT, en;q=0.5" is somebody who would rather read German: regions are looked through one by one
    wanted = (each.partition("-")[0].lower() for each in request.accept_languages.values())
    return asked if asked in LANGUAGES else next((each for each in wanted if each in LANGUAGES), "en")
