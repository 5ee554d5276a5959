"""/answer/TOKEN: one question to one customer; looking changes nothing, answering works without script and cookie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from coach import Coach
from server.access import EVERYTHING
from server.app import create_app
from server.outcomes.links import lasting, link_url
from server.secrets import Vault, new_key
from server.store import Outcome, Question
from server.web.rates import OPEN, PER_MINUTE
from tests.office import ANNA, NOW, Office, open_office

HOUR = timedelta(hours=1)


@dataclass
class Answering:
    """An office of which a customer has got links."""

    office: Office
    client: FlaskClient

    def link(self, kind: Question = "csat", language: str = "en", vault: Vault | None = None) -> str:
        found = self.office.services
        made = found.store.feedback_links.add(ANNA, kind, language, None, self.office.now[0], lasting(30))
        return link_url(made, vault or found.vault, "", self.office.now[0])

    def answer(self, path: str, value: str) -> TestResponse:
        return self.client.post(path, data={"value": value})

    def shown(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200
        return answer.text

    @property
    def outcomes(self) -> list[Outcome]:
        return self.office.store.outcomes.list(ANNA, sight=EVERYTHING)


@pytest.fixture
def answering(tmp_path: Path, coach: Coach) -> Iterator[Answering]:
    with open_office(tmp_path, coach, EINKLANG_TEAM_NAME="Waagen <Kern>") as office:
        yield Answering(office, create_app(office.services).test_client())


def checked(page: str) -> list[str]:
    return re.findall(r'value="(\d+)" required checked', page)


def test_a_posted_answer_is_kept_and_the_customer_is_thanked(answering: Answering) -> None:
    path = answering.link()
    answer = answering.answer(path, "4")
    assert answer.status_code == 303
    page = answering.client.get(path.rpartition("/")[0] + "/" + answer.headers["Location"]).text
    assert "Thank you, your answer has arrived: 4." in page
    assert checked(page) == ["4"]
    (kept,) = answering.outcomes
    assert (kept.kind, kept.value, kept.source, kept.customer) == ("csat", 4, "link", ANNA)


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_gateway_that_opens_every_link_answers_nothing(answering: Answering, method: str) -> None:
    path = answering.link()
    for value in ("1", "2", "3", "4", "5"):
        answer = getattr(answering.client, method)(f"{path}?v={value}", headers={"Purpose": "prefetch"})
        assert answer.status_code == 200
    assert answering.outcomes == []
    assert answering.answer(path, "5").status_code == 303


def test_a_choice_in_the_link_is_preselected_and_nonsense_is_not(answering: Answering) -> None:
    path = answering.link("nps")
    assert checked(answering.shown(f"{path}?v=10")) == ["10"]
    for wrong in ("11", "-1", "x", "", "٤"):
        assert checked(answering.shown(f"{path}?v={wrong}")) == []


@pytest.mark.parametrize(("kind", "first", "last"), [("csat", 1, 5), ("ces", 1, 7), ("nps", 0, 10)])
@pytest.mark.parametrize(("language", "send"), [("de", "Antwort senden"), ("en", "Send answer")])
def test_every_question_has_its_scale_in_both_languages(
    answering: Answering, kind: Question, first: int, last: int, language: str, send: str
) -> None:
    page = answering.shown(answering.link(kind, language))
    assert [int(each) for each in re.findall(r'value="(\d+)"', page)] == list(range(first, last + 1))
    assert f'<html lang="{language}">' in page
    assert send in page


def test_an_answer_can_be_changed_for_an_hour_and_then_stands(answering: Answering) -> None:
    path = answering.link()
    answering.answer(path, "2")
    answering.office.later(HOUR - timedelta(seconds=1))
    assert answering.answer(path, "5").status_code == 303
    answering.office.later(timedelta(seconds=1))
    refused = answering.answer(path, "1")
    assert refused.status_code == 409
    assert "your answer has arrived" in refused.text
    assert "<form" not in refused.text
    assert [each.value for each in answering.outcomes] == [5]


def test_after_its_time_a_link_is_no_longer_valid(answering: Answering) -> None:
    path = answering.link()
    answering.office.later(timedelta(days=30))
    page = answering.shown(path)
    assert "closed" in page
    assert "<form" not in page
    assert answering.answer(path, "5").status_code == 409
    answering.office.later(HOUR)
    assert answering.client.get(path).status_code == 404
    assert answering.outcomes == []


def test_a_link_that_nobody_here_signed_opens_nothing(answering: Answering) -> None:
    path = answering.link()
    session = answering.office.services.vault.mint("demo", "panel", HOUR, NOW)
    for wrong in (answering.link(vault=Vault([new_key()])), path[:-2], path + "A", "/answer/x", f"/answer/{session}"):
        found = answering.client.get(wrong)
        assert found.status_code == 404
        assert "not valid" in found.text
        assert answering.answer(wrong, "5").status_code == 404
    assert answering.outcomes == []


def test_a_link_that_is_none_is_told_in_the_language_of_the_browser(answering: Answering) -> None:
    found = answering.client.get("/answer/x", headers={"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"})
    assert "nicht mehr gültig" in found.text
    assert '<html lang="de">' in found.text


@pytest.mark.parametrize("value", ["6", "0", "", "4.0", "<b>", "٤"])
def test_an_answer_off_the_scale_is_refused_and_asked_again(answering: Answering, value: str) -> None:
    answer = answering.answer(answering.link(), value)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "<form" in answer.text
    assert answering.outcomes == []


def test_a_removed_answer_is_not_asked_for_again(answering: Answering) -> None:
    path = answering.link()
    answering.answer(path, "1")
    answering.office.store.outcomes.remove(answering.outcomes[0].id, sight=EVERYTHING)
    assert "<form" not in answering.shown(path)
    assert answering.answer(path, "1").status_code == 409


def test_the_page_says_nothing_of_the_team_but_its_name_and_nothing_of_the_customer(answering: Answering) -> None:
    page = answering.shown(answering.link())
    assert "Waagen &lt;Kern&gt;" in page
    for secret in ("krause", "moelder", "waagen-kern", "support@", "Einklang"):
        assert secret not in page


def test_the_page_has_no_cookie_no_script_nothing_from_elsewhere_and_leaves_no_trace(answering: Answering) -> None:
    path = answering.link()
    for answer in (answering.client.get(path), answering.answer(path, "5"), answering.client.get("/answer/x")):
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Content-Security-Policy"] == (
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "<script" not in answer.text
        assert "<img" not in answer.text
        assert "http" not in re.sub(r"<!doctype[^>]*>", "", answer.text)
    with answering.client.get("/answer/style.css") as style:
        assert style.mimetype == "text/css"


def test_no_other_page_may_send_forms(answering: Answering) -> None:
    assert "form-action 'none'" in answering.client.get("/health").headers["Content-Security-Policy"]


def test_whoever_asks_without_end_has_to_wait_and_others_have_not(answering: Answering) -> None:
    path, other = answering.link(), answering.link()
    statuses = [
        answering.client.get(at).status_code for _ in range(PER_MINUTE[OPEN] // 2) for at in (path, "/answer/x")
    ]
    assert 429 not in statuses
    slow = answering.client.post(path, data={"value": "5"}, headers={"Accept-Language": "de"})
    assert (slow.status_code, slow.headers["Retry-After"]) == (429, "60")
    assert "zu viele Versuche" in slow.text
    assert slow.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answering.outcomes == []
    elsewhere = {"environ_base": {"REMOTE_ADDR": "203.0.113.9"}}
    assert answering.client.post(other, data={"value": "5"}, **elsewhere).status_code == 303
    assert answering.client.get("/health").status_code == 200
