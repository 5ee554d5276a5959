"""From stored mail to whose it is: blind copies, Sent folders, lists, and one person with several addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.assess import Draft, ProfileShelf, assess
from server.mail.host import Folder
from tests.office import ANNA, DRAFT, FORMAL, NOW, SENT, TEAM, Office, mail, open_office

HOME = "anna.krause@gmx.de"
REPLY = "Sehr geehrte Frau Krause,\n\ngern liefern wir die Waage am Freitag.\n\nMit freundlichen Grüßen\nMax Kern"
COMPANY = "bernd@moelder.example"


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        office.connect()
        yield office


def counted(office: Office) -> dict[str, tuple[int, int]]:
    return {each.address: (each.mails_in, each.mails_out) for each in office.store.customers.search(sight=EVERYTHING)}


def test_a_blind_copy_in_the_inbox_stands_for_the_sent_mail_that_no_folder_holds(office: Office) -> None:
    office.receive(mail(REPLY, sender=TEAM, to=ANNA, message_id="<r@team>"))
    assert counted(office) == {ANNA: (0, 1)}
    last = office.store.messages.last_outgoing(ANNA, sight=EVERYTHING)
    assert last is not None
    assert last.folder == "INBOX"


def test_a_blind_copy_beside_the_sent_mail_counts_once(office: Office) -> None:
    raw = mail(REPLY, sender=TEAM, to=ANNA, message_id="<r@team>")
    office.receive(raw)
    office.receive(raw, folder=SENT)
    assert counted(office) == {ANNA: (0, 1)}


def test_what_lies_in_a_sent_folder_teaches_nothing_about_its_sender(office: Office) -> None:
    office.receive(mail(FORMAL, sender="verkauf@former.example", to=ANNA, message_id="<s@x>"), folder=SENT)
    assert counted(office) == {ANNA: (0, 1)}
    assert office.store.profiles.list("contact") == []


def test_mail_in_a_further_folder_is_read_like_the_inbox(office: Office) -> None:
    office.receive(mail(FORMAL, message_id="<k@x>"), folder=Folder("Kunden/Mölder", "more"))
    assert counted(office) == {ANNA: (1, 0)}


def written(address: str, numbers: range) -> list[bytes]:
    return [
        mail(
            FORMAL.format(n=n),
            sender=f"Anna Krause <{address}>",
            date=NOW - timedelta(days=30 - n),
            message_id=f"<{n}@anna>",
        )
        for n in numbers
    ]


def test_the_profile_of_a_joined_person_is_what_one_address_would_have_taught(
    office: Office, tmp_path: Path, coach: Coach
) -> None:
    office.receive(*written(ANNA, range(4)), *written(HOME, range(4, 9)))
    office.store.people.join(ANNA, [HOME], NOW)
    with open_office(tmp_path / "other", coach) as other:
        other.connect()
        other.receive(*written(ANNA, range(9)))
        expected = other.services.shelf.contact(ANNA, sight=EVERYTHING)
    for address in (ANNA, HOME):
        assert office.services.shelf.contact(address, sight=EVERYTHING).to_json() == expected.to_json()


def test_joining_and_splitting_is_seen_at_once_by_a_shelf_that_is_in_use(office: Office) -> None:
    office.receive(*written(ANNA, range(4)), *written(HOME, range(4, 9)))
    shelf = office.services.shelf
    before = [shelf.contact(each, sight=EVERYTHING).to_json() for each in (ANNA, HOME)]
    office.store.people.join(ANNA, [HOME], NOW)
    assert [shelf.contact(each, sight=EVERYTHING).samples for each in (ANNA, HOME)] == [9, 9]
    office.store.people.split(HOME)
    assert [shelf.contact(each, sight=EVERYTHING).to_json() for each in (ANNA, HOME)] == before


def test_a_person_who_writes_from_home_is_compared_with_their_company(office: Office) -> None:
    colleagues = [
        mail(FORMAL.format(n=n), sender=COMPANY, date=NOW - timedelta(days=9 - n), message_id=f"<b{n}@x>")
        for n in range(6)
    ]
    office.receive(*colleagues, mail(FORMAL.format(n=9), sender=HOME, message_id="<h@x>"))

    def basis() -> str | None:
        found = office.services
        judged = assess(
            Draft(DRAFT, customer=HOME),
            store=found.store,
            shelf=ProfileShelf(found.store),
            coach=found.coach,
            team=found.team(),
            now=NOW,
            sight=EVERYTHING,
        )
        return judged.basis

    assert basis() == "contact"  # at a free mail provider nobody is a colleague
    office.store.people.join(ANNA, [HOME], NOW)
    assert basis() == "account"
