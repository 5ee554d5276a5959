"""The audit log: who did what when; each entry is signed with the one before, so no change goes unnoticed.

The signing key is made once and lies in the database sealed with the master key: who can write to the database and
has not that key can neither change an entry nor add one that fits. What is cut off at the end shows by the heads that
are written to the log, too: `check(head=...)`.
"""

from __future__ import annotations

import hmac
import json
import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from server.store.database import Database, insert_new
from server.store.schema.privacy import audit_entry, inner_key
from server.store.sealing import AUDIT, Keys

log = logging.getLogger(__name__)

FIRST = "0" * 64  # what stands before the first entry
KEY_BYTES = 32
FINGERPRINT = 16  # letters; enough to find the entries of one person again, too few to be searched for
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that was done; `details` hold no address of a customer and no words of mail."""

    number: int
    at: datetime
    actor: str
    action: str
    details: dict[str, Any] = field(repr=False)
    before: str
    hash: str

    @property
    def head(self) -> str:
        """What is written down elsewhere to see later that nothing was cut off."""
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True, slots=True)
class AuditProblem:
    """The first entry that does not fit, and in which way."""

    number: int
    what: str


class Audit:
    """All entries, oldest first; they are never changed or removed."""

    def __init__(self, database: Database, keys: Callable[[], Keys] | None = None) -> None:
        """Without `keys` entries are chained and not signed: only what opens a store without its key does so."""
        self._database, self._keys = database, keys
        self._signing: bytes | None = None

    def note(self, action: str, actor: str, now: datetime, *, person: str | None = None, **details: object) -> str:
        """Adds an entry and returns its head; `action` is like 'user.added', `actor` a user's name or 'cli:NAME'.

        `person` is a customer's address: of it only a keyed fingerprint is kept. Details are plain values. Not to be
        called within another transaction.
        """
        if person is not None:
            details["person"] = self.fingerprint(person)
        said = json.dumps(_plain(details), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        key = self._key()
        with self._database.writing() as connection:
            last = _last(connection)
            number, before = (last.number + 1, last.hash) if last is not None else (1, FIRST)
            row = {"number": number, "at": now, "actor": actor, "action": action, "details": said, "before": before}
            row["hash"] = _signed(row, key)
            connection.execute(insert(audit_entry).values(**row))
        log.info("audit %d %s %s by %s", number, row["hash"], action, actor)
        return f"{number}:{row['hash']}"

    def fingerprint(self, address: str) -> str:
        """What stands for a customer in the log: equal for one address, and nobody finds the address by it."""
        return hmac.new(self._key(), b"person\0" + address.strip().lower().encode(), "sha256").hexdigest()[:FINGERPRINT]

    def entries(self, *, after: int = 0, action: str = "", limit: int | None = None) -> Iterator[AuditEntry]:
        """The entries above the number `after`, only of `action` where given ("user." for all of users)."""
        left = limit
        while left is None or left > 0:
            query = select(audit_entry).where(audit_entry.c.number > after).order_by(audit_entry.c.number)
            if action:
                query = query.where(audit_entry.c.action.startswith(action, autoescape=True))
            with self._database.reading() as connection:
                rows = connection.execute(query.limit(min(AT_ONCE, left or AT_ONCE))).all()
            yield from (_entry(row) for row in rows)
            if len(rows) < AT_ONCE:
                return
            after = rows[-1].number
            left = left - len(rows) if left is not None else None

    def latest(self, limit: int, *, action: str = "") -> list[AuditEntry]:
        """The last entries (only of `action`, as for `entries`), newest first."""
        query = select(audit_entry).order_by(audit_entry.c.number.desc()).limit(limit)
        if action:
            query = query.where(audit_entry.c.action.startswith(action, autoescape=True))
        with self._database.reading() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def head(self) -> str:
        """The head of the last entry; '0:000...' while there is none."""
        last = next(iter(self.latest(1)), None)
        return last.head if last else f"0:{FIRST}"

    def check(self, *, head: str = "") -> AuditProblem | None:
        """The first entry that does not fit the one before or its signature; None where all do.

        `head` is one that was written down before: it must still be there. Raises ServerError without the master key.
        """
        key, before, number = self._key(), FIRST, 0
        known, _, hash_ = head.partition(":")
        for each in self.entries():
            number += 1
            if each.number != number:
                return AuditProblem(number, f"is missing: the next one has the number {each.number}")
            if each.before != before:
                return AuditProblem(number, "does not follow on the entry before")
            if not hmac.compare_digest(_signed(_as_row(each), key), each.hash):
                return AuditProblem(number, "was changed, or was not written by Einklang")
            if known == str(number) and not hmac.compare_digest(hash_, each.hash):
                return AuditProblem(number, "is another one than the head that was written down")
            before = each.hash
        if known and int(known) > number:
            return AuditProblem(number + 1, f"is missing: the log once reached {known}")
        return None

    def _key(self) -> bytes:
        if self._keys is None:
            return b"without a key"
        if self._signing is None:
            self._signing = inner_key_of(self._database, self._keys(), AUDIT)
        return self._signing


def inner_key_of(database: Database, keys: Keys, purpose: str) -> bytes:
    """The key for this purpose, made where there is none yet; raises ServerError if the master key does not fit."""
    known = select(inner_key.c.sealed).where(inner_key.c.purpose == purpose)
    with database.reading() as connection:
        sealed = connection.execute(known).scalar_one_or_none()
    if sealed is None:
        fresh = {"purpose": purpose, "sealed": keys.sealing(purpose).seal(secrets.token_bytes(KEY_BYTES))}
        with database.writing() as connection:
            insert_new(connection, inner_key, [fresh], inner_key.c.purpose)
            sealed = connection.execute(known).scalar_one()
    return keys.sealing(purpose).open(sealed)


def _last(connection: Connection) -> Any:
    query = select(audit_entry.c.number, audit_entry.c.hash).order_by(audit_entry.c.number.desc()).limit(1)
    return connection.execute(query.with_for_update()).one_or_none()


def _signed(row: dict[str, Any], key: bytes) -> str:
    """The signature of an entry: over all that it says and the hash of the one before, as canonical JSON."""
    said = {**row, "at": row["at"].isoformat(timespec="microseconds")}
    said.pop("hash", None)
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), "sha256").hexdigest()


def _as_row(entry: AuditEntry) -> dict[str, Any]:
    said = json.dumps(entry.details, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return {
        "number": entry.number,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action,
        "details": said,
        "before": entry.before,
    }


def _entry(row: Any) -> AuditEntry:
    return AuditEntry(row.number, row.at, row.actor, row.action, json.loads(row.details), row.before, row.hash)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in (sorted(value) if isinstance(value, set | frozenset) else value)]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value if value is None or isinstance(value, bool | int | float) else str(value)
