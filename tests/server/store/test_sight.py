"""Which customers and which words are in sight, through everything that changes where mail lies."""

from __future__ import annotations

import gc
import tracemalloc

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from server.access import EVERYTHING, Sight
from server.errors import Conflict
from server.store import Contact, DueRelationship, NewMailbox, RelationshipFigures, Store, StoredMatter
from server.store.analysed_mail import counted
from server.store.schema import customer_mailbox
from server.store.sight import Form
from tests.server.store.mails import NOW, batch, fold_of, learned, parsed

ANNA, BERT = "anna@kunde.example", "bert@kunde.example"
FIGURES = RelationshipFigures("B", 50.0, 40.0, 60.0, None, "acquaintance", 0.0, 0.0, 0.0, 1, "", "{}")


class Boxes:
    """A store with two mailboxes that mail is put into."""

    def __init__(self, store: Store) -> None:
        self.store, self._uid = store, 0
        self.one, self.two = (
            store.mailboxes.add(NewMailbox(address, "h", 993, "tls", "u"), b"", NOW).id
            for address in ("one@team.example", "two@team.example")
        )

    def put(self, mailbox: int, day: int, address: str = ANNA, **changes: object) -> int:
        """A learned mail of that day; the same day and words are the same mail. Returns its number."""
        self._uid += 1
        self.store.mirror.save_batch(mailbox, batch([self._uid]))
        (pending,) = self.store.messages.pending(1)
        mail = parsed(day, address, **changes)
        assert self.store.messages.record(pending.id, mail, learned(day, address), fold_of(day), now=NOW)
        return pending.id

    def words(self, sight: Sight, address: str = ANNA) -> list[str | None]:
        return [each.authored for each in self.store.messages.recent(address, 9, sight=sight)]

    def relate(self, number: int, address: str = ANNA) -> None:
        """An open need that stands in this mail."""
        (due,) = [each for each in self.store.relationships.due(NOW, 9) if each.address == address]
        matter = StoredMatter(number, "question", 0, 5, NOW)
        assert self.store.relationships.record(
            DueRelationship(address, due.wanted), FIGURES, [matter], now=NOW, next_at=NOW
        )

    def places(self) -> set[tuple[str, int]]:
        with self.store._database.reading() as connection:
            return {(row.person, row.mailbox_id) for row in connection.execute(select(customer_mailbox))}


@pytest.fixture
def boxes(store: Store) -> Boxes:
    return Boxes(store)


def test_a_customer_is_seen_by_whoever_sees_one_of_their_mailboxes(boxes: Boxes) -> None:
    boxes.put(boxes.one, 1)
    boxes.put(boxes.two, 2, BERT)
    customers = boxes.store.customers
    assert [each.address for each in customers.search(sight=Sight.of([boxes.one]))] == [ANNA]
    assert customers.get(BERT, sight=Sight.of([boxes.one])) is None
    assert customers.get(BERT, sight=Sight.of([boxes.one, boxes.two])) is not None
    assert customers.search(sight=Sight.of([])) == []
    assert len(customers.search(sight=EVERYTHING)) == 2


def known_of(store: Store, address: str, sight: Sight) -> set[str]:
    """All that a draft to a customer asks the store for, by what is known."""
    found = {
        "customer": store.customers.get(address, sight=sight),
        "profile": store.profiles.of_person(address, sight=sight),
        "new profile": store.profiles.states(address, sight=sight),
        "company": [each for each in store.profiles.of_domain("kunde.example", sight=sight) if each.key == address],
        "new company": [each for each in store.profiles.states_of_domain("kunde.example", sight=sight)
                        if each.key == address],
        "words": store.messages.last_words_to(address, sight=sight),
        "mail": store.messages.last_incoming(address, sight=sight),
        "grade": store.relationships.brief(address, sight=sight),
        "segment": store.contacts.segment_of(address, sight=sight),
    }  # fmt: skip
    return {name for name, each in found.items() if each}


