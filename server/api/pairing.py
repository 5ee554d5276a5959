"""POST /api/v1/pairing: a token of its own for a mail client, against a code that somebody reads off a screen."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import Any, Literal

from flask import Response, request
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from server.api.auth import SECURITY, services
from server.api.problems import TITLES, Refused, problem
from server.api.schema import Body, ProblemOut
from server.doors import open_to_all
from server.pairing_code import read
from server.secrets import new_token, token_hash
from server.sign_in.slowing import connection_of

routes = APIBlueprint("pairing", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="session")])

LASTS = timedelta(days=180)  # a client that is used after that is paired anew
CLIENT_TITLES = {"thunderbird": "Thunderbird", "outlook": "Outlook"}


class PairingIn(Body):
    code: str = Field(
        min_length=1, max_length=40, description="From `einklang addin pair NAME`; case and dash do not matter"
    )
    client: Literal["thunderbird", "outlook"]
    label: str = Field("", max_length=80, description="Which one of the user's programs this is, such as 'laptop'")


class PairingOut(BaseModel):
    """A token to keep; the client exchanges it for short ones at /api/v1/session."""

    token: str
    user: str
    expires: datetime


@routes.post("/pairing", responses={200: PairingOut, 401: ProblemOut, 422: ProblemOut, 429: ProblemOut})
@open_to_all
def create(body: PairingIn) -> dict[str, Any] | Response:
    """A token for one mail client of one user; the code is from `einklang addin pair NAME` and is used up."""
    found = services()
    now = found.clock()
    asker = connection_of(request.remote_addr or "nowhere")
    became = found.store.pairings.take(found.vault.code_hash(read(body.code)), asker, now)
    if became.wait_until is not None:
        return _wait(became.wait_until, now)
    if became.user is None:
        raise Refused(401, "The code is wrong, was used already or is older than ten minutes: ask for a new one.")
    secret = new_token()
    label = body.label.strip() or CLIENT_TITLES[body.client]
    token = found.store.accounts.add_token(
        became.user.name, token_hash(secret), label, now, now + LASTS, client=body.client
    )
    found.store.audit.note("token.added", became.user.name, now, token=token.id, client=body.client)
    assert token.expires_at is not None
    return PairingOut(token=secret, user=became.user.name, expires=token.expires_at).model_dump(mode="json")


@routes.delete("/pairing", responses={204: None, 401: ProblemOut}, security=SECURITY)
@open_to_all
def forget() -> tuple[str, int]:
    """Ends the token of the paired client that asks, as when its user disconnects it."""
    found = services()
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    stored = found.store.accounts.find_token(token_hash(token), found.clock()) if token else None
    if stored is None or stored.client is None:
        raise Refused(401, "Only a paired mail client can disconnect itself, with the token that it was given.")
    found.store.accounts.revoke(stored.id, found.clock())
    return "", 204


def _wait(until: datetime, now: datetime) -> Response:
    seconds = max(1, ceil((until - now).total_seconds()))
    answer = problem(429, TITLES[429], f"Too many wrong codes: try again in {ceil(seconds / 60)} minutes.")
    answer.headers["Retry-After"] = str(seconds)
    return answer
