"""The shapes of outcomes, questions and alerts on the wire."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, Field

from server.api.schema import Address, Body, Words
from server.store import OutcomeKind, Question

LARGEST_NUMBER = 2**31 - 1  # of a row; PostgreSQL counts no further
Cursor = Annotated[
    int | None, Field(None, ge=1, le=LARGEST_NUMBER, description="Those noted before: `next` of the page before")
]


class OutcomeIn(Body):
    customer: Address
    kind: OutcomeKind
    at: AwareDatetime = Field(description="When it happened, with its time zone")
    value: int | None = Field(None, description="csat 1 to 5, ces 1 to 7, nps 0 to 10")
    amount: Decimal | None = Field(None, max_digits=15, decimal_places=2, description="What a deal was worth")
    currency: str | None = Field(None, pattern="^[A-Z]{3}$")
    id: str | None = Field(
        None, min_length=1, max_length=200, description="What it is called where it comes from: counts once"
    )


class OutcomeOut(BaseModel):
    """`number` is what it is called here, `id` where it comes from."""

    number: int
    id: str | None
    customer: str
    kind: OutcomeKind
    at: datetime
    value: int | None
    amount: str | None
    currency: str | None
    source: str
    noted_at: datetime


class OutcomesOut(BaseModel):
    """The latest noted first; `next` is to be given as `before` for the next page, null on the last."""

    outcomes: list[OutcomeOut]
    next: int | None


class FeedbackLinkIn(Body):
    customer: Address
    kind: Question
    language: Literal["de", "en"] = Field(description="Of the page on which the customer answers")
    message: str | None = Field(None, max_length=998, description="Message-ID of the mail that is asked about")


class FeedbackLinkOut(BaseModel):
    """`url` takes `?v=4`, so that one link per answer can be put into a mail; it only preselects."""

    url: str
    expires: datetime


class AlertOut(BaseModel):
    number: int
    kind: str
    customer: str
    at: datetime
    reason: Words
    seen_at: datetime | None


class AlertsOut(BaseModel):
    """The latest first; `next` is to be given as `before` for the next page, null on the last."""

    alerts: list[AlertOut]
    next: int | None


class WebhookOut(BaseModel):
    """How one address fares; of the address only the site is shown, for the rest may be a secret."""

    site: str
    waiting: int
    dead: int
    last_delivered: datetime | None
    problem: str | None


class WebhooksOut(BaseModel):
    webhooks: list[WebhookOut]
