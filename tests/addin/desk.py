"""The page /try as a test uses it: the compose window, the panel in its frame, the customers of the demo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from playwright.sync_api import FrameLocator, Locator, Page, expect

ENOUGH_MAILS = 8  # mails a customer must have written for a score to mean something


@dataclass(frozen=True)
class Who:
    """A customer of the demo, as the API tells."""

    address: str
    name: str
    language: str
    address_form: str | None


@dataclass(frozen=True)
class Desk:
    """One open page /try."""

    page: Page
    url: str

    @property
    def panel(self) -> FrameLocator:
        return self.page.frame_locator("#panel")

    @property
    def text(self) -> Locator:
        return self.page.locator("#text")

    @property
    def number(self) -> Locator:
        return self.panel.locator("#number")

    @property
    def hints(self) -> Locator:
        return self.panel.locator("#hint-list > li:not(.gone)")

    @property
    def trouble(self) -> Locator:
        return self.panel.locator("#trouble")

    def open(self, query: str = "") -> Desk:
        self.page.goto(f"{self.url}/try{query}")
        expect(self.page.locator("#desk")).to_be_visible()
        expect(self.panel.locator("footer")).to_be_visible()
        return self

    def write_to(self, who: Who) -> None:
        self.page.locator("#to").fill(who.address)
        expect(self.page.locator("#to-list li")).to_have_count(1)
        self.page.locator("#to").press("Enter")
        expect(self.page.locator("#to")).to_have_value(who.name)

    def load_example(self) -> None:
        self.page.locator("#example").click()

    def score(self) -> int:
        """The score on show, once it is about the text as it stands."""
        expect(self.panel.locator("#scored")).to_be_visible()
        expect(self.panel.locator("html")).to_have_attribute("data-old", "false")
        return int(self.number.inner_text())

    def score_after(self, before: int) -> int:
        """The score once it has moved away from `before` and stands."""
        expect(self.number).not_to_have_text(str(before))
        return self.score()

    def best_hint(self) -> Locator:
        """The first hint that can be applied and says what it gains."""
        hint = self.hints.filter(has=self.page.locator("button.strong:visible")).filter(
            has=self.page.locator(".gain:visible")
        )
        expect(hint.first).to_be_visible()
        return hint.first


def customers(page: Page, url: str) -> list[Who]:
    """Everybody of the demo who has written enough mails, by the product's own API."""
    session = page.request.post(f"{url}/api/v1/session", data={}).json()
    headers = {"Authorization": f"Bearer {session['token']}"}

    def get(path: str) -> Any:
        return page.request.get(f"{url}/api/v1/{path}", headers=headers).json()

    found = []
    for one in get("customers?limit=50")["customers"]:
        if one["mails_in"] < ENOUGH_MAILS or not one["name"]:
            continue
        card = get(f"customers/{quote(one['address'], safe='')}")
        known = max(card["languages"], key=lambda each: each["mails"], default=None)
        if known is None:
            continue
        language = known["language"]
        found.append(Who(one["address"], one["name"], language, card["address_form"]))
    return found
