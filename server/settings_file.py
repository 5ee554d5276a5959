"""Finds a settings file, reads its TOML, and tells on which line of it a key stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coach import toml_lines
from server.errors import SettingsError

PACKAGED = Path(__file__).resolve().parent.parent / "config" / "einklang.toml"
IN_WORKING_FOLDER = Path("config") / "einklang.toml"


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A settings file that was read: `base` is the folder at which its relative paths start."""

    path: Path
    base: Path
    text: str
    tables: Mapping[str, object]

    @property
    def name(self) -> str:
        """The file's name as a person at this prompt would write it."""
        try:
            return str(self.path.relative_to(Path.cwd()))
        except ValueError:
            return str(self.path)

    def line_of(self, *keys: str) -> int | None:
        """The line on which the innermost of `keys` is first set, or None if the file does not set it."""
        return toml_lines.line_of(self.text, keys)


def read(path: Path | None, env: Mapping[str, str]) -> SettingsFile:
    """The first of `path`, EINKLANG_CONFIG, ./config/einklang.toml, the packaged file; or SettingsError."""
    asked = path or (Path(env["EINKLANG_CONFIG"]) if env.get("EINKLANG_CONFIG") else None)
    if asked is not None:
        return _parse(asked.expanduser().absolute(), None)
    if IN_WORKING_FOLDER.is_file():
        return _parse(IN_WORKING_FOLDER.absolute(), None)
    return _parse(PACKAGED, _personal_folder(env))


def _personal_folder(env: Mapping[str, str]) -> Path:
    # Without a file of one's own the data must not depend on the folder one happens to stand in,
    # nor land among the installed packages.
    shared = env.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "einklang"


def _parse(path: Path, base: Path | None) -> SettingsFile:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise SettingsError([f"{path}:{line}: the file is not UTF-8: save it with that encoding"]) from error
    except OSError as error:
        raise SettingsError([f"{path}: the settings cannot be read: {os.strerror(error.errno or 0)}"]) from error
    folder = path.parent.parent if path.parent.name == "config" else path.parent
    file = SettingsFile(path, base or folder, text.removeprefix("\ufeff") + "\n", {})
    try:
        tables = toml_lines.loads(file.text)
    except toml_lines.TomlError as error:
        raise SettingsError([_syntax_problem(file, error)]) from error
    return SettingsFile(file.path, file.base, file.text, tables)


def _syntax_problem(file: SettingsFile, error: toml_lines.TomlError) -> str:
    lines = file.text.splitlines()
    shown = lines[error.line - 1].strip() if error.line <= len(lines) else ""
    hint = f" in {shown!r}" if shown else ""
    return f"{file.name}:{error.line}: this is not TOML{hint}: {error}"
