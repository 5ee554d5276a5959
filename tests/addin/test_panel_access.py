"""For everybody, in a real Chromium with the content policy kept: axe-core, keyboard, skins, small sizes, the tour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from tests.addin.panel_stage import TEXT, Stage, assessment, hint, note, served_pages

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
HINTS = [
    hint("ASAP", severity="warning"),
    hint("Hi", asks=True, replacement="Guten Tag [Name]"),
    hint("super", replacement=None, severity="info"),
]


@pytest.fixture
def stage(page: Page) -> Iterator[Stage]:
    with served_pages() as url:
        yield Stage(page, url)


def violations(stage: Stage) -> list[str]:
    """What axe-core finds wrong in the panel: rule and place."""
    stage.frame.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
    stage.frame.evaluate(AXE + "; true")
    found: Any = stage.frame.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert found["passes"], "axe looked at nothing"
    return [f"{each['id']}: {node['target']}" for each in found["violations"] for node in each["nodes"]]


def open_folds(stage: Stage) -> None:
    stage.frame.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [240, 320])
def test_axe_finds_nothing_with_hints_reasons_and_card(stage: Stage, theme: str, width: int) -> None:
    scores = [41.0, 66.0]
    stage.assess = lambda asked: (200, assessment(scores[min(len(stage.asked) - 1, 1)], *HINTS))
    stage.no_tour().open(theme=theme, width=width).written()
    stage.written(f"{TEXT} Und")
    open_folds(stage)
    assert violations(stage) == []
    stage.assess = lambda asked: (200, assessment(66.0, HINTS[0]))
    stage.written(f"{TEXT} Und so")
    assert violations(stage) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("score", [12.0, 60.0, 97.0, None])
def test_axe_finds_nothing_without_hints(stage: Stage, theme: str, score: float | None) -> None:
    stage.assess = lambda asked: (200, assessment(score, note=note("wider_profile", "Gemessen an der Firma.")))
    stage.no_tour().open(theme=theme).written()
    assert violations(stage) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("status", [0, 401, 503])
def test_axe_finds_nothing_in_trouble(stage: Stage, theme: str, status: int, complaints: list[str]) -> None:
    stage.assess = lambda asked: (200, assessment(55.0, *HINTS))
    stage.no_tour().open(theme=theme).written()
    stage.assess = lambda asked: (status, {})
    stage.draft(f"{TEXT} Und")
    expect(stage.panel.locator("#trouble")).to_be_visible()
    assert violations(stage) == []
    stage.forgive(complaints)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_tour(stage: Stage, theme: str) -> None:
    stage.open(theme=theme)
    expect(stage.panel.locator("#tour")).to_be_visible()
    assert violations(stage) == []


def test_axe_would_find_something(stage: Stage) -> None:
    stage.no_tour().open()
    stage.frame.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [each.partition(":")[0] for each in violations(stage)] == ["button-name"]


def test_the_host_chooses_the_skin_and_takes_it_back(stage: Stage) -> None:
    def ground() -> int:
        rgb = stage.frame.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
        return sum(rgb[:3])

    stage.page.emulate_media(color_scheme="light")
    stage.no_tour().open()
    light = ground()
    stage.hello(theme="dark")
    expect(stage.panel.locator("html")).to_have_attribute("data-theme", "dark")
    assert ground() < 150 < 600 < light
    stage.page.emulate_media(color_scheme="dark")
    stage.hello(theme="light")
    expect(stage.panel.locator("html")).to_have_attribute("data-theme", "light")
    assert ground() == light
    stage.hello(theme="pink")
    expect(stage.panel.locator("html")).not_to_have_attribute("data-theme", "light")
    assert ground() < 150


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [240, 280, 320, 620])
def test_nothing_scrolls_sideways_and_no_word_is_cut(stage: Stage, width: int, language: str) -> None:
    stage.assess = lambda asked: (200, assessment(100.0, *HINTS))
    stage.open(width=width, height=360, language=language).written()
    open_folds(stage)
    stage.panel.locator("#tour-open").click()
    assert stage.frame.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    tall = stage.frame.evaluate(
        "[...document.querySelectorAll('button')].filter((one) => one.offsetHeight > 36).map((one) => one.id)"
    )
    assert tall == []


def test_every_control_is_reached_by_tab_and_shows_the_focus(stage: Stage) -> None:
    stage.assess = lambda asked: (200, assessment(60.0, *HINTS))
    stage.no_tour().open().written()
    stage.frame.evaluate("document.body.tabIndex = -1; document.body.focus()")
    wanted = stage.frame.evaluate(
        "[...document.querySelectorAll('button, summary, a[href]')]"
        ".filter((one) => one.checkVisibility({ visibilityProperty: true })).length"
    )
    reached: list[str] = []
    for _ in range(wanted):
        stage.page.keyboard.press("Tab")
        name, outline = stage.frame.evaluate(
            "[document.activeElement.outerHTML, getComputedStyle(document.activeElement).outlineStyle]"
        )
        assert outline == "solid", name
        reached.append(name)
    assert len(set(reached)) == wanted > 8


def test_escape_closes_a_fold_and_stays_at_its_heading(stage: Stage) -> None:
    stage.no_tour().open().written()
    summary = stage.panel.locator("#why summary")
    summary.press("Enter")
    expect(stage.panel.locator("#total")).to_be_visible()
    summary.press("Escape")
    expect(stage.panel.locator("#total")).to_be_hidden()
    expect(summary).to_be_focused()


def test_the_tour_takes_no_focus_and_yields_to_the_first_score(stage: Stage) -> None:
    stage.open()
    tour = stage.panel.locator("#tour")
    expect(tour).to_contain_text("1 von 3")
    assert stage.frame.evaluate("document.activeElement === document.body")
    stage.written()
    expect(tour).to_be_hidden()
    expect(stage.panel.locator("#number")).to_be_visible()


def test_the_tour_is_gone_through_by_keyboard_once_and_for_all(stage: Stage) -> None:
    stage.open()
    tour, forward = stage.panel.locator("#tour"), stage.panel.locator("#tour-next")
    forward.focus()
    for step in ["2 von 3", "3 von 3"]:
        stage.page.keyboard.press("Enter")
        expect(tour).to_contain_text(step)
        expect(forward).to_be_focused()
    expect(forward).to_have_text("Fertig")
    stage.page.keyboard.press("Enter")
    expect(tour).to_be_hidden()
    expect(stage.panel.locator("#tour-open")).to_be_focused()
    stage.page.reload()
    expect(stage.panel.locator("#welcome")).to_be_visible()
    expect(tour).to_be_hidden()


def test_the_tour_can_be_called_back_beside_a_score_and_escape_sends_it_away(stage: Stage) -> None:
    stage.no_tour().open(language="en").written()
    stage.panel.locator("#tour-open").press("Enter")
    expect(stage.panel.locator("#tour")).to_contain_text("1 of 3")
    expect(stage.panel.locator("#tour-next")).to_be_focused()
    stage.page.keyboard.press("Escape")
    expect(stage.panel.locator("#tour")).to_be_hidden()
    expect(stage.panel.locator("#tour-open")).to_be_focused()


def test_where_nothing_may_be_stored_the_tour_is_remembered_for_the_page(stage: Stage) -> None:
    stage.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    stage.open()
    stage.panel.locator("#tour-stop").click()
    expect(stage.panel.locator("#tour")).to_be_hidden()
    stage.draft("")
    stage.written()
    expect(stage.panel.locator("#tour")).to_be_hidden()
