"""The rewrite of the whole mail in a real Chromium: offered, read as a diff, taken, undone; the model is played."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.addin.desk import Desk, customers

pytestmark = pytest.mark.browser

OFFER = {"enabled": True, "model": "tiny-7b", "host": "models.example", "timeout_seconds": 60, "max_words": 400}
HOSTILE = '<img src=x onerror="window.hacked=1">'


def play(page: Page, answer: dict[str, Any], asked: list[dict[str, Any]], status: int = 200) -> None:
    """Answers as a server with a language model would."""

    def fulfil(route: Route) -> None:
        if route.request.method == "POST":
            asked.append(route.request.post_data_json)
        is_offer = route.request.method != "POST"
        said = OFFER if is_offer else answer
        route.fulfill(status=200 if is_offer else status, content_type="application/json", body=json.dumps(said))

    page.route("**/api/v1/rewrites", fulfil)


def answer_for(before: str, after: str) -> dict[str, Any]:
    changes = [{"kind": "same", "text": before[:3]}, {"kind": "removed", "text": before[3:]}]
    changes.append({"kind": "added", "text": after[3:]})
    kept = {"facts": 1, "names": 0, "likeness": 0.8}
    scores = {"gain": 20.0, "score_before": 50.0, "score_after": 70.0}
    return {"text": after, **scores, "kept": kept, "changes": changes, "refused": None}


def drafted(page: Page, url: str) -> Desk:
    desk = Desk(page, url).open()
    who = next(each for each in customers(page, url) if each.address_form == "sie")
    desk.write_to(who)
    desk.load_example()
    desk.score()
    return desk


def test_where_no_model_is_switched_on_there_is_no_button(page: Page, live_server: Any) -> None:
    desk = drafted(page, live_server.url)
    expect(desk.panel.locator("#rewrite")).to_be_hidden()


def test_a_new_wording_is_read_as_a_diff_taken_as_a_whole_and_undone(page: Page, live_server: Any) -> None:
    asked: list[dict[str, Any]] = []
    answer: dict[str, Any] = {}
    play(page, answer, asked)
    desk = drafted(page, live_server.url)
    before = desk.text.input_value()
    after = before[:3] + f" {HOSTILE} und sonst nichts"
    answer |= answer_for(before, after)
    button = desk.panel.get_by_role("button", name="Ganze Mail umschreiben")
    expect(desk.panel.locator("#rewrite-where")).to_contain_text("models.example")
    button.focus()
    page.keyboard.press("Enter")
    diff = desk.panel.locator("#rewrite-diff")
    expect(diff).to_be_focused()
    expect(diff.locator("del")).to_have_text(f"entfernt: {before[3:]}")
    expect(diff.locator("ins")).to_have_text(f"neu: {after[3:]}")
    assert asked[0]["draft"]["text"] == before
    desk.panel.get_by_role("button", name="Fassung übernehmen").click()
    expect(desk.text).to_have_value(after)
    expect(desk.panel.locator("#rewrite-result")).to_be_hidden()
    desk.text.focus()
    page.keyboard.press("Control+z")
    expect(desk.text).to_have_value(before)
    assert page.evaluate("window.hacked") is None


def test_a_refusal_says_why_and_writing_on_forgets_it(page: Page, live_server: Any) -> None:
    why = {"de": "Verworfen: Ein Name fehlt oder ist erfunden.", "en": "Dropped."}
    play(page, {"text": None, "changes": [], "refused": {"code": "names", "text": why}}, [])
    desk = drafted(page, live_server.url)
    desk.panel.get_by_role("button", name="Ganze Mail umschreiben").click()
    expect(desk.panel.locator("#rewrite-refused")).to_have_text(why["de"])
    desk.text.press("Control+End")
    page.keyboard.type(" Danke.")
    expect(desk.panel.locator("#rewrite-refused")).to_have_text("")


def test_after_too_many_rewrites_it_is_said_when_the_next_may_be_asked_for(
    page: Page, live_server: Any, complaints: list[str]
) -> None:
    play(page, {"title": "Too Many Requests", "detail": "Too many requests. Try again in 9 s."}, [], status=429)
    desk = drafted(page, live_server.url)
    desk.panel.get_by_role("button", name="Ganze Mail umschreiben").click()
    expect(desk.panel.locator("#rewrite-refused")).to_contain_text("in einer Minute noch einmal")
    expect(desk.panel.locator("#trouble")).to_be_hidden()
    complaints.clear()  # Chromium notes each answer that is not 200
