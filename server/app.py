"""create_app: the HTTP side, put together from blueprints and nothing else."""

from __future__ import annotations

from typing import Any

from flask.json.provider import DefaultJSONProvider
from flask_openapi3 import Info, OpenAPI

from server import api, web
from server.api.problems import answer_invalid, register_problems
from server.version import VERSION
from server.wiring import Services

MAX_BODY = 2 << 20  # bytes; a draft of a megabyte still fits


class JsonText(DefaultJSONProvider):
    """JSON that is nested too deeply to be read is bad input like any other."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


def create_app(services: Services) -> OpenAPI:
    """The WSGI application over these services."""
    app = OpenAPI(
        __name__,
        info=Info(title="Einklang", version=VERSION, description="How well does this draft fit this customer?"),
        security_schemes={"token": {"type": "http", "scheme": "bearer"}},
        validation_error_callback=answer_invalid,
        doc_ui=False,
        static_folder=None,
    )
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.extensions["einklang"] = services
    app.json = JsonText(app)
    register_problems(app)
    api.register(app)
    web.register(app)
    return app
