"""/api/v1/outcomes and /api/v1/feedback-links: told once, found by person, asked by a link that is signed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.office import ANNA, NOW, TEAM
from tests.server.api.conftest import Api, bearer

HOME = "anna.krause@gmx.example"
GOOD = {"customer": ANNA, "kind": "csat", "at": NOW.isoformat(), "value": 5}
DEAL = {"customer": ANNA, "kind": "won", "at": "2026-11-20T10:00:00+01:00", "amount": "1234.50", "currency": "EUR"}


def kept(api: Api, **query: Any) -> list[dict[str, Any]]:
    answer = api.get("outcomes", **query)
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()["outcomes"]


def test_an_outcome_is_kept_and_found(api: Api) -> None:
    answer = api.post("outcomes", DEAL | {"id": "D-1"})
    assert answer.status_code == 201
    told = answer.get_json()
    assert (told["amount"], told["currency"], told["at"], told["id"]) == (
        "1234.50",
        "EUR",
        "2026-11-20T09:00:00Z",
        "D-1",
    )
    assert told["source"] == "api"
    assert kept(api) == [told]


def test_what_is_told_twice_is_kept_once(api: Api) -> None:
    first = api.post("outcomes", GOOD)
    again = api.post("outcomes", GOOD)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.get_json() == again.get_json()
    assert len(kept(api)) == 1


def test_an_idempotency_key_counts_once_and_for_other_facts_it_is_a_conflict(api: Api) -> None:
    headers = bearer(api.token) | {"Idempotency-Key": '"4711"'}
    posted = [api.client.post("/api/v1/outcomes", json=body, headers=headers) for body in (GOOD, GOOD, DEAL)]
    assert [each.status_code for each in posted] == [201, 200, 409]
    assert [each["id"] for each in kept(api)] == ["4711"]


def test_pages_follow_each_other_and_the_last_says_so(api: Api) -> None:
    for hours in range(5):
        api.post("outcomes", GOOD | {"at": (NOW - timedelta(hours=hours)).isoformat()})
    first = api.get("outcomes", limit=3).get_json()
    second = api.get("outcomes", limit=3, before=first["next"]).get_json()
    assert [each["number"] for each in (*first["outcomes"], *second["outcomes"])] == [5, 4, 3, 2, 1]
    assert second["next"] is None


def test_a_person_has_the_outcomes_of_all_their_addresses(api: Api) -> None:
    api.post("outcomes", GOOD)
    api.post("outcomes", GOOD | {"customer": f"Anna Krause <{HOME.upper()}>", "value": 1})
    assert [each["value"] for each in kept(api, customer=ANNA)] == [5]
    api.office.store.people.join(ANNA, [HOME], NOW)
    assert [each["value"] for each in kept(api, customer=HOME)] == [1, 5]
    assert kept(api, kind="nps") == []


def test_a_removed_outcome_is_gone(api: Api) -> None:
    number = api.post("outcomes", GOOD).get_json()["number"]
    path = f"/api/v1/outcomes/{number}"
    assert api.client.delete(path, headers=bearer(api.token)).get_json()["value"] == 5
    assert api.client.delete(path, headers=bearer(api.token)).status_code == 404
    assert kept(api) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": 6},
        {"value": None},
        {"kind": "nps", "value": 11},
        {"kind": "hated"},
        {"customer": "Anna"},
        {"customer": TEAM},
        {"at": "2026-11-20T10:00:00"},
        {"at": (NOW + timedelta(days=2)).isoformat()},
        {"amount": "5.00"},
        {"kind": "won"},
        {"kind": "lost", "value": None, "amount": "-1"},
        {"kind": "lost", "value": None, "amount": "1.005"},
        {"kind": "lost", "value": None, "amount": "NaN"},
        {"kind": "lost", "value": None, "currency": "EUR"},
        {"kind": "lost", "value": None, "amount": "1", "currency": "Euro"},
        {"id": ""},
        {"rep": "sam"},
    ],
)
def test_what_is_no_outcome_is_refused(api: Api, wrong: dict[str, Any]) -> None:
    assert api.post("outcomes", GOOD | wrong).status_code == 422
    assert kept(api) == []


def test_nobody_may_look_or_tell_without_a_token(api: Api) -> None:
    asked = {"customer": ANNA, "kind": "nps", "language": "de"}
    for path, body in (("outcomes", GOOD), ("feedback-links", asked)):
        assert api.client.post(f"/api/v1/{path}", json=body).status_code == 401
    for path in ("outcomes", "alerts", "webhooks"):
        assert api.client.get(f"/api/v1/{path}").status_code == 401
    assert api.client.delete("/api/v1/outcomes/1").status_code == 401


def test_a_link_names_nobody_and_lasts_as_long_as_the_settings_say(api: Api) -> None:
    body = {"customer": ANNA, "kind": "nps", "language": "de", "message": "<angebot@waagen-kern.example>"}
    answer = api.post("feedback-links", body)
    assert answer.status_code == 201
    told = answer.get_json()
    assert told["expires"] == (NOW + timedelta(days=30)).isoformat().replace("+00:00", "Z")
    assert told["url"].startswith(f"{api.office.services.settings.web.url}/answer/")
    assert "krause" not in told["url"]
    assert api.post("feedback-links", body).get_json()["url"] != told["url"]


@pytest.mark.parametrize("wrong", [{"kind": "won"}, {"language": "fr"}, {"customer": TEAM}, {"customer": "Anna"}])
def test_a_question_that_nobody_could_answer_is_refused(api: Api, wrong: dict[str, str]) -> None:
    body = {"customer": ANNA, "kind": "nps", "language": "de"}
    assert api.post("feedback-links", body | wrong).status_code == 422
