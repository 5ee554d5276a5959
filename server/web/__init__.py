"""The pages: the panel, the page to try it on, and the headers that keep both safe."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, Response, abort, redirect, request
from werkzeug.security import safe_join
from werkzeug.wrappers import Response as Redirect

from server.doors import open_to_all
from server.web import answer, dashboard, outlook
from server.web.files import ADDIN
from server.web.headers import content_security, protect_answers
from server.web.packed import pack, pack_file
from server.web.panel_bundle import PAGE, bundle
from server.wiring import Services

pages = Blueprint("pages", __name__)


def register(app: Flask) -> None:
    """Hangs the pages and the security headers into the application."""
    services: Services = app.extensions["einklang"]
    policy = content_security(services.settings.web.frame_ancestors)
    protect_answers(app, policy, public_tls=services.settings.web.url.startswith("https:"))
    app.register_blueprint(pages)
    app.register_blueprint(outlook.routes_with(policy))
    app.register_blueprint(answer.routes)
    dashboard.register(app)


@pages.get("/")
@pages.get("/try/")
@open_to_all
def start() -> Redirect:
    """The page to try it on, without a slash: its files are named relative to that."""
    return redirect("/try")


@pages.get("/try")
@open_to_all
def try_page() -> Response:
    return _file("try", "index.html")


@pages.get("/try/<path:name>")
@open_to_all
def try_file(name: str) -> Response:
    return _file("try", name)


@pages.get("/panel/")
@open_to_all
def panel_page() -> Response:
    return panel_file(PAGE)


@pages.get("/panel/<path:name>")
@open_to_all
def panel_file(name: str) -> Response:
    made = bundle(ADDIN / "panel")
    return pack(name, made[name]).answer(request) if name in made else _file("panel", name)


def _file(part: str, name: str) -> Response:
    path = safe_join(str(ADDIN / part), name)
    if path is None or not Path(path).is_file():
        abort(404)
    return pack_file(Path(path)).answer(request)
