"""The connection to the SQL database: transactions, and errors in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import local
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Table, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from server.errors import StoreAway, StoreError
from server.store.backend import BOUNDED, MOMENT, Backend
from server.store.on_sqlite import SqliteBackend
from server.store.schema.sealed import Seals, seals_of
from server.store.statements import insert_if_new

POSTGRESQL = "postgresql+psycopg"
FEW = 20  # rows of one statement where each may hold a whole mail


class Database:
    """An open database; one per process, used by all its threads."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._moment = local()  # the transaction in which this thread reads all, while it wants that

    @staticmethod
    def open(url: str) -> Database:
        """Connects to `url`, creating a SQLite file that only this user may read; raises StoreError."""
        address = _address(url)
        if address.get_backend_name() == "sqlite":
            return Database(SqliteBackend(address))
        from server.store.on_postgresql import PostgresqlBackend  # its driver is an extra

        return Database(PostgresqlBackend(address))

    @property
    def name(self) -> str:
        """What messages call it, without a password."""
        return self._backend.name

    @property
    def path(self) -> Path | None:
        """The SQLite file; None where a server keeps the data."""
        return self._backend.path

    @property
    def seals(self) -> Seals:
        """How texts are sealed here."""
        return seals_of(self._backend.engine.dialect)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view of the data; it waits for nobody and stops nobody."""
        held: Connection | None = getattr(self._moment, "connection", None)
        if held is not None:
            with self._said_in_words():
                yield held
            return
        with self._said_in_words(), self._backend.reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """For the length of a `with` this thread reads all as of one moment, and begins one transaction for all of it.

        What it writes meanwhile it does not see. Keep it short, and write after it: it holds a connection, and where
        all are held, who waits for one to write with waits in vain. Queries keep what they are asked again and again
        (whom an address belongs to) in the dict that is the connection's option `MOMENT`, and ends with it.
        """
        if getattr(self._moment, "connection", None) is not None:
            yield
            return
        with self.reading() as connection:
            connection.execution_options(**{MOMENT: {}})
            self._moment.connection = connection
            try:
                yield
            finally:
                self._moment.connection = None

    @contextmanager
    def writing(self, *, unhurried: bool = False, bounded: bool = False) -> Iterator[Connection]:
        """A transaction: all of it is stored at its end, or, after an error, nothing. Nobody else writes meanwhile.

        `unhurried`: a server must not stop it for taking long, as changes of whole tables do. `bounded`: what one
        statement of it changes is little enough to be held in memory until the statement is done, and lies in no file.
        """
        with (
            self._said_in_words(),
            self._backend.turn(),
            self._backend.writer.connect() as connection,
            connection.execution_options(**{BOUNDED: bounded}).begin(),
        ):
            self._backend.begin(connection, unhurried=unhurried)
            yield connection

    def empty_log(self) -> bool:
        """Brings what was written into the main file, so that no log keeps what was deleted.

        False where it could not be emptied, for others read.
        """
        with self._said_in_words():
            return self._backend.empty_log()

    def rewrite(self) -> None:
        """Writes the whole database anew, without what was deleted from it; nobody else can write meanwhile."""
        with self._said_in_words():
            self._backend.rewrite()

    def close(self) -> None:
        """Gives all connections back."""
        self._backend.engine.dispose()

    @contextmanager
    def _said_in_words(self) -> Iterator[None]:
        try:
            yield
        except NoConnectionFree:
            raise StoreAway(f"The database {self.name} is busy: no connection came free. Try again.") from None
        except DBAPIError as error:
            # Not "from error": PostgreSQL repeats in its details what was to be stored, and a log would show them.
            raise self._told(error) from None
        except self._driver_error as error:  # where SQLAlchemy prepares a connection, it lets these pass as they are
            raise self._told(DBAPIError(None, None, error)) from None

    @property
    def _driver_error(self) -> type[Exception]:
        found: type[Exception] = self._backend.engine.dialect.loaded_dbapi.Error
        return found

    def _told(self, error: DBAPIError) -> StoreError:
        kind = StoreAway if self._backend.is_away(error) else StoreError
        return kind(self._backend.in_words(error))


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise StoreError(
            "The address of the database cannot be read: write it like sqlite:////a/b.db or postgresql://user@host/name"
        ) from None
    kind = address.get_backend_name()
    if kind not in ("sqlite", "postgresql"):
        raise StoreError(f"Einklang keeps its data in SQLite or PostgreSQL, not in {kind}.")
    return address.set(drivername=POSTGRESQL) if kind == "postgresql" else address


def insert_new(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], returning: ColumnElement[Any]
) -> list[Any]:
    """Inserts the rows whose unique keys are not there yet; returns one column of the inserted ones."""
    if not rows:
        return []
    statement = insert_if_new(connection.dialect.name, table, returning)
    # a row alone: for a list of them SQLAlchemy puts the statement together anew
    given = rows[0] if len(rows) == 1 else list(rows)
    return list(connection.execute(statement, given).scalars())


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Inserts the rows whose unique keys are not there yet, few in a statement; returns how many.

    For rows that hold whole mails: `insert_new` would put all of them into one statement.
    """
    if not rows:
        return 0
    if connection.dialect.name == "sqlite":
        return connection.execute(sqlite.insert(table).on_conflict_do_nothing(), list(rows)).rowcount
    # PostgreSQL's driver counts no rows of several statements, so each says of what it inserted that it did
    statement = postgresql.insert(table).on_conflict_do_nothing().returning(*table.primary_key)
    statement = statement.execution_options(insertmanyvalues_page_size=FEW)
    return len(connection.execute(statement, list(rows)).all())
