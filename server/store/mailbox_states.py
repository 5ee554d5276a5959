"""How each mailbox is doing: what is done with it, since when, what went wrong, and how far its mail is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, delete, exists, or_, select, update

from server.access import Sight
from server.store.database import Database, insert_new
from server.store.schema import mailbox, mailbox_lease, mailbox_state
from server.store.sight import lies_in_sight

Activity = Literal[
    "new", "connecting", "reading", "watching", "backing_off", "resting", "needs_login", "paused", "stopped"
]
"""reading: new or old mail comes in; watching: up to date; backing_off: after an error, until `retry_at`; resting: the
day's bytes are used up, until `retry_at`; needs_login: the sign-in was refused; stopped: no worker looks at it."""


@dataclass(frozen=True, slots=True)
class MailboxState:
    """One mailbox at this moment; `rate` is mails per second, 0.0 where it is not known.

    `problem` and `remedy` are the last error in words, None while all is well. `done` of `total` mails of the folders
    are read. `alert` is what the server asked to show to a person, None once it was seen. `wakes` rises whenever
    somebody asks for a look at once.
    """

    mailbox_id: int
    activity: Activity
    since: datetime | None = None
    looked_at: datetime | None = None
    problem: str | None = None
    remedy: str | None = None
    retry_at: datetime | None = None
    failures: int = 0
    done: int = 0
    total: int = 0
    rate: float = 0.0
    bytes_day: date | None = None
    bytes_today: int = 0
    alert: str | None = field(default=None, repr=False)
    paused: bool = False
    wakes: int = 0

    @property
    def left(self) -> timedelta | None:
        """How long the rest of the mail takes at this rate; None where that is not known."""
        return timedelta(seconds=(self.total - self.done) / self.rate) if self.rate > 0 else None


FRESH: dict[str, Any] = {
    "activity": "new",
    "failures": 0,
    "done": 0,
    "total": 0,
    "rate": 0.0,
    "bytes_today": 0,
    "alert_seen": False,
    "paused": False,
    "wakes": 0,
}
COLUMNS = tuple(column for column in mailbox_state.c if column.name != "alert_seen")


@dataclass(frozen=True, slots=True)
class Leases:
    """The mailboxes whose leases a holder wants to have until then, and when some of those were found as they were: all
    well, with nothing new."""

    until: datetime
    numbers: Collection[int]
    looked_at: Mapping[int, datetime] = field(default_factory=dict)


# What went wrong since the look stays as it is noted: the look is older.
_LOOK = (
    update(mailbox_state)
    .where(mailbox_state.c.mailbox_id == bindparam("number"), mailbox_state.c.activity == "watching")
    .values(looked_at=bindparam("at"))
)
_LOOK_OF_MAILBOX = update(mailbox).where(mailbox.c.id == bindparam("number")).values(last_sync_at=bindparam("at"))


