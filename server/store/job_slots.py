"""The turns of repeated jobs, so that of many schedulers one sends each, and of many workers one does it.

Keeps the promises of `server.jobs.slots.JobSlots`, which knows no database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol, TypeVar

from sqlalchemy import Connection, Row, insert, select, update

from server.store.database import Database
from server.store.schema import job_slot

MOST_BEGUN = 3  # a turn that ended so many workers is what ends them
NOBODY: dict[str, object] = {"holder": None, "until": None}


class _Turn(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def slot(self) -> int: ...


TurnT = TypeVar("TurnT", bound=_Turn, covariant=True)


class _Due(Protocol[TurnT]):
    @property
    def turn(self) -> TurnT: ...
    @property
    def lost_before(self) -> datetime: ...
    @property
    def ahead(self) -> int: ...


@dataclass(frozen=True, slots=True)
class JobState:
    """A job as it stands: when it was last sent and done, who does it now, whether it waits to be begun."""

    name: str
    slot: int
    sent_at: datetime
    waiting: bool
    holder: str | None
    done_at: datetime | None


class JobSlots:
    """The last turn of each job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, due: Sequence[_Due[TurnT]], now: datetime) -> list[TurnT]:
        """Those of these turns that the caller has to send: nobody took them, and none of their job waits or runs."""
        with self._database.writing() as connection:
            return [each.turn for each in due if _taken(connection, each, now)]

    def skip(self, turn: _Turn, now: datetime) -> None:
        """Lets the first turn of a job pass; nothing happens where one was taken before."""
        with self._database.writing() as connection:
            if _row(connection, turn.name) is None:
                _put(connection, turn, now, waiting=False)

    def give_back(self, turn: _Turn) -> None:
        """The turn could not be sent: somebody may take it again."""
        with self._database.writing() as connection:
            here = (job_slot.c.name == turn.name, job_slot.c.slot == turn.slot)
            connection.execute(update(job_slot).where(*here).values(slot=turn.slot - 1, waiting=False))

    def again(self, name: str, now: datetime) -> int | None:
        """The slot of the last turn of a job, to be sent once more; None where there was none."""
        with self._database.writing() as connection:
            row = _row(connection, name)
            if row is not None:
                values = {"sent_at": now, "waiting": True, "begun": 0}
                connection.execute(update(job_slot).where(job_slot.c.name == name).values(**values))
        return row.slot if row is not None else None

    def begin(
        self,
        turn: _Turn,
        holder: str,
        now: datetime,
        until: datetime,
        *,
        alone: bool,
        is_dead: Callable[[str], bool],
        tries: int = 0,
    ) -> Literal["begun", "passed", "held", "worn"]:
        """Whether `holder` is to do the job now; with `alone` it is then theirs until that time.

        `tries` is how often this turn was put off by who did it, so those ended no worker.
        """
        with self._database.writing() as connection:
            row = _row(connection, turn.name)
            if row is None or row.slot != turn.slot:
                return "passed"
            held = alone and _is_held(row, now) and row.holder != holder and not is_dead(row.holder)
            values: dict[str, object] = {"waiting": False}
            worn = row.begun - tries >= MOST_BEGUN
            if not held:
                values["begun"] = row.begun + 1
            if alone and not held and not worn:
                values |= {"holder": holder, "until": until}
            connection.execute(update(job_slot).where(job_slot.c.name == turn.name).values(**values))
        if held:
            return "held"
        return "worn" if worn else "begun"

    def prolong(self, name: str, holder: str, until: datetime) -> None:
        """A job that one holder does alone is theirs until then."""
        with self._database.writing() as connection:
            mine = (job_slot.c.name == name, job_slot.c.holder == holder)
            connection.execute(update(job_slot).where(*mine).values(until=until))

    def end(self, name: str, holder: str, now: datetime, *, well: bool) -> None:
        """The job was done, or failed."""
        with self._database.writing() as connection:
            here = job_slot.c.name == name
            connection.execute(update(job_slot).where(here, job_slot.c.holder == holder).values(**NOBODY))
            if well:
                connection.execute(update(job_slot).where(here).values(done_at=now, begun=0))

    def list(self) -> list[JobState]:
        """All jobs that were ever sent, by name."""
        columns = [job_slot.c[name] for name in JobState.__slots__]
        with self._database.reading() as connection:
            return [JobState(*row) for row in connection.execute(select(*columns).order_by(job_slot.c.name))]


def _taken(connection: Connection, due: _Due[_Turn], now: datetime) -> bool:
    row, slot = _row(connection, due.turn.name), due.turn.slot
    if row is None:
        _put(connection, due.turn, now, waiting=True)
        return True
    if _is_held(row, now) or (row.waiting and due.lost_before < row.sent_at <= now):
        return False
    is_lost = row.slot == slot and row.waiting and row.sent_at <= due.lost_before
    if slot <= row.slot <= slot + due.ahead and not is_lost:
        return False
    values = {"slot": slot, "sent_at": now, "waiting": True, "begun": 0}
    connection.execute(update(job_slot).where(job_slot.c.name == due.turn.name).values(**values))
    return True


def _row(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(job_slot).where(job_slot.c.name == name)).one_or_none()


def _is_held(row: Row[Any], now: datetime) -> bool:
    return row.holder is not None and row.until > now


def _put(connection: Connection, turn: _Turn, now: datetime, *, waiting: bool) -> None:
    values = {"name": turn.name, "slot": turn.slot, "sent_at": now, "waiting": waiting, "begun": 0}
    connection.execute(insert(job_slot).values(**values))
