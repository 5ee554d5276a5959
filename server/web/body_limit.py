"""How much a request may bring, by its route: what takes a draft takes megabytes, everything else takes little."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response, request

from server.web.refusal import Refusal

LARGEST = 2 << 20  # bytes; a draft of a megabyte still fits
USUAL = 64 << 10
LARGER: Mapping[str, int] = {
    "assessments.create": LARGEST,
    "rewrites.create": LARGEST,
}
"""Endpoint -> bytes, where the usual is too little."""
TOO_LARGE = Refusal(413, "Content Too Large", "The body is larger than what is taken here.")
FORM_PARTS = 200  # fields of one form; none of ours has thirty


def most(endpoint: str | None) -> int:
    """How many bytes a request for this endpoint may bring."""
    return LARGER.get(endpoint or "", USUAL)


def limit_bodies(app: Flask) -> None:
    """Refuses (413) what is too large by its own account before any of it is read, and cuts off what says nothing."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.config["MAX_FORM_MEMORY_SIZE"] = USUAL
    app.config["MAX_FORM_PARTS"] = FORM_PARTS

    @app.before_request
    def limit() -> Response | None:
        request.max_content_length = most(request.endpoint)
        if (request.content_length or 0) > request.max_content_length:
            return TOO_LARGE.as_response()
        return None
