"""What is known of a customer from the mail exchanged."""

from __future__ import annotations

import pytest

from server.access import EVERYTHING
from server.store import Mailbox, ParsedMessage, Store
from tests.server.store.mails import NOW, at, batch, parsed

ANNA = "anna@kunde.example"


@pytest.fixture
def record(store: Store, mailbox: Mailbox):
    """Records one mail after the other."""
    store.mirror.save_batch(mailbox.id, batch(range(1, 30)))
    waiting = iter(store.messages.pending(30))

    def record(mail: ParsedMessage) -> None:
        assert store.messages.record(next(waiting).id, mail, None, None, now=NOW)

    return record


def answer(day: int, **changes: object) -> ParsedMessage:
    return parsed(day, from_address="support@team.example", from_name="Team", direction="out", **changes)


def test_a_customer_is_the_sum_of_the_mail_exchanged(store: Store, record):
    record(parsed(5))
    record(parsed(2))
    record(answer(9))
    customer = store.customers.get("ANNA@Kunde.Example", sight=EVERYTHING)
    assert customer is not None
    assert (customer.address, customer.domain, customer.name) == (ANNA, "kunde.example", "Anna Krause")
    assert (customer.mails_in, customer.mails_out) == (2, 1)
    assert (customer.first_mail, customer.last_mail, customer.last_in) == (at(2), at(9), at(5))
    assert store.customers.get("nobody@kunde.example", sight=EVERYTHING) is None


def test_one_address_in_any_case_is_one_customer(store: Store, record):
    record(parsed(1, "Anna@Kunde.example"))
    record(parsed(2, "ANNA@KUNDE.EXAMPLE"))
    assert [(one.address, one.mails_in) for one in store.customers.search(sight=EVERYTHING)] == [(ANNA, 2)]


def test_the_language_is_that_of_most_of_their_mails(store: Store, record):
    for day, language in enumerate(["en", "de", "de", None, None, None], start=1):
        record(parsed(day, language=language))
    for day in range(10, 14):
        record(answer(day, language="en"))  # ours do not count
    customer = store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert customer.language == "de"


def test_a_customer_who_never_wrote_has_no_language(store: Store, record):
    record(answer(1, correspondent_name="Frau Krause"))
    customer = store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert (customer.name, customer.language, customer.last_in) == ("Frau Krause", None, None)


def test_the_name_is_the_latest_that_was_told(store: Store, record):
    record(parsed(5, from_name="Anna Krause-Meier"))
    record(parsed(2, from_name="Anna Krause"))
    record(parsed(8, from_name=""))
    assert [one.name for one in store.customers.search("meier", sight=EVERYTHING)] == ["Anna Krause-Meier"]


def test_our_own_name_is_never_the_customers(store: Store, record):
    record(answer(3))
    assert [one.name for one in store.customers.search(sight=EVERYTHING)] == [""]


def test_search_finds_every_word_in_name_or_address_whatever_its_case(store: Store, record):
    record(parsed(1, "j.groesse@firma.example", from_name="Jörg GRÖSSE"))
    record(parsed(3, "50%_off@firma.example", from_name=""))
    record(parsed(2))
    found = {
        q: [one.address for one in store.customers.search(q, sight=EVERYTHING)]
        for q in ("", "jörg", "größe", "grösse firma", "FIRMA", "firma krause", "%", "_off")
    }
    assert found == {
        "": ["50%_off@firma.example", ANNA, "j.groesse@firma.example"],
        "jörg": ["j.groesse@firma.example"],
        "größe": ["j.groesse@firma.example"],
        "grösse firma": ["j.groesse@firma.example"],
        "FIRMA": ["50%_off@firma.example", "j.groesse@firma.example"],
        "firma krause": [],
        "%": ["50%_off@firma.example"],
        "_off": ["50%_off@firma.example"],
    }
    assert len(store.customers.search("", limit=2, sight=EVERYTHING)) == 2
