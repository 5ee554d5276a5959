"""Fetching mail in batches, the next one on its way while one is stored: nothing lost and nothing invented."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from functools import partial
from operator import attrgetter

from server.errors import MailError
from server.mail import folder_state, large_mail
from server.mail.batching import PARTS_ABOVE
from server.mail.connection import ImapConnection
from server.mail.fetch_response import Token, internaldate, number
from server.mail.host import RawMessage, Reading
from server.mail.pending_fetch import Fetched
from server.mail.uids import UidSet

HEADER_BYTES = 64 << 10
LARGEST_WHOLE = 16 << 20  # bytes of a mail whose structure the server cannot tell, and which is read all the same
# Exchange hands out a mail that says this when it cannot convert one; it is not what was sent.
PLACEHOLDER = b"retrieval using the imap4 protocol failed"

_UID = attrgetter("uid")

Found = dict[int, Mapping[bytes, Token]]
"""UID -> what came of it."""


class MailReader:
    """Reads mail of one opened folder."""

    def __init__(self, connection: ImapConnection, folder: str, uidvalidity: int) -> None:
        self._connection = connection
        self._folder, self._uidvalidity = folder, uidvalidity
        google = " X-GM-MSGID" if "X-GM-EXT-1" in connection.capabilities else ""
        self._about = f"UID FLAGS INTERNALDATE{google}"

    def read(self, batches: Iterable[Mapping[int, int]]) -> Generator[Reading, None, None]:
        """Each batch (UID -> size); raises MailError. While a batch is out of hand, the next one comes in."""
        under_way: Callable[[], Fetched] | None = None
        upcoming = iter(batches)
        sizes = next(upcoming, None)
        try:
            while sizes is not None:
                awaited, under_way = under_way or self._start(sizes), None
                answer = awaited()
                found = self._found(sizes, answer)
                settle = partial(self._settled, sizes, answer, found)
                settled = settle() if _must_ask(sizes, answer, found) else None
                sizes = next(upcoming, None)
                if sizes is not None:
                    under_way = self._start(sizes)
                yield settled or settle()  # where nothing must be asked for it, the server is at work meanwhile
        finally:
            if under_way is not None:
                with contextlib.suppress(MailError):
                    under_way()  # the connection must be free for the next question

    def _start(self, sizes: Mapping[int, int]) -> Callable[[], Fetched]:
        small = _small(sizes)
        if not small:
            return lambda: Fetched(True, ())
        octets = sum(sizes[uid] for uid in small)
        return self._connection.start_fetch(str(small), f"({self._about} BODY.PEEK[])", expected_bytes=octets)

    def _found(self, sizes: Mapping[int, int], answer: Fetched) -> Found:
        found: Found = {}
        self._take(answer, frozenset(_small(sizes)), found)
        return found

    def _settled(self, sizes: Mapping[int, int], answer: Fetched, found: Found) -> Reading:
        small = _small(sizes)
        if not answer.complete:
            self._halve(small, sizes, found)
        odd = frozenset(uid for uid in small if _is_odd(found.get(uid), sizes[uid]))
        gone = odd - frozenset(self._still_there(odd))
        messages: list[RawMessage] = []
        unreadable: list[int] = []
        for uid in small:
            if uid in gone:
                continue
            message = self._message(uid, found.get(uid), suspicious=uid in odd)
            if message is None:
                unreadable.append(uid)
            else:
                messages.append(message)
        for uid in sorted(sizes.keys() - frozenset(small)):
            self._read_large(uid, sizes[uid], messages, unreadable)
        return Reading(UidSet.of(sizes), tuple(sorted(messages, key=_UID)), tuple(sorted(unreadable)))

    def _take(self, answer: Fetched, asked: frozenset[int], into: Found) -> None:
        for items in answer.messages:
            uid = number(items[b"UID"])
            if uid in asked and type(items.get(b"BODY[]")) is bytes:
                into[uid] = items

    def _halve(self, uids: UidSet, sizes: Mapping[int, int], found: Found) -> None:
        """Where the server refused a set, halve what is missing until the bad mails stand alone."""
        left = UidSet.of(uid for uid in uids if uid not in found)
        if not left or len(uids) == 1:
            return
        for half in left.parts((len(left) + 1) // 2):
            octets = sum(sizes[uid] for uid in half)
            answer = self._connection.fetch(str(half), f"({self._about} BODY.PEEK[])", expected_bytes=octets)
            self._take(answer, frozenset(half), found)
            if not answer.complete:
                self._halve(half, sizes, found)

    def _still_there(self, uids: Collection[int]) -> UidSet:
        """Which of these the folder still holds, asked after the server told what was expunged."""
        if not uids:
            return UidSet()
        self._connection.noop()
        return UidSet.of(self._connection.search(f"UID {UidSet.of(uids)}"))

    def _message(
        self, uid: int, items: Mapping[bytes, Token] | None, *, suspicious: bool, whole: bool = True
    ) -> RawMessage | None:
        """The message, or None where what came is none."""
        body = items.get(b"BODY[]") if items else None
        if items is None or not isinstance(body, bytes):
            return None
        if suspicious and PLACEHOLDER in body[:2000].lower():
            return None
        moment = internaldate(items.get(b"INTERNALDATE")) or _header_date(body)
        if moment is None:
            return None
        flags = folder_state.flags_of(items.get(b"FLAGS")) or ""
        google = items.get(b"X-GM-MSGID")
        server_id = google.decode("ascii", "replace") if isinstance(google, bytes) else None
        mailbox = self._connection.login.mailbox
        return RawMessage(mailbox, self._folder, self._uidvalidity, uid, moment, body, flags, whole, server_id)

    def _read_large(self, uid: int, size: int, messages: list[RawMessage], unreadable: list[int]) -> None:
        about = self._items(uid, f"{self._about} BODYSTRUCTURE")
        structure = large_mail.structure_of(about.get(b"BODYSTRUCTURE")) if about else None
        body = large_mail.text_only(structure, lambda items: self._items(uid, items)) if structure else None
        whole = body is None
        if about is not None and body is None and size <= LARGEST_WHOLE:
            answer = self._connection.fetch(str(uid), "(UID BODY.PEEK[])", expected_bytes=size)
            body = next((items[b"BODY[]"] for items in answer.messages if items.get(b"BODY[]")), None)  # type: ignore[assignment]
        found = about | {b"BODY[]": body} if about is not None else None
        message = self._message(uid, found, suspicious=True, whole=whole)
        if message is not None:
            messages.append(message)
        elif self._still_there([uid]):
            unreadable.append(uid)

    def _items(self, uid: int, items: str) -> dict[bytes, Token] | None:
        answer = self._connection.fetch(str(uid), f"({items})", expected_bytes=large_mail.LONGEST_SIGNED)
        found: dict[bytes, Token] = {}
        for each in answer.messages:
            if number(each[b"UID"]) == uid:
                found |= each
        return found if found and answer.complete else None


def _small(sizes: Mapping[int, int]) -> UidSet:
    return UidSet.of(uid for uid, size in sizes.items() if size <= PARTS_ABOVE)


def _must_ask(sizes: Mapping[int, int], answer: Fetched, found: Found) -> bool:
    """Whether the server will be asked once more for these: what is large is in no answer to all."""
    return not answer.complete or any(_is_odd(found.get(uid), size) for uid, size in sizes.items())


def _is_odd(items: Mapping[bytes, Token] | None, size: int) -> bool:
    """Whether this may be a message that was expunged meanwhile: absent, or not of the announced size."""
    body = items.get(b"BODY[]") if items else None
    return not isinstance(body, bytes) or (size > 0 and len(body) != size)


def _header_date(body: bytes) -> datetime | None:
    """The Date header as aware UTC, for servers that send no INTERNALDATE."""
    written = BytesHeaderParser().parsebytes(body[:HEADER_BYTES]).get("Date")
    try:
        moment = parsedate_to_datetime(str(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
