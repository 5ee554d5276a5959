"""Words that say when or how many, as a language file offers them: they must survive when a mail is written anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class FactWords:
    """Names of days and months, words for days near today, and small numbers.

    `same` gives for each word (in lower case) what it stands for, so that "Sonnabend" is "samstag" and "three" is
    "3". `small` are those that mean this only when written small: "morgen" is tomorrow, "Morgen" is not. `idle` are
    words in capital letters that name nothing (ASAP, FYI) and may go.
    """

    same: Mapping[str, str]
    small: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()

    def meant(self, word: str) -> str | None:
        """What this word stands for; None where it says neither when nor how many."""
        lower = word.lower()
        return None if lower in self.small and word != lower else self.same.get(lower)
