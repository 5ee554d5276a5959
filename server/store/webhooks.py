"""The outbox: events for other programs, and how far each is delivered to each address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, or_, select, update

from server.store.database import Database, insert_missing
from server.store.schema import outgoing_event, webhook_delivery

SPREAD_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one address; `tries` counts this one, too."""

    event_id: str
    url: str = field(repr=False)
    type: str
    payload: str
    at: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class DeliveryTotals:
    """How one address fares; `problem` is what the last failed try met, None while nothing is wrong."""

    url: str = field(repr=False)
    waiting: int
    dead: int
    last_delivered_at: datetime | None
    problem: str | None


class Outbox:
    """Events, written with what they tell of by `events.put_event`, delivered at least once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has_work(self, now: datetime) -> bool:
        """Whether there is a new event or a delivery whose time has come; asking holds up nobody who writes."""
        fresh = exists().where(outgoing_event.c.spread.is_(False))
        due = exists().where(webhook_delivery.c.next_at <= now)
        with self._database.reading() as connection:
            return bool(connection.execute(select(or_(fresh, due))).scalar_one())

    def spread(self, urls: Sequence[str], types: Sequence[str] | None, now: datetime) -> int:
        """Makes the deliveries of new events, to `urls` if their type is among `types` (None: all); returns how many.

        An event that nobody wants is forgotten, and so is what waits for an address that is no longer there.
        """
        events = outgoing_event.c
        with self._database.writing() as connection:
            gone = and_(webhook_delivery.c.next_at.is_not(None), webhook_delivery.c.url.not_in(urls))
            connection.execute(delete(webhook_delivery).where(gone))
            query = select(events.id, events.type).where(events.spread.is_(False)).limit(SPREAD_AT_ONCE)
            fresh = connection.execute(query).all()
            wanted = [row.id for row in fresh if urls and (types is None or row.type in types)]
            unwanted = [row.id for row in fresh if row.id not in set(wanted)]
            rows = [{"event_id": number, "url": url, "tries": 0, "next_at": now} for number in wanted for url in urls]
            made = insert_missing(connection, webhook_delivery, rows)
            connection.execute(update(outgoing_event).where(events.id.in_(wanted)).values(spread=True))
            connection.execute(delete(outgoing_event).where(events.id.in_(unwanted)))
        return made

    def take_due(self, now: datetime, until: datetime, limit: int) -> list[Delivery]:
        """Takes deliveries whose time has come, the oldest first; nobody else gets them before `until`."""
        table = webhook_delivery.c
        with self._database.writing() as connection:
            query = (
                select(table.event_id, table.url, table.tries, outgoing_event.c.type, outgoing_event.c.payload)
                .add_columns(outgoing_event.c.at)
                .join(outgoing_event, outgoing_event.c.id == table.event_id)
                .where(table.next_at <= now)
                .order_by(table.next_at, outgoing_event.c.at, table.event_id)
                .limit(limit)
                .with_for_update(of=webhook_delivery)
            )
            found = [
                Delivery(row.event_id, row.url, row.type, row.payload, row.at, row.tries + 1)
                for row in connection.execute(query)
            ]
            for each in found:
                values = {"tries": each.tries, "next_at": until}
                connection.execute(update(webhook_delivery).where(_is(each)).values(**values))
        return found

    def delivered(self, done: Delivery, now: datetime) -> None:
        """The address has taken it."""
        self._note(done, next_at=None, delivered_at=now, problem=None)

    def failed(self, tried: Delivery, problem: str, next_at: datetime) -> None:
        """The address did not take it; it is tried again at `next_at`."""
        self._note(tried, next_at=next_at, problem=problem)

    def put_back(self, untried: Delivery, next_at: datetime) -> None:
        """It was taken and not tried: that was no try."""
        self._note(untried, next_at=next_at, tries=untried.tries - 1)

    def dead(self, tried: Delivery, problem: str, now: datetime) -> None:
        """It is not tried again by itself."""
        self._note(tried, next_at=None, dead_at=now, problem=problem)

    def revive(self, now: datetime) -> int:
        """Tries everything dead again from the start; returns how many."""
        again = {"tries": 0, "next_at": now, "dead_at": None}
        with self._database.writing() as connection:
            dead = webhook_delivery.c.dead_at.is_not(None)
            return connection.execute(update(webhook_delivery).where(dead).values(**again)).rowcount

    def totals(self, urls: Sequence[str]) -> list[DeliveryTotals]:
        """How each of these addresses fares, in their order."""
        table = webhook_delivery.c
        query = select(
            table.url,
            func.count(table.next_at).label("waiting"),
            func.count(table.dead_at).label("dead"),
            func.max(table.delivered_at).label("last"),
        ).group_by(table.url)
        with self._database.reading() as connection:
            rows = {row.url: row for row in connection.execute(query)}
            problems = {
                url: next((row.problem for row in connection.execute(_last_problem(url))), None) for url in urls
            }
        return [
            DeliveryTotals(url, rows[url].waiting, rows[url].dead, rows[url].last, problems[url])
            if url in rows
            else DeliveryTotals(url, 0, 0, None, None)
            for url in urls
        ]

    def drop(self, before: datetime) -> int:
        """Forgets events that are older and wait for nobody; returns how many."""
        events = outgoing_event.c
        waits = exists().where(webhook_delivery.c.event_id == events.id, webhook_delivery.c.next_at.is_not(None))
        old = and_(events.at < before, events.spread.is_(True), ~waits)
        with self._database.writing() as connection:
            return connection.execute(delete(outgoing_event).where(old)).rowcount

    def _note(self, one: Delivery, **values: object) -> None:
        with self._database.writing() as connection:
            connection.execute(update(webhook_delivery).where(_is(one)).values(**values))


def _is(one: Delivery) -> ColumnElement[bool]:
    return and_(webhook_delivery.c.event_id == one.event_id, webhook_delivery.c.url == one.url)


def _last_problem(url: str) -> Select[tuple[object, ...]]:
    table = webhook_delivery.c
    open_ = and_(table.url == url, table.problem.is_not(None), table.delivered_at.is_(None))
    return (
        select(table.problem)
        .join(outgoing_event, outgoing_event.c.id == table.event_id)
        .where(open_)
        .order_by(outgoing_event.c.at.desc())
        .limit(1)
    )
