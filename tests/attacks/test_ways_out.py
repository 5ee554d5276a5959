"""Open redirects, header injection, names that deceive, deep JSON, and requests that the server might make itself."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from flask.testing import FlaskClient

from coach import Coach
from server.app import create_app
from server.digest import addressed, alert_mail
from server.errors import SettingsError
from server.mail.mime_address import addresses
from server.settings import load
from server.store import Delivery
from server.store.alerts import Alert
from server.webhooks import SignedPost
from tests.attacks.hostile_office import BIDI, CRLF, SCRIPT, encoded
from tests.office import ANNA, NOW, open_office

AWAY = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "/dashboard/..//evil.example",
    "/dashboard//evil.example",
    "/dashboard\\@evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/dashboard/\r\nLocation: https://evil.example",
    "/dashboard/\r\nSet-Cookie: a=b",
    "https:evil.example",
    "/dashboard.evil.example/",
    " https://evil.example",
    "\thttps://evil.example",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[FlaskClient]:
    with open_office(tmp_path_factory.mktemp("out"), coach, demo=True) as office:
        yield create_app(office.services).test_client()


@pytest.mark.parametrize("to", AWAY)
def test_open_redirect_no_answer_leads_to_another_site(client: FlaskClient, to: str):
    for path in ("/dashboard/sign-in", "/dashboard/", "/", "/try/", "/dashboard/customers"):
        for query in ({"to": to}, {"next": to, "lang": "de"}, {"lang": "de", "q": to}):
            answer = client.get(path, query_string=query, headers={"X-Forwarded-Host": "evil.example"})
            lead = answer.headers.get("Location", "/")
            assert lead.startswith("/"), (path, lead)
            assert not lead.startswith(("//", "/\\")), (path, lead)
            assert "\n" not in lead
            assert "a=b" not in str(answer.headers.getlist("Set-Cookie"))


def test_open_redirect_an_address_of_two_slashes_stays_here(client: FlaskClient):
    for path in ("//evil.example/try/", "//evil.example", "/dashboard//evil.example", "///evil.example/%2e%2e"):
        lead = client.get("/", environ_overrides={"PATH_INFO": path}).headers.get("Location", "/")
        assert not lead.startswith(("//", "http://evil", "https://evil")), (path, lead)


def test_header_injection_names_and_texts_make_no_header_of_a_mail():
    for name in (CRLF, SCRIPT, "a\x00b", "=?utf-8?q?a=0D=0ABcc:_x@evil.example?="):
        alert = Alert("turned_sour", ANNA, {"de": CRLF, "en": CRLF}, NOW)
        made = addressed(alert_mail(alert, "de", team=CRLF, name=name), "e@a.example", "t@a.example", "key", NOW)
        head = bytes(made).partition(b"\r\n\r\n")[0]
        assert b"\nBcc:" not in head
        assert made["Bcc"] is None
        assert made["To"] == "t@a.example"


def test_header_injection_by_arguments_is_impossible(client: FlaskClient):
    for path in ("/dashboard/export/customers", "/dashboard/export/outcomes", "/try", "/dashboard/"):
        for value in ("x\r\nX-Evil: 1", "x\nX-Evil: 1", 'x"; filename="evil.exe', "x\u2028X-Evil: 1"):
            query = {"only": value, "segment": value, "format": value, "lang": value}
            answer = client.get(path, query_string=query, buffered=True)
            assert "X-Evil" not in answer.headers
            assert "evil" not in answer.headers.get("Content-Disposition", "")


def test_names_that_turn_or_split_what_stands_beside_them_are_made_plain():
    (found,) = addresses(f"{encoded(BIDI)} <a@b.example>")
    assert found.name == "gnp.fdp.exeAnna"
    (found,) = addresses(f"{encoded(CRLF)} <a@b.example>")
    assert found.name == "Anna Bcc: victim@elsewhere.example Body"
    (found,) = addresses(f"{encoded('می‌خواهم 👩‍👩‍👧')} <a@b.example>")
    assert found.name == "می‌خواهم 👩‍👩‍👧"


@pytest.mark.parametrize("opening", ['{"a":', "[", '{"draft":{"text":['])
def test_deep_json_is_bad_input_for_every_route(client: FlaskClient, opening: str):
    token = client.post("/api/v1/session", json={}).get_json()["token"]
    body = (opening * (60_000 // len(opening))).encode()
    for rule in client.application.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & {"POST", "PUT", "DELETE", "PATCH"}):
            if not rule.rule.startswith("/api/"):
                continue
            path = rule.rule.replace("<path:address>", ANNA).replace("<int:number>", "1").replace("<int:job>", "1")
            headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
            assert client.open(path, method=method, data=body, headers=headers).status_code < 500, (method, path)


def test_json_numbers_without_end_are_bad_input(client: FlaskClient):
    body = '{"draft": {"text": "x"}, "customer": ' + "9" * 60_000 + "}"
    answer = client.post("/api/v1/assessments", data=body, content_type="application/json")
    assert answer.status_code in (400, 401, 422)


# requests of the server's own


class Redirecting(BaseHTTPRequestHandler):
    """Sends whoever comes on to a place inside; notes who came there."""

    inside = 0

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        type(self).inside += self.path == "/inside"
        self.send_response(307 if self.path != "/inside" else 200)
        self.send_header("Location", "/inside")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def test_ssrf_a_webhook_follows_no_redirect():
    server = HTTPServer(("127.0.0.1", 0), Redirecting)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        delivery = Delivery("id", f"http://127.0.0.1:{server.server_port}/hook", "grade.changed", "{}", NOW, 1)
        answer = SignedPost(b"k" * 32)(delivery, datetime.now(UTC))
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert not answer.taken
    assert "redirects are not followed" in answer.problem
    assert Redirecting.inside == 0


@pytest.mark.parametrize(
    "url",
    ["http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "file:///etc/passwd", "gopher://x/", "ftp://x/",
     "https://user:secret@crm.example/", "//crm.example/hook"],
)  # fmt: skip
def test_ssrf_addresses_of_programs_are_https_or_this_machine(url: str):
    with pytest.raises(SettingsError):
        load(None, {"EINKLANG_WEBHOOKS_URLS": url})
    with pytest.raises(SettingsError):
        load(None, {"EINKLANG_LANGUAGE_MODEL_ENDPOINT": url, "EINKLANG_LANGUAGE_MODEL_MODEL": "x"})


def test_ssrf_no_request_can_name_an_address_that_the_server_then_asks(client: FlaskClient):
    """Addresses of other servers stand in settings, which only an admin of the machine writes."""
    described = client.get("/api/v1/openapi.json").get_json()
    operations = [one for methods in described["paths"].values() for one in methods.values()]
    taken = json.dumps([[each.get("parameters"), each.get("requestBody")] for each in operations])
    names = {name for name, model in described["components"]["schemas"].items() if f'schemas/{name}"' in taken}
    fields = {field for name in names for field in described["components"]["schemas"][name].get("properties", {})}
    assert fields
    assert not [each for each in fields if any(word in each.lower() for word in ("url", "uri", "host", "endpoint"))]
