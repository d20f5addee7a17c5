"""Amounts of money as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from escalation.extraction.money import amounts, plain_number, revenue, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45,000", 45_000),
        ("45.000", 45_000),
        ("1,2", "1.2"),
        ("1.2", "1.2"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("96'000", 96_000),
    ],
)
def test_separators_are_read_by_their_place(text: str, value: object) -> None:
    assert plain_number(text) == Decimal(str(value))


@pytest.mark.parametrize(
    ("text", "amount", "units", "currency", "period", "years"),
    [
        ("EUR 38k", 38_000, 1, "EUR", "year", None),
        ("$62,000/yr", 62_000, 1, "USD", "year", None),
        ("£4.5k MRR", 4_500, 1, "GBP", "month", None),
        ("120 seats at EUR 30 a month", 30, 120, "EUR", "month", None),
        ("85 seats at $42 a month", 42, 85, "USD", "month", None),
        ("1,2 Mio EUR per year", 1_200_000, 1, "EUR", "year", None),
        ("1.2M over 3 years", 1_200_000, 1, "unknown", "total", 3),
        ("1.35 million euros over five years", 1_350_000, 1, "EUR", "total", 5),
        ("85k", 85_000, 1, "unknown", "year", None),
        ("12,500 CHF MRR", 12_500, 1, "CHF", "month", None),
    ],
)
def test_revenue_of_a_phrase(
    text: str, amount: float, units: float, currency: str, period: str, years: float | None
) -> None:
    arr = revenue(text)

    assert arr is not None
    assert (arr.amount, arr.units, arr.currency, arr.period, arr.years) == (amount, units, currency, period, years)


@pytest.mark.parametrize("text", ["no amount", "", "zero", "999999999999999999999999 EUR"])
def test_phrase_without_a_usable_amount_has_no_revenue(text: str) -> None:
    assert revenue(text) is None


def test_bare_dollar_is_marked() -> None:
    assert [amount.bare_dollar for amount in amounts("$5k and US$ 5k")] == [True, False]


def test_values_hold_words_and_digits() -> None:
    assert {Decimal(12), Decimal(38_000)} <= values("twelve people, 38k")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventy-two thousand a year", 72_000),
        ("a hundred and twenty thousand pounds", 120_000),
        ("one million two hundred thousand", 1_200_000),
        ("thirty eight thousand euros", 38_000),
    ],
)
def test_amounts_in_words_are_values(text: str, value: int) -> None:
    assert Decimal(value) in values(text)
