"""Files to take away: in the reader's language, with words of mails only where asked for, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from flask.testing import FlaskClient

from server.access import EVERYTHING
from server.store import NewOutcome
from tests.office import ANNA, NOW, Office, mail, mails_of_anna
from tests.server.web.reports_site import client, office, text_of

__all__ = ["client", "office"]

EVIL = '"=HYPERLINK(0)" <evil@x.example>'


def get(client: FlaskClient, path: str, language: str = "de") -> str:
    answer = client.get(f"/dashboard/export/{path}", headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    return answer.get_data(as_text=True)


def rows(text: str, separator: str = ";") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.fixture
def busy(office: Office) -> Office:
    """An office with two customers, one of whom calls himself a formula, a need and two outcomes."""
    office.connect()
    office.receive(*mails_of_anna(), mail("Wann kommt die Waage? Bitte melden Sie sich.", sender=EVIL))
    office.relate()
    outcomes = office.store.outcomes
    outcomes.add(NewOutcome(ANNA, "nps", NOW - timedelta(days=2), "api", 9, key="=1+1"), NOW)
    outcomes.add(NewOutcome(ANNA, "won", NOW, "api", amount=Decimal("1200.50"), currency="EUR"), NOW)
    return office


def test_customers_come_with_grades_and_heads_in_german(client: FlaskClient, busy: Office):
    busy.store.corrections.set(ANNA, "A", "long known", NOW, sight=EVERYTHING)
    found = {each["Adresse"]: each for each in rows(get(client, "customers"))}
    assert set(found) == {ANNA, "evil@x.example"}
    assert found["evil@x.example"]["Name"] == "'=HYPERLINK(0)"
    assert (found[ANNA]["Stufe"], found[ANNA]["Von Hand gesetzt"]) == ("A", "ja")
    assert found[ANNA]["Index"].replace(",", "").isdigit()


def test_in_english_the_signs_are_english(client: FlaskClient, busy: Office):
    (anna, _) = sorted(rows(get(client, "customers", "en"), ","), key=lambda row: row["Address"])
    assert anna["Address"] == ANNA
    assert anna["Corrected"] == "no"
    assert "." in anna["Index"]


def test_a_list_alone_can_be_taken(client: FlaskClient, busy: Office):
    assert rows(get(client, "customers?only=danger")) == []
    assert len(rows(get(client, "customers?only=nonsense"))) == 2


def test_the_mark_for_excel_is_there_where_asked_for(client: FlaskClient, busy: Office):
    assert get(client, "customers?bom=1").startswith("\ufeff")
    assert not get(client, "customers").startswith("\ufeff")


def test_words_of_mails_leave_only_where_asked_for(client: FlaskClient, busy: Office):
    assert "Wann kommt die Waage?" not in get(client, "matters")
    assert "Wann kommt die Waage?" not in get(client, "matters?format=json")
    needs = rows(get(client, "matters?words=1"))
    assert any("Wann kommt die Waage?" in each["Wortlaut"] for each in needs if each["Kunde"] == "evil@x.example")


def test_outcomes_come_with_values_and_defused_numbers(client: FlaskClient, busy: Office):
    won, nps = rows(get(client, "outcomes"))
    assert (won["Art"], won["Betrag"], won["Währung"]) == ("won", "1200,50", "EUR")
    assert (nps["Wert"], nps["Nummer in der Quelle"]) == ("9", "'=1+1")


def test_json_holds_the_same_for_programs(client: FlaskClient, busy: Office):
    answer = client.get("/dashboard/export/outcomes?format=json")
    said = answer.get_json()
    assert [each["id"] for each in said["outcomes"]] == ["", "=1+1"]
    assert said["outcomes"][0]["amount"] == "1200.50"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="einklang-outcomes-2026-11-21.json"'


def test_what_is_no_export_is_not_found(client: FlaskClient):
    assert client.get("/dashboard/export/passwords").status_code == 404
    assert client.get("/dashboard/export/customers?format=exe").status_code == 404


def test_the_page_leads_to_all_files(client: FlaskClient):
    page = client.get("/dashboard/export").get_data(as_text=True)
    assert all(f'action="/dashboard/export/{what}"' in page for what in ("customers", "matters", "outcomes"))
    assert "Daten über Menschen" in text_of(client, "export", "de")
