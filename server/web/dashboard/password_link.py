"""/dashboard/password: where somebody whom an admin sent a link sets their password themselves."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server.doors import Door
from server.secrets import token_hash
from server.store import User
from server.web.dashboard.frame import Page, services, shown
from server.web.dashboard.second_step import changes_by
from server.web.dashboard.sign_in_words import LINK_WORDS

PAGE = Page("password_link", LINK_WORDS, needs=Door.OPEN)


@PAGE.routes.get("/password")
def show() -> Response:
    """The form of a link that is still good; opening it uses nothing up, for programs open links, too."""
    return _form(request.args.get("link", ""))


@PAGE.routes.post("/password")
def enter() -> Response:
    """Sets the password and leads to the sign-in, where it is asked for."""
    link, new = request.form.get("link", ""), request.form.get("new", "")
    user = _owner(link)
    if user is None:
        return _form(link)
    if new != request.form.get("again", ""):
        return _form(link, said="weak_differs", status=422)
    became = changes_by(user).use_link(link, user, new)
    if became is True:
        return redirect(url_for("dashboard.sign_in.show", set=1), 303)
    return _form(link, said=f"weak_{became}" if became else "gone", status=422)


def _form(link: str, *, said: str = "", status: int = 200) -> Response:
    user = _owner(link)
    if user is None:
        return shown("password_link.html", status=410, user=None)
    return shown("password_link.html", status=status, user=user, link=link, said=said)


def _owner(link: str) -> User | None:
    found = services()
    number = found.store.credentials.owner_of_link(token_hash(link), found.clock()) if link else None
    return found.store.accounts.user_numbered(number) if number is not None else None
