"""Brings the tables to the newest version, once, however many processes start at the same time."""

from __future__ import annotations

from pathlib import Path

from server.errors import StoreError
from server.store.database import Database

MIGRATIONS = Path(__file__).with_name("migrations")


def migrate(database: Database) -> None:
    """Runs the missing migrations in one write transaction; raises StoreError if a newer version wrote it."""
    # Alembic costs a tenth of a second to import and only opening a store needs it
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                f"The database {database.name} was written by a newer version of Einklang ({error}). "
                "Install that version again, or restore a backup."
            ) from error
