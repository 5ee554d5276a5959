"""Where the mirror of each folder stands, and the mail that it brings: together or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, overload

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select, update

from server.errors import NotFound
from server.mail.host import Batch, Folder, Revision, SyncState
from server.mail.uids import UidSet
from server.store import folder_states, left_out, quarantine
from server.store.database import Database
from server.store.left_out import SieveHolder, Sifted
from server.store.mail_bytes import unpacked
from server.store.mail_rows import insert_mails, rows_of
from server.store.quarantine import Place
from server.store.schema import folder as folders
from server.store.schema import message as messages


@dataclass(frozen=True, slots=True)
class MirroredRow:
    """One mirrored mail; `raw` is None once it was learned from."""

    uid: int
    flags: str
    gone: bool
    raw: bytes | None = field(repr=False)


class Mirror:
    """The `MirrorStore` that the mail side asks for."""

    def __init__(self, database: Database, sieves: SieveHolder | None = None) -> None:
        self._database, self._sieves = database, sieves or SieveHolder()

    def sync_state(self, mailbox_id: int, folder: str) -> SyncState:
        """The stored state, or a fresh one."""
        with self._database.reading() as connection:
            return folder_states.state(connection, mailbox_id, folder) or SyncState()

    def begin(self, mailbox_id: int, folder: Folder, known: SyncState, begun: SyncState, at: datetime) -> SyncState:
        """Puts a new generation in place of `known`; returns what holds now: another mirror may have been first."""
        with self._database.writing() as connection:
            now_known = _known(connection, mailbox_id, folder.name)
            if (now_known or SyncState()) != known:
                return now_known or SyncState()
            folder_states.write_state(connection, mailbox_id, folder, begun, now_known)
            left_out.forget_before(connection, Place(mailbox_id, folder.name, begun.generation))
            if known.uidvalidity is not None:
                folder_states.note_renumbering(connection, mailbox_id, folder.name, at)
        return begun

    def renumberings(self, mailbox_id: int, folder: str) -> tuple[int, datetime | None]:
        """How often in a row UIDVALIDITY changed within a day, and when it did last."""
        with self._database.reading() as connection:
            return folder_states.renumberings(connection, mailbox_id, folder)

    def save_batch(self, mailbox_id: int, batch: Batch) -> int:
        """Stores messages (those already there are left alone) and the state in one transaction.

        Returns how many were new. The state never moves back, so two mirrors of one mailbox do no harm;
        raises NotFound if the mailbox was removed, and Conflict if another mirror has meanwhile given this
        generation to a different UIDVALIDITY or has seen later flags.
        """
        batch, excluded = self._sifted(batch)
        rows = rows_of(mailbox_id, batch)
        with self._database.writing(bounded=True) as connection:
            known = _known(connection, mailbox_id, batch.folder.name)
            if known is not None and known.generation > batch.state.generation:
                return 0  # the folder has begun anew since this batch was fetched
            if known is not None and known.generation == batch.state.generation:
                folder_states.refuse_other(known, batch.state, batch.folder.name)
            new = insert_mails(connection, rows)
            left_out.put(connection, _place(mailbox_id, batch), excluded)
            if batch.unreadable:
                quarantine.put(connection, _place(mailbox_id, batch), batch.unreadable, _read_at(batch))
            folder_states.write_state(connection, mailbox_id, batch.folder, batch.state, known)
        return new

    def save_again(self, mailbox_id: int, batch: Batch) -> int:
        """Stores messages below the cursor that were missing, gone or in quarantine; the state stays."""
        batch, excluded = self._sifted(batch)
        rows = rows_of(mailbox_id, batch)
        place = _place(mailbox_id, batch)
        with self._database.writing(bounded=True) as connection:
            known = _known(connection, mailbox_id, batch.folder.name)
            if known is None or known.generation != batch.state.generation:
                return 0
            folder_states.refuse_other(known, batch.state, batch.folder.name)
            new = insert_mails(connection, rows)
            back = UidSet.of(raw.uid for raw in batch.messages)
            if back:
                mine = (*_mail(place), messages.c.uid.in_(list(back)), messages.c.gone_at.is_not(None))
                connection.execute(update(messages).where(*mine).values(gone_at=None))
            left_out.put(connection, place, excluded)
            quarantine.release(connection, place, back | UidSet.of(excluded))
            quarantine.put(connection, place, batch.unreadable, _read_at(batch))
        return new

    def save_revision(self, mailbox_id: int, revision: Revision) -> int:
        """Stores flags, what is gone and the sequence number together; says how many mails changed.

        Raises Conflict where the folder stands elsewhere than when this was asked for.
        """
        place = Place(mailbox_id, revision.folder.name, revision.state.generation)
        with self._database.writing() as connection:
            known = folder_states.state(connection, mailbox_id, revision.folder.name)
            if known is None or known.generation != revision.state.generation:
                return 0
            folder_states.refuse_other(known, revision.state, revision.folder.name)
            changed = _set_flags(connection, place, revision) + _set_gone(connection, place, revision)
            if revision.highest_modseq != known.highest_modseq:
                name = revision.folder.name
                folder_states.move_sequence(connection, mailbox_id, name, revision.highest_modseq)
        return changed

    def stored(self, mailbox_id: int, folder: str, generation: int) -> UidSet:
        """The UIDs that are stored and not gone, those that were left out on purpose with them."""
        place = Place(mailbox_id, folder, generation)
        with self._database.reading() as connection:
            ranges = connection.execute(_ranges(place)).all()
            return UidSet(tuple((first, last) for first, last in ranges)) | UidSet.of(left_out.uids(connection, place))

    def stored_count(self, mailbox_id: int, folder: str, generation: int) -> int:
        """How many those are, the quarantined counted with them."""
        place = Place(mailbox_id, folder, generation)
        query = select(func.count()).select_from(messages).where(*_mail(place), messages.c.gone_at.is_(None))
        with self._database.reading() as connection:
            beside = len(quarantine.listed(connection, place, None)) + len(list(left_out.uids(connection, place)))
            return int(connection.execute(query).scalar_one()) + beside

    def quarantined(self, mailbox_id: int, folder: str, generation: int, due: datetime | None = None) -> UidSet:
        """The UIDs in quarantine; with `due` only those whose time to be tried again has come."""
        with self._database.reading() as connection:
            return quarantine.listed(connection, Place(mailbox_id, folder, generation), due)

    def end_quarantine(self, mailbox_id: int, folder: str, generation: int, uids: UidSet) -> None:
        """Those that are gone from the server need no further try."""
        with self._database.writing() as connection:
            quarantine.release(connection, Place(mailbox_id, folder, generation), uids)

    def retire(self, mailbox_id: int, folder: str, generation: int, at: datetime) -> int:
        """Mail of generations before this one is gone now; says how much that was."""
        older = (messages.c.mailbox_id == mailbox_id, messages.c.folder == folder, messages.c.generation < generation)
        with self._database.reading() as connection:
            left = connection.execute(select(exists().where(*older, messages.c.gone_at.is_(None)))).scalar_one()
        if not left:
            return 0
        with self._database.writing() as connection:
            quarantine.forget_before(connection, Place(mailbox_id, folder, generation))
            gone = update(messages).where(*older, messages.c.gone_at.is_(None)).values(gone_at=at)
            return connection.execute(gone).rowcount

    def folder_names(self, mailbox_id: int) -> list[str]:
        """The folders of which mail is stored and not gone."""
        any_left = exists().where(
            messages.c.mailbox_id == mailbox_id, messages.c.folder == folders.c.name, messages.c.gone_at.is_(None)
        )
        with self._database.reading() as connection:
            query = select(folders.c.name).where(folders.c.mailbox_id == mailbox_id, any_left)
            return list(connection.execute(query).scalars())

    def rows(self, mailbox_id: int, folder: str) -> Iterator[MirroredRow]:
        """Everything that is stored of a folder's newest generation, to be compared with the server."""
        generation = self.sync_state(mailbox_id, folder).generation
        columns = (messages.c.uid, messages.c.flags, messages.c.gone_at, messages.c.raw)
        query = select(*columns).where(*_mail(Place(mailbox_id, folder, generation))).order_by(messages.c.uid)
        with self._database.reading() as connection:
            for uid, flags, gone_at, raw in connection.execute(query):
                yield MirroredRow(uid, flags, gone_at is not None, unpacked(raw) if raw is not None else None)

    def start_over(self, mailbox_id: int) -> None:
        """Every folder begins a new generation at its next look; what is fetched again counts no second time."""
        with self._database.writing() as connection:
            folder_states.start_over(connection, mailbox_id)

    def _sifted(self, batch: Batch) -> tuple[Batch, dict[int, str]]:
        """The batch without what is never to be stored, and why that is: UID -> reason."""
        reasons = self._sieves.sieve.reasons(_Sifting(batch))
        if not reasons:
            return batch, {}
        kept = tuple(raw for at, raw in enumerate(batch.messages) if at not in reasons)
        return replace(batch, messages=kept), {batch.messages[at].uid: why for at, why in reasons.items()}


