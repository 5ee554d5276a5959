"""A call, chat, letter or other contact that no mail tells of: as a file holds it, as it is stored, as it is opened."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from server.importing.entries import key_of
from server.mail.mime import Address, Kind, Message
from server.store import Channel, Direction, Imported


@dataclass(frozen=True, slots=True)
class Note:
    """One contact; `direction` is None where it went both ways or neither. `id` and `thread` are the other system's."""

    date: datetime
    channel: Channel
    direction: Direction | None
    customer: str
    name: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    language: str | None = None
    id: str | None = None
    thread: str | None = None

    @property
    def key(self) -> str:
        """Equal for the same contact in another file: by its id, or without one by all that is said of it."""
        if self.id is not None:
            return key_of("id", self.channel, self.id)
        way = self.direction or ""
        return key_of("note", self.date.isoformat(), self.channel, way, self.customer, self.subject, self.text)

    def to_bytes(self) -> bytes:
        """As it is stored until it is learned."""
        return json.dumps(asdict(self) | {"date": self.date.isoformat()}, ensure_ascii=False).encode(
            errors="surrogatepass"
        )

    @staticmethod
    def from_bytes(raw: bytes) -> Note:
        """The stored note."""
        values = json.loads(raw.decode(errors="surrogatepass"))
        return Note(**(values | {"date": datetime.fromisoformat(values["date"])}))

    def as_imported(self, folder: str) -> Imported:
        """As the store takes it."""
        return Imported(
            key=self.key,
            channel=self.channel,
            folder=folder,
            role="sent" if self.direction == "out" else "inbox",
            date=self.date,
            raw=self.to_bytes(),
            message_id=self.message_id,
        )

    @property
    def message_id(self) -> str:
        """What stands in for a Message-ID: copies of the contact in other files are known by it."""
        return f"{self.key}@{self.channel}.import"

    def as_message(self) -> Message:
        """The contact as if it were a mail; what the team wrote has no sender, for files do not tell who it was."""
        customer = Address(self.name, self.customer)
        incoming = self.direction == "in"
        return Message(
            message_id=self.message_id,
            in_reply_to=f"{key_of('thread', self.thread)}@thread.import" if self.thread else None,
            references=(),
            from_=customer if incoming else None,
            reply_to=(),
            to=() if incoming else (customer,),
            cc=(),
            date=self.date.astimezone(UTC),
            subject=self.subject,
            body=self.text,
            html=None,
            kind=Kind.PERSONAL,
            attachments=(),
            problems=(),
        )
