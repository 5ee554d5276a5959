"""The add-ins as files that mail programs install: equal sources make equal bytes."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from server.errors import ServerError
from server.web.files import ADDIN

ZIPPED_AT = (2020, 1, 1, 0, 0, 0)  # a file's own date would make every package another one
READABLE = 0o644 << 16  # rights of a file, as zip keeps them
SECRET = {"config.inc.php"}  # somebody who runs Roundcube on this checkout has a key in it
LEFT_OUT = {".py", ".pyc", ".map", ".bak"}
UNIX = 3  # the system that a zip says it was made on; else the rights do not count


def thunderbird_xpi(addins: Path = ADDIN) -> bytes:
    """The add-on with the panel in it, so that no page of it comes from elsewhere; raises ServerError."""
    files = {**_files(addins / "thunderbird"), **_files(addins / "panel", "panel/")}
    _need(files, "manifest.json", "thunderbird")
    return packed(files)


def roundcube_zip(addins: Path = ADDIN) -> bytes:
    """The plugin as the folder `einklang`, to be unpacked in Roundcube's `plugins`; raises ServerError."""
    files = _files(addins / "roundcube", "einklang/")
    _need(files, "einklang/einklang.php", "roundcube")
    return packed(files)


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip of the files by their names; when, where and in which order they were written makes no difference."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, ZIPPED_AT)
            entry.external_attr, entry.create_system, entry.compress_type = READABLE, UNIX, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return written.getvalue()


def write_packages(folder: Path) -> list[Path]:
    """Writes both packages into a folder; gives their paths. Raises ServerError."""
    made = {"einklang-thunderbird.xpi": thunderbird_xpi(), "einklang-roundcube.zip": roundcube_zip()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise ServerError(f"The packages cannot be written to {folder}: {error.strerror}.") from error
    return [folder / name for name in made]


def _files(folder: Path, under: str = "") -> dict[str, bytes]:
    found: Iterable[Path] = folder.rglob("*") if folder.is_dir() else ()
    return {
        under + path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if path.is_file()
        and path.suffix not in LEFT_OUT
        and path.name not in SECRET
        and not _is_hidden(path.relative_to(folder))
    }


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") or part in ("node_modules", "__pycache__") for part in path.parts)


def _need(files: Mapping[str, bytes], name: str, host: str) -> None:
    if name not in files:
        raise ServerError(f"The files of the add-in for {host} are missing: install Einklang anew.")


if __name__ == "__main__":
    for path in write_packages(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
