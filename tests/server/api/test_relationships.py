"""Grades, lists, corrections, needs and promises over the API."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from coach import Coach
from tests.office import ANNA, NOW, SENT, TEAM, mail, open_office
from tests.server.api.conftest import Api, api_of, bearer

LEAVING = (
    "Guten Tag,\n\ndie Waage ist schon wieder ausgefallen, und niemand meldet sich. Das ist eine Frechheit! Wir sehen "
    "uns nun bei anderen Anbietern um und werden den Vertrag {n} kündigen. Wann melden Sie sich? 😠\n\nAnna Krause"
)
PROMISE = "Guten Tag Frau Krause,\n\nich schicke Ihnen das Angebot bis Freitag.\n\nMax Kern"


@pytest.fixture
def graded(tmp_path: Path, coach: Coach) -> Iterator[Api]:
    """An office with an angry customer, to whom something was promised, and one of whom hardly anything is known."""
    with open_office(tmp_path, coach) as office:
        office.connect()
        office.receive(*(
            mail(LEAVING.format(n=n), date=NOW - timedelta(days=30 - 5 * n), message_id=f"<{n}@moelder.example>")
            for n in range(4)
        ))  # fmt: skip
        sent = mail(PROMISE, sender=f"Max <{TEAM}>", to=f"Anna Krause <{ANNA}>", date=NOW - timedelta(days=12))
        office.receive(sent, folder=SENT)
        office.receive(mail("Guten Tag, was kostet eine Waage?", sender="Bo Berg <bo@andere.example>"))
        office.relate()
        yield api_of(office)


def told(api: Api, path: str, **query: Any) -> dict[str, Any]:
    answer = api.get(path, **query)
    assert answer.status_code == 200, answer.get_json()
    found: dict[str, Any] = answer.get_json()
    return found


def test_customers_are_listed_by_how_they_stand(graded: Api):
    found = told(graded, "relationships", only="danger", order="danger")
    assert [each["address"] for each in found["relationships"]] == [ANNA]
    (anna,) = found["relationships"]
    assert (anna["grade"], anna["corrected"], found["total"]) == ("C", False, 1)
    assert anna["band"][0] <= anna["index"] <= anna["band"][1]
    assert anna["step"]["name"] == "call"
    assert set(anna["reason"]) == {"de", "en"}


def test_lists_are_searched_filtered_and_paged(graded: Api):
    assert told(graded, "relationships")["total"] == 2
    assert [each["name"] for each in told(graded, "relationships", q="berg")["relationships"]] == ["Bo Berg"]
    assert [each["grade"] for each in told(graded, "relationships", grade="-")["relationships"]] == [""]
    first = told(graded, "relationships", order="name", limit=1)
    second = told(graded, "relationships", order="name", limit=1, offset=1)
    assert [each["relationships"][0]["name"] for each in (first, second)] == ["Anna Krause", "Bo Berg"]
    assert told(graded, "relationships", domain="andere.example")["total"] == 1
    assert graded.get("relationships", order="whatever").status_code == 422


def test_one_customer_comes_with_every_point_and_the_words_behind_it(graded: Api):
    found = told(graded, f"relationships/{ANNA}")
    loyalty = next(each for each in found["shares"] if each["signal"] == "loyalty")
    cause = min(loyalty["causes"], key=lambda each: each["points"])
    marked = cause["quote"].encode("utf-16-le")[2 * cause["marked"]["start"] : 2 * cause["marked"]["end"]]
    assert marked.decode("utf-16-le") in cause["quote"]
    assert cause["points"] < 0
    assert found["closeness"]["phase"] in ("opportunity", "acquaintance", "deepening")
    assert any(each["kind"] == "promise" and each["overdue"] for each in found["matters"])


def test_who_is_not_known_is_not_found(graded: Api):
    assert graded.get("relationships/nobody@nowhere.example").status_code == 404


def test_a_person_corrects_a_grade_with_a_reason_and_takes_it_back(graded: Api):
    def put(body: dict[str, str]) -> int:
        headers = bearer(graded.token)
        return graded.client.put(f"/api/v1/grades/{ANNA}", json=body, headers=headers).status_code

    assert put({"grade": "B"}) == 422
    assert put({"grade": "D", "reason": "Am Telefon war alles gut."}) == 422
    assert put({"grade": "B", "reason": "Am Telefon war alles gut."}) == 200
    found = told(graded, f"relationships/{ANNA}")
    assert (found["grade"], found["computed"], found["corrected"]) == ("B", "C", True)
    assert found["correction"]["reason"] == "Am Telefon war alles gut."
    gone = graded.client.delete(f"/api/v1/grades/{ANNA}", headers=bearer(graded.token))
    again = graded.client.delete(f"/api/v1/grades/{ANNA}", headers=bearer(graded.token))
    assert (gone.status_code, again.status_code) == (204, 404)
    assert told(graded, f"relationships/{ANNA}")["grade"] == "C"


def test_promises_are_ticked_and_opened_again(graded: Api):
    (promise,) = told(graded, "matters", kind="promise")["matters"]
    assert promise["customer"] == ANNA
    assert graded.post(f"matters/{promise['id']}", {"done": True}).get_json()["ticked"] is True
    assert told(graded, "matters", kind="promise")["matters"] == []
    assert graded.post(f"matters/{promise['id']}", {"done": False}).get_json()["ticked"] is False
    assert len(told(graded, "matters", kind="promise")["matters"]) == 1
    assert graded.post("matters/999999", {"done": True}).status_code == 404


def test_the_card_and_the_coaching_know_the_grade(graded: Api):
    assert told(graded, f"customers/{ANNA}")["relationship"]["grade"] == "C"
    answer = graded.assess("Hallo Frau Krause, danke für Ihre Nachricht.", customer=ANNA)
    assert answer["customer"]["address"] == ANNA


def test_nothing_is_told_without_a_token(graded: Api):
    for path in ("relationships", f"relationships/{ANNA}", "matters"):
        assert graded.client.get(f"/api/v1/{path}").status_code == 401
    client = graded.client
    assert client.put(f"/api/v1/grades/{ANNA}", json={"grade": "A", "reason": "einfach so"}).status_code == 401
    assert client.delete(f"/api/v1/grades/{ANNA}").status_code == 401
    assert client.post("/api/v1/matters/1", json={"done": True}).status_code == 401
