"""Cells of a table -> values: kinds of outcomes, answers, amounts with either decimal sign, currencies."""

from __future__ import annotations

import re
from decimal import Decimal

from server.outcomes.column_names import CURRENCY_SIGNS, KIND_NAMES
from server.store import OutcomeKind

LONGEST_SHOWN = 40  # characters of a cell in a message


class BadCell(Exception):
    """A cell that cannot be read; says what is wrong with it."""


def kind_in(text: str) -> OutcomeKind:
    """The kind of outcome that a cell names; raises BadCell."""
    kind = KIND_NAMES.get(text.strip().casefold())
    if kind is None:
        raise BadCell(f"{_shown(text)} is no kind of outcome: write csat, ces, nps, won, lost or renewed")
    return kind


def value_in(text: str) -> int | None:
    """The whole number in a cell, None in an empty one; raises BadCell."""
    if not text.strip():
        return None
    if not re.fullmatch(r"\d{1,4}(?:[.,]0+)?", text.strip(), re.ASCII):
        raise BadCell(f"{_shown(text)} is not a whole number")
    return int(re.split("[.,]", text.strip())[0])


def amount_in(text: str) -> tuple[Decimal | None, str | None]:
    """The amount in a cell and the currency of its sign, None in an empty one; raises BadCell.

    Of "." and "," the last is the decimal sign, unless it stands before three digits: 1.234 is over a thousand.
    """
    currency = next((code for sign, code in CURRENCY_SIGNS.items() if sign in text), None)
    bare = re.sub(r"[\s'’_]", "", text.translate({ord(sign): None for sign in CURRENCY_SIGNS}))
    if not bare:
        return None, currency
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", bare, re.ASCII):
        raise BadCell(f"{_shown(text)} is no amount")
    whole, _, decimals = bare.rpartition("," if bare.rfind(",") > bare.rfind(".") else ".")
    if not whole or len(decimals) == 3 or (not re.search("[.,]", bare)):
        whole, decimals = bare, ""
    return Decimal(re.sub("[.,]", "", whole) + (f".{decimals}" if decimals else "")), currency


def currency_in(text: str) -> str | None:
    """The currency that a cell names by its code or sign, None in an empty one; raises BadCell."""
    stripped = text.strip().upper()
    if not stripped:
        return None
    code = CURRENCY_SIGNS.get(stripped, stripped)
    if not re.fullmatch("[A-Z]{3}", code):
        raise BadCell(f"{_shown(text)} is no currency: write it like EUR")
    return code


def _shown(text: str) -> str:
    return repr(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "...")
