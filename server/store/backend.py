"""What a kind of database gives the store: connections, one writer at a time, and its errors in words."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

BUSY_SECONDS = 30  # a first sync commits every few hundred milliseconds; 30 s without a turn means a stuck process
BOUNDED = "einklang_bounded"  # the option of a connection whose transactions change little
MOMENT = "einklang_moment"  # the option of a connection that reads all as of one moment: what was found there, by name


class Backend(Protocol):
    """An open database of one kind."""

    @property
    def name(self) -> str:
        """What messages call it, without a password."""
        ...

    @property
    def path(self) -> Path | None:
        """The file that it is; None where a server keeps it."""
        ...

    @property
    def engine(self) -> Engine:
        """Its connections, all of them."""
        ...

    @property
    def reader(self) -> Engine:
        """Connections whose transactions see the data as of one moment."""
        ...

    @property
    def writer(self) -> Engine:
        """Connections whose transactions may change the data."""
        ...

    def turn(self) -> AbstractContextManager[None]:
        """Waits among the threads of this process for a turn to write; raises StoreAway after `BUSY_SECONDS`."""
        ...

    def begin(self, connection: Connection, *, unhurried: bool) -> None:
        """Makes the transaction that was just begun the only one that writes; `unhurried`: it may take any time."""
        ...

    def in_words(self, error: DBAPIError) -> str:
        """What went wrong and what to do, without any value that was to be stored."""
        ...

    def is_away(self, error: DBAPIError) -> bool:
        """Whether the same may go well a moment later: nothing answers, or others do not let this one through."""
        ...

    def empty_log(self) -> bool:
        """Brings what was written into the main files; False where that could not be done, for others read."""
        ...

    def rewrite(self) -> None:
        """Writes the whole database anew, without what was deleted from it."""
        ...
