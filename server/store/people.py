"""Which addresses belong to one person, as an admin joined them; nothing that was learned is changed by that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select
from sqlalchemy.sql import ColumnExpressionArgument

from server.errors import Conflict, NotFound
from server.store.backend import MOMENT
from server.store.database import Database
from server.store.places import place_again
from server.store.schema import alias, message
from server.store.wanting import forget_relationship, want_again


@dataclass(frozen=True, slots=True)
class Person:
    """The address by which somebody is known and their others, in order; all in lower case."""

    address: str
    others: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """All of them, the one they are known by first."""
        return (self.address, *self.others)


class People:
    """Persons with several addresses; the profile, the mail and the figures of a person are those of all of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, address: str) -> Person:
        """Whose address this is; somebody with one address is a person, too."""
        with self._database.reading() as connection:
            return person_of(connection, address)

    def joined(self) -> list[Person]:
        """Everybody with several addresses."""
        with self._database.reading() as connection:
            return joined_people(connection)

    def join(self, address: str, others: Sequence[str], now: datetime) -> Person:
        """From now on `others` belong to the person with `address`; raises Conflict where one belongs to another."""
        with self._database.writing() as connection:
            person = person_of(connection, address)
            for other in dict.fromkeys(each.lower() for each in others):
                if other in person.addresses:
                    continue
                whose = person_of(connection, other)
                if whose.others:
                    raise Conflict(
                        f"{other} belongs to {whose.address} with {', '.join(whose.others)} already. "
                        f"To take it from there: einklang customer split {other}"
                    )
                row = {"address": other, "person": person.address, "joined_at": now}
                connection.execute(insert(alias).values(**row))
                forget_relationship(connection, other)
                place_again(connection, other, ())
            want_again(connection, person.address)
            person = person_of(connection, address)
            place_again(connection, person.address, person.addresses)
            return person

    def split(self, address: str) -> Person:
        """Makes an address a person of its own again; the one that a person is known by frees all. Returns who it was.

        Raises NotFound if it was not joined with any other.
        """
        with self._database.writing() as connection:
            person = person_of(connection, address)
            if not person.others:
                raise NotFound(f"{address} is not joined with another address. See: einklang customer list")
            going = person.others if person.address == address.lower() else (address.lower(),)
            connection.execute(delete(alias).where(alias.c.address.in_(going)))
            for each in (person.address, *going):
                want_again(connection, each)
                place_again(connection, each, person_of(connection, each).addresses)
            return person

    def senders_of_sent(self) -> dict[str, int]:
        """Who wrote what lies in the Sent folders, with the number of mails, the most first."""
        mails = func.count()
        query = (
            select(func.lower(message.c.from_address), mails)
            .where(message.c.role == "sent", message.c.direction == "out", message.c.from_address != "")
            .group_by(func.lower(message.c.from_address))
            .order_by(mails.desc())
        )
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def person_of(connection: Connection, address: str) -> Person:
    """Whose address this is."""
    lower = address.lower()
    known: dict[str, Person] = connection.get_execution_options().get(MOMENT, {})
    if lower not in known:
        rows = connection.execute(_PERSON, {"one": lower}).all()
        known[lower] = Person(rows[0].person, tuple(row.address for row in rows)) if rows else Person(lower)
    return known[lower]


# Put together once: making a statement takes longer than running it, and nearly every look at a customer asks this.
_its = alias.alias("its")
_KNOWN_BY = select(_its.c.person).where(_its.c.address == bindparam("one")).scalar_subquery()
_PERSON = (
    select(alias.c.person, alias.c.address)
    .where(alias.c.person == func.coalesce(_KNOWN_BY, bindparam("one")))
    .order_by(alias.c.joined_at, alias.c.address)
)


def joined_people(connection: Connection) -> list[Person]:
    """Everybody with several addresses, by address."""
    found: dict[str, list[str]] = {}
    query = select(alias.c.person, alias.c.address).order_by(alias.c.person, alias.c.joined_at, alias.c.address)
    for person, address in connection.execute(query):
        found.setdefault(person, []).append(address)
    return [Person(address, tuple(others)) for address, others in found.items()]


def is_by(connection: Connection, column: ColumnExpressionArgument[str], address: str) -> ColumnElement[bool]:
    """Whether a column holds an address of the person with `address`."""
    addresses = person_of(connection, address).addresses
    typed: ColumnElement[str] = column  # type: ignore[assignment]
    return typed == addresses[0] if len(addresses) == 1 else typed.in_(addresses)