class _Sifting(Sequence[Sifted]):
    """A batch as the sieve looks at it: most have nothing to leave out, and then no mail of it is put in words."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch

    def __len__(self) -> int:
        return len(self._batch.messages)

    @overload
    def __getitem__(self, at: int) -> Sifted: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Sifted]: ...
    def __getitem__(self, at: int | slice) -> Sifted | Sequence[Sifted]:
        folder, found = self._batch.folder, self._batch.messages[at]
        if isinstance(found, tuple):
            return [Sifted(each.raw, folder.name, folder.role) for each in found]
        return Sifted(found.raw, folder.name, folder.role)


def _known(connection: Connection, mailbox_id: int, folder: str) -> SyncState | None:
    """What is stored of a folder; raises NotFound where its mailbox was removed."""
    there, known = folder_states.mailbox_and_state(connection, mailbox_id, folder)
    if not there:
        raise NotFound(f"{folder}: its mailbox was removed while its mail was being read.")
    return known


def _place(mailbox_id: int, batch: Batch) -> Place:
    return Place(mailbox_id, batch.folder.name, batch.state.generation)


def _read_at(batch: Batch) -> datetime:
    if batch.read_at is None and batch.unreadable:
        raise ValueError("what cannot be read is asked for again: the batch must say when it was read")
    return batch.read_at or datetime.min


def _mail(place: Place) -> tuple[ColumnElement[bool], ...]:
    return (
        messages.c.mailbox_id == place.mailbox_id,
        messages.c.folder == place.folder,
        messages.c.generation == place.generation,
    )


def _set_flags(connection: Connection, place: Place, revision: Revision) -> int:
    changed = 0
    for uid, flags in revision.flags.items():
        mine = (*_mail(place), messages.c.uid == uid, messages.c.flags != flags)
        changed += connection.execute(update(messages).where(*mine).values(flags=flags)).rowcount
    return changed


def _ranges(place: Place) -> Select[Any]:
    """First and last UID of each stretch of mails without a gap: a folder of 20,000 mails is one row, not 20,000."""
    place_in_row = func.row_number().over(order_by=messages.c.uid)
    there = select(messages.c.uid, (messages.c.uid - place_in_row).label("stretch"))
    there_now = there.where(*_mail(place), messages.c.gone_at.is_(None)).subquery()
    first, last = func.min(there_now.c.uid), func.max(there_now.c.uid)
    return select(first, last).group_by(there_now.c.stretch).order_by(first)


def _set_gone(connection: Connection, place: Place, revision: Revision) -> int:
    changed = 0
    for first, last in revision.gone.ranges:
        mine = (*_mail(place), messages.c.uid.between(first, last), messages.c.gone_at.is_(None))
        changed += connection.execute(update(messages).where(*mine).values(gone_at=revision.seen_at)).rowcount
    quarantine.release(connection, place, revision.gone)
    left_out.release(connection, place, revision.gone)
    return changed
