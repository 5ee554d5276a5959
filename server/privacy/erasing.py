"""`einklang privacy erase`: a person gone from every file, with a report that proves it."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from server.errors import ServerError
from server.privacy.redaction import AFTER, BEFORE, Redaction, orders_of
from server.privacy.waiting import Waiting, waiting_of, words_waiting
from server.store import Store
from server.store.erasure import Known, OwnWords
from server.team import Team

log = logging.getLogger(__name__)

CHUNK = 8 << 20
OVERLAP = 4096  # bytes; no needle is longer
ROUNDS = 3  # in which mail that comes in meanwhile is learned
MOST_LINES = 20  # lines of theirs that the files are searched for, the longest


@dataclass(frozen=True, slots=True)
class SearchedFile:
    """One file that was read from its first to its last byte, and how often the person was found in it."""

    name: str
    bytes: int
    found: int


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: rows by table, rows of others in which the person was blackened, and what was searched afterwards."""

    person: str
    at: datetime
    actor: str
    version: str
    addresses: int
    deleted: dict[str, int]
    blackened: dict[str, int]
    left_waiting: int
    left_in_rows: int
    kept_away: bool
    seconds: float
    files: tuple[SearchedFile, ...]
    elsewhere: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_proven(self) -> bool:
        """Whether no file of the data folder holds address, name or words any more, no row of the database (whose
        texts may be sealed), and no mail that is still to be learned."""
        return not (self.left_waiting or self.left_in_rows or any(each.found for each in self.files))

    def to_json(self) -> str:
        """The report; it names nobody, only the fingerprint by which the audit log knows the person."""
        said = asdict(self) | {"at": self.at.isoformat(), "proven": self.is_proven}
        return json.dumps(said, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def erase(
    address: str,
    store: Store,
    team: Team,
    folder: Path,
    now: datetime,
    *,
    actor: str,
    version: str,
    keep_away: bool = True,
    elsewhere: Sequence[Path] = (),
    learn: Callable[[], object],
) -> tuple[Erased, str]:
    """Removes everything about the person with this address; returns the report and the head of its audit entry.

    May be killed and run again. `learn` learns all mail that waits: only of what is learned anybody knows whom it
    names. `elsewhere` are files outside the data folder that may name them, such as rules: they are not changed, only
    looked through. Raises ServerError for an address of the team, where the database is busy, and before anything is
    removed where mail that names them goes on waiting.
    """
    started = time.monotonic()
    addresses = store.erasure.addresses_of(address)
    if own := [each for each in addresses if team.has(each)]:
        raise ServerError(f"{own[0]} is an address of the team: only correspondents outside can be erased.")
    store.audit.note("privacy.erase_begun", actor, now, person=addresses[0], addresses=len(addresses))
    unread = words_waiting(addresses, store, team)
    learn()  # before they are kept away, or what they wrote would be left out unread, and what quotes it would stay
    if keep_away:
        store.kept_away.add(addresses, now)  # what comes in from now on stays out
    known, blackened, waiting = _blackened(addresses, unread, store, team, learn)
    deleted = store.erasure.delete(addresses, waiting.theirs, reason="erased" if keep_away else None)
    store.erasure.empty()
    after = waiting_of(known, store, team)
    erased = Erased(
        person=store.audit.fingerprint(addresses[0]),
        at=now,
        actor=actor,
        version=version,
        addresses=len(addresses),
        deleted={table: count for table, count in sorted(deleted.items()) if count},
        blackened=dict(sorted(blackened.items())),
        left_waiting=after.mentions + len(after.theirs),
        left_in_rows=_named_in(known, addresses, store),
        kept_away=keep_away,
        seconds=round(time.monotonic() - started, 2),
        files=tuple(searched([*files_in(folder), *store.erasure.files], known)),
        elsewhere=tuple(path.name for path in elsewhere if path.is_file() and _count(path, known)),
    )
    head = store.audit.note(
        "privacy.erase",
        actor,
        now,
        person=addresses[0],
        rows=sum(erased.deleted.values()),
        blackened=sum(blackened.values()),
        kept_away=keep_away,
        proven=erased.is_proven,
        report=hashlib.sha256(erased.to_json().encode()).hexdigest(),
    )
    log.info("a person was erased: %d rows in %.1f s", sum(erased.deleted.values()), erased.seconds)
    return erased, head


def _blackened(
    addresses: Sequence[str], unread: OwnWords, store: Store, team: Team, learn: Callable[[], object]
) -> tuple[Known, Counter[str], Waiting]:
    """Blackens the person in the rows of others until no mail waits that names them: what was removed first would be
    known no more when it is learned."""
    blackened: Counter[str] = Counter()
    for _ in range(ROUNDS):
        learn()
        known = store.erasure.known(addresses, unread)
        blackened.update(store.erasure.redact(addresses, Redaction(known).changes))
        waiting = waiting_of(known, store, team)
        if not waiting.mentions:
            return known, blackened, waiting
    raise ServerError(
        f"{waiting.mentions} mails that name them wait to be learned and go on waiting: nothing was removed. "
        "Let the worker learn them, then run this again."
    )


def _named_in(known: Known, addresses: Sequence[str], store: Store) -> int:
    """In how many rows they still stand; nothing is changed."""
    redaction, found = Redaction(known), 0

    def look(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
        nonlocal found
        found += bool(redaction.changes(table, row))
        return {}

    store.erasure.redact(addresses, look)
    return found


def files_in(folder: Path) -> list[Path]:
    """Every file of the data folder."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]


def searched(files: Iterable[Path], known: Known) -> Iterator[SearchedFile]:
    """Each of these files once, and how often the person stands in it."""
    for path in dict.fromkeys(path.resolve() for path in files):
        yield SearchedFile(path.name, path.stat().st_size, _count(path, known))


def _count(path: Path, known: Known) -> int:
    needles = list(_needles(known))
    found, before = 0, b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            text = before + chunk.lower()
            for needle, pattern in needles:
                if needle in text:  # a plain search first: it takes a hundredth of the time
                    found += sum(match.end() > len(before) for match in pattern.finditer(text))
            before = text[-OVERLAP:]
    return found


def _needles(known: Known) -> Iterator[tuple[bytes, re.Pattern[bytes]]]:
    """What is looked for, as plain bytes and with what may stand around it."""
    # bytes.lower() knows ASCII alone, so what is looked for is made small in the same way
    for address in known.addresses:
        plain = address.encode().lower()
        yield plain, re.compile(BEFORE.encode() + re.escape(plain) + AFTER.encode())
    for name in {written for each in known.names for written in _written(each)}:
        plain = name.encode().lower()
        yield plain, re.compile(rb"(?<!\w)" + re.escape(plain) + rb"(?!\w)")
    for line in sorted(known.lines, key=len, reverse=True)[:MOST_LINES]:
        plain = line.encode(errors="replace").lower()[: OVERLAP // 2]
        yield plain, re.compile(re.escape(plain))


def _written(name: str) -> Iterator[str]:
    """The ways to write a name that are searched for: as it is, with the last word first, and with a comma then."""
    yield name
    for words in orders_of(name):
        yield " ".join(words)
        yield f"{words[0]}, {' '.join(words[1:])}"
