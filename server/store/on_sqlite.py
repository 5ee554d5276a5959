"""A store in a SQLite file: private to its owner, shared by processes, one writer at a time by the lock of the file."""

from __future__ import annotations

import sqlite3
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from server.errors import StoreError
from server.store.backend import BOUNDED, BUSY_SECONDS

WRITING = "einklang_writing"
# Page cache of a connection that stores mail by the batch: 3 MB and what belongs to it reach the log once, at the end
CACHE_KB = 5000
PAGE_BYTES = 8192  # of a new file: half as many pages to write and to checkpoint for mails of 2 to 30 kB


class SqliteBackend:
    """A `Backend` on a file."""

    def __init__(self, address: URL) -> None:
        """Opens the file, creating it so that only this user may read it; raises StoreError."""
        if not address.database or address.database == ":memory:":
            raise StoreError("The database must be a file, for several processes share it.")
        path = Path(address.database)
        _create_private(path)
        # hide_parameters: else an error of the driver would repeat the text of the mail that could not be written
        engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        self.name, self.path = str(path), path
        self.engine = self.reader = engine
        self.writer: Engine = engine.execution_options(**{WRITING: True})

    def turn(self) -> AbstractContextManager[None]:
        """SQLite itself gives turns, to threads as to processes."""
        return nullcontext()

    def begin(self, connection: Connection, *, unhurried: bool) -> None:
        """Nothing is left to do: BEGIN IMMEDIATE has done it."""

    def in_words(self, error: DBAPIError) -> str:
        """What SQLite said, and what to do."""
        said = str(error.orig)
        if "locked" in said:
            return f"The database {self.name} is busy: another process wrote for over {BUSY_SECONDS} s. Try again."
        if "disk is full" in said or "disk I/O error" in said:
            return f"The database {self.name} cannot be written: {said}. Free some space on its disk and try again."
        if "readonly" in said or "unable to open" in said:
            return f"The database {self.name} cannot be opened for writing. Check who owns it and its folder."
        if "not a database" in said or "malformed" in said:
            return f"The database {self.name} is damaged or no SQLite file: {said}. Restore it from a backup."
        return f"The database {self.name} answered: {said}."

    def is_away(self, error: DBAPIError) -> bool:
        """Only others that write for too long are no fault of the file."""
        return "locked" in str(error.orig)

    def empty_log(self) -> bool:
        """Empties the write-ahead log into the file."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # a checkpoint runs in no transaction
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        return not busy

    def rewrite(self) -> None:
        """Writes the file anew; nobody else can write meanwhile."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # it runs in no transaction
            connection.exec_driver_sql("VACUUM")


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


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin where _begin says, not where the driver guesses
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")  # an older file keeps its own
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


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    _keep_undo(connection, "MEMORY" if options.get(BOUNDED, False) else "DEFAULT")
    writing = options.get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _keep_undo(connection: Connection, place: str) -> None:
    """Where SQLite keeps what a statement of many rows changes until that is done; by itself in a file in /var/tmp.

    A connection on which that was ever in memory stores batches of mail, and has room for one.
    """
    if connection.info.get("undo", "DEFAULT") != place:
        connection.exec_driver_sql(f"PRAGMA temp_store = {place}")
        if "undo" not in connection.info:
            connection.exec_driver_sql(f"PRAGMA cache_size = {-CACHE_KB}")
        connection.info["undo"] = place
