"""A FETCH under way: the server's answer comes in while the mails before it are being stored."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.mail import fetch_response
from server.mail.hardened import Aborted, HardenedImap, Refused

SEND_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer to a FETCH; not `complete` when the server ended it with NO or BAD, in the words `said`."""

    complete: bool
    messages: tuple[Mapping[bytes, fetch_response.Token], ...]
    said: str = ""


class PendingFetch:
    """One FETCH that was sent; `result` waits for it. Until then nothing else may be asked on its connection."""

    def __init__(self, imap: HardenedImap, seconds: float, *command: str) -> None:
        self._imap = imap
        self._done = threading.Event()
        self._outcome: Any = None
        self._watch = threading.Timer(seconds, imap.expire)
        self._watch.daemon = True
        imap.response("FETCH")  # what came unasked since the last command belongs to no fetch
        self._watch.start()
        try:
            imap.uid(*command, callback=self._finish)
        except BaseException:
            self._end_watch()
            raise

    def _finish(self, outcome: Any) -> None:  # in imaplib2's thread, which must never be held up
        self._outcome = outcome
        self._watch.cancel()
        self._done.set()

    def result(self) -> Fetched:
        """The answer; raises Aborted when the connection broke or the deadline passed."""
        self._done.wait()
        self._end_watch()
        answer, _, error = self._outcome
        self._outcome = None
        if error is not None:
            kind, words = error
            if issubclass(kind, Aborted) or not issubclass(kind, Refused):
                raise (kind if issubclass(kind, Aborted) else Aborted)(words)
            return self._interrupted(str(words))
        status, parts = answer
        if status != "OK":
            return self._interrupted(b" ".join(part for part in parts if part).decode("utf-8", "replace"))
        return Fetched(True, tuple(fetch_response.messages(parts)))

    def _interrupted(self, said: str) -> Fetched:
        parts = self._imap.response("FETCH")[1]
        return Fetched(False, tuple(fetch_response.messages(parts)), said)

    def _end_watch(self) -> None:
        self._watch.cancel()
        self._watch.join()
