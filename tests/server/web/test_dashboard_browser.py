"""The dashboard in a real browser: axe-core, narrow and wide, by keyboard, without JavaScript, on paper."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from coach import Coach
from server.access import EVERYTHING
from server.app import create_app
from server.store.alerts import Alert
from tests.chromium import PATIENCE, chromium
from tests.office import ANNA, NOW
from tests.server.web.dashboard_site import PIA, TIM, TOKEN, Desk, filled, open_desk

__all__ = ["chromium", "filled"]

pytestmark = pytest.mark.browser

PATHS = (
    "/",
    "/customers",
    "/customers?only=danger&order=danger",
    "/customers?q=nobody",
    f"/customers/{ANNA}",
    f"/customers/{PIA}",
    "/companies/moelder.example",
    "/open/promise",
    "/open/need",
)


TOO_WIDE = """width => [...document.querySelectorAll("main *")]
  .filter(each => each.getBoundingClientRect().right > width + 0.5)
  .map(each => each.outerHTML.slice(0, 120))"""


@dataclass
class Site:
    """A running dashboard and the desk behind it."""

    desk: Desk
    url: str


@pytest.fixture(scope="module")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[Site]:
    with open_desk(filled, tmp_path_factory.mktemp("site"), coach, EINKLANG_TEAM_NAME="Waagen Kern") as desk:
        store = desk.office.store
        store.corrections.set(TIM, "A", "Ein guter Freund des Hauses.", NOW, sight=EVERYTHING)
        store.alerts.add(Alert("turned_sour", ANNA, {"de": "Kündigung droht.", "en": "About to leave."}, NOW), NOW)
        server = make_server("127.0.0.1", 0, create_app(desk.office.services), threaded=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield Site(desk, f"http://127.0.0.1:{server.server_port}/dashboard")
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def signed_in(site: Site, context: BrowserContext, complaints: list[str]) -> Page:
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.goto(f"{site.url}/sign-in")
    page.locator("#token").fill(TOKEN)
    page.keyboard.press("Enter")
    page.locator("#grades").wait_for()
    return page


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("de-DE", "light", 1280), ("en-GB", "dark", 1280), ("de-DE", "dark", 320)]
)
def test_axe_finds_nothing_on_any_page_and_nothing_runs_over(
    site: Site, chromium: Browser, language: str, scheme: str, width: int
) -> None:
    complaints: list[str] = []
    context = chromium.new_context(
        locale=language,
        color_scheme=scheme,
        viewport={"width": width, "height": 900},  # type: ignore[arg-type]
    )
    page = signed_in(site, context, complaints)
    for path in PATHS:
        page.goto(site.url + path)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert Axe().run(page).response["violations"] == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, page.evaluate(TOO_WIDE, width))
    context.close()
    assert complaints == []


def test_everything_works_without_javascript(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(locale="de-DE", java_script_enabled=False)
    page = signed_in(site, context, [])
    page.goto(f"{site.url}/customers")
    page.locator("#q").fill("Tim")
    page.get_by_role("button", name="Anzeigen").click()
    assert page.locator("a.who").all_inner_texts() == ["Tim Bauer"]
    page.locator("a.who").click()
    page.get_by_role("button", name="Berichtigung zurücknehmen").click()
    page.get_by_role("radio", name="A", exact=True).check()
    page.locator("#reason").fill("Ein guter Freund des Hauses.")
    page.get_by_role("button", name="Setzen").click()
    assert "von Hand auf A gesetzt" in page.locator(".notice").inner_text()
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()


def test_the_keyboard_reaches_search_and_opens_a_point(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(locale="de-DE")
    page = signed_in(site, context, [])
    page.goto(f"{site.url}/customers")
    page.keyboard.press("/")
    page.keyboard.type("krause")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Anna Krause").focus()
    page.keyboard.press("Enter")
    first = page.locator(".share summary").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".share").first.get_attribute("open") is not None
    context.close()


def test_on_paper_every_point_is_open_and_no_form_is_left(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(locale="de-DE")
    page = signed_in(site, context, [])
    page.goto(f"{site.url}/customers/{ANNA}")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert not page.get_by_role("button").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    context.close()
