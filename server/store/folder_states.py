"""Where the mirror of each folder stands: one row for each folder of each mailbox."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, bindparam, select, update

from server.errors import Conflict
from server.mail.host import Folder, SyncState
from server.store.database import insert_new
from server.store.schema import folder as folders
from server.store.schema import mailbox

DAY = timedelta(days=1)


def state(connection: Connection, mailbox_id: int, folder: str) -> SyncState | None:
    """What is stored of a folder; None before it was ever looked at."""
    row = connection.execute(_STATE, {"of_mailbox": mailbox_id, "of_folder": folder}).one_or_none()
    return SyncState(*row) if row is not None else None


def mailbox_and_state(connection: Connection, mailbox_id: int, folder: str) -> tuple[bool, SyncState | None]:
    """Whether there still is such a mailbox, and what is stored of its folder."""
    row = connection.execute(_MAILBOX_AND_STATE, {"of_mailbox": mailbox_id, "of_folder": folder}).one_or_none()
    if row is None:
        return False, None
    return True, SyncState(*row) if row[0] is not None else None


def write_state(
    connection: Connection, mailbox_id: int, folder: Folder, state: SyncState, known: SyncState | None
) -> None:
    """Puts `state` in place of `known`; within a generation neither cursor ever goes back."""
    next_uid, oldest = state.next_uid, state.oldest_uid
    if known is not None and known.generation == state.generation and known.uidvalidity is not None:
        next_uid, oldest = max(next_uid, known.next_uid), min(oldest, known.oldest_uid)
    values = {
        "role": folder.role,
        "generation": state.generation,
        "uidvalidity": state.uidvalidity,
        "next_uid": next_uid,
        "oldest_uid": oldest,
        "highest_modseq": state.highest_modseq,
    }
    key = {"mailbox_id": mailbox_id, "name": folder.name}
    if known is None and insert_new(connection, folders, [key | values], folders.c.id):
        return
    connection.execute(_MOVE_ON, {"of_mailbox": mailbox_id, "of_folder": folder.name} | values)


def start_over(connection: Connection, mailbox_id: int) -> None:
    """Every folder of a mailbox begins a new generation at its next look."""
    fresh = {"uidvalidity": None, "next_uid": 1, "oldest_uid": 1, "highest_modseq": None, "renumberings": 0}
    here = update(folders).where(folders.c.mailbox_id == mailbox_id)
    connection.execute(here.values(generation=folders.c.generation + 1, **fresh))


def refuse_other(known: SyncState, state: SyncState, folder: str) -> None:
    """Raises Conflict where what was read for `state` does not fit what is `known` by now."""
    if known.uidvalidity is not None and known.uidvalidity != state.uidvalidity:
        raise Conflict(
            f"{folder}: another sync found UIDVALIDITY {known.uidvalidity}, "
            f"this one {state.uidvalidity}. The next sync looks again."
        )
    if known.highest_modseq != state.highest_modseq:  # these flags were read before the other's and would undo them
        raise Conflict(f"{folder}: another sync has seen later flags. The next sync looks again.")


def move_sequence(connection: Connection, mailbox_id: int, folder: str, highest_modseq: int | None) -> None:
    """Flags are known as of this sequence number now."""
    connection.execute(update(folders).where(*_here(mailbox_id, folder)).values(highest_modseq=highest_modseq))


def renumberings(connection: Connection, mailbox_id: int, folder: str) -> tuple[int, datetime | None]:
    """How often in a row UIDVALIDITY changed within a day, and when it did last."""
    query = select(folders.c.renumberings, folders.c.renumbered_at).where(*_here(mailbox_id, folder))
    row = connection.execute(query).one_or_none()
    return (row[0], row[1]) if row is not None else (0, None)


def note_renumbering(connection: Connection, mailbox_id: int, folder: str, at: datetime) -> None:
    """Counts that UIDVALIDITY changed once more; after a day without a change the count begins anew."""
    before, last = renumberings(connection, mailbox_id, folder)
    count = before + 1 if last and at - last < DAY else 1
    here = _here(mailbox_id, folder)
    connection.execute(update(folders).where(*here).values(renumberings=count, renumbered_at=at))


# Put together once: each batch of mail asks these, and making a statement takes longer than running it.
_HERE = (folders.c.mailbox_id == bindparam("of_mailbox"), folders.c.name == bindparam("of_folder"))
_OF_STATE = (
    folders.c.generation,
    folders.c.uidvalidity,
    folders.c.next_uid,
    folders.c.highest_modseq,
    folders.c.oldest_uid,
)
_STATE = select(*_OF_STATE).where(*_HERE)
_MAILBOX_AND_STATE = (
    select(*_OF_STATE)
    .select_from(mailbox.outerjoin(folders, and_(folders.c.mailbox_id == mailbox.c.id, _HERE[1])))
    .where(mailbox.c.id == bindparam("of_mailbox"))
)
_MOVED = ("role", "generation", "uidvalidity", "next_uid", "oldest_uid", "highest_modseq")
_MOVE_ON = update(folders).where(*_HERE).values({name: bindparam(name) for name in _MOVED})


def _here(mailbox_id: int, folder: str) -> tuple[ColumnElement[bool], ...]:
    return (folders.c.mailbox_id == mailbox_id, folders.c.name == folder)
