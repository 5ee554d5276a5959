"""Whose mail is whose: the team's own addresses, and the customer on the other side of a mail.

A shared mailbox is often a Google Group, a Microsoft 365 group or a Mailman list at the team's own domain: what a
customer writes to it comes with the headers of a list although a person wrote to the team. So a list is the team's
own if one of its addresses is the team's or its List-Id lies in one of the team's domains; mail that came by it is
the writer's, under the name that the list may have taken out of From. All other lists stay out of profiles, and so
do newsletters, notices and no-reply senders on the team's own list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from server.free_mail import is_free_mail
from server.mail.mime import Address, Kind, Message
from server.settings import Team as TeamSettings
from server.store import Direction, Mailbox


@dataclass(frozen=True, slots=True)
class Team:
    """The team's own domains and addresses, and further domains of free mail, in lower case."""

    domains: frozenset[str]
    addresses: frozenset[str]
    free_mail: frozenset[str] = frozenset()

    def has(self, address: str) -> bool:
        """Whether an address belongs to the team."""
        lower = address.lower()
        return lower in self.addresses or domain_of(lower) in self.domains

    def is_free_mail(self, domain: str) -> bool:
        """Whether a domain says nothing about the company behind an address."""
        return domain in self.free_mail or is_free_mail(domain)

    def runs(self, message: Message) -> bool:
        """Whether the list or group that a mail came by is the team's own mailbox."""
        came_by = message.came_by
        if came_by is None:
            return False
        return any(self._lies_within(each) for each in (*came_by.addresses, came_by.identity))

    def _lies_within(self, place: str) -> bool:
        return self.has(place) or any(place.endswith((f".{domain}", f"@{domain}")) for domain in self.domains)


class Teams:
    """The team by the settings and the mailboxes, put together anew when one of those comes or goes."""

    def __init__(self, settings: TeamSettings, addresses: Callable[[], tuple[str, ...]]) -> None:
        """`addresses` tells those of the connected mailboxes, in the same tuple while they are the same."""
        self._settings, self._addresses = settings, addresses
        self._known: tuple[tuple[str, ...], Team] | None = None

    def now(self) -> Team:
        """The team as of now."""
        addresses, known = self._addresses(), self._known
        if known is None or known[0] is not addresses:
            known = self._known = addresses, _team(self._settings, addresses)
        return known[1]


def team_of(settings: TeamSettings, mailboxes: Iterable[Mailbox]) -> Team:
    """The team by the settings; without own domains there, by the domains of the connected mailboxes."""
    return _team(settings, (each.address for each in mailboxes))


def _team(settings: TeamSettings, addresses: Iterable[str]) -> Team:
    connected = [each.lower() for each in addresses]
    free = frozenset(settings.free_mail_domains)
    domains = settings.domains or tuple(domain_of(address) for address in connected)
    return Team(
        frozenset(domain for domain in domains if domain not in free and not is_free_mail(domain)),
        frozenset((*connected, *settings.addresses)),
        free,
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


def other_side(message: Message, team: Team, *, sent: bool = False) -> tuple[Direction | None, Address | None]:
    """Which way a mail went and who the customer is; (None, None) for mail within the team or from nobody.

    The sender tells the way, not the folder: so a copy that the team sent to itself (Bcc, or by a rule of the server)
    counts as outgoing where no Sent folder holds one. Only what lies in a Sent folder is the team's under any name.
    """
    writer = writer_of(message)
    if writer is None:
        return None, None
    if not sent and not team.has(writer.address):
        return "in", writer
    own = writer.address.lower()
    recipients = (each for each in (*message.to, *message.cc) if each.address.lower() != own)
    outside = next((each for each in recipients if not team.has(each.address)), None)
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
