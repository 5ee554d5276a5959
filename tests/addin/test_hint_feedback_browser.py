"""What a rep does with hints, in a real Chromium: sent away they stay away, and gaps are selected to be filled."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.addin.desk import Desk, Who, customers

pytestmark = pytest.mark.browser

WEATHER = "Guten Tag,\n\nvielen Dank für Ihre Mail. Bei uns in Bremen scheint heute die Sonne, und das freut alle sehr."
ATTACHED = "Guten Tag,\n\nim Anhang finden Sie die Unterlagen, um die Sie uns am Montag am Telefon gebeten haben."


@pytest.fixture
def desk(page: Page, live_server: Any) -> Desk:
    return Desk(page, live_server.url).open()


@pytest.fixture
def somebody(page: Page, live_server: Any) -> Who:
    return next(who for who in customers(page, live_server.url) if who.language == "de")


def test_a_dismissed_hint_is_away_in_the_next_draft_too_until_it_is_shown_again(desk: Desk, somebody: Who) -> None:
    desk.write_to(somebody)
    desk.text.fill(ATTACHED)
    hint = desk.hints.filter(has_text="Anhang vergessen?")
    expect(hint).to_have_count(1)
    with desk.page.expect_response("**/api/v1/hints/feedback") as told:
        hint.locator("button.quiet").click()
    assert told.value.json()["dismissed"] == ["missing-attachment"]
    expect(hint).to_have_count(0)
    desk.page.evaluate("localStorage.clear()")
    desk.open()
    desk.write_to(somebody)
    desk.text.fill(f"{ATTACHED} Bis bald.")
    expect(desk.panel.locator("#hidden-count")).to_contain_text("1 Hinweis für diesen Kontakt ausgeblendet")
    expect(hint).to_have_count(0)
    desk.panel.locator("#restore").click()
    expect(hint).to_have_count(1)
    expect(desk.panel.locator("#hidden-hints")).to_be_hidden()


def test_a_mail_with_an_attachment_is_not_asked_for_one(desk: Desk, somebody: Who) -> None:
    desk.write_to(somebody)
    desk.text.fill(ATTACHED)
    hint = desk.hints.filter(has_text="Anhang vergessen?")
    expect(hint).to_have_count(1)
    desk.page.locator("#attached").check()
    expect(hint).to_have_count(0)


def test_many_addresses_in_cc_are_seen(desk: Desk, somebody: Who) -> None:
    desk.write_to(somebody)
    desk.text.fill(WEATHER)
    desk.page.locator("#cc").fill("a@eins.example, b@zwei.example; c@drei.example, d@vier.example")
    expect(desk.hints.filter(has_text="Viele fremde Adressen")).to_have_count(1)


def test_a_hint_that_asks_selects_the_gap_in_the_draft(desk: Desk, somebody: Who) -> None:
    def with_question(route: Any) -> None:
        body = {**route.request.post_data_json, "reply_to": "Guten Tag,\n\nwas kostet die zweite Waage?\n\nA. Wolf"}
        route.continue_(post_data=body)

    desk.page.route("**/api/v1/assessments", with_question)
    desk.write_to(somebody)
    desk.text.fill(WEATHER)
    hint = desk.hints.filter(has_text="Frage noch offen?")
    expect(hint.locator(".asks")).to_have_text("Bitte ausfüllen: [Antwort]")
    with desk.page.expect_response("**/api/v1/hints/feedback") as told:
        hint.locator("button.strong").click()
    assert told.value.request.post_data_json["action"] == "accepted"
    expect(desk.text).to_be_focused()
    selected = desk.text.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert selected == "[Antwort]"


def test_mistakes_in_rule_files_are_told_on_the_page(desk: Desk, live_server: Any) -> None:
    expect(desk.page.locator("#rules")).to_be_hidden()
    problem = "rules/kiosk.toml:3: kind: there is no kind 'avoidd'. <b>Did you mean 'avoid'?</b>"
    desk.page.route("**/api/v1/rules", lambda route: route.fulfill(json={"in_force": 70, "problems": [problem]}))
    desk.open()
    desk.page.locator("#rules summary").click()
    expect(desk.page.locator("#rules-list li")).to_have_text(problem)
