"""The page /try passes the contract of the mail clients, as far as a page that sends nothing can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.addin.faulty_server import FaultyServer
from tests.addin.host_contract import CUSTOMER, Abilities, HostContract, HostUnderTest, Sent
from tests.chromium import evaluated

pytestmark = pytest.mark.browser


class TryPage:
    """The page as a mail client; its check of the draft is the send button, its dialogue the question."""

    abilities = Abilities(
        sends=False, lives_alone=False, because="this page never sends a mail, and the server serves it"
    )

    def __init__(self, page: Page, door: FaultyServer) -> None:
        self.door = door
        self._page = page
        self._text = page.locator("#text")

    def compose(self) -> None:
        self._page.goto(f"{self.door.url}/try")
        expect(self._page.frame_locator("#panel").locator("footer")).to_be_visible()
        self.set_subject("Kalibrierung")
        self.set_recipients([CUSTOMER.address])

    def write(self, text: str) -> None:
        self._text.fill(text)

    def type(self, text: str) -> None:
        self._text.focus()
        self._text.press("Control+End")
        for number, line in enumerate(text.split("\n")):
            if number:
                self._page.keyboard.press("Enter")
            self._page.keyboard.type(line)

    def body(self) -> str:
        return self._text.input_value().rstrip()

    def caret(self) -> int:
        units = self._text.evaluate("area => area.selectionStart")
        return len(self._text.input_value().encode("utf-16-le")[: 2 * units].decode("utf-16-le"))

    def put_caret(self, at: int) -> None:
        units = len(self._text.input_value()[:at].encode("utf-16-le")) // 2
        self._text.evaluate("(area, at) => area.setSelectionRange(at, at)", units)

    def undo(self) -> None:
        self._text.press("Control+z")

    def set_recipients(self, to: Sequence[str], cc: Sequence[str] = ()) -> None:
        field = self._page.locator("#to")
        field.fill(to[0])
        expect(self._page.locator("#to-list li")).to_have_count(1)
        expect(self._page.locator("#to-list li")).to_contain_text(to[0])  # not the one who was found before
        field.press("Enter")
        self._page.locator("#cc").fill(", ".join(cc))

    def set_subject(self, subject: str) -> None:
        self._page.locator("#subject").fill(subject)

    def in_panel(self, expression: str) -> Any:
        return evaluated(self._panel(), expression)

    def press_send(self) -> None:
        self._page.locator("#check").click()

    def is_asking(self) -> bool:
        shown = self._page.locator("#verdict-word")
        return shown.is_visible() and shown.get_attribute("data-ok") == "false"

    def go_back(self) -> None:
        self._page.locator("#verdict-back").click()

    def send_anyway(self) -> None:
        raise NotImplementedError("this page never sends")

    def sent(self) -> Sequence[Sent]:
        return ()

    def says(self) -> str:
        shown = [self._page.locator("#notice-text"), self._page.locator("#sign-in:visible h2")]
        words = [each.inner_text() for each in shown if each.is_visible()]
        verdict = self._page.locator("#verdict-word")
        if verdict.is_visible() and "nicht rechtzeitig" in verdict.inner_text():
            words.append(verdict.inner_text())
        return " ".join(words)

    def pause(self, seconds: float) -> None:
        self._page.wait_for_timeout(seconds * 1000)

    def _panel(self) -> Frame:
        element = self._page.query_selector("#panel")
        frame = element.content_frame() if element else None
        if frame is None or not frame.url.startswith(f"{self.door.url}/panel/"):
            raise LookupError("the panel is not loaded")
        return frame


class TestTryPage(HostContract):
    @pytest.fixture
    def host(self, page: Page, door: FaultyServer, complaints: list[str]) -> Iterator[HostUnderTest]:
        yield TryPage(page, door)
        complaints[:] = [each for each in complaints if "Failed to load resource" not in each]  # as the faults want it
