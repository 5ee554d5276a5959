"""Cells as people and programs write them, in German and English; what cannot be read is said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from server.outcomes.cells import BadCell, amount_in, currency_in, kind_in, value_in


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1234.56", "1234.56", None),
        ("1234,56", "1234.56", None),
        ("1.234,56 €", "1234.56", "EUR"),
        ("$1,234.56", "1234.56", "USD"),
        ("1.234", "1234", None),
        ("1,234", "1234", None),
        ("1.234.567", "1234567", None),
        ("1'234.50", "1234.50", None),
        ("1 234,5", "1234.5", None),
        ("0", "0", None),
        ("12,5", "12.5", None),
    ],
)
def test_amounts_are_read_with_either_decimal_sign(text: str, amount: str, currency: str | None) -> None:
    assert amount_in(text) == (Decimal(amount), currency)


def test_empty_cells_are_no_amount_no_value_no_currency() -> None:
    assert (amount_in(" "), value_in(""), currency_in(" ")) == ((None, None), None, None)


@pytest.mark.parametrize("text", ["viel", "-5", "1e9", "12,", "1..2", "٤"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadCell):
        amount_in(text)


def test_values_are_whole_numbers_also_where_a_table_wrote_decimals() -> None:
    assert [value_in(each) for each in ("4", "10.0", "0,00")] == [4, 10, 0]
    for wrong in ("4.5", "vier", "-1", "٤", "12345"):
        with pytest.raises(BadCell):
            value_in(wrong)


def test_kinds_and_currencies_are_known_by_their_german_names_too() -> None:
    assert [kind_in(each) for each in ("CSAT", "Gewonnen", "verlängert", " lost ")] == [
        "csat",
        "won",
        "renewed",
        "lost",
    ]
    assert [currency_in(each) for each in ("eur", "€", "CHF")] == ["EUR", "EUR", "CHF"]
    with pytest.raises(BadCell, match="no kind of outcome"):
        kind_in("gehofft")
    with pytest.raises(BadCell):
        currency_in("Euro")


def test_a_long_cell_is_not_repeated_whole() -> None:
    with pytest.raises(BadCell) as caught:
        kind_in("Sehr geehrte Frau Krause, " * 20)
    assert len(str(caught.value)) < 130
