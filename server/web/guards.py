"""What stands before every page and resource: whom a request comes from, its host, its rate, its size."""

from __future__ import annotations

from flask import Flask

from server.settings import Web
from server.web.body_limit import limit_bodies
from server.web.forwarded import KnownProxies
from server.web.known_hosts import refuse_other_hosts
from server.web.rates import limit_rates
from server.web.shared_counts import SharedCounts


def stand_before(app: Flask, web: Web, counts: SharedCounts | None = None) -> None:
    """Hangs the guards into the application, in the order in which they are asked.

    `counts` are shared with the other processes of this web server, where there are any.
    """
    app.wsgi_app = KnownProxies(app.wsgi_app, web.trusted_proxies)  # type: ignore[method-assign]
    refuse_other_hosts(app, web)
    limit_rates(app, web.rate_limit_storage, counts)
    limit_bodies(app)
