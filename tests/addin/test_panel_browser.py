"""The page /try and the panel in a real Chromium, on the running product with its demo mail."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.addin.desk import Desk, Who, customers

pytestmark = pytest.mark.browser

FORMAL = (
    "vielen Dank für Ihre Nachricht. Gerne bestätigen wir Ihnen, dass das gewünschte Ersatzteil in der "
    "kommenden Woche bei Ihnen eintreffen wird. Unser Techniker meldet sich vorab telefonisch bei Ihnen, "
    "damit der Termin mit Ihrer Produktion abgestimmt werden kann. Sollten Sie noch Unterlagen benötigen, "
    "senden wir Ihnen diese selbstverständlich zu.\n\nMit freundlichen Grüßen"
)
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'


@pytest.fixture
def desk(page: Page, live_server: Any) -> Desk:
    return Desk(page, live_server.url).open()


@pytest.fixture
def everybody(page: Page, live_server: Any) -> list[Who]:
    return customers(page, live_server.url)


@pytest.fixture
def formal(everybody: list[Who]) -> Who:
    return next(who for who in everybody if who.language == "de" and who.address_form == "sie")


@pytest.fixture
def english(everybody: list[Who]) -> Who:
    return next(who for who in everybody if who.language == "en")


def has_sideways_scroll(page: Page) -> list[str]:
    check = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return [frame.url for frame in page.frames if frame.evaluate(check)]


def test_before_anything_is_written_the_panel_says_what_to_do(desk: Desk) -> None:
    expect(desk.panel.locator("#welcome")).to_contain_text("Empfänger wählen")
    expect(desk.panel.locator("#scored")).to_be_hidden()
    expect(desk.panel.locator("#hints")).to_be_hidden()
    expect(desk.page.locator("#example")).to_be_enabled()


def test_a_fitting_draft_typed_in_place_of_a_bad_one_raises_the_score(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    bad = desk.score()
    desk.text.fill(f"Sehr geehrter Herr {formal.name.split()[-1]},\n\n{FORMAL}")
    good = desk.score_after(bad)
    desk.text.press("Control+End")
    desk.page.keyboard.type("\nVertrieb und Service")
    assert good > bad
    assert desk.score() > bad


def test_the_score_has_a_band_and_words_that_hold_it(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    score = desk.score()
    label = desk.panel.locator("#gauge").get_attribute("aria-label")
    told, low, high = (int(number) for number in re.findall(r"\d+", (label or "").replace("von 100", "")))
    assert told == score
    assert 0 <= low <= score <= high <= 100
    expect(desk.panel.locator("#meaning")).not_to_be_empty()


def test_an_applied_hint_raises_the_score_and_undo_takes_it_back(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    before = desk.score()
    text = desk.text.input_value()
    hint = desk.best_hint()
    old = hint.locator("del").text_content() or ""
    new = hint.locator("ins").text_content() or ""
    hint.locator("button.strong").click()
    expect(desk.text).not_to_have_value(text)
    applied = desk.text.input_value()
    assert len(applied) == len(text) - len(old) + len(new)
    assert all(words in applied for words in new.split(" … "))
    assert desk.score_after(before) > before
    expect(desk.panel.locator("#trend")).to_have_attribute("data-way", "up")

    expect(desk.text).to_be_focused()
    desk.page.keyboard.press("Control+z")
    expect(desk.text).to_have_value(text)
    expect(desk.number).to_have_text(str(before))


def test_the_caret_stays_with_its_words_when_a_hint_is_applied(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    desk.score()
    text = desk.text.input_value()
    hint = desk.best_hint()
    desk.text.evaluate("area => area.setSelectionRange(area.value.length, area.value.length)")
    hint.locator("button.strong").click()
    expect(desk.text).not_to_have_value(text)
    assert desk.text.evaluate("area => area.selectionStart === area.value.length")


def test_nothing_is_replaced_where_the_draft_has_changed_unseen(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    desk.score()
    hint = desk.best_hint()
    changed = desk.text.evaluate("area => (area.value = [...area.value].reverse().join(''))")
    hint.locator("button.strong").click()
    expect(desk.panel.locator("#refused")).to_contain_text("nichts ersetzt")
    expect(desk.text).to_have_value(changed)


def test_a_dismissed_hint_stays_away_while_writing_goes_on(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    before = desk.score()
    first = desk.hints.first
    message = first.locator("h3").inner_text()
    words = first.locator("del").text_content()
    first.locator("button.quiet").click()
    gone = desk.hints.filter(has_text=message).filter(has_text=words or message)
    expect(gone).to_have_count(0)
    desk.text.press("Control+Home")
    desk.page.keyboard.type(f"Sehr geehrte Damen und Herren,\n\n{FORMAL}\n\n")
    desk.score_after(before)
    expect(gone).to_have_count(0)
    desk.panel.locator("#restore").click()
    expect(desk.panel.locator("#hidden-hints")).to_be_hidden()


def test_the_words_of_the_hints_are_marked_in_the_draft(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    desk.score()
    expect(desk.page.locator("#backdrop mark").first).to_be_visible()
    assert desk.page.locator("#backdrop").inner_text().rstrip("\u200b\n") == desk.text.input_value().rstrip("\n")
    desk.best_hint().hover()
    active = desk.page.locator("#backdrop mark[data-active]")
    expect(active).to_have_count(1)
    assert (active.text_content() or "") in desk.text.input_value()


def test_everything_can_be_done_by_keyboard(desk: Desk, formal: Who) -> None:
    press = desk.page.keyboard.press

    def tab_to(is_there: str, most: int = 40) -> None:
        for _ in range(most):
            press("Tab")
            if any(frame.evaluate(f"Boolean(document.activeElement?.matches({is_there!r}))") for frame in frames):
                return
        pytest.fail(f"no way by Tab to {is_there}")

    frames = desk.page.frames
    tab_to("#to")
    desk.page.keyboard.type(formal.address)
    expect(desk.page.locator("#to-list [aria-selected=true]")).to_have_count(1)
    press("Enter")
    expect(desk.page.locator("#to")).to_have_value(formal.name)
    tab_to("#example")
    press("Enter")
    expect(desk.text).to_be_focused()
    text = desk.text.input_value()
    before = desk.score()
    desk.best_hint()
    tab_to(".hint button.strong")
    press("Enter")
    expect(desk.text).not_to_have_value(text)
    desk.score_after(before)
    press("Control+z")
    expect(desk.text).to_have_value(text)
    tab_to("#why summary")
    press("Space")
    expect(desk.panel.locator("#reasons li").first).to_be_visible()


def test_the_list_of_customers_follows_the_arrows_and_escape(desk: Desk, everybody: list[Who]) -> None:
    field, options = desk.page.locator("#to"), desk.page.locator("#to-list [role=option]")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.last.get_attribute("id") or "")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("gibt es ganz sicher nicht")
    expect(desk.page.locator("#to-list")).to_contain_text("Niemand gefunden")
    field.press("Enter")
    field.press("Tab")
    expect(field).to_have_value("")


def test_the_focus_stays_on_a_hint_while_answers_come(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    desk.score()
    button = desk.hints.first.locator("button.quiet")
    message = desk.hints.first.locator("h3").inner_text()
    button.focus()
    with desk.page.expect_response(re.compile("/api/v1/assessments")):
        desk.text.evaluate("(area) => { area.value += '\\nEin Satz mehr.'; area.dispatchEvent(new Event('input')); }")
    desk.score()
    expect(button).to_be_focused()
    expect(desk.hints.first.locator("h3")).to_have_text(message)


def test_another_customer_has_another_card_and_another_score(desk: Desk, formal: Who, english: Who) -> None:
    desk.write_to(formal)
    expect(desk.panel.locator("#card")).to_contain_text(formal.address)
    desk.load_example()
    desk.score()
    desk.write_to(english)
    expect(desk.panel.locator("#card")).to_contain_text(english.address)
    expect(desk.panel.locator("#card")).not_to_contain_text(formal.address)
    expect(desk.panel.locator("#whom")).to_contain_text(english.name)


def test_why_this_score_adds_up(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    score = desk.score()
    desk.panel.locator("#why summary").click()
    total = desk.panel.locator("#total").inner_text().replace(" ", "").replace("\u2212", "-")
    start, points, end = (int(number) for number in re.findall(r"[-+]?\d+", total))
    assert (start, start + points, end) == (50, score, score)
    rows = desk.panel.locator("#reasons .points").all_inner_texts()
    assert abs(sum(int(row.replace("\u2212", "-")) for row in rows) - points) <= len(rows) / 2 + 1


def test_too_little_text_has_no_score_but_says_so(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.text.fill("Hallo")
    expect(desk.panel.locator("#no-score")).to_be_visible()
    expect(desk.panel.locator("#note")).not_to_be_empty()
    expect(desk.panel.locator("#scored")).to_be_hidden()


def test_the_settled_score_is_spoken_once(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    score = desk.score()
    expect(desk.panel.locator("#spoken")).to_contain_text(f"{score} von 100")


def test_a_server_that_is_away_is_said_and_made_up_for(desk: Desk, formal: Who, complaints: list[str]) -> None:
    desk.write_to(formal)
    desk.load_example()
    bad = desk.score()
    desk.page.context.set_offline(True)
    desk.text.fill(f"Sehr geehrter Herr {formal.name.split()[-1]},\n\n{FORMAL}")
    expect(desk.trouble).to_contain_text("nicht erreichbar")
    expect(desk.number).to_have_text(str(bad))
    expect(desk.panel.locator("html")).to_have_class(re.compile(r"\bdim\b"))
    desk.page.context.set_offline(False)
    expect(desk.trouble).to_be_hidden()
    assert desk.score_after(bad) > bad
    assert all("ERR_INTERNET_DISCONNECTED" in complaint for complaint in complaints)
    complaints.clear()


def test_a_server_that_comes_back_is_noticed_without_a_key(desk: Desk, formal: Who, complaints: list[str]) -> None:
    desk.write_to(formal)
    desk.page.route("**/api/v1/assessments", lambda route: route.abort())
    desk.load_example()
    expect(desk.trouble).to_contain_text("nicht erreichbar")
    desk.page.unroute("**/api/v1/assessments")
    desk.score()
    expect(desk.trouble).to_be_hidden()
    complaints.clear()


def test_a_check_without_a_server_never_holds_the_mail(desk: Desk, formal: Who, complaints: list[str]) -> None:
    desk.write_to(formal)
    desk.load_example()
    desk.score()
    desk.page.context.set_offline(True)
    desk.page.locator("#check").click()
    expect(desk.page.locator("#verdict")).to_contain_text("kein rechtzeitiges Urteil")
    expect(desk.page.locator("#verdict")).to_contain_text("nichts verschickt")
    complaints.clear()


def test_an_expired_token_is_renewed_without_a_word(desk: Desk, formal: Who, complaints: list[str]) -> None:
    desk.write_to(formal)
    refused: list[str] = []

    def refuse_once(route: Route) -> None:
        if refused:
            route.continue_()
            return
        refused.append(route.request.headers["authorization"])
        problem = {"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": "expired"}
        route.fulfill(status=401, content_type="application/problem+json", body=json.dumps(problem))

    desk.page.route("**/api/v1/assessments", refuse_once)
    with desk.page.expect_request("**/api/v1/session"):
        desk.load_example()
    desk.score()
    expect(desk.trouble).to_be_hidden()
    assert len(refused) == 1
    complaints.clear()


def test_the_check_on_send_gives_its_verdict_and_sends_nothing(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    score = desk.score()
    desk.page.locator("#check").click()
    verdict = desk.page.locator("#verdict")
    expect(verdict).to_contain_text(f"Punktzahl {score} von 100")
    expect(verdict).to_contain_text("nichts verschickt")
    desk.page.keyboard.press("Escape")
    expect(verdict).to_be_hidden()
    expect(desk.text).to_be_focused()


def test_a_reload_keeps_the_draft_and_its_customer(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    score = desk.score()
    text = desk.text.input_value()
    desk.page.wait_for_function(
        "text => localStorage.getItem('einklang.try.draft')?.includes(JSON.stringify(text))", arg=text
    )
    desk.page.reload()
    expect(desk.text).to_have_value(text)
    expect(desk.page.locator("#to")).to_have_value(formal.name)
    assert desk.score() == score


def test_an_example_loaded_over_own_words_can_be_undone(desk: Desk) -> None:
    desk.text.fill("Eigene Worte")
    desk.load_example()
    expect(desk.text).not_to_have_value("Eigene Worte")
    desk.page.keyboard.press("Control+z")
    expect(desk.text).to_have_value("Eigene Worte")


def test_the_language_switch_of_the_panel_and_of_the_page_are_one(desk: Desk, formal: Who) -> None:
    desk.write_to(formal)
    desk.load_example()
    desk.score()
    desk.panel.get_by_role("button", name="English").click()
    expect(desk.panel.locator("#why summary")).to_have_text("Why this score")
    expect(desk.page.locator("#check")).to_have_text("Check before sending")
    desk.page.locator("header").get_by_role("button", name="Deutsch").click()
    expect(desk.page.locator("#check")).to_have_text("Vor dem Senden prüfen")
    expect(desk.panel.locator("#why summary")).to_have_text("Warum diese Punktzahl")
    expect(desk.panel.locator("html")).to_have_attribute("lang", "de")


def test_the_address_of_the_page_can_choose_the_language(page: Page, live_server: Any) -> None:
    desk = Desk(page, live_server.url).open("?lang=en")
    expect(desk.page.locator("html")).to_have_attribute("lang", "en")
    expect(desk.panel.locator("#welcome")).to_contain_text("Choose a recipient")


def test_a_server_that_asks_for_a_sign_in_gets_one(page: Page, live_server: Any, complaints: list[str]) -> None:
    def only_with_the_right_token(route: Route) -> None:
        if route.request.post_data_json == {"code": "right"}:
            route.continue_(post_data="{}")
        else:
            route.fulfill(status=401, content_type="application/problem+json", body='{"status": 401}')

    page.route("**/api/v1/session", only_with_the_right_token)
    page.goto(f"{live_server.url}/try")
    token = page.locator("#token")
    expect(token).to_be_focused()
    token.fill("wrong")
    token.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("gilt nicht")
    token.fill("right")
    token.press("Enter")
    expect(page.locator("#desk")).to_be_visible()
    expect(page.locator("#sign-in")).to_be_hidden()
    assert page.evaluate("!JSON.stringify({...localStorage, ...sessionStorage}).includes('right')")
    complaints.clear()


def test_a_code_leaves_the_address_bar_at_once(page: Page, live_server: Any, complaints: list[str]) -> None:
    with page.expect_request("**/api/v1/session") as asked:
        page.goto(f"{live_server.url}/try?lang=en#code=one-time")
    assert asked.value.post_data_json == {"code": "one-time"}
    assert page.url == f"{live_server.url}/try?lang=en"
    expect(page.locator("#desk").or_(page.locator("#sign-in")).first).to_be_attached()
    page.wait_for_load_state("networkidle")
    complaints.clear()  # a server may refuse this code


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_scrolls_sideways(page: Page, live_server: Any, formal: Who, width: int, language: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    desk = Desk(page, live_server.url).open(f"?lang={language}")
    assert has_sideways_scroll(page) == []
    desk.write_to(formal)
    expect(desk.page.locator("#replied")).to_be_visible()  # the customer is known: the example is in their language
    desk.load_example()
    desk.score()
    for frame in page.frames:
        frame.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert has_sideways_scroll(page) == []


def test_dark_is_dark_in_page_and_panel(page: Page, live_server: Any) -> None:
    page.emulate_media(color_scheme="dark")
    Desk(page, live_server.url).open()
    for frame in page.frames:
        ground, text = frame.evaluate(
            "['background-color', 'color'].map((name) => getComputedStyle(document.body)"
            ".getPropertyValue(name).match(/[0-9]+/g).reduce((sum, part) => sum + Number(part), 0))"
        )
        assert ground < 150 < 600 < text, frame.url


def test_a_panel_opened_by_itself_shows_the_way_to_the_page_for_trying(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/panel/")
    expect(page.locator("#trouble")).to_contain_text("Seitenleiste")
    page.locator("#trouble-link").click()
    expect(page.locator("#desk")).to_be_visible()
    assert page.url.endswith("/try")


def test_markup_from_mails_and_drafts_stays_text(desk: Desk, formal: Who) -> None:
    both = {"de": HOSTILE, "en": HOSTILE}
    span = {"start": 0, "end": len(HOSTILE)}
    answer = {
        "score": 40.0,
        "band": [30, 50],
        "confidence": "high",
        "language": "de",
        "note": {"code": "wider_profile", "text": both},
        "customer": {
            "address": formal.address,
            "name": HOSTILE,
            "known": True,
            "language": "de",
            "mails": 9,
            "basis": "contact",
        },
        "deviations": [
            {
                "dimension": "x",
                "label": both,
                "value": HOSTILE,
                "usual": HOSTILE,
                "text": both,
                "points": -10,
                "spans": [span],
            }
        ],
        "suggestions": [
            {
                "id": HOSTILE,
                "rule": "urgency",
                "severity": "warning",
                "message": both,
                "reason": both,
                "span": span,
                "original": HOSTILE,
                "replacement": HOSTILE + "!",
                "gain": 3,
            }
        ],
        "needs": [{"kind": "question", "text": HOSTILE, "span": span}],
        "diagnosis": {"lsm": 0.5},
        "timings": {"total": 1},
    }
    customer = {
        "address": formal.address,
        "name": HOSTILE,
        "domain": HOSTILE,
        "mails_in": 9,
        "mails_out": 9,
        "first_mail": "2026-01-01T00:00:00Z",
        "last_mail": "2026-11-01T00:00:00Z",
        "languages": [
            {
                "language": "de",
                "mails": 9,
                "habits": [{"dimension": "x", "label": both, "value": HOSTILE, "text": both}],
            }
        ],
        "address_form": "sie",
        "needs": [],
        "last_message": {"subject": HOSTILE, "date": "2026-11-01T00:00:00Z", "text": HOSTILE},
    }
    desk.page.route("**/api/v1/assessments", lambda route: route.fulfill(json=answer))
    desk.page.route("**/api/v1/customers/*", lambda route: route.fulfill(json=customer))
    desk.write_to(formal)
    desk.text.fill(HOSTILE)
    desk.score()
    desk.panel.locator("#why summary").click()
    for place in [
        "#whom",
        "#note",
        ".message",
        ".reason",
        "del",
        "#reasons .label",
        "#reasons .facts",
        "#card .name",
        ".needs",
        ".habits",
    ]:
        expect(desk.panel.locator(place).first).to_contain_text(HOSTILE)
    desk.page.locator("#replied summary").click()
    expect(desk.page.locator("#replied-text")).to_have_text(HOSTILE)
    expect(desk.page.locator("#backdrop mark")).to_have_text(HOSTILE)
    desk.page.locator("#check").click()
    expect(desk.page.locator("#verdict-reasons")).to_have_text(HOSTILE)
    for frame in desk.page.frames:
        assert frame.evaluate("window.hacked === undefined && !document.querySelector('[onerror]')")
    desk.page.keyboard.press("Escape")
    desk.hints.first.locator("button.strong").click()
    expect(desk.text).to_have_value(HOSTILE + "!")
