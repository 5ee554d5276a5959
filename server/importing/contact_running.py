"""Stores a list of contacts, and joins or proposes to join the addresses of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from server.errors import Conflict
from server.importing.contact_files import Found
from server.store import Contact, Refused, Store, Tally

TOGETHER = 250  # contacts in one transaction
MOST_KEPT = 10_000  # proposals


class ContactList(Protocol):
    """A file of contacts."""

    def contacts(self) -> Iterator[Found]:
        """Every contact of it; raises ImportRefused."""


@dataclass(slots=True)
class Outcome:
    """What became of a list; `proposed` are people whose addresses are not joined."""

    tally: Tally = field(default_factory=Tally)
    joined: int = 0
    proposed: list[tuple[str, ...]] = field(default_factory=list)


def store_contacts(
    listed: ContactList,
    name: str,
    store: Store,
    now: datetime,
    *,
    join: bool,
    dry_run: bool,
    progress: Callable[[int, int], None],
    told: Callable[[Refused], None],
) -> Outcome:
    """Stores all contacts under a source; run again, it changes only what the list says otherwise."""
    outcome = Outcome()
    source = None if dry_run else store.imports.open(name, None, now)
    waiting: list[Contact] = []

    def refuse(refused: Refused) -> None:
        told(refused)
        mistakes = int(refused.is_mistake)
        outcome.tally += Tally(read=1, mistakes=mistakes, left_out=1 - mistakes)

    def store_waiting() -> None:
        if source is not None:
            outcome.tally += store.contacts.save(source.id, waiting, now)
        else:
            outcome.tally += _would_be(waiting, store)
        for each in waiting:
            _join(each, store, source.id if source and join else None, now, outcome, refuse)
        waiting.clear()

    for found in listed.contacts():
        if isinstance(found.contact, Refused):
            refuse(found.contact)
        else:
            waiting.append(found.contact)
        if len(waiting) == TOGETHER:
            store_waiting()
            progress(found.position, outcome.tally.read)
    store_waiting()
    return outcome


def _would_be(contacts: list[Contact], store: Store) -> Tally:
    addresses = [address for each in contacts for address in each.addresses]
    known = sum(store.contacts.of(address) is not None for address in addresses)
    return Tally(read=len(addresses), new=len(addresses) - known, known=known)


def _join(
    contact: Contact,
    store: Store,
    source_id: int | None,
    now: datetime,
    outcome: Outcome,
    refuse: Callable[[Refused], None],
) -> None:
    if len(contact.addresses) < 2:
        return
    person = store.people.of(contact.addresses[0])
    apart = [each for each in contact.addresses if each not in person.addresses]
    if not apart:
        return
    if source_id is None:
        if len(outcome.proposed) < MOST_KEPT:
            outcome.proposed.append((person.address, *apart))
        return
    try:
        joined = store.people.join(person.address, apart, now)
    except Conflict as error:
        refuse(Refused(contact.addresses[0], f"cannot be joined: {error}"))
        return
    store.contacts.join(source_id, joined.address, apart)
    outcome.joined += 1
