"""Questions that were put into mails as links, and what was answered."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from server.errors import Conflict, NotFound
from server.store.database import Database
from server.store.events import put_event
from server.store.outcomes import NewOutcome, OutcomeKind, outcome_by_id, record_outcome, told
from server.store.schema import feedback_link, outcome

Question = Literal["csat", "ces", "nps"]

CHANGEABLE = timedelta(hours=1)  # after the first answer, for a slip of the finger; then it stands
RANDOM_BYTES = 12


@dataclass(frozen=True, slots=True)
class FeedbackLink:
    """One question to one customer; `about` is the Message-ID of the mail that is asked about.

    `value` is the answer, None while there is none or where it was removed.
    """

    id: str
    customer: str
    kind: Question
    language: str
    about: str | None
    created_at: datetime
    expires_at: datetime
    answered_at: datetime | None = None
    value: int | None = None
    outcome_id: int | None = None

    def takes_answer(self, now: datetime) -> bool:
        """Whether an answer given at `now` counts: the first before it expires, another within an hour of that."""
        if self.answered_at is None:
            return now < self.expires_at
        return self.outcome_id is not None and now < self.answered_at + CHANGEABLE


class FeedbackLinks:
    """All links that were made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, customer: str, kind: Question, language: str, about: str | None, now: datetime, lasts: timedelta
    ) -> FeedbackLink:
        """A new question to a customer, open for `lasts`."""
        link = FeedbackLink(
            secrets.token_urlsafe(RANDOM_BYTES), customer.lower(), kind, language, about, now, now + lasts
        )
        row = {
            "id": link.id,
            "customer": link.customer,
            "kind": link.kind,
            "language": link.language,
            "about": link.about,
            "created_at": link.created_at,
            "expires_at": link.expires_at,
        }
        with self._database.writing() as connection:
            connection.execute(insert(feedback_link).values(**row))
        return link

    def get(self, link_id: str) -> FeedbackLink:
        """The link of this number; raises NotFound."""
        with self._database.reading() as connection:
            return _link(connection, link_id)

    def answer(self, link_id: str, value: int, now: datetime) -> FeedbackLink:
        """Keeps the customer's answer as an outcome, or the change of it, with its event.

        Raises NotFound, and Conflict where the link takes no answer any more.
        """
        with self._database.writing() as connection:
            link = _link(connection, link_id, for_update=True)
            if not link.takes_answer(now):
                raise Conflict("This question is closed.")
            if link.outcome_id is None:
                _answer(connection, link, value, now)
            elif value != link.value:
                _change(connection, link.outcome_id, value, now)
            return _link(connection, link_id)


def _answer(connection: Connection, link: FeedbackLink, value: int, now: datetime) -> None:
    kind: OutcomeKind = link.kind
    new = NewOutcome(link.customer, kind, now, "link", value, key=f"link {link.id}")
    kept = record_outcome(connection, new, now).outcome
    values = {"answered_at": now, "outcome_id": kept.id}
    connection.execute(update(feedback_link).where(feedback_link.c.id == link.id).values(**values))
    put_event(connection, told(kept), now)


def _change(connection: Connection, outcome_id: int, value: int, now: datetime) -> None:
    connection.execute(update(outcome).where(outcome.c.id == outcome_id).values(value=value, noted_at=now))
    put_event(connection, told(outcome_by_id(connection, outcome_id), changed=True), now)


def _link(connection: Connection, link_id: str, *, for_update: bool = False) -> FeedbackLink:
    query = select(*feedback_link.c).where(feedback_link.c.id == link_id)
    row = connection.execute(query.with_for_update() if for_update else query).one_or_none()
    if row is None:
        raise NotFound("There is no such question.")
    value = None
    if row.outcome_id is not None:
        value = connection.execute(select(outcome.c.value).where(outcome.c.id == row.outcome_id)).scalar_one_or_none()
    return FeedbackLink(
        row.id,
        row.customer,
        row.kind,
        row.language,
        row.about,
        row.created_at,
        row.expires_at,
        row.answered_at,
        value,
        row.outcome_id,
    )
