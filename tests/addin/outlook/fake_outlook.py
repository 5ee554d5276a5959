"""A compose window that plays Outlook in Chromium, with the real add-in in its task pane; no real Outlook was near."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, FrameLocator, Page, Route, expect

from tests.addin.faulty_server import FaultyServer
from tests.addin.host_contract import CUSTOMER, Abilities, Sent
from tests.chromium import evaluated

HERE = Path(__file__).parent
WINDOW = "/outlook-window/mail_window.html"
ALERT_KEY = "einklang.alert"
LOOKS = 2  # reads of the body that show that the pane has seen what there is
ALERT_WITHIN = 8.0  # seconds

UNABLE = (
    "Outlook gives an add-in no undo and no caret for a change of the body, and loads the add-in itself from the server"
)


def as_html(text: str) -> str:
    """Lines as Outlook on the web writes them."""
    return "".join(f"<div>{html.escape(line)}</div>" if line else "<div><br></div>" for line in text.split("\n"))


def play_microsoft(page: Page) -> None:
    """Answers for Microsoft's host and for the window around the pane from the files of this folder."""
    page.route("https://appsforoffice.microsoft.com/**", lambda route: _fulfil(route, HERE / "fake_office.js"))
    page.route("**/outlook-window/*", lambda route: _fulfil(route, HERE / route.request.url.rpartition("/")[2]))


def _fulfil(route: Route, file: Path) -> None:
    kind = "text/html" if file.suffix == ".html" else "text/javascript"
    route.fulfill(body=file.read_text(encoding="utf-8"), content_type=f"{kind}; charset=utf-8")


class FakeOutlook:
    """One compose window; `change` sets what this Outlook is like before it is opened."""

    abilities = Abilities(undo=False, caret=False, lives_alone=False, because=UNABLE)

    def __init__(self, page: Page, door: FaultyServer, **change: Any) -> None:
        self.door = door
        self.page = page
        self._change = change
        play_microsoft(page)

    @property
    def pane(self) -> FrameLocator:
        return self.page.frame_locator("#pane")

    @property
    def editor(self) -> Any:
        return self.page.locator("#editor")

    def open(self) -> None:
        """Opens the window and the pane in it, as it is on the first day."""
        self.page.goto(f"{self.door.url}{WINDOW}")
        self.tell({"to": [CUSTOMER.address], "subject": "Kalibrierung", **self._change})
        self.page.evaluate("outlook.open()")

    @property
    def is_open(self) -> bool:
        return self.page.url.endswith(WINDOW)

    def compose(self) -> None:
        self.open()
        expect(self.pane.frame_locator("#panel").locator("footer")).to_be_visible()

    def close(self) -> None:
        """Closes the window: nothing in it asks the server after that."""
        self.page.goto("about:blank")

    def tell(self, change: dict[str, Any]) -> None:
        """Changes what Outlook holds, without an event."""
        self.page.evaluate(
            "change => { for (const [key, value] of Object.entries(change))"
            " outlook[key] = outlook[key] instanceof Set ? new Set(value) : value; }",
            change,
        )

    def get(self, name: str) -> Any:
        return self.page.evaluate("name => JSON.parse(JSON.stringify(outlook[name] ?? null))", name)

    def calls(self, name: str) -> int:
        return int(self.get("calls").get(name, 0))

    def write(self, text: str) -> None:
        self.write_html(as_html(text))

    def write_html(self, markup: str) -> None:
        self.page.evaluate("markup => outlook.write(markup)", markup)

    def type(self, text: str) -> None:
        self.editor.focus()
        self.page.keyboard.press("Control+End")
        for number, line in enumerate(text.split("\n")):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(line)

    def body(self) -> str:
        text: str = self.editor.evaluate(
            "editor => [...editor.childNodes].filter((one) => !one.id).map((one) =>"
            " one.innerText === '\\n' ? '' : (one.innerText ?? one.data).replace(/\\n$/, '')).join('\\n')"
        )
        return text.replace("\xa0", " ").rstrip()

    def caret(self) -> int:
        raise NotImplementedError(UNABLE)

    def put_caret(self, at: int) -> None:
        raise NotImplementedError(UNABLE)

    def undo(self) -> None:
        self.editor.focus()
        self.page.keyboard.press("Control+z")

    def select(self, words: str) -> None:
        """Selects words in the body, as a user does."""
        self.editor.focus()
        assert self.page.evaluate("words => window.find(words, true, false, true)", words)

    def set_recipients(self, to: Sequence[str], cc: Sequence[str] = ()) -> None:
        self.tell({"to": list(to), "cc": list(cc)})
        self.page.evaluate("outlook.fire('olkRecipientsChanged')")

    def set_subject(self, subject: str) -> None:
        self.tell({"subject": subject})

    def in_panel(self, expression: str) -> Any:
        return evaluated(self._panel(), expression)

    def press_send(self) -> None:
        """Presses send once the pane has seen the text and said its word about it, as for a user who reads it over."""
        before = self.calls("body.getAsync")
        waited = 0.0
        while waited < ALERT_WITHIN and not self._is_judged(before):
            self.pause(0.1)
            waited += 0.1
        self.press_send_at_once()

    def press_send_at_once(self) -> None:
        self.page.locator("#send").click()

    def _is_judged(self, before: int) -> bool:
        return ALERT_KEY in self.get("session") or self.calls("body.getAsync") >= before + LOOKS

    def alert(self) -> Any:
        """What the pane has left for the moment of sending; None: nothing."""
        kept = self.get("session").get(ALERT_KEY)
        return None if kept is None else json.loads(kept)

    def is_asking(self) -> bool:
        return bool(self.page.locator("#ask").is_visible())

    def question(self) -> str:
        return str(self.page.locator("#ask-text").inner_text())

    def go_back(self) -> None:
        self.page.locator("#dont-send").click()

    def send_anyway(self) -> None:
        self.page.locator("#send-anyway").click()

    def sent(self) -> Sequence[Sent]:
        return [
            Sent(tuple(one["to"]), one["subject"], one["text"].replace("\n\n\n", "\n\n")) for one in self.get("sent")
        ]

    def says(self) -> str:
        shown = ("#notice", "#pair")
        return " ".join(self.pane.locator(each).inner_text() for each in shown if self.pane.locator(each).is_visible())

    def pause(self, seconds: float) -> None:
        self.page.wait_for_timeout(seconds * 1000)

    def _panel(self) -> Frame:
        for frame in self.page.frames:
            if frame.url.startswith(f"{self.door.url}/panel/"):
                return frame
        raise LookupError("the panel is not loaded")
