"""How a watched mailbox is doing, as the store keeps it: written where it changed, so that a look costs no turn."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import date, datetime

from server.mail.allowance import Allowance
from server.store import Mailbox, MailboxState, Store

log = logging.getLogger(__name__)

WELL: dict[str, object] = {"last_error": None, "problem": None, "remedy": None, "retry_at": None, "failures": 0}


class Notes:
    """Keeps with a mailbox how it is doing; what is wrong is logged when it begins and when it ends.

    A look that found all as it was is written by whoever asks for it (`unwritten_look`), with those of other mailboxes.
    """

    def __init__(self, store: Store, mailbox: Mailbox, clock: Callable[[], datetime], allowance: Allowance) -> None:
        self._store, self._mailbox, self._clock, self._allowance = store, mailbox, clock, allowance
        self._problem = mailbox.last_error
        self._lock = threading.Lock()
        self._well_with: tuple[date | None, int] | None = None  # the bytes that were written with "all is well" last
        self._looked_at: datetime | None = None

    def doing(self, activity: str) -> None:
        """What is done with the mailbox from now on."""
        self._note(activity=activity)

    def progress(self, done: int, total: int, rate: float) -> None:
        """How many mails of how many are read, and how many a second."""
        self._note(done=done, total=total, rate=rate, **self._bytes())

    def up_to_date(self) -> None:
        """All folders were found up to date."""
        if self._problem is not None:
            log.info("%s: can be read again", self._mailbox.address)
            self._problem = None
        now, used = self._clock(), (self._allowance.day, self._allowance.used)
        with self._lock:
            if self._well_with == used:
                self._looked_at = now
                return
        self._note(activity="watching", looked_at=now, **WELL, **self._bytes())
        with self._lock:
            self._well_with = used

    def failed(self, activity: str, problem: str, remedy: str, retry_at: datetime, failures: int) -> None:
        """What went wrong and when it is tried again."""
        known, self._problem = self._problem, problem
        level = logging.DEBUG if known is not None and problem in known else logging.WARNING
        sentence = f"{self._mailbox.address}: {problem} {remedy}".strip()
        log.log(level, "%s", sentence)
        values = {
            "last_error": sentence,
            "problem": problem,
            "remedy": remedy or None,
            "retry_at": retry_at,
            "failures": failures,
        }
        self._note(activity=activity, **values, **self._bytes())

    def alert(self, words: str) -> None:
        """The server asks to show this to a person: once."""
        if self._store.mailbox_states.note_alert(self._mailbox.id, self._clock(), words):
            log.warning("%s: its server says: %s", self._mailbox.address, words)

    def unwritten_look(self) -> datetime | None:
        """When all was last found as it was, until `wrote_look` says that somebody has written that."""
        with self._lock:
            return self._looked_at

    def wrote_look(self, at: datetime) -> None:
        """The look of then is written; one that came meanwhile is not."""
        with self._lock:
            if self._looked_at == at:
                self._looked_at = None

    def hold_against(self, state: MailboxState | None, mailbox: Mailbox) -> None:
        """Has all written anew with the next look where the store says otherwise, for others write there as well."""
        is_well = state is not None and state.activity == "watching" and state.problem is None
        if not is_well or mailbox.last_error is not None:
            with self._lock:
                self._well_with = None

    def _bytes(self) -> dict[str, object]:
        return {"bytes_today": self._allowance.used, "bytes_day": self._allowance.day}

    def _note(self, **values: object) -> None:
        with self._lock:
            self._well_with = self._looked_at = None
        self._store.mailbox_states.note(self._mailbox.id, self._clock(), **values)
