"""The page of an answer in a real browser: without JavaScript, by keyboard, in both languages, clean by axe-core."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from coach import Coach
from server.access import EVERYTHING
from server.app import create_app
from server.outcomes.links import lasting, link_url
from server.store import Question
from tests.chromium import PATIENCE, chromium
from tests.office import ANNA, NOW, Office, open_office

__all__ = ["chromium"]

pytestmark = pytest.mark.browser


@dataclass
class Site:
    """A running server and the office behind it."""

    office: Office
    url: str

    def link(self, kind: Question, language: str) -> str:
        found = self.office.services
        made = found.store.feedback_links.add(ANNA, kind, language, None, NOW, lasting(30))
        return link_url(made, found.vault, self.url, NOW)

    @property
    def values(self) -> list[int | None]:
        return [each.value for each in self.office.store.outcomes.list(ANNA, sight=EVERYTHING)]


@pytest.fixture
def site(tmp_path: Path, coach: Coach) -> Iterator[Site]:
    with open_office(tmp_path, coach, EINKLANG_TEAM_NAME="Waagen Kern") as office:
        server = make_server("127.0.0.1", 0, create_app(office.services), threaded=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield Site(office, f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Open]:
    """Opens a page of its own; whatever it complains about fails the test."""
    contexts, complaints = [], list[str]()

    def open_(url: str, **more: object) -> Page:
        context = chromium.new_context(**more)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        page.goto(url)
        return page

    yield open_
    cookies = [each for context in contexts for each in context.cookies()]
    for context in contexts:
        context.close()
    assert (complaints, cookies) == ([], [])


def test_one_click_and_send_answers_without_javascript(site: Site, opened: Open) -> None:
    page = opened(site.link("nps", "en") + "?v=9", java_script_enabled=False)
    assert page.get_by_role("radio", name="9", exact=True).is_checked()
    page.get_by_role("button", name="Send answer").click()
    assert "your answer has arrived: 9." in page.get_by_role("status").inner_text()
    page.get_by_role("radio", name="10").check()
    page.get_by_role("button", name="Change answer").click()
    assert "has arrived: 10." in page.get_by_role("status").inner_text()
    assert site.values == [10]


def test_the_keyboard_alone_answers(site: Site, opened: Open) -> None:
    page = opened(site.link("csat", "de"))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "angekommen: 3." in page.get_by_role("status").inner_text()
    assert site.values == [3]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("kind", "language"), [("csat", "de"), ("ces", "en"), ("nps", "de")])
def test_axe_finds_nothing_on_any_of_its_faces(
    site: Site, opened: Open, scheme: str, kind: Question, language: str
) -> None:
    page = opened(site.link(kind, language) + "?v=3", color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("button").click()
    page.get_by_role("status").wait_for()
    assert Axe().run(page).response["violations"] == []


def test_a_link_that_is_none_is_told_and_clean_too(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(locale="de-DE")
    page = context.new_page()
    answer = page.goto(f"{site.url}/answer/nonsense")
    assert answer is not None
    assert answer.status == 404
    assert "nicht mehr gültig" in page.get_by_role("alert").inner_text()
    assert Axe().run(page).response["violations"] == []
    context.close()
