"""A store on a PostgreSQL server: any number of machines read at once, and one transaction at a time writes.

Writers take turns by an advisory lock that ends with their transaction. So everything that holds where SQLite lets one
writer in holds here, too, a transaction never has to be run again, and a process that dies gives its turn back.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, bindparam, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from server.errors import StoreAway, StoreError
from server.store.backend import BUSY_SECONDS
from server.store.postgresql_connecting import client_settings, connect_patiently
from server.store.postgresql_words import in_words, is_passing
from server.store.schema import metadata

TURN = 0x45696E6B6C616E67  # the number of the lock that writers take turns by: "Einklang" in ASCII
OLDEST = 13  # the oldest major version that its makers mended when this was written
KEPT, MOST = 5, 20  # connections of one process, at rest and at work; PostgreSQL's own limit is 100 for all

# Milliseconds. A query that takes longer than two minutes is a mistake, and holds up what cleans the tables; a writer
# holds up all others. The longest write is to forget a mailbox: a million mails take a minute.
READING, WRITING, IDLE_WRITING = 120_000, 1_800_000, 120_000
WITHOUT_LIMIT = 0
AGAIN = 0.5  # seconds until it is looked again whether somebody still reads

# A machine that is cut off holds its turn until the server notices that it is gone: after 30 + 3 * 10 seconds.
SESSION = {
    "timezone": "UTC",
    "statement_timeout": str(READING),
    "lock_timeout": str(BUSY_SECONDS * 1000),
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
BEGIN = text(
    "SELECT pg_advisory_xact_lock(:turn), set_config('statement_timeout', :longest, true), "
    "set_config('idle_in_transaction_session_timeout', :idle, true)"
).bindparams(bindparam("turn", TURN))
OWNED_BY_OTHERS = text(
    "SELECT tableowner FROM pg_tables WHERE schemaname = current_schema() AND tablename = ANY(:names) "
    "AND NOT pg_has_role(tableowner, 'USAGE')"
)
ABOUT = text(
    "SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding'), 'B' < 'a', "
    "'z' < 'ä', pg_is_in_recovery(), current_database()"
)


class PostgresqlBackend:
    """A `Backend` on a server."""

    path: Path | None = None

    def __init__(self, address: URL) -> None:
        """Connects and looks whether the database is fit to hold a store; raises StoreError."""
        if not address.database:
            raise StoreError("The address names no database: write it like postgresql://user@host/einklang")
        self.name = f"{address.database} on {_place(address)}"
        self.engine = _engine(address)
        self.reader: Engine = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        # Each statement sees what the writers before have done; later ones there are none until this one ends.
        self.writer: Engine = self.engine.execution_options(isolation_level="READ COMMITTED")
        self._turn = threading.Lock()
        try:
            self._refuse_unfit()
        except BaseException:
            self.engine.dispose()
            raise

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One thread of this process waits at the server; the others wait here, without a connection of their own."""
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise StoreAway(f"The database {self.name} is busy: writing took over {BUSY_SECONDS} s. Try again.")
        try:
            yield
        finally:
            self._turn.release()

    def begin(self, connection: Connection, *, unhurried: bool) -> None:
        """Waits for the turn of this transaction among all machines, and sets how long it may take."""
        longest, idle = (WITHOUT_LIMIT, WITHOUT_LIMIT) if unhurried else (WRITING, IDLE_WRITING)
        connection.execute(BEGIN, {"longest": str(longest), "idle": str(idle)})

    def in_words(self, error: DBAPIError) -> str:
        """What PostgreSQL said, and what to do."""
        return in_words(self.name, error, waited=BUSY_SECONDS)

    def is_away(self, error: DBAPIError) -> bool:
        """Whether the server is away or being stopped, or does not let this one through for now."""
        return is_passing(error)

    def empty_log(self) -> bool:
        """The log is the server's own: docs/postgresql.md says how long it keeps what was written."""
        return True

    def rewrite(self) -> None:
        """Writes each table anew; nobody else can read or write a table while it is its turn.

        Raises StoreError where that may not be done, or where somebody goes on reading what was deleted.
        """
        with self.engine.connect() as found:
            connection = found.execution_options(isolation_level="AUTOCOMMIT")  # VACUUM runs in no transaction
            names = [table.name for table in metadata.sorted_tables]
            if others := connection.execute(OWNED_BY_OTHERS, {"names": names}).scalars().all():
                raise StoreError(f"The tables of {self.name} belong to {others[0]}: only that user can rewrite them.")
            connection.exec_driver_sql("SET statement_timeout = 0")
            try:
                self._rewrite(connection, names)
            finally:
                connection.exec_driver_sql("RESET statement_timeout")

    def _rewrite(self, connection: Connection, names: list[str]) -> None:
        deadline = time.monotonic() + BUSY_SECONDS
        for name in names:
            while _kept_for_others(connection, name):
                if time.monotonic() > deadline:
                    raise StoreError(
                        f"{self.name}: another process goes on reading what was deleted, so it still stands in the "
                        "tables. Run the command again, or stop the server and the worker first."
                    )
                time.sleep(AGAIN)

    def _refuse_unfit(self) -> None:
        try:
            with self.engine.connect() as connection:
                version, encoding, capitals_first, by_number, is_copy, database = connection.execute(ABOUT).one()
        except DBAPIError as error:
            raise (StoreAway if self.is_away(error) else StoreError)(self.in_words(error)) from None
        if version < OLDEST:
            raise StoreError(f"PostgreSQL {version} is too old for the store: {OLDEST} or newer is needed.")
        if is_copy:
            raise StoreError(f"The database {self.name} is a read-only copy of another one: name that one.")
        if encoding != "UTF8" or not capitals_first or not by_number:
            raise StoreError(
                f"The database {self.name} sorts by the rules of a language, or is not in UTF-8. Make it anew, it must "
                f"be empty for that: CREATE DATABASE \"{database}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
            )


