"""Einklang behind a real nginx with the example that we give: pages, drafts, addresses, ids, frames, connections."""

from __future__ import annotations

import http.client
import json
import re
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from server.demo.certificates import CertificateKind, provide_certificates
from tests.installation import LiveServer
from tests.nginx import Nginx, require_nginx

CONNECTIONS = Path("/proc/net/tcp")
DRAFT = "Guten Tag Frau Berger,\n\nvielen Dank für Ihre Nachricht. Wir liefern die Waage am Freitag.\n\nViele Grüße"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)

    @property
    def said(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.body)
        return found


@dataclass(frozen=True)
class Front:
    """nginx before a running Einklang, as a browser meets it."""

    nginx: Nginx
    server: LiveServer

    def ask(
        self, method: str, path: str, body: object = None, *, came_from: str = "127.0.0.1", **headers: str
    ) -> Answer:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # one with the machine's certificates takes ten times as long
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # a certificate of this test's own
        connection = http.client.HTTPSConnection(
            "127.0.0.1", self.nginx.port, timeout=60, source_address=(came_from, 0), context=context
        )
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else None
        given = {"Host": f"localhost:{self.nginx.port}", "Content-Type": "application/json", **headers}
        with closing(connection):
            connection.request(method, path, data, given)
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())

    def token(self) -> str:
        return str(self.ask("POST", "/api/v1/session", {}).said["token"])


@pytest.fixture(scope="module")
def front(live_server: LiveServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    require_nginx()
    files = provide_certificates(tmp_path_factory.mktemp("tls"), CertificateKind.VALID, datetime.now(UTC))
    with Nginx(urlsplit(live_server.url).netloc, files.certificate, files.key) as nginx:
        yield Front(nginx, live_server)


def test_the_panel_comes_with_its_headers_and_may_be_framed_where_the_settings_say(front: Front):
    answer = front.ask("GET", "/panel/")
    assert answer.status == 200
    assert b"<html" in answer.body
    assert f"frame-ancestors 'self' {front.server.embedder}" in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["strict-transport-security"]  # by X-Forwarded-Proto it knows that people come by TLS


def test_pages_of_outlook_keep_the_headers_that_office_needs(front: Front):
    answer = front.ask("GET", "/outlook/taskpane.html")
    assert answer.status == 200
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "cross-origin-opener-policy" not in answer.headers


def test_a_draft_is_assessed(front: Front):
    answer = front.ask(
        "POST", "/api/v1/assessments", {"draft": {"text": DRAFT}}, Authorization=f"Bearer {front.token()}"
    )
    assert answer.status == 200
    assert answer.said["language"]


def test_the_longest_draft_gets_through_and_nothing_longer(front: Front):
    token = f"Bearer {front.token()}"
    longest = b'{"draft": {"text": "' + b" " * ((2 << 20) - 24) + b'"}}'
    assert len(longest) <= 2 << 20
    answer = front.ask("POST", "/api/v1/assessments", longest, Authorization=token)
    assert answer.status in (200, 422)
    assert "json" in answer.headers["content-type"]
    refused = front.ask("POST", "/api/v1/assessments", longest + b" " * 100, Authorization=token)
    assert refused.status == 413


def test_the_id_that_nginx_gives_a_request_is_that_of_the_answer_and_of_problems(front: Front):
    answer = front.ask("GET", "/api/v1/customers")
    assert answer.status == 401
    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["x-request-id"])
    assert answer.said["request_id"] == answer.headers["x-request-id"]
    forged = front.ask("GET", "/health", **{"X-Request-ID": "mine-12345678"})
    assert forged.headers["x-request-id"] != "mine-12345678"


def test_tries_count_for_the_address_that_they_come_from(front: Front):
    def tried(came_from: str) -> int:
        return front.ask("GET", "/api/v1/customers", came_from=came_from, Authorization="Bearer guess").status

    tries = [tried("127.0.0.2") for _ in range(125)]
    assert (tries[0], tries[-1]) == (401, 429)
    assert tried("127.0.0.3") == 401


def test_figures_are_not_to_be_had_from_outside(front: Front):
    answer = front.ask("GET", "/metrics")
    assert answer.status == 404
    assert "x-request-id" not in answer.headers  # nginx itself said so


def test_other_names_are_refused_and_plain_http_is_sent_to_https(front: Front):
    assert front.ask("GET", "/try", Host="elsewhere.example").status == 421
    with closing(http.client.HTTPConnection("127.0.0.1", front.nginx.plain_port, timeout=60)) as connection:
        connection.request("GET", "/try", headers={"Host": "localhost"})
        answer = connection.getresponse()
        answer.read()
    assert (answer.status, answer.headers["Location"]) == (301, "https://localhost/try")


@pytest.mark.skipif(not CONNECTIONS.exists(), reason="the connections of this machine cannot be counted; needs Linux")
def test_connections_to_einklang_are_kept_for_the_next_request(front: Front):
    def opened() -> int:
        port = f":{urlsplit(front.server.url).port:04X}"
        return sum(line.split()[2].endswith(port) for line in CONNECTIONS.read_text().splitlines()[1:])

    front.ask("GET", "/health")
    before = opened()
    for _ in range(20):
        assert front.ask("GET", "/health").status == 200
    assert opened() - before <= 2  # else each would have left one behind that waits for its end
