"""How many people wrote, whatever they wrote under: in doubt one."""

from __future__ import annotations

import pytest

from server.store import Sender
from server.works_council import Behind
from server.writers import NOBODY_NAMED, as_people, behind, people_of

SUPPORT = "support@firm.example"


def people(*senders: tuple[str, str]) -> int:
    found = people_of(Sender(name, address, 1) for name, address in senders)
    return len([each for each in found if each != NOBODY_NAMED])


@pytest.mark.parametrize(
    "names",
    [
        ("Anna Krause", "Krause, Anna"),
        ("Anna Krause", "anna krause"),
        ("Anna Krause", "A. Krause"),
        ("Anna Krause", "Anna"),
        ("Anna Krause", "Dr. Anna Krause"),
        ("Anna Krause", "Anna Krause (Waagen Kern)"),
        ("Anna Krause", "Anna Krause | Waagen Kern GmbH"),
        ("Anna Krause", "Anna Krause via Support"),
        ("Anna Krause", "Anna Krause - Waagen Kern"),
        ("Jörg Müller", "Jorg Muller"),
    ],
)
def test_one_person_under_two_names_counts_once(names: tuple[str, str]):
    assert people(*((name, SUPPORT) for name in names)) == 1


def test_an_address_of_ones_own_is_one_person_whatever_its_name():
    assert people(("Anna Krause", "a.krause@firm.example"), ("Anna Beck", "a.krause@firm.example")) == 1


def test_who_writes_under_the_own_address_and_from_a_shared_one_counts_once():
    assert people(("Anna Krause", "a.krause@firm.example"), ("Anna Krause", SUPPORT)) == 1


def test_different_people_at_one_shared_address_are_told_apart():
    assert people(("Anna Krause", SUPPORT), ("Tim Beck", SUPPORT), ("Anna Beck", SUPPORT)) == 3


@pytest.mark.parametrize("name", ["", "Support", "Team Waagen Kern Service", SUPPORT])
def test_the_name_of_a_task_is_nobody(name: str):
    assert people((name, SUPPORT)) == 0


def test_where_most_mail_hides_its_writer_those_who_may_see_the_mailbox_are_counted():
    hidden, anna = Sender("Support", SUPPORT, 80), Sender("Anna Krause", SUPPORT, 20)
    assert behind([hidden, anna], users=6) == Behind(6, 0.2)
    assert behind([hidden, anna]) == Behind(1, 0.2)


def test_where_most_mail_is_signed_users_who_write_nothing_do_not_count():
    assert behind([Sender("Support", SUPPORT, 20), Sender("Anna Krause", SUPPORT, 80)], users=50) == Behind(1, 1.0)


def test_nobody_stands_behind_no_mail():
    assert behind([], users=9).people == 0


def test_mail_that_hides_its_writer_is_dealt_out_among_users():
    found = as_people([Sender("Support", SUPPORT, 60)], users=6)
    assert sorted(found.values()) == [10] * 6
