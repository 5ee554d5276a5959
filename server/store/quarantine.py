"""Mail that the server lists and does not hand out: kept by its UID and due again after a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, select, update

from server.mail.uids import UidSet
from server.store.database import insert_new
from server.store.schema import quarantine

AGAIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """One generation of a folder."""

    mailbox_id: int
    folder: str
    generation: int


def put(connection: Connection, place: Place, uids: Iterable[int], at: datetime) -> None:
    """These could not be read at `at`; for those that are here already it is one more try."""
    for uid in uids:
        row = {
            "mailbox_id": place.mailbox_id,
            "folder": place.folder,
            "generation": place.generation,
            "uid": uid,
            "tries": 1,
            "first_at": at,
            "next_at": at + AGAIN,
        }
        if not insert_new(connection, quarantine, [row], quarantine.c.uid):
            again = {"tries": quarantine.c.tries + 1, "next_at": at + AGAIN}
            connection.execute(update(quarantine).where(*_here(place), quarantine.c.uid == uid).values(**again))


def release(connection: Connection, place: Place, uids: UidSet) -> None:
    """These were read, or are gone."""
    for first, last in uids.ranges:
        connection.execute(delete(quarantine).where(*_here(place), quarantine.c.uid.between(first, last)))


def listed(connection: Connection, place: Place, due: datetime | None) -> UidSet:
    """All of a place, or those whose time has come at `due`."""
    query = select(quarantine.c.uid).where(*_here(place))
    if due is not None:
        query = query.where(quarantine.c.next_at <= due)
    return UidSet.of(connection.execute(query).scalars())


def forget_before(connection: Connection, place: Place) -> None:
    """What older generations could not read no longer has these UIDs."""
    columns = quarantine.c
    older = (columns.mailbox_id == place.mailbox_id, columns.folder == place.folder)
    connection.execute(delete(quarantine).where(*older, columns.generation < place.generation))


def _here(place: Place) -> tuple[ColumnElement[bool], ...]:
    columns = quarantine.c
    return (
        columns.mailbox_id == place.mailbox_id,
        columns.folder == place.folder,
        columns.generation == place.generation,
    )
