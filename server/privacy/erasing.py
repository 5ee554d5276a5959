"""`einklang privacy erase`: a person gone from every file, with a report that proves it."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from server.errors import ServerError
from server.importing.note import Note
from server.mail import mime
from server.privacy.redaction import AFTER, BEFORE, Redaction
from server.store import Store
from server.store.erasure import Known, RawMail
from server.team import Team, other_side, writer_of

log = logging.getLogger(__name__)

CHUNK = 8 << 20
OVERLAP = 4096  # bytes; no needle is longer
MOST_LINES = 20  # lines of theirs that the files are searched for, the longest


@dataclass(frozen=True, slots=True)
class SearchedFile:
    """One file that was read from its first to its last byte, and how often the person was found in it."""

    name: str
    bytes: int
    found: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Mail that was not learned yet: whose it is, and how much of others' names the person."""

    theirs: tuple[int, ...] = ()
    mentions: int = 0


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
    kept_away: bool
    seconds: float
    files: tuple[SearchedFile, ...]
    elsewhere: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_proven(self) -> bool:
        """Whether no file of the data folder holds address, name or words any more."""
        return not any(each.found for each in self.files)

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
) -> tuple[Erased, str]:
    """Removes everything about the person with this address; returns the report and the head of its audit entry.

    May be killed and run again. `elsewhere` are files outside the data folder that may name them, such as rules:
    they are not changed, only looked through. Raises ServerError for an address of the team, and where the database
    is busy.
    """
    started = time.monotonic()
    addresses = store.erasure.addresses_of(address)
    if own := [each for each in addresses if team.has(each)]:
        raise ServerError(f"{own[0]} is an address of the team: only correspondents outside can be erased.")
    known = store.erasure.known(addresses)
    store.audit.note("privacy.erase_begun", actor, now, person=addresses[0], addresses=len(addresses))
    if keep_away:
        store.kept_away.add(addresses, now)  # first: what comes in meanwhile stays out
    waiting = waiting_of(addresses, store, team)
    blackened = store.erasure.redact(addresses, Redaction(known).changes)
    deleted = store.erasure.delete(addresses, waiting.theirs, reason="erased" if keep_away else None)
    store.erasure.empty()
    erased = Erased(
        person=store.audit.fingerprint(addresses[0]),
        at=now,
        actor=actor,
        version=version,
        addresses=len(addresses),
        deleted={table: count for table, count in sorted(deleted.items()) if count},
        blackened=dict(sorted(blackened.items())),
        left_waiting=waiting.mentions,
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


def waiting_of(addresses: Sequence[str], store: Store, team: Team) -> Waiting:
    """Which mail that is not learned yet is the person's; opened only where an address of theirs stands in it."""
    needles = [each.encode() for each in addresses]
    theirs, mentions = [], 0
    for each in store.erasure.waiting():
        if not _mentions(each, needles):
            continue
        if each.stage != "stored" or _is_theirs(each, addresses, team):
            theirs.append(each.id)
        else:
            mentions += 1
    return Waiting(tuple(theirs), mentions)


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
    for name in known.names:
        plain = name.encode().lower()
        yield plain, re.compile(rb"(?<!\w)" + re.escape(plain) + rb"(?!\w)")
    for line in sorted(known.lines, key=len, reverse=True)[:MOST_LINES]:
        plain = line.encode(errors="replace").lower()[: OVERLAP // 2]
        yield plain, re.compile(re.escape(plain))


def _mentions(mail: RawMail, needles: Sequence[bytes]) -> bool:
    small = mail.raw.lower()
    return any(needle in small for needle in needles)


def _is_theirs(mail: RawMail, addresses: Sequence[str], team: Team) -> bool:
    if mail.channel != "email":
        return Note.from_bytes(mail.raw).customer.lower() in addresses
    message = mime.parse(mail.raw)
    _, other = other_side(message, team, sent=mail.role == "sent")
    writer = writer_of(message)
    return any(each is not None and each.address.lower() in addresses for each in (other, writer))
