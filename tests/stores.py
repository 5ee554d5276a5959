"""Empty databases for tests: migrated once in each process, then copied, for migrating takes a tenth of a second.

With EINKLANG_TEST_STORE=postgresql every office keeps its data on a PostgreSQL instead of in a SQLite file.
"""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from server.store import Store
from server.store.sealing import Keys
from tests.postgresql import TEMPLATE, PostgreSql, require_postgresql

KIND = "EINKLANG_TEST_STORE"
NOTED = "database-of-this-folder"  # a file beside the data, so that whoever copies the folder gets a copy of the data


SQLITE_ALONE = pytest.mark.skipif(
    os.environ.get(KIND) == "postgresql", reason="looks into the file of SQLite, or has a command do so"
)


def on_postgresql() -> bool:
    """Whether offices keep their data on a PostgreSQL."""
    return os.environ.get(KIND) == "postgresql"


def database_env(folder: Path) -> dict[str, str]:
    """What settings are told so that the data of a folder are where this run wants them."""
    if not on_postgresql():
        return {}
    noted, server = folder / NOTED, office_server()
    home, url = noted.read_text().split() if noted.exists() else ("", "")
    if home != str(folder):
        url = server.new_database(like=url.rpartition("/")[2] or TEMPLATE)
        folder.mkdir(parents=True, exist_ok=True)
        noted.write_text(f"{folder} {url}")
        made_for_folders[folder] = url
    return {"EINKLANG_DATA_DATABASE": url}


made_for_folders: dict[Path, str] = {}
"""The databases that were made for folders and are still there."""


def drop_databases_below(folder: Path) -> None:
    """Removes those of the folders in this one, which nobody opens again."""
    for each in [each for each in made_for_folders if each.is_relative_to(folder)]:
        office_server().drop(made_for_folders.pop(each))


@cache
def office_server() -> PostgreSql:
    """One server for the offices of this process, stopped at its end."""
    server = PostgreSql(require_postgresql()).__enter__()
    atexit.register(server.__exit__)
    server.ask(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
    Store.open(server.url(TEMPLATE)).close()
    return server


def sqlite_file(url: str) -> Path:
    """The file of a store that a test looks into itself; skips where a server keeps it."""
    if not url.startswith("sqlite:"):
        pytest.skip("looks into the file of SQLite")
    return file_of(url)


def file_of(url: str) -> Path:
    """The file in which SQLite keeps the database of this address."""
    return Path(url.removeprefix("sqlite:///"))


@cache
def migrated() -> bytes:
    """What the migrations make of an empty file, closed again: nothing of it is left in a log."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "einklang.db")
        Store.open(f"sqlite:///{file}").close()
        assert [file] == list(Path(folder).iterdir())
        return file.read_bytes()


def put_new_store(url: str) -> str:
    """Puts an empty database of this version where the address says and none is yet; the address again.

    A database that is no file of SQLite is left to `Store.open`.
    """
    file = file_of(url)
    if url.startswith("sqlite:") and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o711)  # as Database.open makes it
        file.touch(mode=0o600)
        file.write_bytes(migrated())
    return url


def open_new_store(url: str, *, keys: Callable[[], Keys] | None = None) -> Store:
    """The store at this address, as `Store.open` gives it after it has migrated an empty file."""
    return Store.open(put_new_store(url), keys=keys)
