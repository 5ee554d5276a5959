"""Each request with an id of its own: in its answer, in every line of the log about it; counted and told, if wanted."""

from __future__ import annotations

import logging
import re
import time
from typing import NamedTuple

from flask import Flask, Response, g, request

from server.errors import StoreError
from server.log_context import begin_request, end_request, new_id, request_id
from server.metrics.instruments import Instruments
from server.web.rates import WRITE, class_of
from server.wiring import Services

log = logging.getLogger(__name__)

HEADER = "X-Request-ID"
SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")  # what nginx, Apache, Caddy and Kubernetes make of their own, and UUIDs
NO_ROUTE = "none"
ANY_METHOD, ANY_WRITE = "any", "write"
KEPT_OUT = frozenset({401, 413, 421, 429})  # nobody did anything; and strangers make no work for the database
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


class Request(NamedTuple):
    """What is told of a request."""

    method: str
    route: str
    status: int


def note_requests(app: Flask, *, instruments: Instruments | None, told: bool) -> None:
    """Gives each request its id, that of a known proxy if it is sane, and counts it; `told`: a line for each.

    In works-council mode all requests that change something look alike in both: who takes up hints, and when, is
    nobody's business, and with one person at work a route and a time would say it.
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
        if instruments is None and not told:
            return response
        method = request.method if request.method in METHODS else "other"
        kind = class_of(request.endpoint, request.blueprint, method)
        route = request.url_rule.rule if request.url_rule is not None else NO_ROUTE
        shown = Request(method, route, response.status_code)
        if kind == WRITE and shown.status not in KEPT_OUT and _council_is_on(app):
            shown = _one_of_many(shown)
        if instruments is not None:
            instruments.answered(shown.method, shown.route, kind, shown.status, seconds)
        if told:
            _tell(shown, seconds)
        return response

    @app.teardown_request
    def forget(_: BaseException | None) -> None:
        end_request()


def _one_of_many(found: Request) -> Request:
    """Neither the route nor the way in which it went well: only outcomes are answered 201."""
    return Request(ANY_METHOD, ANY_WRITE, 200 if 200 <= found.status < 300 else found.status)


def _council_is_on(app: Flask) -> bool:
    """Whether the mode is on now, and, while the database cannot say, as if it were."""
    services: Services = app.extensions["einklang"]
    try:
        return services.council().is_on
    except StoreError:
        return True


def _tell(found: Request, seconds: float) -> None:
    milliseconds = round(1000 * seconds, 1)
    fields = {**found._asdict(), "ms": milliseconds}
    log.info("%s %s %d %.1f ms", *found, milliseconds, extra={"fields": fields})
