"""CSRF: no form of another site changes anything, walked over every route that may; and cookies no site sends along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from coach import Coach
from server.app import create_app
from tests.office import Office, open_office

SAFE = {"GET", "HEAD", "OPTIONS"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path_factory.mktemp("forgery"), coach, demo=True) as office:
        yield office


@pytest.fixture
def client(office: Office) -> FlaskClient:
    """Somebody who is let in: a browser would send their cookies along."""
    client = create_app(office.services).test_client()
    assert client.get("/dashboard/").status_code == 200
    return client


def changing(client: FlaskClient, below: str) -> list[tuple[str, str]]:
    """(method, path) of every route that may change something."""
    found = []
    for rule in client.application.url_map.iter_rules():
        path = re.sub(r"<int:\w+>", "1", re.sub(r"<(?:path:|string:)?(?!int:)\w+>", "anna@example.com", rule.rule))
        found += [(method, path) for method in sorted((rule.methods or set()) - SAFE) if path.startswith(below)]
    return found


def test_csrf_every_form_of_the_dashboard_refuses_what_another_site_sends(office: Office, client: FlaskClient):
    stranger = create_app(office.services).test_client()
    theirs = re.search(r'name="csrf" value="([^"]+)"', stranger.get("/dashboard/rules").text)
    other = {"csrf": theirs[1]} if theirs else {}
    walked = changing(client, "/dashboard")
    for method, path in walked:
        for data in ({}, {"csrf": ""}, {"csrf": "x.y"}, other):
            answer = client.open(path, method=method, data=data, headers={"Origin": "https://evil.example"})
            assert answer.status_code == 403, (method, path, data)
            assert "Location" not in answer.headers
    assert len(walked) >= 6


def test_csrf_the_api_never_goes_by_cookies(client: FlaskClient):
    """So a page elsewhere, which can only have cookies sent along, changes nothing there."""
    walked = [each for each in changing(client, "/api/") if each[1] not in ("/api/v1/session", "/api/v1/pairing")]
    for method, path in walked:
        answer = client.open(path, method=method, json={}, headers={"Origin": "https://evil.example"})
        assert answer.status_code in (401, 422), (method, path)  # 422: a body that says nothing is looked at first
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert len(walked) > 6


def test_csrf_no_site_elsewhere_may_ask_the_api_by_script(client: FlaskClient):
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for _, path in changing(client, "/"):
        answer = client.options(path, headers=asked)
        assert not [each for each in answer.headers if each[0].startswith("Access-Control-")], path


def test_csrf_json_in_disguise_is_no_json(client: FlaskClient):
    """A form may post text/plain without being asked; the API wants application/json."""
    answer = client.post("/api/v1/session", data='{"code": "x"}', content_type="text/plain")
    assert answer.status_code in (400, 401, 415, 422)


@pytest.mark.parametrize("url", ["http://localhost", "https://localhost"])
def test_cookies_are_out_of_reach_of_scripts_and_other_sites(office: Office, url: str):
    client = create_app(office.services).test_client()
    set_ = [
        each
        for path in ("/dashboard/", "/dashboard/sign-in", "/dashboard/?lang=en", "/try", "/panel/")
        for each in client.get(path, base_url=url).headers.getlist("Set-Cookie")
    ]
    assert set_
    for each in set_:
        flags = {part.strip().lower() for part in each.split(";")[1:]}
        assert "httponly" in flags, each
        assert flags & {"samesite=lax", "samesite=strict"}, each
        assert ("secure" in flags) is url.startswith("https"), each


def test_no_get_request_changes_anything(tmp_path: Path, coach: Coach):
    """What a picture on another site could ask for."""
    with open_office(tmp_path, coach, demo=True) as office:
        client = create_app(office.services).test_client()
        client.get("/dashboard/")
        before = (tmp_path / "einklang.db").read_bytes()
        for rule in client.application.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.rule.startswith("/dashboard"):
                path = re.sub(r"<int:\w+>", "1", re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule))
                client.get(re.sub(r"<(?:path:)?\w+>", "anna@example.com", path), buffered=True)
        assert (tmp_path / "einklang.db").read_bytes() == before
