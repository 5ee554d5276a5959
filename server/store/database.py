"""The connection to the SQL database: transactions, what SQLite needs set, and errors in words."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from server.errors import StoreError
from server.store.schema.sealed import Seals, seals_of

BUSY_SECONDS = 30  # a first sync commits every few hundred milliseconds; 30 s without a turn means a stuck process
WRITING = "einklang_writing"


class Database:
    """An open database; one per process, used by all its threads."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine, self.name = engine, name
        self._writer = engine.execution_options(**{WRITING: True})

    @staticmethod
    def open(url: str) -> Database:
        """Connects to `url`, creating a SQLite file that only this user may read; raises StoreError."""
        address = _address(url)
        path = Path(address.database or "")
        _create_private(path)
        # hide_parameters: else an error of the driver would repeat the text of the mail that could not be written
        engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return Database(engine, str(path))

    @property
    def seals(self) -> Seals:
        """How texts are sealed here."""
        return seals_of(self._engine.dialect)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view of the data; it waits for nobody and stops nobody."""
        with self._said_in_words(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is stored at its end, or, after an error, nothing."""
        with self._said_in_words(), self._writer.connect() as connection, connection.begin():
            yield connection

    def empty_log(self) -> bool:
        """Brings what was written into the main file, so that no log keeps what was deleted.

        False where it could not be emptied, for others read.
        """
        if self._engine.dialect.name != "sqlite":
            return True
        with self._said_in_words(), self._engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # a checkpoint runs in no transaction
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        return not busy

    def rewrite(self) -> None:
        """Writes the whole database anew, without what was deleted from it; nobody else can write meanwhile."""
        with self._said_in_words(), self._engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # it runs in no transaction
            connection.exec_driver_sql("VACUUM" if self._engine.dialect.name == "sqlite" else "VACUUM FULL")

    def close(self) -> None:
        """Gives all connections back."""
        self._engine.dispose()

    @contextmanager
    def _said_in_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise StoreError(_in_words(self.name, error.orig)) from error


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError("The address of the database cannot be read: write it like sqlite:////a/b.db") from error
    if address.get_backend_name() != "sqlite":
        raise StoreError(f"This version keeps its data in SQLite, not in {address.get_backend_name()}.")
    if not address.database or address.database == ":memory:":
        raise StoreError("The database must be a file, for several processes share it.")
    return address


def _create_private(path: Path) -> None:
    # SQLite gives the -wal and -shm files the rights of the database, so it is enough to create that one.
    # The folder can be passed through: a mail server of the demo has a folder of its own in it.
    if path.parent.exists() and not path.parent.is_dir():
        raise StoreError(f"The database {path} cannot be created: {path.parent} is no folder.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o711)
        path.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The database {path} cannot be created: {error.strerror}.") from error


def _prepare_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says, not where the driver guesses
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # mail that is forgotten is overwritten, not only unlinked
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: safe against a crash of the process
    _switch_to_wal(connection)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    # The first switch needs the file for itself, and SQLite does not wait for that by its busy time-out.
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _in_words(name: str, error: BaseException | None) -> str:
    said = str(error)
    if "locked" in said:
        return f"The database {name} is busy: another process wrote to it for over {BUSY_SECONDS} s. Try again."
    if "disk is full" in said or "disk I/O error" in said:
        return f"The database {name} cannot be written: {said}. Free some space on its disk and try again."
    if "readonly" in said or "unable to open" in said:
        return f"The database {name} cannot be opened for writing. Check who owns it and its folder."
    if "not a database" in said or "malformed" in said:
        return f"The database {name} is damaged or no SQLite file: {said}. Restore it from a backup."
    return f"The database {name} answered: {said}."


def insert_new(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], returning: ColumnElement[Any]
) -> list[Any]:
    """Inserts the rows whose unique keys are not there yet; returns one column of the inserted ones."""
    if not rows:
        return []
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = insert(table).on_conflict_do_nothing().returning(returning)
    return list(connection.execute(statement, list(rows)).scalars())


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Inserts the rows whose unique keys are not there yet, one statement over and over; returns how many.

    For rows that hold whole mails: `insert_new` would put all of them into one statement.
    """
    if not rows:
        return 0
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return connection.execute(insert(table).on_conflict_do_nothing(), list(rows)).rowcount
