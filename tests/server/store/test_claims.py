"""Mail and customers in the hands of one worker: never of two, free again when that one dies, new mail first."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import event, select

from server.errors import StoreAway, StoreError
from server.holders import is_dead
from server.holding import CLAIM, PROLONG, holding
from server.store import Mailbox, Store
from server.store.claims import ClaimedMail
from server.store.relationship_records import DueRelationship, RelationshipFigures
from server.store.schema import message_claim
from tests.killing import killed_at
from tests.server.store.mails import NOW, batch, days, learn

ANNA = "anna@kunde.example"
UNTIL = NOW + CLAIM
FIGURES = RelationshipFigures("B", 60.0, 50.0, 70.0, None, "steady", 0.0, 0.0, 0.0, 3, "", "{}")


def nobody(_: str) -> bool:
    return False


def take(
    store: Store, holder: str, limit: int = 3, now: datetime = NOW, dead: Callable[[str], bool] = nobody
) -> ClaimedMail:
    return store.mail_claims.take(holder, now, now + CLAIM, limit, dead)


def numbers(claimed: ClaimedMail) -> list[int]:
    return [each.id for each in claimed.mails]


@pytest.fixture
def waiting(store: Store, mailbox: Mailbox) -> list[int]:
    """The numbers of ten mails, the newest first."""
    store.mirror.save_batch(mailbox.id, batch(range(1, 11)))
    return [each.id for each in store.messages.pending(99)][::-1]


def test_two_holders_never_have_the_same_mail_and_the_newest_is_taken_first(store: Store, waiting: list[int]):
    assert numbers(take(store, "a")) == waiting[:3]
    assert numbers(take(store, "b")) == waiting[3:6]
    assert numbers(take(store, "a", 99)) == waiting[6:]
    assert not take(store, "b")


def test_mail_that_comes_meanwhile_goes_before_the_history(store: Store, mailbox: Mailbox, waiting: list[int]):
    take(store, "a")
    store.mirror.save_batch(mailbox.id, batch([300]))
    (newest,) = take(store, "a", 1).mails
    assert newest.id > max(waiting)


def test_what_is_learned_is_given_back_and_what_waits_stays_with_its_holder(store: Store, waiting: list[int]):
    assert numbers(take(store, "a", 2)) == waiting[:2]
    learn(store, waiting[0], 10)
    take(store, "a", 2)
    assert numbers(take(store, "b", 99)) == waiting[4:], "the one that was not learned is still a's"


def test_what_is_given_back_can_be_had_by_others_at_once(store: Store, waiting: list[int]):
    take(store, "a", 99)
    assert not take(store, "b")
    store.mail_claims.give_back("a")
    assert numbers(take(store, "b", 99)) == waiting


def test_a_claim_ends_by_itself_unless_it_is_prolonged(store: Store, waiting: list[int]):
    take(store, "a", 99)
    store.mail_claims.prolong("a", UNTIL + CLAIM)
    assert not take(store, "b", now=UNTIL)
    assert take(store, "b", now=UNTIL + CLAIM)


def test_what_a_dead_holder_had_is_free_at_once(store: Store, waiting: list[int]):
    take(store, "a", 99)
    assert take(store, "b", dead=lambda holder: holder == "a")


def test_mail_that_ended_its_worker_is_taken_in_fours_then_alone_so_that_it_is_found(store: Store, waiting: list[int]):
    take(store, "a", 6)
    dead = {"a", "b"}.__contains__
    first = take(store, "b", 9, dead=dead)
    assert (numbers(first), first.deaths) == (waiting[:4], 1)
    second = take(store, "c", 9, dead=dead)
    assert (numbers(second), second.deaths) == ([waiting[0]], 2)
    learn(store, waiting[0], 10)
    assert numbers(take(store, "c", 9, dead=dead)) == [waiting[1]]
    learn(store, waiting[1], 11)
    third = take(store, "d", 9, dead={"a", "b", "c"}.__contains__)
    assert (numbers(third), third.deaths) == ([waiting[2]], 2)
    fourth = take(store, "e", 9, dead={"a", "b", "c", "d"}.__contains__)
    assert (numbers(fourth), fourth.deaths) == ([waiting[2]], 3)
    store.mail_claims.give_back("e")
    again = take(store, "f", 3)
    assert (numbers(again)[0], again.deaths) == (waiting[2], 0), "given back in good order it is like new"


def test_a_batch_whose_worker_was_killed_is_soon_done_by_the_next(store: Store, waiting: list[int]):
    take(store, "killed", 10)
    sizes = []
    while claimed := take(store, "b", 32, dead=lambda holder: holder == "killed"):
        sizes.append(len(claimed.mails))
        for each in claimed.mails:
            learn(store, each.id, each.id)
    assert sizes == [4, 4, 2]


def claims_left(store: Store) -> list[int]:
    with store._database.reading() as connection:
        return list(
            connection.execute(select(message_claim.c.message_id).order_by(message_claim.c.message_id)).scalars()
        )


def test_claims_on_what_is_learned_go_also_where_their_worker_was_killed(store: Store, waiting: list[int]):
    for number in numbers(take(store, "killed", 5)):
        learn(store, number, number)
    take(store, "b", 1)
    assert len(claims_left(store)) == 6, "nobody can tell yet whether that worker lives"
    take(store, "b", 1, now=UNTIL)
    assert claims_left(store) == sorted(waiting[5:6])


@pytest.mark.parametrize("knows_statistics", [False, True])
def test_the_newest_are_found_by_the_index_of_what_waits_and_nothing_is_sorted(
    store: Store, mailbox: Mailbox, knows_statistics: bool
):
    for first in range(1, 3001, 500):
        store.mirror.save_batch(mailbox.id, batch(range(first, first + 500)))
    asked: list[tuple[str, Any]] = []
    engine = store._database._backend.engine
    if knows_statistics:
        with store._database.writing() as connection:
            connection.exec_driver_sql("ANALYZE")
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    take(store, "a", 32)
    statement, values = next(each for each in asked if "LEFT OUTER JOIN" in each[0])
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with store._database.reading() as connection:
        for setting in [each for each, _ in asked if each.startswith("SET LOCAL")]:
            connection.exec_driver_sql(setting)
        plan = "\n".join(str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {statement}", values))
    assert "ix_message_waiting" in plan, plan
    assert "B-TREE" not in plan, plan
    assert "Sort" not in plan, plan


def test_mail_that_is_forgotten_takes_its_claim_along(store: Store, mailbox: Mailbox, waiting: list[int]):
    take(store, "a", 99)
    store.mailboxes.remove(mailbox.address)
    assert not take(store, "b")


def _learn_some(url: str, name: str) -> list[int]:
    """What one worker learns; its name keeps the processes apart."""
    done = []
    with Store.open(url) as store, holding(store.mail_claims, lambda: NOW) as hold:
        while claimed := hold.take(3):
            for each in claimed.mails:
                assert learn(store, each.id, each.id), f"{name}: somebody else learned it"
                done.append(each.id)
    return done


def test_two_processes_share_the_mail_and_learn_each_once(url: str, store: Store, mailbox: Mailbox):
    store.mirror.save_batch(mailbox.id, batch(range(1, 61)))
    wanted = sorted(each.id for each in store.messages.pending(99))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        done = pool.starmap(_learn_some, [(url, "one"), (url, "other")], chunksize=1)
    assert sorted(done[0] + done[1]) == wanted == days(store)


def test_a_process_that_is_killed_anywhere_leaves_its_mail_to_the_next(url: str, store: Store, mailbox: Mailbox):
    killed = 0
    for round_, statement in enumerate(range(1, 60, 6)):
        store.mirror.save_batch(mailbox.id, batch(range(round_ * 5 + 1, round_ * 5 + 6)))
        killed += killed_at(statement, _learn_some, url, "killed")
        _learn_some(url, "next")
        assert store.messages.pending(1) == []
    assert killed >= 5
    assert len(days(store)) == len(set(days(store))) == 50


@pytest.fixture
def due(store: Store, waiting: list[int]) -> list[str]:
    """Three customers whose relationships are due."""
    addresses = [f"{name}@kunde.example" for name in ("anna", "ben", "cora")]
    for day, (number, address) in enumerate(zip(waiting, addresses, strict=False), start=1):
        learn(store, number, day, address)
    return addresses


def take_due(store: Store, holder: str, limit: int = 9, now: datetime = NOW) -> list[DueRelationship]:
    return list(store.relationship_claims.take(holder, now, now + CLAIM, limit, nobody).due)


def test_two_holders_never_work_out_the_same_relationship(store: Store, due: list[str]):
    first, second = take_due(store, "a", 2), take_due(store, "b")
    assert [each.address for each in first + second] == due
    assert take_due(store, "b")[0].address == due[2], "what one had before is given back"


def test_a_relationship_that_is_due_again_while_it_is_worked_out_waits_for_its_holder(store: Store, due: list[str]):
    (mine, *_) = take_due(store, "a")
    more = store.messages.pending(1)[0].id
    learn(store, more, 20, mine.address)
    assert take_due(store, "b") == []
    assert store.relationships.record(mine, FIGURES, [], now=NOW, next_at=UNTIL)
    store.relationship_claims.give_back("a")
    assert due[0] in [each.address for each in take_due(store, "b")], "the new mail was not seen"


def test_whoever_lost_a_relationship_to_another_cannot_overwrite_what_that_one_saw(store: Store, due: list[str]):
    late, *_ = take_due(store, "a")
    newer, *_ = take_due(store, "b", now=UNTIL)
    assert newer.address == late.address
    assert not store.relationships.record(late, FIGURES, [], now=NOW, next_at=UNTIL)
    assert store.relationships.record(newer, FIGURES, [], now=NOW, next_at=UNTIL)


def test_a_hold_prolongs_what_it_has_as_time_goes_by(store: Store, waiting: list[int]):
    now = [NOW]
    with holding(store.mail_claims, lambda: now[0]) as hold:
        hold.take(99)
        for _ in range(5):
            now[0] += PROLONG
            hold.go_on()
            assert not take(store, "b", now=now[0])
    assert numbers(take(store, "b", 99, now=now[0])) == waiting, "given back at the end"


def test_a_hold_that_ends_by_an_error_gives_back_what_it_has(store: Store, waiting: list[int]):
    def fail() -> None:
        with holding(store.mail_claims, lambda: NOW) as hold:
            hold.take(99)
            raise StoreError("the disk is full")

    with pytest.raises(StoreError, match="disk is full"):
        fail()
    assert numbers(take(store, "b", 99)) == waiting


class LostAfterTaking:
    """Claims of a database that goes away when a batch was taken and before it was handed over."""

    def __init__(self, store: Store) -> None:
        self._claims = store.mail_claims
        self.prolong, self.give_back = self._claims.prolong, self._claims.give_back

    def take(
        self, holder: str, now: datetime, until: datetime, limit: int, is_dead: Callable[[str], bool]
    ) -> ClaimedMail:
        self._claims.take(holder, now, until, limit, is_dead)
        raise StoreAway("The connection was lost.")


def test_a_hold_gives_back_also_what_was_taken_and_never_came(store: Store, waiting: list[int]):
    def fail() -> None:
        with holding(LostAfterTaking(store), lambda: NOW) as hold:
            hold.take(99)

    with pytest.raises(StoreAway, match="was lost"):
        fail()
    assert numbers(take(store, "b", 99)) == waiting


def test_what_this_process_holds_is_not_dead(store: Store, waiting: list[int]):
    with holding(store.mail_claims, lambda: NOW) as hold:
        hold.take(99)
        assert not take(store, "b", dead=is_dead)
