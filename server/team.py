"""Whose mail is whose: the team's own addresses, and the customer on the other side of a mail.

A shared mailbox is often a Google Group, a Microsoft 365 group or a Mailman list at the team's own domain: what a
customer writes to it comes with the headers of a list although a person wrote to the team. So a list is the team's
own if one of its addresses is the team's or its List-Id lies in one of the team's domains; mail that came by it is
the writer's, under the name that the list may have taken out of From. All other lists stay out of profiles, and so
do newsletters, notices and no-reply senders on the team's own list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.mail.mime import Address, Kind, Message
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

    def runs(self, message: Message) -> bool:
        """Whether the list or group that a mail came by is the team's own mailbox."""
        came_by = message.came_by
        if came_by is None:
            return False
        return any(self._lies_within(each) for each in (*came_by.addresses, came_by.identity))

    def _lies_within(self, place: str) -> bool:
        return self.has(place) or any(place.endswith((f".{domain}", f"@{domain}")) for domain in self.domains)


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


def kind_for(message: Message, team: Team) -> Kind:
    """What a mail is to this team: what came by the team's own list is as personal as mail without one."""
    return Kind.PERSONAL if message.kind is Kind.LIST and team.runs(message) else message.kind


def writer_of(message: Message) -> Address | None:
    """Who wrote a mail, also where a list put itself into From in their place."""
    came_by = message.came_by
    return came_by.writer if came_by and came_by.writer else message.from_


def other_side(message: Message, team: Team) -> tuple[Direction | None, Address | None]:
    """Which way a mail went and who the customer is; (None, None) for mail within the team or from nobody."""
    writer = writer_of(message)
    if writer is None:
        return None, None
    if not team.has(writer.address):
        return "in", writer
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
