"""Whom a request comes from and whether it came by TLS, as a proxy in front says; believed of proxies we know alone."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    Network = ipaddress.IPv4Network | ipaddress.IPv6Network

TOLD = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_FORWARDED",
    "HTTP_X_REQUEST_ID",
)
"""What proxies tell; anybody else may write it, too."""

CAME_BY_PROXY = "einklang.came_by_proxy"
"""In the environment of a request that says itself that it was handed on, whether it is believed or not."""
SIGNS_OF_PROXIES = frozenset({*TOLD, "HTTP_VIA"} - {"HTTP_X_REQUEST_ID"})


class KnownProxies:
    """A WSGI application that takes address and scheme from the headers of known proxies, and of nobody else.

    The host stays what the request says (proxies hand it on as Host): a client could write X-Forwarded-Host itself.
    """

    def __init__(self, app: WSGIApplication, proxies: Sequence[str]) -> None:
        """`proxies` are addresses or networks, such as "10.0.0.0/8"."""
        self._app = app
        self._behind = ProxyFix(app, x_for=1, x_proto=1, x_host=0, x_port=0, x_prefix=0)
        self._networks: tuple[Network, ...] = tuple(ipaddress.ip_network(each, strict=False) for each in proxies)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[CAME_BY_PROXY] = not SIGNS_OF_PROXIES.isdisjoint(environ)
        if not self._knows(str(environ.get("REMOTE_ADDR", ""))):
            for name in TOLD:
                environ.pop(name, None)
            return self._app(environ, start_response)
        # One proxy after another adds to the list: what the last unknown one of them is called is the client.
        chain = [each.strip() for each in str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",") if each.strip()]
        while len(chain) > 1 and self._knows(chain[-1]):
            chain.pop()
        if chain and is_address(chain[-1]):
            environ["HTTP_X_FORWARDED_FOR"] = chain[-1]
        else:
            environ.pop("HTTP_X_FORWARDED_FOR", None)
        if environ.get("HTTP_X_FORWARDED_PROTO") not in ("http", "https"):
            environ.pop("HTTP_X_FORWARDED_PROTO", None)
        return self._behind(environ, start_response)

    def _knows(self, address: str) -> bool:
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
            found = found.ipv4_mapped
        return any(found in each for each in self._networks)


def is_address(text: str) -> bool:
    """Whether this is an IP address, and no name."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
