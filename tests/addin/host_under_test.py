"""A mail client under test: what its suite must be able to do with it, and the panel as its user sees it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import pytest

from tests.addin.faulty_server import FaultyServer

PATIENCE = 60.0  # seconds until something that should come at once is given up
ASSESSMENTS = "/api/v1/assessments"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the demo."""

    name: str
    address: str


CUSTOMER = Person("Sabine Krause", "sabine.krause@wendelin-feinkost.example")  # German, formal
COLLEAGUE = Person("Otto Wendelin", "o.wendelin@wendelin-feinkost.example")  # at the same company, never wrote
ANOTHER = Person("Jonas Reiter", "jonas.reiter@packwerk-rhein.example")

FITTING = (
    "Hallo Frau Krause,\n\n"
    "vielen Dank für Ihre Nachricht. Wir kommen vorsichtshalber schon in der nächsten Woche zu Ihnen, damit das "
    "Zertifikat rechtzeitig vor dem Audit vorliegt. Unser Techniker meldet sich morgen bei Ihnen und stimmt den Termin "
    "mit Ihnen ab. Sollte etwas dazwischenkommen, sagen wir Ihnen sofort Bescheid.\n\n"
    "Viele Grüße\nJana Brandt"
)
# one hint that changes a few words within a line: " :-)" becomes "."
WITH_SMILEY = FITTING.replace("vorliegt.", "vorliegt :-)")
SMILEY = " :-)"
# far below what fits, and too familiar: a mail that is worth a question before it is sent
HELD = (
    "Hey Sabine,\n\n"
    "passt schon!!! Schau halt mal rein, das wird super easy, versprochen :-) Wenn du noch was brauchst, dann meld "
    "dich einfach, wir machen das dann irgendwie asap klar!\n\n"
    "LG Max"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail that has left the client."""

    recipients: tuple[str, ...]
    subject: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a client can do at all; the cases about what it cannot are skipped, with its reason.

    Every False needs a `because`: why this client's programming interface does not allow it.
    """

    sends: bool = True  # a mail really leaves, and `sent` tells
    undo: bool = True  # the client's own undo takes a replacement back
    caret: bool = True  # `caret` and `put_caret` work
    renews: bool = True  # a refused token is exchanged for another without the user
    lives_alone: bool = True  # its own part does not come from the coach's server, so it is there when that is not
    because: str = ""


class HostUnderTest(Protocol):
    """One mail client with its add-in, signed in, and at most one compose window open.

    Texts have "\\n" as the end of a line. `body` is what the user wrote, without the quoted mail and the signature
    block of the client, and without white space at its end.
    """

    abilities: Abilities
    door: FaultyServer

    def compose(self) -> None:
        """Opens a compose window to CUSTOMER with a subject and an empty body, the panel open beside it."""

    def write(self, text: str) -> None:
        """Puts `text` in place of the whole body, at once, in a way that the add-in can notice."""

    def type(self, text: str) -> None:
        """Types at the caret, key by key, as a user does."""

    def body(self) -> str: ...

    def caret(self) -> int:
        """Where the caret stands in `body`, in code points."""

    def put_caret(self, at: int) -> None: ...

    def undo(self) -> None:
        """Presses Ctrl+Z (once) in the body."""

    def set_recipients(self, to: Sequence[str], cc: Sequence[str] = ()) -> None:
        """Puts these addresses in place of those in To and Cc."""

    def set_subject(self, subject: str) -> None: ...

    def in_panel(self, expression: str) -> Any:
        """The value (JSON) of a JavaScript expression in the panel's document; raises LookupError without a panel."""

    def press_send(self) -> None:
        """Presses the client's own send button; returns without waiting for what becomes of it."""

    def is_asking(self) -> bool:
        """Whether the question before sending is on show."""

    def go_back(self) -> None:
        """Chooses "back" in the question."""

    def send_anyway(self) -> None:
        """Chooses "send anyway" in the question."""

    def sent(self) -> Sequence[Sent]:
        """What has left since `compose`."""

    def says(self) -> str:
        """What the add-in tells outside of the panel about a coach that cannot be asked; empty while all is well."""

    def pause(self, seconds: float) -> None:
        """Lets time pass; events of the client are served meanwhile."""


class Panel:
    """The panel as its user sees it, whatever client it is in."""

    def __init__(self, host: HostUnderTest) -> None:
        self._host = host

    def score(self) -> int | None:
        """The score on show, None while there is none or it is about an older text."""
        found = self._host.in_panel(
            "document.documentElement.dataset.old === 'true' || document.getElementById('scored').hidden"
            " ? null : document.getElementById('number').textContent"
        )
        return int(found) if found else None

    def trouble(self) -> str:
        """What it says about a server that cannot be asked; empty while all is well."""
        return str(
            self._host.in_panel(
                "document.getElementById('trouble').hidden ? '' : document.getElementById('trouble-text').textContent"
            )
        )

    def text(self) -> str:
        """All that it shows."""
        return str(self._host.in_panel("document.body.innerText"))

    def hints(self) -> list[str]:
        """The messages of the hints on show."""
        found = self._host.in_panel(
            "JSON.stringify([...document.querySelectorAll('#hint-list > li h3')].map((each) => each.textContent))"
        )
        return list(json.loads(found))

    def apply(self, words: str) -> None:
        """Presses the button of the hint that takes out `words`."""
        pressed = self._host.in_panel(
            "(() => { for (const card of document.querySelectorAll('#hint-list > li')) {"
            f" if (card.querySelector('del')?.textContent !== {json.dumps(words)}) continue;"
            " card.querySelector('button.strong').click(); return true; } return false; })()"
        )
        assert pressed, f"no hint about {words!r} among {self.hints()}"

    def replace(self, span: tuple[int, int], original: str, replacement: str) -> None:
        """Sends the host a `replace` as if a hint had been applied, with another place or text than it has."""
        message = {
            "einklang": 1,
            "type": "replace",
            "id": "contract",
            "seq": 1,
            "span": {"start": span[0], "end": span[1]},
            "original": original,
            "replacement": replacement,
            "caret": None,
        }
        self._host.in_panel(f"(parent.postMessage({json.dumps(message)}, '*'), true)")

    def reload(self) -> None:
        self._host.in_panel("(setTimeout(() => location.reload(), 0), true)")


def eventually(
    host: HostUnderTest, read: Callable[[], T], holds: Callable[[T], bool], *, within: float = PATIENCE
) -> T:
    """What `read` gives once it `holds`; fails with the last value. A LookupError (no panel yet) is waited out."""
    end = time.monotonic() + within
    last: object = "nothing"
    while time.monotonic() < end:
        try:
            found = read()
        except LookupError as error:  # a panel that is not there yet, or just being loaded anew
            last = error
        else:
            if holds(found):
                return found
            last = found
        host.pause(0.05)
    pytest.fail(f"within {within:.0f} s this did not come true; last seen: {last!r}")


def trouble(host: HostUnderTest, panel: Panel) -> str:
    """What the user is told about a coach that cannot be asked, in the panel (where there is one) and outside of it."""
    try:
        inside = panel.trouble()
    except LookupError:
        inside = ""
    return " ".join(filter(None, (inside, host.says())))


def settled(host: HostUnderTest, panel: Panel) -> int:
    """The score once it is about the text as it is now in the client."""
    wanted = host.body()
    eventually(host, lambda: asked_about(host)["draft"]["text"].rstrip(), lambda text: text == wanted)
    found = eventually(host, panel.score, lambda score: score is not None)
    assert found is not None
    return found


def asked_about(host: HostUnderTest) -> dict[str, Any]:
    """What the panel asked the server last; raises LookupError if it has not asked yet."""
    found = host.door.last_draft()
    if found is None:
        raise LookupError("the panel has not asked about a draft yet")
    return found


def apply_smiley(host: HostUnderTest, panel: Panel) -> None:
    """Applies the hint about the smiley once it is on show."""
    eventually(host, lambda: panel_words(host), lambda words: SMILEY in words)
    panel.apply(SMILEY)


def panel_words(host: HostUnderTest) -> list[str]:
    """What the hints on show take out."""
    found = host.in_panel(
        "JSON.stringify([...document.querySelectorAll('#hint-list > li del')].map((each) => each.textContent))"
    )
    return list(json.loads(found))


def needs(host: HostUnderTest, able: bool) -> None:
    """Skips the case for a client that cannot do it, with its reason."""
    if not able:
        assert host.abilities.because, "say why this client cannot"
        pytest.skip(host.abilities.because)