def _kept_for_others(connection: Connection, table: str) -> bool:
    """Writes a table anew; whether rows that were deleted are still in it, for somebody reads as of a time before."""
    said: list[str] = []
    driver: Any = connection.connection.driver_connection

    def listen(notice: Any) -> None:
        said.append(notice.message_detail or "")

    driver.add_notice_handler(listen)
    try:
        connection.exec_driver_sql(f'VACUUM (FULL, VERBOSE) "{table}"')
    finally:
        driver.remove_notice_handler(listen)
    # "3 dead row versions cannot be removed yet.", in whatever language the server speaks
    return any(int(number) > 0 for each in said for number in re.findall(r"^\D{0,9}(\d+)", each))


def _engine(address: URL) -> Engine:
    given = address.query.get("options", "")
    # what the address says comes last, so that it counts
    options = f"{_as_options(SESSION)} {given if isinstance(given, str) else ' '.join(given)}".strip()
    try:
        engine = create_engine(
            address,
            connect_args=client_settings(address) | {"options": options},
            hide_parameters=True,  # else an error would repeat the text of the mail that could not be written
            pool_size=KEPT,
            max_overflow=MOST - KEPT,
            pool_timeout=BUSY_SECONDS,
            use_native_hstore=False,
        )
    except ModuleNotFoundError:
        raise StoreError("PostgreSQL needs one more package: pip install 'einklang[postgresql]'") from None
    event.listen(engine, "connect", _leave_out_nul)
    connect_patiently(engine, f"{address.database} on {_place(address)}")
    return engine


def _as_options(settings: dict[str, str]) -> str:
    return " ".join(f"-c {name}={value}" for name, value in settings.items())


def _place(address: URL) -> str:
    host = address.host or address.query.get("host") or "this machine"
    return f"{host if isinstance(host, str) else ', '.join(host)}{f':{address.port}' if address.port else ''}"


def _leave_out_nul(connection: Any, _: ConnectionPoolEntry) -> None:
    """PostgreSQL keeps no NUL in a text; SQLite does. Nobody writes it but by mistake, so it is left out."""
    from psycopg.types.string import StrDumperUnknown

    class WithoutNul(StrDumperUnknown):
        def dump(self, obj: str) -> Any:
            return super().dump(obj.replace("\0", ""))

    connection.adapters.register_dumper(str, WithoutNul)
