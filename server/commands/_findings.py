"""What `einklang doctor` finds: one thing that was looked at, and what to do where it is a problem."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` says what to do about a problem, or (`is_advice`) what would be better."""

    what: str
    detail: str
    remedy: str | None = None
    is_advice: bool = False

    @property
    def word(self) -> str:
        """How a list of findings calls it."""
        if self.remedy is None:
            return "ok"
        return "advice" if self.is_advice else "problem"
