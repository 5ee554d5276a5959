"""A copy of a SQLite store while it is at work, and a store made of such a copy; each checked before it counts.

Neither is ever half there under its name: both are written beside it and get the name in one step at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from server.errors import StoreError
from server.store.migrating import MOVING, newest_revision
from server.store.new_file import BESIDE, new_file

PAGES = 500  # copied in one step: two to four megabytes, after which others are told how far it is
OF_ONE_MOMENT = ("mailbox_lease", "message_claim", "relationship_claim", "web_session", "worker")
"""Tables whose rows were true when the copy was made: who works on what, and who was signed in."""

Told = Callable[[int, int], None]
"""Is told how many pages are copied, and of how many."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied: rows of all tables, bytes of the file, and the revision of the tables."""

    rows: int
    bytes: int
    revision: str


def back_up(source: Path, target: Path, told: Told = lambda done, total: None) -> Copied:
    """Writes the store in `source`, as of this moment, into the new file `target`, which its owner alone may read.

    Others may read and write meanwhile. Raises StoreError, and then there is no `target`.
    """
    if not source.is_file():
        raise StoreError(f"There is no database {source}.")
    with _opened(source) as held, new_file(target) as file:
        held.execute("BEGIN")
        before = _counts(held)  # from here on what `held` sees stays as it is
        revision = _revision(held, source)
        with closing(sqlite3.connect(file, isolation_level=None)) as copy:
            held.backup(copy, pages=PAGES, progress=lambda _, left, total: told(total - left, total))
            held.execute("ROLLBACK")  # while the copy is checked the log of the store may be emptied again
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            _check(copy, target)
            if _counts(copy) != before:
                raise StoreError(f"The copy of {source} is not what it should be: try again.")
        return Copied(sum(before.values()), file.stat().st_size, revision)


def restore(source: Path, target: Path, told: Told = lambda done, total: None) -> Copied:
    """Makes the copy in `source` the store in `target`, where there is none, or one without anything in it.

    Nobody is signed in there. Raises StoreError where the copy is damaged or of a newer version, or where somebody
    has `target` open; then `target` stays as it was.
    """
    if not source.is_file():
        raise StoreError(f"There is no file {source}.")
    if source.resolve() == target.resolve():
        raise StoreError(f"{source} is the database itself.")
    with _opened(source) as held:
        held.execute("BEGIN")
        _check(held, source)
        before, revision = _counts(held), _revision(held, source)
        _refuse_newer(revision, source)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o711)
        with _emptied(target), new_file(target, instead=True) as file:
            with closing(sqlite3.connect(file, isolation_level=None)) as copy:
                held.backup(copy, pages=PAGES, progress=lambda _, left, total: told(total - left, total))
                copy.execute("PRAGMA secure_delete = ON")
                for table in set(OF_ONE_MOMENT) & before.keys():
                    copy.execute(f"DELETE FROM {table}")  # noqa: S608 # nosec B608 - names of our own
                    before[table] = 0
                copy.execute("PRAGMA journal_mode = DELETE")
                _check(copy, target)
                if _counts(copy) != before:
                    raise StoreError(f"{target} did not become what {source} is: try again.")
            return Copied(sum(before.values()), file.stat().st_size, revision)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, whose errors are told in words."""
    try:
        # not mode=ro: the log of a store that is at work is read by way of a file that readers write, too
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA query_only = ON")
            yield connection
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise StoreError(f"The database {path} is busy: {error}. Try again.") from None
        raise StoreError(f"{path} cannot be copied: {error}. Is it a database of Einklang, is there room?") from None


@contextmanager
def _emptied(target: Path) -> Iterator[None]:
    """Makes sure that nothing of a store is at `target`, and that nobody begins to use it meanwhile."""
    if not target.exists():
        if left := [each for each in BESIDE if target.with_name(target.name + each).exists()]:
            raise StoreError(f"{target}{left[0]} is left of another database: move it away first.")
        yield
        return
    in_use = f"{target} is in use: stop Einklang first."
    try:
        with closing(sqlite3.connect(target, isolation_level=None, timeout=0)) as connection:
            if filled := [table for table, count in _counts(connection).items() if count]:
                raise StoreError(
                    f"{target} holds something already ({', '.join(sorted(filled)[:3])}). Move it away first, with its "
                    "-wal and -shm; keep it until you know that the restored one is right."
                )
            # SQLite lets go of the log only for the last who has the database open
            if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
                raise StoreError(in_use)
            connection.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        raise StoreError(in_use if "locked" in str(error) else f"{target} cannot be replaced: {error}.") from None
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{target} is no database ({error}): move it away first.") from None


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The rows of each table of a store; that of its revision is none."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 # nosec B608
        for (name,) in names
    }


def _check(connection: sqlite3.Connection, path: Path) -> None:
    said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if said != "ok":
        raise StoreError(f"{path} is damaged: {said}.")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StoreError(f"{path} is damaged: a row names another one that is not there.")


def _revision(connection: sqlite3.Connection, path: Path) -> str:
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError:
        found = None
    if found is None:
        raise StoreError(f"{path} is no database of Einklang.")
    if found[0] == MOVING:
        raise StoreError(f"{path} holds a part of another store: go on with einklang store move first.")
    return str(found[0])


def _refuse_newer(revision: str, path: Path) -> None:
    if revision > newest_revision():
        raise StoreError(
            f"{path} was written by a newer version of Einklang (tables {revision}, this one knows "
            f"{newest_revision()}): install that one."
        )
