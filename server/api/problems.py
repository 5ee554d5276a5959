"""Errors as RFC 9457 problem documents; which error has which HTTP status stands here and nowhere else."""

from __future__ import annotations

import logging

from flask import Flask, Response, jsonify
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from coach.errors import CoachError
from server.errors import Conflict, NotFound, ServerError, StoreAway
from server.log_context import request_id

log = logging.getLogger(__name__)

STATUS: dict[type[Exception], tuple[int, str]] = {
    NotFound: (404, "Not found"),
    Conflict: (409, "Exists already"),
    CoachError: (422, "Cannot be analysed"),
    ServerError: (500, "Server error"),
}
AWAY, BROKEN = "Database away", "Models missing"  # titles of a 503 that is not "Starting", which panels tell apart
AGAIN = 2  # seconds after which another try may go well, where this server or its database is on the way
TITLES = {
    400: "Bad request",
    401: "Sign in first",
    403: "Not allowed",
    404: "Not found",
    413: "Too large",
    422: "Invalid request",
    429: "Too many tries",
    500: "Server error",
    503: "Starting",
}


class Refused(Exception):
    """A view's refusal with its HTTP status and a sentence for the reader; `title` where its status has several."""

    def __init__(self, status: int, detail: str, *, title: str = "") -> None:
        super().__init__(detail)
        self.status, self.detail, self.title = status, detail, title or TITLES[status]


def problem(status: int, title: str, detail: str) -> Response:
    """One problem document."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if number := request_id():
        told["request_id"] = number
    body = jsonify(told)
    body.status_code = status
    body.content_type = "application/problem+json"
    if status == 401:
        body.headers["WWW-Authenticate"] = 'Bearer realm="einklang"'
    if status == 503:
        body.headers["Retry-After"] = str(AGAIN)
    return body


def answer_invalid(error: ValidationError) -> Response:
    """Every mistake of a request at once; the values themselves are left out, they may be mail."""
    told = [f"{'.'.join(map(str, each['loc'])) or 'body'}: {each['msg']}" for each in error.errors(include_input=False)]
    return problem(422, TITLES[422], "; ".join(told))


def register_problems(app: Flask) -> None:
    """Turns every error of a view into a problem document."""

    @app.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        return problem(error.status, error.title, error.detail)

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        answer = problem(error.code or 500, error.name, error.description or error.name)
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))
        return answer

    @app.errorhandler(StoreAway)
    def away(error: StoreAway) -> Response:
        return problem(503, AWAY, str(error))  # who connects has told the log, once

    for kind, (status, title) in STATUS.items():

        @app.errorhandler(kind)
        def known(error: Exception, status: int = status, title: str = title) -> Response:
            if status >= 500:
                log.error("%s", type(error).__name__, exc_info=error)
            return problem(status, title, str(error))

    @app.errorhandler(Exception)
    def unknown(error: Exception) -> Response:
        log.exception("a request failed", exc_info=error)
        return problem(500, "Server error", "Something went wrong here; the log of the server says what.")
