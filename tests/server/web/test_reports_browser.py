"""Effect, mailboxes, rules and exports in a real browser: clean by axe-core, narrow, dark, and in both languages."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from coach import Coach
from server.app import create_app
from server.store import StoredReport
from tests.chromium import PATIENCE, chromium
from tests.office import NOW, open_office
from tests.server.web.test_effect import report

__all__ = ["chromium"]

pytestmark = pytest.mark.browser

PAGES = ("effect", "mailboxes", "rules", "export")


@pytest.fixture
def url(tmp_path: Path, coach: Coach) -> Iterator[str]:
    """A demo with a report, a mailbox in trouble and one whose server says something."""
    with open_office(tmp_path, coach, demo=True) as office:
        office.store.effect.keep(StoredReport("1", NOW, report().to_json()))
        states = office.store.mailbox_states
        refused, reading = office.connect().id, office.connect("vertrieb@waagen-kern.example").id
        for each in (refused, reading):
            states.take_lease(each, "worker", NOW, NOW + timedelta(hours=1))
        states.note(refused, NOW, activity="needs_login", problem="It refuses the password.", remedy="Check it.")
        states.note(reading, NOW, activity="reading", done=100, total=900, rate=10.0, looked_at=NOW)
        states.note_alert(reading, NOW, "Your mailbox is nearly full.")
        server = make_server("127.0.0.1", 0, create_app(office.services), threaded=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/dashboard"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def opened(chromium: Browser, complaints: list[str], locale: str, scheme: str, width: int) -> Page:
    context = chromium.new_context(
        locale=locale,
        color_scheme=scheme,  # type: ignore[arg-type]  # light or dark
        viewport={"width": width, "height": 800},
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    return page


@pytest.mark.parametrize(("locale", "scheme", "width"), [("de-DE", "light", 320), ("en-GB", "dark", 1280)])
def test_pages_are_clean_and_fit(chromium: Browser, url: str, locale: str, scheme: str, width: int):
    complaints: list[str] = []
    page = opened(chromium, complaints, locale, scheme, width)
    for name in PAGES:
        page.goto(f"{url}/{name}")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found = Axe().run(page).response["violations"]
        assert [(name, each["id"], each["nodes"][0]["target"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()
    assert complaints == []


def test_what_the_server_says_goes_by_one_click(chromium: Browser, url: str):
    page = opened(chromium, [], "en-GB", "light", 1280)
    page.goto(f"{url}/mailboxes")
    page.get_by_role("button", name="I have read it").click()
    page.get_by_text("Your mailbox is nearly full.").wait_for(state="detached")
    page.context.close()
