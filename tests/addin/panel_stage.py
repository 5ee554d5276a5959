"""The panel on a small stage: the product's own pages on loopback, a host of ten lines, and an API that is played.

What a test plays is only what the server would say; page, script, styles and security headers are those of the product.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from flask import Flask
from playwright.sync_api import Frame, FrameLocator, Locator, Page, Route, expect
from werkzeug.serving import make_server

from server.settings import Web
from server.web import register

ANNA = "anna.krause@kunde.example"
TEXT = "Hi Anna, melde dich ASAP, das ist super wichtig und eilt!!"
HOST = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Mail</title>
<style>body{margin:0}iframe{display:block;border:0;width:100vw;height:100vh}</style>
<iframe id="panel" title="Einklang" src="/panel/"></iframe>"""
LISTEN = """
window.heard = [];
window.hello = null;
window.tell = (type, fields) =>
  document.querySelector("iframe").contentWindow.postMessage({ einklang: 1, type, ...fields }, location.origin);
addEventListener("message", (event) => {
  heard.push(event.data);
  if (event.data.type === "ready" && hello) tell("hello", hello);
});
"""

Answer = Callable[[Any], tuple[int, Any]]


def both(text: str) -> dict[str, str]:
    return {"de": text, "en": text}


def hint(words: str, text: str = TEXT, **more: Any) -> dict[str, Any]:
    """A hint about `words` in `text`, as the API gives it."""
    start = text.index(words)
    span = {"start": start, "end": start + len(words)}
    told = {"message": both(f"Zu „{words}“"), "reason": both("So schreibt Anna Krause nicht."), "gain": 3.0}
    place = {"span": span, "original": words, "replacement": "gern", "edits": [], "marks": [span]}
    rule = "-".join(["on", *(str(ord(each)) for each in words)])
    return {
        "id": f"{words}:1",
        "rule": rule,
        "severity": "advice",
        "asks": False,
        "hold": False,
        **told,
        **place,
        **more,
    }


def deviation(label: str, value: str, usual: str, points: float, **more: Any) -> dict[str, Any]:
    text = f"Anna Krause: {usual}; dieser Entwurf: {value}."
    told = {"label": both(label), "value": both(value), "usual": both(usual), "text": both(text)}
    return {"dimension": label, "points": points, "spans": [], "cues": [], "amounts": None, **told, **more}


