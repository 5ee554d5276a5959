"""Each time the works-council mode was switched on or off: when, by whom, and why; nothing is ever taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from server.store.database import Database
from server.store.schema import works_council_act


@dataclass(frozen=True, slots=True)
class CouncilAct:
    """One switch of the mode; `actor` as the audit log names them."""

    at: datetime
    is_on: bool
    reason: str
    actor: str


class CouncilActs:
    """The switches, of which the last one counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, act: CouncilAct) -> None:
        """Keeps a switch for good; the audit log is told by who calls."""
        values = {"at": act.at, "is_on": act.is_on, "reason": act.reason, "actor": act.actor}
        with self._database.writing() as connection:
            connection.execute(insert(works_council_act).values(**values))

    def last(self) -> CouncilAct | None:
        """The last switch; None where there was none."""
        query = select(works_council_act).order_by(works_council_act.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return _act(row) if row is not None else None

    def list(self) -> list[CouncilAct]:
        """All switches, oldest first."""
        with self._database.reading() as connection:
            return [_act(row) for row in connection.execute(select(works_council_act).order_by(works_council_act.c.id))]


def _act(row: Any) -> CouncilAct:
    return CouncilAct(row.at, row.is_on, row.reason, row.actor)
