"""What all pages of the dashboard share: who may see them, their language, their frame, forms that are safe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, current_app, g, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from coach.errors import CoachError
from server.access import Access, Right
from server.doors import Door, behind, door_of
from server.errors import Conflict, NotFound
from server.web.dashboard.formats import Formats
from server.web.dashboard.frame_words import WORDS as FRAME_WORDS
from server.web.dashboard.visitor import (
    LANGUAGE,
    REMEMBERED,
    Visitor,
    form_token,
    give_cookie,
    is_by_tls,
    is_own_form,
    keep_visit,
    visitor_of,
)
from server.web.dashboard.wording import LANGUAGES, Speaker, Texts
from server.web.files import ADDIN
from server.web.packed import pack_file
from server.wiring import Services

View = TypeVar("View", bound=Callable[..., Any])

FOLDER = Path(__file__).parent
STATIC = {each.name: each for each in (FOLDER / "static").iterdir()} | {
    name: ADDIN / "panel" / name for name in ("colors.css", "mark.svg")
}
CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
PAGES = "einklang_dashboard"  # where the application keeps its pages


@dataclass(frozen=True)
class Page:
    """One page: its routes, its texts, and its place in the navigation (None: it is not there).

    The text "navigation" is its name there; its view `show` is where that leads. `under` names the page that it belongs
    to where it is not in the navigation itself. `needs` is what all its views need that do not say so themselves.
    """

    name: str
    words: Texts
    needs: Right | Door
    place: int | None = None
    under: str = ""
    routes: Blueprint = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "routes", Blueprint(self.name, f"server.web.dashboard.{self.name}"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation."""

    label: str
    url: str
    is_here: bool


def needs(door: Right | Door) -> Callable[[View], View]:
    """Puts one view of a page behind another door than the page."""
    return lambda view: behind(view, door)


def services() -> Services:
    """The services of the application that answers this request."""
    found = current_app.extensions["einklang"]
    assert isinstance(found, Services)
    return found


def visitor() -> Visitor:
    """Who asks."""
    found = g.einklang_visitor
    assert isinstance(found, Visitor)
    return found


def access() -> Access:
    """What who asks may do and see; nobody who did not sign in gets to a view that asks."""
    found = visitor().access
    assert found is not None
    return found


def formats() -> Formats:
    """How dates and numbers are written for who asks."""
    found = services()
    return Formats(visitor().language, found.settings.digest.zone, found.clock())


def speaker() -> Speaker:
    """The texts of the frame and of the page that is asked for, in the language of who asks."""
    page = current_app.extensions[PAGES].get((request.blueprint or "").rpartition(".")[2])
    return Speaker(visitor().language, FRAME_WORDS, page.words if page else {})


def shown(template: str, *, status: int = 200, **values: Any) -> Response:
    """A page: the template with the frame around it."""
    found, who = services(), visitor()
    page = render_template(
        f"dashboard/{template}",
        language=who.language,
        languages=LANGUAGES,
        t=speaker(),
        f=formats(),
        csrf=form_token(who, found),
        navigation=_navigation(who) if who.is_in else (),
        visitor=who,
        may=_may(who),
        demo=found.demo,
        council=found.council(),
        team=found.settings.team.name,
        here=here,
        in_language=_in_language,
        **values,
    )
    return make_response(page, status)


def here(**changes: object) -> str:
    """The address of this page with some of its arguments changed; None takes one away."""
    arguments = {**request.args.to_dict(), **(request.view_args or {}), **changes}
    kept = {name: value for name, value in arguments.items() if value is not None and name != "lang"}
    return url_for(request.endpoint or "", **kept)


def own_path(wanted: str) -> str:
    """The page that is named if it is one of these, else the start: no link or form may lead away from here."""
    is_own = (
        wanted.startswith("/dashboard/") and wanted.isprintable() and not any(sign in wanted for sign in ("\\", "//"))
    )
    return wanted if is_own else url_for("dashboard.overview.show")


def _in_language(language: str) -> str:
    return "?" + urlencode(list({**request.args.to_dict(), "lang": language}.items()))


def told(key: str, status: int, **values: object) -> Response:
    """A page that says one thing: the texts "`key`" and "`key`_title" of the frame."""
    t = speaker()
    return shown("message.html", status=status, title=t(f"{key}_title"), text=t(key, **values))


