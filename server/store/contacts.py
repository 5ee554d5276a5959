"""The contacts of imported lists: names, companies, segments, and addresses of one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from server.access import Sight
from server.store.database import Database
from server.store.import_values import Contact, Tally
from server.store.left_out import SieveHolder
from server.store.people import person_of
from server.store.places import place_again
from server.store.schema import alias, contact, customer
from server.store.sight import is_seen


class Contacts:
    """Contacts by address, without regard to case; where several lists name one, the list imported last counts."""

    def __init__(self, database: Database, sieves: SieveHolder | None = None) -> None:
        self._database, self._sieves = database, sieves or SieveHolder()

    def save(self, source_id: int, contacts: Sequence[Contact], now: datetime) -> Tally:
        """Stores contacts in place of what the same source said of them; counts their addresses as new or known."""
        new = known = 0
        with self._database.writing() as connection:
            for each in contacts:
                if any(self._sieves.sieve.is_away(address) for address in each.addresses):
                    continue
                for address in each.addresses:
                    is_new = _save(connection, source_id, address, each, now)
                    new, known = new + is_new, known + (not is_new)
                    _name_customer(connection, address)
        return Tally(read=new + known, new=new, known=known)

    def join(self, source_id: int, person: str, others: Sequence[str]) -> None:
        """Notes that this import joined `others` to `person`, so that its removal takes them apart."""
        with self._database.writing() as connection:
            here = (contact.c.source_id == source_id, contact.c.address.in_(others))
            connection.execute(update(contact).where(*here).values(person=person, joined=True))

    def of(self, address: str) -> Contact | None:
        """What the lists say of the person with this address, under any of theirs; None where nothing is said."""
        with self._database.reading() as connection:
            for each in dict.fromkeys((address.lower(), *person_of(connection, address).addresses)):
                row = _newest(connection, each)
                if row is not None:
                    return Contact((each,), row.name, row.company, row.segment)
        return None

    def segment_of(self, address: str, *, sight: Sight) -> str:
        """The segment that the lists give the person with this address; empty where they give none."""
        with self._database.reading() as connection:
            person = person_of(connection, address)
            if not is_seen(connection, person.address, sight):
                return ""
            return segment_in(connection, (address.lower(), *person.addresses))


def segment_in(connection: Connection, addresses: Iterable[str]) -> str:
    """The segment that the lists give the first of these addresses for which they name one; empty for none."""
    for each in dict.fromkeys(addresses):
        found: str | None = connection.execute(_SEGMENT, {"address": each}).scalar_one_or_none()
        if found is not None:
            return found
    return ""


_SEGMENT = (
    select(contact.c.segment)
    .where(contact.c.address == bindparam("address"), contact.c.segment != "")
    .order_by(contact.c.imported_at.desc(), contact.c.source_id.desc())
    .limit(1)
)


def name_of(connection: Connection, address: str) -> str:
    """The name that the lists give this address; empty for none."""
    row = _newest(connection, address)
    return row.name if row is not None else ""


def forget_contacts(connection: Connection, source_id: int) -> None:
    """Removes a source's contacts and the joins it made; customers whose name they were lose it."""
    here = contact.c.source_id == source_id
    rows = connection.execute(select(contact.c.address, contact.c.joined).where(here)).all()
    connection.execute(delete(contact).where(here))
    for row in rows:
        if row.joined:
            was = person_of(connection, row.address).address
            connection.execute(delete(alias).where(alias.c.address == row.address))
            for each in {was, row.address}:
                place_again(connection, each, person_of(connection, each).addresses)
        _name_customer(connection, row.address)


def _save(connection: Connection, source_id: int, address: str, told: Contact, now: datetime) -> bool:
    """Whether the address is new to the source."""
    here = (contact.c.source_id == source_id, contact.c.address == address.lower())
    values = {
        "person": told.addresses[0].lower(),
        "name": told.name,
        "company": told.company,
        "segment": told.segment,
        "imported_at": now,
    }
    known = connection.execute(select(contact.c.joined).where(*here)).scalar_one_or_none()
    if known is None:
        row = {"source_id": source_id, "address": address.lower(), "joined": False}
        connection.execute(insert(contact).values(row | values))
        return True
    if known:
        del values["person"]  # whom it was joined to
    connection.execute(update(contact).where(*here).values(**values))
    return False


def _newest(connection: Connection, address: str) -> Row[Any, Any, Any] | None:
    columns = contact.c
    query = select(columns.name, columns.company, columns.segment).where(columns.address == address)
    return connection.execute(
        query.order_by(columns.imported_at.desc(), columns.source_id.desc()).limit(1)
    ).one_or_none()


def _name_customer(connection: Connection, address: str) -> None:
    """Names a customer as the lists do, unless their own mail has told how they are called."""
    lower = address.lower()
    name = name_of(connection, lower)
    values = {"name": name, "search_text": f"{name} {lower}".strip().casefold()}
    here = (customer.c.address == lower, customer.c.named_at.is_(None))
    connection.execute(update(customer).where(*here).values(**values))
