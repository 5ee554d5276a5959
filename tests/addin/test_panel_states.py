"""What the panel says when there is no score, in a real Chromium: who or what is missing, and that mail goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.addin.panel_stage import TEXT, Stage, assessment, card, hint, note, served_pages

pytestmark = pytest.mark.browser


@pytest.fixture
def stage(page: Page) -> Iterator[Stage]:
    with served_pages() as url:
        yield Stage(page, url).no_tour()


def test_without_a_recipient_hints_hold_and_the_person_is_asked_for(stage: Stage) -> None:
    nobody = note("no_profile", "Von diesem Kunden liegt noch keine Mail vor")
    stage.assess = lambda asked: (200, assessment(None, hint("ASAP"), customer=None, note=nobody))
    stage.open().written(recipients=[])
    expect(stage.panel.locator("#note")).to_contain_text("Noch kein Empfänger")
    expect(stage.hints).to_have_count(1)
    expect(stage.panel.locator("#card")).to_be_hidden()


def test_somebody_who_never_wrote_is_told_apart_from_nobody(stage: Stage, complaints: list[str]) -> None:
    stage.customer = (404, {"status": 404})
    unknown = note("no_profile", "Noch keine Mail")
    stage.assess = lambda asked: (200, assessment(None, note=unknown))
    stage.open().written()
    expect(stage.panel.locator("#note")).to_have_text("Noch keine Mail")
    expect(stage.panel.locator("#card")).to_contain_text("hat noch nicht geschrieben")
    stage.forgive(complaints)


def test_a_user_to_whom_no_mailbox_is_open_reads_that_and_no_guess_about_the_customer(
    stage: Stage, complaints: list[str]
) -> None:
    stage.customer, stage.mailboxes = (404, {"status": 404}), []
    stage.open().written()
    expect(stage.panel.locator("#card")).to_contain_text("ist kein Postfach freigegeben")
    expect(stage.panel.locator("#card")).not_to_contain_text("noch nicht geschrieben")
    stage.forgive(complaints)


@pytest.mark.parametrize("code", ["too_little_text", "thin_profile", "unclear_style", "other_language"])
def test_what_the_coach_cannot_judge_is_said_in_the_servers_words(stage: Stage, code: str) -> None:
    stage.assess = lambda asked: (200, assessment(None, note=note(code, f"Grund {code}")))
    stage.open().written()
    expect(stage.panel.locator("#no-score")).to_be_visible()
    expect(stage.panel.locator("#note")).to_have_text(f"Grund {code}")
    expect(stage.panel.locator("#scored")).to_be_hidden()


def test_the_first_answer_is_waited_for_in_words(stage: Stage) -> None:
    stage.open()
    stage.page.route("**/api/v1/assessments", lambda route: None)  # never answered
    stage.draft()
    expect(stage.panel.locator("#welcome")).to_have_text("Entwurf wird geprüft …")
    expect(stage.panel.locator("#score")).to_have_attribute("aria-busy", "true")


@pytest.mark.parametrize(
    ("answer", "said", "button"),
    [
        ((0, None), "nicht erreichbar", "Noch einmal versuchen"),
        ((502, {}), "nicht erreichbar", "Noch einmal versuchen"),
        ((503, {"title": "Starting"}), "lädt gerade", None),
        ((503, {"title": "Database away"}), "nicht erreichbar", "Noch einmal versuchen"),
        ((429, {}), "Zu viele Fragen in kurzer Zeit", None),
        ((401, {}), "Anmeldung ist abgelaufen", "Neu anmelden"),
        ((422, {"detail": "Das ging nicht."}), "Das ging nicht.", "Noch einmal versuchen"),
        ((500, {}), "konnte diesen Entwurf nicht prüfen", "Noch einmal versuchen"),
        ((413, {}), "zu lang", None),
    ],
)
def test_what_is_wrong_is_said_with_what_can_be_done(
    stage: Stage, complaints: list[str], answer: tuple[int, Any], said: str, button: str | None
) -> None:
    stage.assess = lambda asked: answer
    stage.open().draft()
    expect(stage.panel.locator("#trouble")).to_contain_text(said)
    shown = stage.panel.locator("#trouble-button")
    if button is None:
        expect(shown).to_be_hidden()
    else:
        expect(shown).to_have_text(button)
    stage.forgive(complaints)


def test_after_too_many_questions_it_is_asked_again_by_itself(stage: Stage, complaints: list[str]) -> None:
    stage.assess = lambda asked: (429, {"detail": "Too many requests. Try again in 1 s."})
    stage.open().draft()
    expect(stage.panel.locator("#trouble")).to_contain_text("von selbst weitergefragt")
    stage.assess = lambda asked: (200, assessment(66.0))
    expect(stage.panel.locator("#number")).to_have_text("66")
    expect(stage.panel.locator("#trouble")).to_be_hidden()
    stage.forgive(complaints)


def test_a_token_that_stays_refused_is_asked_for_once_and_then_by_the_user(stage: Stage, complaints: list[str]) -> None:
    stage.assess = lambda asked: (401, {})
    stage.open().draft()
    expect(stage.panel.locator("#trouble-button")).to_have_text("Neu anmelden")
    stage.page.wait_for_timeout(500)  # a loop would go round many times
    assert [one["why"] for one in stage.heard("ready")] == ["loaded", "token"]
    assert len(stage.asked) == 2
    stage.assess = lambda asked: (200, assessment(66.0))
    stage.panel.locator("#trouble-button").click()
    expect(stage.panel.locator("#number")).to_have_text("66")
    assert len(stage.heard("ready")) == 3
    stage.forgive(complaints)


def test_an_answer_to_the_refused_token_on_its_way_is_no_reason_to_ask_again(
    stage: Stage, complaints: list[str]
) -> None:
    held: list[Route] = []

    def assess(asked: Any) -> tuple[int, Any]:
        if len(stage.asked) == 2:
            held.pop().fulfill(status=200, json=card())
        return 401, {}

    stage.assess = assess
    stage.open()
    stage.page.route("**/api/v1/customers/**", lambda route: held.append(route))
    stage.draft()
    expect(stage.panel.locator("#card")).to_contain_text("Anna Krause")
    expect(stage.panel.locator("#trouble-button")).to_have_text("Neu anmelden")
    stage.page.wait_for_timeout(500)
    assert [one["why"] for one in stage.heard("ready")] == ["loaded", "token"]
    stage.forgive(complaints)


def test_a_check_without_an_answer_lets_the_mail_go_and_says_so(stage: Stage, complaints: list[str]) -> None:
    stage.open().written()
    stage.assess = lambda asked: (0, None)
    stage.tell("check", {"id": "c1", "draft": {"seq": 9, "text": TEXT}})
    expect(stage.panel.locator("#trouble")).to_contain_text("ungeprüft freigegeben")
    verdict = next(one for one in stage.heard("verdict") if one["for"] == "c1")
    assert (verdict["ok"], verdict["unsure"]) == (True, "offline")
    stage.assess = lambda asked: (200, assessment(60.0))
    stage.written(f"{TEXT} Und")
    expect(stage.panel.locator("#trouble")).to_be_hidden()
    stage.forgive(complaints)


def test_the_course_of_the_score_is_drawn_and_told(stage: Stage) -> None:
    stage.assess = lambda asked: (200, assessment([41.0, 62.0, 55.0][min(len(stage.asked) - 1, 2)]))
    stage.open().written()
    expect(stage.panel.locator("#history")).to_be_hidden()
    stage.written(f"{TEXT} Und")
    stage.written(f"{TEXT} Und noch")
    course = stage.panel.get_by_role("img", name=re.compile("zuerst 41, jetzt 55, dazwischen von 41 bis 62"))
    expect(course).to_be_visible()
    assert len((course.locator("polyline").get_attribute("points") or "").split()) == 3
    stage.written("Ein anderer Entwurf", id="d2")
    expect(stage.panel.locator("#history")).to_be_hidden()
    assert "41" not in stage.frame.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_the_habit_stands_beside_the_draft_with_bars_as_long_as_the_amounts(stage: Stage) -> None:
    stage.open().written()
    stage.panel.locator("#why summary").click()
    row = stage.panel.locator(".contribution").filter(has_text="Satzlänge")
    expect(row.locator(".sentence")).to_have_text("Anna Krause: 9; dieser Entwurf: 19.")
    expect(row.locator(".usual")).to_have_text("üblich9")
    expect(row.locator(".draft")).to_have_text("hier19")
    usual, draft = (row.locator(f".{side} .amount").evaluate("bar => bar.offsetWidth") for side in ["usual", "draft"])
    assert abs((usual - 2) / (draft - 2) - 9 / 19) < 0.05
    for label in ["Anrede", "Emoji"]:  # a form, and two times nothing
        expect(stage.panel.locator(".contribution").filter(has_text=label).locator(".amount")).to_have_count(0)


def test_what_is_never_judged_is_said_beside_the_reasons(stage: Stage) -> None:
    stage.open().written()
    stage.panel.locator("#why summary").click()
    expect(stage.panel.locator("#why")).to_contain_text("Nicht beurteilt werden Anhänge, Bilder, zitierte Mails")
