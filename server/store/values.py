"""What the store takes and gives: frozen values, never rows; all times are aware UTC."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from server.access import Role, Scope
from server.store.host_values import PairedClient
from server.store.import_values import Channel

Direction = Literal["in", "out"]
"""'in': a customer wrote to the team; 'out': the team wrote to a customer."""

Stage = Literal["stored", "learned", "skipped", "failed"]
"""Where a message stands: mirrored only; analysed; not personal mail; could not be analysed."""

PERSONAL = "personal"
"""The only kind of mail from which is learned."""

CONTACT = "contact"
"""The kind of a profile that belongs to one address."""

Fold = Callable[[str | None], str]
"""A profile's body (None: there is none yet) -> its body with one more sample; runs in the transaction."""


@dataclass(frozen=True, slots=True)
class NewMailbox:
    """A mailbox to be added; `security` is 'tls', 'starttls' or 'none'.

    `sent_folder` and `inbox_folder` name the folders of sent and incoming mail where they are not found by
    themselves, `more_folders` are patterns of further ones. `other_user` is whose mailbox it is, by the server's
    name, where it is another's than the one's who signs in. `auth` is 'password' or the provider of OAuth2.
    """

    address: str
    host: str
    port: int
    security: str
    username: str
    ca_file: str | None = None
    sent_folder: str | None = None
    auth: str = "password"
    inbox_folder: str | None = None
    other_user: str | None = None
    more_folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A connected mailbox; its password or token is `Mailboxes.sealed_secret`, opened by the vault."""

    id: int
    address: str
    host: str
    port: int
    security: str
    username: str
    ca_file: str | None
    sent_folder: str | None
    created_at: datetime
    last_sync_at: datetime | None
    last_error: str | None
    auth: str = "password"
    inbox_folder: str | None = None
    other_user: str | None = None
    more_folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went with a mailbox: its mails, what they alone had taught, and who had no other mail."""

    mails: int
    samples: int
    customers: int
    profiles: int


@dataclass(frozen=True, slots=True)
class PendingMessage:
    """A mirrored message that waits to be analysed."""

    id: int
    mailbox_id: int
    mailbox: str
    folder: str
    role: str
    internaldate: datetime
    raw: bytes = field(repr=False)
    channel: Channel = "email"


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """What was found in a message.

    `correspondent` is the customer's address, None when no customer takes part; `correspondent_name` is their
    name where the mail tells it (empty: `from_name` is taken for incoming mail). A `kind` that is not
    'personal' is kept out of profiles and customers. `date` None: the server's INTERNALDATE is taken.
    `failure` says what of the mail was not read; None if all was. `address` is JSON of the form of address that it
    uses, empty where it shows none, None where nobody looked.
    """

    message_id: str | None
    in_reply_to: str | None
    from_address: str
    from_name: str
    correspondent: str | None
    direction: Direction | None
    kind: str
    subject: str = field(repr=False)
    date: datetime | None
    language: str | None
    words: int
    body: str = field(repr=False)
    authored: str = field(repr=False)
    correspondent_name: str = ""
    failure: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class StoredAddress:
    """What one mail shows of the form of address, as JSON without words of the mail."""

    message_id: int
    direction: Direction
    date: datetime
    from_address: str
    address: str


@dataclass(frozen=True, slots=True)
class Learned:
    """One measured sample; `content_key` is equal for mails that say the same, so that they count once.

    `measurement` is JSON; neither it nor anything else here holds words of the mail.
    """

    correspondent: str
    language: str
    content_key: str
    words: int
    measurement: str = field(repr=False)
    date: datetime


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """An analysed message; `subject`, `body` and `authored` are None once their time to be kept is over."""

    id: int
    mailbox: str
    folder: str
    message_id: str | None
    in_reply_to: str | None
    from_address: str
    from_name: str
    correspondent: str | None
    direction: Direction | None
    kind: str
    stage: Stage
    date: datetime
    language: str | None
    words: int
    subject: str | None = field(repr=False)
    body: str | None = field(repr=False)
    authored: str | None = field(repr=False)
    channel: Channel = "email"


@dataclass(frozen=True, slots=True)
class MessageCounts:
    """How many messages of a mailbox stand at which stage."""

    stored: int = 0
    learned: int = 0
    skipped: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        return self.stored + self.learned + self.skipped + self.failed


@dataclass(frozen=True, slots=True)
class StoredProfile:
    """A profile as JSON; `version` rises by one with each change, `stale` asks for a rebuild."""

    kind: str
    key: str
    language: str
    body: str = field(repr=False)
    version: int
    updated_at: datetime
    stale: bool


@dataclass(frozen=True, slots=True)
class ProfileState:
    """Tells whether a profile changed since it was last read, without its body."""

    key: str
    language: str
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class StoredSample:
    """One measured sample as it was learned."""

    id: int
    correspondent: str
    language: str
    words: int
    measurement: str = field(repr=False)
    date: datetime


Rebuild = Callable[[Sequence[StoredSample]], str]
"""All samples of a profile, oldest first -> the profile's body."""


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer and the mail exchanged with them; `language` is that of most of their mails.

    `address` is the one they are known by, `joined` are their others; the figures are those of all.
    """

    address: str
    name: str
    domain: str
    mails_in: int
    mails_out: int
    first_mail: datetime
    last_mail: datetime
    last_in: datetime | None
    language: str | None
    joined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class User:
    """A person who may use Einklang; `all_mailboxes`: they see each one, also those to come."""

    id: int
    name: str
    role: Role
    created_at: datetime
    all_mailboxes: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A long-lived API token of a user; only its hash is stored. `client` is the mail client that it was paired for.

    `scopes` is what it is good for; None: all that the role of its user allows.
    """

    id: int
    user: User
    label: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None
    client: PairedClient | None = None
    scopes: frozenset[Scope] | None = None

    def is_valid(self, now: datetime) -> bool:
        """Whether the token opens the API at `now`."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)
