"""What the resources for watchers answer."""

from __future__ import annotations

from pydantic import BaseModel


class LiveOut(BaseModel):
    """The process answers."""

    status: str
    version: str


class ReadyOut(BaseModel):
    """Everything that an assessment needs is there."""

    status: str
