"""GET /health, /health/live, /health/ready: whether this server can answer; for load balancers and people in doubt."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.api.auth import services
from server.api.health_schema import LiveOut, ReadyOut
from server.api.problems import AWAY, BROKEN, Refused
from server.api.schema import CouncilOut, HealthOut, ProblemOut, RuleCountOut
from server.doors import open_to_all
from server.errors import StoreError
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


@routes.get("/health/live", responses={200: LiveOut})
@open_to_all
def live() -> dict[str, Any]:
    """The process answers; whoever gets no answer may start it anew. It asks neither the models nor the database."""
    return LiveOut(status="ok", version=VERSION).model_dump()


@routes.get("/health/ready", responses={200: ReadyOut, 503: ProblemOut})
@open_to_all
def ready() -> dict[str, Any]:
    """The models are loaded and the database answers; else 503 with what is missing, and no drafts should come here."""
    found = services()
    if found.models.problem:
        raise Refused(503, "The models cannot be loaded; the log of the server says why.", title=BROKEN)
    if not found.models.ready.is_set():
        raise Refused(503, "The models are still loading.")
    try:
        found.store.figures.answers()
    except StoreError:
        raise Refused(503, "The database does not answer; the log of the server says why.", title=AWAY) from None
    return ReadyOut(status="ok").model_dump()
