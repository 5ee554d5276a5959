"""What people thought right against what was computed: whether the grade is too kind or too strict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.effect.association import Bars, share
from server.store import Correction

LEAST = 10  # corrections that moved a grade
ORDER = "CBA"


@dataclass(frozen=True, slots=True)
class Corrected:
    """How many corrections set a better, a worse and the same grade; of those that moved it, the share of better ones
    (None of too few)."""

    better: int = 0
    worse: int = 0
    same: int = 0
    raised: Bars | None = None

    @property
    def leaning(self) -> int:
        """1 where people find the grade too strict, -1 where too kind, 0 where they move it either way."""
        return self.raised.clears(0.5) if self.raised else 0


def corrected_by(corrections: Iterable[Correction]) -> Corrected:
    """What these corrections show; those of customers without a computed grade are left out."""
    moves = [
        ORDER.index(each.letter) - ORDER.index(each.computed)
        for each in corrections
        if each.computed and each.computed in ORDER and each.letter in ORDER
    ]
    better, worse = sum(each > 0 for each in moves), sum(each < 0 for each in moves)
    raised = share(better, better + worse) if better + worse >= LEAST else None
    return Corrected(better, worse, len(moves) - better - worse, raised)
