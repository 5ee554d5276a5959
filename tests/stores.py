"""Empty databases for tests: migrated once in each process, then copied, for migrating takes a tenth of a second."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from server.store import Store
from server.store.sealing import Keys


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
