"""/api/v1/alerts: customers whom somebody should look at, and /api/v1/webhooks: whether other programs are told."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from server.access import Right
from server.api.auth import SECURITY, access, needs, services
from server.api.outcome_schema import AlertOut, AlertsOut, Cursor, WebhookOut, WebhooksOut
from server.api.schema import ProblemOut, Words
from server.store import StoredAlert
from server.webhooks import site_of

routes = APIBlueprint("alerts", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="alerts")])


class Page(BaseModel):
    unseen: bool = Field(False, description="Only those that nobody has seen")
    before: Cursor
    limit: int = Field(50, ge=1, le=500)


class OneAlert(BaseModel):
    number: int = Field(ge=1)


@routes.get("/alerts", security=SECURITY, responses={200: AlertsOut, 401: ProblemOut, 422: ProblemOut})
@needs(Right.READ)
def alerts(query: Page) -> dict[str, Any]:
    """Alerts, the latest first, page by page."""
    found = services().store.alerts.page(
        unseen=query.unseen, before_id=query.before, limit=query.limit + 1, sight=access().sight
    )
    shown = found[: query.limit]
    more = shown[-1].id if len(found) > query.limit else None
    return AlertsOut(alerts=[_told(each) for each in shown], next=more).model_dump(mode="json")


@routes.post(
    "/alerts/<int:number>/seen",
    security=SECURITY,
    responses={200: AlertOut, 401: ProblemOut, 404: ProblemOut, 422: ProblemOut},
)
@needs(Right.CORRECT)
def seen(path: OneAlert) -> dict[str, Any]:
    """Notes that somebody has seen an alert; a second time changes nothing."""
    found = services()
    return _told(found.store.alerts.seen(path.number, found.clock(), sight=access().sight)).model_dump(mode="json")


@routes.get("/webhooks", security=SECURITY, responses={200: WebhooksOut, 401: ProblemOut})
@needs(Right.OPERATE)
def webhooks() -> dict[str, Any]:
    """How the delivery of events to each address in the settings goes: what waits, what was given up, and why."""
    found = services()
    told = [
        WebhookOut(
            site=site_of(each.url),
            waiting=each.waiting,
            dead=each.dead,
            last_delivered=each.last_delivered_at,
            problem=each.problem,
        )
        for each in found.store.outbox.totals(found.settings.webhooks.urls)
    ]
    return WebhooksOut(webhooks=told).model_dump(mode="json")


def _told(one: StoredAlert) -> AlertOut:
    reason = Words(de=one.alert.reason.get("de", ""), en=one.alert.reason.get("en", ""))
    return AlertOut(
        number=one.id,
        kind=one.alert.kind,
        customer=one.alert.customer,
        at=one.alert.at,
        reason=reason,
        seen_at=one.seen_at,
    )
