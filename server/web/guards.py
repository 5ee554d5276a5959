"""What stands before every page and resource: whom a request comes from, its host, its rate, its size."""

from __future__ import annotations

from flask import Flask

from server.settings import Web
from server.web.body_limit import limit_bodies
from server.web.forwarded import KnownProxies
from server.web.known_hosts import refuse_other_hosts
from server.web.rates import limit_rates


def stand_before(app: Flask, web: Web) -> None:
    """Hangs the guards into the application, in the order in which they are asked."""
    app.wsgi_app = KnownProxies(app.wsgi_app, web.trusted_proxies)  # type: ignore[method-assign]
    refuse_other_hosts(app, web)
    limit_rates(app, web.rate_limit_storage)
    limit_bodies(app)
