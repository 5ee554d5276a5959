"""Pairing a mail client: one code, one use, ten minutes, few tries; then a token of its own."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from server.pairing_code import ALPHABET, LENGTH, new_code, read, shown
from server.store.pairings import MISSES, MISSES_OF_ALL, WINDOW
from tests.server.api.conftest import Api

OPEN_FOR = timedelta(minutes=10)


@pytest.fixture
def code(api: Api) -> str:
    """An open code for Rita."""
    return offered(api)


def offered(api: Api) -> str:
    code, office = new_code(), api.office
    rita = office.store.accounts.get_user("rita")
    office.store.pairings.offer(rita, office.services.vault.code_hash(code), office.now[0], office.now[0] + OPEN_FOR)
    return code


def pair(
    api: Api, code: str, *, at: str = "192.0.2.7", headers: dict[str, str] | None = None, **body: Any
) -> TestResponse:
    return api.client.post(
        "/api/v1/pairing",
        json={"code": code, "client": "thunderbird", **body},
        headers=headers,
        environ_overrides={"REMOTE_ADDR": at},
    )


def test_a_code_is_eight_characters_that_nobody_mixes_up():
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == LENGTH == 8 and set(code) <= set(ALPHABET) for code in codes)
    assert not set("01OI") & set(ALPHABET)
    assert len(ALPHABET) == 32


@pytest.mark.parametrize("typed", ["ABCD-EFGH", "abcd efgh", " abcdefgh\n", "ab cd-ef gh"])
def test_a_code_is_read_however_it_is_typed(typed: str):
    assert read(typed) == "ABCDEFGH"
    assert shown("ABCDEFGH") == "ABCD-EFGH"


def test_a_code_brings_a_token_that_lasts_half_a_year(api: Api, code: str):
    answer = pair(api, shown(code).lower(), label="Thunderbird 153, laptop").get_json()
    assert answer["user"] == "rita"
    assert datetime.fromisoformat(answer["expires"]) == api.office.now[0] + timedelta(days=180)
    (_, token) = api.office.store.accounts.list_tokens("rita")
    assert (token.client, token.label) == ("thunderbird", "Thunderbird 153, laptop")
    assert api.get("mailboxes", token=answer["token"]).status_code == 200
    api.office.later(timedelta(days=180))
    assert api.get("mailboxes", token=answer["token"]).status_code == 401


def test_a_paired_client_gets_sessions_of_an_hour(api: Api, code: str):
    paired = pair(api, code, client="outlook").get_json()["token"]
    session = api.client.post("/api/v1/session", json={"code": paired}).get_json()
    assert datetime.fromisoformat(session["expires"]) == api.office.now[0] + timedelta(hours=1)
    assert api.get("mailboxes", token=session["token"]).status_code == 200
    api.office.later(timedelta(hours=1))
    assert api.get("mailboxes", token=session["token"]).status_code == 401
    assert api.client.post("/api/v1/session", json={"code": paired}).status_code == 200


def test_a_code_is_used_once(api: Api, code: str):
    assert pair(api, code).status_code == 200
    answer = pair(api, code)
    assert answer.status_code == 401
    assert "ask for a new one" in answer.get_json()["detail"]


def test_a_code_is_open_for_ten_minutes(api: Api, code: str):
    other = offered(api)
    api.office.later(OPEN_FOR - timedelta(seconds=1))
    assert pair(api, code).status_code == 200
    api.office.later(timedelta(seconds=1))
    assert pair(api, other).status_code == 401


def test_a_label_is_the_client_where_none_is_given(api: Api, code: str):
    pair(api, code, label="  ")
    assert api.office.store.accounts.list_tokens("rita")[-1].label == "Thunderbird"


@pytest.mark.parametrize(
    "body",
    [{"client": "pine"}, {"client": None}, {"code": ""}, {"code": "x" * 41}, {"label": "x" * 81}, {"code": 12345678}],
)
def test_an_ill_formed_request_is_told_without_its_values(api: Api, code: str, body: dict[str, Any]):
    answer = pair(api, **{"code": code, **body})
    assert answer.status_code == 422
    assert code not in answer.get_data(as_text=True)
    assert pair(api, code).status_code == 200


def test_after_some_wrong_codes_even_the_right_one_waits(api: Api, code: str):
    for _ in range(MISSES):
        assert pair(api, "AAAAAAAA").status_code == 401
    answer = pair(api, code)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == str(int(WINDOW.total_seconds()))
    assert pair(api, code, at="192.0.2.8").status_code == 200


def test_the_wait_ends(api: Api):
    for _ in range(MISSES):
        pair(api, "AAAAAAAA")
    api.office.later(WINDOW - timedelta(seconds=1))
    code = offered(api)
    assert pair(api, code).status_code == 429
    api.office.later(timedelta(seconds=1))
    assert pair(api, code).status_code == 200


def test_tries_while_waiting_do_not_make_the_wait_longer(api: Api):
    for _ in range(MISSES * 3):
        pair(api, "AAAAAAAA")
    api.office.later(WINDOW)
    assert pair(api, offered(api)).status_code == 200


def test_whoever_has_a_network_of_addresses_counts_once(api: Api, code: str):
    for number in range(MISSES):
        assert pair(api, "AAAAAAAA", at=f"2001:db8:0:1::{number + 1}").status_code == 401
    assert pair(api, code, at="2001:db8:0:1:ffff::1").status_code == 429
    assert pair(api, code, at="2001:db8:0:2::1").status_code == 200


def test_clients_by_ipv4_are_told_apart_by_a_server_that_listens_on_all_addresses(api: Api, code: str):
    """It is told of them as of addresses of one IPv6 network."""
    for _ in range(MISSES):
        assert pair(api, "AAAAAAAA", at="::ffff:192.0.2.7").status_code == 401
    assert pair(api, code, at="192.0.2.7").status_code == 429
    assert pair(api, code, at="::ffff:192.0.2.8").status_code == 200


def test_behind_a_web_server_on_this_machine_its_clients_are_told_apart(api: Api, code: str):
    def from_behind(client: str, code: str) -> int:
        return pair(api, code, at="127.0.0.1", headers={"X-Forwarded-For": client}).status_code

    assert [from_behind("203.0.113.5", "AAAAAAAA") for _ in range(MISSES)] == [401] * MISSES
    assert from_behind("spoofed, 203.0.113.5", code) == 429
    assert from_behind("no address", code) == 200


def test_who_is_not_behind_it_cannot_say_otherwise(api: Api, code: str):
    for number in range(MISSES):
        pair(api, "AAAAAAAA", headers={"X-Forwarded-For": f"203.0.113.{number}"})
    assert pair(api, code, headers={"X-Forwarded-For": "203.0.113.99"}).status_code == 429


def test_all_together_have_a_limit(api: Api, code: str):
    for number in range(MISSES_OF_ALL):
        assert pair(api, "AAAAAAAA", at=f"198.51.{number // 200}.{number % 200}").status_code == 401
    assert pair(api, code, at="203.0.113.1").status_code == 429


def test_a_revoked_client_opens_nothing(api: Api, code: str):
    token = pair(api, code).get_json()["token"]
    session = api.client.post("/api/v1/session", json={"code": token}).get_json()["token"]
    api.office.store.accounts.revoke(api.office.store.accounts.list_tokens("rita")[-1].id, api.office.now[0])
    assert api.get("mailboxes", token=token).status_code == 401
    assert api.get("mailboxes", token=session).status_code == 401


def test_a_client_can_disconnect_itself(api: Api, code: str):
    token = pair(api, code).get_json()["token"]
    session = api.client.post("/api/v1/session", json={"code": token}).get_json()["token"]

    def disconnect(bearer: str) -> int:
        return api.client.delete("/api/v1/pairing", headers={"Authorization": f"Bearer {bearer}"}).status_code

    assert disconnect(session) == 401
    assert disconnect(api.token) == 401  # of a person, not of a client
    assert disconnect(token) == 204
    assert disconnect(token) == 401
    assert api.get("mailboxes", token=session).status_code == 401
    assert api.get("mailboxes").status_code == 200


def test_no_other_site_may_read_a_token(api: Api, code: str):
    answer = pair(api, code, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 200
    assert not [name for name, _ in answer.headers if name.lower().startswith("access-control-")]
    assert answer.headers["Cache-Control"] == "no-store"
    asked = api.client.options("/api/v1/pairing", headers={"Origin": "https://evil.example"})
    assert not [name for name, _ in asked.headers if name.lower().startswith("access-control-")]


def test_what_is_stored_does_not_lead_to_the_code(api: Api, code: str):
    with api.office.store._database.reading() as connection:
        stored = connection.exec_driver_sql("SELECT hash FROM pairing").scalars().all()
    assert len(stored) == 1
    assert stored[0] not in (code, hashlib.sha256(code.encode()).hexdigest())
