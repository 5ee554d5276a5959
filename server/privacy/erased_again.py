"""Persons who were erased and came back with an older copy of the store: found by the proofs of their erasure."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from server.errors import ServerError
from server.store import Store

ACTION = "privacy.erase"
SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure: the fingerprint by which the audit log knows the person, and whether they are kept away."""

    person: str
    kept_away: bool


def erasures_in(files: Iterable[Path]) -> tuple[Erasure, ...]:
    """The erasures that these files prove: reports of `privacy erase`, exports of the audit log, former databases.

    Raises ServerError for a file that is none of these.
    """
    found: dict[str, bool] = {}
    for path in files:
        try:
            for each in _in_one(path):
                found[each.person] = found.get(each.person, False) or each.kept_away
        except (OSError, ValueError, KeyError, TypeError, sqlite3.Error):
            raise ServerError(
                f"{path} is no report of an erasure, no export of the audit log and no database of Einklang."
            ) from None
    return tuple(Erasure(person, kept_away) for person, kept_away in found.items())


def came_back(store: Store, erasures: Iterable[Erasure]) -> list[tuple[str, bool]]:
    """The addresses of erased persons that the store knows, each with whether it is to be kept away.

    A fingerprint is made with a key of the store, so it fits a copy of the store that made it, older or newer.
    """
    wanted = {each.person: each.kept_away for each in erasures}
    if not wanted:
        return []
    marks = ((address, store.audit.fingerprint(address)) for address in store.erasure.everybody())
    return [(address, wanted[mark]) for address, mark in marks if mark in wanted]


def _in_one(path: Path) -> Iterator[Erasure]:
    with path.open("rb") as file:
        is_database = file.read(len(SQLITE)) == SQLITE
    if is_database:
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute("SELECT details FROM audit_entry WHERE action = ?", (ACTION,)).fetchall()
        yield from (_erasure(json.loads(details)) for (details,) in rows)
        return
    text = path.read_text(encoding="utf-8")
    try:
        yield _erasure(json.loads(text))  # a report
        return
    except (json.JSONDecodeError, KeyError):
        pass
    for line in text.splitlines():
        entry = json.loads(line)
        if entry["action"] == ACTION:
            yield _erasure(entry["details"])


def _erasure(said: Mapping[str, object]) -> Erasure:
    return Erasure(str(said["person"]), bool(said["kept_away"]))
