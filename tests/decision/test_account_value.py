from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import building
import oracle
from escalation.decision import account_value
from escalation.decision.account_value import NO_REVENUE, Revenue, plain, revenue, rounded
from escalation.extraction.model import Arr
from escalation.policy.loading import load
from escalation.policy.table import Range
from escalation.policy.terms import WEIGHTS, Weight

DEFAULT = load("default")
PER_EUR = {code: Decimal(str(rate)) for code, rate in DEFAULT.rates.per_eur.items()}
WORTH = {code: Decimal(1) / rate for code, rate in PER_EUR.items()}
"""What one unit of a currency is worth in euros, as the oracle takes it."""

CURRENCIES = ["EUR", "USD", "GBP", "CHF", "JPY", "IDR", "HUF"]
PERIODS = {"month": 12, "quarter": 4, "year": 1}
WEIGHTS_OR_NONE: list[Weight | None] = [None, *WEIGHTS]

# Just below, at and just above each threshold and each edge of its 2 % margin, in euros a year.
EDGES = [Decimal(edge) for edge in (9_800, 10_000, 10_200, 49_000, 50_000, 51_000)]
AROUND = sorted(edge + step for edge in EDGES for step in (Decimal("-0.12"), Decimal(0), Decimal("0.12")))
SUMS = [Decimal(0), Decimal(1), Decimal(5_000), *AROUND, Decimal(30_000), Decimal(80_000), Decimal(10) ** 9]


def arr(amount: Decimal | float, currency: str = "EUR", **overrides: Any) -> Arr:
    return Arr.model_validate(building.arr(float(amount), currency, **overrides))


def scored(found: Revenue, weight: Weight | None = None) -> Range:
    return account_value.score(found.eur, converted=found.converted, weight=weight, policy=DEFAULT)


@pytest.mark.parametrize(
    ("amount", "score"),
    [(0, 1), (9_999.99, 1), (10_000, 3), (10_000.01, 3), (30_000, 3), (49_999.99, 3), (50_000, 3), (50_000.01, 5)],
)
def test_euros_below_ten_thousand_give_one_up_to_fifty_thousand_three_above_five(amount: float, score: int) -> None:
    assert scored(revenue(arr(amount), DEFAULT)) == (score, score)


@pytest.mark.parametrize("currency", CURRENCIES)
def test_amounts_around_every_threshold_score_as_the_oracle_says_in_each_currency(currency: str) -> None:
    for euros, weight in product(SUMS, WEIGHTS_OR_NONE):
        found = revenue(arr(euros * PER_EUR[currency], currency), DEFAULT)
        assert found.eur == euros
        assert found.converted == (currency != "EUR")
        assert found.findings == ()
        expected = oracle.account_value(euros, converted=currency != "EUR", weight=weight)
        assert scored(found, weight) == expected, (euros, weight)


@pytest.mark.parametrize("currency", ["USD", "GBP", "JPY"])
@pytest.mark.parametrize(
    ("euros", "span"),
    [
        ("9799.99", (1, 1)),
        ("9800", (1, 3)),
        ("10000", (1, 3)),
        ("10200", (1, 3)),
        ("10200.01", (3, 3)),
        ("48999.99", (3, 3)),
        ("49000", (3, 5)),
        ("50000", (3, 5)),
        ("51000", (3, 5)),
        ("51000.01", (5, 5)),
    ],
)
def test_a_converted_amount_within_two_percent_of_a_threshold_is_both_neighbours(
    euros: str, span: Range, currency: str
) -> None:
    assert scored(revenue(arr(Decimal(euros) * PER_EUR[currency], currency), DEFAULT)) == span


@pytest.mark.parametrize(("currency", "period"), list(product(CURRENCIES, PERIODS)))
def test_a_year_has_twelve_months_and_four_quarters(currency: str, period: str) -> None:
    cent = Decimal("0.01")
    for edge, step in product(EDGES, (-cent, 0 * cent, cent)):
        each = (edge / PERIODS[period]).quantize(cent) + step
        found = revenue(arr(each * PER_EUR[currency], currency, period=period), DEFAULT)
        assert found.eur == each * PERIODS[period]
        assert scored(found) == oracle.account_value(found.eur, converted=currency != "EUR", weight=None)


