"""POST /api/v1/hints/feedback: what a rep did with a hint."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.access import EVERYTHING, Right
from server.api.auth import SECURITY, access, needs, services
from server.api.problems import Refused
from server.api.schema import HintFeedbackIn, HintFeedbackOut, ProblemOut
from server.errors import Conflict
from server.team import address_in
from server.wiring import Services

routes = APIBlueprint("hints", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="hints")])


@routes.post("/hints/feedback", security=SECURITY, responses={200: HintFeedbackOut, 401: ProblemOut, 422: ProblemOut})
@needs(Right.ASSESS)
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
    account = _account(found)
    found.store.hint_feedback.note(account, body.rule, customer, body.language, body.action, found.clock())
    away = found.store.hint_feedback.away(account, customer)
    return HintFeedbackOut(dismissed=sorted(away)).model_dump()


def _account(found: Services) -> int:
    """The number of this user's account; the visitors of a demo share one, made when the first of them needs it."""
    who, accounts = access(), found.store.accounts
    if who.account_id is not None:
        return who.account_id
    with suppress(Conflict):
        return accounts.add_user(who.user, "rep", found.clock(), sees=EVERYTHING).id
    return accounts.get_user(who.user).id
