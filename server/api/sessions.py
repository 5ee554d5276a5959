"""POST /api/v1/session: a short-lived token for the panel, against a token of the user or, in the demo, nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.api.auth import PANEL, services, user_of
from server.api.problems import Refused
from server.api.schema import ProblemOut, SessionIn, SessionOut

routes = APIBlueprint("sessions", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="session")])

LASTS = timedelta(hours=8)  # a working day; the token lives in the memory of one page
DEMO_USER = "demo"


@routes.post("/session", responses={200: SessionOut, 401: ProblemOut, 422: ProblemOut})
def create(body: SessionIn) -> dict[str, Any]:
    """A session token. The code is a token from `einklang token add`; the demo asks for none."""
    found = services()
    user = user_of(body.code) if body.code else None
    if user is None and found.demo and not body.code:
        user = DEMO_USER
    if user is None:
        raise Refused(401, "Paste a valid token; an administrator makes one with `einklang token add NAME`.")
    now = found.clock()
    token = found.vault.mint(user, PANEL, LASTS, now)
    return SessionOut(token=token, expires=now + LASTS, demo=found.demo).model_dump(mode="json")
