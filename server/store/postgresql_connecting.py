"""How connections to a PostgreSQL server come about: none is waited for long, whatever became of the server."""

from __future__ import annotations

import logging
import select
import threading
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import URL, Engine, event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

log = logging.getLogger(__name__)

CONNECT_SECONDS = 5  # where nothing answers at all; a server that is down refuses at once
ANSWER_SECONDS = 5.0  # for the question whether a connection still holds
UNHEARD = 10_000  # milliseconds without a sign that anything sent has come over, then the connection is given up
SLOW = 0.5  # seconds; a failure that took longer is not waited for again by each thread
HOLDS_FOR = 1.0  # seconds after its last use in which a connection is not asked whether it still holds
AFTER_FAILURE = 2.0  # seconds in which a server that fails slowly is not tried again
NOTHING = b""  # a question that has no answer: the server says just that

CLIENT: dict[str, str | int] = {
    "application_name": "einklang",
    "client_encoding": "utf8",
    "connect_timeout": CONNECT_SECONDS,
    "tcp_user_timeout": UNHEARD,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}


def client_settings(address: URL) -> dict[str, str | int]:
    """What the driver is told of each connection, besides what the address itself says."""
    return {name: value for name, value in CLIENT.items() if name not in address.query}


def connect_patiently(engine: Engine, name: str) -> None:
    """Has an engine wait for a silent server once and not in each thread, and ask connections whether they hold."""
    event.listen(engine, "do_connect", Doorstep(name).connect)
    event.listen(engine, "checkout", _refuse_broken)
    event.listen(engine, "checkin", _note_use)


class Doorstep:
    """Connects; where that failed slowly, whoever comes within two seconds is told the same, and need not wait."""

    def __init__(self, name: str, seconds: Callable[[], float] = time.monotonic) -> None:
        self._name, self._seconds = name, seconds
        self._lock = threading.Lock()
        self._is_away = False
        self._failed: tuple[float, Exception] | None = None

    def connect(self, dialect: Any, _: ConnectionPoolEntry | None, given: Any, settings: dict[str, Any]) -> Any:
        """A connection as the driver makes it; raises the driver's errors."""
        failed, began = self._failed, self._seconds()
        if failed is not None and began < failed[0]:
            raise type(failed[1])(*failed[1].args)
        try:
            connection = dialect.connect(*given, **settings)
        except dialect.loaded_dbapi.OperationalError as error:
            now = self._seconds()
            self._failed = (now + AFTER_FAILURE, error) if now - began > SLOW else None
            self._tell(is_away=True)
            raise
        self._failed = None
        self._tell(is_away=False)
        return connection

    def _tell(self, *, is_away: bool) -> None:
        with self._lock:
            was_away, self._is_away = self._is_away, is_away
        if is_away and not was_away:
            log.error("the database %s cannot be reached; it is tried again until it answers", self._name)
        elif was_away and not is_away:
            log.warning("the database %s is back", self._name)


def _note_use(_: object, entry: ConnectionPoolEntry) -> None:
    entry.info["used"] = time.monotonic()


def _refuse_broken(connection: Any, entry: ConnectionPoolEntry, _: object) -> None:
    """Asked when a connection is taken that was idle: where one is broken all that are older are, too."""
    is_fresh = time.monotonic() < entry.info.get("used", 0.0) + HOLDS_FOR
    if is_fresh and is_quiet(connection.pgconn):
        return  # a request takes it several times, one after the other
    if not holds(connection.pgconn, ANSWER_SECONDS):
        connection.close()
        raise InvalidatePoolError


def is_quiet(pgconn: Any) -> bool:
    """Whether nothing came on this idle connection: a server that ends or is stopped says so, or hangs up."""
    from psycopg.pq import ConnStatus

    if pgconn.status != ConnStatus.OK:
        return False
    arrived = select.poll()
    arrived.register(pgconn.socket, select.POLLIN)
    return not arrived.poll(0)


def holds(pgconn: Any, within: float) -> bool:
    """Whether the server answers on this connection of libpq's, within so many seconds.

    SQLAlchemy's own question would wait for a frozen server as long as its machine acknowledges what is sent.
    """
    from psycopg import OperationalError
    from psycopg.pq import ConnStatus

    until = time.monotonic() + within
    try:
        pgconn.send_query(NOTHING)
        waiting = select.poll()
        waiting.register(pgconn.socket, select.POLLIN)
        while pgconn.flush() or pgconn.is_busy():
            left = until - time.monotonic()
            if left <= 0 or not waiting.poll(left * 1000):
                return False
            pgconn.consume_input()
        while pgconn.get_result() is not None:
            pass
    except (OperationalError, OSError):
        return False
    return bool(pgconn.status == ConnStatus.OK)  # a server that is stopped says so, and that is an answer, too
