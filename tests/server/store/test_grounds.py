"""What a relationship is worked out from: the latest mails of all of a person's addresses; and what is stored of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.store import DueRelationship, Grounds, HistoryPoint
from tests.office import ANNA, NOW, SENT, TEAM, Office, mail, open_office

DAY = timedelta(days=1)
SECOND = "anna@privat.example"


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        office.connect()
        yield office


def written(address: str, day: int) -> bytes:
    text = f"Hallo Herr Kern, hier ist Nachricht {day}. Wann kommt die Waage?"
    return mail(text, sender=f"Anna <{address}>", date=NOW - day * DAY, message_id=f"<{address}-{day}>")


def grounds(office: Office, limit: int = 240) -> Grounds:
    found = office.store.relationships.grounds(ANNA, limit, since=NOW - 365 * DAY)
    assert found is not None
    return found


def test_the_latest_mails_come_oldest_first_whatever_address_they_were_written_from(office: Office) -> None:
    office.receive(*(written(ANNA, day) for day in (9, 7, 5, 3)), *(written(SECOND, day) for day in (8, 4)))
    assert len(grounds(office).turns) == 4
    office.store.people.join(ANNA, [SECOND], NOW)
    assert [(NOW - each.date).days for each in grounds(office).turns] == [9, 8, 7, 5, 4, 3]
    assert [(NOW - each.date).days for each in grounds(office, 3).turns] == [5, 4, 3]


def test_before_anything_was_worked_out_there_is_no_body_and_no_day(office: Office) -> None:
    office.receive(written(ANNA, 9))
    found = grounds(office)
    assert (found.body, found.first_day, found.ticked) == ("", None, frozenset())
    assert "Waage" not in repr(found)


def history(office: Office) -> list[tuple[date, float]]:
    found: list[HistoryPoint] = office.store.relationships.history(ANNA, sight=EVERYTHING)
    return [(each.day, each.score) for each in found]


def test_of_one_day_the_history_keeps_the_last_word_and_of_days_without_a_move_none(office: Office) -> None:
    office.receive(*(written(ANNA, day) for day in (9, 7, 5, 3)))
    office.relate()
    found = office.store.relationships.get(ANNA, sight=EVERYTHING)
    assert found is not None
    office.store.relationships.look_back(ANNA, [])
    began = len(history(office))
    due, later = DueRelationship(ANNA, 1), NOW + 10 * DAY

    def record(score: float, day: int = 0) -> None:
        figures, now = replace(found.figures, score=score, letter="B"), later + day * DAY
        office.store.relationships.record(due, figures, [], now=now, next_at=now + DAY)

    for score in (60.0, 58.0, 58.0):
        record(score)
    assert history(office)[began:] == [(later.date(), 58.0)]
    record(58.2, day=1)
    assert history(office)[began:] == [(later.date(), 58.0)]
    record(70.0, day=1)
    assert history(office)[began:] == [(later.date(), 58.0), ((later + DAY).date(), 70.0)]
    record(58.1, day=1)
    assert history(office)[began:] == [(later.date(), 58.0)]


def test_nobody_without_mail_has_grounds(office: Office) -> None:
    assert office.store.relationships.grounds("nobody@nowhere.example", 9, since=NOW) is None
    office.store.people.join(ANNA, [SECOND], NOW)
    assert office.store.relationships.grounds(ANNA, 9, since=NOW) is None
    office.receive(written(SECOND, 3))
    assert grounds(office).person.addresses == (ANNA, SECOND)


def test_whichever_address_is_asked_for_it_is_the_person(office: Office) -> None:
    office.receive(written(ANNA, 9), written(SECOND, 8))
    office.store.people.join(ANNA, [SECOND], NOW)
    assert office.store.relationships.grounds(SECOND.upper(), 240, since=NOW - 365 * DAY) == grounds(office)


def test_the_teams_senders_are_those_of_mail_to_any_address_of_the_person(office: Office) -> None:
    def sent(name: str, to: str, day: int) -> bytes:
        text = f"Guten Tag, hier ist Antwort {day}."
        return mail(text, sender=f"{name} <{TEAM}>", to=to, date=NOW - day * DAY, message_id=f"<{name}{day}>")

    office.receive(written(ANNA, 9), written(SECOND, 8))
    office.receive(sent("Max Kern", ANNA, 7), sent("Max Kern", ANNA, 6), sent("Ida Rau", SECOND, 5), folder=SENT)
    assert [(each.name, each.mails) for each in grounds(office).senders] == [("Max Kern", 2)]
    office.store.people.join(ANNA, [SECOND], NOW)
    senders = grounds(office).senders
    assert sorted((each.name, each.mails) for each in senders) == [("Ida Rau", 1), ("Max Kern", 2)]


def test_who_wrote_to_the_customer_more_than_a_year_ago_hides_nobody(office: Office) -> None:
    def sent(name: str, day: int) -> bytes:
        address = f"{name.replace(' ', '.').lower()}@waagen-kern.example"
        text = f"Guten Tag, hier ist Antwort {day}."
        return mail(text, sender=f"{name} <{address}>", to=ANNA, date=NOW - day * DAY, message_id=f"<{name}{day}>")

    left = ("Ida Rau", "Max Kern", "Ute Brandt", "Tim Beck", "Lea Vogt")
    office.receive(written(ANNA, 9))
    office.receive(*(sent(name, 800 + at) for at, name in enumerate(left)), sent("Zoe Quast", 2), folder=SENT)
    assert [each.name for each in grounds(office).senders] == ["Zoe Quast"]
