"""What is known about the mail clients that sign in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from server.access import Sight

if TYPE_CHECKING:
    from server.store.values import User

PairedClient = Literal["thunderbird", "outlook"]
"""A mail client that was paired by a code and has a token of its own for each user."""

SigningHost = Literal["roundcube"]
"""A webmail server that says itself who its users are, by tokens signed with a key."""


@dataclass(frozen=True, slots=True)
class IntegrationKey:
    """The key of a webmail server; `key_id` is public, the secret is sealed. `adds_users`: whom it names is let in,
    and sees what `sees` says."""

    id: int
    key_id: str
    host: SigningHost
    name: str
    sealed_secret: bytes = field(repr=False)
    adds_users: bool
    sees: Sight
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class PairingTry:
    """What became of a code: the user whom it was made for, or nobody; `wait_until` where too many were wrong."""

    user: User | None = None
    wait_until: datetime | None = None