def assessment(score: float | None, *hints: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An answer about a draft to Anna Krause."""
    about = {"address": ANNA, "name": "Anna Krause", "known": True, "language": "de", "mails": 12, "basis": "contact"}
    why = [
        deviation("Satzlänge", "19", "9", -8.0, amounts=[19, 9]),
        deviation("Anrede Du/Sie", "Du", "Sie", -4.0),
        deviation("Emoji", "keine", "keine", 3.0, amounts=[0, 0]),
    ]
    return {
        "score": score,
        "band": None if score is None else [max(0, score - 9), min(100, score + 9)],
        "confidence": "none" if score is None else "medium",
        "language": "de",
        "note": None,
        "customer": about,
        "deviations": why if score is not None else [],
        "suggestions": list(hints),
        "needs": [],
        "diagnosis": {},
        "timings": {"total": 12},
        "dismissed": [],
        "hold_on_send": "never",
        **more,
    }


def note(code: str, text: str) -> dict[str, Any]:
    return {"code": code, "text": both(text)}


def card() -> dict[str, Any]:
    habit = {"dimension": "x", "label": both("Satzlänge"), "value": both("9"), "text": both("Sätze mit 9 Wörtern")}
    return {
        "address": ANNA,
        "name": "Anna Krause",
        "domain": "kunde.example",
        "mails_in": 12,
        "mails_out": 9,
        "first_mail": "2026-01-01T00:00:00Z",
        "last_mail": "2026-11-01T00:00:00Z",
        "languages": [{"language": "de", "mails": 12, "habits": [habit]}],
        "address_form": "sie",
        "needs": [{"kind": "question", "text": "Wann kommt die Waage?", "standing": None}],
        "last_message": None,
    }


@dataclass
class Stage:
    """One page with the panel in a frame; `assess` is what the server answers to a draft: a status and a body."""

    page: Page
    url: str
    assess: Answer = field(default=lambda asked: (200, assessment(60.0)))
    customer: tuple[int, Any] = field(default_factory=lambda: (200, card()))
    mailboxes: list[Any] = field(
        default_factory=lambda: [{"address": "team@wir.example", "last_sync": None, "error": None}]
    )
    asked: list[Any] = field(default_factory=list)
    seq: int = 0

    @property
    def panel(self) -> FrameLocator:
        return self.page.frame_locator("#panel")

    @property
    def frame(self) -> Frame:
        return next(each for each in self.page.frames if "/panel/" in each.url)

    @property
    def hints(self) -> Locator:
        return self.panel.locator("#hint-list > li:not(.gone)")

    def open(self, *, width: int = 320, height: int = 900, **hello: Any) -> Stage:
        """The panel in its frame, greeted as a mail client would (`hello`: further fields of that message)."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.route("**/stage", lambda route: route.fulfill(body=HOST, content_type="text/html; charset=utf-8"))
        self.page.route("**/api/v1/**", self._answer)
        self.page.add_init_script(f"if (window === top) {{ {LISTEN} window.hello = {json.dumps(_greeting(hello))}; }}")
        self.page.goto(f"{self.url}/stage")
        expect(self.panel.locator("footer")).to_be_visible()
        expect(self.panel.locator("#trouble")).to_be_hidden()
        return self

    def hello(self, **fields: Any) -> None:
        self.tell("hello", _greeting(fields))

    def draft(self, text: str = TEXT, **more: Any) -> None:
        """The host hands over the draft, as after a key."""
        self.seq += 1
        self.tell("draft", {"id": "d1", "seq": self.seq, "text": text, "recipients": [ANNA], **more})

    def tell(self, kind: str, fields: Mapping[str, Any]) -> None:
        self.page.evaluate("([kind, fields]) => tell(kind, fields)", [kind, dict(fields)])

    def heard(self, kind: str) -> list[Any]:
        return list(self.page.evaluate("kind => heard.filter((one) => one.type === kind)", kind))

    def settled(self) -> None:
        """Waits until the words on show are about the draft as it stands."""
        expect(self.panel.locator("html")).to_have_attribute("data-old", "false")

    def written(self, text: str = TEXT, **more: Any) -> None:
        """Hands over the draft and waits until its answer is on show."""
        before = len(self.asked)
        self.draft(text, **more)
        _until(self.page, lambda: len(self.asked) > before)
        self.settled()

    def tops(self) -> dict[str, float]:
        """Where the hints stand: message -> distance from the top of the page, once nothing moves any more."""
        self.frame.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
        return dict(
            self.frame.evaluate(
                "Object.fromEntries([...document.querySelectorAll('#hint-list > li:not(.gone)')].map((card) =>"
                " [card.querySelector('h3').textContent, card.getBoundingClientRect().top + scrollY]))"
            )
        )

    def forgive(self, complaints: list[str]) -> None:
        """The end of a test in which the server failed: what the browser said about that was expected."""
        self.page.goto("about:blank")
        complaints.clear()

    def no_tour(self) -> Stage:
        """As for somebody who has sent the tour away."""
        self.page.add_init_script("localStorage.setItem('einklang.panel.tour', 'done')")
        return self

    def _answer(self, route: Route) -> None:
        path = route.request.url.split("/api/v1/", 1)[1].partition("?")[0]
        if path == "assessments":
            self.asked.append(route.request.post_data_json)
            status, body = self.assess(self.asked[-1])
        elif path.startswith("customers/"):
            status, body = self.customer
        elif path == "mailboxes":
            status, body = 200, {"mailboxes": self.mailboxes}
        else:
            status, body = 200, {"enabled": False, "dismissed": []}
        if status == 0:
            route.abort()
        else:
            route.fulfill(status=status, json=body)


def _greeting(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"token": "played", "language": "de", **fields}


def _until(page: Page, condition: Callable[[], bool]) -> None:
    for _ in range(6000):
        if condition():
            return
        page.wait_for_timeout(10)
    raise AssertionError("the panel asked nothing")


@contextmanager
def served_pages() -> Iterator[str]:
    """The product's pages and their security headers on a free port of loopback, without the rest of the server."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = Flask("stage")
    app.extensions["einklang"] = SimpleNamespace(settings=SimpleNamespace(web=Web()))
    register(app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(60)
        server.server_close()