def test_users_who_see_differently_share_statements_and_nothing_else(boxes: Boxes) -> None:
    store, everything = boxes.store, set[str]()
    source = store.imports.open("list", None, NOW)
    for mailbox, day, address in ((boxes.one, 1, ANNA), (boxes.two, 2, BERT)):
        boxes.relate(boxes.put(mailbox, day, address), address)
        boxes._uid += 1
        store.mirror.save_batch(mailbox, batch([boxes._uid]))
        (pending,) = store.messages.pending(1)
        store.messages.record(pending.id, parsed(day + 9, address, direction="out"), None, None, now=NOW)
        store.contacts.save(source.id, [Contact((address,), "", "", "vip")], NOW)
        everything = known_of(store, address, EVERYTHING)
        assert len(everything) == 9
    nobody, both = Sight.of([]), Sight.of([boxes.one, boxes.two])
    one, two, another = (Sight.of([each]) for each in (boxes.one, boxes.two, source.id))
    for _ in range(2):
        for sight in (one, two, nobody, both, another, EVERYTHING):
            assert known_of(store, ANNA, sight) == (everything if sight in (one, both, EVERYTHING) else set())
            assert known_of(store, BERT, sight) == (everything if sight in (two, both, EVERYTHING) else set())


def test_another_sight_leaves_nothing_behind_in_memory(boxes: Boxes) -> None:
    def ask(first: int) -> None:
        known_of(boxes.store, ANNA, Sight.of(range(first, first + 5)))

    tracemalloc.start()
    try:
        for first in range(3):
            ask(first)
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        for first in range(3, 23):
            ask(first)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (after - before) / 20 < 20_000, "bytes; a statement of its own would take ten times as much"


@pytest.mark.parametrize("of_several", [False, True])
def test_a_statement_that_is_kept_is_never_executed_without_a_sight(boxes: Boxes, of_several: bool) -> None:
    asked = {"whose": [ANNA] if of_several else ANNA, "most": 1}
    with boxes.store._database.reading() as connection, pytest.raises(StatementError, match="'sight'"):
        connection.execute(counted(Form.SOME, "in", of_several=of_several), asked)


def test_words_come_from_mailboxes_in_sight_and_figures_from_all(boxes: Boxes) -> None:
    boxes.put(boxes.one, 1)
    boxes.put(boxes.two, 2)
    mine = Sight.of([boxes.one])
    assert boxes.words(mine) == ["Hallo, hier ist Mail 1."]
    found = boxes.store.customers.get(ANNA, sight=mine)
    assert found is not None
    assert found.mails_in == 2
    assert len(boxes.store.overview.mail_days(ANNA, 9, sight=mine)) == 1


def test_a_mail_that_lies_in_two_mailboxes_is_shown_to_both_once(boxes: Boxes) -> None:
    first = boxes.put(boxes.one, 1)
    boxes.put(boxes.two, 1)
    boxes.relate(first)
    for sight in (Sight.of([boxes.one]), Sight.of([boxes.two]), Sight.of([boxes.one, boxes.two]), EVERYTHING):
        assert boxes.words(sight) == ["Hallo, hier ist Mail 1."]
        (need,) = boxes.store.matters.open(("question",), sight=sight)
        assert need.text == "Hallo"
        assert boxes.store.overview.count_open(("question",), sight=sight) == 1
        assert set(boxes.store.traces.places([first], sight=sight)) == {first}


def test_two_copies_in_one_mailbox_are_one_mail_there(boxes: Boxes) -> None:
    boxes.put(boxes.one, 1)
    boxes.put(boxes.two, 1)
    boxes.put(boxes.two, 1)
    assert boxes.words(Sight.of([boxes.two])) == ["Hallo, hier ist Mail 1."]


def test_who_forges_a_copy_reads_their_own_words_and_not_those_of_the_mail(boxes: Boxes) -> None:
    secret = boxes.put(boxes.one, 1, authored="Geheim", body="Geheim")
    boxes.put(boxes.two, 1, authored="Falsch", body="Falsch")  # the same Message-ID and sender
    boxes.relate(secret)
    spy = Sight.of([boxes.two])
    assert boxes.words(spy) == ["Falsch"]
    assert [each.text for each in boxes.store.matters.open(("question",), sight=spy)] == ["Falsc"]
    assert [text for _, _, text in boxes.store.traces.places([secret], sight=spy).values()] == ["Falsch"]


def test_what_is_out_of_sight_can_neither_be_ticked_off_nor_corrected(boxes: Boxes) -> None:
    boxes.relate(boxes.put(boxes.one, 1))
    spy, store = Sight.of([boxes.two]), boxes.store
    (need,) = store.matters.open(("question",), sight=EVERYTHING)
    for refused in (
        lambda: store.matters.tick(need.id, NOW, sight=spy),
        lambda: store.corrections.set(ANNA, "A", "why", NOW, sight=spy),
        lambda: store.corrections.end(ANNA, NOW, sight=spy),
    ):
        with pytest.raises(Exception, match=r"There is no|was not corrected"):
            refused()
    (same,) = store.matters.open(("question",), sight=EVERYTHING)
    assert same.ticked_at is None
    assert store.corrections.of(ANNA, sight=EVERYTHING) is None


