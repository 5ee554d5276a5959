"""What came of it: answers to questions of satisfaction, and deals won, lost and renewed, by customer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, delete, func, select

from server.access import EVERYTHING, Sight
from server.errors import Conflict, NotFound
from server.store.database import Database, insert_new
from server.store.events import Event, outcome_recorded, put_event
from server.store.people import is_by
from server.store.schema import outcome
from server.store.sight import seen_under

OutcomeKind = Literal["csat", "ces", "nps", "won", "lost", "renewed"]
"""Satisfaction, effort and recommendation as customers gave them; and what became of a deal."""

OutcomeSource = Literal["import", "api", "link"]

Standing = Literal["new", "known", "differs"]

CENTS = 100


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """An outcome to be kept; `value` is the answer of a csat, ces or nps, `amount` what a deal was worth.

    `key` is what it is called where it comes from: the same key counts once. Without it, what says the same of the
    same customer at the same time counts once.
    """

    customer: str
    kind: OutcomeKind
    at: datetime
    source: OutcomeSource
    value: int | None = None
    amount: Decimal | None = None
    currency: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome as it is kept; `at` is when it happened, `noted_at` when Einklang was told."""

    id: int
    customer: str
    kind: OutcomeKind
    at: datetime
    source: OutcomeSource
    value: int | None
    amount: Decimal | None
    currency: str | None
    key: str | None
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one that was to be kept: new, known already, or another one has its key."""

    outcome: Outcome
    standing: Standing


class Outcomes:
    """All outcomes; the addresses of one person count together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: NewOutcome, now: datetime) -> Recorded:
        """Keeps an outcome and the event of it; one that is known changes nothing.

        Raises Conflict if its key belongs to an outcome that says something else.
        """
        with self._database.writing() as connection:
            recorded = record_outcome(connection, new, now)
            if recorded.standing == "new":
                put_event(connection, told(recorded.outcome), now)
        if recorded.standing == "differs":
            raise Conflict(f"The id {new.key!r} belongs to another outcome, number {recorded.outcome.id}.")
        return recorded

    def add_all(self, news: Iterable[NewOutcome], now: datetime) -> list[Recorded]:
        """Keeps many in one transaction and tells no other program: where they come from they are known."""
        with self._database.writing() as connection:
            return _record(connection, list(news), now)

    def list(self, customer: str, *, sight: Sight) -> list[Outcome]:
        """What came of the mail with this customer, under all their addresses, oldest first."""
        with self._database.reading() as connection:
            query = _kept(sight).where(is_by(connection, outcome.c.customer, customer))
            query = query.order_by(outcome.c.at, outcome.c.id)
            return [_outcome(row) for row in connection.execute(query)]

    def between(self, kind: OutcomeKind | None, since: datetime, until: datetime, *, sight: Sight) -> Sequence[Outcome]:
        """Those of this kind (None: of all) that happened from `since` until before `until`, oldest first."""
        query = _kept(sight).where(outcome.c.at >= since, outcome.c.at < until).order_by(outcome.c.at, outcome.c.id)
        if kind is not None:
            query = query.where(outcome.c.kind == kind)
        with self._database.reading() as connection:
            return [_outcome(row) for row in connection.execute(query)]

    def page(
        self,
        *,
        customer: str | None = None,
        kind: OutcomeKind | None = None,
        before_id: int | None = None,
        limit: int = 50,
        sight: Sight,
    ) -> Sequence[Outcome]:
        """The latest that were noted; those below `before_id` are the next page."""
        query = _kept(sight).order_by(outcome.c.id.desc()).limit(limit)
        if kind is not None:
            query = query.where(outcome.c.kind == kind)
        if before_id is not None:
            query = query.where(outcome.c.id < before_id)
        with self._database.reading() as connection:
            if customer is not None:
                query = query.where(is_by(connection, outcome.c.customer, customer))
            return [_outcome(row) for row in connection.execute(query)]

    def count(self, *, sight: Sight) -> int:
        """How many there are."""
        query = select(func.count()).select_from(outcome).where(seen_under(outcome.c.customer, sight))
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one()

    def remove(self, outcome_id: int, *, sight: Sight) -> Outcome:
        """Forgets one and returns what it was; raises NotFound."""
        with self._database.writing() as connection:
            row = connection.execute(_kept(sight).where(outcome.c.id == outcome_id)).one_or_none()
            if row is not None:
                connection.execute(delete(outcome).where(outcome.c.id == outcome_id))
        if row is None:
            raise NotFound(f"There is no outcome {outcome_id}. See: einklang outcome list")
        return _outcome(row)


