"""Who of the team stands behind mail: the senders that it went out under, and who may see a mailbox, counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from server.store.database import Database
from server.store.schema import account, account_mailbox, alias, mailbox, message, relationship
from server.store.values import PERSONAL

AT_ONCE = 5_000  # numbers in one statement
LATEST = 240  # of the team's mails to one customer; as many as a grade looks at


@dataclass(frozen=True, slots=True)
class Sender:
    """A name and address that mail of the team went out under, and how many; only to be counted, never shown."""

    name: str = field(repr=False)
    address: str = field(repr=False)
    mails: int


class TeamPeople:
    """Asked before a figure is shown: is there a group behind it, or a person?"""

    def __init__(self, database: Database) -> None:
        self._database = database

    def behind_mailboxes(self, since: datetime) -> dict[str, list[Sender]]:
        """Mailbox -> the senders of what went out of it since then."""
        query = _senders(mailbox.c.address, since).join(mailbox, mailbox.c.id == message.c.mailbox_id)
        return self._by_name(query)

    def behind_segments(self, since: datetime) -> dict[str, list[Sender]]:
        """Segment -> the senders of what went to its customers since then."""
        head = func.coalesce(alias.c.person, message.c.correspondent)
        query = (
            _senders(relationship.c.segment, since)
            .outerjoin(alias, alias.c.address == message.c.correspondent)
            .join(relationship, relationship.c.address == head)
        )
        return self._by_name(query)

    def behind_all(self, since: datetime) -> list[Sender]:
        """The senders of all that the team sent since then."""
        columns = (message.c.from_name, message.c.from_address)
        query = select(*columns, func.count()).where(*_by_team(), message.c.date >= since).group_by(*columns)
        with self._database.reading() as connection:
            return [Sender(row[0] or "", row[1] or "", row[2]) for row in connection.execute(query)]

    def behind_mails(self, ids: Iterable[int]) -> list[Sender]:
        """The senders of these mails."""
        wanted, found = sorted(set(ids)), list[Sender]()
        columns = (message.c.from_name, message.c.from_address)
        with self._database.reading() as connection:
            for at in range(0, len(wanted), AT_ONCE):
                here = message.c.id.in_(wanted[at : at + AT_ONCE])
                query = select(*columns, func.count()).where(here).group_by(*columns)
                found += [Sender(row[0] or "", row[1] or "", row[2]) for row in connection.execute(query)]
        return found

    def by_customers(self, ids: Iterable[int]) -> frozenset[int]:
        """Those of these mails that customers wrote."""
        query = select(message.c.id).where(message.c.id.in_(sorted(set(ids))), message.c.direction == "in")
        with self._database.reading() as connection:
            return frozenset(connection.execute(query).scalars())

    def users_of_mailboxes(self) -> Mapping[str, int]:
        """Mailbox -> how many users may see it."""
        sees = or_(
            account.c.all_mailboxes,
            select(account_mailbox.c.account_id)
            .where(account_mailbox.c.account_id == account.c.id, account_mailbox.c.mailbox_id == mailbox.c.id)
            .exists(),
        )
        counted = select(func.count()).select_from(account).where(sees).correlate(mailbox).scalar_subquery()
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(select(mailbox.c.address, counted))}

    def users(self) -> int:
        """How many users there are."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(account)).scalar_one())

    def _by_name(self, query: Select[Any]) -> dict[str, list[Sender]]:
        found: dict[str, list[Sender]] = {}
        with self._database.reading() as connection:
            for name, sender, address, mails in connection.execute(query):
                found.setdefault(name, []).append(Sender(sender or "", address or "", mails))
        return found


def latest_senders(connection: Connection, addresses: Sequence[str], since: datetime) -> list[Sender]:
    """The senders of the team's latest mails to the person with these addresses, of those since then: who has left
    long ago hides nobody any more."""
    query, wanted = (_OF_ONE, addresses[0]) if len(addresses) == 1 else (_OF_SEVERAL, list(addresses))
    rows = connection.execute(query, {"addresses": wanted, "since": since}).all()
    return [Sender(name or "", address or "", mails) for name, address, mails in rows]


def _senders(of: ColumnElement[str], since: datetime) -> Select[Any]:
    columns = (of, message.c.from_name, message.c.from_address)
    return select(*columns, func.count()).where(*_by_team(), message.c.date >= since).group_by(*columns)


def _by_team(*, of_one: bool = False) -> tuple[ColumnElement[bool], ...]:
    # Asked of one customer, the index of directions must not tempt: it would lead through the mail of all.
    direction = func.coalesce(message.c.direction, "") if of_one else message.c.direction
    return (
        direction == "out",
        message.c.stage == "learned",
        message.c.kind == PERSONAL,
        message.c.is_copy.is_(False),
    )


def _latest_to(written_to: ColumnElement[bool]) -> Select[Any]:
    latest = (
        select(message.c.from_name, message.c.from_address)
        .where(written_to, *_by_team(of_one=True), message.c.date >= bindparam("since"))
        .order_by(message.c.date.desc(), message.c.id.desc())
        .limit(LATEST)
        .subquery()
    )
    return select(latest.c.from_name, latest.c.from_address, func.count()).group_by(*latest.c)


# Put together once: making a statement takes longer than running it.
_OF_ONE = _latest_to(message.c.correspondent == bindparam("addresses"))
_OF_SEVERAL = _latest_to(message.c.correspondent.in_(bindparam("addresses", expanding=True)))
