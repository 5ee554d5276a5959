"""How much work waits: a few figures for those who watch an installation, cheap in a store of any size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, func, select, text

from server.store.database import Database
from server.store.schema import dead_letter, hint_total, job_slot, message, relationship, webhook_delivery


@dataclass(frozen=True, slots=True)
class WorkFigures:
    """What waits and what failed at one moment: mails by the number of their mailbox, failures by job."""

    waiting: Mapping[int, int] = field(default_factory=dict)
    unreadable: Mapping[int, int] = field(default_factory=dict)
    relationships_due: int = 0
    deliveries_waiting: int = 0
    deliveries_dead: int = 0
    turns_waiting: int = 0
    dead_letters: Mapping[str, int] = field(default_factory=dict)
    hints_followed: int = 0
    hints_sent_away: int = 0


class Figures:
    """Reads them; every query goes by an index over what waits, not over what is done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answers(self) -> None:
        """Returns if the database can be read; raises StoreError."""
        with self._database.reading() as connection:
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar()

    def work(self, now: datetime) -> WorkFigures:
        """The figures as of now."""
        with self._database.reading() as connection:
            hints = connection.execute(select(func.sum(hint_total.c.accepted), func.sum(hint_total.c.dismissed))).one()
            deliveries = webhook_delivery.c
            return WorkFigures(
                waiting=_mails(connection, "stored"),
                unreadable=_mails(connection, "failed"),
                relationships_due=_count(connection, relationship.c.next_at, relationship.c.next_at <= now),
                deliveries_waiting=_count(connection, deliveries.next_at, deliveries.next_at.is_not(None)),
                deliveries_dead=_count(connection, deliveries.dead_at, deliveries.dead_at.is_not(None)),
                turns_waiting=_count(connection, job_slot.c.name, job_slot.c.waiting.is_(True)),
                dead_letters=_dead_letters(connection),
                hints_followed=max(hints[0] or 0, 0),
                hints_sent_away=max(hints[1] or 0, 0),
            )


def _mails(connection: Connection, stage: str) -> dict[int, int]:
    here = select(message.c.mailbox_id, func.count()).where(message.c.stage == stage)
    rows = connection.execute(here.group_by(message.c.mailbox_id)).all()
    return {row[0]: row[1] for row in rows}


def _count(connection: Connection, column: object, here: object) -> int:
    return connection.execute(select(func.count(column)).where(here)).scalar_one()  # type: ignore[arg-type]


def _dead_letters(connection: Connection) -> dict[str, int]:
    query = select(dead_letter.c.name, func.sum(dead_letter.c.times)).group_by(dead_letter.c.name)
    return {row[0]: int(row[1]) for row in connection.execute(query)}
