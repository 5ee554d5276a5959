"""What stands before every page: known proxies, known hosts, rates and sizes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client

from coach import Coach
from server.app import create_app
from server.settings import Web
from server.web.body_limit import LARGEST, USUAL, most
from server.web.forwarded import KnownProxies
from server.web.known_hosts import known
from server.web.rates import PER_MINUTE, REFUSED_PER_MINUTE, WORK, WRITE, class_of
from tests.office import Office, open_office
from tests.redis_server import RedisServer
from tests.server.api.conftest import Api, api_of, bearer


@pytest.fixture
def api(tmp_path: Path, coach: Coach) -> Iterator[Api]:
    with open_office(tmp_path, coach) as office:
        yield api_of(office)


def told(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    names = ("REMOTE_ADDR", "wsgi.url_scheme", "HTTP_HOST", "HTTP_X_FORWARDED_FOR", "SCRIPT_NAME")
    return [" ".join(str(environ.get(each, "")) for each in names).strip().encode()]


def seen(peer: str, **headers: str) -> str:
    proxied = Client(KnownProxies(told, ("127.0.0.0/8", "10.0.0.0/24")))
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return proxied.get("/", environ_base={"REMOTE_ADDR": peer}, headers=given, base_url="http://coach").text


def test_a_known_proxy_is_believed_about_address_and_tls():
    assert seen("127.0.0.1", X_Forwarded_For="203.0.113.9", X_Forwarded_Proto="https").startswith(
        "203.0.113.9 https coach"
    )


def test_what_a_client_wrote_before_the_proxy_added_to_it_is_not_believed():
    assert seen("127.0.0.1", X_Forwarded_For="198.51.100.1, 203.0.113.9").startswith("203.0.113.9 ")


def test_a_chain_of_known_proxies_leads_to_the_client():
    assert seen("127.0.0.1", X_Forwarded_For="198.51.100.1, 203.0.113.9, 10.0.0.7").startswith("203.0.113.9 ")


@pytest.mark.parametrize("peer", ["203.0.113.5", "10.0.1.1", "", "no address"])
def test_nobody_else_is_believed(peer: str):
    assert seen(peer, X_Forwarded_For="127.0.0.1", X_Forwarded_Proto="https", Forwarded="for=1.1.1.1") == (
        f"{peer} http coach".strip()
    )


def test_neither_host_nor_path_nor_nonsense_is_taken_from_a_proxy():
    odd = seen("127.0.0.1", X_Forwarded_Host="evil.example", X_Forwarded_Prefix="/x", X_Forwarded_For="<script>")
    assert odd == "127.0.0.1 http coach"
    assert " gopher " not in seen("127.0.0.1", X_Forwarded_Proto="gopher")


# hosts


@pytest.mark.parametrize(
    ("settings", "host", "expected"),
    [
        ({}, "localhost", True),
        ({}, "127.0.0.1", True),
        ({}, "::1", True),
        ({}, "evil.example", False),
        ({}, "localhost.evil.example", False),
        ({}, "", False),
        ({}, "192.168.1.7", False),
        ({"host": "192.168.1.7"}, "192.168.1.7", True),
        ({"host": "0.0.0.0"}, "192.168.1.7", True),
        ({"host": "0.0.0.0"}, "evil.example", False),
        ({"host": "0.0.0.0", "public_url": "https://coach.example.com"}, "192.168.1.7", False),
        ({"public_url": "https://Coach.example.com:8443/x"}, "coach.example.COM", True),
        ({"hosts": ["coach.intern"]}, "coach.intern", True),
        ({"hosts": ["coach.intern"]}, "coach.intern.", True),
    ],
)
def test_only_names_of_its_own_are_answered(settings: dict[str, Any], host: str, expected: bool):
    assert known(Web(**settings))(host) is expected


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "localhost@evil.example", "[::1", "a b"])
def test_host_header_attack_a_request_for_a_foreign_name_is_refused(api: Api, host: str):
    for path in ("/try", "/dashboard/sign-in", "/api/v1/customers"):
        answer = api.client.get(path, headers={**bearer(api.token), "Host": host})
        assert answer.status_code in (400, 421), (host, path)
    assert api.client.get("/health", headers={"Host": "evil.example"}).status_code == 200


# rates


def asked(client: FlaskClient, times: int, path: str, method: str = "GET", **more: Any) -> list[int]:
    return [client.open(path, method=method, **more).status_code for _ in range(times)]


def test_token_guessing_is_stopped_and_who_has_a_good_token_goes_on(api: Api):
    assert api.get("customers").status_code == 200
    guesses = [api.get("customers", token=f"ek_{n}").status_code for n in range(REFUSED_PER_MINUTE + 20)]
    assert guesses == [401] * REFUSED_PER_MINUTE + [429] * 20
    assert api.get("customers").status_code == 200


def test_a_network_of_addresses_counts_once(api: Api):
    """Who has a connection by IPv6 has 2^64 addresses."""
    for n in range(REFUSED_PER_MINUTE):
        at = {"environ_base": {"REMOTE_ADDR": f"2001:db8:0:1::{n + 1:x}"}}
        assert api.client.get("/api/v1/customers", headers=bearer(f"ek_{n}"), **at).status_code == 401
    for address, status in (("2001:db8:0:1:ffff::1", 429), ("2001:db8:0:2::1", 401), ("::ffff:192.0.2.7", 401)):
        at = {"environ_base": {"REMOTE_ADDR": address}}
        assert api.client.get("/api/v1/customers", headers=bearer("ek_x"), **at).status_code == status


def test_another_address_is_not_kept_waiting(api: Api):
    for n in range(REFUSED_PER_MINUTE + 1):
        api.get("customers", token=f"ek_{n}")
    elsewhere = {"environ_base": {"REMOTE_ADDR": "203.0.113.9"}}
    assert api.client.get("/api/v1/customers", headers=bearer("ek_1"), **elsewhere).status_code == 401


def test_a_made_up_token_brings_no_allowance_of_its_own(api: Api):
    """Or else nobody would ever be slowed down: each request with another one."""
    most_of_all = PER_MINUTE["description"]
    answers = [
        api.client.get("/api/v1/openapi.json", headers=bearer(f"ek_{n}"), buffered=True).status_code
        for n in range(most_of_all + 5)
    ]
    assert answers == [200] * most_of_all + [429] * 5


def test_who_asks_too_often_is_told_when_to_come_back(api: Api):
    path, limit = "/api/v1/hints/feedback", PER_MINUTE[WRITE]
    answers = asked(api.client, limit + 1, path, "POST", json={})
    assert answers[-1] == 429
    refused = api.client.post(path, json={})
    assert refused.mimetype == "application/problem+json"
    assert refused.get_json()["status"] == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 61
    assert refused.headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_is_asked_for_too_often_says_so_in_words(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach, demo=True) as office:
        client = create_app(office.services).test_client()
        answers = asked(client, PER_MINUTE["page"] + 1, "/no-such-page")
        refused = client.get("/no-such-page", headers={"Accept": "text/html"})
    assert answers[-1] == refused.status_code == 429
    assert refused.mimetype == "text/plain"


def test_typing_without_a_pause_never_meets_a_limit():
    every = 0.3  # seconds between two questions of a panel at the fastest, see addin/panel/asking.js
    assert PER_MINUTE[WORK] >= 60 / every * 1.4


def test_servers_that_name_one_redis_count_together(tmp_path: Path, coach: Coach, redis: RedisServer):
    with open_office(tmp_path, coach, EINKLANG_WEB_RATE_LIMIT_STORAGE=redis.url) as office:
        servers = [create_app(office.services).test_client() for _ in range(2)]
        path, most_of_all = "/api/v1/openapi.json", PER_MINUTE["description"]
        answers = [servers[n % 2].get(path, buffered=True).status_code for n in range(most_of_all + 2)]
    assert answers == [200] * most_of_all + [429] * 2


def test_every_route_has_a_class(office_routes: list[tuple[str, str, str]]):
    for endpoint, blueprint, method in office_routes:
        assert class_of(endpoint, blueprint, method) in {*PER_MINUTE, "free"}
    assert {each[0] for each in office_routes if class_of(*each) == "free"} == {
        "health.health",
        "health.live",
        "health.ready",
    }


@pytest.fixture
def office_routes(api: Api) -> list[tuple[str, str, str]]:
    rules = api.client.application.url_map.iter_rules()
    return [
        (rule.endpoint, rule.endpoint.rpartition(".")[0], method) for rule in rules for method in rule.methods or ()
    ]


# sizes


def test_a_form_takes_little_and_a_draft_much(office_routes: list[tuple[str, str, str]]):
    larger = {endpoint for endpoint, _, _ in office_routes if most(endpoint) > USUAL}
    assert larger == {"assessments.create", "rewrites.create"}
    assert max(map(most, larger)) == LARGEST


def test_what_is_too_large_for_its_route_is_refused_before_it_is_read(api: Api):
    for path in ("/api/v1/session", "/api/v1/outcomes", "/dashboard/sign-in", "/answer/x", "/no/such/page"):
        answer = api.client.post(path, data=b"x" * (USUAL + 1), headers=bearer(api.token))
        assert answer.status_code == 413, path


def test_a_form_of_a_thousand_fields_is_refused(api: Api):
    data = {f"f{n}": "" for n in range(1000)}
    answer = api.client.post("/dashboard/sign-in", data=data, content_type="multipart/form-data")
    assert answer.status_code in (400, 403, 413)
    assert isinstance(api.office, Office)
