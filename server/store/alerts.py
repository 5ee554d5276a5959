"""What somebody should look at: customers who turn sour."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from server.access import Sight
from server.errors import NotFound
from server.store.database import Database, insert_new
from server.store.events import alert_raised, put_event
from server.store.schema import alert
from server.store.sight import seen_under


@dataclass(frozen=True, slots=True)
class Alert:
    """Something about a customer that cannot wait for the next look.

    `reason` is a sentence per language ("de", "en") in the coach's own words, without any of a mail.
    """

    kind: str
    customer: str
    reason: Mapping[str, str]
    at: datetime


@dataclass(frozen=True, slots=True)
class StoredAlert:
    """An alert that was raised; `seen_at` is when a person took note of it."""

    id: int
    alert: Alert
    seen_at: datetime | None = None


class Alerts:
    """All alerts; the same kind about the same customer at the same time is raised once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: Alert, now: datetime) -> StoredAlert | None:
        """Raises an alert, with its event; None where it was raised before."""
        with self._database.writing() as connection:
            number = raise_alert(connection, new, now)
        if number is None:
            return None
        return StoredAlert(number, Alert(new.kind, new.customer.lower(), dict(new.reason), new.at))

    def page(
        self, *, unseen: bool = False, before_id: int | None = None, limit: int = 50, sight: Sight
    ) -> list[StoredAlert]:
        """The latest; those below `before_id` are the next page."""
        query = select(*alert.c).where(seen_under(alert.c.customer, sight)).order_by(alert.c.id.desc()).limit(limit)
        if unseen:
            query = query.where(alert.c.seen_at.is_(None))
        if before_id is not None:
            query = query.where(alert.c.id < before_id)
        with self._database.reading() as connection:
            return [_stored(row) for row in connection.execute(query)]

    def since(self, moment: datetime, *, sight: Sight) -> Sequence[StoredAlert]:
        """Those of things that happened at `moment` or later, oldest first."""
        here = (alert.c.at >= moment, seen_under(alert.c.customer, sight))
        query = select(*alert.c).where(*here).order_by(alert.c.id)
        with self._database.reading() as connection:
            return [_stored(row) for row in connection.execute(query)]

    def seen(self, alert_id: int, now: datetime, *, sight: Sight) -> StoredAlert:
        """A person took note; a second time changes nothing. Raises NotFound."""
        here = (alert.c.id == alert_id, seen_under(alert.c.customer, sight))
        with self._database.writing() as connection:
            connection.execute(update(alert).where(*here, alert.c.seen_at.is_(None)).values(seen_at=now))
            row = connection.execute(select(*alert.c).where(*here)).one_or_none()
        if row is None:
            raise NotFound(f"There is no alert {alert_id}.")
        return _stored(row)


def raise_alert(connection: Connection, new: Alert, now: datetime) -> int | None:
    """Raises an alert, with its event, in the transaction of what happened; None where it was raised before."""
    row = {
        "kind": new.kind,
        "customer": new.customer.lower(),
        "at": new.at,
        "reason": json.dumps(dict(new.reason), ensure_ascii=False),
    }
    fresh: list[int] = insert_new(connection, alert, [row], alert.c.id)
    if not fresh:
        return None
    put_event(connection, alert_raised(new.customer.lower(), alert_id=fresh[0], kind=new.kind, at=new.at), now)
    return fresh[0]


def _stored(row: Row[tuple[Any, ...]]) -> StoredAlert:
    return StoredAlert(row.id, Alert(row.kind, row.customer, json.loads(row.reason), row.at), row.seen_at)
