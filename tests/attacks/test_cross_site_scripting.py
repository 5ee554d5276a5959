"""Stored cross-site scripting: what others wrote is text on every page, in the panel, and for a real browser."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from server.app import create_app
from server.outcomes.links import lasting, link_url
from server.store import FeedbackLink
from tests.attacks.hostile_office import NAMES, PROBE, SCRIPT, customer
from tests.chromium import PATIENCE, chromium
from tests.office import NOW, Office

__all__ = ["chromium"]

ARGUMENTS = (
    f"?q={quote(SCRIPT)}&only={quote(SCRIPT)}&order={quote(SCRIPT)}&segment={quote(SCRIPT)}&lang={quote(SCRIPT)}"
)
FIXED = (
    "/dashboard/",
    "/dashboard/customers",
    "/dashboard/customers?only=danger&order=danger",
    "/dashboard/open/promise",
    "/dashboard/open/need",
    "/dashboard/mailboxes",
    "/dashboard/rules",
    "/dashboard/effect",
    "/dashboard/export",
    f"/dashboard/segments/{quote(SCRIPT, safe='')}",
    f"/dashboard/sign-in?to={quote(SCRIPT)}",
    f"/dashboard/{quote(SCRIPT)}",
    f"/answer/{quote(SCRIPT, safe='')}",
    f"/{quote(SCRIPT)}",
    f"/api/v1/customers/{quote(SCRIPT)}",
)


pytestmark = pytest.mark.xdist_group("attacked")  # the office is made once


@pytest.fixture(scope="module")
def office(attacked: Office) -> Office:
    return attacked


@pytest.fixture(scope="module")
def client(office: Office) -> FlaskClient:
    return create_app(office.services).test_client()


def pages(office: Office) -> list[str]:
    """Every page that shows anything that somebody wrote, and every one whose address somebody makes up."""
    people = [customer(number) for number in range(len(NAMES))]
    own = [f"/dashboard/customers/{each}" for each in people]
    domains = [f"/dashboard/companies/{each.partition('@')[2]}" for each in people[:2]]
    walked = [
        each.rule
        for each in create_app(office.services).url_map.iter_rules()
        if "GET" in (each.methods or ()) and "<" not in each.rule and each.rule.startswith("/dashboard")
    ]
    return sorted({*walked, *FIXED, *own, *domains, *(path + ARGUMENTS for path in FIXED[:9])})


def link(office: Office) -> str:
    found: FeedbackLink = office.store.feedback_links.add(customer(0), "csat", "de", None, NOW, lasting(30))
    url = link_url(found, office.services.vault, "", NOW)
    return url.removeprefix(office.services.settings.web.url)


class Elements(HTMLParser):
    """What a parser finds: elements by name, attributes that would run something."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == PROBE or (tag == "script" and "src" not in names):
            self.found.append(f"<{tag}>")
        self.found += [f"{tag} {name}" for name in names if name.startswith("on")]
        for name in ("href", "src", "action", "formaction"):
            if re.match(r"\s*(?:javascript|data|vbscript):", names.get(name) or "", re.IGNORECASE) and tag != "img":
                self.found.append(f"{tag} {name}={names[name]}")


def test_xss_no_page_lets_an_element_of_others_in(office: Office, client: FlaskClient):
    shown = 0
    for path in [*pages(office), link(office)]:
        for language in ("de", "en"):
            answer = client.get(path, headers={"Accept-Language": language, "Accept": "text/html"})
            assert answer.status_code < 500, path
            if answer.mimetype != "text/html":
                assert answer.mimetype != "image/svg+xml", path
                continue
            parsed = Elements()
            parsed.feed(answer.text)
            assert parsed.found == [], path
            shown += f"&lt;{PROBE}" in answer.text
    assert shown > 10, "the attacks are not even shown: nothing was tried"


