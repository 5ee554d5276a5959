"""create_app: the HTTP side, put together from blueprints and nothing else."""

from __future__ import annotations

from typing import Any

from flask.json.provider import DefaultJSONProvider
from flask_openapi3 import Info, OpenAPI
from werkzeug.routing import IntegerConverter, Map

from server import api, web
from server.api.outcome_schema import LARGEST_NUMBER
from server.api.problems import answer_invalid, register_problems
from server.doors import refuse_without_door
from server.version import VERSION
from server.web import guards
from server.web.body_limit import LARGEST as MAX_BODY
from server.web.metrics import measure
from server.web.request_log import note_requests
from server.web.shared_counts import SharedCounts
from server.wiring import Services

__all__ = ["MAX_BODY", "create_app"]


class RowNumber(IntegerConverter):
    """A number in an address that may be one of a row; what no database counts up to is no page at all."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=LARGEST_NUMBER)


class JsonText(DefaultJSONProvider):
    """JSON that is nested too deeply to be read is bad input like any other."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


def create_app(services: Services, counts: SharedCounts | None = None) -> OpenAPI:
    """The WSGI application over these services; `counts` are shared with the other processes of a web server."""
    app = OpenAPI(
        __name__,
        info=Info(title="Einklang", version=VERSION, description="How well does this draft fit this customer?"),
        security_schemes={"token": {"type": "http", "scheme": "bearer"}},
        validation_error_callback=answer_invalid,
        doc_ui=False,
        static_folder=None,
    )
    app.extensions["einklang"] = services
    app.json = JsonText(app)
    app.url_map.converters["int"] = RowNumber
    note_requests(app, instruments=measure(app), told=services.settings.log.requests)
    guards.stand_before(app, services.settings.web, counts)
    register_problems(app)
    api.register(app)
    web.register(app)
    refuse_without_door(app)
    return app
