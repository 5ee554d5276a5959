"""What every line of the log says beside its words: the request or the job in which it was written."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

_NOTHING: Mapping[str, str] = MappingProxyType({})
_said: ContextVar[Mapping[str, str]] = ContextVar("einklang_log", default=_NOTHING)


def said_beside() -> Mapping[str, str]:
    """What is bound in this thread at this moment: "request", or "job" and "run"."""
    return _said.get()


def request_id() -> str | None:
    """The id of the request that this thread answers; None outside of requests."""
    return _said.get().get("request")


def begin_request(number: str) -> None:
    """Everything that this thread logs from now on belongs to the request with this id."""
    _said.set({"request": number})


def end_request() -> None:
    """The thread is free again."""
    _said.set(_NOTHING)


def new_id() -> str:
    """An id that no other request or run has."""
    return secrets.token_hex(8)


@contextmanager
def in_job(name: str) -> Iterator[str]:
    """Everything that this thread logs within belongs to one run of a job; gives the id of the run."""
    run = new_id()
    before = _said.set({"job": name, "run": run})
    try:
        yield run
    finally:
        _said.reset(before)