class MailboxStates:
    """The states of all mailboxes; the worker writes them, commands and pages read them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, mailbox_id: int) -> MailboxState:
        """The state of a mailbox; a new one where nothing was noted yet."""
        return self.all(sight=Sight.of([mailbox_id])).get(mailbox_id) or MailboxState(mailbox_id, "new")

    def all(self, *, sight: Sight) -> dict[int, MailboxState]:
        """The states by the number of their mailbox; mailboxes that no worker has looked at are not among them."""
        query = select(*COLUMNS, mailbox_state.c.alert_seen).where(lies_in_sight(mailbox_state.c.mailbox_id, sight))
        with self._database.reading() as connection:
            rows = [row._asdict() for row in connection.execute(query)]
        for row in rows:
            if row.pop("alert_seen"):
                row["alert"] = None
            if row["paused"]:
                row["activity"] = "paused"
        return {row["mailbox_id"]: MailboxState(**row) for row in rows}

    def note(self, mailbox_id: int, now: datetime, **values: Any) -> None:
        """Writes these fields of a MailboxState; a removed mailbox is left alone.

        `activity` sets `since` where it changes. `last_error` is the whole sentence, kept with the mailbox.
        """
        beside = {"last_error": values.pop("last_error")} if "last_error" in values else {}
        if values.get("looked_at"):
            beside["last_sync_at"] = values["looked_at"]
        with self._database.writing() as connection:
            if not connection.execute(select(exists().where(mailbox.c.id == mailbox_id))).scalar_one():
                return
            here = mailbox_state.c.mailbox_id == mailbox_id
            row = {"mailbox_id": mailbox_id, "since": now} | FRESH
            insert_new(connection, mailbox_state, [row], mailbox_state.c.mailbox_id)
            if "activity" in values:
                other = (here, mailbox_state.c.activity != values["activity"])
                connection.execute(update(mailbox_state).where(*other).values(since=now))
            if values:
                connection.execute(update(mailbox_state).where(here).values(**values))
            if beside:
                connection.execute(update(mailbox).where(mailbox.c.id == mailbox_id).values(**beside))

    def note_alert(self, mailbox_id: int, now: datetime, words: str) -> bool:
        """Keeps what the server asked to show; False where that is what it said the last time, too."""
        self.note(mailbox_id, now)
        here = (mailbox_state.c.mailbox_id == mailbox_id,)
        differs = or_(mailbox_state.c.alert.is_(None), mailbox_state.c.alert != words)
        with self._database.writing() as connection:
            changed = update(mailbox_state).where(*here, differs).values(alert=words, alert_seen=False)
            return connection.execute(changed).rowcount == 1

    def alert_seen(self, mailbox_id: int, *, sight: Sight) -> None:
        """A person has read the alert; nothing happens where there is no such mailbox in sight."""
        with self._database.writing() as connection:
            here = (mailbox_state.c.mailbox_id == mailbox_id, lies_in_sight(mailbox_state.c.mailbox_id, sight))
            connection.execute(update(mailbox_state).where(*here).values(alert_seen=True))

    def pause(self, mailbox_id: int, now: datetime) -> None:
        """The worker lets go of the mailbox within seconds and leaves it alone."""
        self.note(mailbox_id, now, paused=True)

    def resume(self, mailbox_id: int, now: datetime) -> None:
        """The worker looks again, at once: also where it was backing off, resting or refused."""
        self.note(mailbox_id, now, paused=False)
        self.wake(mailbox_id, now)

    def wake(self, mailbox_id: int, now: datetime) -> None:
        """Asks the worker for a look at once."""
        self.note(mailbox_id, now, wakes=mailbox_state.c.wakes + 1)

    def take_lease(self, mailbox_id: int, holder: str, now: datetime, until: datetime, *, over: str = "") -> str | None:
        """Takes the mailbox for `holder` where nobody has it, the holder's time is over, or `over` has it.

        Returns who has it instead; None where it is `holder` now.
        """
        row = {"mailbox_id": mailbox_id, "holder": holder, "until": until}
        here = mailbox_lease.c.mailbox_id == mailbox_id
        with self._database.writing() as connection:
            if not connection.execute(select(exists().where(mailbox.c.id == mailbox_id))).scalar_one():
                return ""
            if insert_new(connection, mailbox_lease, [row], mailbox_lease.c.mailbox_id):
                return None
            free = or_(mailbox_lease.c.holder.in_((holder, over)), mailbox_lease.c.until <= now)
            if connection.execute(update(mailbox_lease).where(here, free).values(**row)).rowcount:
                return None
            query = select(mailbox_lease.c.holder).where(here)
            return str(connection.execute(query).scalar_one())

    def watched(self, now: datetime) -> frozenset[int]:
        """The mailboxes that some worker holds at `now`."""
        query = select(mailbox_lease.c.mailbox_id).where(mailbox_lease.c.until > now)
        with self._database.reading() as connection:
            return frozenset(connection.execute(query).scalars())

    def leases(self, now: datetime) -> dict[int, str]:
        """Who holds which mailbox at `now`, by the numbers of the mailboxes."""
        query = select(mailbox_lease.c.mailbox_id, mailbox_lease.c.holder).where(mailbox_lease.c.until > now)
        with self._database.reading() as connection:
            return {row.mailbox_id: row.holder for row in connection.execute(query)}

    def give_lease_back(self, mailbox_id: int, holder: str) -> None:
        """The mailbox is free for others."""
        mine = (mailbox_lease.c.mailbox_id == mailbox_id, mailbox_lease.c.holder == holder)
        with self._database.writing() as connection:
            connection.execute(delete(mailbox_lease).where(*mine))


def renew(connection: Connection, holder: str, leases: Leases) -> frozenset[int]:
    """Prolongs those of these leases that a holder has, and no other; returns on which mailboxes it has one."""
    mine = (mailbox_lease.c.holder == holder, mailbox_lease.c.mailbox_id.in_(sorted(leases.numbers)))
    connection.execute(update(mailbox_lease).where(*mine).values(until=leases.until))
    held = frozenset(connection.execute(select(mailbox_lease.c.mailbox_id).where(*mine)).scalars())
    looks = [{"number": number, "at": at} for number, at in leases.looked_at.items() if number in held]
    if looks:
        connection.execute(_LOOK, looks)
        connection.execute(_LOOK_OF_MAILBOX, looks)
    return held
