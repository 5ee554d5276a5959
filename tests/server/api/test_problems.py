"""Every error is a problem document, every answer carries the safety headers, and the description is true."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

import pytest

from server.api.schema import AssessmentOut, CardOut, CustomersOut, HealthOut, MailboxesOut, ProblemOut, SessionOut
from server.app import MAX_BODY
from tests.office import ANNA, DRAFT
from tests.server.api.conftest import Api, bearer

SECRET = "Zwetschgenkuchen"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({}, "draft"),
        ({"draft": {}}, "draft.text"),
        ({"draft": {"text": 5}}, "draft.text"),
        ({"draft": {"text": None}}, "draft.text"),
        ({"draft": "text"}, "draft"),
        ({"draft": {"text": "x", "txet": SECRET}}, "draft.txet"),
        ({"draft": {"text": "x"}, "customer": 7}, "customer"),
        ({"draft": {"text": "x"}, "customer": SECRET * 99}, "customer"),
        ({"draft": {"text": "x"}, "recipients": ANNA}, "recipients"),
        ({"draft": {"text": "x"}, "recipients": [None]}, "recipients.0"),
        ({"draft": {"text": "x", "subject": SECRET * 999}}, "draft.subject"),
        ([], ""),
        ("x", ""),
        (None, ""),
    ],
)
def test_bad_input_is_told_by_the_name_of_its_field_and_not_repeated(api: Api, body: Any, named: str):
    answer = api.post("assessments", body)
    told = ProblemOut.model_validate(answer.get_json())
    assert (answer.status_code, told.status) == (422, 422)
    assert named in told.detail
    assert SECRET not in told.detail


def test_all_mistakes_are_told_at_once(api: Api):
    detail = api.post("assessments", {"draft": {}, "customer": 7}).get_json()["detail"]
    assert "draft.text" in detail
    assert "customer" in detail


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"draft": ', "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"", "application/json"),
        (b"draft=x", "application/x-www-form-urlencoded"),
        (b'{"draft": {"text": "x"}}', "text/plain"),
        (b"[" * 100_000, "application/json"),
    ],
)
def test_a_body_that_is_no_json_is_refused(api: Api, data: bytes, kind: str):
    answer = api.client.post("/api/v1/assessments", data=data, content_type=kind, headers=bearer(api.token))
    assert answer.status_code in (400, 415, 422)
    assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": "many"}, {"limit": 501}, {"q": "x" * 201}])
def test_a_bad_query_is_refused(api: Api, query: dict[str, Any]):
    assert api.get("customers", **query).status_code == 422


def test_a_body_that_is_too_large_is_refused(api: Api):
    answer = api.client.post(
        "/api/v1/assessments",
        data=b'{"draft": {"text": "' + b"x" * MAX_BODY + b'"}}',
        content_type="application/json",
        headers=bearer(api.token),
    )
    assert (answer.status_code, answer.content_type) == (413, "application/problem+json")


@pytest.mark.parametrize("path", ["/nothing", "/api/v1/nothing", "/api/v2/customers", "/panel/none.js", "/try/../../x"])
def test_an_unknown_path_is_a_problem_too(api: Api, path: str):
    answer = api.client.get(path)
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


def test_a_wrong_method_names_the_right_one(api: Api):
    answer = api.client.delete("/api/v1/customers")
    assert (answer.status_code, answer.content_type) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


def test_an_unforeseen_error_says_nothing_of_the_draft_neither_in_the_answer_nor_in_the_log(
    api: Api, caplog: pytest.LogCaptureFixture
):
    def fail() -> Any:
        raise KeyError(SECRET)

    object.__setattr__(api.office.services, "clock", fail)
    answer = api.post("assessments", {"draft": {"text": SECRET}})
    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    assert SECRET not in answer.get_data(as_text=True)
    (record,) = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert SECRET not in record.getMessage()


@pytest.mark.parametrize(
    "path", ["/health", "/try", "/panel/", "/api/v1/customers", "/api/v1/openapi.json", "/none", "/"]
)
def test_every_answer_carries_the_safety_headers(api: Api, path: str):
    headers = api.client.get(path, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]
    assert headers["Cache-Control"] in ("no-store", "no-cache")


def test_what_customers_wrote_is_never_kept_in_a_cache(api: Api):
    assert api.get(f"customers/{ANNA}").headers["Cache-Control"] == "no-store"


# the description


def description(api: Api) -> dict[str, Any]:
    return api.client.get("/api/v1/openapi.json").get_json()


def test_every_route_is_described_with_its_answers_and_what_it_asks_for(api: Api):
    paths = description(api)["paths"]
    served = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
        for rule in api.client.application.url_map.iter_rules()
        if rule.rule.startswith(("/api/", "/health")) and not rule.rule.endswith("openapi.json")
    }
    assert set(paths) == served
    for path, methods in paths.items():
        for method, operation in methods.items():
            open_to_all = (
                path.startswith("/health") or path == "/api/v1/session" or (method, path) == ("post", "/api/v1/pairing")
            )
            assert bool(operation.get("security")) is not open_to_all
            assert ("401" in operation["responses"]) is not path.startswith("/health")
            assert set(operation["responses"]) & {"200", "201", "204"}
            assert operation["summary"]
            for status, answer in operation["responses"].items():
                kind = "application/problem+json" if status >= "400" else "application/json"
                assert list(answer.get("content", ())) == ([kind] if status != "204" else []), (path, status)


def test_references_in_the_description_lead_somewhere(api: Api):
    told = description(api)
    for reference in re.findall(r'"\$ref": ?"#/([^"]+)"', json.dumps(told)):
        at: Any = told
        for part in reference.split("/"):
            at = at[part]
        assert at


def test_answers_hold_exactly_what_is_declared(api: Api):
    for model, answer in (
        (CustomersOut, api.get("customers")),
        (CardOut, api.get(f"customers/{ANNA}")),
        (MailboxesOut, api.get("mailboxes")),
        (SessionOut, api.client.post("/api/v1/session", json={"code": api.token})),
        (HealthOut, api.client.get("/health")),
        (AssessmentOut, api.post("assessments", {"draft": {"text": DRAFT}, "customer": ANNA, "reply_to": "Wann?"})),
        (ProblemOut, api.get("customers/none@none.example")),
    ):
        told = answer.get_json()
        assert model.model_validate(told).model_dump(mode="json") == told
