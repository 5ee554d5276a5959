"""The customers: whose mail was read, how much of it, when, and in which language they mostly write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from server.access import Sight
from server.store.contacts import name_of
from server.store.database import Database
from server.store.people import Person, joined_people, person_of
from server.store.places import place_again
from server.store.schema import customer, customer_language, hint_feedback, message
from server.store.sight import is_seen, seen_under
from server.store.statements import upsert
from server.store.values import PERSONAL, Customer, Direction
from server.store.wanting import forget_relationship, want_again

COLUMNS = tuple(column for column in customer.c if column.name != "search_text")
MOST_VARIABLES = 5_000  # in one statement; SQLite takes 32,766


class Customers:
    """Customers by address, without regard to case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, q: str = "", limit: int = 50, *, sight: Sight) -> list[Customer]:
        """Those whose name or address holds every word of `q`, the latest mail first; each person once."""
        with self._database.reading() as connection:
            people = {address: each for each in joined_people(connection) for address in each.addresses}
            query = select(customer.c.address).where(seen_under(customer.c.address, sight))
            query = query.order_by(customer.c.last_mail.desc(), customer.c.address)
            for word in q.casefold().split():
                query = query.where(customer.c.search_text.contains(word, autoescape=True))
            addresses = connection.execute(query.limit(limit + len(people))).scalars().all()
            found = _of(connection, list(dict.fromkeys(people.get(each, Person(each)) for each in addresses)))
        return sorted(found, key=lambda each: (-each.last_mail.timestamp(), each.address))[:limit]

    def get(self, address: str, *, sight: Sight) -> Customer | None:
        """The customer with this address among theirs, or None."""
        with self._database.reading() as connection:
            person = person_of(connection, address)
            if not is_seen(connection, person.address, sight):
                return None
            return next(iter(_of(connection, [person])), None)


def _of(connection: Connection, people: Sequence[Person]) -> list[Customer]:
    """The customers among these people: those who have mail under any of their addresses."""
    addresses = [address for each in people for address in each.addresses]
    rows: dict[str, Row[tuple[Any, ...]]] = {}
    for start in range(0, len(addresses), MOST_VARIABLES):
        found_here = connection.execute(_OF, {"addresses": addresses[start : start + MOST_VARIABLES]})
        rows |= {row.address: row for row in found_here}
    found = []
    for person in people:
        theirs = [rows[address] for address in person.addresses if address in rows]
        if theirs:
            found.append(_customer(connection, person, theirs))
    return found


_OF = select(*COLUMNS).where(customer.c.address.in_(bindparam("addresses", expanding=True)))


def _customer(connection: Connection, person: Person, rows: Sequence[Row[tuple[Any, ...]]]) -> Customer:
    """What is known of a person by the rows of their addresses, of which there is at least one."""
    named = [row for row in rows if row.named_at is not None]
    incoming = [row.last_in for row in rows if row.last_in is not None]
    return Customer(
        address=person.address,
        name=max(named, key=lambda row: row.named_at).name if named else rows[0].name,
        domain=person.address.rpartition("@")[2],
        mails_in=sum(row.mails_in for row in rows),
        mails_out=sum(row.mails_out for row in rows),
        first_mail=min(row.first_mail for row in rows),
        last_mail=max(row.last_mail for row in rows),
        last_in=max(incoming, default=None),
        language=rows[0].language if len(rows) == 1 else _language(connection, [row.address for row in rows]),
        joined=person.others,
    )


def _language(connection: Connection, addresses: Sequence[str]) -> str | None:
    """The language of most mails from these addresses."""
    mails = func.sum(customer_language.c.mails)
    query = (
        select(customer_language.c.language)
        .where(customer_language.c.address.in_(addresses))
        .group_by(customer_language.c.language)
        .order_by(mails.desc(), customer_language.c.language)
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class CustomerFigures:
    """What is counted of one address, and in which languages its mails were."""

    mails_in: int
    mails_out: int
    first_mail: datetime
    last_mail: datetime
    last_in: datetime | None
    language: str | None
    named_at: datetime | None
    languages: Mapping[str, int]


def count_mail(
    connection: Connection,
    address: str,
    before: CustomerFigures | None,
    *,
    name: str,
    direction: Direction,
    date: datetime,
    language: str | None,
) -> None:
    """Adds one mail to what stood there of its customer before in this transaction; None: they are new."""
    row = before or CustomerFigures(0, 0, date, date, None, None, None, {})
    incoming = direction == "in"
    values: dict[str, object] = {
        "mails_in": row.mails_in + incoming,
        "mails_out": row.mails_out + (not incoming),
        "first_mail": min(row.first_mail, date),
        "last_mail": max(row.last_mail, date),
    }
    if incoming:
        values["last_in"] = max(row.last_in or date, date)
        values["language"] = _language_with(row.languages, language) or row.language
    if name and (row.named_at is None or date >= row.named_at):  # people know best, and lately, how they are called
        values |= {"name": name, "named_at": date, "search_text": f"{name} {address}".casefold()}
    if before is None:
        listed = name_of(connection, address)
        search = f"{listed} {address}".strip().casefold()
        fresh = {"address": address, "name": listed, "domain": address.rpartition("@")[2], "search_text": search}
        connection.execute(_NEW, fresh | values)
    else:
        connection.execute(_COUNTED, values | {"of": address})
    if incoming and language is not None:
        row_of = {"address": address, "language": language, "mails": 1}
        connection.execute(_SPOKEN[connection.dialect.name], row_of)


_NEW = insert(customer)
_COUNTED = update(customer).where(customer.c.address == bindparam("of"))
_SPOKEN = upsert(customer_language, ["address", "language"], lambda _: {"mails": customer_language.c.mails + 1})


def _language_with(languages: Mapping[str, int], language: str | None) -> str | None:
    """The language of most mails after one more in `language`."""
    if language is None:
        return None
    counted = {**languages, language: languages.get(language, 0) + 1}
    return min(counted, key=lambda one: (-counted[one], one))


def recount(connection: Connection, address: str) -> None:
    """Brings a customer's figures in line with the mail that is left; without any the customer goes."""
    query = select(message.c.direction, message.c.date, message.c.language).where(
        message.c.correspondent == address,
        message.c.stage == "learned",
        message.c.kind == PERSONAL,
        message.c.direction.is_not(None),
        message.c.is_copy.is_(False),
    )
    mails = connection.execute(query).all()
    person = person_of(connection, address)
    place_again(connection, person.address, person.addresses)
    connection.execute(delete(customer_language).where(customer_language.c.address == address))
    if not mails:
        connection.execute(delete(customer).where(customer.c.address == address))
        connection.execute(delete(hint_feedback).where(hint_feedback.c.customer == address))
        forget_relationship(connection, address)
        return
    want_again(connection, person.address)
    incoming = [mail for mail in mails if mail.direction == "in"]
    languages = Counter(mail.language for mail in incoming if mail.language is not None)
    for language, count in languages.items():
        row = {"address": address, "language": language, "mails": count}
        connection.execute(insert(customer_language).values(row))
    values = {
        "mails_in": len(incoming),
        "mails_out": len(mails) - len(incoming),
        "first_mail": min(mail.date for mail in mails),
        "last_mail": max(mail.date for mail in mails),
        "last_in": max((mail.date for mail in incoming), default=None),
        "language": min(languages, key=lambda one: (-languages[one], one), default=None),
    }
    connection.execute(update(customer).where(customer.c.address == address).values(**values))
