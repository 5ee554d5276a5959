"""The pages of the Outlook add-in, the only ones that may load a script from elsewhere: Microsoft's office.js."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, request
from werkzeug.security import safe_join

from server.doors import open_to_all
from server.web.files import ADDIN
from server.web.packed import pack_file

OFFICE_JS = "https://appsforoffice.microsoft.com"
ICON_LASTS = 86_400  # seconds; Outlook shows no icon that it may not keep


def routes_with(policy: str) -> Blueprint:
    """The routes below /outlook; `policy` is the Content-Security-Policy of all other pages."""
    routes = Blueprint("outlook", __name__)
    allowed = policy.replace("script-src 'self'", f"script-src 'self' {OFFICE_JS}")

    @routes.get("/outlook/<path:name>")
    @open_to_all
    def outlook_file(name: str) -> Response:
        path = safe_join(str(ADDIN / "outlook" / "web"), name)
        if path is None or not Path(path).is_file():
            abort(404)
        response = pack_file(Path(path)).answer(request)
        response.headers["Content-Security-Policy"] = allowed
        if name.startswith("icons/"):
            response.headers["Cache-Control"] = f"public, max-age={ICON_LASTS}"
        return response

    return routes
