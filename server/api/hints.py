"""POST /api/v1/hints/feedback: what a rep did with a hint."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag

from server.api.auth import SECURITY, services, signed_in
from server.api.problems import Refused
from server.api.schema import HintFeedbackIn, HintFeedbackOut, ProblemOut
from server.errors import Conflict, NotFound
from server.team import address_in
from server.wiring import Services

routes = APIBlueprint("hints", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="hints")])


@routes.post("/hints/feedback", security=SECURITY, responses={200: HintFeedbackOut, 401: ProblemOut, 422: ProblemOut})
@signed_in
def feedback(body: HintFeedbackIn) -> dict[str, Any]:
    """Keeps that a hint was followed or sent away.

    A dismissed rule stays silent for this user and this customer until it is restored. It is counted by rule, never
    by person.
    """
    found = services()
    customer = address_in(body.customer)
    if customer is None:
        raise Refused(422, "The customer is no mail address.")
    # what is no rule any more may still be taken back
    if body.action != "restored" and body.rule not in {each.says.id for each in found.coach.rules.files}:
        raise Refused(422, "There is no such rule.")
    account = _account(found, g.user)
    found.store.hint_feedback.note(account, body.rule, customer, body.language, body.action)
    away = found.store.hint_feedback.away(account, customer)
    return HintFeedbackOut(dismissed=sorted(away)).model_dump()


def _account(found: Services, name: str) -> int:
    """The number of this user's account; the visitors of a demo share one, made when the first of them needs it."""
    accounts = found.store.accounts
    try:
        return accounts.get_user(name).id
    except NotFound:
        if not found.demo:
            raise
    with suppress(Conflict):
        return accounts.add_user(name, "rep", found.clock()).id
    return accounts.get_user(name).id
