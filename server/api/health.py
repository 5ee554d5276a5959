"""GET /health: whether this server can answer; for load balancers and people in doubt."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.api.auth import services
from server.api.schema import HealthOut
from server.version import VERSION

routes = APIBlueprint("health", __name__, abp_tags=[Tag(name="health")])


@routes.get("/health", responses={200: HealthOut})
def health() -> dict[str, Any]:
    """The status is "ok" once the models are loaded, "starting" before, "failed" if they cannot be loaded."""
    found = services()
    status = "ok" if found.models.ready.is_set() else "failed" if found.models.problem else "starting"
    return HealthOut(status=status, version=VERSION, demo=found.demo).model_dump()
