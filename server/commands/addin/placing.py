"""Putting a packaged add-in into a folder."""

from __future__ import annotations

from pathlib import Path

import click

from server.errors import ServerError


def into(folder: Path, name: str, content: bytes) -> None:
    """Writes a file and says where it is; raises ServerError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    except OSError as error:
        raise ServerError(f"{folder / name} cannot be written: {error.strerror}.") from error
    click.echo(str(folder / name))
