"""The list of hints in a real Chromium: nothing jumps while somebody types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.addin.panel_stage import TEXT, Stage, assessment, hint, served_pages

pytestmark = pytest.mark.browser

FIRST, SECOND, THIRD, FOURTH = (f"Zu „{words}“" for words in ["Hi", "ASAP", "super", "!!"])


@pytest.fixture
def stage(page: Page) -> Iterator[Stage]:
    with served_pages() as url:
        yield Stage(page, url).no_tour().open()


def say(stage: Stage, *words: str, score: float = 60.0) -> None:
    stage.assess = lambda asked: (200, assessment(score, *(hint(each) for each in words)))


def type_on(stage: Stage, *, times: int) -> None:
    """Keys with an answer to each, without a pause in which the list might settle."""
    for _ in range(times):
        stage.written(stage.asked[-1]["draft"]["text"] + "x")


def test_hints_stay_where_they_are_while_the_server_ranks_them_anew(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", "super")
    stage.written()
    before = stage.tops()
    say(stage, "super", "Hi", "ASAP", score=47.0)
    stage.written(f"{TEXT} Und")
    assert stage.tops() == before
    assert list(before) == [FIRST, SECOND, THIRD]


def test_a_hint_that_went_leaves_its_room_and_a_new_one_comes_below(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", "super")
    stage.written()
    before = stage.tops()
    say(stage, "!!", "super", "ASAP")
    stage.written(f"{TEXT} Und")
    gone = stage.panel.locator("#hint-list > li.gone")
    expect(gone).to_have_count(1)
    expect(gone).to_have_css("visibility", "hidden")
    now = stage.tops()
    assert {name: now[name] for name in [SECOND, THIRD]} == {name: before[name] for name in [SECOND, THIRD]}
    assert FIRST not in now
    assert now[FOURTH] > before[THIRD]


def test_in_a_pause_the_gap_closes_and_the_order_is_the_servers(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", "super")
    stage.written()
    first = stage.tops()[FIRST]
    say(stage, "!!", "super", "ASAP")
    stage.written(f"{TEXT} Und")
    expect(stage.panel.locator("#hint-list > li.gone")).to_have_count(0)
    expect(stage.hints.locator("h3")).to_have_text([FOURTH, THIRD, SECOND])
    assert stage.tops()[FOURTH] == first


def test_typing_on_puts_the_pause_off(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", "super")
    stage.written()
    say(stage, "super", "ASAP")
    stage.written(f"{TEXT} Und")
    order = stage.frame.evaluate_handle("[...document.querySelectorAll('#hint-list > li')]")
    type_on(stage, times=8)
    assert order.evaluate(
        "cards => cards.every((card, at) => card === document.querySelector('#hint-list').children[at])"
    )


def test_a_hint_that_was_applied_makes_room_at_once_and_the_others_keep_their_order(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", "super")
    stage.written()
    first = stage.tops()[FIRST]
    stage.hints.first.locator("button.strong").click()
    stage.hints.nth(1).locator("button.strong").focus()  # in use: no pause would close the gap
    asked = stage.heard("replace")[-1]
    say(stage, "!!", "super", "ASAP")
    stage.draft(TEXT.replace("Hi", "gern", 1), replaced={"id": asked["id"], "done": True})
    expect(stage.panel.locator("#hint-list > li h3")).to_have_text([SECOND, THIRD, FOURTH])
    assert stage.tops()[SECOND] == first


def test_the_list_waits_with_moving_while_somebody_points_at_it(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", "super")
    stage.written()
    stage.hints.nth(1).hover()
    say(stage, "super", "ASAP")
    stage.written(f"{TEXT} Und")
    before = stage.tops()
    for step in range(12):
        stage.page.wait_for_timeout(200)  # together longer than the pause in which it would move
        stage.page.mouse.move(150 + step, before[SECOND] + 40)
    assert stage.tops() == before
    expect(stage.panel.locator("#hint-list > li.gone")).to_have_count(0)


def test_a_hint_that_went_can_be_neither_pressed_nor_reached(stage: Stage) -> None:
    say(stage, "Hi", "ASAP")
    stage.written()
    button = stage.hints.first.locator("button.strong")
    button.focus()
    say(stage, "ASAP")
    stage.written(f"{TEXT} Und")
    expect(stage.panel.locator("#hints-title")).to_be_focused()
    stage.page.keyboard.press("Tab")
    expect(stage.hints.first.locator("button.strong")).to_be_focused()
    assert "ASAP" in (stage.hints.first.locator("h3").text_content() or "")
    stage.frame.evaluate("document.querySelector('.gone button').click()")
    assert stage.heard("replace") == []
    assert [mark["start"] for mark in stage.heard("verdict")[-1]["marks"]] == [TEXT.index("ASAP")]


def test_the_focus_stays_on_its_button_when_the_list_moves(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", "super")
    stage.written()
    button = stage.hints.nth(2).locator("button.quiet")
    button.focus()
    say(stage, "super", "!!", "ASAP")
    stage.written(f"{TEXT} Und")
    focused = stage.frame.evaluate("document.activeElement.closest('li').querySelector('h3').textContent")
    assert focused == THIRD
    stage.panel.locator("#hints-title").focus()
    expect(stage.hints.locator("h3")).to_have_text([THIRD, FOURTH, SECOND])


def test_what_changes_in_the_score_moves_no_hint(stage: Stage) -> None:
    say(stage, "Hi", "ASAP", score=41.0)
    stage.written()
    say(stage, "Hi", "ASAP", score=83.0)
    stage.written(f"{TEXT} Und")
    before = stage.tops()
    for score in [12.0, 50.0, 50.0, 97.0]:
        say(stage, "Hi", "ASAP", score=score)
        stage.written(f"{TEXT} Und {score} {len(stage.asked)}")
        assert stage.tops() == before
