"""/dashboard/second-step: the code after the password, or setting one up where the settings ask for it."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server.doors import Door
from server.errors import Conflict
from server.sign_in import codes
from server.sign_in.changes import Changes
from server.sign_in.entrance import Refusal
from server.store import User, WebSession
from server.web.dashboard.frame import Page, is_secure, own_path, services, shown, visitor
from server.web.dashboard.sign_in import let_in, minutes_of, waiting
from server.web.dashboard.sign_in_words import STEP_WORDS
from server.web.dashboard.visitor import asker_of, give_session

PAGE = Page("second_step", STEP_WORDS, needs=Door.OPEN)


@PAGE.routes.get("/second-step")
def show() -> Response:
    """The field for the code, or what a device needs to make codes."""
    session = visitor().half_way
    if session is None:
        return redirect(url_for("dashboard.sign_in.show", to=request.args.get("to") or None), 303)
    return _form(session)


@PAGE.routes.post("/second-step")
def enter() -> Response:
    """Lets in whose code is right."""
    session, found = visitor().half_way, services()
    if session is None:
        return redirect(url_for("dashboard.sign_in.show"), 303)
    typed, now = request.form.get("code", ""), found.clock()
    if session.stage == "set_up":
        return _set_up(session, typed)
    became = found.entrance.by_code(session, typed, asker_of(request, found), now)
    if not isinstance(became, Refusal):
        return let_in(became, request.args.get("to", ""))
    if became.until is not None:
        return waiting(became, _form(session, said="wait", status=429, n=minutes_of(became)))
    return _form(session, said="code_wrong", status=422)


def changes_by(user: User) -> Changes:
    """Changes that a user makes on their own account."""
    found = services()
    return Changes(found.store, found.vault, found.passwords, user.name, found.clock(), (found.settings.team.name,))


def square_of(secret: str, user: User) -> str:
    """The square that an authenticator reads."""
    return codes.square(codes.uri(secret, user.name, services().settings.team.name))


def _set_up(session: WebSession, typed: str) -> Response:
    found = services()
    fresh = changes_by(session.user).confirm_second_factor(session.user, typed)
    if fresh is None:
        return _form(session, said="code_wrong", status=422)
    asker = asker_of(request, found)
    opened = found.entrance.open(found.entrance.completed(session), asker, found.clock())
    response = shown(
        "second_step.html",
        heading="recovery",
        codes=[codes.grouped(each) for each in fresh],
        to=own_path(request.args.get("to", "")),
        values={},
    )
    give_session(response, opened, secure=is_secure())
    return response


def _form(session: WebSession, *, said: str = "", status: int = 200, **values: object) -> Response:
    secret = _secret(session) if session.stage == "set_up" else ""
    return shown(
        "second_step.html",
        status=status,
        heading="set_up_title" if secret else "title",
        to=request.args.get("to", ""),
        said=said,
        values=values,
        secret=codes.grouped(secret),
        square=square_of(secret, session.user) if secret else "",
    )


def _secret(session: WebSession) -> str:
    """The secret that waits for its first code; a fresh one where none does."""
    changes = changes_by(session.user)
    found = changes.open_secret(session.user)
    if found is None:
        try:
            changes.begin_second_factor(session.user)
        except Conflict:  # set up in another window meanwhile
            return ""
        found = changes.open_secret(session.user)
    return found or ""
