"""Bringing the store up to date with a mailbox; may be killed at any moment and be run again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from server.errors import ConnectionLost, MailboxGone, MailError
from server.mail.allowance import Allowance, DayUsedUp
from server.mail.folder_mirror import FolderMirror, Place
from server.mail.host import Folder, MailHost, MirrorStore

Progress = Callable[[Folder, int, int], None]
"""Called with the folder, how many of its messages are done and how many there are in all."""


@dataclass(frozen=True, slots=True)
class FolderResult:
    """What one sync did in one folder: stored for the first time, received, and unreadable UIDs."""

    folder: Folder
    new: int
    seen: int
    unreadable: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What one sync did in all."""

    folders: tuple[FolderResult, ...]

    @property
    def new(self) -> int:
        """How many messages were stored for the first time."""
        return sum(folder.new for folder in self.folders)

    @property
    def seen(self) -> int:
        """How many messages the server handed over."""
        return sum(folder.seen for folder in self.folders)


class Mirror:
    """The mirror of one mailbox over one open connection."""

    def __init__(
        self,
        mailbox_id: int,
        host: MailHost,
        store: MirrorStore,
        *,
        mailbox: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        allowance: Allowance | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._host, self._store = host, store
        self._mailbox_id, self._mailbox, self._clock = mailbox_id, mailbox, clock
        self.allowance = allowance or Allowance(mailbox, None, clock)
        self._progress = progress
        self._folders = [self._folder(each) for each in host.folders()]
        self._others_looked_at = False

    def _folder(self, folder: Folder) -> FolderMirror:
        place = Place(self._mailbox_id, self._mailbox, folder)
        return FolderMirror(place, self._host, self._store, self._clock, self.allowance)

    def look(self) -> tuple[MailError, ...]:
        """Stores what is new, changed or gone in all folders; raises ConnectionLost and DayUsedUp.

        A folder that cannot be read holds up no other: returns what went wrong with such folders.
        """
        self._look_for_lost_folders()
        problems: list[MailError] = []
        for each in self._folders:
            try:
                each.look(lambda each=each: self._tell(each))  # type: ignore[misc]
            except (ConnectionLost, DayUsedUp):
                raise
            except MailboxGone as gone:
                if not self._host.has(each.folder.name):
                    each.mark_gone()
                problems.append(gone)
            except MailError as problem:
                problems.append(problem)
        return tuple(problems)

    def has_history(self) -> bool:
        """Whether older mail is left to be read."""
        return any(each.has_history() for each in self._folders)

    def read_history(self, enough: Callable[[], bool]) -> bool:
        """Stores older mail, newest first, until it is `enough`; False when none is left."""
        return any(each.read_history(enough, lambda each=each: self._tell(each)) for each in self._folders)  # type: ignore[misc]

    def result(self) -> SyncResult:
        """What was done so far."""
        return SyncResult(
            tuple(
                FolderResult(each.folder, each.tally.new, each.tally.seen, each.tally.unreadable)
                for each in self._folders
            )
        )

    def is_open_and_unchanged(self) -> bool:
        """Opens the folder whose news are waited for; False where some came since the last look."""
        return not self._folders or self._folders[0].is_open_and_unchanged()

    def _tell(self, each: FolderMirror) -> None:
        if self._progress and each.tally.total:
            self._progress(each.folder, min(each.tally.done, each.tally.total), each.tally.total)

    def _look_for_lost_folders(self) -> None:
        """Once in a connection: a folder that was read before and that the server no longer lists has gone."""
        if self._others_looked_at:
            return
        self._others_looked_at = True
        chosen = {each.folder.name for each in self._folders}
        for name in self._store.folder_names(self._mailbox_id):
            if name not in chosen and not self._host.has(name):
                self._folder(Folder(name, "")).mark_gone()


def sync(
    host: MailHost,
    store: MirrorStore,
    mailbox_id: int,
    *,
    progress: Progress | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    allowance: Allowance | None = None,
) -> SyncResult:
    """Store everything that the host has and the store lacks, one transaction per batch; raises MailError."""
    mirror = Mirror(mailbox_id, host, store, clock=clock, progress=progress, allowance=allowance)
    problems = mirror.look()
    while mirror.has_history():
        if mirror.read_history(lambda: False) and not mirror.allowance.history_may_go_on():
            raise mirror.allowance.used_up()
        problems = mirror.look()
    if problems:
        raise problems[0]
    return mirror.result()
