"""The section [jobs]: whether work is shared among machines, and by which broker."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from server.loopback import is_loopback
from server.settings_sections import Section
from server.settings_values import Whole

SCHEMES = ("redis", "rediss")
TLS_FILES = ("ssl_ca_certs", "ssl_certfile", "ssl_keyfile")
"""What may follow the '?' of a broker's address with TLS: files, named as in Redis' own addresses."""


def _broker(value: str) -> str:
    if not value:
        return value
    try:
        parts = urlsplit(value)
        complete = bool(parts.hostname) and (parts.port is None or parts.port > 0) and _is_plain(parts)
    except ValueError:
        complete = False
    # no part of it is repeated: there may be a password in it, also in a wrong place
    if not complete or parts.scheme not in SCHEMES:
        raise ValueError("is no address of Redis: write it like 'redis://127.0.0.1:6379/0'")
    return value


def _is_plain(parts: SplitResult) -> bool:
    """Whether nothing stands behind the host but the number of a database and, with TLS, names of files."""
    number = parts.path.removeprefix("/")
    asked = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) if parts.query else []
    is_number = not number or (number.isascii() and number.isdigit())
    are_files = all(name in TLS_FILES and value for name, value in asked)
    return is_number and are_files and not parts.fragment and (parts.scheme == "rediss" or not asked)


class Jobs(Section):
    """Who does what has to be done again and again: this machine alone, or several by Celery on Redis."""

    queue: Literal["local", "celery"] = "local"
    broker: Annotated[str, AfterValidator(_broker)] = Field(default="", repr=False)
    learners: Annotated[Whole, Field(ge=1, le=64)] = 1

    @field_validator("broker")
    @classmethod
    def _needed(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("queue") == "celery" and not value:
            raise ValueError("is empty, and jobs.queue is 'celery': name the Redis that all machines share")
        return value

    @property
    def is_unprotected(self) -> bool:
        """Whether what is sent to the broker crosses the network for all to read."""
        parts = urlsplit(self.broker)
        return parts.scheme == "redis" and not is_loopback(parts.hostname or "")

    def broker_url(self, password: str) -> str:
        """The broker's address with this password, where the settings do not name one."""
        parts = urlsplit(self.broker)
        if not password or parts.password:
            return self.broker
        place = parts.netloc.rpartition("@")[2]
        return parts._replace(netloc=f"{parts.username or ''}:{quote(password, safe='')}@{place}").geturl()


def shared_file_problem(jobs: Jobs, *, is_file: bool) -> str | None:
    """Why these settings cannot work together, in words: several machines cannot share one file."""
    if jobs.queue == "celery" and is_file:
        return (
            "jobs.queue: 'celery' lets several machines work on one database, and SQLite is a file of one: name "
            "a PostgreSQL server in data.database (docs/several-machines.md), or write 'local'."
        )
    return None
