"""GET /health: whether this server can answer; for load balancers and people in doubt."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.api.auth import services
from server.api.schema import CouncilOut, HealthOut, RuleCountOut
from server.doors import open_to_all
from server.version import VERSION

routes = APIBlueprint("health", __name__, abp_tags=[Tag(name="health")])


@routes.get("/health", responses={200: HealthOut})
@open_to_all
def health() -> dict[str, Any]:
    """The status is "ok" once the models are loaded, "starting" before, "failed" if they cannot be loaded.

    Mistakes in rule files leave it as it is: the last good rules stay in force.
    """
    found = services()
    status = "ok" if found.models.ready.is_set() else "failed" if found.models.problem else "starting"
    found.rulebook.refresh()
    mode = found.council()
    council = CouncilOut(on=mode.is_on, only_set=mode.only_set)
    rules = RuleCountOut(in_force=len(found.coach.rules.rules), mistakes=len(found.rulebook.problems))
    return HealthOut(status=status, version=VERSION, demo=found.demo, rules=rules, works_council=council).model_dump()
