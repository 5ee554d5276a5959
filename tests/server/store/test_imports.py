"""Import sources and contacts: rows beside the mailboxes, which nothing takes for one, and which can be forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.access import EVERYTHING
from server.errors import Conflict, NotFound
from server.store import Contact, Imported, Mailbox, Position, Refused, Store, Tally
from tests.server.store.mails import NOW, at, batch, learn

ANNA = "anna@kunde.example"


def item(number: int, **changes: object) -> Imported:
    values = {
        "key": f"key {number}",
        "channel": "email",
        "folder": "Archiv",
        "role": "inbox",
        "date": at(number),
        "raw": f"Mail {number}".encode(),
        "message_id": f"<{number}@kunde.example>",
    }
    return Imported(**(values | changes))  # type: ignore[arg-type]


def save(store: Store, numbers: list[int], source: str = "Archiv") -> Position:
    number = store.imports.open(source, None, NOW).id
    begun = store.imports.position(number, "/a") or store.imports.begin(number, "/a", "mark")
    return store.imports.save(begun, [item(each) for each in numbers], [], max(numbers), "mark")


def name(store: Store, address: str = ANNA) -> str | None:
    customer = store.customers.get(address, sight=EVERYTHING)
    return customer.name if customer is not None else None


def test_a_source_is_found_by_its_name_whatever_the_case(store: Store):
    made = store.imports.open("Alte Mails", None, NOW)
    assert store.imports.open("ALTE MAILS", None, NOW + timedelta(days=1)).id == made.id
    assert store.imports.find("alte mails") is not None
    assert [each.name for each in store.imports.list(sight=EVERYTHING)] == ["Alte Mails"]


def test_a_source_is_no_mailbox(store: Store, mailbox: Mailbox):
    store.imports.open("support@team.example", None, NOW)
    store.imports.open("b@team.example", None, NOW)
    assert store.mailboxes.list(sight=EVERYTHING) == [mailbox]
    for address in ("b@team.example", "import:b@team.example"):
        with pytest.raises(NotFound):
            store.mailboxes.get(address)
        with pytest.raises(NotFound):
            store.mailboxes.remove(address)


def test_a_source_that_belongs_to_another_mailbox_is_refused(store: Store):
    store.imports.open("a", "one@team.example", NOW)
    with pytest.raises(Conflict, match=r"belongs to one@team\.example"):
        store.imports.open("a", "two@team.example", NOW)
    store.imports.open("b", None, NOW)
    with pytest.raises(Conflict, match="belongs to no mailbox"):
        store.imports.open("b", "two@team.example", NOW)
    assert store.imports.open("a", None, NOW).tied_to == "one@team.example"


def test_a_batch_is_stored_once_with_its_position_and_its_count(store: Store):
    assert save(store, [1, 2, 3]).tally == Tally(3, new=3)
    assert save(store, [2, 3, 4, 4]).tally == Tally(7, new=4, twice=3)
    assert [each.raw for each in store.messages.pending(9)] == [f"Mail {n}".encode() for n in (1, 2, 3, 4)]
    again = store.imports.begin(store.imports.list(sight=EVERYTHING)[0].id, "/a", "mark")
    assert store.imports.save(again, [item(1), item(9)], [], 9, "mark").tally == Tally(2, new=1, known=1)


def test_the_same_key_in_two_sources_is_stored_in_both(store: Store):
    assert save(store, [1], "a").tally == save(store, [1], "b").tally == Tally(1, new=1)


def test_what_was_refused_is_kept_until_the_file_is_read(store: Store):
    number = store.imports.open("a", None, NOW).id
    begun = store.imports.begin(number, "/a", "")
    refused = [Refused("a:1", "no date"), Refused("a:2", "junk", is_mistake=False)]
    saved = store.imports.save(begun, [], refused, 2, "mark")
    assert (saved.tally, list(store.imports.problems(saved))) == (Tally(2, left_out=1, mistakes=1), refused)
    found = store.imports.position(number, "/a")
    assert found == saved
    store.imports.finish(saved)
    assert store.imports.position(number, "/a") is None
    assert list(store.imports.problems(saved)) == []


def test_a_source_removed_meanwhile_takes_no_more(store: Store):
    begun = save(store, [1])
    store.imports.remove("Archiv")
    with pytest.raises(NotFound, match="was removed"):
        store.imports.save(begun, [item(2)], [], 2, "mark")
    assert store.messages.pending(9) == []
    with pytest.raises(NotFound, match="no import source Archiv"):
        store.imports.remove("Archiv")


def test_mail_elsewhere_is_told(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    for day, pending in enumerate(store.messages.pending(9), start=1):
        learn(store, pending.id, day)
    assert save(store, [1, 5]).tally == Tally(2, new=2, elsewhere=1)


# contacts


def listed(store: Store, *contacts: Contact, source: str = "crm", days: int = 0) -> Tally:
    when = NOW + timedelta(days=days)
    return store.contacts.save(store.imports.open(source, None, when).id, contacts, when)


def test_contacts_are_new_once_and_say_what_the_list_says_last(store: Store):
    assert listed(store, Contact((ANNA, "a@privat.example"), "Anna", "Kunde GmbH", "A")) == Tally(2, new=2)
    assert listed(store, Contact((ANNA,), "Anna Krause", "Kunde AG", "B"), days=1) == Tally(1, known=1)
    assert store.contacts.of(ANNA.upper()) == Contact((ANNA,), "Anna Krause", "Kunde AG", "B")
    assert store.contacts.of("nobody@kunde.example") is None


def test_of_several_lists_the_one_imported_last_counts_and_its_removal_brings_back_the_other(store: Store):
    listed(store, Contact((ANNA,), segment="old"), source="a")
    listed(store, Contact((ANNA,), segment="new"), source="b", days=1)
    listed(store, Contact((ANNA,), name="Anna"), source="c", days=2)
    assert store.contacts.segment_of(ANNA, sight=EVERYTHING) == "new"
    store.imports.remove("b")
    assert store.contacts.segment_of(ANNA, sight=EVERYTHING) == "old"


def test_a_segment_holds_for_all_addresses_of_a_person(store: Store):
    listed(store, Contact(("a@privat.example",), segment="A"))
    assert store.contacts.segment_of(ANNA, sight=EVERYTHING) == ""
    store.people.join(ANNA, ["a@privat.example"], NOW)
    assert store.contacts.segment_of(ANNA, sight=EVERYTHING) == "A"


def test_a_list_names_customers_whose_mail_does_not(store: Store, mailbox: Mailbox):
    listed(store, Contact((ANNA,), "Anna Krause"))
    store.mirror.save_batch(mailbox.id, batch([1, 2]))
    first, second = store.messages.pending(9)
    learn(store, first.id, 1, from_name="")
    assert name(store) == "Anna Krause"
    assert [each.address for each in store.customers.search("krause", sight=EVERYTHING)] == [ANNA]
    learn(store, second.id, 2, from_name="Anna K.")
    assert name(store) == "Anna K."
    listed(store, Contact((ANNA,), "Other"), source="b")
    assert name(store) == "Anna K."


def test_a_removed_list_takes_its_names_and_joins_with_it(store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch([1]))
    learn(store, store.messages.pending(9)[0].id, 1, from_name="")
    listed(store, Contact((ANNA, "a@privat.example"), "Anna Krause"))
    store.people.join(ANNA, ["a@privat.example"], NOW)
    store.people.join(ANNA, ["by.hand@kunde.example"], NOW)
    store.contacts.join(store.imports.list(sight=EVERYTHING)[0].id, ANNA, ["a@privat.example"])
    assert name(store) == "Anna Krause"
    store.imports.remove("crm")
    assert name(store) == ""
    assert store.people.of(ANNA).others == ("by.hand@kunde.example",)
    assert store.contacts.of(ANNA) is None
