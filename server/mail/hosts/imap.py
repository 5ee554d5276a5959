"""Mail from any IMAP server: read-only, in batches, nothing lost and nothing invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from server.errors import MailboxGone, MailError
from server.mail import folder_list
from server.mail.batching import moved_past, plan_batches, state_for, uid_set
from server.mail.connection import ImapConnection, Login, Selected, Timeouts, open_connection
from server.mail.fetch_response import Token, internaldate, number
from server.mail.host import Batch, Folder, RawMessage, SyncState

MAX_MESSAGE_BYTES = 64 << 20  # nobody coaches on a mail of this size, and it would fill the memory
HEADER_BYTES = 64 << 10
# Exchange hands out a mail that says this when it cannot convert one; it is not what was sent.
PLACEHOLDER = b"retrieval using the imap4 protocol failed"


Fetched = dict[int, tuple[bytes, datetime | None]]
"""UID -> message and INTERNALDATE."""


class ImapHost:
    """A MailHost over an open IMAP connection; `sent_folder` overrules the search for the Sent folder."""

    def __init__(self, connection: ImapConnection, *, sent_folder: str | None = None) -> None:
        self._connection = connection
        self._sent_folder = sent_folder

    @property
    def login(self) -> Login:
        """Which mailbox this is."""
        return self._connection.login

    def folders(self) -> list[Folder]:
        """INBOX and, where there is one, Sent; raises MailboxGone when the Sent folder named is not there."""
        listed = self._connection.folders()
        sent = self._sent_folder or folder_list.find_sent(listed)
        if self._sent_folder and self._sent_folder not in {folder.name for folder in listed}:
            names = ", ".join(sorted(folder.name for folder in listed))
            raise MailboxGone(
                self.login.mailbox, f"there is no folder {self._sent_folder!r}.", f"The server has: {names}."
            )
        inbox = Folder("INBOX", "inbox")
        return [inbox] if sent is None else [inbox, Folder(sent, "sent")]

    def count(self, folder: Folder) -> int:
        """How many messages the folder holds now."""
        return self._connection.examine(folder.name).exists

    def fetch_since(self, folder: Folder, state: SyncState) -> Iterator[Batch]:
        """Batches of everything at or after `state.next_uid`, oldest first; raises MailError."""
        selected = self._connection.examine(folder.name)
        if selected.uidvalidity is None:
            raise MailError(
                self.login.mailbox,
                f"{self.login.host} gives no UIDVALIDITY for {folder.name}, so mails cannot be told apart.",
                "This server's folder cannot be read safely.",
            )
        current = state_for(state, selected.uidvalidity, selected.highest_modseq)
        sizes = self._sizes_since(current.next_uid, selected)
        if current != state:
            yield Batch(folder, (), current, len(sizes))
        for uids in plan_batches(sizes):
            messages, unreadable = self._read(folder, selected.uidvalidity, uids, sizes)
            current = moved_past(current, uids[-1])
            yield Batch(folder, messages, current, len(sizes), unreadable)

    def close(self) -> None:
        """Sign out and free every thread and descriptor; never raises."""
        self._connection.close()

    def _sizes_since(self, first: int, selected: Selected) -> dict[int, int]:
        """UID -> size of what is there from UID `first` on; a server that gives no size counts as 0."""
        if not selected.exists or (selected.uidnext is not None and selected.uidnext <= first):
            return {}
        answer = self._connection.fetch(f"{first}:*", "(UID RFC822.SIZE)")
        sizes = {_uid(items): number(items.get(b"RFC822.SIZE")) or 0 for items in answer.messages}
        if not answer.complete:
            sizes = {uid: sizes.get(uid, 0) for uid in self._connection.search(f"UID {first}:*")}
        return {uid: size for uid, size in sizes.items() if uid >= first}  # n:* always names the last mail

    def _read(
        self, folder: Folder, uidvalidity: int, uids: Sequence[int], sizes: Mapping[int, int]
    ) -> tuple[tuple[RawMessage, ...], tuple[int, ...]]:
        """The messages with these UIDs, and the UIDs that exist but cannot be read."""
        wanted = [uid for uid in uids if sizes[uid] <= MAX_MESSAGE_BYTES]
        fetched: Fetched = {}
        if wanted:
            self._fetch(wanted, sizes, fetched)
        odd = [uid for uid in wanted if _is_odd(fetched.get(uid), sizes[uid])]
        gone = set(odd) - self._still_there(odd)
        messages = []
        unreadable = set(uids) - set(wanted)
        for uid in wanted:
            if uid in gone:
                continue
            body, moment = fetched.get(uid, (None, None))
            if body is None or (uid in odd and PLACEHOLDER in body[:2000].lower()):
                unreadable.add(uid)
                continue
            moment = moment or _header_date(body)
            if moment is None:
                unreadable.add(uid)
                continue
            messages.append(RawMessage(self.login.mailbox, folder.name, uidvalidity, uid, moment, body))
        return tuple(messages), tuple(sorted(unreadable))

    def _fetch(self, uids: Sequence[int], sizes: Mapping[int, int], into: Fetched) -> None:
        """Fetch these messages; where the server refuses a set, halve it until the bad ones stand alone."""
        octets = sum(sizes[uid] for uid in uids)
        answer = self._connection.fetch(uid_set(uids), "(UID INTERNALDATE BODY.PEEK[])", expected_bytes=octets)
        asked = set(uids)
        for items in answer.messages:
            body = items.get(b"BODY[]")
            if _uid(items) in asked and isinstance(body, bytes):
                into[_uid(items)] = (body, internaldate(items.get(b"INTERNALDATE")))
        if answer.complete:
            return
        left = [uid for uid in uids if uid not in into]
        if not left or len(uids) == 1:
            return
        middle = (len(left) + 1) // 2
        for half in (left[:middle], left[middle:]):
            if half:
                self._fetch(half, sizes, into)

    def _still_there(self, uids: Sequence[int]) -> set[int]:
        """Which of these UIDs the folder still holds, asked after the server told what was expunged."""
        if not uids:
            return set()
        self._connection.noop()
        return self._connection.search(f"UID {uid_set(uids)}")


def open_imap_host(login: Login, *, sent_folder: str | None = None, timeouts: Timeouts | None = None) -> ImapHost:
    """Connect and sign in; raises MailError."""
    return ImapHost(open_connection(login, timeouts), sent_folder=sent_folder)


def _uid(items: Mapping[bytes, Token]) -> int:
    uid = number(items[b"UID"])
    assert uid is not None, "fetch_response.messages gives none without a UID"
    return uid


def _is_odd(found: tuple[bytes, datetime | None] | None, size: int) -> bool:
    """Whether this may be a message that was expunged meanwhile: absent, or not of the announced size."""
    return found is None or (size > 0 and len(found[0]) != size)


def _header_date(body: bytes) -> datetime | None:
    """The Date header as aware UTC, for servers that send no INTERNALDATE."""
    written = BytesHeaderParser().parsebytes(body[:HEADER_BYTES]).get("Date")
    try:
        moment = parsedate_to_datetime(str(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
