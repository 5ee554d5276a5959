"""/dashboard/account: one's own account: where one is signed in, the password, the second factor."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server.access import Right
from server.errors import Conflict
from server.sign_in import codes
from server.sign_in.entrance import Entry, Refusal
from server.store import User, WebSession
from server.web.dashboard.account_words import WORDS
from server.web.dashboard.frame import Page, access, is_secure, services, shown, visitor
from server.web.dashboard.second_step import changes_by, square_of
from server.web.dashboard.sign_in import minutes_of, waiting
from server.web.dashboard.visitor import SESSION, asker_of, give_session, take_cookies

PAGE = Page("account", WORDS, needs=Right.ACCOUNT)
DONE = ("changed", "is_off")  # what a page says after it was redirected to


@PAGE.routes.get("/account")
def show() -> Response:
    """Everything about the account of who asks."""
    done = request.args.get("done", "")
    return _page(done=done if done in DONE else "")


@PAGE.routes.post("/account/sessions/<int:number>/end")
def end_session(number: int) -> Response:
    """Signs out one browser of one's own."""
    opened = visitor().opened
    if opened is not None:
        services().store.sessions.end(opened.user.id, number)
    return redirect(url_for("dashboard.account.show"), 303)


@PAGE.routes.post("/account/sessions/end")
def end_all() -> Response:
    """Signs out everywhere, here, too."""
    opened = visitor().opened
    if opened is not None:
        changes_by(opened.user).end_sessions(opened.user)
    response = redirect(url_for("dashboard.sign_in.show"), 303)
    take_cookies(response, SESSION, secure=is_secure())
    return response


@PAGE.routes.post("/account/password")
def change_password() -> Response:
    """Another password; all other sessions end, and this one goes on with another secret."""
    opened, form = visitor().opened, request.form
    if opened is None:
        return show()
    if form.get("new", "") != form.get("again", ""):
        return _page(at="password", said="weak_differs", status=422)
    refusal = _asked_again(opened)
    if refusal is not None:
        return _refused("password", refusal)
    weak = changes_by(opened.user).set_password(opened.user, form.get("new", ""))
    if weak is not None:
        return _page(at="password", said=f"weak_{weak}", status=422)
    return _go_on(
        Entry(opened.user, "password", "in"), redirect(url_for("dashboard.account.show", done="changed"), 303)
    )


@PAGE.routes.post("/account/second-factor/begin")
def begin_second_factor() -> Response:
    """Makes a secret for a device, after the password was asked for once more."""
    opened = visitor().opened
    if opened is None:
        return show()
    refusal = _asked_again(opened)
    if refusal is not None:
        return _refused("factor", refusal)
    try:
        changes_by(opened.user).begin_second_factor(opened.user)
    except Conflict:
        return show()
    return redirect(url_for("dashboard.account.second_factor"), 303)


@PAGE.routes.get("/account/second-factor")
def second_factor() -> Response:
    """What the device is to learn, and the field for its first code."""
    opened = visitor().opened
    secret = changes_by(opened.user).open_secret(opened.user) if opened else None
    if opened is None or secret is None:
        return redirect(url_for("dashboard.account.show"), 303)
    return _set_up(opened.user, secret)


@PAGE.routes.post("/account/second-factor")
def confirm_second_factor() -> Response:
    """Puts the second factor in force and shows the recovery codes, this once."""
    opened = visitor().opened
    secret = changes_by(opened.user).open_secret(opened.user) if opened else None
    if opened is None or secret is None:
        return redirect(url_for("dashboard.account.show"), 303)
    fresh = changes_by(opened.user).confirm_second_factor(opened.user, request.form.get("code", ""))
    if fresh is None:
        return _set_up(opened.user, secret, said="code_wrong", status=422)
    return _go_on(services().entrance.completed(opened), _recovery(fresh))


@PAGE.routes.post("/account/second-factor/recovery")
def renew_recovery() -> Response:
    """Other recovery codes, shown this once, for whoever has both the password and a code: each of them is a code."""
    opened = visitor().opened
    if opened is None or not services().store.second_factors.is_on(opened.user.id):
        return show()
    refusal = _asked_again(opened) or _asked_for_code(opened)
    if refusal is not None:
        return _refused("recovery", refusal)
    return _recovery(changes_by(opened.user).renew_recovery(opened.user))


@PAGE.routes.post("/account/second-factor/off")
def switch_off() -> Response:
    """Takes the second factor away, for whoever has both the password and a code; not where it is required."""
    opened, found = visitor().opened, services()
    if opened is None or found.entrance.needs_second_factor(opened.user):
        return show()
    refusal = _asked_again(opened) or _asked_for_code(opened)
    if refusal is not None:
        return _refused("off", refusal)
    changes_by(opened.user).remove_second_factor(opened.user)
    return _go_on(found.entrance.completed(opened), redirect(url_for("dashboard.account.show", done="is_off"), 303))


def _asked_again(opened: WebSession) -> Refusal | None:
    found = services()
    return found.entrance.is_theirs(opened, request.form.get("current", ""), asker_of(request, found), found.clock())


def _asked_for_code(opened: WebSession) -> Refusal | None:
    found = services()
    return found.entrance.has_device(opened, request.form.get("code", ""), asker_of(request, found), found.clock())


def _go_on(entry: Entry, response: Response) -> Response:
    """The same browser goes on in a session with a secret of its own; all others have ended."""
    found = services()
    opened = found.entrance.open(entry, asker_of(request, found), found.clock())
    give_session(response, opened, secure=is_secure())
    return response


def _refused(at: str, refusal: Refusal) -> Response:
    if refusal.until is not None:
        return waiting(refusal, _page(at=at, said="wait", status=429, n=minutes_of(refusal)))
    return _page(at=at, said=refusal.why, status=422)


def _recovery(fresh: list[str]) -> Response:
    return shown("account_codes.html", codes=[codes.grouped(each) for each in fresh])


def _set_up(user: User, secret: str, *, said: str = "", status: int = 200) -> Response:
    square = square_of(secret, user)
    return shown("account_factor.html", status=status, secret=codes.grouped(secret), square=square, said=said)


def _page(*, at: str = "", said: str = "", done: str = "", status: int = 200, **values: object) -> Response:
    """The page; `said` is a text shown in the section `at`, `done` one shown above all."""
    found, opened = services(), visitor().opened
    if opened is None:
        return shown("account.html", user=None)
    store, user = found.store, opened.user
    stored = store.credentials.password_of(user.id)
    factor = store.second_factors.of(user.id)
    is_on = factor is not None and factor.confirmed_at is not None
    return shown(
        "account.html",
        status=status,
        user=user,
        opened=opened,
        granted=() if access().sight.is_everything else store.accounts.granted(user),
        sees_all=access().sight.is_everything,
        sessions=store.sessions.of(user.id, found.clock(), found.settings.sign_in.idle),
        has_password=stored is not None,
        can_prove=stored is not None or opened.token_id is not None,
        factor=factor if is_on else None,
        recovery_left=store.second_factors.recovery_left(user.id),
        required=found.entrance.needs_second_factor(user),
        provider=found.settings.openid.title,
        at=at,
        said=said,
        done=done,
        values=values,
    )
