"""Tells other programs what happened: signed as Standard Webhooks says, at least once, with back-off and jitter."""

from __future__ import annotations

import base64
import binascii
import email.utils
import hmac
import http.client
import logging
import random
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from server.errors import ServerError
from server.settings_sections import Webhooks
from server.store import Delivery, Store
from server.version import VERSION

log = logging.getLogger(__name__)

# Standard Webhooks 1.0.0, "Deliverability and reliability": quick tries first, then over three days
AFTER = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
TRIES = len(AFTER) + 1
JITTER = 0.2  # of the wait, so that all that failed together does not come again together
WITHIN = 15.0  # seconds for one answer; the specification advises 15 to 30
HELD = timedelta(minutes=5)  # a process that takes deliveries and is killed gives them back after that
AT_ONCE = 10  # taken in one go: even if every address hangs they are done before others may take them
RUNS = 20  # so many goes, then others in this process have their turn
REST = timedelta(minutes=1)  # for an address that does not answer at all
KEPT = timedelta(days=30)
LONGEST_WAIT = timedelta(hours=24)  # that an address may ask for by Retry-After
FEWEST_BYTES, MOST_BYTES = 24, 64  # of a secret, by the specification
SECRET = "whsec_"  # noqa: S105 - how one begins


class WebhookSecretError(ServerError):
    """The secret that signs is missing or none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address said: the HTTP status, None where it said nothing; `wait` is what it asked for."""

    status: int | None
    problem: str = ""
    wait: timedelta | None = None

    @property
    def taken(self) -> bool:
        """Whether the event has arrived."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def gone(self) -> bool:
        """Whether nothing is ever to be sent there again."""
        return self.status == http.client.GONE


Post = Callable[[Delivery, datetime], Answer]
"""Sends one event to its address; what goes wrong is an answer, too."""


def key_of(secret: str) -> bytes:
    """The key of a secret "whsec_..." with 24 to 64 bytes in base64; raises WebhookSecretError."""
    try:
        key = base64.b64decode(secret.removeprefix(SECRET), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not secret.startswith(SECRET) or not FEWEST_BYTES <= len(key) <= MOST_BYTES:
        raise WebhookSecretError(
            "EINKLANG_WEBHOOKS_SECRET is no secret for webhooks: it is 'whsec_' and 24 to 64 bytes in base64. "
            "A fresh one: echo whsec_$(openssl rand -base64 32)"
        )
    return key


def signature(key: bytes, event_id: str, at: datetime, payload: str) -> str:
    """The value of the header webhook-signature, after Standard Webhooks: v1,BASE64(HMAC-SHA256(id.timestamp.body))."""
    signed = f"{event_id}.{int(at.timestamp())}.{payload}"
    return "v1," + base64.b64encode(hmac.digest(key, signed.encode(), "sha256")).decode()


@dataclass(frozen=True, slots=True)
class SignedPost:
    """Sends events by HTTP. It follows no redirect, takes no proxy or password from the environment and verifies TLS.

    `context` is for servers whose certificate this machine does not know.
    """

    key: bytes = field(repr=False)
    within: float = WITHIN
    context: ssl.SSLContext | None = field(default=None, repr=False)

    def __call__(self, delivery: Delivery, now: datetime) -> Answer:
        body = delivery.payload.encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"Einklang/{VERSION}",
            "Connection": "close",
            "webhook-id": delivery.event_id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": signature(self.key, delivery.event_id, now, delivery.payload),
        }
        parts = urlsplit(delivery.url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection = self._connection(delivery.url)
        try:
            connection.request("POST", path, body, headers)
            return _answer(connection.getresponse(), now)  # the body is of no interest and is not read
        except (OSError, http.client.HTTPException) as error:
            return Answer(None, _in_words(error, self.within))
        finally:
            connection.close()

    def _connection(self, url: str) -> http.client.HTTPConnection:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = self.context or ssl.create_default_context()
            return http.client.HTTPSConnection(host, parts.port, timeout=self.within, context=context)
        return http.client.HTTPConnection(host, parts.port, timeout=self.within)


def deliver_due(
    store: Store, now: datetime, post: Post, wanted: Webhooks, *, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Sends what is due to the addresses of the settings until `stopped` says so; returns how much of it arrived.

    An event arrives at least once: a process killed between sending and noting it sends it again, with the same id.
    Those of one address need not arrive in their order.
    """
    if not store.outbox.has_work(now):
        return 0
    store.outbox.spread(wanted.urls, wanted.events or None, now)
    arrived = 0
    silent: set[str] = set()  # addresses that did not answer: each would be waited for again and again
    for _ in range(RUNS):
        found = store.outbox.take_due(now, now + HELD, AT_ONCE)
        for each in found:
            if stopped():
                store.outbox.put_back(each, now)
                continue
            if each.url in silent:
                store.outbox.put_back(each, now + REST)
                continue
            answer = post(each, now)
            arrived += answer.taken
            if answer.status is None:
                silent.add(each.url)
            _note(each, answer, store, now)
        if silent or len(found) < AT_ONCE or stopped():
            break  # the next run comes soon, and knows what time it is
    store.outbox.drop(now - KEPT)
    return arrived


def site_of(url: str) -> str:
    """The site of an address, without what follows: that may be a secret."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _note(delivery: Delivery, answer: Answer, store: Store, now: datetime) -> None:
    if answer.taken:
        store.outbox.delivered(delivery, now)
    elif answer.gone or delivery.tries >= TRIES:
        store.outbox.dead(delivery, answer.problem, now)
        log.warning("%s to %s is given up: %s", delivery.type, site_of(delivery.url), answer.problem)
    else:
        store.outbox.failed(delivery, answer.problem, now + _wait(delivery.tries, answer))


def _wait(tries: int, answer: Answer) -> timedelta:
    planned = AFTER[tries - 1] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - no secret
    return max(planned, min(answer.wait, LONGEST_WAIT)) if answer.wait else planned


def _answer(response: http.client.HTTPResponse, now: datetime) -> Answer:
    if 300 <= response.status < 400:
        return Answer(response.status, f"HTTP {response.status}: redirects are not followed, correct the address")
    return Answer(response.status, f"HTTP {response.status}", _asked(response.headers.get("Retry-After"), now))


def _asked(header: str | None, now: datetime) -> timedelta | None:
    """What Retry-After asks for, as seconds or as a date."""
    if not header:
        return None
    if header.strip().isascii() and header.strip().isdigit():
        return timedelta(seconds=min(int(header), LONGEST_WAIT.total_seconds()))
    try:
        return max(email.utils.parsedate_to_datetime(header) - now, timedelta(0))
    except (ValueError, TypeError):
        return None


def _in_words(error: Exception, within: float) -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return f"its certificate cannot be verified: {error.verify_message}"
        case TimeoutError():
            return f"no answer within {within:g} s"
        case ConnectionRefusedError():
            return "the connection was refused: nothing listens there"
        case socket.gaierror():
            return "its name cannot be resolved"
        case http.client.HTTPException():
            return "what answers there does not speak HTTP, or stopped in the middle"
        case _:
            return f"the connection failed: {getattr(error, 'strerror', None) or type(error).__name__}"
