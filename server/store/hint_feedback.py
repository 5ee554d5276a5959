"""What reps do with hints: those sent away stay away for this rep and customer; counted by rule, never by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import and_, func, select, update

from server.store.database import Database, insert_new
from server.store.people import is_by
from server.store.schema import hint_feedback

HintAction = Literal["dismissed", "accepted", "restored"]


@dataclass(frozen=True, slots=True)
class HintTotals:
    """How often the hints of one rule were followed and sent away, by everybody together."""

    accepted: int = 0
    dismissed: int = 0


class HintFeedback:
    """Followed and dismissed hints, by rep, rule and customer; nobody can ask what one rep did, or when."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, account_id: int, rule: str, customer: str, language: str, action: HintAction) -> None:
        """Keeps what a rep did with a hint; dismissing twice counts once, restoring takes a dismissal back."""
        columns = hint_feedback.c
        key = {"account_id": account_id, "rule": rule, "customer": customer.lower(), "language": language}
        with self._database.writing() as connection:
            if action == "restored":
                here = and_(
                    columns.account_id == account_id,
                    columns.rule == rule,
                    is_by(connection, columns.customer, customer),
                    columns.away.is_(True),
                )
                values = {"away": False, "dismissed": columns.dismissed - 1}
                connection.execute(update(hint_feedback).where(here).values(**values))
                return
            fresh = {**key, "accepted": 0, "dismissed": 0, "away": False}
            insert_new(connection, hint_feedback, [fresh], columns.rule)
            here = and_(*(columns[name] == value for name, value in key.items()))
            if action == "accepted":
                connection.execute(update(hint_feedback).where(here).values(accepted=columns.accepted + 1))
            else:
                values = {"away": True, "dismissed": columns.dismissed + 1}
                connection.execute(update(hint_feedback).where(here, columns.away.is_(False)).values(**values))

    def away(self, account_id: int, customer: str) -> frozenset[str]:
        """The rules whose hints this rep does not want to see for this customer."""
        columns = hint_feedback.c
        with self._database.reading() as connection:
            query = select(columns.rule).where(
                columns.account_id == account_id, is_by(connection, columns.customer, customer), columns.away.is_(True)
            )
            return frozenset(connection.execute(query).scalars())

    def totals(self) -> dict[str, HintTotals]:
        """How often the hints of each rule were followed and sent away, all reps and customers together."""
        columns = hint_feedback.c
        sums = func.sum(columns.accepted), func.sum(columns.dismissed)
        with self._database.reading() as connection:
            rows = connection.execute(select(columns.rule, *sums).group_by(columns.rule)).all()
        return {rule: HintTotals(int(accepted), int(dismissed)) for rule, accepted, dismissed in rows}
