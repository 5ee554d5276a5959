"""Roundcube's compose page as a mail client under test: the plain editor, or TinyMCE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

from tests.addin.faulty_server import FaultyServer
from tests.addin.host_contract import CUSTOMER, Abilities, Sent
from tests.addin.roundcube.instance import RoundcubeInstance
from tests.chromium import evaluated
from tests.smtp_sink import SmtpSink

USER = "user119@example.test"  # the last of the shared Dovecot's users: no other test comes that far
UNCHECKED = "Der Coach hat nicht geantwortet"


class RoundcubeHost:
    """One compose page at a time in `page`, signed in."""

    abilities = Abilities()

    def __init__(self, page: Page, door: FaultyServer, roundcube: RoundcubeInstance, sink: SmtpSink) -> None:
        roundcube.use_coach_at(door.url)
        self.page = page
        self.door = door
        self._url = roundcube.url
        self._sink = sink
        self._sent_before = 0

    @property
    def area(self) -> Locator:
        return self.page.locator("#composebody")

    @property
    def panel(self) -> FrameLocator:
        return self.page.frame_locator("#einklang-panel")

    @property
    def badge(self) -> Locator:
        return self.page.locator("#einklang-toggle .einklang-score")

    @property
    def question(self) -> Locator:
        return self.page.locator("[role=dialog]", has=self.page.locator(".einklang-question"))

    def open(self, parameters: Mapping[str, str]) -> None:
        """A compose page with these parameters in its address."""
        self._sent_before = len(self._sink.mails)
        self.page.goto(f"{self._url}/?{urlencode({'_task': 'mail', '_action': 'compose', **parameters})}")
        expect(self.page.locator("#einklang")).to_be_attached()

    def compose(self) -> None:
        self.open({"_to": CUSTOMER.address, "_subject": "Kalibrierung"})

    def close(self) -> None:
        """Closes the page, wherever it is going.

        A mail that is sent takes the page to the list of mails. Closed in the midst of that it may stay open, and
        Playwright waits for its end for ever (playwright #42366): so it goes to an empty page first.
        """
        for _ in range(3):  # the way to the list may come in between
            with suppress(PlaywrightError):
                self.page.goto("about:blank")
                break
        self.page.close()

    def write(self, text: str) -> None:
        self.area.fill(text)

    def type(self, text: str) -> None:
        self.area.focus()
        self.area.press("Control+End")
        for number, line in enumerate(text.split("\n")):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(line)

    def body(self) -> str:
        return self.area.input_value().rstrip()

    def caret(self) -> int:
        units = self.area.evaluate("area => area.selectionStart")
        return len(self.area.input_value().encode("utf-16-le")[: 2 * units].decode("utf-16-le"))

    def put_caret(self, at: int) -> None:
        units = len(self.area.input_value()[:at].encode("utf-16-le")) // 2
        self.area.evaluate("(area, at) => area.setSelectionRange(at, at)", units)

    def undo(self) -> None:
        self.area.press("Control+z")

    def set_recipients(self, to: Sequence[str], cc: Sequence[str] = ()) -> None:
        self._fill_recipients("to", to)
        if cc:
            self.page.evaluate(
                "UI.header_show?.('_cc') ?? document.getElementById('compose_cc').classList.remove('hidden')"
            )
            self._fill_recipients("cc", cc)

    def set_subject(self, subject: str) -> None:
        self.page.locator("#compose-subject").fill(subject)

    def in_panel(self, expression: str) -> Any:
        return evaluated(self._frame(), expression)

    def press_send(self) -> None:
        self.page.locator("button.send").first.click()

    def is_asking(self) -> bool:
        return self.question.is_visible()

    def go_back(self) -> None:
        self.question.locator(".einklang-back").click()

    def send_anyway(self) -> None:
        self.question.locator(".einklang-anyway").click()

    def sent(self) -> Sequence[Sent]:
        new = self._sink.mails[self._sent_before :]
        return [Sent(mail.recipients, str(mail.message["subject"]), mail.text) for mail in new]

    def says(self) -> str:
        shown = [self.page.locator("#einklang-notice p"), self.page.locator("#messagestack div", has_text=UNCHECKED)]
        return " ".join(each.first.inner_text() for each in shown if each.first.is_visible())

    def pause(self, seconds: float) -> None:
        self.page.wait_for_timeout(seconds * 1000)

    def _fill_recipients(self, field: str, addresses: Sequence[str]) -> None:
        chips = self.page.locator(f"#compose_{field} ul.recipient-input")
        while chips.locator("a.remove").count():
            chips.locator("a.remove").last.click()
        chips.locator("input").fill(", ".join(addresses) + ",")
        chips.locator("input").press("Tab")
        expect(chips.locator("li.recipient")).to_have_count(len(addresses))

    def _frame(self) -> Frame:
        element = self.page.query_selector("#einklang-panel")
        frame = element.content_frame() if element else None
        if frame is None or not frame.url.startswith(f"{self.door.url}/panel/"):
            raise LookupError("the panel is not loaded")
        return frame
