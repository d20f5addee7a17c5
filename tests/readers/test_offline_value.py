"""The account's revenue among other amounts, and its weight."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation.extraction.model import Case
from escalation.readers.offline import read

TODAY = dt.date(2026, 11, 22)


def case(text: str) -> Case:
    return read(f"The customer cannot import orders, ticket open. {text}", TODAY).cases[0]


@pytest.mark.parametrize(
    ("text", "value", "currency", "period"),
    [
        ("EUR 38k ARR.", 38_000, "EUR", "year"),
        ("They pay $62,000/yr.", 62_000, "USD", "year"),
        ("Account is £4.5k MRR.", 4_500, "GBP", "month"),
        ("120 seats at EUR 30 a month.", 3_600, "EUR", "month"),
        ("1,2 Mio EUR per year.", 1_200_000, "EUR", "year"),
        ("ARR: CHF 96'000", 96_000, "CHF", "year"),
        ("They are hundred and twenty thousand pounds a year.", 120_000, "GBP", "year"),
        ("640,000 SEK a year, invoice of 3,000 EUR open.", 640_000, "SEK", "year"),
        ("Contract 1.35 million euros over five years.", 1_350_000, "EUR", "total"),
        ("85k", 85_000, "unknown", "year"),
        ("Subscription EUR 50k a year, the add-on is EUR 9,500 on top.", 50_000, "EUR", "year"),
        ("ARR 40k EUR (was 55k EUR).", 40_000, "EUR", "year"),
    ],
)
def test_revenue_is_read(text: str, value: float, currency: str, period: str) -> None:
    arr = case(text).arr

    assert arr is not None
    assert (arr.amount * arr.units, arr.currency, arr.period) == (value, currency, period)


@pytest.mark.parametrize(
    "text",
    [
        "Invoice INV-10-55817 over EUR 1,900 is wrong.",
        "41,882 metered calls in October.",
        "They lose EUR 5k a day.",
        "They want a refund of EUR 12,000.",
        "Ticket 48817, 82 % of seats used.",
        "The module would cost EUR 18k more.",
        "A mailing to 300k people goes out.",
    ],
)
def test_other_amounts_are_no_revenue(text: str) -> None:
    assert case(text).arr is None


def test_two_revenues_leave_it_open_and_name_both() -> None:
    found = case("ARR is EUR 40k according to the CRM. ARR EUR 90k says finance.")

    assert found.arr is None
    reading = found.dimensions.account_value
    assert (reading.low, reading.high) == (1, 5)
    assert len(reading.evidence) == 2
    assert "40k" in reading.rationale
    assert "90k" in reading.rationale


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Their logo is on our website.", "high"),
        ("Their chairman sits on our board.", "high"),
        ("A case study is in progress with them.", "strong"),
        ("They are adding a second site in spring.", "some"),
        ("They might take the recruiting module.", "slight"),
        ("An ordinary account.", "none"),
    ],
)
def test_weight_beyond_revenue(text: str, weight: str) -> None:
    strategic = case(text).strategic

    assert strategic is not None
    assert strategic.weight == weight


def test_weight_not_stated_is_left_out() -> None:
    assert case("ARR EUR 20k.").strategic is None