def test_xss_what_is_no_page_is_never_taken_for_one(office: Office, client: FlaskClient):
    """JSON, exports and refusals that repeat what somebody wrote say what they are, and browsers may not guess."""
    paths = [f"/api/v1/{each}" for each in (f"customers/{customer(0)}", "relationships", "alerts", "outcomes")]
    paths += ["/dashboard/export/customers", "/dashboard/export/outcomes?format=json", "/health", f"/{SCRIPT}"]
    token = client.post("/api/v1/session", json={}).get_json()["token"]
    for path in paths:
        answer = client.get(path, headers={"Authorization": f"Bearer {token}"})
        assert answer.mimetype in ("application/json", "application/problem+json", "text/csv"), path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.fixture(scope="module")
def url(office: Office) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, create_app(office.services), threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


CHECK = f"""() => [window.hacked, document.querySelectorAll('{PROBE}, [onerror], [onload], [onclick]').length,
  [...document.querySelectorAll('a[href], form[action]')].filter(each => /^javascript:/i.test(each.href)).length]"""
CLEAN = [None, 0, 0]


@pytest.fixture
def watched(chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and whatever an attack that ran or tried to run would leave."""
    left: list[str] = []
    context = chromium.new_context(locale="de-DE")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("dialog", lambda dialog: (left.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: left.append(f"error {error}"))
    page.on("console", lambda line: left.append(line.text) if line.type == "error" else None)
    page.on("request", lambda one: left.append(one.url) if "evil" in one.url and "hostile" not in one.url else None)
    yield page, left
    context.close()


@pytest.mark.browser
def test_xss_in_a_real_browser_nothing_runs_and_nothing_is_injected(
    office: Office, url: str, watched: tuple[Page, list[str]]
):
    page, left = watched
    quiet = [path for path in pages(office) if not path.startswith(("/api/", "/dashboard/account"))]
    for path in [*quiet, link(office)]:
        page.goto(url + path)
        assert page.evaluate(CHECK) == CLEAN, path
    refused = re.compile(r"status of 4\d\d")  # pages that are none: the browser notes those, too
    assert [each for each in left if not refused.search(each)] == []


@pytest.mark.browser
def test_xss_in_the_panel_names_mails_and_hints_stay_text(office: Office, url: str, watched: tuple[Page, list[str]]):
    page, left = watched
    for number in (0, 2):
        page.goto(f"{url}/try")
        page.locator("#to").fill(customer(number))
        page.locator("#to-list li").first.wait_for()
        assert page.evaluate(CHECK) == CLEAN
        page.locator("#to").press("Enter")
        page.locator("#subject").fill(SCRIPT)
        page.locator("#text").fill(
            f"Hi {SCRIPT},\n\nklar kommt die Waage am Freitag!! Schreib mir kurz. {SCRIPT}\n\nLG"
        )
        frame = next(each for each in page.frames if "/panel/" in each.url)
        frame.locator("#hint-list li").first.wait_for()
        for each in frame.locator("details").all():
            each.evaluate("one => { one.open = true }")
        for each in page.frames:
            assert each.evaluate(CHECK) == CLEAN
        assert SCRIPT[:20] in (page.locator("#replied-text").text_content() or "") + (
            frame.locator("body").text_content() or ""
        )
    assert left == []


@pytest.mark.browser
def test_clickjacking_a_foreign_page_cannot_frame_ours(office: Office, url: str, chromium: Browser):
    page = chromium.new_page()
    for path in ("/dashboard/", "/dashboard/sign-in", "/try", "/panel/", link(office)):
        page.goto("about:blank")
        page.set_content(f"<iframe src='{url}{path}'></iframe>")
        page.wait_for_timeout(150)
        frame = page.frames[-1]
        assert frame.locator("main, form, #desk").count() == 0, path
        assert frame.url.startswith(("chrome-error:", "about:")) or frame.evaluate("document.body.innerText") == "", (
            path
        )
    page.close()
