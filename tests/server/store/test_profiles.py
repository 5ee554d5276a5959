"""Profiles are made of samples and can be made of them again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.errors import NotFound
from server.store import Mailbox, NewMailbox, Store, StoredSample
from tests.server.store.mails import NOW, at, batch, days, learn

ANNA = "anna@kunde.example"
LATER = NOW + timedelta(days=1)


def days_of(samples: Sequence[StoredSample]) -> str:
    return json.dumps([json.loads(sample.measurement)["day"] for sample in samples])


@pytest.fixture
def taught(store: Store, mailbox: Mailbox) -> Store:
    """Anna's days 3, 1 and 2 were learned, in this order, and a day of Bernd."""
    store.mirror.save_batch(mailbox.id, batch(range(1, 5)))
    numbers = [message.id for message in store.messages.pending(9)]
    for number, day in zip(numbers, (3, 1, 2), strict=False):
        learn(store, number, day)
    learn(store, numbers[3], 4, "bernd@kunde.example", language="en")
    return store


def test_samples_are_kept_oldest_first(taught: Store):
    samples = taught.profiles.samples("Anna@Kunde.example", "de")
    assert [sample.date for sample in samples] == [at(1), at(2), at(3)]
    assert samples[0].measurement == '{"day": 1}'
    assert taught.profiles.samples(ANNA, "en") == ()


def test_a_rebuild_makes_the_profile_of_its_samples_alone(taught: Store):
    rebuilt = taught.profiles.rebuild("contact", ANNA, "de", lambda all: days_of(all[1:]), now=LATER)
    assert (rebuilt.body, rebuilt.version, rebuilt.updated_at) == ("[2, 3]", 4, LATER)
    assert taught.profiles.get("contact", ANNA, "de") == rebuilt
    assert days(taught, "bernd@kunde.example", "en") == [4]


def test_a_rebuild_brings_a_stale_profile_in_line(taught: Store, mailbox: Mailbox):
    other = taught.mailboxes.add(NewMailbox("new@team.example", "h", 993, "tls", "u"), b"", NOW)
    taught.mirror.save_batch(other.id, batch([5]))
    learn(taught, taught.messages.pending(1)[0].id, 5)
    taught.mailboxes.remove(mailbox.address)
    (stale,) = taught.profiles.list("contact", stale=True)
    rebuilt = taught.profiles.rebuild("contact", stale.key, stale.language, days_of, now=LATER)
    assert (rebuilt.body, rebuilt.stale) == ("[5]", False)
    assert taught.profiles.list("contact", stale=True) == []


def test_learning_into_a_stale_profile_leaves_it_stale(taught: Store, mailbox: Mailbox):
    other = taught.mailboxes.add(NewMailbox("new@team.example", "h", 993, "tls", "u"), b"", NOW)
    taught.mirror.save_batch(other.id, batch([5, 6]))
    first, second = taught.messages.pending(2)
    learn(taught, first.id, 5)
    taught.mailboxes.remove(mailbox.address)
    learn(taught, second.id, 6)
    assert [profile.key for profile in taught.profiles.list("contact", stale=True)] == [ANNA]


def test_nothing_can_be_rebuilt_of_nothing(taught: Store):
    with pytest.raises(NotFound, match="Nothing was learned from anna"):
        taught.profiles.rebuild("contact", ANNA, "en", days_of, now=LATER)
    with pytest.raises(ValueError, match="'account'"):
        taught.profiles.rebuild("account", "kunde.example", "de", days_of, now=LATER)


def test_a_rebuild_that_fails_changes_nothing(taught: Store):
    before = taught.profiles.get("contact", ANNA, "de")
    with pytest.raises(KeyError):
        taught.profiles.rebuild("contact", ANNA, "de", lambda all: {}["no"], now=LATER)
    assert taught.profiles.get("contact", ANNA, "de") == before


def test_profiles_are_listed_by_key_and_by_language(taught: Store):
    assert [one.key for one in taught.profiles.list("contact")] == [ANNA, "bernd@kunde.example"]
    assert [one.key for one in taught.profiles.list("contact", language="en")] == ["bernd@kunde.example"]
    assert [one.language for one in taught.profiles.list("contact", key="ANNA@kunde.example")] == ["de"]
    assert taught.profiles.list("account") == []
    assert taught.profiles.get("contact", ANNA, "en") is None


def test_the_contacts_of_one_domain_are_found_and_no_others(taught: Store, mailbox: Mailbox):
    taught.mirror.save_batch(mailbox.id, batch(range(5, 8)))
    others = ("carla@other.example", "dora@sub.kunde.example", "emil@kunde_example")
    for message, address in zip(taught.messages.pending(9), others, strict=True):
        learn(taught, message.id, 7, address, message_id=address)
    assert [one.key for one in taught.profiles.of_domain("Kunde.example", sight=EVERYTHING)] == [
        ANNA,
        "bernd@kunde.example",
    ]
    assert [one.key for one in taught.profiles.of_domain("kunde_example", sight=EVERYTHING)] == ["emil@kunde_example"]


def test_the_state_of_a_profile_changes_whenever_the_profile_does(taught: Store, mailbox: Mailbox):
    before = taught.profiles.states(ANNA.upper(), sight=EVERYTHING)
    assert [(state.key, state.language) for state in before] == [(ANNA, "de")]
    assert taught.profiles.states(ANNA, sight=EVERYTHING) == before
    taught.mirror.save_batch(mailbox.id, batch([9]))
    learn(taught, taught.messages.pending(1)[0].id, 9)
    assert taught.profiles.states(ANNA, sight=EVERYTHING) != before


def test_the_states_of_a_domain_are_those_of_its_contacts_profiles(taught: Store):
    states = taught.profiles.states_of_domain("KUNDE.example", sight=EVERYTHING)
    stored = taught.profiles.of_domain("kunde.example", sight=EVERYTHING)
    assert [(each.key, each.language, each.version) for each in states] == [
        (each.key, each.language, each.version) for each in stored
    ]
    assert [each.key for each in stored] == [ANNA, "bernd@kunde.example"]
    assert taught.profiles.states_of_domain("unde.example", sight=EVERYTHING) == ()


def test_profiles_become_stale_when_what_they_rest_on_changes(taught: Store):
    assert taught.profiles.rest_on("half_life_days", "365") == 2
    for stale in taught.profiles.list("contact", stale=True):
        taught.profiles.rebuild("contact", stale.key, stale.language, days_of, now=LATER)
    assert taught.profiles.rest_on("half_life_days", "365") == 0
    assert taught.profiles.list("contact", stale=True) == []
    assert taught.profiles.rest_on("half_life_days", "30") == 2
    assert len(taught.profiles.list("contact", stale=True)) == 2
