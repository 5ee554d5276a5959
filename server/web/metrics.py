"""GET /metrics: figures for Prometheus, for whom the settings allow."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, current_app, request

from server.doors import open_to_all
from server.loopback import host_of, is_loopback
from server.metrics.errors import count_errors
from server.metrics.exposed import CONTENT_TYPE, Exposition
from server.metrics.instruments import INSTRUMENTS, Instruments
from server.metrics.standing import StandingCollector
from server.web.forwarded import CAME_BY_PROXY
from server.web.refusal import Refusal
from server.wiring import Services

routes = Blueprint("metrics", __name__)

EXPOSITION = "einklang_exposition"
OFF = Refusal(404, "Not found", "No figures are told here: metrics.open_to in the settings says to whom they are.")
NO_TOKEN = Refusal(401, "Sign in first", "Send the token of the metrics: 'Authorization: Bearer TOKEN'.")
NOT_BEHIND = Refusal(
    403, "Not allowed", "With web.public_url others come through a proxy on this machine: metrics.open_to = 'token'."
)
NOT_HERE = Refusal(403, "Not allowed", "These figures are told on this machine only, and not through a proxy.")


def measure(app: Flask) -> Instruments | None:
    """Hangs the page of figures into the application; returns what it is to count with, None where nobody asks."""
    services: Services = app.extensions["einklang"]
    app.register_blueprint(routes)
    if not services.settings.metrics.open_to:
        return None
    instruments = Instruments()
    count_errors(instruments)
    app.extensions[INSTRUMENTS] = instruments
    app.extensions[EXPOSITION] = Exposition(instruments, StandingCollector(services))
    return instruments


@routes.get("/metrics")
@open_to_all
def metrics() -> Response:
    """All figures of this server in Prometheus' text format."""
    services: Services = current_app.extensions["einklang"]
    exposition = current_app.extensions.get(EXPOSITION)
    if not isinstance(exposition, Exposition):
        return OFF.as_response()
    refusal = _refusal(services)
    if refusal is not None:
        return refusal
    return Response(exposition.text(council=services.council().is_on), content_type=CONTENT_TYPE)


def _refusal(services: Services) -> Response | None:
    if services.settings.metrics.open_to == "token":
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        expected = services.metrics_token.encode()
        if expected and scheme.lower() == "bearer" and hmac.compare_digest(given.encode("utf-8", "replace"), expected):
            return None
        answer = NO_TOKEN.as_response()
        answer.headers["WWW-Authenticate"] = 'Bearer realm="einklang metrics"'
        return answer
    public = services.settings.web.public_url
    if public and not is_loopback(urlsplit(public).hostname or ""):
        # a proxy need not say that it is one: then strangers look like programs of this machine
        return NOT_BEHIND.as_response()
    environ = request.environ
    is_here = is_loopback(request.remote_addr or "") and is_loopback(host_of(environ.get("HTTP_HOST", "")))
    return None if is_here and not environ.get(CAME_BY_PROXY) else NOT_HERE.as_response()
