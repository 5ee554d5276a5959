"""Under which names this server answers: a page elsewhere must not reach it by a name of its own (DNS rebinding)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, Response, request

from server.loopback import host_of, is_loopback
from server.settings import Web
from server.web.forwarded import is_address
from server.web.refusal import Refusal

NOT_OURS = Refusal(
    421,
    "Misdirected Request",
    "This server is not known by this name. If it should be: web.public_url or web.hosts in its settings.",
)
# programs that watch a server ask by address
ALWAYS = frozenset({"health.health", "health.live", "health.ready", "metrics.metrics"})


def refuse_other_hosts(app: Flask, web: Web) -> None:
    """Has the application answer 421 to requests for a host that is none of its own."""
    knows = known(web)

    @app.before_request
    def refuse() -> Response | None:
        if request.endpoint in ALWAYS or knows(host_of(request.environ.get("HTTP_HOST", ""))):
            return None
        return NOT_OURS.as_response()


def known(web: Web) -> Callable[[str], bool]:
    """Whether a host, without its port, is this server."""
    listed = {web.host.lower(), *(each.lower() for each in web.hosts)}
    if web.public_url:
        listed.add((urlsplit(web.public_url).hostname or "").lower())
    # Listening on all addresses under no name that was set: then by any address, for no page elsewhere has one.
    is_anywhere = web.host in ("0.0.0.0", "::") and not web.public_url  # noqa: S104 # nosec B104 - only looked at

    def knows(host: str) -> bool:
        host = host.lower().removesuffix(".")
        return host in listed or is_loopback(host) or (is_anywhere and is_address(host))

    return knows