def record_outcome(connection: Connection, new: NewOutcome, now: datetime) -> Recorded:
    """Keeps an outcome within a transaction, once."""
    return _record(connection, [new], now)[0]


def _record(connection: Connection, news: Sequence[NewOutcome], now: datetime) -> list[Recorded]:
    if not news:
        return []
    by_identity = [(_identity(each), each) for each in news]
    rows = [_row(identity, each, now) for identity, each in by_identity]
    fresh = set(insert_new(connection, outcome, rows, outcome.c.identity))
    query = select(*outcome.c).where(outcome.c.identity.in_([identity for identity, _ in by_identity]))
    kept = {row.identity: _outcome(row) for row in connection.execute(query)}
    found = []
    for identity, each in by_identity:
        same: Standing = "known" if _facts(kept[identity]) == _facts(each) else "differs"
        found.append(Recorded(kept[identity], "new" if identity in fresh else same))
        fresh.discard(identity)  # a second one of these is no longer new
    return found


def _row(identity: str, new: NewOutcome, now: datetime) -> dict[str, Any]:
    return {
        "identity": identity,
        "key": new.key,
        "customer": new.customer.lower(),
        "kind": new.kind,
        "at": new.at,
        "value": new.value,
        "amount_cents": _cents(new.amount),
        "currency": new.currency,
        "source": new.source,
        "noted_at": now,
    }


def outcome_by_id(connection: Connection, outcome_id: int) -> Outcome:
    """The outcome of this number, which must be there."""
    return _outcome(connection.execute(_kept(EVERYTHING).where(outcome.c.id == outcome_id)).one())


def told(kept: Outcome, *, changed: bool = False) -> Event:
    """The event of an outcome."""
    amount = str(kept.amount) if kept.amount is not None else None
    return outcome_recorded(
        kept.customer,
        outcome_id=kept.id,
        kind=kept.kind,
        value=kept.value,
        amount=amount,
        currency=kept.currency,
        source=kept.source,
        at=kept.at,
        changed=changed,
    )


def _kept(sight: Sight) -> Select[tuple[Any, ...]]:
    return select(*outcome.c).where(seen_under(outcome.c.customer, sight))


def _facts(one: NewOutcome | Outcome) -> tuple[object, ...]:
    return one.customer.lower(), one.kind, one.at, one.value, _cents(one.amount), one.currency


def _identity(new: NewOutcome) -> str:
    # hashed, so that a key of any length fits an index, and a key can never look like the facts of another
    said = f"key\0{new.key}" if new.key is not None else "\0".join(("facts", *map(str, _said(new))))
    return hashlib.sha256(said.encode()).hexdigest()


def _said(new: NewOutcome) -> tuple[object, ...]:
    customer, kind, at, *rest = _facts(new)
    assert isinstance(at, datetime)
    return customer, kind, at.timestamp(), *rest


def _cents(amount: Decimal | None) -> int | None:
    return int((amount * CENTS).to_integral_value()) if amount is not None else None


def _outcome(row: Row[tuple[Any, ...]]) -> Outcome:
    return Outcome(
        row.id,
        row.customer,
        row.kind,
        row.at,
        row.source,
        row.value,
        _amount(row.amount_cents) if row.amount_cents is not None else None,
        row.currency,
        row.key,
        row.noted_at,
    )


def _amount(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
