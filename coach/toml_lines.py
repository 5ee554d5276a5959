"""Reads TOML and tells on which line of the text a key stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence


class TomlError(ValueError):
    """The text is not TOML: `line` (from 1) and what is wrong there."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


def loads(text: str) -> dict[str, object]:
    """The tables of a TOML text; TomlError with a line that helps where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        if where.startswith("line "):
            line = int(where.removeprefix("line ").partition(",")[0])
        else:  # "at end of document" helps nobody: what was opened began after the last whole statement
            line, what = _first_broken_line(text), "what begins here is not closed"
        raise TomlError(line, what[:1].lower() + what[1:]) from error


def line_of(text: str, keys: Sequence[str | int]) -> int | None:
    """The line on which the statement begins that first sets the innermost of `keys`; None where nothing does."""
    return next((line for line, tables in _statements(text) if _holds(tables, keys)), None)


def nearest_line(text: str, keys: Sequence[str | int]) -> int:
    """The line of the innermost of `keys` that the text sets; 1 where it sets none of them."""
    for count in range(len(keys), 0, -1):
        line = line_of(text, keys[:count])
        if line is not None:
            return line
    return 1


def _first_broken_line(text: str) -> int:
    whole = 0
    lines = text.splitlines(keepends=True)
    for end in range(1, len(lines) + 1):
        if _parsed("".join(lines[:end])) is not None:
            whole = end
    return min(whole + 1, max(len(lines), 1))


def _statements(text: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Each line at which a statement begins, with all that is set once it has ended."""
    lines = text.splitlines(keepends=True)
    start = 1
    for end in range(1, len(lines) + 1):
        tables = _parsed("".join(lines[:end]))
        if tables is None:
            continue  # in the middle of a value that spans lines
        yield start, tables
        start = end + 1


def _parsed(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _holds(tables: Mapping[str, object], keys: Sequence[str | int]) -> bool:
    here: object = tables
    for key in keys:
        if isinstance(key, int):
            if not isinstance(here, list) or key >= len(here):
                return False
            here = here[key]
        elif not isinstance(here, Mapping) or key not in here:
            return False
        else:
            here = here[key]
    return True
