"""GET /api/v1/rules: the coaching rules in force, and what is wrong in their files."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.access import Right
from server.api.auth import SECURITY, needs, services
from server.api.schema import ProblemOut, RulesOut

routes = APIBlueprint("rules", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="rules")])


@routes.get("/rules", security=SECURITY, responses={200: RulesOut, 401: ProblemOut})
@needs(Right.READ)
def rules() -> dict[str, Any]:
    """How many rules are in force; each mistake that keeps a changed file from being so, with file, line and remedy."""
    found = services()
    found.rulebook.refresh()
    return RulesOut(in_force=len(found.coach.rules.rules), problems=list(found.rulebook.problems)).model_dump()
