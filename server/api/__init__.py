"""The HTTP API, version 1: one module per resource."""

from __future__ import annotations

from flask import Response, jsonify
from flask_openapi3 import OpenAPI

from server.api import (
    alerts,
    assessments,
    customers,
    health,
    hints,
    mailboxes,
    outcomes,
    pairing,
    relationships,
    rewrites,
    rules,
    sessions,
)
from server.api.description import describe
from server.doors import open_to_all

RESOURCES = (
    alerts,
    assessments,
    customers,
    health,
    hints,
    mailboxes,
    outcomes,
    pairing,
    relationships,
    rewrites,
    rules,
    sessions,
)


def register(app: OpenAPI) -> None:
    """Hangs every resource, and the description of them all, into the application."""
    for resource in RESOURCES:
        app.register_api(resource.routes)

    @app.get("/api/v1/openapi.json", doc_ui=False)
    @open_to_all
    def openapi() -> Response:
        return jsonify(describe(app.api_doc))