@pytest.mark.parametrize("years", [1, 2, 3, 1.5, 0.5, 10])
def test_the_total_of_a_contract_is_spread_over_its_years(years: float) -> None:
    for currency, euros in product(("EUR", "USD"), SUMS):
        total = euros * Decimal(str(years))
        found = revenue(arr(total * PER_EUR[currency], currency, period="total", years=years), DEFAULT)
        assert found.eur == euros
        assert scored(found) == oracle.account_value(euros, converted=currency != "EUR", weight=None)


def test_units_multiply_the_amount() -> None:
    assert revenue(arr(30, units=120, period="month"), DEFAULT).eur == 43_200
    assert revenue(arr(1_500.5, units=2.5), DEFAULT).eur == Decimal("3751.25")


def test_years_count_for_a_total_alone() -> None:
    assert revenue(arr(12_000, years=3), DEFAULT).eur == 12_000


def test_currency_period_units_and_years_together_come_to_what_the_oracle_works_out() -> None:
    amounts, units, years = (0.1, 99.99, 4_166.67, 1_000_000), (1, 3, 120), (None, 1, 3, 7)
    currencies = [*CURRENCIES, "unknown", "KES"]
    for amount, unit, currency, period, year in product(amounts, units, currencies, [*PERIODS, "total"], years):
        given_arr = arr(amount, currency, units=unit, period=period, years=year, quote="as stated")
        found = revenue(given_arr, DEFAULT)
        expected = oracle.arr_eur(amount, unit, currency, period, year, WORTH)
        assert (found.eur is None) == (expected is None)
        if found.eur is not None and expected is not None:
            assert abs(found.eur - expected) <= expected * Decimal("1e-24")
            exact = Fraction(str(amount)) * unit * PERIODS.get(period, 1) / Fraction(PER_EUR[currency])
            exact /= year if period == "total" and year else 1
            assert abs(Fraction(found.eur) - exact) <= exact / 10**24


def test_weight_and_revenue_give_the_higher_of_both() -> None:
    spans: list[tuple[Decimal | None, bool]] = [
        (None, False),
        (Decimal(9_999), False),
        (Decimal(10_000), True),
        (Decimal(30_000), False),
        (Decimal(50_500), True),
        (Decimal(80_000), True),
    ]
    for (eur, converted), weight in product(spans, WEIGHTS_OR_NONE):
        expected = oracle.account_value(eur, converted=converted, weight=weight)
        assert account_value.score(eur, converted=converted, weight=weight, policy=DEFAULT) == expected


@pytest.mark.parametrize(
    ("weight", "span"),
    [(None, (1, 5)), ("none", (1, 5)), ("slight", (2, 5)), ("some", (3, 5)), ("strong", (4, 5)), ("high", (5, 5))],
)
def test_without_the_arr_it_is_from_the_weight_up_to_five(weight: Weight | None, span: Range) -> None:
    assert scored(NO_REVENUE, weight) == span


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.sampled_from(sorted(PER_EUR)), st.sampled_from(WEIGHTS_OR_NONE))
def test_more_revenue_never_scores_lower(first: float, second: float, currency: str, weight: Weight | None) -> None:
    less, more = sorted([first, second])
    low = scored(revenue(arr(less, currency), DEFAULT), weight)
    high = scored(revenue(arr(more, currency), DEFAULT), weight)
    assert low[0] <= high[0]
    assert low[1] <= high[1]


def test_the_limits_and_the_margin_of_a_company_count_under_its_policy() -> None:
    changes = {"account_value.from_eur": 100, "account_value.above_eur": 200, "account_value.margin_percent": 10}
    ours = building.policy(changes)
    for euros, converted, span in [
        (99, False, (1, 1)),
        (99, True, (1, 3)),
        (89, True, (1, 1)),
        (110, True, (1, 3)),
        (150, True, (3, 3)),
        (180, True, (3, 5)),
        (221, True, (5, 5)),
    ]:
        assert account_value.score(Decimal(euros), converted=converted, weight=None, policy=ours) == span


def test_the_rates_of_a_company_count_under_its_policy() -> None:
    ours = building.policy({"rates.per_eur.KES": 125.0})
    assert revenue(arr(1_250_000, "KES", quote="KES 1,250,000"), ours).eur == 10_000


# --- what cannot be worked out -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"currency": "unknown", "quote": "ARR 52k"}, "no currency"),
        ({"currency": "KES", "quote": "ARR KES 52k"}, "no rate for KES"),
        ({"period": "total", "quote": "EUR 52k in total"}, "without its years"),
        ({"period": "total", "currency": "unknown", "quote": "52k in total"}, "without its years"),
    ],
)
def test_revenue_without_currency_rate_or_years_is_unknown_with_a_finding(
    overrides: dict[str, Any], words: str
) -> None:
    found = revenue(arr(52_000, **overrides), DEFAULT)
    assert (found.eur, found.converted, found.sum) == (None, False, None)
    (finding,) = found.findings
    assert "ARR counts as unknown" in finding
    assert f"“{overrides['quote']}”" in finding
    assert words in finding
    assert scored(found) == (1, 5)


