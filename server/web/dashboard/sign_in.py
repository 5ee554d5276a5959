"""Signing in to the pages with a token of `einklang token add`, and out again."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server.web.dashboard.frame import Page, is_secure, open_to_all, own_path, services, shown, visitor
from server.web.dashboard.visitor import PATH, SESSION, VISIT, give_cookie, session_for
from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "title": both("Anmelden", "Sign in"),
    "token": both("Ihr Token", "Your token"),
    "token_help": both(
        "Ein Administrator erzeugt es mit „einklang token add NAME“. Es beginnt mit ek_.",
        "An administrator makes one with “einklang token add NAME”. It begins with ek_.",
    ),
    "enter": both("Anmelden", "Sign in"),
    "wrong": both(
        "Dieses Token ist unbekannt, abgelaufen oder widerrufen.", "This token is unknown, expired or revoked."
    ),
}
PAGE = Page("sign_in", WORDS)


@PAGE.routes.get("/sign-in")
@open_to_all
def show() -> Response:
    """The form; who is in already goes on."""
    if visitor().is_in:
        return redirect(own_path(request.args.get("to", "")), 303)
    return shown("sign_in.html", to=request.args.get("to", ""))


@PAGE.routes.post("/sign-in")
@open_to_all
def enter() -> Response:
    """Opens a session for a valid token."""
    found = services()
    session = session_for(request.form.get("token", ""), found)
    if session is None:
        return shown("sign_in.html", to=request.args.get("to", ""), wrong=True, status=422)
    response = redirect(own_path(request.args.get("to", "")), 303)
    give_cookie(response, SESSION, session[0], session[1], secure=is_secure())
    return response


@PAGE.routes.post("/sign-out")
def leave() -> Response:
    """Ends the session in this browser."""
    response = redirect(url_for("dashboard.sign_in.show"), 303)
    for name in (SESSION, VISIT):
        response.delete_cookie(name, path=PATH, httponly=True, samesite="Lax", secure=is_secure())
    return response
