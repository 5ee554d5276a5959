"""Every route of the application answers with its headers, found by walking them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from coach import Coach
from server.app import create_app
from server.web.headers import HSTS, UNUSED
from tests.office import Office, open_office

HOSTS_MAY_FRAME = re.compile(r"^/(?:panel|try|outlook)(?:/|$)")
EMBEDDER = "https://mail.example.com"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("headers")
    with open_office(folder, coach, demo=True, EINKLANG_WEB_FRAME_ANCESTORS=EMBEDDER) as office:
        yield office


@pytest.fixture(scope="module")
def client(office: Office) -> FlaskClient:
    return create_app(office.services).test_client()


def addresses(client: FlaskClient) -> Iterator[tuple[str, str]]:
    """(method, path) of every route, with something in place of its parameters."""
    for rule in client.application.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield method, filled(rule)


def filled(rule: Rule) -> str:
    path = re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule)
    path = path.replace("/panel/<path:name>", "/panel/main.js").replace("/try/<path:name>", "/try/host.js")
    path = path.replace("/outlook/<path:name>", "/outlook/taskpane.html")
    path = path.replace("static/<name>", "static/dashboard.css")
    return re.sub(r"<int:\w+>", "1", re.sub(r"<(?:path:)?\w+>", "nobody@example.com", path))


def test_every_route_has_strict_headers(client: FlaskClient):
    walked = 0
    for method, path in addresses(client):
        answer = client.open(path, method=method, buffered=True)
        headers, walked = answer.headers, walked + 1
        where = f"{method} {path} -> {answer.status}"
        assert answer.status_code < 500, where
        parts = (each.strip().partition(" ") for each in headers["Content-Security-Policy"].split(";"))
        policy = {name: sources for name, _, sources in parts}
        assert policy["default-src"] == "'none'", where
        assert policy["base-uri"] == "'none'", where
        for sources in policy.values():
            assert "unsafe" not in sources, where
            assert "*" not in sources, where
            assert not re.search(r"\bhttp:", sources), where
        assert "data:" not in policy.get("script-src", ""), where
        assert headers["X-Content-Type-Options"] == "nosniff", where
        assert headers["Referrer-Policy"] in ("no-referrer", "same-origin", "strict-origin-when-cross-origin"), where
        assert all(f"{each}=()" in headers["Permissions-Policy"] for each in UNUSED), where
        is_outlook = path.startswith("/outlook/")
        assert headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if is_outlook else "same-origin"), where
        assert headers.get("Cross-Origin-Opener-Policy") == (None if is_outlook else "same-origin"), where
        assert headers["Cache-Control"], where
        assert "Access-Control-Allow-Origin" not in headers, where
        assert "Strict-Transport-Security" not in headers, where
        allowed = policy["frame-ancestors"].split()
        if path.startswith(("/dashboard", "/answer/nobody")):
            assert allowed == ["'none'"], where
            assert headers["X-Frame-Options"] == "DENY", where
        else:
            assert allowed == ["'self'", EMBEDDER], where
    assert walked > 40


def test_no_page_holds_a_script_or_style_of_its_own(client: FlaskClient):
    """The policy forbids them; here it is seen that none is even tried."""
    pages = 0
    for method, path in addresses(client):
        answer = client.open(path, method=method, buffered=True)
        if answer.mimetype != "text/html":
            continue
        pages += 1
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", answer.text), path
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", answer.text), path
    assert pages > 10


@pytest.mark.parametrize(
    ("url", "headers", "expected"),
    [
        ("http://localhost", {}, None),
        ("http://localhost", {"X-Forwarded-Proto": "https"}, HSTS),
        ("https://localhost", {}, HSTS),
    ],
)
def test_browsers_are_told_to_stay_with_tls_once_they_came_by_it(
    client: FlaskClient, url: str, headers: dict[str, str], expected: str | None
):
    answer = client.get("/health", base_url=url, headers=headers)
    assert answer.headers.get("Strict-Transport-Security") == expected


def test_a_proxy_with_tls_in_front_that_says_nothing_is_known_by_the_public_address(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach, EINKLANG_WEB_PUBLIC_URL="https://coach.example.com") as office:
        client = create_app(office.services).test_client()
        assert client.get("/health").headers["Strict-Transport-Security"] == HSTS
