"""Each request with an id of its own: in its answer, in every line of the log about it; counted and told, if wanted."""

from __future__ import annotations

import logging
import re
import time

from flask import Flask, Response, g, request

from server.log_context import begin_request, end_request, new_id, request_id
from server.metrics.instruments import Instruments
from server.web.rates import class_of

log = logging.getLogger(__name__)

HEADER = "X-Request-ID"
SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")  # what nginx, Apache, Caddy and Kubernetes make of their own, and UUIDs
NO_ROUTE = "none"
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


def note_requests(app: Flask, *, instruments: Instruments | None, told: bool) -> None:
    """Gives each request its id, that of a known proxy if it is sane, and counts it; `told`: a line for each.

    Hang it in before all guards, so that what they refuse has an id, too.
    """

    @app.before_request
    def begin() -> None:
        g.einklang_began = time.perf_counter()
        given = request.headers.get(HEADER, "")  # strangers' were taken out: server.web.forwarded
        begin_request(given if SANE.fullmatch(given) else new_id())

    @app.after_request
    def end(response: Response) -> Response:
        number = request_id()
        if number is not None:
            response.headers[HEADER] = number
        seconds = time.perf_counter() - g.get("einklang_began", time.perf_counter())
        route = request.url_rule.rule if request.url_rule is not None else NO_ROUTE
        method = request.method if request.method in METHODS else "other"
        if instruments is not None:
            kind = class_of(request.endpoint, request.blueprint, method)
            instruments.answered(method, route, kind, response.status_code, seconds)
        if told:
            _tell(method, route, response.status_code, seconds)
        return response

    @app.teardown_request
    def forget(_: BaseException | None) -> None:
        end_request()


def _tell(method: str, route: str, status: int, seconds: float) -> None:
    milliseconds = round(1000 * seconds, 1)
    fields = {"method": method, "route": route, "status": status, "ms": milliseconds}
    log.info("%s %s %d %.1f ms", method, route, status, milliseconds, extra={"fields": fields})
