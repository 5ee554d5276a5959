"""Addresses joined to one person: everything counts together, and splitting leaves no trace."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from server.access import EVERYTHING
from server.errors import Conflict, NotFound
from server.store import Mailbox, Person, Store
from tests.server.store.mails import NOW, SENT, at, batch, fold_of, learn, learned, parsed

ANNA = "anna@kunde.example"
HOME = "anna.krause@gmx.de"
OLD = "a.krause@frueher.example"


@pytest.fixture
def taught(store: Store, mailbox: Mailbox) -> Store:
    """Mail of Anna from three addresses, on days 1 to 6, and one of somebody else."""
    store.mirror.save_batch(mailbox.id, batch(range(1, 8)))
    numbers = iter(each.id for each in store.messages.pending(9))
    for day, address in enumerate((ANNA, ANNA, HOME, HOME, HOME, OLD), start=1):
        language = "en" if address == HOME else "de"
        mail = replace(parsed(day, address, language=language), address='{"form": "sie"}')
        assert store.messages.record(next(numbers), mail, learned(day, address, language), fold_of(day), now=NOW)
    assert learn(store, next(numbers), 7, "bernd@kunde.example")
    return store


def seen(store: Store) -> list[object]:
    """Everything that is known of customers, in all the ways in which it is asked for."""
    everybody = (ANNA, HOME, OLD, "bernd@kunde.example")
    return [
        store.customers.search(sight=EVERYTHING),
        store.customers.search("anna", sight=EVERYTHING),
        *(store.customers.get(each, sight=EVERYTHING) for each in everybody),
        *(store.messages.recent(each, 9, sight=EVERYTHING) for each in everybody),
        *(store.messages.last_incoming(each, sight=EVERYTHING) for each in everybody),
        *(store.addresses.of(each) for each in everybody),
        *(store.profiles.of_person(each, sight=EVERYTHING) for each in everybody),
        *(store.profiles.states(each, sight=EVERYTHING) for each in everybody),
        store.profiles.of_domain("kunde.example", sight=EVERYTHING),
    ]


def test_somebody_with_one_address_is_a_person(store: Store) -> None:
    assert store.people.of("Anna@Kunde.example") == Person(ANNA)
    assert store.people.joined() == []


def test_of_a_joined_person_every_address_leads_to_all_mail(taught: Store) -> None:
    taught.people.join(ANNA, [HOME.upper(), OLD], NOW)
    for address in (ANNA, HOME, OLD):
        customer = taught.customers.get(address, sight=EVERYTHING)
        assert customer is not None
        assert (customer.address, customer.joined, customer.mails_in) == (ANNA, (OLD, HOME), 6)
        assert (customer.first_mail, customer.last_mail, customer.language) == (at(1), at(6), "de")
        assert [mail.date for mail in taught.messages.recent(address, 9, sight=EVERYTHING)] == [
            at(n) for n in (6, 5, 4, 3, 2, 1)
        ]
        last = taught.messages.last_incoming(address, sight=EVERYTHING)
        assert last is not None
        assert last.date == at(6)
        assert len(taught.addresses.of(address)) == 6
    assert [each.mails_in for each in taught.customers.search(sight=EVERYTHING)] == [1, 6]


def test_the_profiles_of_a_joined_person_are_those_of_all_addresses(taught: Store) -> None:
    taught.people.join(ANNA, [HOME, OLD], NOW)
    bodies = [
        (each.key, each.language, json.loads(each.body)) for each in taught.profiles.of_person(OLD, sight=EVERYTHING)
    ]
    assert bodies == [(OLD, "de", [6]), (HOME, "en", [3, 4, 5]), (ANNA, "de", [1, 2])]
    assert [each.key for each in taught.profiles.states(HOME, sight=EVERYTHING)] == [OLD, HOME, ANNA]


def test_a_person_is_listed_once_and_found_by_any_address(taught: Store) -> None:
    taught.people.join(ANNA, [HOME, OLD], NOW)
    for words in ("gmx", "frueher", "anna@kunde"):
        assert [each.address for each in taught.customers.search(words, sight=EVERYTHING)] == [ANNA]
    assert [each.address for each in taught.customers.search(limit=1, sight=EVERYTHING)] == ["bernd@kunde.example"]


def test_splitting_undoes_joining_exactly(taught: Store) -> None:
    before = seen(taught)
    taught.people.join(ANNA, [HOME, OLD], NOW)
    assert seen(taught) != before
    taught.people.split(OLD)
    taught.people.split(HOME)
    assert seen(taught) == before
    taught.people.join(HOME, [ANNA], NOW)
    taught.people.join(ANNA, [OLD], NOW)  # named by any of their addresses, a person stays the same
    assert taught.people.of(OLD) == Person(HOME, (OLD, ANNA))
    assert taught.people.split(HOME) == Person(HOME, (OLD, ANNA))  # the address they are known by frees all
    assert seen(taught) == before


def test_mail_that_comes_after_the_joining_counts_where_it_belongs(taught: Store, mailbox: Mailbox) -> None:
    taught.people.join(ANNA, [HOME], NOW)
    taught.mirror.save_batch(mailbox.id, batch([9]))
    (waiting,) = taught.messages.pending(9)
    learn(taught, waiting.id, 9, HOME)
    taught.people.split(HOME)
    counted = {each.address: each.mails_in for each in taught.customers.search(sight=EVERYTHING)}
    assert (counted[ANNA], counted[HOME]) == (2, 4)


def test_joining_twice_changes_nothing(taught: Store) -> None:
    once = taught.people.join(ANNA, [HOME, HOME, ANNA], NOW)
    assert taught.people.join(ANNA, [HOME], NOW) == once == Person(ANNA, (HOME,))


def test_an_address_of_another_person_is_not_taken_from_them(taught: Store) -> None:
    taught.people.join(ANNA, [HOME], NOW)
    for address in (ANNA, HOME):
        with pytest.raises(Conflict, match=f"einklang customer split {address}"):
            taught.people.join("bernd@kunde.example", [OLD, address], NOW)
    assert taught.people.of(OLD) == Person(OLD)  # all or nothing


def test_what_was_never_joined_cannot_be_split(taught: Store) -> None:
    with pytest.raises(NotFound, match="not joined"):
        taught.people.split(ANNA)


def test_an_address_without_mail_may_be_joined_in_advance(store: Store) -> None:
    store.people.join(ANNA, [HOME], NOW)
    assert store.customers.get(ANNA, sight=EVERYTHING) is None
    assert store.customers.search(sight=EVERYTHING) == []


def test_removing_a_mailbox_leaves_a_joined_person_the_mail_of_the_others(taught: Store, mailbox: Mailbox) -> None:
    taught.people.join(ANNA, [HOME], NOW)
    taught.mailboxes.remove(mailbox.address)
    assert taught.customers.get(ANNA, sight=EVERYTHING) is None
    assert taught.people.of(HOME) == Person(ANNA, (HOME,))


def test_who_wrote_what_lies_in_sent_folders_is_known(store: Store, mailbox: Mailbox) -> None:
    store.mirror.save_batch(mailbox.id, batch(range(1, 4), folder=SENT))
    senders = ("Max@team.example", "max@team.example", "verkauf@alt.example")
    for waiting, sender in zip(store.messages.pending(9), senders, strict=True):
        mail = parsed(waiting.id, from_address=sender, direction="out")
        assert store.messages.record(waiting.id, mail, None, None, now=NOW)
    assert store.people.senders_of_sent() == {"max@team.example": 2, "verkauf@alt.example": 1}
