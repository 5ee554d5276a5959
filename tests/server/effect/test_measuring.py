"""From what is stored to the report: the index as it was before an outcome, when it is worked out again, mailboxes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.effect.answers import AnswerEffect
from server.effect.corrected import Corrected
from server.effect.groups import Group, Groups
from server.effect.measuring import AGAIN, AGAIN_CHANGED, _once_a_week, index_at, measure_due, measured
from server.effect.report import EffectReport
from server.load import Loads
from server.relating import exchange_with
from server.store import NewOutcome
from server.works_council import Council
from tests.office import ANNA, NOW, SENT, TEAM, Office, mail, open_office

DAY = timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        office.connect()
        yield office


def wrote(text: str, days_ago: float, number: str) -> bytes:
    return mail(text, date=NOW - days_ago * DAY, message_id=f"<{number}@moelder.example>")


def answered(text: str, days_ago: float, number: str, to: str) -> bytes:
    headers = {"In_Reply_To": f"<{to}@moelder.example>"}
    known = f"<{number}@waagen-kern.example>"
    sender, customer = f"Max Kern <{TEAM}>", f"Anna Krause <{ANNA}>"
    return mail(text, sender=sender, to=customer, date=NOW - days_ago * DAY, message_id=known, **headers)


def first_well_then_badly(office: Office) -> None:
    """Half a year of thanks, then a month of trouble."""
    thanks = "Hallo Herr Kern,\n\nherzlichen Dank, das haben Sie wieder hervorragend gelöst! Wir sind begeistert.\n\n"
    office.receive(*(wrote(f"{thanks}Anna Krause ({n})", 200 - 20 * n, f"t{n}") for n in range(6)))
    office.receive(
        *(answered(f"Guten Tag Frau Krause,\n\ndas freut uns sehr! ({n})\n\nMax Kern", 199 - 20 * n, f"a{n}", f"t{n}")
          for n in range(6)),
        folder=SENT,
    )  # fmt: skip
    trouble = "Guten Tag,\n\nschon wieder ein Ausfall, und niemand meldet sich. Ich bin maßlos enttäuscht. "
    office.receive(*(wrote(f"{trouble}Wir kündigen. ({n})\n\nAnna Krause", 30 - 5 * n, f"u{n}") for n in range(5)))
    office.relate()


def outcome(office: Office, kind: str, at: datetime, value: int | None = None, customer: str = ANNA) -> None:
    new = NewOutcome(customer, kind, at, "import", value)  # type: ignore[arg-type]
    office.store.outcomes.add(new, office.now[0])


def test_the_index_before_an_outcome_knows_nothing_of_what_came_after(office: Office):
    first_well_then_badly(office)
    found = office.services
    known = exchange_with(ANNA, found.store, found.coach, found.shelf, NOW, Loads(found.store))
    assert known is not None
    exchange, _ = known
    then, now = index_at(NOW - 60 * DAY, exchange, found), index_at(NOW, exchange, found)
    assert then is not None
    assert now is not None
    assert then > 55 > 45 > now
    assert index_at(NOW - 199.5 * DAY, exchange, found) is None


def test_outcomes_are_judged_by_the_mail_before_them(office: Office):
    first_well_then_badly(office)
    outcome(office, "csat", NOW - 60 * DAY, 5)
    outcome(office, "csat", NOW - 1 * DAY, 1)
    outcome(office, "csat", NOW - 300 * DAY, 4)
    outcome(office, "csat", NOW - 1 * DAY, 1, "nobody@strange.example")
    report = measured(office.services, NOW)
    assert report is not None
    (found,) = report.grades
    assert (found.outcomes, found.judged, found.good, found.bad) == (4, 2, 1, 1)


def test_outcomes_under_any_address_of_a_person_count_for_them(office: Office):
    first_well_then_badly(office)
    office.store.people.join(ANNA, ["anna@private.example"], NOW)
    outcome(office, "csat", NOW - 1 * DAY, 1, "anna@private.example")
    report = measured(office.services, NOW)
    assert report is not None
    assert report.grades[0].judged == 1


def test_it_is_worked_out_daily_and_sooner_when_something_changed(office: Office):
    first_well_then_badly(office)
    found = office.services
    assert measure_due(found, NOW)
    assert not measure_due(found, NOW + AGAIN_CHANGED)
    outcome(office, "csat", NOW - DAY, 1)
    assert not measure_due(found, NOW + AGAIN_CHANGED / 2)
    assert measure_due(found, NOW + AGAIN_CHANGED)
    assert not measure_due(found, NOW + AGAIN)
    assert measure_due(found, NOW + AGAIN + AGAIN_CHANGED)


def test_a_stop_leaves_the_last_report(office: Office):
    first_well_then_badly(office)
    assert measure_due(office.services, NOW)
    kept = office.store.effect.latest(sight=EVERYTHING)
    assert not measure_due(office.services, NOW + 2 * AGAIN, stopped=lambda: True)
    assert office.store.effect.latest(sight=EVERYTHING) == kept


def said(week: str, customers: int, *, graded: int = 40, least: int = 5) -> EffectReport:
    groups = Groups((Group("crafts", customers, 50, 40, 60),))
    return EffectReport((), AnswerEffect(0, 0), groups, groups, Corrected(), least=least, week=week, graded=graded)


def test_what_is_said_of_the_team_stays_for_its_week():
    known = said("2026-11-16", 8)
    assert _once_a_week(said("2026-11-16", 9), known).segments == known.segments
    assert _once_a_week(said("2026-11-23", 9), known).segments != known.segments
    assert _once_a_week(said("2026-11-16", 9, least=7), known).segments != known.segments
    assert _once_a_week(said("2026-11-16", 9, graded=60), known).segments != known.segments  # mail is still coming in


def test_of_a_team_that_is_too_small_nothing_is_said_and_it_is_said_why(office: Office):
    first_well_then_badly(office)
    report = measured(office.services, NOW)
    assert report is not None
    assert report.withheld
    assert (report.least, report.corrected, report.mailboxes.shown) == (5, None, ())
    assert report.suits(Council(5))
    assert not report.suits(Council(6))


def test_an_empty_store_has_no_report(office: Office):
    assert not measure_due(office.services, NOW)
    assert office.store.effect.latest(sight=EVERYTHING) is None


def test_mailboxes_are_summed_by_the_people_who_write_with_them(office: Office):
    office.connect("vertrieb@waagen-kern.example")
    first_well_then_badly(office)
    office.receive(wrote("Hallo, wann kommt das Angebot für die neue Halle?\n\nAnna Krause", 3, "v1"),
                   mailbox="vertrieb@waagen-kern.example")  # fmt: skip
    office.relate()
    sums = {each.name: each.customers for each in office.store.effect.mailboxes(sight=EVERYTHING)}
    assert sums == {TEAM: 1, "vertrieb@waagen-kern.example": 1}
    report = measured(office.services, NOW)
    assert report is not None
    assert report.mailboxes.shown == ()  # one customer is not enough to be shown
    assert EffectReport.from_json(report.to_json()) == report
