"""What the store takes and gives of signing in: frozen values; what opens something is only there as a hash."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from server.access import Role, Scope
from server.store.values import User

Stage = Literal["code", "set_up", "in"]
"""How far somebody is: their code is asked for; they have to set up a second factor; they are in."""

Way = Literal["password", "token", "openid"]
"""How somebody signed in."""


@dataclass(frozen=True, slots=True)
class StoredPassword:
    """The hash of a password, with its salt and its parameters."""

    hash: str = field(repr=False)
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """What the codes of an account are made from, sealed; not in force before `confirmed_at`."""

    sealed_secret: bytes = field(repr=False)
    created_at: datetime
    confirmed_at: datetime | None
    last_step: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an account is at an identity provider."""

    account_id: int
    issuer: str
    subject: str = field(repr=False)
    created_at: datetime
    last_used_at: datetime


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session to be opened; `hash` is that of its secret, `agent` the browser's name in a few words."""

    hash: str = field(repr=False)
    account_id: int
    opened_as: Role
    stage: Stage
    way: Way
    agent: str
    created_at: datetime
    ends_at: datetime
    token_id: int | None = None


@dataclass(frozen=True, slots=True)
class WebSession:
    """An open session on the pages, with its user as they are now; `scopes` are those of the token it was opened with.

    `token_id` is None where it was opened without one.
    """

    id: int
    user: User
    stage: Stage
    way: Way
    agent: str
    created_at: datetime
    seen_at: datetime
    ends_at: datetime
    token_id: int | None
    scopes: frozenset[Scope] | None
