"""Makes batches and analysed mails for the store's tests."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from server.mail.host import Batch, Folder, RawMessage, SyncState
from server.store import Learned, ParsedMessage, Store

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
INBOX = Folder("INBOX", "inbox")
SENT = Folder("Gesendet", "sent")


def batch(uids: Iterable[int], *, folder: Folder = INBOX, generation: int = 1, uidvalidity: int = 7) -> Batch:
    """One message per UID and the state after them."""
    numbers = tuple(uids)
    messages = tuple(
        RawMessage("support@team.example", folder.name, uidvalidity, uid, at(uid), raw(uid)) for uid in numbers
    )
    state = SyncState(generation, uidvalidity, max(numbers, default=0) + 1)
    return Batch(folder, messages, state, len(messages))


def raw(uid: int) -> bytes:
    return f"Subject: number {uid}\r\n\r\nHallo, hier ist Mail {uid}.\r\n".encode() * 20


def at(day: int) -> datetime:
    """Noon of a day of one January, again after a year."""
    return datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day % 365)


def parsed(day: int, address: str = "anna@kunde.example", **changes: object) -> ParsedMessage:
    """A customer's German mail of that day."""
    values: dict[str, object] = {
        "message_id": f"<{day}@kunde.example>",
        "in_reply_to": None,
        "from_address": address,
        "from_name": "Anna Krause",
        "correspondent": address,
        "direction": "in",
        "kind": "personal",
        "subject": f"Waage {day}",
        "date": at(day),
        "language": "de",
        "words": 5,
        "body": f"Hallo, hier ist Mail {day}.\n\n> altes",
        "authored": f"Hallo, hier ist Mail {day}.",
    }
    return ParsedMessage(**(values | changes))  # type: ignore[arg-type]


def learned(day: int, address: str = "anna@kunde.example", language: str = "de", key: str = "") -> Learned:
    return Learned(address, language, key or f"{address} {day}", 5, json.dumps({"day": day}), at(day))


def fold_of(day: int):
    """Adds the day to a profile that is the list of its days."""

    def fold(body: str | None) -> str:
        return json.dumps(sorted([*json.loads(body or "[]"), day]))

    return fold


def learn(store: Store, number: int, day: int, address: str = "anna@kunde.example", **changes: object) -> bool:
    """Records the mail of a day with its sample."""
    mail = parsed(day, address, **changes)
    return store.messages.record(number, mail, learned(day, address, mail.language or "de"), fold_of(day), now=NOW)


def days(store: Store, address: str = "anna@kunde.example", language: str = "de") -> list[int]:
    """What the profile has learned."""
    profile = store.profiles.get("contact", address, language)
    return json.loads(profile.body) if profile is not None else []
