from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.errors import WrongUsage
from escalation.extraction.answering import money, scores
from escalation.extraction.answers import NO_ANSWERS, Answers, ScoreGiven
from escalation.policy.terms import CODES, DIMENSION_OF


@pytest.mark.parametrize(
    ("text", "amount", "units", "currency", "period", "years"),
    [
        ("EUR 38k", 38_000, 1, "EUR", "year", None),
        ("38.000 EUR", 38_000, 1, "EUR", "year", None),
        ("€38,000", 38_000, 1, "EUR", "year", None),
        ("USD 1.2m", 1_200_000, 1, "USD", "year", None),
        ("$50k", 50_000, 1, "USD", "year", None),
        ("GBP 3,200 per month", 3_200, 1, "GBP", "month", None),
        ("120 seats at EUR 30 a month", 30, 120, "EUR", "month", None),
        ("EUR 360k over three years", 360_000, 1, "EUR", "total", 3),
    ],
)
def test_an_amount_of_money_is_understood_as_people_write_it(
    text: str, amount: float, units: float, currency: str, period: str, years: float | None
) -> None:
    found = money(text)
    assert (found.amount, found.units, found.currency, found.period, found.years) == (
        amount,
        units,
        currency,
        period,
        years,
    )


@pytest.mark.parametrize("text", ["", "   ", "a lot", "EUR", "EUR -38k", "-38k EUR", "EUR 0", "€"])
def test_a_text_without_an_amount_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(WrongUsage, match='one looks like "EUR 38k"'):
        money(text)


@pytest.mark.parametrize("text", ["38k", "38000", "12 kr"])
def test_an_amount_without_a_currency_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(WrongUsage, match=f"write for example .EUR {text}"):
        money(text)


def test_a_total_without_its_years_is_refused() -> None:
    with pytest.raises(WrongUsage, match="say over how many years"):
        money("EUR 360k TCV")


@given(st.text(max_size=60))
def test_any_text_is_an_amount_or_wrong_usage(text: str) -> None:
    try:
        found = money(text)
    except WrongUsage:
        return
    assert found.amount > 0
    assert found.currency != "unknown"


@pytest.mark.parametrize(("code", "score"), list(itertools.product(CODES, range(1, 6))))
def test_each_score_of_each_code_is_taken_with_its_reason(code: str, score: int) -> None:
    for text in (f"{code}={score}", f" {code.lower()}={score} "):
        found = scores([text], [" they said so "])
        assert found == {DIMENSION_OF[code]: ScoreGiven(score, "they said so")}  # type: ignore[index]


def test_scores_and_reasons_belong_together_by_their_order() -> None:
    found = scores(["CC=4", "CI=1"], ["first", "second"])
    assert found == {"csm_capability": ScoreGiven(4, "first"), "customer_impact": ScoreGiven(1, "second")}


def test_no_override_is_none() -> None:
    assert scores([], []) == {}


@pytest.mark.parametrize(
    "text", ["", "CC", "CC=", "CC=0", "CC=6", "CC=33", "CC=3-4", "XX=3", "CC 3", "CC=3;CI=3", "CC=³", "ＣＣ=3"]
)
def test_what_is_no_code_with_a_score_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(WrongUsage, match=r"CI, AV, TS, CC.*from 1 to 5"):
        scores([text], ["because"])


@pytest.mark.parametrize(("given_scores", "because"), [(["CC=4"], []), ([], ["why"]), (["CC=4", "CI=3"], ["why"])])
def test_each_score_needs_its_own_reason(given_scores: list[str], because: list[str]) -> None:
    with pytest.raises(WrongUsage, match="each --set needs its own --because"):
        scores(given_scores, because)


@pytest.mark.parametrize("reason", ["", "  ", "\t\n"])
def test_an_empty_reason_is_none(reason: str) -> None:
    with pytest.raises(WrongUsage, match="reason after --because is empty"):
        scores(["CC=4"], [reason])


def test_a_score_cannot_be_given_twice() -> None:
    with pytest.raises(WrongUsage, match="--set CC is given twice"):
        scores(["CC=4", "cc=5"], ["a", "b"])


def test_without_an_answer_nothing_is_answered() -> None:
    assert Answers() == NO_ANSWERS
    assert not any(vars(NO_ANSWERS).values())
