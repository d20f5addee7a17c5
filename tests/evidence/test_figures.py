from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cli.calling import Within
from escalation.evidence.figures import Figures, of_dates, of_money, of_numbers, of_text, unsupported

NOTES = "120 users cannot log in since 3 November 2026. EUR 38k are at stake, 12 people wait for 45 minutes a day."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("120 users cannot log in", []),
        ("121 users cannot log in", ["121"]),
        ("EUR 38k at stake", []),
        ("38,000 EUR at stake", []),
        ("38.000 at stake", []),
        ("EUR 39k at stake", ["EUR 39k"]),
        ("nothing to count here", []),
        ("", []),
        ("12 of 120 wait, 14 of 121", ["14", "121"]),
        ("twelve people wait", []),
    ],
)
def test_figures_that_the_notes_do_not_name_are_given_as_they_were_written(text: str, found: list[str]) -> None:
    assert unsupported(text, of_text(NOTES)) == found


@pytest.mark.parametrize("text", ["USD 38k at stake", "38k dollars at stake", "£38,000 at stake"])
def test_an_amount_in_another_currency_is_another_amount(text: str) -> None:
    assert len(unsupported(text, of_text(NOTES))) == 1


def test_an_amount_whose_currency_the_notes_leave_out_may_carry_one() -> None:
    assert unsupported("EUR 38k at stake", of_text("38k at stake")) == []


@pytest.mark.parametrize(
    "text", ["3 November", "Nov 3", "2026-11-03", "3.11.2026", "3rd of November 2026", "3 Nov", "03/11/2026"]
)
def test_a_date_of_the_notes_may_be_written_in_any_way(text: str) -> None:
    assert unsupported(f"down since {text}", of_text(NOTES)) == []


@pytest.mark.parametrize("text", ["4 November", "3 December", "2026-12-03", "3 November 2025"])
def test_another_date_than_those_of_the_notes_is_reported(text: str) -> None:
    assert unsupported(f"down since {text}", of_text(NOTES)) != []


# The texts of dates and amounts are dense in such marks; anything else rarely meets a pattern.
DENSE = st.text("0123456789 .,/-'’€$kmNov Dec EUR\n", max_size=40)


@given(st.one_of(st.text(max_size=80), DENSE))
@example("1.2.3.4.5 2026-11-03-04 31/12/99")
def test_a_text_supports_its_own_figures(text: str) -> None:
    assert unsupported(text, of_text(text)) == []


@given(DENSE)
def test_whatever_is_reported_stands_in_the_text(text: str) -> None:
    assert all(figure in text for figure in unsupported(text, Figures()))


def test_a_date_may_be_named_by_its_year_month_and_day() -> None:
    allowed = of_dates([dt.date(2026, 11, 3)])
    assert unsupported("on 3 November 2026, that is 2026-11-03 or the 3rd", allowed) == []
    assert unsupported("on 4 November 2026", allowed) != []
    assert of_dates([]) == Figures()


def test_an_amount_may_be_named_with_its_currency_or_bare() -> None:
    allowed = of_money(Decimal(38_000), "EUR")
    assert unsupported("EUR 38k or 38,000", allowed) == []
    assert unsupported("USD 38k", allowed) == ["USD 38k"]


def test_a_bare_number_may_be_named_bare() -> None:
    assert unsupported("45 minutes", of_numbers([Decimal(45)])) == []
    assert unsupported("46 minutes", of_numbers([Decimal(45)])) == ["46"]


def test_figures_of_two_sources_count_together() -> None:
    allowed = of_numbers([Decimal(45)]) | of_money(Decimal(9), "EUR") | of_dates([dt.date(2026, 11, 3)])
    assert unsupported("45 minutes, EUR 9, on 2026-11-03", allowed) == []


@pytest.mark.parametrize("part", ["1", "1 ", "1,", "1.1.", "12 of de ", "EUR ", "Nov ", " "])
def test_long_notes_are_looked_through_in_a_moment(part: str, within: Within) -> None:
    with within(10.0):
        assert of_text(part * (80_000 // len(part))).money == frozenset()
