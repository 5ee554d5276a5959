"""Where the mirror of each folder stands, and the mail that it brings: together or not at all."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection, exists, select, update

from server.errors import Conflict, NotFound
from server.mail.host import Batch, RawMessage, SyncState
from server.store.database import Database, insert_new
from server.store.schema import folder as folders
from server.store.schema import mailbox
from server.store.schema import message as messages

FAST = 1  # on mail the best zlib level saves a few per cent more and takes several times as long


class Mirror:
    """The `MirrorStore` that the mail side asks for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sync_state(self, mailbox_id: int, folder: str) -> SyncState:
        """The stored state, or a fresh one."""
        with self._database.reading() as connection:
            return _state(connection, mailbox_id, folder) or SyncState()

    def save_batch(self, mailbox_id: int, batch: Batch) -> int:
        """Stores messages (those already there are left alone) and the state in one transaction.

        Returns how many were new. The state never moves back, so two mirrors of one mailbox do no harm;
        raises NotFound if the mailbox was removed, and Conflict if another mirror has meanwhile given this
        generation to a different UIDVALIDITY.
        """
        rows = [_row(mailbox_id, batch, raw) for raw in batch.messages]
        with self._database.writing() as connection:
            if not _is_connected(connection, mailbox_id):
                raise NotFound(f"{batch.folder.name}: its mailbox was removed while its mail was being read.")
            known = _state(connection, mailbox_id, batch.folder.name)
            if known is not None and known.generation > batch.state.generation:
                return 0  # the folder has begun anew since this batch was fetched
            if known is not None and _contradicts(known, batch.state):
                raise Conflict(
                    f"{batch.folder.name}: another sync found UIDVALIDITY {known.uidvalidity}, "
                    f"this one {batch.state.uidvalidity}. The next sync looks again."
                )
            new = insert_new(connection, messages, rows, messages.c.id)
            _save_state(connection, mailbox_id, batch, known)
        return len(new)


def _is_connected(connection: Connection, mailbox_id: int) -> bool:
    return bool(connection.execute(select(exists().where(mailbox.c.id == mailbox_id))).scalar_one())


def _state(connection: Connection, mailbox_id: int, folder: str) -> SyncState | None:
    columns = folders.c
    query = select(columns.generation, columns.uidvalidity, columns.next_uid, columns.highest_modseq).where(
        columns.mailbox_id == mailbox_id, columns.name == folder
    )
    row = connection.execute(query).one_or_none()
    return SyncState(*row) if row is not None else None


def _contradicts(known: SyncState, state: SyncState) -> bool:
    return (
        known.generation == state.generation
        and known.uidvalidity is not None
        and known.uidvalidity != state.uidvalidity
    )


def _save_state(connection: Connection, mailbox_id: int, batch: Batch, known: SyncState | None) -> None:
    state = batch.state
    next_uid, modseq = state.next_uid, state.highest_modseq
    if known is not None and known.generation == state.generation:
        next_uid = max(next_uid, known.next_uid)
        modseq = max(modseq or 0, known.highest_modseq or 0) or None
    values = {
        "role": batch.folder.role,
        "generation": state.generation,
        "uidvalidity": state.uidvalidity,
        "next_uid": next_uid,
        "highest_modseq": modseq,
    }
    key = {"mailbox_id": mailbox_id, "name": batch.folder.name}
    if known is None and insert_new(connection, folders, [key | values], folders.c.id):
        return
    here = (folders.c.mailbox_id == mailbox_id, folders.c.name == batch.folder.name)
    connection.execute(update(folders).where(*here).values(**values))


def _row(mailbox_id: int, batch: Batch, raw: RawMessage) -> dict[str, object]:
    if raw.uidvalidity != batch.state.uidvalidity:
        raise ValueError(f"UID {raw.uid} has UIDVALIDITY {raw.uidvalidity}, its batch {batch.state.uidvalidity}")
    return {
        "mailbox_id": mailbox_id,
        "folder": batch.folder.name,
        "role": batch.folder.role,
        "generation": batch.state.generation,
        "uidvalidity": raw.uidvalidity,
        "uid": raw.uid,
        "internaldate": raw.internaldate,
        "stage": "stored",
        "raw": zlib.compress(raw.raw, FAST),
        "is_copy": False,
    }
