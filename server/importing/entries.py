"""What every kind of file is read as: entries with the position behind each, from any of these positions on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from server.errors import ServerError
from server.store import Imported, Refused

MARKED = 4096  # bytes at a file's beginning, and before the position, by which it is known again


class ImportRefused(ServerError):
    """A file that cannot be imported at all, with what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a file up to `position`: something to store, or why it is not."""

    position: int
    found: Imported | Refused


class ImportFile(Protocol):
    """One file, or folder of files, of one format."""

    @property
    def path(self) -> str:
        """The absolute path, by which an interrupted import is found again."""

    @property
    def size(self) -> int:
        """The position of its end."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of how it was read, once it was read."""

    def entries(self, start: int) -> Iterator[Entry]:
        """What stands behind `start`, a position given before; raises ImportRefused."""

    def mark(self, position: int) -> str:
        """Equal as long as what stands before `position` did not change."""


def file_mark(path: Path, position: int) -> str:
    """A hash of a file's beginning and of what stands before `position`."""
    digest = hashlib.sha256()
    with open_file(path) as file:
        digest.update(file.read(min(MARKED, position)))
        file.seek(max(position - MARKED, 0))
        digest.update(file.read(min(MARKED, position)))
    return digest.hexdigest()


def open_file(path: Path) -> BinaryIO:
    """The file, to be read; raises ImportRefused."""
    try:
        return path.open("rb")
    except OSError as error:
        raise ImportRefused(f"{path}: cannot be opened: {error.strerror}.") from error


PACKED = {b"PK\x03\x04": "zip", b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"7z\xbc\xaf": "7z"}
OUTLOOK = b"!BDN"


def refuse_packed(path: Path, start: bytes) -> None:
    """Raises ImportRefused for archives, which are never unpacked here: a small one may hold more than a disk."""
    for magic, name in PACKED.items():
        if start.startswith(magic):
            raise ImportRefused(f"{path}: is packed ({name}). Unpack it first and import what was in it.")
    if start.startswith(OUTLOOK):
        raise ImportRefused(
            f"{path}: is an Outlook data file (PST), which holds no mbox. Convert it first, for example with "
            "readpst -r (package pst-utils), and import the folder."
        )


def key_of(*parts: str) -> str:
    """A short name for what the parts say together: 128 bits of SHA-256."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:32]
