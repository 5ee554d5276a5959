"""For what wrong tries are counted, so that guessing is slow and nobody can keep somebody else out.

A name is slowed down after five wrong tries, an address after twenty, both up to fifteen minutes. A browser in which
somebody signed in before is known by a cookie and counts for itself alone: strangers who try a name, however often, do
not stand in the way of its owner (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
"""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.secrets import Vault
from server.store import Counted

OF_A_NAME, OF_A_BROWSER, OF_A_CODE = 5, 5, 5
OF_AN_ADDRESS = 20  # a whole office may come from one address
HOME = 64  # bits of an IPv6 address that name one connection
KNOWN_FOR = timedelta(days=180)
KNOWN = "known browser"  # whom the cookie's token is for


@dataclass(frozen=True, slots=True)
class Asker:
    """Where somebody asks from: the address, the cookie of a known browser, the browser's own words."""

    address: str
    known: str = field(default="", repr=False)
    agent: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Slowing:
    """What one try is counted for: what a success has forgotten, and what it leaves as it was."""

    own: Counted
    shared: tuple[Counted, ...] = ()

    @property
    def all(self) -> tuple[Counted, ...]:
        """Everything that the try is counted for."""
        return (self.own, *self.shared)


def for_password(name: str, account: tuple[int, datetime] | None, asker: Asker, vault: Vault, now: datetime) -> Slowing:
    """Of a password for a name; `account` is its number and since when its password is what it is, if there is one."""
    browser = _browser(asker, account, vault, now)
    if browser:
        return Slowing(Counted(vault.code_hash(f"browser {browser}"), OF_A_BROWSER))
    return Slowing(Counted(vault.code_hash(f"name {name.casefold()}"), OF_A_NAME), (for_address(asker, vault),))


def for_code(account: tuple[int, datetime], asker: Asker, vault: Vault, now: datetime) -> Slowing:
    """Of a code, after the password was right."""
    browser = _browser(asker, account, vault, now)
    return Slowing(Counted(vault.code_hash(f"code {browser or account[0]}"), OF_A_CODE))


def for_session(session_id: int, vault: Vault) -> Slowing:
    """Of a password that is asked for once more within a session."""
    return Slowing(Counted(vault.code_hash(f"session {session_id}"), OF_A_BROWSER))


def for_address(asker: Asker, vault: Vault) -> Counted:
    """Of everything that comes from one address, or from one connection of it."""
    return Counted(vault.code_hash(f"address {connection_of(asker.address)}"), OF_AN_ADDRESS)


def connection_of(address: str) -> str:
    """The address, or for IPv6 the network of a connection: within that its owner chooses freely.

    A server that listens on `::` is told of IPv4 clients as "::ffff:192.0.2.1"; each of them is its own.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or ipaddress.ip_network((found, HOME), strict=False))


def known_browser(account: tuple[int, datetime], vault: Vault, now: datetime) -> str:
    """What the cookie of a browser holds in which this account signed in; worthless after another password is set."""
    return vault.mint(f"{_whose(account)} {secrets.token_urlsafe(16)}", KNOWN, KNOWN_FOR, now)


def _browser(asker: Asker, account: tuple[int, datetime] | None, vault: Vault, now: datetime) -> str | None:
    said = vault.verify(asker.known, KNOWN, now) if asker.known and account else None
    return said if said and account and said.startswith(f"{_whose(account)} ") else None


def _whose(account: tuple[int, datetime]) -> str:
    return f"{account[0]} {account[1].timestamp()}"
