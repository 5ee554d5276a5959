"""The kinds of outcomes: which answers each takes, and what is wrong with one that does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import get_args

from server.store import OutcomeKind, Question

KINDS: tuple[OutcomeKind, ...] = get_args(OutcomeKind)
QUESTIONS: tuple[Question, ...] = get_args(Question)

SCALES: Mapping[str, range] = {
    "csat": range(1, 6),  # customer satisfaction, 5 is the best
    "ces": range(1, 8),  # customer effort score 2.0 (CEB, 2013): "made it easy", 7 is full agreement
    "nps": range(11),  # likelihood to recommend (Reichheld, 2003), 10 is the most
}
EARLY = timedelta(days=1)  # clocks and time zones differ; what lies further ahead has not happened
LARGEST = Decimal(10) ** 13  # far above any deal, far below what the database can add up


def problem_with(
    kind: OutcomeKind, value: int | None, amount: Decimal | None, currency: str | None, at: datetime, now: datetime
) -> str | None:
    """What is wrong with such an outcome, in words; None if nothing is."""
    if at > now + EARLY:
        return "its time lies in the future"
    if kind in SCALES:
        if value is None:
            return f"a {kind} needs a value from {_range(kind)}"
        if value not in SCALES[kind]:
            return f"{value} is no {kind}: it goes from {_range(kind)}"
        return f"a {kind} has no amount" if amount is not None or currency is not None else None
    if value is not None:
        return f"{kind} has no value: write what it was worth as its amount"
    if amount is None:
        return "a currency needs an amount" if currency is not None else None
    if not amount.is_finite() or not 0 <= amount <= LARGEST:
        return "the amount is none: it must be 0 or more"
    if amount != amount.quantize(Decimal("0.01")):
        return "the amount has more than two decimals"
    return None


def _range(kind: str) -> str:
    scale = SCALES[kind]
    return f"{scale[0]} to {scale[-1]}"