def test_joined_addresses_are_seen_together_and_apart_again_when_they_are_split(boxes: Boxes) -> None:
    boxes.put(boxes.one, 1)
    boxes.put(boxes.two, 2, BERT)
    boxes.store.people.join(ANNA, [BERT], NOW)
    assert boxes.places() == {(ANNA, boxes.one), (ANNA, boxes.two)}
    assert boxes.store.customers.get(BERT, sight=Sight.of([boxes.one])) is not None
    assert [each.address for each in boxes.store.customers.search("bert", sight=Sight.of([boxes.one]))] == [ANNA]
    boxes.put(boxes.one, 3, BERT)
    boxes.store.people.split(ANNA)
    assert boxes.places() == {(ANNA, boxes.one), (BERT, boxes.two), (BERT, boxes.one)}


def test_a_join_by_a_list_ends_with_the_list(boxes: Boxes) -> None:
    boxes.put(boxes.one, 1)
    boxes.put(boxes.two, 2, BERT)
    store = boxes.store
    source = store.imports.open("list", None, NOW)
    store.contacts.save(source.id, [Contact((ANNA, BERT), "Anna", "", "")], NOW)
    store.people.join(ANNA, [BERT], NOW)
    store.contacts.join(source.id, ANNA, [BERT])
    store.imports.remove("list")
    assert boxes.places() == {(ANNA, boxes.one), (BERT, boxes.two)}


def test_a_mailbox_that_goes_takes_its_places_along(boxes: Boxes) -> None:
    boxes.put(boxes.one, 1)
    boxes.put(boxes.two, 1)
    boxes.put(boxes.two, 2, BERT)
    boxes.store.mailboxes.read_anew("two@team.example")
    assert boxes.places() == {(ANNA, boxes.one)}
    boxes.store.mailboxes.remove("one@team.example")
    assert boxes.places() == set()


def test_mail_that_is_not_personal_makes_nobody_seen(boxes: Boxes) -> None:
    boxes._uid += 1
    boxes.store.mirror.save_batch(boxes.one, batch([boxes._uid]))
    (pending,) = boxes.store.messages.pending(1)
    boxes.store.messages.record(pending.id, parsed(1, kind="list"), None, None, now=NOW)
    assert boxes.places() == set()


def test_a_user_sees_what_was_granted_and_what_was_imported_to_it(boxes: Boxes) -> None:
    store = boxes.store
    tied = store.imports.open("tied", "one@team.example", NOW).id
    store.imports.open("loose", None, NOW)
    accounts = store.accounts
    rep = accounts.add_user("rita", "rep", NOW, sees=Sight.of([boxes.one]))
    assert accounts.sight_of(rep) == Sight.of([boxes.one, tied])
    assert accounts.sight_of(accounts.grant("rita", Sight.of([boxes.two]))) == Sight.of([boxes.one, boxes.two, tied])
    assert accounts.sight_of(accounts.revoke_grant("rita", Sight.of([boxes.one]))) == Sight.of([boxes.two])
    assert accounts.sight_of(accounts.change_role("rita", "admin")).is_everything
    assert accounts.sight_of(accounts.change_role("rita", "rep")) == Sight.of([boxes.two])
    assert accounts.sight_of(accounts.grant("rita", EVERYTHING)).is_everything
    with pytest.raises(Conflict, match="--all-mailboxes"):
        accounts.revoke_grant("rita", Sight.of([boxes.two]))
    assert accounts.sight_of(accounts.revoke_grant("rita", EVERYTHING)) == Sight.of([boxes.two])
    store.mailboxes.remove("two@team.example")
    assert accounts.sight_of(accounts.get_user("rita")).is_nothing


def test_a_key_of_a_webmail_server_keeps_what_its_users_see(boxes: Boxes) -> None:
    keys = boxes.store.integration_keys
    keys.add("rc-1", "roundcube", "webmail", b"s", NOW, adds_users=True, sees=Sight.of([boxes.two]))
    found = keys.find("rc-1")
    assert found is not None
    assert found.sees == Sight.of([boxes.two])
