"""What is stored of imports: sources, what a file brings, how far it was read; all times are aware UTC."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Literal

Channel = Literal["email", "call", "chat", "letter", "meeting", "note", "sms"]
"""The way a contact went."""

SPOKEN: tuple[Channel, ...] = ("call", "meeting", "note")
"""Contacts of which the team wrote the text: nobody's writing is learned from it."""


@dataclass(frozen=True, slots=True)
class ImportSource:
    """Where imported mail belongs: `id` is its mailbox's number, `tied_to` the address of the mailbox it goes with."""

    id: int
    name: str
    tied_to: str | None
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class Imported:
    """One mail or note of a file; `key` is equal for what is the same one, `message_id` is told where it has one.

    `raw` is the mail, or for other channels the note, as the engine's side opens it. Not `whole`: its end was cut off.
    """

    key: str
    channel: Channel
    folder: str
    role: str
    date: datetime
    raw: bytes = field(repr=False)
    message_id: str | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not taken: where it stands and why, without its text. `is_mistake`: somebody should mend it."""

    place: str
    reason: str
    is_mistake: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were read, of which new, known from before, twice in this file, left out for good, mistaken.

    `elsewhere` are those of the new that lie in another mailbox, too, and count there.
    """

    read: int = 0
    new: int = 0
    known: int = 0
    twice: int = 0
    left_out: int = 0
    mistakes: int = 0
    elsewhere: int = 0

    def __add__(self, other: Tally) -> Tally:
        mine, theirs = asdict(self), asdict(other)
        return Tally(**{name: mine[name] + theirs[name] for name in mine})


@dataclass(frozen=True, slots=True)
class Position:
    """How far a file is stored: everything before `position`; `mark` tells whether it is still the same file."""

    id: int
    path: str
    mark: str
    position: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Contact:
    """One person of a list of contacts, known by the first address; what is not told is empty."""

    addresses: tuple[str, ...]
    name: str = ""
    company: str = ""
    segment: str = ""
