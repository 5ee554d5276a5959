"""Brings the tables to the newest version, once, however many processes start at the same time."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from server.errors import StoreError
from server.store.database import Database

MIGRATIONS = Path(__file__).with_name("migrations")
MOVING = "moving"  # in place of a revision, while another store is being copied into this one
FILES = "[0-9]*_*.py"  # 0016_works_council.py: a migration's file begins with its revision


def migrate(database: Database) -> None:
    """Runs the missing migrations in one write transaction; raises StoreError if a newer version wrote it."""
    with database.writing(unhurried=True) as connection:
        revision = revision_of(connection)
        if revision == MOVING:
            raise StoreError(f"{database.name} holds a part of another store. Go on with: einklang store move FROM TO")
        if revision != newest_revision():
            _upgrade(connection, database.name)


def newest_revision() -> str:
    """The revision of the tables that this version uses."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob(FILES))


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables that are there; None before the first migration."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, name: str) -> None:
    # Importing Alembic and reading all migrations costs more than opening: only what must be migrated waits for it
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            f"The database {name} was written by a newer version of Einklang ({error}). "
            "Install that version again, or restore a backup."
        ) from error
