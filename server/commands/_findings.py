"""What `einklang doctor` finds: one thing that was looked at, and what to do where it is a problem."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` says what to do where it is a problem."""

    what: str
    detail: str
    remedy: str | None = None