def is_secure() -> bool:
    """Whether browsers reach this server by TLS, so that cookies may insist on it."""
    return is_by_tls(request, services())


def hang_in(app: Flask, pages: Sequence[Page]) -> None:
    """Hangs these pages into the application, below /dashboard."""
    app.extensions[PAGES] = {page.name: page for page in pages}
    frame = Blueprint("dashboard", __name__, url_prefix="/dashboard", template_folder=str(FOLDER / "templates"))
    frame.before_request(_guard)
    frame.after_request(_protect)
    frame.register_error_handler(NotFound, lambda error: told("not_found", 404))
    frame.register_error_handler(Conflict, lambda error: told("not_found", 409))
    frame.register_error_handler(CoachError, lambda error: told("not_found", 422))
    frame.register_error_handler(HTTPException, _http)
    frame.add_url_rule("/static/<name>", "static_file", _static)
    frame.add_url_rule("/<path:rest>", "unknown", _unknown)
    for page in pages:
        frame.register_blueprint(page.routes)
    app.register_blueprint(frame)
    for endpoint, view in app.view_functions.items():
        of = _page_of(endpoint, pages)
        if of is not None and door_of(view) is None:
            behind(view, of.needs)


def _page_of(endpoint: str, pages: Sequence[Page]) -> Page | None:
    """The page that a view of this name belongs to."""
    return next((each for each in pages if endpoint.startswith(f"dashboard.{each.name}.")), None)


def _guard() -> AnyResponse | None:
    """Lets in who signed in, and takes forms of this visitor's own pages only."""
    found = services()
    g.einklang_visitor = who = visitor_of(request, found)
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method not in ("GET", "HEAD", "OPTIONS") and not is_own_form(request, who, found):
        return told("stale_form", 403)
    if request.args.get("lang") in LANGUAGES and request.method == "GET":
        answer = redirect(here(), 303)
        give_cookie(answer, LANGUAGE, request.args["lang"], REMEMBERED, secure=is_secure())
        return answer
    return _refusal(door_of(view), who)


def _refusal(door: Right | Door | None, who: Visitor) -> AnyResponse | None:
    """What stands in the way of this visitor; None where they may come in. The one place that decides for pages."""
    if door is Door.OPEN:
        return None
    if who.access is None:
        wanted = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("dashboard.sign_in.show", to=wanted), 303)
    if not isinstance(door, Right):
        return None
    if not who.access.may(door):
        return told("not_allowed", 403)
    if who.access.sight.is_nothing and door is not Right.ACCOUNT:
        return told("no_mailbox", 403, user=who.access.user)
    return None


def _protect(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY
    response.headers["Referrer-Policy"] = "same-origin"  # addresses of customers stay here
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    if request.endpoint != "dashboard.static_file" and "einklang_visitor" in g:
        keep_visit(response, visitor(), secure=is_secure())
        response.headers["Vary"] = "Cookie, Accept-Language"
    return response


def _http(error: HTTPException) -> AnyResponse:
    if error.code == 404:
        return told("not_found", 404)
    return told("refused", error.code or 500)


@needs(Door.OPEN)
def _static(name: str) -> Response:
    if name not in STATIC:
        return told("not_found", 404)
    return pack_file(STATIC[name]).answer(request)


@needs(Door.SIGNED_IN)
def _unknown(rest: str) -> Response:
    return told("not_found", 404)


def _navigation(who: Visitor) -> list[Entry]:
    pages: dict[str, Page] = current_app.extensions[PAGES]
    at = (request.blueprint or "").rpartition(".")[2]
    at = pages[at].under or at if at in pages else at
    may = _may(who)
    return [
        Entry(Speaker(who.language, page.words)("navigation"), url_for(f"dashboard.{page.name}.show"), page.name == at)
        for page in pages.values()
        if page.place is not None and may(page.needs)
    ]


def _may(who: Visitor) -> Callable[[str | Door], bool]:
    """Whether this visitor may do something; in templates `may("export")`, by what the right is called."""
    return lambda door: who.access is not None and (isinstance(door, Door) or who.access.may(Right(door)))
