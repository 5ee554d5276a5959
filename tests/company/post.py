"""Mail that customers and the team write while everything is made to fail: the same for the same seed."""

from __future__ import annotations

import imaplib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from itertools import count, cycle

from server.demo.dovecot import Dovecot
from server.demo.stories import mails

DOMAIN = "vendor.example"
PASSWORD = "a password of no importance"
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
PEOPLE = 24
COPIED = 0.25  # of the mails to others than those who are asked about reach two mailboxes
OUTGOING = 0.4
LEAST_WORDS = 25  # of a mail of somebody who is asked about: each teaches something


def mailboxes(many: int) -> list[str]:
    """The addresses of the team."""
    return [f"team-{number}@{DOMAIN}" for number in range(many)]


@dataclass(frozen=True, slots=True)
class Person:
    """A customer with a company of their own. `is_asked_about`: only this person writes, and no mail comes twice."""

    address: str
    name: str
    language: str
    is_asked_about: bool
    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail and the folders that it reaches."""

    header_id: str
    person: str
    places: tuple[tuple[str, str], ...]
    raw: bytes = field(repr=False)


def people() -> list[Person]:
    """Customers who write what the demo's customers write."""
    texts = defaultdict(list)
    for each in mails(NOW):
        if each.customer is not None and each.folder == "INBOX" and len(each.authored.split()) >= LEAST_WORDS:
            texts[each.language, each.customer].append(each.authored)
    voices = cycle(sorted(texts.items()))
    found = []
    for number in range(PEOPLE):
        (language, _), written = next(voices)
        name = f"Person{number} Nummer{number}"
        found.append(Person(f"p{number}@firma-{number}.example", name, language, number % 2 == 0, tuple(written)))
    return found


def letters(team: Sequence[str], seed: int) -> Iterator[Letter]:
    """Endlessly mail, each with a Message-ID of its own."""
    chance = random.Random(seed)
    everybody = people()
    for number in count(1):
        person = chance.choice(everybody)
        mine = everybody.index(person) % len(team)
        boxes = [team[mine]]
        outgoing = not person.is_asked_about and chance.random() < OUTGOING
        if not person.is_asked_about and not outgoing and chance.random() < COPIED:
            boxes.append(team[(mine + 1) % len(team)])
        header_id = f"chaos-{seed}-{number}@mail.example"
        made = EmailMessage()
        inside, outside = ", ".join(boxes), f"{person.name} <{person.address}>"
        made["From"], made["To"] = (inside, outside) if outgoing else (outside, inside)
        made["Subject"], made["Message-ID"] = f"Anfrage {number}", f"<{header_id}>"
        made["Date"] = NOW - timedelta(days=chance.randrange(300), minutes=number)
        made.set_content(chance.choice(person.texts))
        folder = "Sent" if outgoing else "INBOX"
        yield Letter(header_id, person.address, tuple((box, folder) for box in boxes), made.as_bytes())


class Postman:
    """Puts letters into the mailboxes by IMAP and notes which."""

    def __init__(self, server: Dovecot, source: Iterator[Letter]) -> None:
        self._server, self._source = server, source
        self._connections: dict[str, imaplib.IMAP4] = {}
        self.delivered: list[Letter] = []

    def deliver(self, many: int) -> None:
        """Brings so many letters, each to all its places."""
        for _ in range(many):
            letter = next(self._source)
            for box, folder in letter.places:
                answer, _ = self._to(box).append(folder, "", NOW, letter.raw)
                assert answer == "OK", answer
            self.delivered.append(letter)

    def close(self) -> None:
        """Ends the connections."""
        for each in self._connections.values():
            each.logout()
        self._connections.clear()

    def _to(self, box: str) -> imaplib.IMAP4:
        if box not in self._connections:
            connection = imaplib.IMAP4(self._server.host, self._server.port)
            connection.login(box, PASSWORD)
            connection.create("Sent")
            self._connections[box] = connection
        return self._connections[box]
