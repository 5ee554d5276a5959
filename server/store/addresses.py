"""Which form of address each mail shows, kept beside the mail and gone with it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import and_, select, update

from server.store.database import Database
from server.store.people import is_by
from server.store.schema import message
from server.store.values import StoredAddress


class Addresses:
    """The forms of address in all personal mail."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, correspondent: str) -> list[StoredAddress]:
        """What each personal mail from and to a customer shows of the form of address, oldest first, each mail once."""
        columns = message.c
        with self._database.reading() as connection:
            query = (
                select(columns.id, columns.direction, columns.date, columns.from_address, columns.address)
                .where(
                    is_by(connection, columns.correspondent, correspondent),
                    columns.stage == "learned",
                    columns.is_copy.is_(False),
                    columns.direction.is_not(None),
                    columns.address.is_not(None),
                    columns.address != "",
                )
                .order_by(columns.date, columns.id)
            )
            return [StoredAddress(*row) for row in connection.execute(query)]

    def missing(self, limit: int, after_id: int = 0) -> list[tuple[int, str]]:
        """The number and authored text of analysed personal mail whose form of address nobody has looked at."""
        columns = message.c
        query = (
            select(columns.id, columns.authored)
            .where(
                columns.id > after_id,
                columns.stage == "learned",
                columns.address.is_(None),
                columns.authored.is_not(None),
                columns.authored != "",
            )
            .order_by(columns.id)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [(row.id, row.authored) for row in connection.execute(query)]

    def note(self, found: Mapping[int, str]) -> None:
        """Keeps what was found in mail that was analysed before, by its number."""
        with self._database.writing() as connection:
            for number, address in found.items():
                here = and_(message.c.id == number, message.c.address.is_(None))
                connection.execute(update(message).where(here).values(address=address))
