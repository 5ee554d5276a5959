"""Mail that is not stored: that it is there, so that it is not fetched again each day, and why it was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, delete, func, select

from server.mail.uids import UidSet
from server.store.database import Database, insert_missing
from server.store.import_values import Channel
from server.store.quarantine import Place
from server.store.schema import left_out, mailbox


@dataclass(frozen=True, slots=True)
class Sifted:
    """One mail, or other contact, before anything of it is written."""

    raw: bytes = field(repr=False)
    folder: str
    role: str
    channel: Channel = "email"


class Sieve(Protocol):
    """Says which mail is never to be stored."""

    def reasons(self, mails: Sequence[Sifted]) -> Mapping[int, str]:
        """Place in `mails` -> why that one is left out: 'address', 'domain', 'folder', 'word', 'erased'."""
        ...

    def is_away(self, address: str) -> bool:
        """Whether nothing of this person is to be stored, by whatever way it comes."""
        ...

    def cleaned(self, text: str) -> str:
        """A text of somebody else without the addresses of persons who were erased, of the same length."""
        ...


class EmptySieve:
    """Leaves nothing out."""

    def reasons(self, mails: Sequence[Sifted]) -> Mapping[int, str]:
        return {}

    def is_away(self, address: str) -> bool:
        return False

    def cleaned(self, text: str) -> str:
        return text


class SieveHolder:
    """The sieve of one store; whoever opens the store with settings puts theirs in, made when it is first needed."""

    def __init__(self) -> None:
        self._make: Callable[[], Sieve] = EmptySieve
        self._made: Sieve | None = None

    @property
    def sieve(self) -> Sieve:
        """The one that holds now."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def put(self, make: Callable[[], Sieve]) -> None:
        """Takes this one from now on."""
        self._make, self._made = make, None


class LeftOut:
    """How much was left out, and why; nothing else is known of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self) -> dict[str, dict[str, int]]:
        """Mailbox -> reason -> how many mails of it are not stored."""
        query = (
            select(mailbox.c.address, left_out.c.reason, func.count())
            .join(mailbox, mailbox.c.id == left_out.c.mailbox_id)
            .group_by(mailbox.c.address, left_out.c.reason)
            .order_by(mailbox.c.address, left_out.c.reason)
        )
        found: dict[str, dict[str, int]] = {}
        with self._database.reading() as connection:
            for address, reason, count in connection.execute(query):
                found.setdefault(address, {})[reason] = count
        return found

    def read_again(self, reasons: Sequence[str]) -> int:
        """Forgets that mail was left out for these reasons: the next comparison with the server fetches it."""
        with self._database.writing() as connection:
            return connection.execute(delete(left_out).where(left_out.c.reason.in_(reasons))).rowcount


def put(connection: Connection, place: Place, reasons: Mapping[int, str]) -> int:
    """Notes mail of a place, by UID, as left out; returns how many of it were not before."""
    here = {"mailbox_id": place.mailbox_id, "folder": place.folder, "generation": place.generation}
    return insert_missing(connection, left_out, [here | {"uid": uid, "reason": why} for uid, why in reasons.items()])


def uids(connection: Connection, place: Place) -> Iterable[int]:
    """What was left out of a place."""
    return connection.execute(select(left_out.c.uid).where(*_here(place))).scalars()


def release(connection: Connection, place: Place, gone: UidSet) -> None:
    """These are no longer on the server."""
    for first, last in gone.ranges:
        connection.execute(delete(left_out).where(*_here(place), left_out.c.uid.between(first, last)))


def forget_before(connection: Connection, place: Place) -> None:
    """Numbers of older generations mean nothing any more."""
    columns = left_out.c
    here = (columns.mailbox_id == place.mailbox_id, columns.folder == place.folder)
    connection.execute(delete(left_out).where(*here, columns.generation < place.generation))


def _here(place: Place) -> tuple[ColumnElement[bool], ...]:
    return (
        left_out.c.mailbox_id == place.mailbox_id,
        left_out.c.folder == place.folder,
        left_out.c.generation == place.generation,
    )
