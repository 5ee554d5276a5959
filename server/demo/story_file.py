"""The authored files of the demo: what they may hold, and how they are read and checked."""

from __future__ import annotations

import re
import tomllib
from datetime import time
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from server.errors import ServerError

Language = Literal["de", "en"]
Client = Literal["outlook", "outlook_classic", "gmail", "apple", "thunderbird"]
Role = Literal["in_danger", "ripe", "offered_du", "open_questions", "complaint", "ordinary"]
_AT = re.compile(r"(\d{1,3}) (\d{2}:\d{2})")


class _Authored(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Style(_Authored):
    """How a person's mail program shows and encodes what the person wrote."""

    client: Client
    multipart: bool = False
    charset: Literal["utf-8", "iso-8859-1", "windows-1252"] = "utf-8"
    transfer: Literal["quoted-printable", "base64", "8bit"] = "quoted-printable"
    signature: dict[Language, str] = Field(default_factory=dict, repr=False)
    disclaimer: str = Field(default="", repr=False)
    mobile_signature: str = ""


class _Timed(_Authored):
    """Anything sent: `at` is working days before now and a time on the customer's clock."""

    at: str

    @field_validator("at")
    @classmethod
    def _at_is_days_and_time(cls, at: str) -> str:
        match = _AT.fullmatch(at)
        if not match or int(match[1]) < 1:
            raise ValueError("write working days before now (1 or more) and a time, such as '212 09:14'")
        time.fromisoformat(match[2])
        return at

    @property
    def working_days(self) -> int:
        return int(self.at.split()[0])

    @property
    def clock(self) -> time:
        return time.fromisoformat(self.at.split()[1])


class WrittenMail(_Timed):
    """One mail as it was written.

    `by` names the rep who wrote it; without it, the customer did. In `text`, `{+5}` and `{+5 day}` stand for
    a date and a weekday, and a line that begins with `>> ` quotes a passage of the mail that is answered.
    `client` is the program if it is not the writer's usual one.
    """

    text: str = Field(repr=False)
    by: str | None = None
    language: Language | None = None
    mobile: bool = False
    client: Client | None = None
    cc: tuple[str, ...] = ()


class Thread(_Authored):
    """Mails under one subject, oldest first; each answers the one before it."""

    subject: str
    mailbox: str | None = None
    language: Language | None = None
    mail: tuple[WrittenMail, ...]


class Story(_Authored):
    """One customer: who writes, from what program, and everything said so far."""

    name: str
    address: str
    company: str
    languages: tuple[Language, ...]
    american_dates: bool = False
    role: Role
    mailbox: str
    utc_offset: int
    summary: dict[Language, str]
    style: Style
    thread: tuple[Thread, ...]

    @model_validator(mode="after")
    def _both_summaries(self) -> Story:
        if set(self.summary) != {"de", "en"}:
            raise ValueError("summary needs both de and en")
        return self


class TeamMember(_Authored):
    """One rep, who writes from a shared address and signs with a name of their own."""

    name: str
    language: Language
    utc_offset: int
    style: Style


class SharedMailbox(_Authored):
    """One shared mailbox and the name it sends under."""

    address: str
    name: str


class Team(_Authored):
    """The company: its shared mailboxes and its reps, by the short names that stories use."""

    company: str
    mailbox: dict[str, SharedMailbox]
    member: dict[str, TeamMember]


class AutomaticMail(_Timed):
    """A mail that no customer wrote: a machine did."""

    kind: Literal["newsletter", "auto_reply", "bounce"]
    mailbox: str
    language: Language
    sender: str
    address: str
    subject: str
    headers: dict[str, str] = Field(default_factory=dict)
    failed_recipient: str = ""
    text: str = Field(repr=False)


class _AutomaticFile(_Authored):
    mail: tuple[AutomaticMail, ...]


_Shape = TypeVar("_Shape", bound=BaseModel)


def _read(file: Traversable, shape: type[_Shape]) -> _Shape:
    try:
        return shape.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ServerError(f"demo file {file.name}: {error}; correct the TOML there") from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise ServerError(f"demo file {file.name}: {problems}") from error


@cache
def read_team() -> Team:
    """The company, its shared mailboxes and the reps; raises ServerError naming the file and the key."""
    return _read(resources.files("server.demo") / "team.toml", Team)


@cache
def read_automatic() -> tuple[AutomaticMail, ...]:
    """The mails written by machines; raises ServerError naming the file and the key."""
    return _read(resources.files("server.demo") / "automatic.toml", _AutomaticFile).mail


@cache
def read_stories() -> tuple[tuple[str, Story], ...]:
    """File stem and story of every customer, by stem; raises ServerError naming the file and the key."""
    folder = resources.files("server.demo") / "stories"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple((file.name.removesuffix(".toml"), _read(file, Story)) for file in files)
