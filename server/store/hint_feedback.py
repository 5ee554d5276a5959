"""What reps do with hints: those sent away stay away for this rep and customer; counted by rule, never by person.

Nothing here names a rep. What is sent away is kept under a mark that only this installation's key can make again,
another one for each customer. What was done is counted in batches: a rule's batch becomes part of its total when its
week is over and enough people have a part in it, so that no total ever moves by what one person did.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, and_, bindparam, delete, func, select, update

from server.store.audit import inner_key_of
from server.store.database import Database, insert_new
from server.store.people import person_of
from server.store.schema import hint_batch, hint_batch_person, hint_feedback, hint_total
from server.store.sealing import HINTS, Keys
from server.works_council import week_of

HintAction = Literal["dismissed", "accepted", "restored"]
SALT_BYTES = 16
_AWAY = select(hint_feedback.c.rule).where(hint_feedback.c.mark.in_(bindparam("marks", expanding=True)))


@dataclass(frozen=True, slots=True)
class HintTotals:
    """How often the hints of one rule were followed and sent away, by at least a batch of people together."""

    accepted: int = 0
    dismissed: int = 0


class HintFeedback:
    """Hints that were sent away, and how often hints were followed; nobody can ask what one rep did, or when."""

    def __init__(self, database: Database, keys: Callable[[], Keys] | None = None) -> None:
        """Without `keys` marks are made without a secret: only what opens a store without its key does so."""
        self._database, self._keys = database, keys
        self._secret: bytes | None = None

    def note(self, account_id: int, rule: str, customer: str, language: str, action: HintAction, now: datetime) -> None:
        """Keeps what a rep did with a hint; dismissing twice counts once, restoring takes a dismissal back."""
        address = customer.lower()
        self._key()  # it may have to be made, which is a transaction of its own
        with self._database.writing() as connection:
            if action == "restored":
                marks = self._marks(connection, account_id, address)
                here = and_(hint_feedback.c.mark.in_(marks), hint_feedback.c.rule == rule)
                taken_back = connection.execute(delete(hint_feedback).where(here)).rowcount
                if taken_back:
                    self._count(connection, account_id, rule, now, dismissed=-taken_back)
                return
            if action == "accepted":
                self._count(connection, account_id, rule, now, accepted=1)
                return
            mark = self._mark("away", account_id, address)
            row = {"mark": mark, "rule": rule, "language": language, "customer": address}
            if insert_new(connection, hint_feedback, [row], hint_feedback.c.rule):
                self._count(connection, account_id, rule, now, dismissed=1)

    def away(self, account_id: int, customer: str) -> frozenset[str]:
        """The rules whose hints this rep does not want to see for this customer."""
        self._key()
        with self._database.reading() as connection:
            marks = self._marks(connection, account_id, customer.lower())
            return frozenset(connection.execute(_AWAY, {"marks": marks}).scalars())

    def forget(self, account_id: int) -> int:
        """Forgets what a rep sent away, for a user who is removed; returns how many rows that were."""
        self._key()
        with self._database.writing() as connection:
            customers = connection.execute(select(hint_feedback.c.customer).distinct()).scalars().all()
            gone = 0
            for each in customers:
                mine = hint_feedback.c.mark == self._mark("away", account_id, each)
                gone += connection.execute(delete(hint_feedback).where(mine)).rowcount
            return gone

    def release(self, least: int, now: datetime) -> int:
        """Adds to the totals each batch whose week is over and in which `least` people have a part; returns how many.

        The batch and the marks of those people are deleted.
        """
        columns = hint_batch.c
        people = (
            select(func.count()).where(hint_batch_person.c.rule == columns.rule).correlate(hint_batch).scalar_subquery()
        )
        with self._database.writing() as connection:
            ready = connection.execute(
                select(columns.rule, columns.accepted, columns.dismissed).where(
                    columns.since < week_of(now).date(), people >= least
                )
            ).all()
            for rule, accepted, dismissed in ready:
                fresh = {"rule": rule, "accepted": 0, "dismissed": 0}
                insert_new(connection, hint_total, [fresh], hint_total.c.rule)
                total = hint_total.c
                grown = {"accepted": total.accepted + accepted, "dismissed": total.dismissed + dismissed}
                connection.execute(update(hint_total).where(total.rule == rule).values(**grown))
                connection.execute(delete(hint_batch).where(columns.rule == rule))
                connection.execute(delete(hint_batch_person).where(hint_batch_person.c.rule == rule))
        return len(ready)

    def totals(self) -> dict[str, HintTotals]:
        """How often the hints of each rule were followed and sent away, by the batches that were released."""
        query = select(hint_total.c.rule, hint_total.c.accepted, hint_total.c.dismissed)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return {rule: HintTotals(max(accepted, 0), max(dismissed, 0)) for rule, accepted, dismissed in rows}

    def _count(
        self,
        connection: Connection,
        account_id: int,
        rule: str,
        now: datetime,
        *,
        accepted: int = 0,
        dismissed: int = 0,
    ) -> None:
        salt = secrets.token_hex(SALT_BYTES)
        fresh = {"rule": rule, "salt": salt, "since": week_of(now).date(), "accepted": 0, "dismissed": 0}
        insert_new(connection, hint_batch, [fresh], hint_batch.c.rule)
        here = hint_batch.c.rule == rule
        grown = {
            "accepted": hint_batch.c.accepted + accepted,
            "dismissed": hint_batch.c.dismissed + dismissed,
        }
        connection.execute(update(hint_batch).where(here).values(**grown))
        salt = connection.execute(select(hint_batch.c.salt).where(here)).scalar_one()
        person = {"rule": rule, "mark": self._mark(f"batch {rule} {salt}", account_id, "")}
        insert_new(connection, hint_batch_person, [person], hint_batch_person.c.rule)

    def _marks(self, connection: Connection, account_id: int, address: str) -> list[str]:
        """The marks of a rep for all addresses of one customer."""
        addresses = person_of(connection, address).addresses
        return [self._mark("away", account_id, each) for each in addresses]

    def _mark(self, purpose: str, account_id: int, address: str) -> str:
        said = f"{purpose}\0{account_id}\0{address}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key(), said, "sha256").hexdigest()

    def _key(self) -> bytes:
        if self._keys is None:
            return b"without a key"
        if self._secret is None:
            self._secret = inner_key_of(self._database, self._keys(), HINTS)
        return self._secret
