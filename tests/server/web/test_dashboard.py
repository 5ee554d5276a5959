"""The pages of the dashboard: what they show of customers, and what forms on them change."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from server.access import EVERYTHING
from server.mail.host import Folder
from server.store import NewOutcome
from server.store.alerts import Alert
from tests.office import ANNA, NOW, mail
from tests.server.web.dashboard_site import PIA, TIM, Desk, closed_desk, desk, filled

__all__ = ["closed_desk", "desk", "filled"]

CUSTOMER = f"/dashboard/customers/{ANNA}"


def rows(page: str) -> list[str]:
    return re.findall(r'class="who" href="/dashboard/customers/([^"]+)"', page)


def test_the_overview_counts_every_customer_once(desk: Desk) -> None:
    letters = desk.office.store.overview.letters(sight=EVERYTHING)
    assert sum(letters.values()) == 3
    assert letters[""] == 1
    assert "3 Kunden, Stand 21. November 2026" in desk.text("/dashboard/")


def test_the_overview_names_overdue_promises_and_the_oldest_need_first(desk: Desk) -> None:
    page = desk.text("/dashboard/")
    assert "1 überfällig, heute fällig: 0" in page
    assert "überfällig, war am 20.11.2026 fällig" in page
    assert "bis zum 20. November" in page
    ages = [each.matter.at for each in desk.office.store.overview.oldest_needs(limit=50, sight=EVERYTHING)]
    assert ages == sorted(ages)
    assert ages


def test_an_alert_is_shown_until_somebody_has_seen_it(desk: Desk) -> None:
    desk.office.store.alerts.add(Alert("turned_sour", ANNA, {"de": "Es <brennt>.", "en": "Fire."}, NOW), NOW)
    page = desk.text("/dashboard/")
    assert "Es &lt;brennt&gt;." in page
    path = re.search(r'action="(/dashboard/alerts/\d+/seen)"', page)
    assert path is not None
    assert desk.post(path[1]).status_code == 303
    assert "brennt" not in desk.text("/dashboard/")


def test_customers_are_searched_filtered_and_sorted(desk: Desk) -> None:
    assert rows(desk.text("/dashboard/customers?order=name")) == [ANNA, PIA, TIM]
    assert rows(desk.text("/dashboard/customers?q=BAUER")) == [TIM]
    assert rows(desk.text("/dashboard/customers?q=%25")) == []
    assert rows(desk.text("/dashboard/customers?grade=-")) == [PIA]
    assert PIA not in rows(desk.text("/dashboard/customers?grade=ABC"))
    assert rows(desk.text("/dashboard/customers?order=-last_mail"))[0] == TIM
    assert "Kein Kunde passt dazu" in desk.text("/dashboard/customers?q=nobody")


def test_on_narrow_screens_the_number_of_mails_has_its_unit(desk: Desk) -> None:
    shown = {
        language: re.findall(r'data-unit="(\w+)">(\d+)<', desk.text("/dashboard/customers", language))
        for language in ("de", "en")
    }
    for one, many in (("Mail", "Mails"), ("mail", "mails")):
        counted = shown["de" if one == "Mail" else "en"]
        assert {unit for unit, _ in counted} == {one, many}
        assert all((unit == one) == (number == "1") for unit, number in counted)


@pytest.mark.parametrize(
    "query", ["order=evil", "page=0", "page=99999999999", "page=x", "only=x", "grade=%00", "page=-1"]
)
def test_what_an_address_cannot_mean_is_left_out(desk: Desk, query: str) -> None:
    assert len(rows(desk.text(f"/dashboard/customers?{query}"))) == 3


def test_a_corrected_grade_counts_and_is_found_as_it_is_shown(desk: Desk) -> None:
    computed = desk.office.store.relationships.get(TIM, sight=EVERYTHING)
    assert computed is not None
    other = next(each for each in "ABC" if each != computed.figures.letter)
    before = desk.office.store.overview.letters(sight=EVERYTHING)
    desk.office.store.corrections.set(TIM, other, "because", NOW, sight=EVERYTHING)
    after = desk.office.store.overview.letters(sight=EVERYTHING)
    assert after.get(other, 0) == before.get(other, 0) + 1
    assert sum(after.values()) == sum(before.values())
    assert TIM in rows(desk.text(f"/dashboard/customers?grade={other}"))
    assert TIM not in rows(desk.text(f"/dashboard/customers?grade={computed.figures.letter}"))


def test_a_company_is_its_people_and_tells_no_mean_of_two(desk: Desk) -> None:
    page = desk.text("/dashboard/companies/moelder.example")
    assert sorted(rows(page)) == [ANNA, TIM]
    assert "erst ab drei Kunden" in page
    assert desk.office.store.overview.company("moelder.example", sight=EVERYTHING).mean is None


def test_free_mail_is_no_company(desk: Desk) -> None:
    desk.text("/dashboard/companies/gmail.com", status=404)
    assert "/dashboard/companies/gmail.com" not in desk.text("/dashboard/customers")
    desk.text("/dashboard/companies/unknown.example", status=404)
    desk.text("/dashboard/segments/unknown", status=404)


def test_a_customer_s_page_opens_every_point_onto_its_mails_with_the_words_marked(desk: Desk) -> None:
    page = desk.text(CUSTOMER)
    assert "Woraus der Index besteht" in page
    assert re.search(r"<mark>[^<]+</mark>", page)
    assert page.count("<details") > 5
    for said in ("Nähe", "Gewohnheiten", "Du und Sie", "Stufe berichtigen", "Offene Anliegen"):
        assert said in page


def test_a_habit_in_numbers_says_of_what(desk: Desk) -> None:
    assert re.search(r"<dt>Länge der Mail</dt><dd>rund \d+ Wörter</dd>", desk.text(CUSTOMER))


def test_a_customer_s_chart_says_in_words_what_it_shows_and_has_a_table(desk: Desk) -> None:
    page = desk.text(CUSTOMER, "en")
    chart = re.search(r'<svg[^>]*class="chart"[^>]*role="img"[^>]*>.*?</svg>', page, re.S)
    assert chart is not None
    assert "<title>Course</title>" in chart[0]
    assert re.search(r"<desc>Index \d+ on .+ 9 mails of the customer&#39;s, 1 of the team&#39;s", chart[0])
    assert "The figures as a table" in page


def test_the_chart_reaches_back_before_the_first_grading(desk: Desk) -> None:
    days = [each.day for each in desk.office.store.relationships.history(ANNA, sight=EVERYTHING)]
    assert days[-1] == NOW.date()
    assert days[0] < (NOW - timedelta(days=100)).date()
    assert days == sorted(set(days))


def test_outcomes_are_events_of_the_course(desk: Desk) -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    desk.office.store.outcomes.add(NewOutcome(ANNA, "csat", at, "api", value=2), NOW)
    assert "Zufriedenheit: 2 von 5" in desk.text(CUSTOMER)


def test_too_little_mail_is_said(desk: Desk) -> None:
    page = desk.text(f"/dashboard/customers/{PIA}")
    assert "zu wenig Post" in page
    assert "Firma gmail.com" not in page


def test_a_text_that_is_gone_is_said(desk: Desk) -> None:
    desk.office.store.messages.drop_texts(NOW + timedelta(days=1))
    page = desk.text(CUSTOMER)
    assert "nicht mehr aufbewahrt" in page
    assert "<mark>" not in page


def test_a_grade_is_corrected_with_its_reason_and_taken_back(desk: Desk) -> None:
    path = f"/dashboard/grades/{ANNA}"
    assert desk.post(path, CUSTOMER, letter="A", reason="Sie kam <gestern> vorbei.").status_code == 303
    page = desk.text(CUSTOMER)
    assert "Sie kam &lt;gestern&gt; vorbei." in page
    assert "von Hand auf A gesetzt, errechnet war" in page
    assert desk.post(path, CUSTOMER, letter="back").status_code == 303
    assert "errechnet war" not in desk.text(CUSTOMER)
    assert desk.post(path, CUSTOMER, letter="back").status_code == 404


@pytest.mark.parametrize("data", [{"letter": "A", "reason": "  "}, {"letter": "D", "reason": "x"}, {"reason": "x"}])
def test_a_correction_needs_a_grade_and_a_reason(desk: Desk, data: dict[str, str]) -> None:
    answer = desk.post(f"/dashboard/grades/{ANNA}", CUSTOMER, **data)
    assert answer.status_code == 422
    assert "nennen Sie den Grund" in answer.text
    assert desk.office.store.corrections.of(ANNA, sight=EVERYTHING) is None


def test_a_promise_is_ticked_and_opened_again_where_it_is_shown(desk: Desk) -> None:
    (promise,) = desk.office.store.matters.open(("promise",), sight=EVERYTHING)
    path = f"/dashboard/matters/{promise.id}"
    answer = desk.post(path, CUSTOMER, done="yes", back=CUSTOMER)
    assert answer.headers["Location"] == CUSTOMER
    assert desk.office.store.matters.open(("promise",), sight=EVERYTHING) == []
    assert "Doch offen" in desk.text(CUSTOMER)
    assert desk.post(path, CUSTOMER, done="no", back="https://evil.example/").headers["Location"] == "/dashboard/"
    assert len(desk.office.store.matters.open(("promise",), sight=EVERYTHING)) == 1
    assert desk.post("/dashboard/matters/999999", CUSTOMER, done="yes").status_code == 404


def test_all_open_needs_have_a_page(desk: Desk) -> None:
    assert "ärgerlich" in desk.text("/dashboard/open/need")
    assert "Offene Zusagen" in desk.text("/dashboard/open/promise")
    desk.text("/dashboard/open/other", status=404)


def test_a_customer_who_was_not_worked_out_yet_is_said(desk: Desk) -> None:
    late = mail("Guten Tag, bitte um Rückruf.", sender="Uwe <uwe@new.example>", message_id="<u@n.example>")
    desk.office.receive(late, folder=Folder("New", "inbox"))
    assert "noch nicht ausgewertet" in desk.text("/dashboard/customers/uwe@new.example")
    assert "uwe@new.example" in desk.text("/dashboard/customers")
