"""What other programs are told, each kind with the facts that it may hold: never words of a mail."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert

from server.store.schema import outgoing_event

PREFIX = "msg_"  # as the identifiers of Standard Webhooks begin
RANDOM_BYTES = 18


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its type and its facts, as the functions below make them."""

    type: str
    data: Mapping[str, str | int | float | bool | None]


def grade_changed(customer: str, *, before: str | None, after: str | None, index: float | None) -> Event:
    """A customer's grade is another one; `index` is 0 to 100, None where too little mail gives none."""
    return Event("grade.changed", {"customer": customer, "before": before, "after": after, "index": index})


def promise_due(customer: str, *, promise_id: int, due: date, overdue: bool) -> Event:
    """A promise to a customer is due on this day, or its day has passed."""
    return Event(
        "promise.due", {"customer": customer, "promise_id": promise_id, "due": due.isoformat(), "overdue": overdue}
    )


def alert_raised(customer: str, *, alert_id: int, kind: str, at: datetime) -> Event:
    """Somebody should look at a customer; why is to be read in Einklang."""
    return Event("alert.raised", {"customer": customer, "alert_id": alert_id, "kind": kind, "at": _moment(at)})


def outcome_recorded(
    customer: str,
    *,
    outcome_id: int,
    kind: str,
    value: int | None,
    amount: str | None,
    currency: str | None,
    source: str,
    at: datetime,
    changed: bool,
) -> Event:
    """An outcome was told by the API or by a link; `changed`: the customer thought better of their answer."""
    return Event(
        "outcome.recorded",
        {
            "customer": customer,
            "outcome_id": outcome_id,
            "kind": kind,
            "value": value,
            "amount": amount,
            "currency": currency,
            "source": source,
            "at": _moment(at),
            "changed": changed,
        },
    )


def put_event(connection: Connection, event: Event, now: datetime) -> str:
    """Puts an event into the outbox, within the transaction of what happened; returns its identifier."""
    number = PREFIX + secrets.token_urlsafe(RANDOM_BYTES)
    payload = {"type": event.type, "timestamp": _moment(now), "data": dict(event.data)}
    row = {
        "id": number,
        "type": event.type,
        "at": now,
        "payload": json.dumps(payload, separators=(",", ":")),
        "spread": False,
    }
    connection.execute(insert(outgoing_event).values(**row))
    return number


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
