"""Who may ask: tokens, sessions, and the demo that asks for none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from server.secrets import token_hash
from tests.office import ANNA
from tests.server.api.conftest import Api, bearer, new_user_token
from tests.statements import listening

GUARDED = [
    ("GET", "mailboxes"),
    ("GET", "customers"),
    ("GET", f"customers/{ANNA}"),
    ("POST", "assessments"),
]


@pytest.mark.parametrize(("method", "path"), GUARDED)
@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Basic cml0YTpyaXRh", "Bearer ek_wrong", "Bearer a.b", "Bearer ä.ö", "ek_x"],
)
def test_nothing_is_told_without_a_valid_token(api: Api, method: str, path: str, header: str | None):
    headers = {"Authorization": header.encode().decode("latin-1")} if header is not None else {}
    answer = api.client.open(f"/api/v1/{path}", method=method, json={"draft": {"text": "x"}}, headers=headers)
    assert answer.status_code == 401
    assert answer.content_type == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.get_json()["status"] == 401


def test_a_token_opens_until_it_expires(api: Api):
    token = new_user_token(api.office, "bea", expires=api.office.now[0] + timedelta(days=1))
    assert api.get("mailboxes", token=token).status_code == 200
    api.office.later(timedelta(days=1))
    assert api.get("mailboxes", token=token).status_code == 401


def test_a_revoked_token_opens_nothing(api: Api):
    revoke(api, api.token)
    assert api.get("mailboxes").status_code == 401


def test_who_is_let_in_holds_one_connection_at_a_time(api: Api):
    with listening() as asked:
        assert api.get("customers").status_code == 200
    assert asked.turns == 1, "the first request of a week notes that the token is used"
    assert asked.most_open == 1, "all who wait for a connection to write with would hold one to read with"
    with listening() as asked:
        assert api.get("customers").status_code == 200
    assert asked.turns == 0


def test_a_token_opens_a_session_of_a_working_day(api: Api):
    session = api.client.post("/api/v1/session", json={"code": api.token}).get_json()
    assert session["demo"] is False
    assert session["token"] != api.token
    assert datetime.fromisoformat(session["expires"]) == api.office.now[0] + timedelta(hours=8)
    assert api.get("customers", token=session["token"]).status_code == 200
    api.office.later(timedelta(hours=8))
    assert api.get("customers", token=session["token"]).status_code == 401


def test_a_session_ends_with_the_token_behind_it(api: Api):
    session = api.client.post("/api/v1/session", json={"code": api.token}).get_json()["token"]
    revoke(api, api.token)
    assert api.get("customers", token=session).status_code == 401


def test_a_session_does_not_outlast_the_token_behind_it(api: Api):
    until = api.office.now[0] + timedelta(hours=1)
    token = new_user_token(api.office, "bea", expires=until)
    session = api.client.post("/api/v1/session", json={"code": token}).get_json()
    assert datetime.fromisoformat(session["expires"]).astimezone(UTC) == until


def test_a_session_cannot_be_exchanged_for_the_next(api: Api):
    session = api.client.post("/api/v1/session", json={"code": api.token}).get_json()["token"]
    assert api.client.post("/api/v1/session", json={"code": session}).status_code == 401


def test_a_changed_session_token_is_refused(api: Api):
    payload, _, signature = (
        api.client.post("/api/v1/session", json={"code": api.token}).get_json()["token"].partition(".")
    )
    assert api.get("customers", token=f"{payload}A.{signature}").status_code == 401


@pytest.mark.parametrize("body", [{}, {"code": None}, {"code": ""}, {"code": "ek_wrong"}])
def test_a_session_needs_a_token(api: Api, body: dict[str, str]):
    answer = api.client.post("/api/v1/session", json=body)
    assert answer.status_code == 401
    assert "einklang token add" in answer.get_json()["detail"]


def test_the_demo_asks_for_no_token(demo_api: Api):
    session = demo_api.client.post("/api/v1/session", json={}).get_json()
    assert session["demo"] is True
    assert demo_api.get("customers", token=session["token"]).status_code == 200


def test_even_the_demo_refuses_a_wrong_token(demo_api: Api):
    assert demo_api.client.post("/api/v1/session", json={"code": "ek_wrong"}).status_code == 401
    assert demo_api.client.get("/api/v1/customers", headers=bearer("ek_wrong")).status_code == 401


def test_a_session_of_the_demo_opens_no_real_installation(api: Api):
    found = api.office.services
    token = found.vault.mint("demo", "panel", timedelta(hours=1), found.clock())
    assert api.get("customers", token=token).status_code == 401


def revoke(api: Api, token: str) -> None:
    accounts = api.office.store.accounts
    stored = accounts.find_token(token_hash(token), api.office.now[0])
    assert stored is not None
    accounts.revoke(stored.id, api.office.now[0])
