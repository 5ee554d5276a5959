"""POST /api/v1/session: a short-lived token for the panel, against a token of the user or, in the demo, nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.api.auth import DEMO, PANEL, services, stored_scopes
from server.api.problems import Refused
from server.api.schema import ProblemOut, SessionIn, SessionOut
from server.doors import open_to_all
from server.secrets import token_hash
from server.wiring import Services

routes = APIBlueprint("sessions", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="session")])

LASTS = timedelta(hours=8)  # a working day; the token lives in the memory of one page
RENEWED = timedelta(hours=1)  # of a paired client, which fetches the next one by itself


@routes.post("/session", responses={200: SessionOut, 401: ProblemOut, 403: ProblemOut, 422: ProblemOut})
@open_to_all
def create(body: SessionIn) -> dict[str, Any]:
    """A session token. The code is a token from `einklang token add` or of a paired client; the demo asks for none."""
    found = services()
    now = found.clock()
    subject, until = _subject(body.code, found, now)
    token = found.vault.mint(subject, PANEL, until - now, now)
    return SessionOut(token=token, expires=until, demo=found.demo).model_dump(mode="json")


def _subject(code: str | None, found: Services, now: datetime) -> tuple[str, datetime]:
    """What the session token is to say, and until when."""
    if not code and found.demo:
        return DEMO, now + LASTS
    # Only a token that is stored: a session that could be exchanged for the next would never end.
    stored = found.store.accounts.find_token(token_hash(code), now) if code else None
    if stored is None or code is None:
        raise Refused(401, "Paste a valid token; an administrator makes one with `einklang token add NAME`.")
    scopes = stored_scopes(stored)
    if scopes is not None and PANEL not in scopes:
        raise Refused(403, "This token is not for the panel: its scopes leave `panel` out.")
    until = now + (LASTS if stored.client is None else RENEWED)
    return token_hash(code), min(until, stored.expires_at or until)
