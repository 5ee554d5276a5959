"""Signing in and the own account in a real browser: axe-core, narrow and dark, by keyboard, without JavaScript."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from coach import Coach
from tests.chromium import PATIENCE, chromium
from tests.server.web.sign_in_site import BETTER, GOOD, Site, open_site

__all__ = ["chromium"]

pytestmark = pytest.mark.browser


@dataclass
class Running:
    """The pages under an address."""

    site: Site
    url: str

    def code(self, secret: str) -> str:
        return pyotp.TOTP(secret.replace(" ", "")).at(self.site.office.now[0])


@pytest.fixture
def running(tmp_path: Path, coach: Coach) -> Iterator[Running]:
    provider = {"EINKLANG_OPENID_ISSUER": "https://login.example", "EINKLANG_OPENID_CLIENT_ID": "einklang"}
    with open_site(tmp_path, coach, **provider) as site:
        server = make_server("127.0.0.1", 0, site.app, threaded=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield Running(site, f"http://127.0.0.1:{server.server_port}/dashboard")
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def checked(page: Page, width: int) -> None:
    """Nothing that axe-core complains of, and nothing that runs over."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert Axe().run(page).response["violations"] == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


def signed_in(page: Page, url: str, password: str = GOOD) -> None:
    page.goto(f"{url}/sign-in?to=/dashboard/account")
    page.locator("#name").fill("jana")
    page.locator("#password").fill(password)
    page.keyboard.press("Enter")


def in_context(context: BrowserContext, complaints: list[str]) -> Page:
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    return page


@pytest.mark.parametrize(("language", "scheme", "width"), [("de-DE", "light", 1280), ("en-GB", "dark", 320)])
def test_every_page_of_signing_in_is_accessible(
    running: Running, chromium: Browser, language: str, scheme: str, width: int
) -> None:
    complaints: list[str] = []
    user = running.site.add(password="")
    link = running.site.changes().new_link(user)
    context = chromium.new_context(
        locale=language,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
    )
    page = in_context(context, complaints)
    page.goto(f"{running.url}/password?link={link}")
    checked(page, width)
    page.locator("#new").fill(GOOD)
    page.locator("#again").fill(GOOD)
    page.keyboard.press("Enter")
    page.locator("#name").wait_for()
    checked(page, width)
    signed_in(page, running.url)
    page.locator("#sessions").wait_for()
    checked(page, width)
    page.locator("#current-for-factor").fill(GOOD)
    page.keyboard.press("Enter")
    page.locator(".qr").wait_for()
    checked(page, width)
    page.locator("#code").fill(running.code(secret := page.locator(".secret").inner_text()))
    page.keyboard.press("Enter")
    page.locator(".codes").wait_for()
    assert page.locator(".codes li").count() == 10
    checked(page, width)
    page.get_by_role("link", name="weiter" if language == "de-DE" else "go on").click()
    page.locator("#factor").wait_for()
    checked(page, width)
    page.get_by_role("button", name="Überall abmelden" if language == "de-DE" else "Sign out everywhere").click()
    running.site.office.later(timedelta(minutes=1))
    signed_in(page, running.url)
    page.locator("#code").wait_for()
    checked(page, width)
    page.locator("#code").fill(running.code(secret))
    page.keyboard.press("Enter")
    page.locator("#sessions").wait_for()
    context.close()
    assert complaints == []


def test_a_wrong_password_is_told_to_who_does_not_see_it_and_the_page_stays_accessible(
    running: Running, chromium: Browser
) -> None:
    running.site.add()
    context = chromium.new_context(locale="de-DE", viewport={"width": 320, "height": 900})
    page = in_context(context, [])
    signed_in(page, running.url, "ganz verkehrt")
    assert "stimmen nicht" in page.get_by_role("alert").inner_text()
    checked(page, 320)
    context.close()


def test_without_javascript_a_password_is_changed_and_signing_out_works(running: Running, chromium: Browser) -> None:
    running.site.add()
    context = chromium.new_context(locale="en-GB", java_script_enabled=False)
    page = in_context(context, [])
    signed_in(page, running.url)
    page.locator("#current-for-password").fill(GOOD)
    page.locator("#new").fill(BETTER)
    page.locator("#again").fill(BETTER)
    page.get_by_role("button", name="Change").click()
    assert "is changed" in page.get_by_role("status").inner_text()
    page.locator("header").get_by_role("button", name="Sign out").click()
    page.locator("#name").wait_for()
    signed_in(page, running.url, BETTER)
    page.locator("#sessions").wait_for()
    context.close()


def test_the_square_is_dark_on_light_in_the_dark_too(running: Running, chromium: Browser) -> None:
    running.site.add()
    context = chromium.new_context(color_scheme="dark")
    page = in_context(context, [])
    signed_in(page, running.url)
    page.locator("#current-for-factor").fill(GOOD)
    page.keyboard.press("Enter")
    box = page.locator(".square")
    assert box.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".qr path").evaluate("each => getComputedStyle(each).stroke") == "rgb(0, 0, 0)"
    size = box.bounding_box()
    assert size is not None
    assert size["width"] >= 150
    context.close()
