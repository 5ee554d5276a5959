"""Each request has an id: in its answer, in problem documents, in every line of the log about it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach import Coach
from server.app import create_app
from server.log_context import said_beside
from server.logging_setup import AsJson, WithoutTexts, beside
from tests.office import ANNA, Office, mails_of_anna, open_office
from tests.server.api.conftest import bearer, new_user_token

SECRET = "Zwetschgenkuchenrezept"


class Lines(logging.Handler):
    """What is logged, as both formats write it."""

    def __init__(self) -> None:
        super().__init__()
        self.addFilter(beside)
        self.text: list[str] = []
        self.objects: list[dict[str, object]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.text.append(WithoutTexts().format(record))
        self.objects.append(json.loads(AsJson().format(record)))


@pytest.fixture
def lines() -> Iterator[Lines]:
    found, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(found)
    root.setLevel(logging.INFO)
    yield found
    root.removeHandler(found)
    root.setLevel(level)


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach, EINKLANG_LOG_REQUESTS="true") as found:
        yield found


def test_every_answer_has_an_id_of_its_own_and_problems_repeat_it(office: Office):
    client = create_app(office.services).test_client()
    ids = {client.get("/health").headers["X-Request-ID"] for _ in range(3)}
    assert len(ids) == 3
    refused = client.get("/api/v1/customers")
    assert refused.status_code == 401
    assert refused.get_json()["request_id"] == refused.headers["X-Request-ID"]
    too_large = client.post("/api/v1/session", data=b"x" * 70_000)
    assert too_large.status_code == 413
    assert too_large.get_json()["request_id"] == too_large.headers["X-Request-ID"]


def test_the_id_of_a_known_proxy_is_taken_if_it_is_sane_and_nobody_elses(office: Office):
    client = create_app(office.services).test_client()

    def answered(given: str, peer: str = "127.0.0.1") -> str:
        headers, environ = {"X-Request-ID": given}, {"REMOTE_ADDR": peer}
        return client.get("/health", headers=headers, environ_base=environ).headers["X-Request-ID"]

    assert answered("2f5a9c-from.nginx_1") == "2f5a9c-from.nginx_1"
    assert answered("2f5a9c-from.nginx_1", peer="203.0.113.9") != "2f5a9c-from.nginx_1"
    for odd in ("short", "x" * 65, "with blank 12345", "über-1234567", ""):
        assert answered(odd) != odd


def test_a_line_for_each_request_names_the_route_and_neither_query_nor_address(office: Office, lines: Lines):
    client = create_app(office.services).test_client()
    client.get(f"/api/v1/customers/{SECRET}@example.com?q={SECRET}", environ_base={"REMOTE_ADDR": "127.0.0.77"})
    (told,) = (each for each in lines.objects if each["logger"] == "server.web.request_log")
    assert told["route"] == "/api/v1/customers/<path:address>"
    assert (told["method"], told["status"]) == ("GET", 401)
    assert isinstance(told["ms"], float)
    assert told["request"]
    assert SECRET not in "".join(lines.text)
    assert "127.0.0.77" not in "".join(lines.text)


def test_what_a_view_logs_carries_the_id_of_its_request_and_nothing_after_it_does(office: Office, lines: Lines):
    app = create_app(office.services)

    def fail() -> str:
        logging.getLogger("somewhere").warning("in the middle")
        raise ValueError(SECRET)

    app.add_url_rule("/fails", view_func=fail)
    answer = app.test_client().get("/fails")
    logging.getLogger("somewhere").warning("afterwards")
    number = answer.headers["X-Request-ID"]
    assert answer.status_code == 500
    by_message = {str(each["message"]): each for each in lines.objects}
    assert by_message["in the middle"]["request"] == number
    assert by_message["a request failed"]["request"] == number
    assert "request" not in by_message["afterwards"]
    assert said_beside() == {}
    assert any(line.endswith(f"in the middle [request={number}]") for line in lines.text)


def test_an_error_in_json_is_told_by_kind_and_place_without_its_words(office: Office, lines: Lines):
    app = create_app(office.services)

    def fail() -> str:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error

    app.add_url_rule("/fails", view_func=fail)
    app.test_client().get("/fails")
    (told,) = (each for each in lines.objects if each["message"] == "a request failed")
    errors = told["errors"]
    assert isinstance(errors, list)
    assert [each["type"] for each in errors] == ["builtins.KeyError", "builtins.ValueError"]
    assert any("test_request_log.py" in place for each in errors for place in each["at"])
    assert SECRET not in json.dumps(lines.objects)


def test_without_the_setting_requests_are_not_told(tmp_path: Path, coach: Coach, lines: Lines):
    with open_office(tmp_path, coach) as office:
        create_app(office.services).test_client().get("/health")
    assert not [each for each in lines.objects if each["logger"] == "server.web.request_log"]


WRITES = (
    ("POST", "hints/feedback", {"rule": "urgency", "customer": ANNA, "action": "dismissed", "language": "de"}),
    ("POST", "outcomes", {"customer": ANNA, "kind": "won", "at": "2026-11-20T12:00:00Z"}),
    ("PUT", f"grades/{ANNA}", {"grade": "B", "reason": "Wir kennen sie lange."}),
    ("DELETE", "outcomes/1", None),
)


@pytest.mark.parametrize("is_on", [True, False])
def test_in_works_council_mode_nobody_sees_which_of_the_writing_requests_it_was(
    tmp_path: Path, coach: Coach, lines: Lines, is_on: bool
):
    env = {"EINKLANG_LOG_REQUESTS": "true", "EINKLANG_METRICS_OPEN_TO": "loopback"}
    env |= {} if is_on else {"EINKLANG_PRIVACY_WORKS_COUNCIL": "false"}
    with open_office(tmp_path, coach, **env) as office:
        if not is_on:
            office.without_council()
        office.connect()
        office.receive(*mails_of_anna())
        client = create_app(office.services).test_client()
        headers = bearer(new_user_token(office, "rita", role="admin"))
        answered = [
            client.open(f"/api/v1/{path}", method=method, json=body, headers=headers).status_code
            for method, path, body in WRITES
        ]
        figures = client.get("/metrics").text
    told = [each for each in lines.objects if each["logger"] == "server.web.request_log"][: len(WRITES)]
    assert len(told) == len(WRITES)
    assert {each // 100 for each in answered} <= {2, 4}
    assert {answered[0], answered[1]} == {200, 201}
    named = {(each["method"], each["route"]) for each in told}
    if is_on:
        assert named == {("any", "write")}
        assert {each["status"] for each in told[:2]} == {200}
        assert 'method="any",route="write",status="200"' in figures
    else:
        assert len(named) == len(WRITES)
        assert 'method="POST",route="/api/v1/hints/feedback",status="200"' in figures
    for word in ("hints/feedback", "outcomes", "grades"):
        assert (word in "".join(str(each) for each in told) + figures) is not is_on