@pytest.mark.parametrize("currency", ["unknown", "USD"])
@pytest.mark.parametrize("quote", ["ARR $52k", "52k $ ARR", "ARR is $ 52,000"])
def test_a_bare_dollar_is_the_us_dollar_with_a_finding(currency: str, quote: str) -> None:
    found = revenue(arr(51_945, currency, quote=quote), DEFAULT)
    assert found.eur == 50_000
    assert found.converted
    assert found.findings == (f"The $ in “{quote}” is read as US dollars.",)
    assert scored(found) == (3, 5)


@pytest.mark.parametrize("quote", ["ARR USD 52k", "ARR US$52k", "ARR 52k dollars"])
def test_a_us_dollar_that_says_so_is_no_finding(quote: str) -> None:
    assert revenue(arr(52_000, "USD", quote=quote), DEFAULT).findings == ()


@pytest.mark.parametrize(("currency", "quote"), [("CAD", "ARR C$52k"), ("AUD", "ARR A$52k"), ("CAD", "ARR $52k")])
def test_the_dollar_of_another_country_stays_its_own(currency: str, quote: str) -> None:
    found = revenue(arr(52_000, currency, quote=quote), DEFAULT)
    assert found.eur is not None
    assert rounded(found.eur) == rounded(52_000 / PER_EUR[currency])
    assert found.findings == ()


def test_a_bare_dollar_in_a_total_without_years_is_two_findings() -> None:
    found = revenue(arr(52_000, "unknown", period="total", quote="$52k in total"), DEFAULT)
    assert found.eur is None
    assert len(found.findings) == 2


@pytest.mark.parametrize(
    "overrides",
    [
        {"amount": 1e15, "units": 1e9, "period": "month"},
        {"amount": 1e15, "units": 1e9, "period": "total", "years": 1e-9},
        {"amount": 1e15, "units": 1e9, "period": "month", "currency": "GBP"},
        {"amount": 1e-300, "units": 1e-9},
    ],
)
def test_the_greatest_and_least_amounts_that_an_extraction_may_hold_are_worked_out(overrides: dict[str, Any]) -> None:
    found = revenue(arr(**overrides), DEFAULT)
    assert found.eur is not None
    assert scored(found) == ((5, 5) if overrides["amount"] > 1 else (1, 1))
    assert found.sum is not None
    assert rounded(found.eur) >= 0


# --- how it is shown -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_arr", "shown"),
    [
        (arr(38_000), "EUR 38,000 a year"),
        (arr(30.5, units=120, period="month"), "EUR 30.5 x 120 x 12 (months a year) = EUR 43,920 a year"),
        (arr(2_500, period="quarter"), "EUR 2,500 x 4 (quarters a year) = EUR 10,000 a year"),
        (arr(90_000, period="total", years=3), "EUR 90,000 / 3 years = EUR 30,000 a year"),
    ],
)
def test_the_arithmetic_is_shown(given_arr: Arr, shown: str) -> None:
    assert revenue(given_arr, DEFAULT).sum == shown


def test_a_conversion_names_its_rate_and_the_date_of_the_rate() -> None:
    found = revenue(arr(51_945, "USD", quote="USD 51,945"), DEFAULT)
    rates = DEFAULT.rates
    assert found.sum == f"USD 51,945 / 1.0389 USD per EUR ({rates.source}, {rates.date}) = EUR 50,000 a year"


def test_sums_are_rounded_to_cents_a_half_up() -> None:
    assert [rounded(Decimal(text)) for text in ("1.005", "1.004", "2.5", "0.995")] == [
        Decimal("1.01"),
        Decimal("1.00"),
        Decimal("2.50"),
        Decimal("1.00"),
    ]


@pytest.mark.parametrize(
    ("number", "shown"),
    [("0", "0"), ("0.50", "0.5"), ("38000", "38,000"), ("1000000.00", "1,000,000"), ("1234.56", "1,234.56")],
)
def test_numbers_are_shown_as_people_write_them(number: str, shown: str) -> None:
    assert plain(Decimal(number)) == shown
