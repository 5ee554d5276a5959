"""How often one user and one address may ask: figures per class of route, kept by Flask-Limiter.

A user at work stays far below: a panel asks at most every 300 ms while somebody types. What was refused for want of a
valid token counts for the address, so that nobody can try tokens for long; a token that is known to be good is not
kept waiting by others at the same address.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Any

from flask import Flask, Response, g, request
from flask_limiter import ApplicationLimit, Limiter, RateLimitExceeded

from server.sign_in.slowing import connection_of
from server.web.dashboard.visitor import shown_session
from server.web.refusal import Refusal
from server.web.shared_counts import SharedCounts
from server.web.shared_limits import SCHEME as SHARED

FREE = "free"
READ, WORK, WRITE, MODEL, PAGE = "read", "work", "write", "model", "page"
FILE, OPEN, DESCRIPTION = "file", "open", "description"

WINDOW = 60  # seconds, of every limit
PER_MINUTE: Mapping[str, int] = {
    READ: 600,  # what the API tells
    WORK: 300,  # assessments: 200 a minute is somebody who types without a pause
    WRITE: 240,  # what changes something
    MODEL: 20,  # whole mails by a language model, each of which takes seconds
    PAGE: 300,  # the dashboard
    FILE: 3_000,  # scripts and pictures: a whole team may share one address
    OPEN: 300,  # links that customers answer
    DESCRIPTION: 30,  # made anew each time, and needs no sign-in
}
"""Class -> requests of one user (else of one address) a minute; a multiple of what was seen in use."""

REFUSED_PER_MINUTE = 120  # 401 answers to one address, after which only known tokens are heard
KNOWN_TOKENS, KNOWN_FOR = 5_000, 3_600.0  # so many tokens are remembered as good, for so many seconds

BY_ENDPOINT: Mapping[str, str] = {
    "health.health": FREE,
    "health.live": FREE,
    "health.ready": FREE,
    "assessments.create": WORK,
    "rewrites.create": MODEL,
    "dashboard.static_file": FILE,
    "openapi": DESCRIPTION,
    "answer.style": FILE,
}
BY_BLUEPRINT: Mapping[str, str] = {"pages": FILE, "outlook": FILE, "answer": OPEN, "dashboard": PAGE}


def class_of(endpoint: str | None, blueprint: str | None, method: str) -> str:
    """The class of a route."""
    first = (blueprint or "").partition(".")[0]
    found = BY_ENDPOINT.get(endpoint or "") or BY_BLUEPRINT.get(first)
    if endpoint is None:
        return PAGE  # no such page: counted, too
    if found == PAGE and method not in ("GET", "HEAD", "OPTIONS"):
        return WRITE
    return found or (READ if method in ("GET", "HEAD", "OPTIONS") else WRITE)


def limit_rates(app: Flask, storage: str, counts: SharedCounts | None = None) -> Limiter:
    """Has the application answer 429 to whoever asks too often.

    `storage` is a Redis address or "": then it is counted in `counts`, with all processes that share them, or, without
    them, in this process.
    """
    known = KnownTokens() if counts is None else SharedTokens(counts)
    kept_in, options = _kept_in(storage, counts)

    def key() -> str:
        # A token that is only claimed would bring a fresh allowance each time: until it was good the address counts.
        claimed = _claimed()
        return claimed if claimed and known.has(claimed) else _address()

    limits = [
        ApplicationLimit(_allowed, key_function=key, scope=lambda _: _class()),
        ApplicationLimit(
            f"{REFUSED_PER_MINUTE} per minute",
            key_function=_address,
            scope="refused",
            exempt_when=lambda: _is_free() or known.has(_claimed()),
            deduct_when=lambda response: response.status_code == 401,
        ),
    ]
    limiter = Limiter(
        _address,
        app=app,
        application_limits=list(limits),
        storage_uri=kept_in,
        storage_options=options,
        strategy="fixed-window",
        headers_enabled=False,
        in_memory_fallback_enabled=bool(storage),
        request_identifier=lambda: request.endpoint or "no such page",
    )

    @app.errorhandler(RateLimitExceeded)
    def slow_down(error: RateLimitExceeded) -> Response:
        until = limiter.current_limit.reset_at if limiter.current_limit else time.time() + 60
        wait = max(1, int(until - time.time()) + 1)
        return Refusal(429, "Too Many Requests", f"Too many requests. Try again in {wait} s.", wait).as_response()

    @app.after_request
    def remember(response: Response) -> Response:
        if response.status_code < 400 and _is_let_in() and (claimed := _claimed()):
            known.add(claimed)
        return response

    return limiter


class KnownTokens:
    """Tokens and sessions that were good lately, by their hash; in bounded memory."""

    def __init__(self) -> None:
        self._until: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def add(self, claimed: str) -> None:
        """Remembers who was let in."""
        with self._lock:
            self._until[claimed] = time.monotonic() + KNOWN_FOR
            self._until.move_to_end(claimed)
            while len(self._until) > KNOWN_TOKENS:
                self._until.popitem(last=False)

    def has(self, claimed: str) -> bool:
        """Whether it was let in lately."""
        with self._lock:
            return self._until.get(claimed, 0.0) > time.monotonic()


class SharedTokens:
    """The same for several processes; a table of theirs has the memory."""

    def __init__(self, counts: SharedCounts) -> None:
        self._counts = counts

    def add(self, claimed: str) -> None:
        """Remembers who was let in."""
        self._counts.put(f"known {claimed}", KNOWN_FOR)

    def has(self, claimed: str) -> bool:
        """Whether it was let in lately."""
        return bool(claimed) and self._counts.of(f"known {claimed}")[0] > 0


def _claimed() -> str:
    """Which token or session a request shows, as a hash; empty where it shows none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    shown = token.strip() if scheme.lower() == "bearer" else shown_session(request)
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()[:32] if shown else ""


def _is_let_in() -> bool:
    """Whether a view found out that the token or session of this request is good."""
    visitor = getattr(g, "einklang_visitor", None)
    return "einklang_access" in g or (visitor is not None and visitor.is_in)


def _address() -> str:
    return connection_of(request.remote_addr or "nowhere")


def _class() -> str:
    return class_of(request.endpoint, request.blueprint, request.method)


def _allowed() -> str:
    most = PER_MINUTE.get(_class())
    return f"{most} per minute" if most else ""


def _is_free() -> bool:
    return _class() == FREE


def _kept_in(storage: str, counts: SharedCounts | None) -> tuple[str, dict[str, Any]]:
    """What Flask-Limiter calls the place, and what it hands on to it."""
    if storage:
        return storage, {"socket_connect_timeout": 1, "socket_timeout": 1} if storage.startswith("redis") else {}
    return ("memory://", {}) if counts is None else (f"{SHARED}://", {"counts": counts})
