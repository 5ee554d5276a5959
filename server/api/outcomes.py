"""/api/v1/outcomes and /api/v1/feedback-links: what came of it, told by programs, and questions to customers."""

from __future__ import annotations

from typing import Any

from flask import request
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from server.access import Right
from server.api.auth import SECURITY, access, needs, services
from server.api.outcome_schema import (
    Cursor,
    FeedbackLinkIn,
    FeedbackLinkOut,
    OutcomeIn,
    OutcomeOut,
    OutcomesOut,
)
from server.api.problems import Refused
from server.api.schema import ProblemOut
from server.errors import NotFound
from server.outcomes.kinds import problem_with
from server.outcomes.links import lasting, link_url
from server.store import NewOutcome, Outcome, OutcomeKind
from server.team import address_in

routes = APIBlueprint("outcomes", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="outcomes")])

LONGEST_KEY = 200


class Filter(BaseModel):
    customer: str | None = Field(None, max_length=320, description="Only of this person, under all their addresses")
    kind: OutcomeKind | None = None
    before: Cursor
    limit: int = Field(50, ge=1, le=500)


class OneOutcome(BaseModel):
    number: int = Field(ge=1)


@routes.get("/outcomes", security=SECURITY, responses={200: OutcomesOut, 401: ProblemOut, 422: ProblemOut})
@needs(Right.READ)
def find(query: Filter) -> dict[str, Any]:
    """Outcomes, the latest that was noted first, page by page."""
    wanted = _customer(query.customer) if query.customer else None
    found = services().store.outcomes.page(
        customer=wanted, kind=query.kind, before_id=query.before, limit=query.limit + 1, sight=access().sight
    )
    shown = found[: query.limit]
    more = shown[-1].id if len(found) > query.limit else None
    return OutcomesOut(outcomes=[_told(each) for each in shown], next=more).model_dump(mode="json")


@routes.post(
    "/outcomes",
    security=SECURITY,
    responses={200: OutcomeOut, 201: OutcomeOut, 401: ProblemOut, 404: ProblemOut, 409: ProblemOut, 422: ProblemOut},
)
@needs(Right.OUTCOMES)
def add(body: OutcomeIn) -> tuple[dict[str, Any], int]:
    """Keeps an outcome: 201 if it is new, 200 with the one that is kept if it is known already.

    `id`, or else the header `Idempotency-Key`, says which one it is; 409 if that belongs to another outcome. Without
    either, what says the same of the same customer at the same time is the same.
    """
    found = services()
    customer, now = _in_sight(_customer(body.customer)), found.clock()
    if problem := problem_with(body.kind, body.value, body.amount, body.currency, body.at, now):
        raise Refused(422, problem)
    key = body.id or _idempotency_key()
    new = NewOutcome(customer, body.kind, body.at, "api", body.value, body.amount, body.currency, key)
    recorded = found.store.outcomes.add(new, now)
    return _told(recorded.outcome).model_dump(mode="json"), 201 if recorded.standing == "new" else 200


@routes.delete(
    "/outcomes/<int:number>",
    security=SECURITY,
    responses={200: OutcomeOut, 401: ProblemOut, 404: ProblemOut, 422: ProblemOut},
)
@needs(Right.OUTCOMES)
def remove(path: OneOutcome) -> dict[str, Any]:
    """Forgets one outcome and answers with what it was."""
    return _told(services().store.outcomes.remove(path.number, sight=access().sight)).model_dump(mode="json")


@routes.post(
    "/feedback-links",
    security=SECURITY,
    responses={201: FeedbackLinkOut, 401: ProblemOut, 404: ProblemOut, 422: ProblemOut},
)
@needs(Right.OUTCOMES)
def ask(body: FeedbackLinkIn) -> tuple[dict[str, Any], int]:
    """A link for one customer to answer one question, valid for `feedback.link_days`; each call makes another one."""
    found = services()
    customer, now = _in_sight(_customer(body.customer)), found.clock()
    lasts = lasting(found.settings.feedback.link_days)
    link = found.store.feedback_links.add(customer, body.kind, body.language, body.message or None, now, lasts)
    url = link_url(link, found.vault, found.settings.web.url, now)
    return FeedbackLinkOut(url=url, expires=link.expires_at).model_dump(mode="json"), 201


def _customer(text: str) -> str:
    address = address_in(text)
    if address is None:
        raise Refused(422, "The customer is no mail address.")
    if services().team().has(address):
        raise Refused(422, "This is an address of the team, and the team is nobody's customer.")
    return address


def _in_sight(customer: str) -> str:
    """The customer, of whom there must be mail in sight where one does not see all there is; raises NotFound."""
    sight = access().sight
    if not sight.is_everything and services().store.customers.get(customer, sight=sight) is None:
        raise NotFound(f"There is no mail from or to {customer}.")
    return customer


def _idempotency_key() -> str | None:
    key = request.headers.get("Idempotency-Key", "").strip().strip('"')
    if len(key) > LONGEST_KEY:
        raise Refused(422, f"The Idempotency-Key has over {LONGEST_KEY} characters.")
    return key or None


def _told(one: Outcome) -> OutcomeOut:
    return OutcomeOut(
        number=one.id,
        id=one.key,
        customer=one.customer,
        kind=one.kind,
        at=one.at,
        value=one.value,
        amount=f"{one.amount:.2f}" if one.amount is not None else None,
        currency=one.currency,
        source=one.source,
        noted_at=one.noted_at,
    )
