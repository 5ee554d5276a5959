"""Which hosts are this machine itself, and which host a request names."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its address or by the name localhost."""
    if host.lower() in {"localhost", "localhost."}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(header: str) -> str:
    """The host of a Host header without its port; as it stands where that cannot be told."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return header
