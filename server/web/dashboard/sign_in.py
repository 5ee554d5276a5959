"""Signing in to the pages, with a password, a token or at a provider, and out again."""

from __future__ import annotations

from math import ceil

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server.doors import Door
from server.sign_in.entrance import Entry, Refusal
from server.web.dashboard.frame import Page, is_secure, needs, own_path, services, shown, visitor
from server.web.dashboard.sign_in_words import WORDS
from server.web.dashboard.visitor import SESSION, VISIT, asker_of, give_session, take_cookies

PAGE = Page("sign_in", WORDS, needs=Door.OPEN)


@PAGE.routes.get("/sign-in")
def show() -> Response:
    """The form; who is in already goes on, and so does who is half-way."""
    wanted = request.args.get("to", "")
    if visitor().is_in:
        return redirect(own_path(wanted), 303)
    if visitor().half_way:
        return redirect(url_for("dashboard.second_step.show", to=wanted or None), 303)
    return form()


@PAGE.routes.post("/sign-in")
def enter() -> Response:
    """Opens a session for a name with its password, or for a token."""
    found, given = services(), request.form
    asker, now = asker_of(request, found), found.clock()
    if "token" in given:
        became = found.entrance.by_token(given["token"], asker, now)
    else:
        became = found.entrance.by_password(given.get("name", ""), given.get("password", ""), asker, now)
    if isinstance(became, Refusal):
        return refused(became, wrong="wrong_token" if "token" in given else "wrong")
    return let_in(became, request.args.get("to", ""))


@PAGE.routes.post("/sign-out")
@needs(Door.OPEN)
def leave() -> Response:
    """Ends the session, be it half-way, and what this browser knows of it."""
    found = visitor().opened
    if found is not None:
        services().store.sessions.end(found.user.id, found.id)
    response = redirect(url_for("dashboard.sign_in.show"), 303)
    take_cookies(response, SESSION, VISIT, secure=is_secure())
    return response


def let_in(entry: Entry, wanted: str) -> Response:
    """To the page that was asked for, or to the code that is still missing; with a new session in any case."""
    found = services()
    opened = found.entrance.open(entry, asker_of(request, found), found.clock(), visitor().opened)
    step = url_for("dashboard.second_step.show", to=wanted or None)
    response = redirect(own_path(wanted) if entry.stage == "in" else step, 303)
    give_session(response, opened, secure=is_secure())
    return response


def refused(refusal: Refusal, *, wrong: str) -> Response:
    """The form once more, with what was wrong."""
    if refusal.until is not None:
        return waiting(refusal, form(said="wait", status=429, n=minutes_of(refusal)))
    return form(said=wrong if refusal.why == "wrong" else refusal.why, status=422)


def waiting(refusal: Refusal, response: Response) -> Response:
    """Says to programs, too, how long to wait."""
    assert refusal.until is not None
    seconds = (refusal.until - services().clock()).total_seconds()
    response.headers["Retry-After"] = str(max(1, ceil(seconds)))
    return response


def minutes_of(refusal: Refusal) -> int:
    """How many minutes somebody has to wait, at least one."""
    assert refusal.until is not None
    return max(1, ceil((refusal.until - services().clock()).total_seconds() / 60))


def form(*, said: str = "", status: int = 200, **values: object) -> Response:
    """The form, with the text `said` above it."""
    found = services()
    settings = found.settings.openid
    return shown(
        "sign_in.html",
        status=status,
        to=request.args.get("to", ""),
        said=said,
        values={"provider": settings.title, **values},
        provider=settings.title if settings.issuer else "",
        only=settings.is_only_way,
        token_first=not found.store.credentials.is_any(),
        is_set=request.args.get("set") == "1",
    )
