"""Whose mail is whose: the team's own addresses, and the customer on the other side of a mail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.mail.mime import Address, Message
from server.settings import Team as TeamSettings
from server.store import Direction, Mailbox

# Providers where a domain says nothing about the company behind an address.
FREE_MAIL = frozenset(
    """gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de
    mailbox.org outlook.com outlook.de hotmail.com hotmail.de live.com live.de msn.com yahoo.com yahoo.de
    yahoo.co.uk icloud.com me.com mac.com aol.com arcor.de protonmail.com proton.me bluewin.ch aon.at
    fastmail.com""".split()
)


@dataclass(frozen=True, slots=True)
class Team:
    """The team's own domains and addresses, in lower case."""

    domains: frozenset[str]
    addresses: frozenset[str]

    def has(self, address: str) -> bool:
        """Whether an address belongs to the team."""
        lower = address.lower()
        return lower in self.addresses or domain_of(lower) in self.domains


def team_of(settings: TeamSettings, mailboxes: Iterable[Mailbox]) -> Team:
    """The team by the settings; without own domains there, by the domains of the connected mailboxes."""
    connected = [each.address.lower() for each in mailboxes]
    domains = settings.domains or tuple(domain_of(address) for address in connected)
    return Team(
        frozenset(domain for domain in domains if domain not in FREE_MAIL),
        frozenset((*connected, *settings.addresses)),
    )


def domain_of(address: str) -> str:
    """What stands behind the @, in lower case."""
    return address.rpartition("@")[2].lower()


def other_side(message: Message, team: Team) -> tuple[Direction | None, Address | None]:
    """Which way a mail went and who the customer is; (None, None) for mail within the team or from nobody."""
    if message.from_ is None:
        return None, None
    if not team.has(message.from_.address):
        return "in", message.from_
    outside = next((each for each in (*message.to, *message.cc) if not team.has(each.address)), None)
    return ("out", outside) if outside else (None, None)


def customer_among(recipients: Iterable[str], team: Team) -> str | None:
    """The first recipient outside the team."""
    found = (address_in(each) for each in recipients)
    return next((each for each in found if each and not team.has(each)), None)


def address_in(text: str) -> str | None:
    """The address in "anna@kunde.example" or "Anna Krause <anna@kunde.example>", in lower case; None without one."""
    _, opened, rest = text.rpartition("<")
    address = (rest.partition(">")[0] if opened else text).strip().lower()
    return address if "@" in address else None
