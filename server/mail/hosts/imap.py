"""Mail from any IMAP server, read-only."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable, Iterator, Mapping

from server.errors import MailError
from server.mail import folder_list, folder_state
from server.mail.connection import ImapConnection, Login, Timeouts, open_connection
from server.mail.folder_list import FolderChoice
from server.mail.host import Changes, Folder, Look, Reading
from server.mail.reading import MailReader
from server.mail.uids import UidSet


class ImapHost:
    """A MailHost over an open IMAP connection; `choice` or `sent_folder` overrule the search for the folders."""

    def __init__(
        self, connection: ImapConnection, *, sent_folder: str | None = None, choice: FolderChoice | None = None
    ) -> None:
        self._connection = connection
        self._choice = choice or FolderChoice(sent=sent_folder)
        self._reader: MailReader | None = None
        self._opened: str | None = None
        self.quick_resync = folder_state.enable_quick_resync(connection)

    @property
    def login(self) -> Login:
        """Which mailbox this is."""
        return self._connection.login

    def folders(self) -> list[Folder]:
        """INBOX, Sent and what else was chosen; raises MailboxGone where a folder that was named is not there."""
        listed = self._connection.folders()
        namespaces = self._connection.namespaces()
        if self._choice.other_user:
            known = {folder.name for folder in listed}  # some servers list what others share only where one asks there
            for prefix in (*namespaces.others, *namespaces.shared):
                listed += [each for each in self._connection.folders(prefix) if each.name not in known]
        return folder_list.choose(listed, self._choice, namespaces, self.login.mailbox)

    def count(self, folder: Folder) -> int:
        """How many messages the folder holds now."""
        return self._connection.examine(folder.name).exists

    def has(self, folder: str) -> bool:
        """Whether the server lists a folder of this name now."""
        return any(each.name == folder for each in self._connection.folders())

    def look(self, folder: Folder) -> Look:
        """A folder's figures without opening it; raises MailboxGone."""
        if folder.name == self._opened:
            self._connection.noop()  # of the folder that is open, servers tell what they told last
        return folder_state.look(self._connection, folder.name)

    def open(self, folder: Folder) -> Look:
        """Opens a folder for reading only; raises MailboxGone, and MailError where mails cannot be told apart."""
        selected = self._connection.examine(folder.name)
        if selected.uidvalidity is None:
            raise MailError(
                self.login.mailbox,
                f"{self.login.host} gives no UIDVALIDITY for {folder.name}, so mails cannot be told apart.",
                "This server's folder cannot be read safely.",
            )
        self._opened = folder.name
        self._reader = MailReader(self._connection, folder.name, selected.uidvalidity)
        uidnext = selected.uidnext
        if uidnext is None:  # Courier tells it by STATUS only
            uidnext = folder_state.look(self._connection, folder.name).uidnext
        return Look(selected.exists, selected.uidvalidity, uidnext, selected.highest_modseq)

    def alive(self, first: int, last: int | None = None) -> UidSet:
        """The UIDs in the open folder from `first` (to `last`)."""
        return folder_state.alive(self._connection, first, last)

    def sizes(self, uids: UidSet) -> dict[int, int]:
        """UID -> bytes, 0 where the server does not say; none for mail that is gone."""
        return folder_state.sizes(self._connection, uids)

    def read(self, batches: Iterable[Mapping[int, int]]) -> Generator[Reading, None, None]:
        """Each batch (UID -> size) of the open folder, the next one already on its way while one is handled."""
        assert self._reader is not None, "open a folder first"
        return self._reader.read(batches)

    def changed_since(self, uids: UidSet, modseq: int) -> Iterator[Changes]:
        """What changed after `modseq` in these mails of the open folder."""
        return folder_state.changed_since(self._connection, uids, modseq, quick=self.quick_resync)

    def flags(self, uids: UidSet) -> Iterator[Changes]:
        """The flags of these mails of the open folder."""
        return folder_state.all_flags(self._connection, uids)

    def wait(self, seconds: float, woken: threading.Event) -> bool:
        """Waits for news of the open folder, for `woken` (which news sets, too) or for the time to be over."""
        return folder_state.wait_for_news(self._connection, seconds, woken)

    def take_alerts(self) -> tuple[str, ...]:
        """What the server asked to show to a person since this was last asked."""
        return self._connection.take_alerts()

    def cut(self) -> None:
        """Take the network away, from any thread: what waits fails at once."""
        self._connection.cut()

    def close(self) -> None:
        """Sign out and free every thread and descriptor; never raises."""
        self._connection.close()


def open_imap_host(login: Login, *, sent_folder: str | None = None, timeouts: Timeouts | None = None) -> ImapHost:
    """Connect and sign in; raises MailError."""
    return ImapHost(open_connection(login, timeouts), sent_folder=sent_folder)
