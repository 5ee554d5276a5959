"""What a folder holds and what changed in it, asked in the cheapest way that the server knows."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache

from server.mail import failures, fetch_response, mailbox_names
from server.mail.connection import ImapConnection
from server.mail.fetch_response import Token, number
from server.mail.host import Changes, Look
from server.mail.uids import UidSet

WINDOW = 2_000  # mails whose flags are asked for at once: 80 kB
NEWS = ("EXISTS", "EXPUNGE", "VANISHED", "FETCH")
_VANISHED = re.compile(r"\(EARLIER\)\s*([\d:,]+)", re.IGNORECASE)
IDLE_SLACK = 60.0  # seconds by which imaplib2's own end of IDLE comes after ours


def look(connection: ImapConnection, folder: str) -> Look:
    """STATUS; raises MailboxGone where the folder is not there."""
    items = ["MESSAGES", "UIDNEXT", "UIDVALIDITY"]
    if "CONDSTORE" in connection.capabilities:
        items.append("HIGHESTMODSEQ")
    with connection.command(f"looking at {folder}") as imap:
        imap.response("STATUS")
        kind, parts = imap.status(mailbox_names.quote_folder(folder), f"({' '.join(items)})")
        if kind != "OK":
            raise failures.not_opened(connection.login, folder, _text(parts))
    said: dict[bytes, int | None] = {}
    for line in fetch_response.lines(parts):
        if line and isinstance(line[-1], list):
            pairs = line[-1]
            said |= {
                name.upper(): number(value)
                for name, value in zip(pairs[::2], pairs[1::2], strict=False)
                if isinstance(name, bytes)
            }
    modseq = said.get(b"HIGHESTMODSEQ") or None  # 0: none are kept for this folder (RFC 7162, 3.1.2.2)
    return Look(said.get(b"MESSAGES"), said.get(b"UIDVALIDITY"), said.get(b"UIDNEXT"), modseq)


def enable_quick_resync(connection: ImapConnection) -> bool:
    """ENABLE QRESYNC where the server has it; must be asked before the first folder is opened."""
    if not {"QRESYNC", "ENABLE"} <= connection.capabilities:
        return False
    with connection.command("enabling QRESYNC") as imap:
        if imap.state != "AUTH":
            return False
        kind, _ = imap.enable("QRESYNC")
        return bool(kind == "OK")


def alive(connection: ImapConnection, first: int, last: int | None = None) -> UidSet:
    """The UIDs from `first` (to `last`) that the opened folder holds now."""
    span = f"UID {first}:{last if last is not None else '*'}"
    if "ESEARCH" not in connection.capabilities:
        found = UidSet.of(connection.search(span))
    else:
        with connection.command("searching mail") as imap:
            imap.response("ESEARCH")
            kind, parts = imap.uid("SEARCH", "RETURN", "(ALL)", span)
            if kind != "OK":
                raise failures.refused(connection.login, "searching mail", _text(parts))
            said = _text(imap.response("ESEARCH")[1])
        match = re.search(r"\bALL ([\d:,]+)", said)
        found = UidSet.parse(match[1]) if match else UidSet()
    return found.within(first, last if last is not None else found.last) if found else found


def sizes(connection: ImapConnection, uids: UidSet) -> dict[int, int]:
    """UID -> size in bytes; 0 where the server does not say, none for mail that is gone."""
    found: dict[int, int] = {}
    for part in uids.parts(WINDOW):
        answer, asked = connection.fetch(str(part), "(UID RFC822.SIZE)"), frozenset(part)
        found |= {
            uid: number(items.get(b"RFC822.SIZE")) or 0
            for items in answer.messages
            if (uid := number(items[b"UID"])) is not None and uid in asked
        }
        if not answer.complete:
            found |= {uid: 0 for uid in alive(connection, part.first, part.last) if uid in part and uid not in found}
    return found


def changed_since(connection: ImapConnection, uids: UidSet, modseq: int, *, quick: bool) -> Iterator[Changes]:
    """Flags that changed after `modseq` and, with `quick` (QRESYNC), what vanished since; in parts."""
    modifier = f"(CHANGEDSINCE {modseq}{' VANISHED' if quick else ''})"
    with connection.command("asking what changed") as imap:
        imap.response("VANISHED")
    answer = connection.start_fetch(str(uids), "(UID FLAGS)", modifier)()
    if not answer.complete:
        raise failures.refused(connection.login, "asking what changed", answer.said)
    vanished = None
    if quick:
        with connection.command("asking what changed") as imap:
            told = [_text([part]) for part in imap.response("VANISHED")[1]]
        vanished = UidSet()
        for line in told:
            match = _VANISHED.search(line)
            vanished = vanished | UidSet.parse(match[1]) if match else vanished
    yield Changes(_flags_by_uid(answer.messages), vanished)


def all_flags(connection: ImapConnection, uids: UidSet) -> Iterator[Changes]:
    """The flags of all these mails, in parts."""
    for part in uids.parts(WINDOW):
        yield Changes(_flags_by_uid(connection.fetch(str(part), "(UID FLAGS)").messages), None)


def flags_of(token: Token) -> str | None:
    """Flags as they are stored: sorted, without \\Recent, which is nobody's; None where none were told."""
    if not isinstance(token, list):
        return None
    return _sorted_flags(tuple([flag for flag in token if isinstance(flag, bytes)]))


@lru_cache(1_000)
def _sorted_flags(flags: tuple[bytes, ...]) -> str:
    words = {flag.decode("ascii", "replace") for flag in flags}
    return " ".join(sorted(words - {"\\Recent"}))


def wait_for_news(connection: ImapConnection, seconds: float, woken: threading.Event) -> bool:
    """Waits until the opened folder changes (IDLE, where the server has it), `woken` is set, or time is over.

    Returns whether `woken` was set, by the server or by anybody else.
    """
    if "IDLE" not in connection.capabilities:
        return woken.wait(seconds)
    on_news: Callable[[object], None] = lambda _: woken.set()  # noqa: E731 - in imaplib2's thread: nothing more
    with connection.command("waiting for news") as imap:
        for kind in NEWS:
            imap.response(kind)
        imap.start_idling(seconds + IDLE_SLACK, on_news)
        if any(imap.response(kind)[1] != [None] for kind in NEWS):  # it came before the server said that it idles
            woken.set()
    news = woken.wait(seconds)
    connection.noop()  # ends IDLE, and finds a connection that has died meanwhile
    return news


def _flags_by_uid(messages: object) -> dict[int, str]:
    found: dict[int, str] = {}
    assert isinstance(messages, tuple)
    for items in messages:
        uid, flags = number(items[b"UID"]), flags_of(items.get(b"FLAGS"))
        if uid is not None and flags is not None:
            found[uid] = flags
    return found


def _text(parts: object) -> str:
    assert isinstance(parts, list | tuple)
    words = [part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for part in parts if part]
    return " ".join(words)
