"""Further sections of the settings: mail that Einklang sends, its digest, webhooks, links that ask for an answer."""

from __future__ import annotations

import re
from datetime import UTC, time, timedelta, tzinfo
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from server.loopback import is_loopback
from server.settings_values import ADDRESS, Addresses, Endpoint, Issuer, Number, Whole, items


class Section(BaseModel):
    """One [section] of the file: nothing but its keys, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


def _clock(value: str) -> str:
    if not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", value):
        raise ValueError(f"{value!r} is no time of day: write it like '07:00'")
    return value


def _zone(value: str) -> str:
    zone_called(value)
    return value


def zone_called(name: str) -> tzinfo:
    """The time zone of this name, such as Europe/Berlin; raises ValueError."""
    if name == "UTC":
        return UTC  # also where a machine has no table of time zones
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone of this machine: write it like 'Europe/Berlin'") from error


class Smtp(Section):
    """How Einklang sends mail of its own; off while `host` is empty."""

    host: str = ""
    port: Annotated[Whole, Field(ge=1, le=65535)] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str = ""
    sender: str = ""
    ca_file: str = ""
    timeout_seconds: Annotated[Number, Field(ge=1, le=600)] = 30

    @field_validator("security")
    @classmethod
    def _protected(cls, value: str, info: ValidationInfo) -> str:
        host = info.data.get("host", "")
        if value == "none" and host and not is_loopback(host):
            raise ValueError(f"'none' sends mail and password to {host} unprotected: write 'starttls' or 'tls'")
        return value

    @field_validator("sender")
    @classmethod
    def _sent_by_somebody(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("host") and not ADDRESS.fullmatch(value.strip()):
            raise ValueError(f"{value!r} is not an e-mail address: name the one that mail is to come from")
        return value.strip()


class Digest(Section):
    """The daily mail; off while `to` is empty."""

    to: Addresses = ()
    at: Annotated[str, AfterValidator(_clock)] = "07:00"
    timezone: Annotated[str, AfterValidator(_zone)] = "UTC"
    language: Literal["de", "en"] = "en"
    quotes: bool = False
    alerts: bool = True

    @property
    def time(self) -> time:
        """The time of day from which on it is sent, by the clock of `zone`."""
        return time.fromisoformat(self.at)

    @property
    def zone(self) -> tzinfo:
        """Whose days and hours these are."""
        return zone_called(self.timezone)


EventType = Literal["grade.changed", "promise.due", "alert.raised", "outcome.recorded"]
"""What can be told to another program."""


class Webhooks(Section):
    """Addresses of other programs that are told what happens; off while `urls` is empty."""

    urls: Annotated[tuple[Annotated[Endpoint, Field(min_length=1)], ...], BeforeValidator(items)] = Field(
        default=(), repr=False
    )
    events: Annotated[tuple[EventType, ...], BeforeValidator(items)] = ()

    def wants(self, event: str) -> bool:
        """Whether this kind of event is to be told."""
        return not self.events or event in self.events


class Metrics(Section):
    """Figures for Prometheus at /metrics; off while `open_to` is empty."""

    open_to: Literal["", "loopback", "token"] = ""
    mailboxes: Literal["number", "address"] = "number"
    worker_port: Annotated[Whole, Field(ge=0, le=65535)] = 0


class Feedback(Section):
    """The links with which a customer answers a question by one click."""

    link_days: Annotated[Whole, Field(ge=1, le=365)] = 30


class SignIn(Section):
    """How people sign in to the pages: whom a second factor is asked of, and how long they stay in."""

    second_factor: Literal["none", "admins", "all"] = "none"
    idle_hours: Annotated[Number, Field(gt=0, le=24 * 30)] = 12
    session_days: Annotated[Number, Field(gt=0, le=90)] = 7

    @property
    def idle(self) -> timedelta:
        """After so long without a page a session is over."""
        return timedelta(hours=self.idle_hours)

    @property
    def lasts(self) -> timedelta:
        """After so long a session is over in any case."""
        return timedelta(days=self.session_days)


class OpenId(Section):
    """Sign-in through an identity provider by OpenID Connect; off while `issuer` is empty."""

    issuer: Issuer = ""
    client_id: str = ""
    name: str = ""
    only: bool = False
    scope: str = "openid email profile"
    name_claim: Annotated[str, Field(min_length=1)] = "email"
    adds_users: bool = False
    mailboxes: Addresses = ()
    all_mailboxes: bool = False
    groups_claim: Annotated[str, Field(min_length=1)] = "groups"
    admin_groups: Annotated[tuple[str, ...], BeforeValidator(items)] = ()
    lead_groups: Annotated[tuple[str, ...], BeforeValidator(items)] = ()

    @field_validator("client_id")
    @classmethod
    def _registered(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("issuer") and not value.strip():
            raise ValueError("is empty: name the client that was registered at openid.issuer")
        return value.strip()

    @field_validator("scope")
    @classmethod
    def _asks_who(cls, value: str) -> str:
        if "openid" not in value.split():
            raise ValueError("without 'openid' the provider does not say who somebody is")
        return value

    @property
    def title(self) -> str:
        """What the provider is called on the page."""
        return self.name or urlsplit(self.issuer).hostname or ""

    @property
    def is_only_way(self) -> bool:
        """Whether there is a provider and no other way in."""
        return bool(self.issuer) and self.only

    @property
    def sets_roles(self) -> bool:
        """Whether the provider's groups decide on roles."""
        return bool(self.admin_groups or self.lead_groups)
