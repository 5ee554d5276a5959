"""In which order a server is asked: what comes next is on its way as early as it may be, and never too early."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import cast

import pytest

from server.mail.batching import PARTS_ABOVE
from server.mail.connection import ImapConnection, Login
from server.mail.fetch_response import Token
from server.mail.pending_fetch import Fetched
from server.mail.reading import MailReader

DATE = b"05-Jan-2024 00:07:00 +0000"


@dataclass
class AskedConnection:
    """Answers each FETCH with mails of three bytes but those in `missing`, and notes what was asked when."""

    missing: frozenset[int] = frozenset()
    capabilities: frozenset[str] = frozenset()
    login: Login = field(default_factory=lambda: Login("a@example.test", "h", 1, "tls", "a", "b"))
    asked: list[str] = field(default_factory=list)
    under_way: bool = False

    def start_fetch(self, uids: str, _items: str, *, expected_bytes: int = 0) -> Callable[[], Fetched]:
        self._note(f"fetch {uids}")
        self.under_way = True
        first, _, last = uids.partition(":")
        there = [uid for uid in range(int(first), int(last or first) + 1) if uid not in self.missing]

        def answer() -> Fetched:
            self.under_way = False
            self.asked.append(f"answer {uids}")
            return Fetched(True, tuple(_mail(uid) for uid in there))

        return answer

    def fetch(self, uids: str, items: str, *, expected_bytes: int = 0) -> Fetched:
        self._note(f"look at {uids}")
        return Fetched(True, ())

    def noop(self) -> None:
        self._note("noop")

    def search(self, _criteria: str) -> set[int]:
        self._note("search")
        return set()

    def _note(self, question: str) -> None:
        assert not self.under_way, f"{question!r} was asked while mail was coming in"
        self.asked.append(question)


def _mail(uid: int) -> dict[bytes, Token]:
    return {b"UID": b"%d" % uid, b"FLAGS": [], b"INTERNALDATE": DATE, b"BODY[]": b"abc"}


def asked_for(connection: AskedConnection, *batches: dict[int, int]) -> Iterator[str]:
    """What was asked until each batch was handed over."""
    reader = MailReader(cast(ImapConnection, connection), "INBOX", 7)
    for reading in reader.read(batches):
        yield f"{[each.uid for each in reading.messages]} after {', '.join(connection.asked)}"
        connection.asked.clear()


def test_the_next_batch_is_asked_for_as_soon_as_one_has_come() -> None:
    assert list(asked_for(AskedConnection(), {1: 3, 2: 3}, {3: 3, 4: 3})) == [
        "[1, 2] after fetch 1:2, answer 1:2, fetch 3:4",
        "[3, 4] after answer 3:4",
    ]


def test_what_is_missing_is_looked_for_before_the_next_batch_is_asked_for() -> None:
    assert list(asked_for(AskedConnection(frozenset({2})), {1: 3, 2: 3}, {3: 3})) == [
        "[1] after fetch 1:2, answer 1:2, noop, search, fetch 3",
        "[3] after answer 3",
    ]


@pytest.mark.parametrize("size", [PARTS_ABOVE + 1, 1 << 30])
def test_a_large_mail_is_looked_at_before_the_next_batch_is_asked_for(size: int) -> None:
    seen = list(asked_for(AskedConnection(), {1: size}, {2: 3}))
    assert seen[0].startswith("[] after look at 1, ")
    assert seen[0].endswith(", fetch 2")
    assert seen[1] == "[2] after answer 2"
