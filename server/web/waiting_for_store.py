"""A web process whose database is away when it starts: it says so until the database is there."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable
from threading import Lock
from typing import TYPE_CHECKING

from coach.errors import CoachError
from server.errors import ServerError, StoreAway
from server.version import VERSION
from server.web.refusal import Refusal

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

AGAIN = 1.0  # seconds between two tries
UNFIT = Refusal(503, "Cannot begin", "This server cannot begin; its log says why.", retry_after=2)
LIVE = "/health/live"  # asks for the process alone: whoever starts dead ones anew must not end one that waits


class WaitingForStore:
    """A WSGI application that becomes another one as soon as that can be made, which is tried when somebody asks."""

    def __init__(
        self, make: Callable[[], WSGIApplication], why: str, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """`make` raises StoreAway as long as the database is away; `why` is what it said last."""
        self._make, self._seconds = make, seconds
        self._refusal = _away(why)
        self._made: WSGIApplication | None = None
        self._trying = Lock()
        self._tried = seconds()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The answer of the application, or 503."""
        made = self._made or self._try()
        if made is not None:
            return made(environ, start_response)
        if environ.get("PATH_INFO") == LIVE:
            start_response("200 OK", [("Content-Type", "application/json"), ("Cache-Control", "no-store")])
            return [json.dumps({"status": "ok", "version": VERSION}).encode()]
        return self._refusal.answer(start_response)

    def _try(self) -> WSGIApplication | None:
        """One thread tries; the others are told at once."""
        if not self._trying.acquire(blocking=False):
            return None
        try:
            if self._made is None and self._seconds() >= self._tried + AGAIN:
                self._tried = self._seconds()
                self._made = self._make()
        except StoreAway as error:
            self._refusal = _away(str(error))
        except (ServerError, CoachError) as error:  # such as tables of a newer version, or a key that cannot be read
            log.error("this server cannot begin: %s", error)
            self._refusal = UNFIT
        finally:
            self._trying.release()
        return self._made


def _away(why: str) -> Refusal:
    return Refusal(503, "Database away", why, retry_after=2)
