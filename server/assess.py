"""Draft + customer -> Assessment: finds the customer, takes their profile and their company's, asks the coach."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from threading import Lock

from coach import Assessment, Coach, Context, Profile
from coach.engine import LEAST_MAILS
from coach.profile import merged
from coach.reply import greeting_of
from server.address import Standings
from server.ingest import profile_of
from server.store import CONTACT, Customer, ProfileState, Store, StoredProfile
from server.team import FREE_MAIL, Team, address_in, customer_among, domain_of

CACHED_PROFILES = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """What a mail client hands over."""

    text: str = field(repr=False)
    subject: str = field(default="", repr=False)
    customer: str | None = None
    recipients: tuple[str, ...] = ()
    reply_to: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment with whom it is about. `basis` says whose habits were taken: "contact" or "account";
    `mails` how many mails those habits rest on."""

    assessment: Assessment
    address: str | None
    customer: Customer | None
    basis: str | None
    mails: int


class ProfileShelf:
    """Parsed profiles, as fresh as the store: what changed since it was read is read again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.standings = Standings(store)
        self._read: OrderedDict[str, tuple[tuple[ProfileState, ...], Profile]] = OrderedDict()
        self._lock = Lock()

    def contact(self, address: str) -> Profile:
        """How this address writes, in all its languages."""
        profiles = self._store.profiles
        return self._fresh(address, profiles.states(address), lambda: profiles.list(CONTACT, key=address))

    def account(self, domain: str) -> Profile:
        """How the people of this mail domain write."""
        profiles = self._store.profiles
        return self._fresh(f"@{domain}", profiles.states_of_domain(domain), lambda: profiles.of_domain(domain))

    def _fresh(
        self, key: str, states: tuple[ProfileState, ...], read: Callable[[], Iterable[StoredProfile]]
    ) -> Profile:
        with self._lock:
            known = self._read.get(key)
            if known and known[0] == states:
                self._read.move_to_end(key)
                return known[1]
        # Read after the states: what is newer than they say differs from them next time, and is read again.
        profile = merged(profile_of(each.body) for each in read())
        with self._lock:
            self._read[key] = (states, profile)
            self._read.move_to_end(key)
            while len(self._read) > CACHED_PROFILES:
                self._read.popitem(last=False)
        return profile


def assess(draft: Draft, *, store: Store, shelf: ProfileShelf, coach: Coach, team: Team, now: datetime) -> Judged:
    """How well a draft fits the customer it goes to."""
    address = (address_in(draft.customer) if draft.customer else None) or customer_among(draft.recipients, team)
    customer = store.customers.get(address) if address else None
    own, account = _profiles(address, shelf) if address else (Profile(), Profile())
    context = Context(
        draft.reply_to,
        salutation=_salutation(address, store) if address else "",
        address=shelf.standings.of(customer) if customer else {},
    )
    assessment = coach.assess(draft.text, own, context, wider=(account,), now=now)
    speaking, basis = _speaking(own, account)
    return Judged(assessment, address, customer, basis, speaking.samples)


def _salutation(address: str, store: Store) -> str:
    """The greeting of the team's latest mail to this customer; empty where there is none or its text is gone."""
    last = store.messages.last_outgoing(address)
    return _greeting(last.authored) if last and last.authored else ""


@lru_cache(CACHED_PROFILES)
def _greeting(text: str) -> str:
    found = greeting_of(text)
    return found.of(text) if found else ""


def _profiles(address: str, shelf: ProfileShelf) -> tuple[Profile, Profile]:
    """How this customer writes, and how the people of their company write (nobody, at a free mail provider)."""
    domain = domain_of(address)
    return shelf.contact(address), Profile() if domain in FREE_MAIL else shelf.account(domain)


def _speaking(own: Profile, account: Profile) -> tuple[Profile, str | None]:
    """Whose habits count for most: the customer's, or with hardly any mail of theirs those of the company."""
    if own.samples < LEAST_MAILS and account.samples > own.samples:
        return account, "account"
    return own, "contact" if own.samples else None
