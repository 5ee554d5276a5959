"""GET /metrics: for whom the settings allow, and for nobody else; without words or people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from coach import Coach
from server.app import create_app
from server.errors import ServerError
from server.settings import load
from server.wiring import refuse_weak_metrics_token
from tests.office import ANNA, DRAFT, TEAM, mails_of_anna, open_office
from tests.server.api.conftest import Api, bearer, new_user_token

TOKEN = "a-token-that-nobody-guesses"


@contextmanager
def site(folder: Path, coach: Coach, open_to: str = "loopback", token: str = "", **env: str) -> Iterator[Api]:
    with open_office(folder, coach, EINKLANG_METRICS_OPEN_TO=open_to, **env) as office:
        office.services = replace(office.services, metrics_token=token)
        app = create_app(office.services)
        yield Api(office, app.test_client(), new_user_token(office, "rita"))


@pytest.fixture
def here(tmp_path: Path, coach: Coach) -> Iterator[Api]:
    with site(tmp_path, coach) as found:
        yield found


def test_nothing_is_told_unless_the_settings_say_to_whom(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach) as office:
        answer = create_app(office.services).test_client().get("/metrics")
    assert answer.status_code == 404
    assert "metrics.open_to" in answer.get_json()["detail"]


def test_a_program_on_this_machine_is_told(here: Api):
    answer = here.client.get("/metrics")
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain; version=0.0.4")
    assert "einklang_build_info" in answer.text


@pytest.mark.parametrize(
    ("peer", "headers", "host"),
    [
        ("203.0.113.9", {}, "localhost"),
        ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, "localhost"),
        ("127.0.0.1", {"X-Forwarded-Proto": "https"}, "localhost"),
        ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}, "localhost"),
        ("127.0.0.1", {"Via": "1.1 proxy"}, "localhost"),
        ("127.0.0.1", {}, "coach.example.com"),
        ("203.0.113.9", {"X-Forwarded-For": "127.0.0.1"}, "localhost"),
    ],
)
def test_whoever_comes_from_elsewhere_or_through_a_proxy_is_not(
    here: Api, peer: str, headers: dict[str, str], host: str
):
    answer = here.client.get("/metrics", headers=headers, environ_base={"REMOTE_ADDR": peer}, base_url=f"http://{host}")
    assert answer.status_code == 403
    assert "einklang_" not in answer.text


@pytest.mark.parametrize(
    ("public_url", "status"),
    [("https://coach.example.com", 403), ("https://127.0.0.1:8443", 200), ("http://localhost:8765", 200)],
)
def test_where_others_come_by_a_proxy_this_machine_alone_is_no_proof(
    tmp_path: Path, coach: Coach, public_url: str, status: int
):
    """nginx' plain proxy_pass sends the host of its upstream and no sign that it is a proxy."""
    with site(tmp_path, coach, EINKLANG_WEB_PUBLIC_URL=public_url) as found:
        answer = found.client.get("/metrics", base_url="http://127.0.0.1:8765")
    assert answer.status_code == status
    assert ("'token'" in answer.text) is (status == 403)
    assert ("einklang_build_info" in answer.text) is (status == 200)


def test_behind_a_proxy_the_token_opens(tmp_path: Path, coach: Coach):
    with site(tmp_path, coach, "token", TOKEN, EINKLANG_WEB_PUBLIC_URL="https://coach.example.com") as found:
        assert found.client.get("/metrics", headers=bearer(TOKEN)).status_code == 200


def test_with_a_token_whoever_sends_it_is_told_from_anywhere(tmp_path: Path, coach: Coach):
    with site(tmp_path, coach, "token", TOKEN) as found:
        elsewhere = {"environ_base": {"REMOTE_ADDR": "203.0.113.9"}, "base_url": "http://192.0.2.1:8765"}
        good = found.client.get("/metrics", headers=bearer(TOKEN), **elsewhere)
        assert good.status_code == 200
        for wrong in ({}, bearer("another"), bearer(""), {"Authorization": f"Basic {TOKEN}"}, bearer(found.token)):
            refused = found.client.get("/metrics", headers=wrong, **elsewhere)
            assert refused.status_code == 401
            assert "Bearer" in refused.headers["WWW-Authenticate"]


def test_no_token_opens_nothing_and_a_short_one_does_not_start(tmp_path: Path, coach: Coach):
    with site(tmp_path, coach, "token", "") as found:
        assert found.client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 401
    settings = load(None, {"EINKLANG_METRICS_OPEN_TO": "token"})
    for weak in ({}, {"EINKLANG_METRICS_TOKEN": "short"}):
        with pytest.raises(ServerError, match="openssl rand"):
            refuse_weak_metrics_token(settings, weak)
    refuse_weak_metrics_token(settings, {"EINKLANG_METRICS_TOKEN": TOKEN})


def test_a_token_cannot_be_tried_for_long(tmp_path: Path, coach: Coach):
    with site(tmp_path, coach, "token", TOKEN) as found:
        tries = [found.client.get("/metrics", headers=bearer(f"guess {n}")).status_code for n in range(140)]
    assert tries[0] == 401
    assert tries[-1] == 429


def test_no_word_of_a_draft_no_person_and_no_address_stands_in_it(here: Api):
    here.office.connect()
    here.office.receive(*mails_of_anna())
    here.assess(DRAFT, customer=ANNA)
    here.get(f"customers/{ANNA}")
    here.client.get(f"/none/{ANNA}")
    here.client.open("/health", method="BREW")
    text = here.client.get("/metrics").text
    for word in (ANNA, "anna", "krause", TEAM, "rita", "freitag", "BREW"):
        assert word.lower() not in text.lower().replace("einklang_", "")
    assert "einklang_assessment_seconds_count 1.0" in text
    assert 'route="/api/v1/customers/<path:address>"' in text
    assert 'method="other"' in text
    assert 'route="none",status="404"' in text


def test_in_works_council_mode_hints_are_told_in_released_sums_alone(tmp_path: Path, coach: Coach):
    for council in (True, False):
        env = {} if council else {"EINKLANG_PRIVACY_WORKS_COUNCIL": "false"}
        with site(tmp_path / str(council), coach, **env) as found:
            if not council:
                found.office.without_council()
            text = found.client.get("/metrics").text
        assert ("einklang_hints_shown_total" in text) is not council
        assert 'einklang_hints_total{action="followed"} 0.0' in text
