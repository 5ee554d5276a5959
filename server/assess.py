"""Draft + customer -> Assessment: finds the customer, takes their profile and their company's, asks the coach."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from threading import Lock

from coach import Assessment, Coach, Context, Profile
from coach.engine import LEAST_MAILS
from coach.model import Relationship
from coach.profile import merged
from coach.reply import greeting_of
from coach.ruleset import RuleSet
from server.access import Sight
from server.address import Standings
from server.ingest import profile_of
from server.store import Contacts, Customer, ProfileState, Store, StoredProfile
from server.team import Team, address_in, customer_among, domain_of

CACHED_PROFILES = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """What a mail client hands over; `attachments` None: it does not say."""

    text: str = field(repr=False)
    subject: str = field(default="", repr=False)
    customer: str | None = None
    recipients: tuple[str, ...] = ()
    reply_to: str = field(default="", repr=False)
    cc: tuple[str, ...] = ()
    attachments: int | None = None
    mailbox: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A draft's text with all that is known around it: whom it goes to, how they (`own`) and the people of their
    company (`account`) write, and which rules' hints the rep has sent away."""

    text: str = field(repr=False)
    address: str | None
    customer: Customer | None
    own: Profile = field(repr=False)
    account: Profile = field(repr=False)
    context: Context = field(repr=False)
    away: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment with whom it is about. `basis` says whose habits were taken: "contact" or "account";
    `mails` how many mails those habits rest on; `dismissed` which rules were silent because the rep sent them away."""

    assessment: Assessment
    address: str | None
    customer: Customer | None
    basis: str | None
    mails: int
    dismissed: frozenset[str] = frozenset()


class ProfileShelf:
    """Parsed profiles, as fresh as the store: what changed since it was read is read again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.standings = Standings(store)
        self._read: OrderedDict[tuple[str, Sight], tuple[tuple[ProfileState, ...], Profile]] = OrderedDict()
        self._lock = Lock()

    def contact(self, address: str, *, sight: Sight) -> Profile:
        """How this address writes, in all its languages."""
        profiles = self._store.profiles
        states = profiles.states(address, sight=sight)
        return self._fresh((address, sight), states, lambda: profiles.of_person(address, sight=sight))

    def account(self, domain: str, *, sight: Sight) -> Profile:
        """How the people of this mail domain write, as far as they are in sight."""
        profiles = self._store.profiles
        states = profiles.states_of_domain(domain, sight=sight)
        return self._fresh((f"@{domain}", sight), states, lambda: profiles.of_domain(domain, sight=sight))

    def _fresh(
        self, key: tuple[str, Sight], states: tuple[ProfileState, ...], read: Callable[[], Iterable[StoredProfile]]
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


def assess(
    draft: Draft,
    *,
    store: Store,
    shelf: ProfileShelf,
    coach: Coach,
    team: Team,
    now: datetime,
    account_id: int | None = None,
    sight: Sight,
) -> Judged:
    """How well a draft fits the customer it goes to; what the rep with `account_id` sent away stays away.

    A customer out of sight is one of whom there is no mail.
    """
    known = gathered(
        draft, store=store, shelf=shelf, coach=coach, team=lambda: team, now=now, account_id=account_id, sight=sight
    )
    return judged(known, coach=coach, now=now)


def gathered(
    draft: Draft,
    *,
    store: Store,
    shelf: ProfileShelf,
    coach: Coach,
    team: Callable[[], Team],
    now: datetime,
    account_id: int | None = None,
    sight: Sight,
) -> Gathered:
    """All that the store has to say to a draft, as of one moment and in one transaction."""
    with store.at_one_moment():
        colleagues = team()
        everybody = (*draft.recipients, *draft.cc)
        address = (address_in(draft.customer) if draft.customer else None) or customer_among(everybody, colleagues)
        customer = store.customers.get(address, sight=sight) if address else None
        own, account = profiles_of(address, customer, colleagues, shelf, sight) if address else (Profile(), Profile())
        context = context_of(draft, address, customer, store, shelf, coach, colleagues, now, sight)
        away = store.hint_feedback.away(account_id, address) if account_id is not None and address else frozenset()
    return Gathered(draft.text, address, customer, own, account, context, away)


def judged(known: Gathered, *, coach: Coach, now: datetime) -> Judged:
    """What the coach says of a draft; asks the store for nothing."""
    context, away = known.context, known.away
    assessment = coach.assess(
        known.text,
        known.own,
        context,
        wider=(known.account,),
        now=now,
        away=away,
    )
    speaking, basis = _speaking(known.own, known.account)
    return Judged(assessment, known.address, known.customer, basis, speaking.samples, away)


def context_of(
    draft: Draft,
    address: str | None,
    customer: Customer | None,
    store: Store,
    shelf: ProfileShelf,
    coach: Coach,
    team: Team,
    now: datetime,
    sight: Sight,
) -> Context:
    """What is known around a draft: its head, its customer, what came before."""
    return Context(
        draft.reply_to,
        salutation=_salutation(address, store, sight) if address else "",
        address=shelf.standings.of(customer) if customer else {},
        subject=draft.subject,
        to=_addresses(draft.recipients),
        cc=_addresses(draft.cc),
        attachments=draft.attachments,
        customer=address or "",
        name=customer.name if customer else "",
        own_domains=team.domains,
        segment=segment_of(address, customer, coach.rules, store.contacts, sight) if address else "",
        mailbox=address_in(draft.mailbox) or "",
        relationship=_relationship(customer, store, now, sight) if customer else Relationship(),
    )


def _addresses(written: Iterable[str]) -> tuple[str, ...]:
    return tuple(found for each in written if (found := address_in(each)))


def segment_of(address: str, customer: Customer | None, rules: RuleSet, contacts: Contacts, sight: Sight) -> str:
    """The segment of a customer by any of their addresses, the one written to first; empty where there is none.

    What the rule files say goes before what an imported list of contacts says.
    """
    known = (address, customer.address, *customer.joined) if customer else (address,)
    return next((found for each in known if (found := rules.segment_of(each))), "") or contacts.segment_of(
        address, sight=sight
    )


def _relationship(customer: Customer, store: Store, now: datetime, sight: Sight) -> Relationship:
    silent = max((now - customer.last_mail).days, 0)
    counted = Relationship(days_silent=silent, mails_in=customer.mails_in, mails_out=customer.mails_out)
    known = store.relationships.brief(customer.address, sight=sight)
    return replace(counted, grade=known.letter, phase=known.phase, index=known.score) if known else counted


def _salutation(address: str, store: Store, sight: Sight) -> str:
    """The greeting of the team's latest mail to this customer; empty where there is none or its text is gone."""
    words = store.messages.last_words_to(address, sight=sight)
    return greeting_in(words) if words else ""


@lru_cache(CACHED_PROFILES)
def greeting_in(text: str) -> str:
    """The greeting of a mail as it stands there; empty where it has none."""
    found = greeting_of(text)
    return found.of(text) if found else ""


def profiles_of(
    address: str, customer: Customer | None, team: Team, shelf: ProfileShelf, sight: Sight
) -> tuple[Profile, Profile]:
    """How this customer writes, and how the people of their company write (nobody, at a free mail provider)."""
    known = (address, customer.address, *customer.joined) if customer else (address,)
    domain = next((each for each in map(domain_of, known) if not team.is_free_mail(each)), None)
    return shelf.contact(address, sight=sight), Profile() if domain is None else shelf.account(domain, sight=sight)


def _speaking(own: Profile, account: Profile) -> tuple[Profile, str | None]:
    """Whose habits count for most: the customer's, or with hardly any mail of theirs those of the company."""
    if own.samples < LEAST_MAILS and account.samples > own.samples:
        return account, "account"
    return own, "contact" if own.samples else None
