"""/answer/TOKEN: the page on which a customer answers one question; without script, cookie or trace.

Gateways for mail open links to look for evil: a GET only shows the page, with a choice preselected, a POST answers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    send_from_directory,
)
from flask_limiter import RateLimitExceeded
from werkzeug.wrappers import Response as Redirect

from server.doors import open_to_all
from server.errors import Conflict
from server.outcomes.kinds import SCALES
from server.outcomes.links import linked
from server.store import FeedbackLink
from server.web.answer_words import WORDS
from server.web.rates import WINDOW
from server.wiring import Services

FOLDER = Path(__file__).with_name("answer")
CONTENT_SECURITY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
routes = Blueprint("answer", __name__, template_folder=str(FOLDER))


@routes.errorhandler(RateLimitExceeded)
def slow_down(_: RateLimitExceeded) -> Response:
    """That somebody asks too often, on a page: a customer reads it."""
    language = request.accept_languages.best_match(list(WORDS)) or "en"
    response = _rendered(429, language, notice=WORDS[language].slow_down, wrong=True)
    response.headers["Retry-After"] = str(WINDOW)
    return response


@routes.get("/answer/style.css")
@open_to_all
def style() -> Response:
    response = send_from_directory(FOLDER, "style.css")
    response.headers["Cache-Control"] = "no-cache"
    return response


@routes.get("/answer/<token>")
@open_to_all
def show(token: str) -> Response:
    """The question, or that it is answered, closed or none; changes nothing."""
    link = _asked(token)
    return link if isinstance(link, Response) else _page(link, token)


@routes.post("/answer/<token>")
@open_to_all
def answer(token: str) -> Response | Redirect:
    """Keeps the answer and shows the page again."""
    link = _asked(token)
    if isinstance(link, Response):
        return link
    value = request.form.get("value", "")
    if value not in {str(each) for each in SCALES[link.kind]}:
        return _page(link, token, wrong=WORDS[link.language].choose, status=422)
    try:
        _services().store.feedback_links.answer(link.id, int(value), _services().clock())
    except Conflict:
        return _page(link, token, status=409)
    return _protected(redirect(token, 303))


def _services() -> Services:
    found = current_app.extensions["einklang"]
    assert isinstance(found, Services)
    return found


def _asked(token: str) -> FeedbackLink | Response:
    """The question of this request, or the page that says that there is none."""
    found = _services()
    language = request.accept_languages.best_match(list(WORDS)) or "en"
    link = linked(token, found.vault, found.store, found.clock())
    return link or _rendered(404, language, notice=WORDS[language].unknown, wrong=True)


def _page(link: FeedbackLink, token: str, *, wrong: str = "", status: int = 200) -> Response:
    now, words = _services().clock(), WORDS[link.language]
    if not link.takes_answer(now):
        said = words.stands if link.answered_at else words.closed
        return _rendered(status, link.language, notice=said)
    notice = words.thanks.format(value=link.value) if link.answered_at else ""
    asked = request.args.get("v", "")
    scale = SCALES[link.kind]
    preselected = int(asked) if asked in {str(each) for each in scale} else None
    return _rendered(
        status,
        link.language,
        form=True,
        kind=link.kind,
        scale=scale,
        chosen=link.value if link.value is not None else preselected,
        answered=link.answered_at is not None,
        token=token,
        notice=wrong or notice,
        wrong=bool(wrong),
    )


def _rendered(status: int, language: str, **values: Any) -> Response:
    team = _services().settings.team.name
    page = render_template("answer.html", language=language, words=WORDS[language], team=team, **values)
    response = make_response(page, status)
    _protected(response)
    return response


def _protected(response: Redirect) -> Redirect:
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY
    response.headers["Referrer-Policy"] = "no-referrer"  # the address is the key to the answer
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
